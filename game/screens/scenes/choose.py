"""A list to choose one entry from, over another scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.geometry import Rect
from game.language import tr
from game.screens.inputs import BACK, CONFIRM, DIGITS, NEXT, Click, Input, Press, Scroll
from game.screens.scene import Binding, Pop, clicked
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAR_TOP,
    MARGIN,
    REGULAR,
    SEMIBOLD,
    UP_DOWN,
    Hint,
    Row as Entry,
    heading,
    hint_bar,
    rail,
    slab,
    window,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look, Step

__all__ = ["ChoiceScene", "Entry"]

_ROOM = 6
_ROW_HEIGHT, _ROW_GAP, _TOP = 100.0, 16.0, 236.0
_KEYS = {
    **dict.fromkeys(CONFIRM | NEXT, "choose"),
    **dict.fromkeys(BACK | {"escape", "backspace"}, "close"),
    "up": "up",
    "down": "down",
}
_BINDINGS = (
    Binding(UP_DOWN, "choisir une ligne"),
    Binding(("Entrée",), "valider"),
    Binding(("1–9",), "valider une des premières lignes"),
    Binding(("Échap",), "fermer"),
)


class ChoiceScene:
    """Choose one of several entries. A choice closes the list, unless ``on_choose`` returns another step."""

    is_typing = False

    def __init__(
        self, title: str, entries: Sequence[Entry], on_choose: Callable[[int], Step | None], chosen: int = 0
    ) -> None:
        """Show entries under a title, the keyboard on the one at ``chosen``; ``on_choose`` is given an index."""
        self._title, self._entries, self._on_choose = title, tuple(entries), on_choose
        self._index = chosen
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the list, the chosen row ringed."""
        sheet = Sheet(look)
        heading(sheet, "", self._title)
        shown = window(len(self._entries), self._index, _ROOM)
        for place, index in enumerate(shown):
            top = _TOP + place * (_ROW_HEIGHT + _ROW_GAP)
            rect = Rect(MARGIN, top, look.width - 2 * MARGIN, _ROW_HEIGHT)
            slab(sheet, rect, self._entries[index], SEMIBOLD, is_focused=index == self._index)
            sheet.spot(rect, f"choose:{index}", self._entries[index].label)
        height = _ROOM * (_ROW_HEIGHT + _ROW_GAP) - _ROW_GAP
        rail(sheet, Rect(look.width - MARGIN / 2 - 6, _TOP, 12, height), len(self._entries), shown)
        if not self._entries:
            sheet.line(tr("Rien à choisir ici."), MARGIN, _TOP + 40, REGULAR)
        bar = (
            Hint(UP_DOWN, "choisir", "down"),
            Hint(("Entrée",), "valider", "choose"),
            Hint(("Échap",), "fermer", "close"),
        )
        hint_bar(sheet, bar, MARGIN, BAR_TOP, look.width - 2 * MARGIN)
        self._picture = sheet.picture()
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of a list."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move, choose or close."""
        match given:
            case Press(key) if key in DIGITS:
                return self._choose(int(key) - 1)
            case Press(key):
                return self._act(_KEYS.get(key, ""))
            case Scroll(steps):
                self._move(steps)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _move(self, by: int) -> None:
        self._index = max(0, min(self._index + by, len(self._entries) - 1))

    def _choose(self, index: int) -> Step | None:
        return (self._on_choose(index) or Pop()) if index < len(self._entries) else None

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        if name == "close":
            return Pop()
        if name == "choose":
            return self._choose(int(index) if index else self._index)
        if name in {"up", "down"}:
            self._move(1 if name == "down" else -1)
        return None
