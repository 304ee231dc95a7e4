"""Colours and text styles: the tokens every screen is drawn with.

Colours are `#RRGGBB` text. A palette's `ink` reads on its `paper`, `panel`, `surface` and `warning`; on any
other colour (a theme, a filled button) the writing colour comes from `ink_on`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

INK = "#161A26"
WHITE = "#FFFFFF"

Face = Literal["title", "regular", "semibold", "bold"]
ThemeName = Literal["light", "dark", "contrast"]

WORD_SPACING = 4 / 3
"""Of the spacing between letters: WCAG 2.2, 1.4.12 asks for 0.16 em between words where letters have 0.12 em.

Letters are never spaced alone: words that run into each other slow reading down.
"""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A typeface and its size in logical px (the em, not the line).

    `spacing` is what stands between two letters more than usual, in em; between two words, `WORD_SPACING` times as
    much is added to that.
    """

    font: Face
    size: float
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one light. `hairline` is never a text colour; `muted` is at least 7:1 on paper."""

    paper: str
    panel: str
    ink: str
    surface: str
    warning: str
    hairline: str
    muted: str


LIGHT = Palette(
    paper="#FBF7EF",
    panel="#F0E9DB",
    ink=INK,
    surface=WHITE,
    warning="#FFE9B0",
    hairline="#C9C0AE",
    muted="#414655",
)
DARK = Palette(
    paper=INK,
    panel="#1F2433",
    ink="#FBF7EF",
    surface="#0E111A",
    warning="#2E2400",
    hairline="#3D4354",
    muted="#BDB9B2",
)
CONTRAST = Palette(
    paper="#FFFFFF",
    panel="#EDEDED",
    ink="#000000",
    surface=WHITE,
    warning="#FFE600",
    hairline="#595959",
    muted="#1F1F1F",
)
PALETTES: dict[ThemeName, Palette] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def ink_on(colour: str) -> str:
    """Return the writing colour, ink or white, that contrasts most with `colour`."""
    return max(INK, WHITE, key=lambda writing: contrast(writing, colour))


def contrast(a: str, b: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, from 1.0 to 21.0."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@cache
def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004
