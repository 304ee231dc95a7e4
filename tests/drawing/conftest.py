import pytest

from game.drawing.theme import TextStyle


class Ruler:
    """A typewriter: every letter is half as wide as its size, a line 1.25 x its size."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def line_height(self, style: TextStyle) -> float:
        return style.size * 1.25


@pytest.fixture(scope="session")
def ruler() -> Ruler:
    return Ruler()
