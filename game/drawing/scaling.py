"""What is drawn, made smaller or larger as a whole. Lengths are in logical px."""

from __future__ import annotations

from dataclasses import replace

from game.drawing.drawlist import Box, Disc, Icon, Item, Line, Photo, Text
from game.drawing.geometry import Rect


def scaled(item: Item, factor: float, left: float = 0.0, top: float = 0.0) -> Item:
    """Return an item made ``factor`` times as large, ``left`` px from the left edge and ``top`` px from the top."""
    match item:
        case Box(rect):
            radius, stroke, shadow = item.radius * factor, item.stroke_width * factor, item.shadow * factor
            place = scaled_rect(rect, factor, left, top)
            return replace(item, rect=place, radius=radius, stroke_width=stroke, shadow=shadow)
        case Text(x, y, _, style):
            larger = replace(style, size=style.size * factor)
            return replace(item, x=x * factor + left, y=y * factor + top, style=larger)
        case Icon(rect) | Photo(rect):
            return replace(item, rect=scaled_rect(rect, factor, left, top))
        case Disc(x, y):
            radius, stroke = item.radius * factor, item.stroke_width * factor
            return replace(item, x=x * factor + left, y=y * factor + top, radius=radius, stroke_width=stroke)
        case Line(x1, y1, x2, y2, width):
            ends = x1 * factor + left, y1 * factor + top, x2 * factor + left, y2 * factor + top
            return Line(*ends, width * factor, item.colour)


def scaled_rect(rect: Rect, factor: float, left: float = 0.0, top: float = 0.0) -> Rect:
    """Return a place made ``factor`` times as large, ``left`` px from the left edge and ``top`` px from the top."""
    return Rect(rect.x * factor + left, rect.y * factor + top, rect.w * factor, rect.h * factor)
