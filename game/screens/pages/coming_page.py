"""A card that has a warning, before the room sees it: a calm page that says nothing of it."""

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot, Text
from game.drawing.geometry import Rect, centred
from game.drawing.parts import SMALLEST, TILE_RADIUS, button, icon_and_words, key_cap
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens import phrases
from game.screens.pages.frame import MARGIN, acts_bar
from game.screens.scene import Look
from game.session.views import ComingView

CHOICES = (
    ("space", mark("Espace"), "eye", mark("Montrer")),
    ("p", "P", "skip-forward", mark("Passer")),
    ("c", "C", "shuffle", mark("Autre carte")),
)
"""Key, its cap, icon and words of the three choices before a card that has a warning: as close as each other."""
_GAP, _PAD, _LEAST_PAD = 20.0, 22.0, 14.0


def coming_picture(view: ComingView, look: Look, warning: str | None = None) -> Picture:
    """Return the page of a card to come; with a warning (one display for all), its sentence and the three choices."""
    ink = look.palette.ink
    x, y = look.canvas.centre
    top = y - (270 if warning is not None else 150)
    items: list[Item] = [
        *acts_bar(view.acts, look, look.palette.paper),
        Icon(centred((x, top), 130, 130), "cards", ink),
        Text(x, top + 84, tr("Une carte arrive."), TextStyle("title", 92), ink, "centre"),
        Text(x, top + 204, view.team.name, TextStyle("regular", 44), ink, "centre"),
    ]
    if warning is None:
        return Picture(look.palette.paper, tuple(items))
    room = Rect(MARGIN, top + 300, look.width - 2 * MARGIN, 160)
    items += _warning(warning, room, look)
    choices, spots = choice_buttons(Rect(MARGIN, room.bottom + 36, room.w, 104), look, TextStyle("bold", 42))
    return Picture(look.palette.paper, (*items, *choices), spots=spots)


def _warning(warning: str, rect: Rect, look: Look) -> tuple[Item, ...]:
    """Return the sentence of a warning in its band."""
    ink = look.palette.ink
    inner = Rect(rect.x + 130, rect.y + 14, rect.w - 170, rect.h - 28)
    text = f"{tr(phrases.SENSITIVE)} {warning}" if warning else tr("Sujet sensible.")
    lines = fit(text, [TextStyle("semibold", size) for size in (44, 40, 36, 32, 28)], inner, look.measure, 1.2)
    return (
        Box(rect, look.palette.warning, TILE_RADIUS),
        Icon(Rect(rect.x + 40, rect.centre[1] - 32, 64, 64), "warning", ink),
        *(place(lines, inner.x, rect.centre[1] - lines.height / 2, ink) if lines else ()),
    )


def choice_buttons(rect: Rect, look: Look, style: TextStyle) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    """Return the three choices side by side, as wide as each other."""
    width = (rect.w - _GAP * (len(CHOICES) - 1)) / len(CHOICES)
    style, has_icon = _fitting(width, style, look)
    pad = _PAD if has_icon else _LEAST_PAD
    items: list[Item] = []
    spots: list[Spot] = []
    for index, (key, cap, icon, label) in enumerate(CHOICES):
        place_of = Rect(rect.x + index * (width + _GAP), rect.y, width, rect.h)
        cap_width = key_cap(cap, 0, 0, style.size, look.palette, look.measure)[1]
        words = Rect(place_of.x + pad, place_of.y, place_of.w - 2 * pad - cap_width, place_of.h)
        cap_top = place_of.centre[1] - look.measure.line_height(TextStyle("regular", style.size)) / 2
        items += button(place_of, None, "", style, look.palette, look.measure)
        items += icon_and_words(
            words, icon if has_icon else None, tr(label), style, look.palette.ink, look.measure, align="left"
        )
        items += key_cap(cap, place_of.right - cap_width - pad, cap_top, style.size, look.palette, look.measure)[0]
        spots.append(Spot(place_of, f"press:{key}", tr(label)))
    return tuple(items), tuple(spots)


def _fitting(width: float, style: TextStyle, look: Look) -> tuple[TextStyle, bool]:
    """Return the largest style in which the three choices fit, and whether their icons do too."""
    sizes = [style.size - step for step in range(int(style.size - SMALLEST) + 1)]
    for size in sizes:
        if _needs(TextStyle(style.font, size), look) <= width:
            return TextStyle(style.font, size), True
    least = TextStyle(style.font, SMALLEST)
    return least, False


def _needs(style: TextStyle, look: Look) -> float:
    """Return how wide the widest of the three choices is, with its icon and its key."""
    return max(
        2 * _PAD
        + style.size * 1.6
        + look.measure.width(tr(label), style)
        + 14
        + key_cap(cap, 0, 0, style.size, look.palette, look.measure)[1]
        for _, cap, _, label in CHOICES
    )
