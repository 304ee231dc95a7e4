"""What the facilitator's page is made of: parts of a known height, under each other, on as many pages as they need.

Sizes are in logical px.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.drawing.drawlist import Box, Icon, Item, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.parts import SMALLEST, STROKE, TILE_RADIUS
from game.drawing.text import block, place
from game.drawing.theme import TextStyle, contrast, ink_on
from game.screens.scene import Look

BODY = TextStyle("regular", 30)
STRONG = TextStyle("semibold", 30)
LABEL = TextStyle("bold", 30)
HEADING = TextStyle("title", 34)
LEAST = TextStyle("regular", SMALLEST)
PART_GAP = 20.0
CHIP_HEIGHT = 58.0
_LEADING = 1.28
_LARGE_ONLY = 7.0
"""A theme colour whose writing has less contrast is for large words: 4.5:1 is enough for these alone."""

Drawn = tuple[tuple[Item, ...], tuple[Spot, ...]]


@dataclass(frozen=True)
class Part:
    """Something of a known height; ``draw`` gives it at a place (left, top)."""

    height: float
    draw: Callable[[float, float], Drawn]


def paged(parts: Sequence[Part], height: float) -> tuple[tuple[Part, ...], ...]:
    """Return the parts on pages no higher than ``height``, at least one page; a part alone may be higher."""
    pages: list[list[Part]] = [[]]
    used = 0.0
    for part in parts:
        if pages[-1] and used + part.height > height:
            pages.append([])
            used = 0.0
        pages[-1].append(part)
        used += part.height + PART_GAP
    return tuple(tuple(page) for page in pages)


def stacked(parts: Sequence[Part], x: float, y: float) -> Drawn:
    """Return parts under each other from a place on."""
    items: list[Item] = []
    spots: list[Spot] = []
    for part in parts:
        more, more_spots = part.draw(x, y)
        items += more
        spots += more_spots
        y += part.height + PART_GAP
    return tuple(items), tuple(spots)


def paragraph(text: str, width: float, look: Look, style: TextStyle = BODY, colour: str | None = None) -> Part:
    """Return a text on as many lines as it needs."""
    lines = block(text, style, width, look.measure, _LEADING)
    return Part(lines.height, lambda x, y: (place(lines, x, y, colour or look.palette.ink), ()))


def labelled(label: str, text: str, width: float, look: Look) -> Part:
    """Return a short label in bold, and a text under it."""
    head, lines = block(label, LABEL, width, look.measure), block(text, BODY, width, look.measure, _LEADING)

    def draw(x: float, y: float) -> Drawn:
        below = place(lines, x, y + head.height + 4, look.palette.ink)
        return (*place(head, x, y, look.palette.ink), *below), ()

    return Part(head.height + 4 + lines.height, draw)


def bullets(heading: str, lines: Sequence[str], width: float, look: Look) -> Part:
    """Return a box with a heading and lines that each begin with a bullet."""
    edge, inner = 32.0, width - 64 - 34
    head = block(heading, HEADING, width - 64, look.measure, 1.1)
    blocks = [block(line, BODY, inner, look.measure, _LEADING) for line in lines]
    height = 26 + head.height + 14 + sum(entry.height + 10 for entry in blocks) + 18

    def draw(x: float, y: float) -> Drawn:
        ink, top = look.palette.ink, y + 26 + head.height + 14
        items: list[Item] = [
            Box(Rect(x, y, width, height), look.palette.surface, TILE_RADIUS, ink, STROKE),
            *place(head, x + edge, y + 26, ink),
        ]
        for entry in blocks:
            middle = top + look.measure.line_height(BODY) / 2
            items.append(Box(Rect(x + edge + 6, middle - 5, 10, 10), ink, 5))
            items += place(entry, x + edge + 34, top, ink)
            top += entry.height + 10
        return tuple(items), ()

    return Part(height, draw)


def banner(label: str, text: str, width: float, look: Look, *, icon: str = "warning") -> Part:
    """Return a band that warns: an icon, a label in bold and a sentence."""
    lead = look.measure.width(f"{label} ", LABEL)
    whole = block(text, BODY, width - 130, look.measure, _LEADING)
    is_one_line = len(whole.lines) == 1 and lead + whole.width <= width - 130
    height = (whole.height if is_one_line else whole.height + 44) + 36

    def draw(x: float, y: float) -> Drawn:
        ink, top, left = look.palette.ink, y + 18, x + 100
        items: list[Item] = [
            Box(Rect(x, y, width, height), look.palette.warning, TILE_RADIUS),
            Icon(Rect(x + 30, y + height / 2 - 24, 48, 48), icon, ink),
            Text(left, top, label, LABEL, ink),
        ]
        items += place(whole, left + lead, top, ink) if is_one_line else place(whole, left, top + 44, ink)
        return tuple(items), ()

    return Part(height, draw)


def chip(icon: str, label: str, ground: str, x: float, y: float, look: Look) -> tuple[tuple[Item, ...], float]:
    """Return a word with its icon on a colour, and its width; on a colour that small words do not read on, larger."""
    size = 32.0 if contrast(ink_on(ground), ground) >= _LARGE_ONLY else 36.0
    style, writing = TextStyle("bold", size), ink_on(ground)
    width = 24 + 40 + 14 + look.measure.width(label, style) + 24
    top = y + (CHIP_HEIGHT - look.measure.line_height(style)) / 2
    face = Box(Rect(x, y, width, CHIP_HEIGHT), ground, 14)
    mark = Icon(Rect(x + 24, y + CHIP_HEIGHT / 2 - 20, 40, 40), icon, writing)
    return (face, mark, Text(x + 78, top, label, style, writing)), width
