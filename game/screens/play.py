"""The session on the projector: every key, click and word goes through `Session.dispatch`."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.drawing.drawlist import Picture
from game.language import mark, tr
from game.rules import Phase, Refusal, events as ge
from game.screens import phrases
from game.screens.aloud import FRAME_SECONDS as READING_SECONDS
from game.screens.desk import Desk, DeskError
from game.screens.inputs import BACK, DIGITS, NEXT, Click, Input, Press, Scroll
from game.screens.motion import motion_of, stood_before
from game.screens.pages.breath_page import FRAME_SECONDS as BREATH_SECONDS
from game.screens.play_care import hands_command
from game.screens.play_keys import BINDINGS, command_for_key, takes_dice, throw_of
from game.screens.play_menus import menu_for_key
from game.screens.play_picture import Drafts, Moving, board_under, pages_of, word_again
from game.screens.play_sounds import PlaySounds
from game.screens.play_windows import Windows
from game.screens.play_writing import KEYS_OF_WRITING, write
from game.screens.scene import Binding, Black, Home, Look, Scene, Step
from game.screens.story import team_names
from game.session import commands as c
from game.session.folder import OpenFolder
from game.session.following import interlude_after, next_command
from game.session.room import page_shown, room_view
from game.session.state import SessionState
from game.session.views import CardView, RoomView, StepView, WallView, WordView

_NOTICE_SECONDS = 4.0
_FRAME_SECONDS = 1 / 60
_MENDED = {
    "torn": mark("La dernière ligne du journal était incomplète. Elle a été mise de côté\u202f; tout le reste est là."),
    "damaged": mark(
        "Le journal était abîmé. La séance reprend à la dernière ligne sûre\u202f; le fichier abîmé est gardé."
    ),
}


class PlayScene:
    """A session that is going on, as the room sees it."""

    def __init__(self, opened: OpenFolder, desk: Desk, home: Callable[[], Scene]) -> None:
        self.opened = opened
        self.desk = desk
        self._home, self.drafts = home, Drafts()
        self.day = opened.session.history.effective[0].at.date().isoformat()
        self._moving: Moving | None = None
        self.windows = Windows(self)
        self.sounds = PlaySounds(self)
        self._notice = tr(_MENDED.get(opened.mended, ""))
        self._notice_until = float("inf")

    @property
    def state(self) -> SessionState:
        """The state of the session."""
        return self.opened.session.state

    @property
    def is_typing(self) -> bool:
        """Whether letters are text: while a word or a next step is being written."""
        page = page_shown(self.state)
        return page in (WordView, StepView) or (page is WallView and self.drafts.brick is not None)

    @property
    def drafted_words(self) -> str:
        """What has been typed so far, for a brick or a next step."""
        return self.drafts.words

    @property
    def banner(self) -> str:
        """What is said on every screen: a rehearsal says that it is one."""
        return tr("Répétition\u00a0: rien n’est enregistré") if self.state.opening.rehearsal else ""

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of a session."""
        return BINDINGS

    def view(self, now: float) -> RoomView:
        """Return what the room sees at an instant."""
        windows, faces = self.windows, self.desk.faces
        has_clock, has_pace = windows.tells_clock(now), windows.has_clock or windows.is_alone
        view = room_view(self.state, faces, now, self.day, has_clock=has_clock, has_pace=has_pace)
        if self.drafts.brick is not None and isinstance(view, WallView):
            return word_again(view, self.state, self.drafts.brick)
        return view

    def telling(self, now: float) -> str | None:
        """Return what happens, in words."""
        return self.windows.telling(now)

    def picture(self, look: Look, now: float) -> Picture:
        """Return what the window in front of the facilitator shows."""
        return self.windows.picture(look, now)

    def room_picture(self, look: Look, now: float) -> Picture:
        """Return what the room's own window shows."""
        return self.windows.room_picture(look, now)

    def moving(self, now: float) -> Moving | None:
        """Return what moves on the room's page at an instant."""
        if self._moving is not None and self._moving.motion.is_over(now):
            self._moving = None
        return self._moving

    def notice(self, now: float) -> str:
        """Return the sentence that shows for a few seconds, if any."""
        return self._notice if now < self._notice_until else ""

    def trouble(self) -> str:
        """Return what is wrong with the disk, in a sentence; empty while all is well."""
        return phrases.disk_trouble(self.opened.session.journal.held)

    def wakes_in(self, now: float) -> float | None:
        """Return when the picture changes by itself: a motion, a clock, a notice that goes."""
        if self.moving(now) is not None:
            return _FRAME_SECONDS
        waits = [self._notice_until - now] if self._notice and now < self._notice_until else []
        if self.windows.aloud.is_on:
            waits.append(READING_SECONDS)
        if self.state.is_breathing and not self.desk.settings.reduced_motion:
            waits.append(BREATH_SECONDS)
        if not self.state.is_paused and not self.state.is_closed:
            waits += [seconds % 60 + 0.01 for seconds in (self.state.act_left(now), -self.state.elapsed(now))]
            if self.state.game.phase is Phase.CARD:
                waits.append(1.01 - self.state.on_card(now) % 1)
        return min(waits) if waits else None

    def say(self, sentence: str, now: float) -> None:
        """Show a sentence for a few seconds."""
        self._notice = sentence
        self._notice_until = now + _NOTICE_SECONDS

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer a key, a click or a text. Any key finishes a motion, and does nothing else."""
        if isinstance(given, Press | Click) and self.moving(now) is not None:
            self._moving = None
            self.sounds.hush()
            return None
        if isinstance(given, Press | Click):
            self._notice = ""
        if isinstance(given, Click):
            return self._click(given, now)
        if isinstance(given, Scroll):
            self.windows.turn_notes(given.steps)
            return None
        view = self.view(now)
        if isinstance(view, WordView | StepView):
            return self._write(view, given, now)
        return self._press(given, now) if isinstance(given, Press) else None

    def _click(self, click: Click, now: float) -> Step | None:
        action = self.windows.clicked(click)
        if action is None:
            return None
        kind, _, value = action.partition(":")
        if kind == "press":
            is_letter = self.is_typing and value not in KEYS_OF_WRITING  # clicked, it is no text
            return self._press(Press(value), now) if is_letter else self.handle(Press(value), now)
        if kind == "word":
            self.drafts = replace(self.drafts, words=value)
        elif kind == "theme":
            self.drafts = replace(self.drafts, theme=int(value))
        elif kind in ("mood", "poll"):
            index, _, sign = value.partition(":")
            self._count(int(index), 1 if sign == "+" else -1, now)
        return None

    def _press(self, press: Press, now: float) -> Step | None:
        if self.state.is_closed:
            return self._press_closed(press)
        if press.key == "b":
            return Black()
        if press.key in NEXT | BACK:
            return self._next(now) if press.key in NEXT else self._back(now)
        if self.windows.press(press.key, now):
            return None
        menu = menu_for_key(press.key, self)
        if menu is not None:
            return menu
        if press.key in DIGITS and self._count(int(press.key) - 1, -1 if press.with_shift else 1, now):
            return None
        if press.key in DIGITS and takes_dice(self.state):
            return self.type_die(int(press.key), now)
        command = command_for_key(press.key, self.state, now)
        return self.give(command, now) if command is not None else None

    def type_die(self, face: int, now: float) -> Step | None:
        """Take the face of one physical die; with several dice, wait for the others."""
        dice = (*self.drafts.dice, face)
        left = self.state.game.table.board.dice - len(dice)
        if left > 0:
            self.drafts = replace(self.drafts, dice=dice)
            self.say(tr("Dé\u00a0: {face}. Tapez l’autre dé.").format(face=face), now)
            return None
        self.drafts = replace(self.drafts, dice=())
        return self.give(throw_of(dice, self.state), now)

    def _press_closed(self, press: Press) -> Step | None:
        if press.key in ("w", "r"):
            return menu_for_key(press.key, self)
        if press.key == "o" and not self.state.opening.rehearsal:
            self.desk.show_folder(self.opened.path)
        return self.leave() if press.key in NEXT or press.key in ("enter", "escape") else None

    def leave(self) -> Step:
        """Go home; the session stays where it is, and can be resumed unless it is closed."""
        self.windows.aloud.stop()
        self.sounds.hush()
        self.desk.leave(self.opened)
        return Home(self._home())

    def _next(self, now: float) -> Step | None:
        view, look = self.view(now), self.windows.look
        self.windows.is_peeking = False
        if isinstance(view, CardView) and look is not None:
            page = self.drafts.card_page
            if page + 1 < pages_of(view, look):
                self.drafts = replace(self.drafts, card_page=page + 1)
                return None
        command = next_command(self.state, now)
        if command is None:
            self.say(tr("Tapez le résultat du dé."), now)
            return None
        return self.give(command, now)

    def _back(self, now: float) -> Step | None:
        if self.drafts.card_page:
            self.drafts = replace(self.drafts, card_page=self.drafts.card_page - 1)
            return None
        if self.state.is_breathing:
            return self.give(c.ResumeSession(), now)
        return self.give(interlude_after(self.state, -1) if self.state.interlude else c.Undo(), now)

    def _count(self, index: int, by: int, now: float) -> bool:
        """Count a hand more or less where hands are asked for; tell whether they are."""
        command = hands_command(self.state, index, by)
        if command is not None:
            self.give(command, now)
        return command is not None

    def _write(self, view: WordView | StepView, given: Input, now: float) -> Step | None:
        answer = write(view, self.drafts, given)
        if isinstance(answer, Black):
            return answer
        if isinstance(answer, str):
            self.say(answer, now)
            return None
        if isinstance(answer, Drafts):
            self.drafts = answer
            return None
        self.drafts = Drafts()
        for command in answer.commands:
            self.give(command, now)
        following = next_command(self.state, now) if answer.goes_on else None
        return self.give(following, now) if following is not None else None

    def rewrite(self, brick: int) -> None:
        """Let the word of a brick be written again."""
        self.drafts = Drafts(words=self.state.game.bricks[brick].word, brick=brick)

    def give(self, command: c.Command, now: float) -> Step | None:
        """Give a command; show what moves, or say why it is refused."""
        before, positions = self.view(now), stood_before(command, self.state.game)
        answer = self.opened.session.dispatch(command)
        if isinstance(answer, Refusal):
            self.say(phrases.refused(answer, team_names(self.state)), now)
            return None
        self.drafts = Drafts()
        self.windows.is_peeking = False
        motion = shown = None
        if not self.desk.settings.reduced_motion and not self.windows.is_on_floor:
            motion = motion_of(answer, positions, now)
        if motion is not None:
            disputed = any(isinstance(event, ge.DiceDisputed) for event in answer)
            stood = tuple(positions.values()) if disputed else None
            self._moving = shown = board_under(before, self.view(now), motion, stood)
        self.sounds.hear(answer, shown.motion if shown else None)
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
