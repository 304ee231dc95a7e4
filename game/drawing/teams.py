"""Teams as the room sees them: pawns on the board, names along the bottom. Sizes are in logical px."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Disc, Icon, Item
from game.drawing.geometry import Rect, centred
from game.drawing.parts import STROKE, words
from game.drawing.text import shorten
from game.drawing.theme import INK, WHITE, Palette, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.text import Measure

CHIP_HEIGHT = 76.0

_SIZES = (34.0, 31.0, 28.0)
_LARGEST_NAME = 54.0
_GAP = 18.0
_BEFORE_NAME = 82.0
_AFTER_NAME = 30.0


def pawn(centre: tuple[float, float], radius: float, icon: str) -> tuple[Item, ...]:
    """Return a team's pawn: white, ringed with ink so that it stands out on every tile."""
    x, y = centre
    side = radius * 1.25
    return (
        Disc(x, y + radius / 8, radius, INK),
        Disc(x, y, radius, WHITE, INK, radius * 0.17),
        Icon(centred(centre, side, side), icon, INK),
    )


def team_strip(
    rect: Rect,
    teams: Sequence[tuple[str, str]],
    active: int | None,
    palette: Palette,
    measure: Measure,
    least: float = 0.0,
) -> tuple[Item, ...]:
    """Return the teams, each given as (name, icon), side by side from the left of `rect`, the active one filled.

    When the names do not fit, even smaller, only the active team keeps its own; the others are their icon.
    All are, when a name of the `least` size is too large for a chip.
    """
    names = [name if least <= _LARGEST_NAME else "" for name, _ in teams]
    style = _strip_style(rect.w, names, measure, least)
    if style is None:
        style = TextStyle("bold", max(_SIZES[0], least))
        spare = rect.w - (CHIP_HEIGHT + _GAP) * (len(teams) - 1) - _BEFORE_NAME - _AFTER_NAME
        names = [shorten(name, style, spare, measure) if i == active else "" for i, name in enumerate(names)]
    items: list[Item] = []
    left = rect.x
    for index, (name, (_, icon)) in enumerate(zip(names, teams, strict=True)):
        width = _chip_width(name, style, measure)
        chip = Rect(left, rect.y, width, CHIP_HEIGHT)
        items += _chip(chip, icon, palette, is_active=index == active)
        if name:
            colour = palette.paper if index == active else palette.ink
            items.append(words(name, left + _BEFORE_NAME, chip.centre[1], style, colour, measure))
        left += width + _GAP
    return tuple(items)


def _strip_style(width: float, names: Sequence[str], measure: Measure, least: float) -> TextStyle | None:
    for size in _SIZES:
        style = TextStyle("bold", max(size, least))
        if sum(_chip_width(name, style, measure) + _GAP for name in names) - _GAP <= width:
            return style
    return None


def _chip_width(name: str, style: TextStyle, measure: Measure) -> float:
    return _BEFORE_NAME + measure.width(name, style) + _AFTER_NAME if name else CHIP_HEIGHT


def _chip(rect: Rect, icon: str, palette: Palette, *, is_active: bool) -> tuple[Item, ...]:
    middle = (rect.x + CHIP_HEIGHT / 2 + (4 if rect.w > CHIP_HEIGHT else 0), rect.centre[1])
    return (
        Box(rect, palette.ink if is_active else palette.surface, CHIP_HEIGHT / 2, palette.ink, STROKE),
        Disc(*middle, 28, palette.surface if is_active else palette.paper),
        Icon(centred(middle, 40, 40), icon, palette.ink),
    )
