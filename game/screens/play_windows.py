"""What the windows of a session show: the room's page, the facilitator's own, and what is read aloud of the first."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Item, Picture
from game.language import current, tr
from game.screens import far, phrases
from game.screens.aloud import Aloud
from game.screens.inputs import Click
from game.screens.pages.band import band
from game.screens.pages.coming_page import coming_picture
from game.screens.pages.floor_page import LEAST_CANVAS, floor_picture
from game.screens.play_picture import moving_board, over, still_picture
from game.screens.play_private import PrivatePage
from game.screens.scene import Look, clicked
from game.screens.telling import telling
from game.session.views import BoardView, ComingView

if TYPE_CHECKING:
    from game.screens.play import PlayScene


class Windows:
    """The pictures of a session. With one display its only window is the room's, until the facilitator peeks."""

    def __init__(self, play: "PlayScene") -> None:
        self._play = play
        self._aloud = Aloud(play.desk.voice)
        self.is_peeking = False
        """Whether the facilitator's page stands in the only window, for a moment."""
        self.has_clock = False
        """Whether somebody asked for the clocks on the room's page."""
        self.is_on_floor = False
        """Whether the board is on the floor: the room's screen shows the square, the team and the die."""
        self.is_alone = True
        """Whether the room and the facilitator look at the same window."""
        self.look: Look | None = None
        """How the room's page was drawn last."""
        self.private = PrivatePage(play)
        self._still: tuple[object, Picture] | None = None
        self._main: Picture | None = None
        self._room: Picture | None = None

    def tells_clock(self, now: float) -> bool:
        """Tell whether the room's page may say what time is left at an instant.

        On request; and to a facilitator who has no other page, once the time of the act is over.
        """
        return self.has_clock or (self.is_alone and self._play.state.act_left(now) <= 0)

    @property
    def aloud(self) -> Aloud:
        """The reading of the room's page."""
        return self._aloud

    def press(self, key: str, now: float) -> bool:
        """Do what a key does to what is looked at or heard, and to nothing in the session; tell whether it does."""
        done = _KEYS.get(key)
        if done is not None:
            done(self, now)
        return done is not None

    def read_aloud(self, now: float) -> None:
        """Read what the room sees now, or stop reading it."""
        if self._still is None or not self._aloud.toggle(self._play.view(now), self._still[1].base):
            self._play.say(phrases.nothing_to_read(), now)

    def telling(self, now: float) -> str | None:
        """Return what the room's page says first, and the sentences of a moment; ``None`` while it is read aloud."""
        play = self._play
        said = (telling(play.view(now)), play.notice(now), play.trouble())
        return None if self._aloud.is_on else " ".join(filter(None, said))

    def peek(self, now: float) -> None:
        """Show the facilitator's page in the only window, or the room's again. With two windows there is no need."""
        self.is_peeking = self.is_alone and not self.is_peeking
        if self.is_peeking:
            self._play.say(tr(phrases.PEEKING), now)

    def stop_peeking(self, _: float) -> None:
        """Show the room's page again in the only window."""
        self.is_peeking = False

    def show_clock(self, now: float) -> None:
        """Show the room what time is left and how long a card lasts, or nothing of it."""
        self.has_clock = not self.has_clock
        self._play.say(tr("La salle voit l’horloge.") if self.has_clock else tr("La salle ne voit pas d’horloge."), now)

    def play_on_floor(self, now: float) -> None:
        """Show the room the square, the team and the die of a board that is on the floor, or the board again."""
        self.is_on_floor = not self.is_on_floor
        on_floor, on_screen = tr("Le plateau est au sol."), tr("Le plateau est à l’écran.")
        self._play.say(on_floor if self.is_on_floor else on_screen, now)

    def turn_notes(self, by: int) -> None:
        """Show another part of the facilitator's notes, where they are long."""
        drafts = self._play.drafts
        self._play.drafts = replace(drafts, notes_page=self.private.turned(drafts.notes_page, by))

    def say_saved(self, now: float) -> None:
        """Say that all is on the disk, or what is wrong with it."""
        play = self._play
        saved = play.banner or tr("Tout est enregistré, {hour}.").format(hour=f"{play.desk.clock.now():%H:%M}")
        play.say(play.trouble() or saved, now)

    def picture(self, look: Look, now: float) -> Picture:
        """Return what the window in front of the facilitator shows."""
        self.is_alone = not look.is_private
        is_own = look.is_private or self.is_peeking
        page = self.private.picture(look, now) if is_own else self._public(look, now)
        trouble = "" if is_own else self._play.trouble()  # their own page says it in its place
        over = band(trouble, look, is_warning=True, at_top=True) if trouble else ()
        self._say_what_is_not_heard(now)
        notice = self._play.notice(now)
        over += band(notice, look) if notice else ()
        self._main = replace(page, moving=(*page.moving, *over))
        return self._main

    def room_picture(self, look: Look, now: float) -> Picture:
        """Return what the room's own window shows: no trouble, no notice, nothing of the facilitator's."""
        self.is_alone = False
        self._room = self._public(look, now)
        return self._room

    def clicked(self, click: Click) -> str | None:
        """Return the action under a click, in the window where it was."""
        shown = self._room if click.in_room else self._main
        return clicked(shown, click) if shown else None

    def _public(self, look: Look, now: float) -> Picture:
        play, state = self._play, self._play.state
        self.look = look
        moving = play.moving(now)
        left = state.act_left(now)
        shown = (self.tells_clock(now), self.is_alone, self.is_on_floor, current())
        key = (state, look, play.drafts, moving, int(left // 60), left <= 0, shown)
        if self._still is None or self._still[0] != key:
            self._still = (key, moving_board(moving, look) if moving else self._page(look, now))
        still = self._still[1]
        self._aloud.follow(still.base)
        items: tuple[Item, ...] = ()
        if moving or self.has_clock or state.is_breathing:
            items = over(play.view(now), moving, look, now, state.on_card(now))
        return replace(still, moving=(*items, *self._aloud.lit(look.measure)))

    def _say_what_is_not_heard(self, now: float) -> None:
        trouble = self._aloud.take_trouble()
        if trouble:
            self._play.say(phrases.voice_trouble(trouble), now)
        self._play.sounds.tell_trouble(now)

    def _page(self, look: Look, now: float) -> Picture:
        play = self._play
        view = play.view(now)
        if isinstance(view, ComingView) and self.is_alone:
            face = play.desk.faces.card(play.state.game.card, play.state.opening.audiences)
            return coming_picture(view, look, face.warning if face else "")
        if isinstance(view, BoardView) and self.is_on_floor:
            return far.page(look, LEAST_CANVAS, lambda near: floor_picture(view, near))
        return still_picture(view, look, play.drafts)


_KEYS: dict[str, Callable[[Windows, float], None]] = {
    "v": Windows.peek,
    "escape": Windows.stop_peeking,
    "t": Windows.show_clock,
    "l": Windows.read_aloud,
    "o": Windows.play_on_floor,
    "save": Windows.say_saved,
    "down": lambda windows, _: windows.turn_notes(1),
    "up": lambda windows, _: windows.turn_notes(-1),
}
