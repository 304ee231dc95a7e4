"""Set up a session in three steps: which session, who plays, is it all right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.desk import DeskError, SessionChoice
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.scene import Binding, Pop, Replace, clicked
from game.screens.scenes.setup_forecast import Outlook
from game.screens.scenes.setup_format import FormatStep
from game.screens.scenes.setup_pages import ready_page
from game.screens.scenes.setup_teams import TeamsStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk, Forecast
    from game.screens.scene import Look, Scene, Step
    from game.session.folder import OpenFolder

_READY_BINDINGS = (Binding(("Entrée",), "commencer la séance"), Binding(("Échap",), "retour"))
_TEAMS, _READY = 1, 2
_LOOK_AGAIN = 0.05
"""Seconds."""


class SetupScene:
    """New session. A clicker's next alone walks through to a session with the usual choices."""

    def __init__(self, desk: Desk, play: Callable[[OpenFolder], Scene]) -> None:
        """Begin with the usual choices; ``play`` makes the scene of the session."""
        self._desk, self._play = desk, play
        self._format = FormatStep(desk.formats())
        self._teams = TeamsStep(desk.team_presets())
        self._step = 0
        self._error = ""
        self._ready: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether a place or the name of a team is being typed."""
        return (self._format.is_typing, self._teams.is_typing, False)[self._step]

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - the desk's clock tells when it would end
        """Return the present step."""
        if self._step == 0:
            self._foresee()  # so that it is there when the next step is
            return self._format.picture(look)
        present = self._desk.clock.now()
        if self._step == _TEAMS:
            return self._teams.picture(look, self._outlook(), present)
        self._ready = ready_page(look, self._choice(), self._format.chosen, present, self._error)
        return self._ready

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the present step."""
        return (self._format.bindings(), self._teams.bindings(), _READY_BINDINGS)[self._step]

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - the end of the session is an estimate
        """Return how soon to look again for the forecast; ``None`` when nothing is awaited."""
        return _LOOK_AGAIN if self._step == _TEAMS and self._foresee() is None else None

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer within the step, go on or go back."""
        steps = (self._format.handle, self._teams.handle, self._handle_ready)
        going = steps[self._step](given, now)
        if going == "next" and self._step == _READY:
            return self._start()
        if going == "back" and self._step == 0:
            return Pop()
        if going:
            self._step += 1 if going == "next" else -1
            self._error = ""
        return None

    def _handle_ready(self, given: Input, now: float) -> str | None:  # noqa: ARG002 - as the other steps
        match given:
            case Press(key) if key in CONFIRM | NEXT:
                return "next"
            case Press(key) if key in BACK | {"escape"}:
                return "back"
            case Click() if self._ready is not None:
                return clicked(self._ready, given)
        return None

    def _choice(self) -> SessionChoice:
        step = self._format
        entries = self._teams.crew.entries()
        return SessionChoice(step.chosen.id, step.place, entries, step.cooperative, step.physical_dice)

    def _foresee(self) -> Forecast | None:
        return self._desk.forecast(self._choice()) if self._desk.formats() else None

    def _outlook(self) -> Outlook:
        step, crew = self._format, self._teams.crew
        return Outlook(step.chosen.minutes, len(crew.teams), step.cooperative, self._foresee())

    def _start(self) -> Step | None:
        try:
            opened = self._desk.start(self._choice())
        except DeskError as error:
            self._error = str(error)
            return None
        return Replace(self._play(opened))
