"""The painter: draws a `Picture` on a pygame surface, sharp at every scale, and measures text as drawn."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.drawing.drawlist import Box, Disc, Icon, Item, Line, Photo, Picture, Text
from game.screens.kept import Kept
from game.screens.lettering import Lettering
from game.screens.photos import Photos

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from game.drawing.geometry import Rect
    from game.drawing.theme import TextStyle

_MOST_LINE_BYTES = 8_000_000
"""About three full pages of 1080p; two windows keep as much each."""
_FALLBACK_ICON = "question"
# Round shapes are drawn this many times too large, then averaged: pygame.draw leaves stairs.
_FINE, _COARSE, _FINE_UP_TO = 8, 4, 160
_DASH = 8.0
_DASH_PERIOD = 1.6


class _Look(NamedTuple):
    """The look of a box in real px: `dash` is the length of a dash of its edge, 0 for a plain one."""

    fill: str | None
    edge: str | None = None
    stroke: int = 0
    dash: int = 0


class Painter:
    """Draw pictures with the shipped fonts and icons; needs no window, only surfaces.

    `scale` is the number of real px for a logical px. Set it before composing a picture: text is measured at
    the real size it will have. One painter serves one surface.
    """

    def __init__(self, fonts: Path, icons: Path, scale: float = 1.0, photos: Photos | None = None) -> None:
        """Read fonts and icons from these folders, when they are first needed; ``photos`` reads pictures."""
        pygame.font.init()
        self.scale = scale
        self._icons = icons
        self._lettering = Lettering(fonts)
        self._width = lru_cache(8192)(self._lettering.width)
        self._line = Kept(self._lettering.render, _line_bytes, _MOST_LINE_BYTES)
        self._icon = lru_cache(256)(self._render_icon)
        self._disc = lru_cache(256)(_render_disc)
        self._photos = photos or Photos()
        self._awaited: dict[Photo, Future[pygame.Surface | None]] = {}
        self._target: pygame.Surface | None = None
        self._composed: pygame.Surface | None = None
        self._stage: tuple[object, ...] = ()
        self._base: tuple[Item, ...] = ()
        self._places: dict[Item, pygame.Rect] = {}
        self._moving: tuple[Item, ...] = ()
        self._covered: list[pygame.Rect] = []
        self._origin = (0.0, 0.0)

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width a line will have once drawn at the current scale, in logical px."""
        px = self._text_px(style)
        return self._width(text, style.font, px, style.spacing * px) / self.scale

    def line_height(self, style: TextStyle) -> float:
        """Return the height of the box of one line at the current scale, in logical px."""
        return self._lettering.height(style.font, self._text_px(style)) / self.scale

    @property
    def is_due(self) -> bool:
        """Whether a picture that was still being read can now be drawn."""
        return any(asked.done() for asked in self._awaited.values())

    def paint(
        self, surface: pygame.Surface, picture: Picture, scale: float, origin: tuple[float, float] = (0.0, 0.0)
    ) -> list[pygame.Rect]:
        """Draw a picture, its (0, 0) at `origin` (real px), and return the places that changed.

        While the scale and the surface stay the same, only what came, went or moves is redrawn.
        """
        self.scale, self._origin = scale, origin
        stage = (scale, origin, surface.get_size(), picture.background)
        mended = self._mend(picture) if stage == self._stage else None
        if mended is None:
            self._compose(surface, picture)
        self._stage, self._base = stage, picture.base
        is_whole = mended is None or surface is not self._target
        if not is_whole and not mended and picture.moving == self._moving:
            return []
        before = self._show_base(surface) if is_whole else self._restore(surface, [*self._covered, *(mended or ())])
        self._target, self._moving = surface, picture.moving
        self._covered = [self._draw(surface, item).clip(surface.get_rect()) for item in picture.moving]
        return before if is_whole else [*before, *self._covered]

    def forget(self) -> None:
        """Draw everything at the next call: something else has drawn on the surface."""
        self._target = None

    def _compose(self, surface: pygame.Surface, picture: Picture) -> None:
        if self._composed is None or self._composed.get_size() != surface.get_size():
            self._composed = pygame.Surface(surface.get_size(), 0, surface)
        self._composed.fill(picture.background)
        self._awaited.clear()
        self._places = {item: self._draw(self._composed, item) for item in picture.base}

    def _mend(self, picture: Picture) -> list[pygame.Rect] | None:
        """Redraw the composed base where items came and went: return these places, ``None`` when too much changed."""
        if picture.base == self._base and not self.is_due:
            return []
        before, after = set(self._base), set(picture.base)
        self._awaited = {item: asked for item, asked in self._awaited.items() if item in after}
        come = {item for item, asked in self._awaited.items() if asked.done() and item in after}
        gone, new = before - after | come & before, after - before | come
        stay = [item for item in picture.base if item not in new]
        if self._composed is None or len(new) > len(stay) or stay != [item for item in self._base if item not in gone]:
            return None
        places = [self._places.pop(item) for item in gone]
        for item in new:
            self._places[item] = self._draw(self._composed, item)  # to learn its place: it is drawn again, in order
            places.append(self._places[item])
        places = _merged(places)
        for place in places:
            self._composed.set_clip(place)
            self._composed.fill(picture.background)
            for item in picture.base:
                if self._places[item].colliderect(place):
                    self._draw(self._composed, item)
        self._composed.set_clip(None)
        return places

    def _show_base(self, surface: pygame.Surface) -> list[pygame.Rect]:
        if self._composed is not None:
            surface.blit(self._composed, (0, 0))
        return [surface.get_rect()]

    def _restore(self, surface: pygame.Surface, places: list[pygame.Rect]) -> list[pygame.Rect]:
        if self._composed is not None:
            for place in places:
                surface.blit(self._composed, place, place)
        return places

    def _draw(self, surface: pygame.Surface, item: Item) -> pygame.Rect:
        match item:
            case Text():
                return self._draw_text(surface, item)
            case Box():
                return self._draw_box(surface, item)
            case Icon():
                return self._draw_icon(surface, item)
            case Disc():
                return self._draw_disc(surface, item)
            case Line():
                return self._draw_line(surface, item)
            case Photo():
                return self._draw_photo(surface, item)

    def _draw_text(self, surface: pygame.Surface, item: Text) -> pygame.Rect:
        px = self._text_px(item.style)
        line, rise = self._line(item.text, item.style.font, px, item.colour, item.style.spacing * px)
        x, y = self._point(item.x, item.y)
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[item.anchor]
        return surface.blit(line, (round(x - share * line.get_width()), round(y) - rise))

    def _draw_icon(self, surface: pygame.Surface, item: Icon) -> pygame.Rect:
        side = max(1, round(min(item.rect.w, item.rect.h) * self.scale))
        x, y = self._point(*item.rect.centre)
        sprite = self._icon(item.name, side, item.colour)
        return surface.blit(sprite, (round(x - side / 2), round(y - side / 2)))

    def _draw_photo(self, surface: pygame.Surface, item: Photo) -> pygame.Rect:
        """Draw a picture; while it is read nothing but its ground, and a frame where there is none to draw."""
        rect = self._rect_px(item.rect)
        self._awaited.pop(item, None)
        asked = self._photos.get(item.file, (max(1, rect.w), max(1, rect.h))) if item.file else None
        if asked is not None and not asked.done():
            self._awaited[item] = asked
        elif asked is not None and (shown := asked.result()) is not None:
            surface.blit(shown, shown.get_rect(center=rect.center))
        else:
            self._draw_box(surface, Box(item.rect, None, 24, item.colour, 4, dashed=True))
        return rect

    def _draw_disc(self, surface: pygame.Surface, item: Disc) -> pygame.Rect:
        side = max(2, round(2 * item.radius * self.scale))
        x, y = self._point(item.x, item.y)
        stroke = self._stroke_px(item.stroke, item.stroke_width)
        sprite = self._disc(side, item.fill, item.stroke, stroke)
        return surface.blit(sprite, (round(x - side / 2), round(y - side / 2)))

    def _draw_line(self, surface: pygame.Surface, item: Line) -> pygame.Rect:
        thick = max(1, round(item.width * self.scale))
        (x1, y1), (x2, y2) = self._point(item.x1, item.y1), self._point(item.x2, item.y2)
        if item.x1 != item.x2 and item.y1 != item.y2:
            return pygame.draw.aaline(surface, item.colour, (x1, y1), (x2, y2), thick)
        # A ruled line stays on whole pixels, so that it is as dark as its colour.
        band = pygame.Rect(round(min(x1, x2)), round(min(y1, y2)), round(abs(x2 - x1)), round(abs(y2 - y1)))
        band = band.move(-thick // 2, 0) if item.x1 == item.x2 else band.move(0, -thick // 2)
        return surface.fill(item.colour, (band.topleft, (band.w or thick, band.h or thick)))

    def _draw_box(self, surface: pygame.Surface, item: Box) -> pygame.Rect:
        rect = self._rect_px(item.rect)
        radius = min(round(item.radius * self.scale), rect.w // 2, rect.h // 2)
        stroke = self._stroke_px(item.stroke, item.stroke_width)
        drop = round(item.shadow * self.scale) if item.stroke else 0
        if drop and item.stroke:
            self._draw_slab(surface, rect.move(0, drop), radius, _Look(item.stroke))
        dash = round(_DASH * self.scale) if item.dashed else 0
        self._draw_slab(surface, rect, radius, _Look(item.fill, item.stroke if stroke else None, stroke, dash))
        return pygame.Rect(rect.x, rect.y, rect.w, rect.h + drop)

    def _draw_slab(self, surface: pygame.Surface, rect: pygame.Rect, radius: int, look: _Look) -> None:
        """Draw straight parts as plain fills and corners as quarters of a cached disc: a large box is cheap."""
        if look.fill:
            inside = rect.inflate(-2 * look.stroke, -2 * look.stroke)
            for band in _cross(inside, max(0, radius - look.stroke)):
                surface.fill(look.fill, band)
        if look.edge:
            for band in _edges(rect, radius, look):
                surface.fill(look.edge, band)
        if radius and (look.fill or look.edge):
            disc = self._disc(2 * radius, look.fill, look.edge, look.stroke)
            far_x, far_y = rect.right - radius, rect.bottom - radius
            surface.blit(disc, rect.topleft, (0, 0, radius, radius))
            surface.blit(disc, (far_x, rect.y), (radius, 0, radius, radius))
            surface.blit(disc, (rect.x, far_y), (0, radius, radius, radius))
            surface.blit(disc, (far_x, far_y), (radius, radius, radius, radius))

    def _text_px(self, style: TextStyle) -> int:
        return max(1, round(style.size * self.scale))

    def _stroke_px(self, colour: str | None, width: float) -> int:
        return max(1, round(width * self.scale)) if colour and width > 0 else 0

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self._origin[0], y * self.scale + self._origin[1]

    def _rect_px(self, rect: Rect) -> pygame.Rect:
        """Round the edges, not the size: what touches on paper touches on the screen."""
        left, top = self._point(rect.x, rect.y)
        right, bottom = self._point(rect.right, rect.bottom)
        x, y = round(left), round(top)
        return pygame.Rect(x, y, max(0, round(right) - x), max(0, round(bottom) - y))

    def _render_icon(self, name: str, side: int, colour: str) -> pygame.Surface:
        """Load an icon; one that is not shipped is drawn as a question mark rather than stop a session."""
        file = self._icons / f"{name}.svg"
        if not file.is_file():
            file = self._icons / f"{_FALLBACK_ICON}.svg"
        svg = file.read_text(encoding="utf-8").replace("currentColor", colour)
        return pygame.image.load_sized_svg(BytesIO(svg.encode()), (side, side))


def _line_bytes(line: tuple[pygame.Surface, int]) -> int:
    return line[0].get_pitch() * line[0].get_height()


def _merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return rects that do not overlap and cover these."""
    apart: list[pygame.Rect] = []
    for rect in rects:
        whole = rect
        while (hit := whole.collidelist(apart)) >= 0:
            whole = whole.union(apart.pop(hit))
        apart.append(whole)
    return apart


def _edges(rect: pygame.Rect, radius: int, look: _Look) -> Iterator[tuple[int, int, int, int]]:
    """Yield the straight parts of an outline, between the corners, in dashes if it has them."""
    stroke = look.stroke
    for start, length in _dashes(rect.w - 2 * radius, look.dash):
        x = rect.x + radius + start
        yield x, rect.y, length, stroke
        yield x, rect.bottom - stroke, length, stroke
    for start, length in _dashes(rect.h - 2 * radius, look.dash):
        y = rect.y + radius + start
        yield rect.x, y, stroke, length
        yield rect.right - stroke, y, stroke, length


def _dashes(side: int, dash: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, length) of the dashes of a side, a gap at both ends: the corners are the next dashes."""
    if dash <= 0:
        yield 0, side
        return
    count = max(0, round(side / (dash * _DASH_PERIOD) - 0.5))
    gap = (side - count * dash) / (count + 1)
    for index in range(count):
        yield round(gap + index * (dash + gap)), dash


def _cross(rect: pygame.Rect, radius: int) -> tuple[tuple[int, int, int, int], ...]:
    """Return a rect without its four corners, as three bands."""
    return (
        (rect.x + radius, rect.y, rect.w - 2 * radius, radius),
        (rect.x, rect.y + radius, rect.w, rect.h - 2 * radius),
        (rect.x + radius, rect.bottom - radius, rect.w - 2 * radius, radius),
    )


def _render_disc(side: int, fill: str | None, edge: str | None, stroke: int) -> pygame.Surface:
    factor = _FINE if side <= _FINE_UP_TO else _COARSE
    middle = side * factor // 2
    large = pygame.Surface((side * factor, side * factor), pygame.SRCALPHA)
    outer = pygame.Color(edge or fill or "black")
    # Transparent pixels carry the same colour, else averaging would darken the edge.
    nothing = pygame.Color(outer.r, outer.g, outer.b, 0)
    large.fill(nothing)
    pygame.draw.circle(large, outer, (middle, middle), middle)
    if edge and stroke < side / 2:
        pygame.draw.circle(large, fill or nothing, (middle, middle), middle - stroke * factor)
    return pygame.transform.smoothscale(large, (side, side))
