"""What is on a screen, as plain values: a painter draws them, a test reads them.

Places are in logical px, colours are `#RRGGBB`. Items are drawn in order, the first one underneath.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from game.drawing.geometry import Rect
    from game.drawing.theme import TextStyle

Anchor = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners, its stroke inside it. Its hard shadow (px below) has the stroke's colour."""

    rect: Rect
    fill: str | None
    radius: float = 0.0
    stroke: str | None = None
    stroke_width: float = 0.0
    dashed: bool = False
    shadow: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: `x` is where its anchor is, `y` the top of its line box."""

    x: float
    y: float
    text: str
    style: TextStyle
    colour: str
    anchor: Anchor = "left"


@dataclass(frozen=True, slots=True)
class Icon:
    """A shipped icon, by file name without `.svg`, as large as fits in the rect and centred in it."""

    rect: Rect
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A full circle; the stroke is inside the radius."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str | None = None
    stroke_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with square ends, `width` px thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the content, by its file, as large as fits in the rect and centred in it."""

    rect: Rect
    file: str
    """Empty for one that cannot be shown: a frame stands in its place, in its colour."""
    description: str
    """What it shows, for who does not see it."""
    colour: str


Item = Box | Text | Icon | Disc | Line | Photo


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be clicked: the action it stands for, and its name for a person."""

    rect: Rect
    action: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole screen: what stays (`base`), what moves over it, and where a click counts.

    Keep the same `base` while only `moving` changes: the painter then redraws the moving items alone.
    """

    background: str
    base: tuple[Item, ...]
    moving: tuple[Item, ...] = ()
    spots: tuple[Spot, ...] = ()
    mirror: Rect | None = None
    """Where the facilitator sees, small, what the room sees."""
    focus: Rect | None = None
    """Where the keyboard stands, on a screen that moves it by itself; the ring is drawn around it."""
