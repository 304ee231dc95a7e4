"""A picture being made, with what writing on it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.drawlist import Anchor, Item, Picture, Spot, Text
from game.drawing.parts import words
from game.drawing.text import fit, place, shorten, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.geometry import Rect
    from game.drawing.text import Measure
    from game.drawing.theme import Palette, TextStyle
    from game.screens.scene import Look


class Sheet:
    """A picture being made: items in the order they are drawn, and the spots that can be clicked."""

    def __init__(self, look: Look) -> None:
        """Begin an empty picture for this look."""
        self.look = look
        self.items: list[Item] = []
        self.spots: list[Spot] = []
        self.focus: Rect | None = None
        """Where the keyboard stands: the window draws the ring there."""

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.look.palette

    @property
    def measure(self) -> Measure:
        """How large text is."""
        return self.look.measure

    def add(self, *items: Item) -> None:
        """Draw items over what is there."""
        self.items += items

    def spot(self, rect: Rect, action: str, label: str) -> None:
        """Make a place answer to clicks; without words of its own, it has those of what does the same."""
        spoken = label or next((spot.label for spot in self.spots if spot.action == action), "")
        self.spots.append(Spot(rect, action, spoken))

    def line(
        self,
        text: str,
        x: float,
        centre_y: float,
        style: TextStyle,
        *,
        width: float | None = None,
        colour: str | None = None,
        anchor: Anchor = "left",
    ) -> None:
        """Write one line around a height; wider than ``width``, it is cut with …."""
        shown = text if width is None else shorten(text, style, width, self.measure)
        self.add(words(shown, x, centre_y, style, colour or self.palette.ink, self.measure, anchor))

    def paragraph(self, text: str, rect: Rect, styles: Sequence[TextStyle], *, colour: str | None = None) -> float:
        """Write text in the largest style that fits, and return the y under it; what cannot fit is cut with …."""
        lines = fit(text, styles, rect, self.measure)
        if lines is None:
            return self._cut(text, rect, styles[-1], colour or self.palette.ink)
        self.add(*place(lines, rect.x, rect.y, colour or self.palette.ink))
        return rect.y + lines.height

    def picture(self) -> Picture:
        """Return the finished picture."""
        return Picture(self.palette.paper, tuple(self.items), spots=tuple(self.spots), focus=self.focus)

    def _cut(self, text: str, rect: Rect, style: TextStyle, colour: str) -> float:
        lines = wrap(text, style, rect.w, self.measure)
        height, step = self.measure.line_height(style), 1.3 * style.size
        count = max(1, int((rect.h - height) / step) + 1)
        kept = [*lines[: count - 1], " ".join(lines[count - 1 :])]
        for index, line in enumerate(kept):
            shown = shorten(line, style, rect.w, self.measure)
            self.add(Text(rect.x, rect.y + index * step, shown, style, colour))
        return rect.y + (len(kept) - 1) * step + height
