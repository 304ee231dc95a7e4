"""The room's pages as the settings want them: larger, letters apart, nothing too small for the last row.

A page is laid out on a smaller canvas, then magnified: what stands on it keeps its proportions, and words that no
longer fit go to a smaller size or to another page. Then no text stays under the least size: what is beside the point
is written larger where it has room, else left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Item, Picture, Text
from game.drawing.legibility import least_for
from game.drawing.scaling import scaled, scaled_rect
from game.drawing.theme import TextStyle
from game.screens.legible import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.drawing.text import Measure
    from game.screens.scene import Look


@dataclass(frozen=True)
class Closer:
    """Measures text on a canvas that will be magnified, letters apart."""

    measure: Measure
    zoom: float
    spacing: float

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width of one line."""
        return self.measure.width(text, self.drawn(style)) / self.zoom

    def line_height(self, style: TextStyle) -> float:
        """Return the height of the box of one line."""
        return self.measure.line_height(self.drawn(style)) / self.zoom

    def drawn(self, style: TextStyle) -> TextStyle:
        """Return the style that a text has once magnified."""
        return TextStyle(style.font, style.size * self.zoom, self.spacing)


def closer(look: Look, least_canvas: tuple[float, float]) -> Look:
    """Return how a page is laid out to be magnified; its canvas keeps at least this width and height (logical px)."""
    zoom = min(look.text_size, look.width / least_canvas[0], look.height / least_canvas[1])
    zoom = max(zoom, 1.0)
    measure = Closer(look.measure, zoom, look.spacing)
    width, height, least = look.width / zoom, look.height / zoom, look.least / zoom
    return replace(look, measure=measure, width=width, height=height, least=least, text_size=zoom)


def is_as_usual(look: Look) -> bool:
    """Tell whether nobody has changed how the room reads."""
    return look.text_size == 1.0 and not look.spacing and not look.least


def page(look: Look, least_canvas: tuple[float, float], make: Callable[[Look], Picture]) -> Picture:
    """Return a page as the settings want it; ``make`` lays it out on the canvas that it is given."""
    if is_as_usual(look):
        return make(look)
    near = closer(look, least_canvas)
    picture = make(near)
    zoom = near.text_size
    spots = tuple(replace(spot, rect=scaled_rect(spot.rect, zoom)) for spot in picture.spots)
    mirror = scaled_rect(picture.mirror, zoom) if picture.mirror else None
    base, moving = (magnified(items, near) for items in (picture.base, picture.moving))
    large = Picture(picture.background, base, moving, spots, mirror)
    return legible(large, look) if look.least else large


def over(look: Look, least_canvas: tuple[float, float], make: Callable[[Look], Iterable[Item]]) -> tuple[Item, ...]:
    """Return what is drawn over such a page, on the same canvas; a text under the least size is left out."""
    if is_as_usual(look):
        return tuple(make(look))
    near = closer(look, least_canvas)
    return tuple(item for item in magnified(make(near), near) if not _is_too_small(item, look.least))


def magnified(items: Iterable[Item], near: Look) -> tuple[Item, ...]:
    """Return items laid out on the canvas of `closer` as they stand on the whole one."""
    large = (scaled(item, near.text_size) for item in items)
    return tuple(
        replace(item, style=replace(item.style, spacing=near.spacing)) if isinstance(item, Text) else item
        for item in large
    )


def _is_too_small(item: Item, least: float) -> bool:
    return isinstance(item, Text) and item.style.size < least_for(item.text, least) - 1e-6
