"""The pieces of the game as items to draw: die, squares, bricks. Sizes are in logical px."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Disc, Icon, Item, Text
from game.drawing.geometry import Rect, centred
from game.drawing.parts import SMALLEST, STROKE, TILE_RADIUS, words
from game.drawing.text import ELLIPSIS, fit, place, shorten
from game.drawing.theme import INK, WHITE, Palette, TextStyle, ink_on

if TYPE_CHECKING:
    from game.drawing.text import Block, Measure

_LIGHTER_FROM = 32.0
BRICK_RADIUS = 8.0

_NUMBER, _LARGEST_NUMBER = 44.0, 68.0
_DIGIT = 0.66
"""Width of a digit of a number, of its size."""
_LEAST_ICON = 16.0
_SPECIAL_ICON, _LARGEST_NAME = 50.0, 40.0
_NAME_FROM = 120.0
"""On a narrower tile, a name keeps off the sides."""
_BRICK_MARGIN = 6.0

_PIPS = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}


def die(rect: Rect, face: int) -> tuple[Item, ...]:
    """Return a die showing 1 to 6: white, thick, with a black face and white pips.

    Raises:
        KeyError: `face` is not between 1 and 6.
    """
    x, y = rect.centre
    side = min(rect.w, rect.h)
    step, pip = side * 0.17, side * 0.062
    return (
        Box(rect, WHITE, side * 0.18, INK, 5.0, shadow=8.0),
        Box(rect.inset(side * 0.175), INK, side * 0.105),
        *(Disc(x + column * step, y + row * step, pip, WHITE) for column, row in _PIPS[face]),
    )


def number_size(rect: Rect) -> int:
    """Return the size of the number of a tile: 44 px, more on a very large tile, less on a small one."""
    usual = min(_NUMBER, rect.h * 0.5, rect.w * 0.42)
    return int(max(SMALLEST, usual, min(_LARGEST_NUMBER, rect.h * 0.3, rect.w * 0.3)))


def tile(rect: Rect, number: int, icon: str, colour: str) -> tuple[Item, ...]:
    """Return a theme's square: number at the top left, icon at the bottom right, on its colour."""
    return (Box(rect, colour, _radius(rect)), *_numbered(rect, number, icon, ink_on(colour)))


def plain_tile(rect: Rect, number: int, palette: Palette) -> tuple[Item, ...]:
    """Return a square where nothing happens: its number alone, on the ground of panels."""
    face = Box(rect, palette.panel, _radius(rect), palette.hairline, STROKE / 2)
    return (face, *_numbered(rect, number, "", palette.ink))


def _numbered(rect: Rect, number: int, icon: str, writing: str) -> tuple[Item, ...]:
    """Put a number at the top left of a tile, and an icon at the bottom right as large as stands off the number."""
    size = number_size(rect)
    air = size / _NUMBER
    left, top = min(14.0, rect.w * 0.1), min(8.0, 8 * air)
    if rect.h < size or rect.w < _DIGIT * size:  # too small for any writing: the path alone shows
        return ()
    text = Text(rect.x + left, rect.y + top, str(number), TextStyle("title", size), writing)
    beside = rect.w - 2 * left - _DIGIT * size * len(str(number)) - 3
    bottom = min(12.0, 12 * air)
    below = rect.h - top - size - bottom
    side = min(max(64.0, rect.h * 0.4), rect.h * 0.55, rect.w * 0.45, max(beside, below))
    if not icon or side < _LEAST_ICON:
        return (text,)
    return (text, Icon(Rect(rect.right - left - side, rect.bottom - bottom - side, side, side), icon, writing))


def special_tile(
    rect: Rect,
    icon: str,
    name: str,
    palette: Palette,
    measure: Measure,
    *,
    number: int | None = None,
    filled: bool = False,
    taken: float = 0.0,
    least: float = 0.0,
) -> tuple[Item, ...]:
    """Return a square with its name under its icon: outlined, or filled for start and end.

    ``taken`` px at the bottom are left to pawns. A tile too low for both icon and name keeps the name; one too small
    for the name, in the size of tiles and in the `least` one, shows its icon, and its number if it has one.
    """
    ground = palette.ink if filled else palette.surface
    writing = ink_on(ground) if filled else palette.ink
    face = Box(rect, ground, _radius(rect), palette.ink, STROKE)
    inside = rect.inset(STROKE if rect.w >= _NAME_FROM else 2 * STROKE, STROKE)
    room = Rect(inside.x, inside.y, inside.w, inside.h - taken)
    style = TextStyle("semibold", max(int(max(SMALLEST, min(_LARGEST_NAME, rect.h * 0.2))), least))
    lines = None if _has_long_word(name, style, room.w, measure) else fit(name, (style,), room, measure, leading=1.08)
    if lines is not None:
        return (face, *_named(room, icon, lines, writing))
    if number is not None:
        return (face, *_numbered(rect, number, icon, writing))
    side = min(room.h * 0.7, room.w * 0.6)
    return (face, Icon(centred(room.centre, side, side), icon, writing)) if side >= _LEAST_ICON else (face,)


def _named(room: Rect, icon: str, lines: Block, writing: str) -> tuple[Item, ...]:
    middle = room.centre[0]
    side = min(max(_SPECIAL_ICON, room.h * 0.36), room.h - lines.height - 4)
    if side < SMALLEST:
        return place(lines, middle, room.centre[1] - lines.height / 2, writing, "centre")
    top = room.centre[1] - (side + lines.height) / 2
    mark = Icon(centred((middle, top + side / 2), side, side), icon, writing)
    return (mark, *place(lines, middle, top + side, writing, "centre"))


def _has_long_word(name: str, style: TextStyle, width: float, measure: Measure) -> bool:
    return any(measure.width(word, style) > width for word in name.split(" "))


def _radius(rect: Rect) -> float:
    return min(TILE_RADIUS, rect.w * 0.18, rect.h * 0.18)


def brick(rect: Rect, colour: str, icon: str, word: str, measure: Measure, *, least: float = 0.0) -> tuple[Item, ...]:
    """Return a laid brick: its theme's icon, and the team's word as large as fits, never under `SMALLEST`.

    A word too long to stand beside the icon goes under it if the brick is high enough, else it is cut; one that would
    be under the `least` size is left out.
    """
    writing = ink_on(colour)
    face = Box(rect, colour, BRICK_RADIUS)
    alone = (face, Icon(centred(rect.centre, rect.h * 0.5, rect.h * 0.5), icon, writing))
    if not word:
        return alone
    style = _beside_style(rect, word, measure)
    if style.size < least:
        return alone
    room = rect.inset(_BRICK_MARGIN)
    line_height = measure.line_height(style)
    if _beside_width(word, style, measure) > room.w and room.h - line_height >= SMALLEST:
        line = Text(room.centre[0], room.y, shorten(word, style, room.w, measure), style, writing, "centre")
        return (face, *_stacked(room, icon, line, line_height))
    lead = _beside_width("", style, measure)
    shown = shorten(word, style, room.w - lead, measure)
    if shown == ELLIPSIS:
        return alone
    side = _icon_side(style)
    left = rect.centre[0] - _beside_width(shown, style, measure) / 2
    return (
        face,
        Icon(Rect(left, rect.centre[1] - side / 2, side, side), icon, writing),
        words(shown, left + lead, rect.centre[1], style, writing, measure),
    )


def _beside_style(rect: Rect, word: str, measure: Measure) -> TextStyle:
    """Return the largest style that lets the icon and the word stand side by side with air, or the smallest."""
    size, room = max(SMALLEST, rect.h * 0.44), rect.w - 0.28 * rect.h
    while size > SMALLEST and _beside_width(word, _brick_style(size), measure) > room:
        size = max(SMALLEST, size - 2)
    return _brick_style(size)


def _brick_style(size: float) -> TextStyle:
    """Return the weight of a brick's word: small words are bold, to stand out on a theme's colour."""
    return TextStyle("semibold" if size >= _LIGHTER_FROM else "bold", size)


def _beside_width(word: str, style: TextStyle, measure: Measure) -> float:
    return _icon_side(style) + style.size * 0.22 + measure.width(word, style)


def _icon_side(style: TextStyle) -> float:
    return style.size * 1.15


def _stacked(room: Rect, icon: str, line: Text, line_height: float) -> tuple[Item, ...]:
    """Put the icon over a line, both in the middle of a room."""
    side = min(room.h * 0.5, room.h - line_height)
    top = room.centre[1] - (side + line_height) / 2
    mark = Icon(centred((room.centre[0], top + side / 2), side, side), icon, line.colour)
    return (mark, replace(line, y=top + side))


def empty_brick(rect: Rect, palette: Palette) -> tuple[Item, ...]:
    """Return the dashed place of a brick still to come."""
    return (Box(rect, None, BRICK_RADIUS, palette.hairline, 2.0, dashed=True),)
