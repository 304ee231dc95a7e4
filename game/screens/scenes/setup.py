"""Set up a session in four steps: which session, what may come up, who plays, is it all right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark
from game.screens.desk import DeskError, SessionChoice
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.scene import Binding, Pop, Replace, clicked
from game.screens.scenes.setup_care import CareStep
from game.screens.scenes.setup_forecast import Outlook
from game.screens.scenes.setup_format import FormatStep
from game.screens.scenes.setup_pages import REHEARSE, ready_page
from game.screens.scenes.setup_teams import TeamsStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk, Forecast
    from game.screens.scene import Look, Scene, Step
    from game.session.folder import OpenFolder

_READY_BINDINGS = (
    Binding(("Entrée",), "commencer la séance"),
    Binding(("R",), mark("répéter, sans rien garder")),
    Binding(("Échap",), "retour"),
)
_CARE, _TEAMS, _READY = 1, 2, 3
_LOOK_AGAIN = 0.05
"""Seconds."""


class SetupScene:
    """New session. A clicker's next alone walks through to a session with the usual choices."""

    def __init__(self, desk: Desk, play: Callable[[OpenFolder], Scene]) -> None:
        """Begin with the usual choices; ``play`` makes the scene of the session."""
        self._desk, self._play = desk, play
        self._format = FormatStep(desk.formats(), desk.packs())
        self._care = CareStep()
        self._teams = TeamsStep(desk.team_presets())
        self._step = 0
        self._is_rehearsal = False
        self._error = ""
        self._ready: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether a place or the name of a team is being typed."""
        return (self._format.is_typing, False, self._teams.is_typing, False)[self._step]

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - the desk's clock tells when it would end
        """Return the present step."""
        if self._step == 0:
            self._foresee()  # so that it is there when the next step is
            return self._format.picture(look)
        present = self._desk.clock.now()
        if self._step == _CARE:
            themes = self._desk.themes(self._choice())
            return self._care.picture(look, self._format.chosen, themes, self._foresee())
        if self._step == _TEAMS:
            return self._teams.picture(look, self._outlook(), present)
        choice = self._choice()
        themes = self._desk.themes(choice)
        warning = self._error or self._care.warning(themes, self._foresee())
        self._ready = ready_page(look, choice, self._format.chosen, themes, present, warning)
        return self._ready

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the present step."""
        return (self._format.bindings(), self._care.bindings(), self._teams.bindings(), _READY_BINDINGS)[self._step]

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - the end of the session is an estimate
        """Return how soon to look again for the forecast; ``None`` when nothing is awaited."""
        return _LOOK_AGAIN if self._step in (_CARE, _TEAMS) and self._foresee() is None else None

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer within the step, go on or go back."""
        steps = (self._format.handle, self._care.handle, self._teams.handle, self._handle_ready)
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
            case Press("r"):
                self._is_rehearsal = not self._is_rehearsal
            case Click() if self._ready is not None:
                action = clicked(self._ready, given)
                if action != REHEARSE:
                    return action
                self._is_rehearsal = not self._is_rehearsal
        return None

    def _choice(self) -> SessionChoice:
        step, care = self._format, self._care
        return SessionChoice(
            step.chosen.id,
            step.place,
            self._teams.crew.entries(),
            step.cooperative,
            step.physical_dice,
            self._is_rehearsal,
            audiences=care.audiences_of(step.chosen),
            sensitivity=care.sensitivity,
            left_out=care.left_out,
            packs=step.packs,
        )

    def _foresee(self) -> Forecast | None:
        return self._desk.forecast(self._choice()) if self._format.is_possible else None

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
