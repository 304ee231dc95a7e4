"""The first-run check: each display shows its number, then a sound, a voice and the clicker are tried.

The button of a clicker that goes on goes through all of it; each test can be skipped.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from game.language import tr
from game.screens.desk import DeskError
from game.screens.inputs import BACK, BLACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.pages.waiting_page import waiting_picture
from game.screens.phrases import sound_trouble
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.check_page import CheckView, Outcome, Trial, check_picture, number_picture
from game.screens.soundtrack import ACT, Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.scene import Look, Step

_TRIALS = tuple(Trial)
_ENOUGH_NEXTS = 3
"""A clicker without other buttons goes on when its only one was pressed this many times."""


_LISTEN_SECONDS = 0.25


class CheckScene:
    """One test after the other; what was heard is ticked."""

    def __init__(self, desk: Desk) -> None:
        """Begin with the displays."""
        self._desk = desk
        self._trial = Trial.DISPLAYS
        self._outcomes: dict[Trial, Outcome] = {}
        self._trouble = ""
        self._heard: tuple[str, ...] = ()
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether keys are heard as they are: while the clicker is tried, its black button blackens nothing."""
        return self._trial is Trial.CLICKER

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the test of the moment, and what became of the others."""
        self._listen()
        view = CheckView(self._trial, self._outcomes, self._trouble, frozenset(self._heard))
        self._picture = check_picture(look, view)
        return self._picture

    def room_picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - as above
        """Return the number of the room's display, then a quiet screen."""
        return number_picture(look) if self._trial is Trial.DISPLAYS else waiting_picture(look)

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the check."""
        return (
            Binding((tr("Espace"), "→", tr("Pg suiv.")), tr("c’est bon, continuer")),
            Binding(("R",), tr("essayer encore")),
            Binding(("P",), tr("passer ce test")),
            Binding(("X",), tr("échanger les deux écrans")),
            Binding((tr("Échap"),), tr("quitter la vérification")),
        )

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Tick the test, try it again, skip it, or leave."""
        if isinstance(given, Click):
            return self._act(clicked(self._picture, given) if self._picture else None)
        if not isinstance(given, Press):
            return None
        if self._trial is Trial.CLICKER:
            return self._hear(given.key)
        if given.key in NEXT | CONFIRM:
            return self._act("next")
        if given.key in BACK | {"p"}:
            return self._act("skip")
        return self._act({"r": "again", "escape": "back"}.get(given.key))

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return when to hear from the loudspeaker again; ``None`` in the other tests, where nothing moves."""
        return _LISTEN_SECONDS if self._trial is Trial.SOUND and not self._trouble else None

    def _act(self, action: str | None) -> Step | None:
        if action == "back" or (action == "next" and self._trial is Trial.DONE):
            return self._leave()
        if action == "next":
            self._go_on(Outcome.TROUBLE if self._trouble else Outcome.GOOD)
        elif action == "skip" and self._trial is not Trial.DONE:
            self._go_on(Outcome.TROUBLE if self._trouble else Outcome.SKIPPED)
        elif action == "again":
            self._try()
        return None

    def _hear(self, key: str) -> Step | None:
        """Tick the buttons of the clicker; go on once they were pressed, at the next press of the first one."""
        if key in ("p", "enter"):
            return self._act("skip" if key == "p" else "next")
        button = _button(key)
        if button == "next" and (self._heard.count("next") + 1 >= _ENOUGH_NEXTS or {"next", "back"} <= {*self._heard}):
            self._go_on(Outcome.GOOD if {"back", "black"} <= {*self._heard} else Outcome.SKIPPED)
        elif button:
            self._heard += (button,)
        return None

    def _go_on(self, outcome: Outcome) -> None:
        self._outcomes[self._trial] = outcome
        self._trial = _TRIALS[_TRIALS.index(self._trial) + 1]
        self._trouble = ""
        self._try()

    def _try(self) -> None:
        if self._trial is Trial.SOUND:
            self._desk.sounds.play((Cue(ACT),))
        elif self._trial is Trial.VOICE:
            self._trouble = self._desk.try_voice()

    def _listen(self) -> None:
        """Learn what is wrong with the sound: the loudspeaker never waits, and tells it later."""
        if self._trial is Trial.SOUND:
            code = self._desk.sounds.take_trouble()
            self._trouble = sound_trouble(code) if code else self._trouble

    def _leave(self) -> Step:
        with suppress(DeskError):  # the check is shown again next time, nothing is lost
            self._desk.change_settings(replace(self._desk.settings, is_checked=True))
        return Pop()


def _button(key: str) -> str:
    """Return which button of a clicker sends a key; empty for a key that none sends."""
    if key in NEXT:
        return "next"
    if key in BACK:
        return "back"
    return "black" if key in BLACK | {"b"} else ""
