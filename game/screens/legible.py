"""No text under the least size: what is too small is written larger where it has room, else left out.

What the room has to read is laid out at the least size or above it by its page (`Look.sizes`). This is for the rest:
keys, clocks, names of squares, words of bricks. A key whose words are left out goes with its cap and its place to
click; the key itself still acts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.legibility import least_for

if TYPE_CHECKING:
    from game.drawing.text import Measure
    from game.screens.scene import Look

_LETTERS = 0.95
"""Of a size, the height that letters take, from the top of « É » to the bottom of « g »."""
_HINT_HEIGHT = 2.6
_PILL_HEIGHT = 2.4
"""Of the size of its words: a higher box holds more than them, and stays without them."""
_CLOCK = "timer"


def legible(picture: Picture, look: Look) -> Picture:
    """Return a picture without any text under the least size of the look."""
    page = _Page(picture, look)
    page.read()
    return replace(picture, base=tuple(page.items), spots=tuple(page.spots))


@dataclass
class _Line:
    """A text of the page: where it stands among the items, and where its letters are."""

    index: int
    item: Text
    rect: Rect


class _Page:
    """A picture while its small texts are looked at, the most important ones first: titles, bold words, large ones."""

    def __init__(self, picture: Picture, look: Look) -> None:
        self.items: list[Item] = list(picture.base)
        self.spots: list[Spot] = list(picture.spots)
        self._look = look
        texts = [(index, item) for index, item in enumerate(self.items) if isinstance(item, Text)]
        lines = [_Line(index, item, _letters(item, look.measure)) for index, item in texts]
        self._kept = [line for line in lines if not self._is_small(line.item)]
        self._small = sorted((line for line in lines if self._is_small(line.item)), key=_rank)
        self._gone: set[int] = set()

    def read(self) -> None:
        """Write every small text larger, or leave it out."""
        for line in self._small:
            if line.index not in self._gone and (self._is_of_several(line) or not self._raise(line)):
                self._drop(line)
        self.items = [item for index, item in enumerate(self.items) if index not in self._gone]

    def _is_small(self, item: Text) -> bool:
        return item.style.size < least_for(item.text, self._look.least) - 1e-6

    def _is_of_several(self, line: _Line) -> bool:
        """Tell whether a line is a part of a longer text: it is never left alone."""
        step = 2 * line.item.style.size
        return any(
            other is not line
            and other.item.style == line.item.style
            and (other.item.x, other.item.anchor) == (line.item.x, line.item.anchor)
            and abs(other.item.y - line.item.y) < step
            for other in self._small
        )

    def _raise(self, line: _Line) -> bool:
        item, measure = line.item, self._look.measure
        style = replace(item.style, size=least_for(item.text, self._look.least))
        middle = item.y + measure.line_height(item.style) / 2
        larger = replace(item, y=middle - measure.line_height(style) / 2, style=style)
        rect = _letters(larger, measure)
        room = self._box_around(line) or self._look.canvas
        if not _holds(room, rect) or any(_overlap(rect, kept.rect) for kept in self._kept):
            return False
        if any(_overlap(rect, other) for other in self._others(line, room)):
            return False
        self.items[line.index] = larger
        self._kept.append(_Line(line.index, larger, rect))
        return True

    def _others(self, line: _Line, room: Rect) -> list[Rect]:
        """Return where boxes and icons stand, that do not hold the line nor its own room."""
        own = line.rect.centre
        found = [item.rect for index, item in enumerate(self.items) if self._stands(index) and isinstance(item, Icon)]
        for index, item in enumerate(self.items):
            if isinstance(item, Box) and self._stands(index) and not item.rect.contains(*own):
                found.append(item.rect)
        return [rect for rect in found if _overlap(rect, room)]

    def _stands(self, index: int) -> bool:
        return index not in self._gone

    def _box_around(self, line: _Line) -> Rect | None:
        under = (item for item in reversed(self.items[: line.index]) if isinstance(item, Box))
        return next((box.rect for box in under if box.rect.contains(*line.rect.centre)), None)

    def _drop(self, line: _Line) -> None:
        """Leave a line out, with what says nothing without it: its key, its pill, its stopwatch."""
        self._gone.add(line.index)
        size = line.item.style.size
        for spot in list(self.spots):
            is_hint = spot.action.startswith("press:") and spot.rect.h <= _HINT_HEIGHT * max(size, 36)
            if is_hint and spot.rect.contains(*line.rect.centre):
                self.spots.remove(spot)
                self._drop_inside(spot.rect)
        for index, item in enumerate(self.items):
            if isinstance(item, Box) and item.rect.h <= _PILL_HEIGHT * size and self._is_only_in(line, item.rect):
                self._gone.add(index)
            if isinstance(item, Icon) and item.name == _CLOCK and _is_beside(item.rect, line.rect):
                self._gone.add(index)

    def _is_only_in(self, line: _Line, box: Rect) -> bool:
        """Tell whether a box holds a line and nothing else: the box of a brick or of a team keeps its icon."""
        icons = (item.rect for index, item in enumerate(self.items) if isinstance(item, Icon) and self._stands(index))
        return _holds(box, line.rect) and not any(box.contains(*icon.centre) for icon in icons)

    def _drop_inside(self, rect: Rect) -> None:
        for index, item in enumerate(self.items):
            if isinstance(item, Box | Icon):
                is_inside = rect.contains(*item.rect.centre) and item.rect.h <= rect.h
            else:
                is_inside = isinstance(item, Text) and rect.contains(*_letters(item, self._look.measure).centre)
            if is_inside:
                self._gone.add(index)


def _rank(line: _Line) -> tuple[bool, float]:
    """Return what small texts are sorted by: titles and bold words, then large ones."""
    return line.item.style.font not in ("title", "bold"), -line.item.style.size


def _letters(item: Text, measure: Measure) -> Rect:
    width, height = measure.width(item.text, item.style), measure.line_height(item.style)
    left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.anchor]
    letters = _LETTERS * item.style.size
    return Rect(left, item.y + (height - letters) / 2, width, letters)


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and outer.right >= inner.right and outer.bottom >= inner.bottom


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _is_beside(icon: Rect, words: Rect) -> bool:
    return abs(icon.centre[1] - words.centre[1]) < words.h / 2 and 0 <= words.x - icon.right < icon.w
