"""Third step of the set-up: who plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press, Scroll, Typed
from game.screens.scene import Binding, clicked
from game.screens.scenes.crew import LONGEST_NAME, Crew, usual_crew
from game.screens.scenes.setup_pages import teams_page
from game.screens.widgets import UP_DOWN, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look
    from game.screens.scenes.setup_forecast import Outlook

_SECOND_DIGIT = 1.5
"""Seconds during which a second digit makes one number with the first."""
_KEYS = {"plus": "add", "delete": "remove", "backspace": "remove", "m": "rename", "up": "up", "down": "down"}
_BINDINGS = (
    Binding(UP_DOWN, "choisir une équipe"),
    Binding(("+",), "ajouter une équipe"),
    Binding(("Suppr",), "retirer l’équipe"),
    Binding(("1–9",), "nombre de personnes"),
    Binding(("M",), "changer le nom"),
    Binding(("Entrée",), "continuer"),
    Binding(("Échap",), "retour"),
)


class TeamsStep:
    """The teams, their names and how many people are in each."""

    def __init__(self, presets: Sequence[tuple[str, str]]) -> None:
        """Begin with the usual teams, named after these (name, icon)."""
        self.crew: Crew = usual_crew(presets)
        self._index = 0
        self._field: TextField | None = None
        self._digit = (0, float("-inf"))
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether a name is being typed."""
        return self._field is not None

    def picture(self, look: Look, outlook: Outlook, now: datetime) -> Picture:
        """Return the step as it stands, with what such a session gives beside it."""
        typed = None if self._field is None else self._field.text
        self._picture = teams_page(look, self.crew, self._index, typed, outlook, now)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this step."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> str | None:
        """Answer what a person does: ``next`` or ``back`` to leave the step."""
        match given:
            case Typed(text) if self._field is not None:
                self._field = self._field.typed(text)
            case Press(key) if self.is_typing:
                self._press_in_name(key)
            case Press(key):
                return self._press(key, now)
            case Scroll(steps):
                self._stand(self._index + (1 if steps > 0 else -1))
            case Click() if self._picture is not None:
                return self._click(clicked(self._picture, given) or "")
        return None

    def _press(self, key: str, now: float) -> str | None:
        if key.isdigit():
            self._count(int(key), now)
            return None
        self._digit = (0, float("-inf"))
        if key in CONFIRM | NEXT:
            return "next"
        if key in BACK | {"escape"}:
            return "back"
        self._act(_KEYS.get(key, ""))
        return None

    def _press_in_name(self, key: str) -> None:
        if key == "backspace" and self._field is not None:
            self._field = self._field.erased()
        elif key in {"escape", "pageup"}:
            self._field = None
        elif key in CONFIRM | {"up", "down", "pagedown"}:
            self._end_name()

    def _click(self, action: str) -> str | None:
        if action == "drop":
            self._field = None
        self._end_name()
        if action in {"next", "back"}:
            return action
        name, _, index = action.partition(":")
        if index:
            self._stand(int(index))
        self._act(name)
        return None

    def _act(self, name: str) -> None:
        """Do what a key, or a click on a part of the row where the keyboard stands, says."""
        heads = self.crew.teams[self._index].heads
        if name == "add":
            self.crew = self.crew.grown()
            self._index = len(self.crew.teams) - 1
        elif name == "remove":
            self.crew = self.crew.without(self._index)
            self._stand(self._index)
        elif name == "rename":
            self._field = TextField(longest=LONGEST_NAME)
        elif name in {"fewer", "more"}:
            self.crew = self.crew.counted(self._index, heads + (1 if name == "more" else -1))
        elif name in {"up", "down"}:
            self._stand(self._index + (1 if name == "down" else -1))

    def _stand(self, index: int) -> None:
        self._index = max(0, min(index, len(self.crew.teams) - 1))

    def _count(self, digit: int, now: float) -> None:
        first, at = self._digit
        self.crew = self.crew.counted(self._index, first * 10 + digit if now - at < _SECOND_DIGIT else digit)
        self._digit = (digit, now)

    def _end_name(self) -> None:
        if self._field is not None:
            self.crew = self.crew.renamed(self._index, self._field.text)
        self._field = None
