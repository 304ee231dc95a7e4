"""How large text must be to be read from the last row.

The rule is that of AVIXA's DISCAS for basic decision making: an element is at least, as a share of the height of the
image, the distance of the farthest viewer divided by 200 times that height. The element of a line of text is a
lower-case letter; that of a number, a digit.
"""

from __future__ import annotations

ACUITY = 200.0
LETTER, DIGIT = 0.49, 0.66
"""Heights of an « x » and of a digit in the house's typefaces, in em (the lower of the two faces)."""
CANVAS_HEIGHT = 1080.0
LARGEST_LEAST = 92.0 / 1920
"""What a page can hold, as a share of its width: above it, a card would show one word a line."""


def needed_size(row_metres: float, image_metres: float) -> float:
    """Return the least size of text, in logical px, for a last row at a distance from an image of a height (metres).

    Without a distance (0), there is none.
    """
    if row_metres <= 0 or image_metres <= 0:
        return 0.0
    return CANVAS_HEIGHT * row_metres / (image_metres * ACUITY) / LETTER


def least_size(row_metres: float, image_metres: float, width: float) -> float:
    """Return the least size that pages are asked for: what is needed, as far as a page of a width can hold it."""
    return min(needed_size(row_metres, image_metres), LARGEST_LEAST * width)


def image_needed(row_metres: float, width: float) -> float:
    """Return the height in metres of the smallest image that a last row at this distance can read in full.

    `width` is that of the canvas, in logical px.
    """
    return CANVAS_HEIGHT * row_metres / (LARGEST_LEAST * width * LETTER * ACUITY)


def least_for(text: str, least: float) -> float:
    """Return the least size of one line: a number has no lower case, its digits are higher than an « x »."""
    return least * LETTER / DIGIT if text and not any(letter.isalpha() for letter in text) else least
