"""In which order a screen is read: block after block, each from its top, columns one after the other.

The places of a page are cut apart along the widest empty strips, across first, then down (the recursive X-Y cut of
Nagy and Seth, 1984). It is the order of the Tab key, and of what a screen reader reads.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.drawing.drawlist import Box, Photo, Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.text import Measure

_GROUND = 0.9
"""A place that covers this share of the picture, both ways, is its ground."""
_LEADING = 2.2
"""Lines of one paragraph are closer than this many times their size."""
_POINTS = tuple((0.5 + x, 0.5 + y) for x in (0.0, -0.4, 0.4, -0.2, 0.2) for y in (0.0, -0.35, 0.35))


@dataclass(frozen=True)
class Words:
    """A sentence or a title as it stands on a screen: all its lines, in logical px."""

    rect: Rect
    text: str
    size: float


Part = Spot | Words


def point_of(spot: Spot, picture: Picture) -> tuple[float, float] | None:
    """Return a point (logical px) where a click does what a spot says; ``None`` when others cover it."""
    for across, down in _POINTS:
        x, y = spot.rect.x + across * spot.rect.w, spot.rect.y + down * spot.rect.h
        top = next((over for over in reversed(picture.spots) if over.rect.contains(x, y)), None)
        if top is not None and top.action == spot.action:
            return x, y
    return None


def doors(picture: Picture) -> dict[str, Spot]:
    """Return the spot that stands for each action: the first one that can be clicked."""
    found: dict[str, Spot] = {}
    for spot in picture.spots:
        if spot.action not in found and point_of(spot, picture) is not None:
            found[spot.action] = spot
    return found


def stops(picture: Picture, measure: Measure, canvas: Rect) -> list[Spot]:
    """Return where the Tab key stops, in order. A spot as large as the canvas is no place to stop at."""
    return [part for part in parts(picture, measure, canvas) if isinstance(part, Spot) and not _is_ground(part, canvas)]


def parts(picture: Picture, measure: Measure, canvas: Rect) -> list[Part]:
    """Return all that is written and all that can be done, in reading order; what a spot holds is not said twice."""
    shown: list[tuple[Rect, Part | None]] = [(spot.rect, spot) for spot in doors(picture).values()]
    held = [spot.rect for spot in picture.spots if not _is_ground(spot, canvas)]
    words = [part for part in written(picture, measure) if not any(rect.contains(*part.rect.centre) for rect in held)]
    shown += [(part.rect, part) for part in words]
    shown += [(item.rect, None) for item in picture.base if isinstance(item, Box) and not _covers(item.rect, canvas)]
    return [part for part in _ordered(shown) if part is not None]


def details(spot: Spot, words: Sequence[Words]) -> str:
    """Return what is written on a spot beside its label, of all these words: its key, what it stands at."""
    inside = (part.text for part in words if spot.rect.contains(*part.rect.centre))
    return ", ".join(text for text in inside if text.casefold() not in spot.label.casefold())


def written(picture: Picture, measure: Measure) -> Iterator[Words]:
    """Yield what is written on a picture at rest, lines of a paragraph together, and what its images show."""
    yield from (Words(item.rect, item.description, 0.0) for item in picture.base if isinstance(item, Photo))
    together: list[Text] = []
    for item in (item for item in picture.base if isinstance(item, Text) and item.text.strip()):
        if together and not _goes_on(together[-1], item):
            yield _words(together, measure)
            together = []
        together.append(item)
    if together:
        yield _words(together, measure)


def _goes_on(line: Text, following: Text) -> bool:
    same = line.style == following.style and line.colour == following.colour and line.anchor == following.anchor
    return same and line.x == following.x and 0 < following.y - line.y < _LEADING * line.style.size


def _words(lines: Sequence[Text], measure: Measure) -> Words:
    widths = [measure.width(line.text, line.style) for line in lines]
    first, last, width = lines[0], lines[-1], max(widths)
    left = first.x - {"left": 0.0, "centre": width / 2, "right": width}[first.anchor]
    height = last.y + measure.line_height(last.style) - first.y
    return Words(Rect(left, first.y, width, height), " ".join(line.text for line in lines), first.style.size)


def _is_ground(spot: Spot, canvas: Rect) -> bool:
    return _covers(spot.rect, canvas)


def _covers(rect: Rect, canvas: Rect) -> bool:
    return rect.w >= _GROUND * canvas.w and rect.h >= _GROUND * canvas.h


_Shown = Sequence[tuple[Rect, Part | None]]


def _ordered(shown: _Shown) -> list[Part | None]:
    if len(shown) < 2:  # noqa: PLR2004 - one place, or none
        return [part for _, part in shown]
    for begin, end in ((_top, _bottom), (_left, _right)):
        groups = _cut(shown, begin, end)
        if len(groups) > 1:
            return [part for group in groups for part in _ordered(group)]
    widest = max(range(len(shown)), key=lambda index: shown[index][0].w * shown[index][0].h)
    rest = [entry for index, entry in enumerate(shown) if index != widest]
    return [shown[widest][1], *_ordered(rest)]  # it holds or crosses the others: it is read first


def _cut(shown: _Shown, begin: Callable[[Rect], float], end: Callable[[Rect], float]) -> list[_Shown]:
    """Return groups with an empty strip between them."""
    groups: list[list[tuple[Rect, Part | None]]] = []
    reach = float("-inf")
    for entry in sorted(shown, key=lambda entry: begin(entry[0])):
        if begin(entry[0]) >= reach:
            groups.append([])
        groups[-1].append(entry)
        reach = max(reach, end(entry[0]))
    return list(groups)


def _top(rect: Rect) -> float:
    return rect.y


def _bottom(rect: Rect) -> float:
    return rect.bottom


def _left(rect: Rect) -> float:
    return rect.x


def _right(rect: Rect) -> float:
    return rect.right
