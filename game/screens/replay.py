"""A session seen again, from its journal alone: nothing is written, nobody's die is thrown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.drawing.drawlist import Item, Picture
from game.drawing.geometry import Rect
from game.rules import Phase, events as ge
from game.screens.inputs import Click, Input, Press, Scroll
from game.screens.motion import motion_of, stood_before
from game.screens.phrases import hour
from game.screens.play_picture import Drafts, Moving, board_under, moving_board, over, pages_of, still_picture
from game.screens.replay_page import SEEK, Bar, film, film_over, progress_line
from game.screens.replay_tape import USUAL_SPEED, Moment, tape
from game.screens.scene import Binding, Black, Look, Step, clicked
from game.screens.story import told
from game.session.faces import Faces
from game.session.records import Record
from game.session.room import room_view
from game.session.views import CardView, RoomView

SPEEDS = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 3600.0)
_FRAME_SECONDS = 1 / 60
_MOTION_SPEED = 10.0
"""Up to this speed a motion is shown as it was; faster, it is hurried with the rest."""
_LEAST_SECONDS, _LEAST_OF_SESSION = 0.25, 15.0
"""A step that followed at once is seen too: so many seconds, or so many of the session where it goes faster."""
_STEPS = {"right": 1, "pagedown": 1, "left": -1, "pageup": -1}
_FASTER, _SLOWER = frozenset({"plus", "up"}), frozenset({"minus", "down"})
_BINDINGS = (
    Binding(("Espace",), "lire, arrêter"),
    Binding(("→", "Pg suiv."), "un pas de plus"),
    Binding(("←", "Pg préc."), "un pas de moins"),
    Binding(("↑", "+"), "plus vite"),
    Binding(("↓", "-"), "moins vite"),
    Binding(("0", "à", "9"), "aller à un dixième de la séance"),
    Binding(("Début", "Fin"), "aller au début, à la fin"),
    Binding(("T",), "horloge pour la salle, ou pas"),
    Binding(("B", "."), "écran noir"),
    Binding(("Échap",), "quitter"),
)


@dataclass(frozen=True)
class _Place:
    """Where the replay is: a moment, the page of its card, and how it stands with the clocks."""

    index: int = 0
    page: int = 0
    spent: float = 0.0
    """Seconds of session shown of the wait after this moment, up to ``since``."""
    since: float = 0.0
    """The instant, in seconds since 1970, from which the wait goes on."""


class ReplayScene:
    """The journal of a session on the screen, at any speed, back and forth."""

    is_typing = False

    def __init__(self, records: Iterable[Record], faces: Faces, leave: Step, speed: float = USUAL_SPEED) -> None:
        """Show a session from its beginning; ``leave`` is what Escape does.

        ``speed`` is how many seconds of session go by in a second.

        Raises:
            ValueError: there is no record.
        """
        self._tape, self._faces, self._leave = tape(records), faces, leave
        self._speed = speed
        self._day = self._tape.moments[0].record.at.date().isoformat()
        self._place = _Place()
        self._is_playing = False
        self._is_new = True
        self._has_clock = False
        self._moving: Moving | None = None
        self._look: Look | None = None
        self._cache: tuple[object, Picture] | None = None

    @property
    def index(self) -> int:
        """Which moment is shown, from 0."""
        return self._place.index

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._is_playing

    @property
    def speed(self) -> float:
        """How many seconds of session go by in a second."""
        return self._speed

    @property
    def moment(self) -> Moment:
        """The moment that is shown."""
        return self._tape.moments[self.index]

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of a replay."""
        return _BINDINGS

    def picture(self, look: Look, now: float) -> Picture:
        """Return the page of the moment in its frame, and the bar."""
        self._look = look
        if self._is_new:
            self._is_new, self._is_playing = False, True
            self._place = _Place(since=now)
        self._go_on(now)
        if self._moving is not None and self._moving.motion.is_over(self._motion_time(now)):
            self._moving = None
        at = self._session_time(now)
        left = int(self.moment.state.act_left(at) // 60)
        page = self._card_page(look, now)
        key = (self.index, look, page, self._moving, left, self._speed, self._is_playing, self._has_clock)
        if self._cache is None or self._cache[0] != key:
            view = self._view(self.index, at)
            still = moving_board(self._moving, look) if self._moving else still_picture(view, look, Drafts(page))
            self._cache = (key, film(still, self._bar(), look))
        base = self._cache[1]
        part = self._tape.part_of(self.moment.at + self._spent(now))
        return Picture(base.background, base.base, film_over(self._over(look, now), part, look), base.spots)

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - while it plays, every frame is another one
        """Return when the picture changes by itself: at once while it plays or something moves."""
        return _FRAME_SECONDS if self._is_playing or self._moving is not None or self._is_new else None

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer a key, the wheel, a click on a key or on the line."""
        self._go_on(now)
        match given:
            case Press(key):
                return self._press(key, now)
            case Scroll(steps):
                self._step(steps, now)
            case Click() if self._cache is not None and self._look is not None:
                action = clicked(self._cache[1], given) or ""
                if action == SEEK:
                    self._go(self._tape.index_at(_part(given, progress_line(self._look))), now)
                elif action:
                    return self._press(action.removeprefix("press:"), now)
        return None

    def _press(self, key: str, now: float) -> Step | None:
        if key == "escape":
            return self._leave
        if key == "b":
            return Black()
        if key == "t":
            self._has_clock = not self._has_clock
        elif key == "space":
            self._play_or_stop(now)
        elif key in _STEPS:
            self._step(_STEPS[key], now)
        elif key in _FASTER or key in _SLOWER:
            self._change_speed(now, is_faster=key in _FASTER)
        elif key in ("home", "end"):
            self._go(0 if key == "home" else self._tape.last, now)
        elif key.isdigit():
            self._go(self._tape.index_at(int(key) / 10), now)
        return None

    def _play_or_stop(self, now: float) -> None:
        if not self._is_playing and self.index == self._tape.last:
            self._go(0, now)
        self._hold(now)
        self._is_playing = not self._is_playing

    def _change_speed(self, now: float, *, is_faster: bool) -> None:
        self._hold(now)
        if is_faster:
            self._speed = min((speed for speed in SPEEDS if speed > self._speed), default=self._speed)
        else:
            self._speed = max((speed for speed in SPEEDS if speed < self._speed), default=self._speed)

    def _step(self, by: int, now: float) -> None:
        """Go some steps on or back, and stop there; a long card is a step for each of its pages."""
        page = self._card_page(self._look, now) if self._look else 0
        self._is_playing = False
        if by == 1 and self._look is not None and page + 1 < self._card_pages(self._look, now):
            self._place = _Place(self.index, page + 1, since=now)
        elif by == -1 and page:
            self._place = _Place(self.index, page - 1, since=now)
        else:
            self._go(self.index + by, now, moves=by == 1)

    def _go(self, index: int, now: float, *, moves: bool = False) -> None:
        """Show a moment; with ``moves``, what it moved moves again."""
        before = self.index
        self._place = _Place(max(0, min(index, self._tape.last)), since=now)
        is_next = moves and self.index == before + 1
        self._moving = self._motion(now) if is_next and self._look and not self._look.reduced_motion else None

    def _hold(self, now: float) -> None:
        """Count what has been shown of the present wait, at the speed it was shown."""
        self._place = _Place(self.index, self._place.page, self._spent(now), now)

    def _go_on(self, now: float) -> None:
        """Show the moments whose time has come since the last picture."""
        while self._is_playing and (due := self._due()) <= now:
            if self.index == self._tape.last:
                self._is_playing = False
                return
            self._go(self.index + 1, due, moves=True)

    def _due(self) -> float:
        """Return the instant at which the next moment is shown: after the wait, and after what moves."""
        wait = (self._tape.wait_after(self.index) - self._place.spent) / self._speed
        wait = max(wait, min(_LEAST_SECONDS, _LEAST_OF_SESSION / self._speed))
        moves = self._moving.motion.began + self._moving.motion.seconds / self._hurry if self._moving else 0.0
        return max(self._place.since + wait, moves)

    @property
    def _hurry(self) -> float:
        return max(1.0, self._speed / _MOTION_SPEED)

    def _motion_time(self, now: float) -> float:
        """Return the instant of a motion that is hurried with the rest."""
        began = self._moving.motion.began if self._moving else now
        return began + (now - began) * self._hurry

    def _motion(self, now: float) -> Moving | None:
        before, moment = self._tape.moments[self.index - 1], self.moment
        events, command = moment.record.events, moment.record.command
        positions = stood_before(command, before.state.game)
        motion = motion_of(events, positions, now)
        if motion is None:
            return None
        is_disputed = any(isinstance(event, ge.DiceDisputed) for event in events)
        board, after = self._view(self.index - 1, before.record.instant), self._view(self.index, moment.record.instant)
        return board_under(board, after, motion, tuple(positions.values()) if is_disputed else None)

    def _spent(self, now: float) -> float:
        """Return how many seconds of session have been shown of the wait after this moment."""
        more = (now - self._place.since) * self._speed if self._is_playing else 0.0
        return min(self._place.spent + max(0.0, more), self._tape.wait_after(self.index))

    def _session_time(self, now: float) -> float:
        """Return the instant that the session's own clocks show, in seconds since 1970."""
        return self.moment.record.instant + self._spent(now)

    def _view(self, index: int, at: float) -> RoomView:
        """Return what a room with a window of its own saw: no clock and no pace, until they are asked for."""
        state, is_told = self._tape.moments[index].state, self._has_clock
        return room_view(state, self._faces, at, self._day, has_clock=is_told, has_pace=is_told)

    def _card_pages(self, look: Look, now: float) -> int:
        view = self._view(self.index, self._session_time(now))
        return pages_of(view, look) if isinstance(view, CardView) else 1

    def _card_page(self, look: Look, now: float) -> int:
        """Return the page of a long card: the one gone to, or each in its turn while the time goes by."""
        if self.moment.state.game.phase is not Phase.CARD:
            return 0
        pages, wait = self._card_pages(look, now), self._tape.wait_after(self.index)
        turned = int(self._spent(now) / wait * pages) if wait > 0 else 0
        return min(max(self._place.page, turned), pages - 1)

    def _over(self, look: Look, now: float) -> tuple[Item, ...]:
        at = self._session_time(now)
        if self._moving is None and not self._has_clock and not self.moment.state.is_breathing:
            return ()
        view = self._moving.board if self._moving else self._view(self.index, at)
        return over(view, self._moving, look, self._motion_time(now), self.moment.state.on_card(at))

    def _bar(self) -> Bar:
        moment, steps = self.moment, len(self._tape.moments)
        sentence = told(moment.record, moment.state, self._faces)
        at, acts = hour(moment.record.at), self._tape.acts()
        return Bar(sentence, at, self.index + 1, steps, self._speed, self._is_playing, acts)


def _part(click: Click, line: Rect) -> float:
    return max(0.0, min(1.0, (click.x - line.x) / line.w))
