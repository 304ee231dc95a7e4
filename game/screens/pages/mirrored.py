"""A page for a language that is read from right to left: everything on the other side, and nothing else changed."""

from collections.abc import Iterable
from dataclasses import replace

from game.drawing.drawlist import Anchor, Box, Disc, Icon, Item, Line, Photo, Text
from game.drawing.geometry import Rect

_OTHER: dict[Anchor, Anchor] = {"left": "right", "centre": "centre", "right": "left"}


def mirrored(items: Iterable[Item], area: Rect) -> tuple[Item, ...]:
    """Return items that stand in an area as they stand in a mirror; letters and icons are not turned over."""
    return tuple(_mirrored(item, area.x + area.right) for item in items)


def _mirrored(item: Item, both: float) -> Item:
    match item:
        case Text():
            return replace(item, x=both - item.x, anchor=_OTHER[item.anchor])
        case Box() | Icon() | Photo():
            return replace(item, rect=item.rect.moved(both - item.rect.x - item.rect.right, 0))
        case Line():
            return replace(item, x1=both - item.x1, x2=both - item.x2)
        case Disc():
            return replace(item, x=both - item.x)
