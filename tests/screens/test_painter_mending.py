"""The painter redraws only what changed: what is seen is what a painter that draws everything would show."""

from pathlib import Path

import pygame
import pytest
from kill_driver import SmallCanvas

from game.demo import show
from game.drawing.drawlist import Box, Disc, Item, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.theme import INK, TextStyle
from game.screens.painter import Painter

ASSETS = Path(__file__).parents[2] / "assets"
SIZE = (200, 120)
STYLE = TextStyle("title", 48)
FIELD = Box(Rect(10, 10, 120, 80), "#FFE066", 20, INK, 4, shadow=6)
PAWN = Disc(70, 60, 18.5, "#FFFFFF", INK, 4)
WORD = Text(30, 30, "Relais", STYLE, INK)
OTHER = Text(150, 90, "4", STYLE, "#8A1FD0")


def fresh() -> Painter:
    return Painter(ASSETS / "fonts", ASSETS / "icons")


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def painted(*bases: tuple[Item, ...], painter: Painter | None = None) -> bytes:
    """Paint these bases one after the other on one surface."""
    surface, one = pygame.Surface(SIZE), painter or fresh()
    for base in bases:
        one.paint(surface, Picture("#FAF6EE", base), 1.0)
    return pixels(surface)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((FIELD, WORD, OTHER, PAWN), (FIELD, WORD, OTHER)),
        ((FIELD, WORD, OTHER), (FIELD, PAWN, WORD, OTHER)),
        ((FIELD, WORD, OTHER), (WORD, FIELD, OTHER)),
        ((FIELD, OTHER), (FIELD, OTHER, OTHER)),
        ((FIELD, WORD, WORD, OTHER), (FIELD, WORD, OTHER)),
        ((FIELD, WORD, OTHER), (PAWN,)),
        ((FIELD,), ()),
        ((), (FIELD, WORD)),
    ],
    ids=[
        "a pawn leaves",
        "a pawn comes under a word",
        "a word goes under",
        "twice the same",
        "once the same",
        "another page",
        "nothing left",
        "a first page",
    ],
)
def test_a_page_that_changes_looks_as_if_it_were_drawn_anew(before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
    assert painted(before, after) == painted(after)
    assert painted(after, before, after) == painted(after)


def test_what_has_not_changed_is_not_drawn_again() -> None:
    far = tuple(Text(30 * row, 100, "mot", TextStyle("regular", 9), INK) for row in range(6))
    drawn: list[Item] = []

    class Watched(Painter):
        def _draw(self, surface: pygame.Surface, item: Item) -> pygame.Rect:
            drawn.append(item)
            return super()._draw(surface, item)

    painter, surface = Watched(ASSETS / "fonts", ASSETS / "icons"), pygame.Surface(SIZE)
    painter.paint(surface, Picture("#FAF6EE", (FIELD, WORD, *far)), 1.0)
    drawn.clear()
    painter.paint(surface, Picture("#FAF6EE", (FIELD, *far)), 1.0)
    assert set(drawn) == {FIELD}


def test_a_whole_session_looks_as_if_each_screen_were_drawn_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paint, anew = Painter.paint, fresh()
    compared: list[bool] = []

    def compare(painter: Painter, surface: pygame.Surface, picture: Picture, scale: float) -> list[pygame.Rect]:
        changed = paint(painter, surface, picture, scale)
        other = pygame.Surface(surface.get_size())
        paint(anew, other, Picture("#123456", ()), scale)
        paint(anew, other, picture, scale)
        compared.append(pixels(other) == pixels(surface))
        return changed

    monkeypatch.setattr(show, "Offscreen", SmallCanvas)
    monkeypatch.setattr(Painter, "paint", compare)
    show.in_memory(tmp_path, 7, quick=True)
    assert len(compared) > 100
    assert all(compared)
