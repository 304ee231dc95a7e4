"""The session on the projector: every key, click and word goes through `Session.dispatch`."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.drawing.drawlist import Item, Picture
from game.french import NO_BREAK, counted, unbroken
from game.rules import Phase, Refusal, events as ge
from game.screens import phrases
from game.screens.desk import Desk, DeskError
from game.screens.inputs import BACK, DIGITS, NEXT, Click, Input, Press, Scroll
from game.screens.motion import motion_of, stood_before
from game.screens.pages.band import band
from game.screens.pages.card_page import card_pages
from game.screens.play_keys import BINDINGS, command_for_key, takes_dice, throw_of
from game.screens.play_menus import menu_for_key
from game.screens.play_picture import Drafts, Moving, board_under, moving_board, over, still_picture, word_again
from game.screens.play_writing import write
from game.screens.scene import Binding, Black, Home, Look, Scene, Step, clicked
from game.screens.story import team_names
from game.session import commands as c
from game.session.folder import OpenFolder
from game.session.following import next_command
from game.session.room import room_view
from game.session.state import WEATHERS, SessionState
from game.session.views import CardView, RoomView, StepView, WallView, WordView

_NOTICE_SECONDS = 4.0
_FRAME_SECONDS = 1 / 60
_MENDED = {
    "torn": "La dernière ligne du journal était incomplète. Elle a été mise de côté ; tout le reste est là.",
    "damaged": "Le journal était abîmé. La séance reprend à la dernière ligne sûre ; le fichier abîmé est gardé.",
}


class PlayScene:
    """A session that is going on, as the room sees it."""

    def __init__(self, opened: OpenFolder, desk: Desk, home: Callable[[], Scene]) -> None:
        self.opened = opened
        self.desk = desk
        self._home = home
        self._day = opened.session.history.effective[0].at.date().isoformat()
        self._drafts = Drafts()
        self._moving: Moving | None = None
        self._look: Look | None = None
        self._cache: tuple[object, Picture] | None = None
        self._notice = unbroken(_MENDED.get(opened.mended, ""))
        self._notice_until = float("inf")

    @property
    def state(self) -> SessionState:
        """The state of the session."""
        return self.opened.session.state

    @property
    def is_typing(self) -> bool:
        """Whether letters are text: while a word or a next step is being written."""
        return isinstance(self.view(self.desk.clock.now().timestamp()), WordView | StepView)

    @property
    def drafted_words(self) -> str:
        """What has been typed so far, for a brick or a next step."""
        return self._drafts.words

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of a session."""
        return BINDINGS

    def view(self, now: float) -> RoomView:
        """Return what the room sees at an instant."""
        view = room_view(self.state, self.desk.faces, now, self._day)
        if self._drafts.brick is not None and isinstance(view, WallView):
            return word_again(view, self.state, self._drafts.brick)
        return view

    def picture(self, look: Look, now: float) -> Picture:
        """Return the page of the moment, with what moves over it."""
        self._look = look
        if self._moving is not None and self._moving.motion.is_over(now):
            self._moving = None
        minute = int(self.state.act_left(now) // 60)
        key = (self.state, look, self._drafts, self._moving, minute, self.state.act_left(now) <= 0)
        if self._cache is None or self._cache[0] != key:
            view = self.view(now)
            still = moving_board(self._moving, look) if self._moving else still_picture(view, look, self._drafts)
            self._cache = (key, still)
        return self._with_over(self._cache[1], look, now)

    def _with_over(self, still: Picture, look: Look, now: float) -> Picture:
        items: tuple[Item, ...] = ()
        if self._moving is not None or self.state.game.phase is Phase.CARD:
            view = self._moving.board if self._moving else self.view(now)
            items = over(view, self._moving, look, now, self.state.on_card(now))
        trouble = self.trouble()
        if trouble:
            items += band(trouble, look, is_warning=True, at_top=True)
        if self._notice and now < self._notice_until:
            items += band(self._notice, look)
        return replace(still, moving=items)

    def trouble(self) -> str:
        """Return what is wrong with the disk, in a sentence; empty while all is well."""
        journal = self.opened.session.journal
        if not journal.held:
            return ""
        held = counted(journal.held, "action attend", "actions attendent")
        return (
            f"Le disque ne répond plus{NO_BREAK}: {held} en mémoire. "
            "La séance continue. Ne fermez pas le programme, libérez de la place ou rebranchez le disque."
        )

    def wakes_in(self, now: float) -> float | None:
        """Return when the picture changes by itself: a motion, a clock, a notice that goes."""
        if self._moving is not None:
            return _FRAME_SECONDS
        waits = [self._notice_until - now] if self._notice and now < self._notice_until else []
        if not self.state.is_paused and not self.state.is_closed:
            left = self.state.act_left(now)
            waits.append(left % 60 + 0.01)
            if self.state.game.phase is Phase.CARD:
                waits.append(1.01 - self.state.on_card(now) % 1)
        return min(waits) if waits else None

    def say(self, sentence: str, now: float) -> None:
        """Show a sentence for a few seconds."""
        self._notice = sentence
        self._notice_until = now + _NOTICE_SECONDS

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer a key, a click or a text. Any key finishes a motion, and does nothing else."""
        if self._moving is not None and isinstance(given, Press | Click):
            self._moving = None
            return None
        if isinstance(given, Press | Click):
            self._notice = ""
        if isinstance(given, Click):
            return self._click(given, now)
        if isinstance(given, Scroll):
            return None
        view = self.view(now)
        if isinstance(view, WordView | StepView):
            return self._write(view, given, now)
        return self._press(given, now) if isinstance(given, Press) else None

    def _click(self, click: Click, now: float) -> Step | None:
        action = clicked(self._cache[1], click) if self._cache else None
        if action is None:
            return None
        kind, _, value = action.partition(":")
        if kind == "press":
            return self.handle(Press(value), now)
        if kind == "word":
            self._drafts = replace(self._drafts, words=value)
        elif kind == "theme":
            self._drafts = replace(self._drafts, theme=int(value))
        elif kind == "mood":
            weather, _, sign = value.partition(":")
            self._count(int(weather), 1 if sign == "+" else -1, now)
        return None

    def _press(self, press: Press, now: float) -> Step | None:
        if self.state.is_closed:
            return self._press_closed(press)
        if press.key == "b":
            return Black()
        if press.key == "save":
            self.say(self.trouble() or f"Tout est enregistré, {self.desk.clock.now():%H:%M}.", now)
            return None
        if press.key in NEXT:
            return self._next(now)
        if press.key in BACK:
            return self._back(now)
        menu = menu_for_key(press.key, self)
        if menu is not None:
            return menu
        if press.key in "12345" and self.state.mood_moment:
            self._count(int(press.key) - 1, -1 if press.with_shift else 1, now)
            return None
        if press.key in DIGITS and takes_dice(self.state):
            return self.type_die(int(press.key), now)
        command = command_for_key(press.key, self.state, now)
        return self.give(command, now) if command is not None else None

    def type_die(self, face: int, now: float) -> Step | None:
        """Take the face of one physical die; with several dice, wait for the others."""
        dice = (*self._drafts.dice, face)
        left = self.state.game.table.board.dice - len(dice)
        if left > 0:
            self._drafts = replace(self._drafts, dice=dice)
            self.say(f"Dé{NO_BREAK}: {face}. Tapez l’autre dé.", now)
            return None
        self._drafts = replace(self._drafts, dice=())
        return self.give(throw_of(dice, self.state), now)

    def _press_closed(self, press: Press) -> Step | None:
        if press.key == "o":
            self.desk.show_folder(self.opened.path)
        return self.leave() if press.key in NEXT or press.key in ("enter", "escape") else None

    def leave(self) -> Step:
        """Go home; the session stays where it is, and can be resumed unless it is closed."""
        self.desk.leave(self.opened)
        return Home(self._home())

    def _next(self, now: float) -> Step | None:
        view = self.view(now)
        if isinstance(view, CardView) and self._look is not None:
            page = self._drafts.card_page
            if page + 1 < card_pages(view, self._look):
                self._drafts = replace(self._drafts, card_page=page + 1)
                return None
        command = next_command(self.state, now)
        if command is None:
            self.say("Tapez le résultat du dé.", now)
            return None
        return self.give(command, now)

    def _back(self, now: float) -> Step | None:
        if self._drafts.card_page:
            self._drafts = replace(self._drafts, card_page=self._drafts.card_page - 1)
            return None
        return self.give(c.Undo(), now)

    def _count(self, weather: int, by: int, now: float) -> None:
        counts = self.state.moods.get(self.state.mood_moment, (0,) * WEATHERS)
        self.give(c.CountMood(weather, max(0, counts[weather] + by)), now)

    def _write(self, view: WordView | StepView, given: Input, now: float) -> Step | None:
        answer = write(view, self._drafts, given)
        if isinstance(answer, Black):
            return answer
        if isinstance(answer, str):
            self.say(answer, now)
            return None
        if isinstance(answer, Drafts):
            self._drafts = answer
            return None
        self._drafts = Drafts()
        for command in answer.commands:
            self.give(command, now)
        following = next_command(self.state, now) if answer.goes_on else None
        return self.give(following, now) if following is not None else None

    def rewrite(self, brick: int) -> None:
        """Let the word of a brick be written again."""
        self._drafts = Drafts(words=self.state.game.bricks[brick].word, brick=brick)

    def give(self, command: c.Command, now: float) -> Step | None:
        """Give a command; show what moves, or say why it is refused."""
        before, positions = self.view(now), stood_before(command, self.state.game)
        answer = self.opened.session.dispatch(command)
        if isinstance(answer, Refusal):
            self.say(phrases.refused(answer, team_names(self.state)), now)
            return None
        self._drafts = Drafts()
        motion = None
        if not self.desk.settings.reduced_motion:
            motion = motion_of(answer, positions, now)
        if motion is not None:
            disputed = any(isinstance(event, ge.DiceDisputed) for event in answer)
            stood = tuple(positions.values()) if disputed else None
            self._moving = board_under(before, self.view(now), motion, stood)
        if isinstance(command, c.LastRound):
            self.say(phrases.last_round(self.state.last_round or ()), now)
        if self.state.is_closed and isinstance(command, c.CloseSession):
            self._keep_record(now)
        return None

    def _keep_record(self, now: float) -> None:
        try:
            self.desk.keep_record(self.opened)
        except DeskError as error:
            self.say(str(error), now)
