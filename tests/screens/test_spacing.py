"""Letters and words apart: what is measured is what is drawn."""

import pygame
import pytest

from game.drawing.drawlist import Picture, Text
from game.drawing.theme import WORD_SPACING, Face, TextStyle
from game.places import assets_folder
from game.screens.painter import Painter

SPACINGS = (0.03, 0.06, 0.12)
TEXTS = (
    "Quel soutien",
    "AVATAR To Wj",
    "Et vous\u202f?",
    "j",
    "Où êtes-vous\u00a0: là",
    "Їжа по-українськи",
    "e\u0301te\u0301",
)


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(assets_folder() / "fonts", assets_folder() / "icons")


def inked(painter: Painter, text: str, style: TextStyle) -> pygame.Rect:
    """Return where a line is really drawn, in px, from its left edge at 100."""
    surface = pygame.Surface((1600, 200))
    painter.forget()
    painter.paint(surface, Picture("#FFFFFF", (Text(100, 20, text, style, "#000000"),)), 1.0)
    surface.set_colorkey("#FFFFFF")
    return surface.get_bounding_rect()


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("face", ["regular", "bold", "title"])
@pytest.mark.parametrize("text", TEXTS)
def test_spaced_text_is_drawn_as_wide_as_it_is_measured(
    painter: Painter, text: str, face: Face, spacing: float
) -> None:
    plain, spaced = TextStyle(face, 64), TextStyle(face, 64, spacing)
    before, after = inked(painter, text, plain), inked(painter, text, spaced)
    letters = painter.width(text, spaced) - painter.width(text, plain)
    last = spacing * 64 * (1 + WORD_SPACING * text[-1].isspace())  # after the last letter nothing is drawn
    assert after.w - before.w == pytest.approx(letters - last, abs=3)
    assert after.right <= 100 + painter.width(text, spaced)
    assert after.h == pytest.approx(before.h, abs=1), "accents stay on their letters"


def test_words_are_spaced_more_than_letters(painter: Painter) -> None:
    plain, spaced = TextStyle("regular", 100), TextStyle("regular", 100, 0.12)
    more = {text: painter.width(text, spaced) - painter.width(text, plain) for text in ("aaa", "a a")}
    assert more["a a"] - more["aaa"] == pytest.approx(100 * 0.12 * WORD_SPACING, abs=1)


def test_without_spacing_a_line_is_drawn_in_one_go(painter: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    lettering = painter._lettering  # noqa: SLF001 - what it asks of the typeface
    load = lettering.font

    class Counting:
        def __init__(self, font: pygame.font.Font) -> None:
            self.font = font

        def __getattr__(self, name: str) -> object:
            return getattr(self.font, name)

        def render(self, text: str, *more: object) -> pygame.Surface:
            rendered.append(text)
            return self.font.render(text, *more)  # type: ignore[arg-type]  # as given

    monkeypatch.setattr(lettering, "font", lambda *key: Counting(load(*key)))
    lettering.render("Quel soutien", "regular", 40, "#000000")
    assert rendered == ["Quel soutien"]
    rendered.clear()
    lettering.render("Quel", "regular", 40, "#000000", 4.0)
    assert rendered == list("Quel")


def test_joined_letters_stay_joined(painter: Painter) -> None:
    arabic = "مرحبا"
    assert (
        inked(painter, arabic, TextStyle("regular", 64, 0.12)).w == inked(painter, arabic, TextStyle("regular", 64)).w
    )
