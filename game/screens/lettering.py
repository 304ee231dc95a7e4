"""Lines of text as surfaces: the typeface of each script, and right to left where a language is read so."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

import pygame

from game.drawing.script import Run, Script, runs
from game.drawing.theme import WORD_SPACING

if TYPE_CHECKING:
    from pathlib import Path

_FILES: dict[Script, dict[str, str]] = {
    "house": {
        "title": "bricolage-800.ttf",
        "regular": "atkinson-400.ttf",
        "semibold": "atkinson-600.ttf",
        "bold": "atkinson-800.ttf",
    },
    "noto": {
        "title": "noto-700.ttf",
        "regular": "noto-400.ttf",
        "semibold": "noto-700.ttf",
        "bold": "noto-700.ttf",
    },
    "arabic": {
        "title": "noto-arabic-700.ttf",
        "regular": "noto-arabic-400.ttf",
        "semibold": "noto-arabic-700.ttf",
        "bold": "noto-arabic-700.ttf",
    },
}


class Lettering:
    """Measures and renders single lines, in real px. The box of a line is that of the house's typeface."""

    def __init__(self, fonts: Path) -> None:
        """Read the typefaces from this folder, when they are first needed."""
        self._fonts = fonts
        self.font = lru_cache(64)(self._load)

    def height(self, face: str, px: int) -> int:
        """Return the height of the box of a line."""
        return self.font("house", face, px).get_height()

    def width(self, text: str, face: str, px: int, spacing: float = 0.0) -> int:
        """Return the width that a line will have; ``spacing`` more px stand between two letters."""
        return sum(self._run_width(run, face, px, spacing) for run in runs(text))

    def render(self, text: str, face: str, px: int, colour: str, spacing: float = 0.0) -> tuple[pygame.Surface, int]:
        """Return a line, and by how many px it rises above its box: other scripts have taller letters."""
        parts = runs(text)
        if len(parts) == 1 and parts[0].script == "house":
            return self._render_run(parts[0], face, px, colour, spacing), 0
        fonts = [self._font_of(run, face, px) for run in parts]
        sprites = [self._render_run(run, face, px, colour, spacing) for run in parts]
        ascent = max(font.get_ascent() for font in fonts)
        tops = [ascent - font.get_ascent() for font in fonts]
        height = max(top + sprite.get_height() for top, sprite in zip(tops, sprites, strict=True))
        line = pygame.Surface((sum(sprite.get_width() for sprite in sprites), height), pygame.SRCALPHA)
        left = 0
        for top, sprite in zip(tops, sprites, strict=True):
            line.blit(sprite, (left, top))
            left += sprite.get_width()
        return line, ascent - self.font("house", face, px).get_ascent()

    def _run_width(self, run: Run, face: str, px: int, spacing: float) -> int:
        width = self._font_of(run, face, px).size(run.text)[0]
        return width + ceil(sum(_gaps(run, spacing))) if spacing else width

    def _render_run(self, run: Run, face: str, px: int, colour: str, spacing: float) -> pygame.Surface:
        font = self._font_of(run, face, px)
        if not spacing:
            return font.render(run.text, True, colour)  # noqa: FBT003
        line = pygame.Surface((self._run_width(run, face, px, spacing), font.get_height()), pygame.SRCALPHA)
        spread, end = 0.0, 0
        for part, gap in zip(_parts(run), _gaps(run, spacing), strict=True):
            # The width of what comes before keeps the kerning of the typeface.
            left = font.size(run.text[: end + len(part)])[0] - font.size(part)[0]
            line.blit(font.render(part, True, colour), (round(left + spread), 0))  # noqa: FBT003
            spread += gap
            end += len(part)
        return line

    def _font_of(self, run: Run, face: str, px: int) -> pygame.font.Font:
        return self.font(run.script, face, px)

    def _load(self, script: Script, face: str, px: int) -> pygame.font.Font:
        font = pygame.font.Font(self._fonts / _FILES[script][face], px)
        if script == "arabic":
            font.set_script("Arab")
            font.set_direction(pygame.DIRECTION_RTL)
        return font


def _parts(run: Run) -> list[str]:
    """Return what is drawn at once in spaced text: a letter with its accents; all of it where letters are joined."""
    if run.is_rtl:
        return [run.text]
    found: list[str] = []
    for letter in run.text:
        if found and unicodedata.combining(letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _gaps(run: Run, spacing: float) -> list[float]:
    """Return how many px more stand after each part."""
    return [spacing * (1 + WORD_SPACING * (part[-1:].isspace())) for part in _parts(run)]
