"""What pages have in common where a person fills in rows and keeps them: the keys, the button, the hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect
from game.drawing.theme import TextStyle, ink_on
from game.language import mark
from game.screens.widgets import MARGIN, RADIUS, UP_DOWN, Hint, hint_bar, ring

if TYPE_CHECKING:
    from game.screens.sheet import Sheet

KEEP = "keep"
"""The last stop of a form: its button."""
LESS_OR_MORE = {"left": -1, "minus": -1, "right": 1, "plus": 1}
FORM_KEYS = {
    "escape": "back",
    "up": "up",
    "pageup": "up",
    "down": "down",
    "tab": "down",
    "pagedown": "next",
    "enter": "next",
    "space": "next",
    "save": KEEP,
}
"""What a key does where it types nothing; a clicker goes down row by row, and keeps at the end."""


def keep_bar(sheet: Sheet, label: str, icon: str, *, is_focused: bool, back: str = "fermer") -> None:
    """Draw the button that keeps what was filled in, and the hints beside it."""
    style = TextStyle("bold", 42)
    rect = Rect(MARGIN, 936, sheet.measure.width(label, style) + 160, 96)
    ink = ink_on(sheet.palette.ink)
    sheet.add(Box(rect, sheet.palette.ink, RADIUS), Icon(Rect(rect.x + 40, rect.y + 26, 44, 44), icon, ink))
    sheet.line(label, rect.x + 104, rect.centre[1], style, colour=ink)
    if is_focused:
        ring(sheet, rect)
    sheet.spot(rect, KEEP, label)
    bar = (
        Hint(UP_DOWN, mark("ligne"), "down"),
        Hint(("Entrée",), mark("suivant"), "next"),
        Hint(("Échap",), back, "back"),
    )
    hint_bar(sheet, bar, rect.right + 40, 960, sheet.look.width - MARGIN - rect.right - 40)
