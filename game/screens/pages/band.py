"""A band over the page: a sentence for the person at the keyboard, or a warning that stays."""

from game.drawing.drawlist import Box, Icon, Item
from game.drawing.geometry import Rect
from game.drawing.text import fit, place
from game.drawing.theme import INK, LIGHT, TextStyle, ink_on
from game.screens.scene import Look

_HEIGHT = 84.0
_EDGE = 32.0


def band(text: str, look: Look, *, is_warning: bool = False, at_top: bool = False) -> tuple[Item, ...]:
    """Return one or two lines in a band at the bottom, or at the top, of the canvas."""
    fill = LIGHT.warning if is_warning else LIGHT.ink
    room = Rect(0, 0, look.width - 2 * _EDGE - 140, 100)
    lines = fit(text, [TextStyle("semibold", size) for size in (36, 32, 28)], room, look.measure, 1.15)
    if lines is None:
        return ()
    height = max(_HEIGHT, lines.height + 28)
    top = _EDGE if at_top else look.height - _EDGE - height
    rect = Rect(_EDGE, top, look.width - 2 * _EDGE, height)
    icon = "warning" if is_warning else "chats-circle"
    return (
        Box(rect, fill, 22, INK, 4.0),
        Icon(Rect(rect.x + 26, rect.centre[1] - 25, 50, 50), icon, ink_on(fill)),
        *place(lines, rect.x + 100, rect.centre[1] - lines.height / 2, ink_on(fill)),
    )
