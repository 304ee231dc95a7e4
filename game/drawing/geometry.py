"""Rectangles, and the ways to share one out. Everything is in logical pixels (a 1080 px high canvas)."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Rect(NamedTuple):
    """A place on the canvas: left, top, width and height, in logical px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Return the x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Return the y of the bottom edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """Return the (x, y) of the middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """Return the rect shrunk by `dx` on the left and right, `dy` (else `dx`) above and below."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rect shifted by (dx, dy)."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside; the right and bottom edges are outside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


def centred(centre: tuple[float, float], w: float, h: float) -> Rect:
    """Return the rect of size w x h around a middle point."""
    return Rect(centre[0] - w / 2, centre[1] - h / 2, w, h)


def pack_row(rect: Rect, widths: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
    """Lay places of these widths (px) from the left edge of `rect`, as high as it."""
    lefts = accumulate(widths, lambda left, width: left + width + gap, initial=rect.x)
    return tuple(Rect(left, rect.y, width, rect.h) for left, width in zip(lefts, widths, strict=False))


def pack_column(rect: Rect, heights: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
    """Lay places of these heights (px) from the top edge of `rect`, as wide as it."""
    tops = accumulate(heights, lambda top, height: top + height + gap, initial=rect.y)
    return tuple(Rect(rect.x, top, rect.w, height) for top, height in zip(tops, heights, strict=False))


def row(rect: Rect, weights: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
    """Share the whole width of `rect` in proportion to `weights`, left to right."""
    return pack_row(rect, _shares(rect.w, weights, gap), gap)


def column(rect: Rect, weights: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
    """Share the whole height of `rect` in proportion to `weights`, top to bottom."""
    return pack_column(rect, _shares(rect.h, weights, gap), gap)


def grid(rect: Rect, columns: int, rows: int, gap: float = 0.0) -> tuple[Rect, ...]:
    """Cut `rect` into equal cells, row by row from the top left."""
    return tuple(cell for line in column(rect, (1,) * rows, gap) for cell in row(line, (1,) * columns, gap))


def _shares(length: float, weights: Sequence[float], gap: float) -> list[float]:
    free = length - gap * (len(weights) - 1)
    total = sum(weights)
    return [free * weight / total for weight in weights]
