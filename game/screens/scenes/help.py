"""All the keys of a screen, on one panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.geometry import Rect
from game.drawing.parts import hint
from game.drawing.text import shorten
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.inputs import BLACK, Click, Input, Press
from game.screens.scene import Binding, Black, Pop
from game.screens.sheet import Sheet
from game.screens.widgets import BAR_TOP, MARGIN, heading, panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look, Step

# Letters as large as the keys allow: (size, columns), both in the order they are tried.
_GRIDS = ((38.0, 1), (36.0, 2), (32.0, 2), (30.0, 2), (30.0, 3), (27.0, 3))
_ROW = 1.7
_GUTTER = 48.0


class HelpScene:
    """Show keys and what they do; any key closes it, but those of the black screen."""

    is_typing = False

    def __init__(self, bindings: Sequence[Binding]) -> None:
        """Show these keys, and the one that counts on every screen."""
        self._bindings = (*bindings, Binding((tr("Tab"),), tr("choisir un bouton, puis Entrée")))

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the panel of keys."""
        sheet = Sheet(look)
        heading(sheet, tr("Aide"), tr("Toutes les touches"))
        inside = panel(sheet, Rect(MARGIN, 236, look.width - 2 * MARGIN, 690))
        size, columns = self._grid(inside, sheet)
        rows = -(-len(self._bindings) // columns)
        width = (inside.w - _GUTTER * (columns - 1)) / columns
        for index, binding in enumerate(self._bindings):
            column, row = divmod(index, rows)
            x = inside.x + column * (width + _GUTTER)
            _draw(sheet, binding, Rect(x, inside.y + row * size * _ROW, width, size * _ROW), size)
        sheet.line(tr("Une touche ou un clic pour fermer"), MARGIN, BAR_TOP + 36, TextStyle("regular", 34))
        sheet.spot(look.canvas, "close", tr("Fermer"))
        return sheet.picture()

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this panel itself."""
        return (Binding(("Échap",), "fermer"),)

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Close at any key or click."""
        if isinstance(given, Press):
            return Black() if given.key in BLACK | {"b"} else Pop()
        return Pop() if isinstance(given, Click) else None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _grid(self, inside: Rect, sheet: Sheet) -> tuple[float, int]:
        for size, columns in _GRIDS:
            rows = -(-len(self._bindings) // columns)
            width = (inside.w - _GUTTER * (columns - 1)) / columns
            widest = max((_width(sheet, binding, size) for binding in self._bindings), default=0)
            if rows * size * _ROW <= inside.h and widest <= width:
                return size, columns
        return _GRIDS[-1]


def _width(sheet: Sheet, binding: Binding, size: float) -> float:
    return hint(binding.keys, tr(binding.label), 0, 0, sheet.palette, sheet.measure, size=size)[1]


def _draw(sheet: Sheet, binding: Binding, cell: Rect, size: float) -> None:
    caps = hint(binding.keys, "", 0, 0, sheet.palette, sheet.measure, size=size)[1]
    label = shorten(tr(binding.label), TextStyle("regular", size), cell.w - caps, sheet.measure)
    sheet.add(*hint(binding.keys, label, cell.x, cell.y, sheet.palette, sheet.measure, size=size)[0])
