"""The parts every screen is made of: keys, hints, buttons, clocks. The pieces of the game are in `pieces`.

Each function returns the items of one part, and its width when the part sets it. Sizes are those of the
pictures, in logical px. Nothing the room reads is written smaller than `SMALLEST`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.drawing import keycaps
from game.drawing.drawlist import Box, Icon, Item, Text
from game.drawing.geometry import Rect, centred
from game.drawing.text import shorten
from game.drawing.theme import Palette, TextStyle, ink_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Anchor
    from game.drawing.text import Measure

SMALLEST = 27.0
TILE_RADIUS = 18.0
PANEL_RADIUS = 36.0
STROKE = 4.0
HINT_SIZE = 36.0
CAP_SIZE = 0.75
"""Of the words beside it, the letter of a key."""
HINT_EDGE = 6.0
"""Around a hint, where a click still counts."""

_KEY_ICONS = {"→": "arrow-right", "←": "arrow-left", "↑": "arrow-up", "↓": "arrow-down"}
_KEY_SHADOW = 3.0
_HINT_GAP = 40.0
_CAP_HEIGHT = 1.3
"""Of a key, for words of size 1."""


def words(
    text: str, x: float, centre_y: float, style: TextStyle, colour: str, measure: Measure, anchor: Anchor = "left"
) -> Text:
    """Return one line of text whose line box is centred on `centre_y`."""
    return Text(x, centre_y - measure.line_height(style) / 2, text, style, colour, anchor)


def key_cap(
    label: str, x: float, y: float, size: float, palette: Palette, measure: Measure
) -> tuple[tuple[Item, ...], float]:
    """Return a usual key as it is on this keyboard, to stand beside words of `size` px whose line box starts at `y`."""
    return physical_cap(keycaps.shown(label), x, y, size, palette, measure)


def physical_cap(
    label: str, x: float, y: float, size: float, palette: Palette, measure: Measure
) -> tuple[tuple[Item, ...], float]:
    """Return a key with what really stands on it, whatever it does; placed as in `key_cap`."""
    style = TextStyle("semibold", max(SMALLEST, size * CAP_SIZE))
    height = size * _CAP_HEIGHT
    icon = _KEY_ICONS.get(label)
    width = max(height, (style.size if icon else measure.width(label, style)) + style.size * 0.9)
    centre_y = y + measure.line_height(TextStyle("regular", size)) / 2
    rect = Rect(x, centre_y - height / 2, width, height)
    face = Box(rect, palette.surface, size * 0.25, palette.ink, 3.0, shadow=_KEY_SHADOW)
    if icon:
        return (face, Icon(centred(rect.centre, style.size, style.size), icon, palette.ink)), width
    return (face, words(label, rect.centre[0], centre_y, style, palette.ink, measure, "centre")), width


def hint(
    keys: Sequence[str],
    label: str,
    x: float,
    y: float,
    palette: Palette,
    measure: Measure,
    *,
    size: float = HINT_SIZE,
    colour: str | None = None,
) -> tuple[tuple[Item, ...], float]:
    """Return key caps, then what they do, in `colour` (else ink); `y` is the top of the words' line box."""
    items: list[Item] = []
    left = x
    for key in keys:
        cap, width = key_cap(key, left, y, size, palette, measure)
        items += cap
        left += width + size * 0.28
    style = TextStyle("regular", size)
    items.append(Text(left, y, label, style, colour or palette.ink))
    return tuple(items), left + measure.width(label, style) - x


def hint_line(
    entries: Sequence[tuple[Sequence[str], str]],
    x: float,
    y: float,
    room: float,
    palette: Palette,
    measure: Measure,
    *,
    size: float = HINT_SIZE,
    colour: str | None = None,
) -> list[tuple[tuple[Item, ...], Rect]]:
    """Return hints side by side, each with its place: the first ones, as many as fit in `room` px, at least one.

    A hint is given as (keys, what they do); `y` is the top of the words' line box.
    """
    placed: list[tuple[tuple[Item, ...], Rect]] = []
    left = x
    for keys, label in entries:
        items, width = hint(keys, label, left, y, palette, measure, size=size, colour=colour)
        if placed and left + width > x + room:
            break
        placed.append((items, Rect(left, y, width, size * _CAP_HEIGHT)))
        left += width + _HINT_GAP
    return placed


def button(
    rect: Rect,
    icon: str | None,
    label: str,
    style: TextStyle,
    palette: Palette,
    measure: Measure,
    *,
    filled: bool = False,
    fill: str | None = None,
    align: Literal["left", "centre"] = "centre",
) -> tuple[Item, ...]:
    """Return a button with its icon and words: outlined, filled with ink, or with the colour `fill`."""
    ground = fill or (palette.ink if filled else palette.surface)
    colour = ink_on(ground) if fill or filled else palette.ink
    outline = None if fill or filled else palette.ink
    face = Box(rect, ground, TILE_RADIUS, outline, 3.0 if outline else 0.0)
    room = rect.inset(style.size if align == "left" else 0.0, 0.0)
    return (face, *icon_and_words(room, icon, label, style, colour, measure, align=align))


def icon_and_words(
    rect: Rect,
    icon: str | None,
    label: str,
    style: TextStyle,
    colour: str,
    measure: Measure,
    *,
    align: Literal["left", "centre"] = "centre",
) -> tuple[Item, ...]:
    """Return an icon and one line of words, together in a rect; too long words end with `…`."""
    lead = _icon_lead(icon, style)
    label = shorten(label, style, rect.w - lead, measure)
    spare = rect.w - _content_width(icon, label, style, measure)
    left = rect.x + (spare / 2 if align == "centre" else 0.0)
    line = words(label, left + lead, rect.centre[1], style, colour, measure)
    if icon is None:
        return (line,)
    side = style.size * 1.25
    return (Icon(Rect(left, rect.centre[1] - side / 2, side, side), icon, colour), line)


def _icon_lead(icon: str | None, style: TextStyle) -> float:
    return style.size * 1.6 if icon else 0.0


def _content_width(icon: str | None, label: str, style: TextStyle, measure: Measure) -> float:
    return _icon_lead(icon, style) + measure.width(label, style)


def clock(
    reading: str,
    x: float,
    y: float,
    colour: str,
    measure: Measure,
    *,
    size: float = HINT_SIZE,
    anchor: Anchor = "left",
) -> tuple[tuple[Item, ...], float]:
    """Return a stopwatch and a reading such as « Encore 38 min »; `x` is where the anchor is."""
    style = TextStyle("bold", size)
    side, gap = size * 1.25, size * 0.28
    width = side + gap + measure.width(reading, style)
    left = x - {"left": 0.0, "centre": width / 2, "right": width}[anchor]
    centre_y = y + measure.line_height(style) / 2
    return (
        Icon(Rect(left, centre_y - side / 2, side, side), "timer", colour),
        Text(left + side + gap, y, reading, style, colour),
    ), width
