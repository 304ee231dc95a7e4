"""Breaking, fitting and shortening text, with a measure given by whoever will draw it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from game.drawing.drawlist import Anchor, Text
from game.drawing.theme import TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.drawing.geometry import Rect

ELLIPSIS = "…"
# An address or a compound word is cut after one of these before it is cut anywhere else.
_NATURAL_CUT = re.compile(r"(?<=[-/@._\u2013\u2014])")
_TRAILING = " ,;:.!?-–—'’«(\u00a0\u202f"


class Measure(Protocol):
    """How large text will be once drawn, in logical px."""

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width of one line."""
        ...

    def line_height(self, style: TextStyle) -> float:
        """Return the height of the box of one line."""
        ...


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit together: overall height and width, and the step from line to line, in logical px."""

    lines: tuple[str, ...]
    style: TextStyle
    height: float
    width: float
    step: float


def wrap(text: str, style: TextStyle, width: float, measure: Measure) -> tuple[str, ...]:
    """Break text into lines no wider than `width`, at plain spaces and at the author's line breaks."""
    return tuple(
        line for paragraph in text.splitlines() or [""] for line in _wrap_paragraph(paragraph, style, width, measure)
    )


def block(text: str, style: TextStyle, width: float, measure: Measure, leading: float = 1.3) -> Block:
    """Break text at `width` and measure the result; lines are `leading` x size apart."""
    return _block(wrap(text, style, width, measure), style, measure, leading)


def fit(text: str, styles: Sequence[TextStyle], rect: Rect, measure: Measure, leading: float = 1.3) -> Block | None:
    """Return the text in the first style (give the largest first) that fits in `rect`, or None.

    A word is cut in two only in the last style, when nothing else is left to try.
    """
    for style in styles:
        is_last = style is styles[-1]
        if not is_last and any(measure.width(word, style) > rect.w for word in _words(text)):
            continue
        candidate = block(text, style, rect.w, measure, leading)
        if candidate.height <= rect.h:
            return candidate
    return None


def fit_heading(text: str, sizes: Sequence[float], rect: Rect, measure: Measure, leading: float = 1.05) -> Block | None:
    """Return a heading in the largest of these sizes (give the largest first) that fits in `rect`, or None.

    Its lines are about as long as each other: a full line with one word alone under it reads as two things.
    """
    found = fit(text, [TextStyle("title", size) for size in sizes], rect, measure, leading)
    if found is None:
        return None
    too_narrow = max((measure.width(word, found.style) for word in _words(text)), default=0.0) - 1
    enough = found.width
    while enough - too_narrow > 1:
        middle = (too_narrow + enough) / 2
        if len(wrap(text, found.style, middle, measure)) > len(found.lines):
            too_narrow = middle
        else:
            enough = middle
    return block(text, found.style, enough, measure, leading)


def paginate(
    text: str, style: TextStyle, rect: Rect, measure: Measure, leading: float = 1.3
) -> tuple[tuple[str, ...], ...]:
    """Break text into pages of lines that fit in `rect`, all about as long (no lonely last line)."""
    lines = wrap(text, style, rect.w, measure)
    spare = rect.h - measure.line_height(style)
    capacity = max(1, int(spare / (leading * style.size) + 1e-9) + 1)
    pages = -(-len(lines) // capacity)
    short, extra = divmod(len(lines), pages)
    ends = [short * page + min(page, extra) for page in range(pages + 1)]
    return tuple(lines[start:end] for start, end in pairwise(ends))


def shorten(text: str, style: TextStyle, width: float, measure: Measure) -> str:
    """Return the text, cut with … so that it is no wider than `width`."""
    if measure.width(text, style) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(_cut(text, middle), style) <= width:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def place(block: Block, x: float, y: float, colour: str, anchor: Anchor = "left") -> tuple[Text, ...]:
    """Return the lines of a block as items, the first at the top `y`."""
    return tuple(
        Text(x, y + block.step * index, line, block.style, colour, anchor)
        for index, line in enumerate(block.lines)
        if line
    )


def inline(
    pieces: Sequence[tuple[str, TextStyle]], x: float, y: float, colour: str, measure: Measure
) -> tuple[tuple[Text, ...], float]:
    """Return the pieces of one line in several weights of one size, and their width together."""
    items: list[Text] = []
    left = x
    for words, style in pieces:
        items.append(Text(left, y, words, style, colour))
        left += measure.width(words, style)
    return tuple(items), left - x


def _block(lines: tuple[str, ...], style: TextStyle, measure: Measure, leading: float) -> Block:
    step = leading * style.size
    height = step * (len(lines) - 1) + measure.line_height(style)
    return Block(lines, style, height, max(measure.width(line, style) for line in lines), step)


def _wrap_paragraph(paragraph: str, style: TextStyle, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in _words(paragraph):
        longer = f"{line} {word}" if line else word
        if measure.width(longer, style) <= width:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _split_word(word, style, width, measure)
        yield from whole
    yield line


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[ \n]", text) if word]


def _split_word(word: str, style: TextStyle, width: float, measure: Measure) -> list[str]:
    if measure.width(word, style) <= width:
        return [word]
    head = ""
    for part in _NATURAL_CUT.split(word):
        if measure.width(head + part, style) > width:
            break
        head += part
    if head:
        return [head, *_split_word(word[len(head) :], style, width, measure)]
    return _split_letters(word, style, width, measure)


def _split_letters(word: str, style: TextStyle, width: float, measure: Measure) -> list[str]:
    """Cut as late as fits, with a hyphen inside a word of letters, and never leave a letter on its own."""
    hyphen = "-" if word.isalpha() else ""
    cut = max(len(word) - 2, 1)
    while cut > 1 and measure.width(word[:cut] + hyphen, style) > width:
        cut -= 1
    if cut >= len(word):
        return [word]
    return [word[:cut] + hyphen, *_split_word(word[cut:], style, width, measure)]


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(_TRAILING) + ELLIPSIS if length < len(text) else text
