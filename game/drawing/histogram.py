"""A histogram, full screen: a bar for each number, its share over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Item, Line, Picture
from game.drawing.geometry import Rect
from game.drawing.parts import words
from game.drawing.text import fit, place
from game.drawing.theme import LIGHT, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.text import Measure

WIDTH, HEIGHT = 1920.0, 1080.0
_MARGIN, _TOP, _BASE = 96.0, 430.0, 920.0
_BAR_COLOUR = "#0F2A66"
_BAR_PART = 0.78
_LEAST_TOLD = 0.005
_NUMBERS = TextStyle("regular", 28)


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written around the bars."""

    title: str
    text: str
    axis: str


def histogram(bars: Sequence[tuple[str, float]], labels: Labels, measure: Measure) -> Picture:
    """Return the picture of (label, share) bars; shares are from 0 to 1, and at least one is not 0."""
    items: list[Item] = [words(labels.title, _MARGIN, 120, TextStyle("title", 72), LIGHT.ink, measure)]
    room = Rect(_MARGIN, 190, WIDTH - 2 * _MARGIN, 180)
    lines = fit(labels.text, (TextStyle("regular", 38), TextStyle("regular", 32), _NUMBERS), room, measure)
    items += place(lines, room.x, room.y, LIGHT.ink) if lines else ()
    pitch = room.w / len(bars)
    top = max(share for _, share in bars)
    for index, (label, share) in enumerate(bars):
        middle = _MARGIN + (index + 0.5) * pitch
        height = (_BASE - _TOP - 60) * share / top
        wide = min(120.0, pitch * _BAR_PART)
        items.append(Box(Rect(middle - wide / 2, _BASE - height, wide, height), _BAR_COLOUR))
        items.append(words(label, middle, _BASE + 32, _NUMBERS, LIGHT.ink, measure, "centre"))
        if share >= _LEAST_TOLD:
            told = f"{100 * share:.0f}\u00a0%"
            items.append(words(told, middle, _BASE - height - 26, _NUMBERS, LIGHT.ink, measure, "centre"))
    items.append(Line(_MARGIN, _BASE, WIDTH - _MARGIN, _BASE, 4, LIGHT.ink))
    axis_style = TextStyle("semibold", 34)
    items.append(words(labels.axis, WIDTH / 2, _BASE + 96, axis_style, LIGHT.ink, measure, "centre"))
    return Picture(LIGHT.paper, tuple(items))
