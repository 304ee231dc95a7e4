from collections.abc import Callable
from pathlib import Path

import pytest
from shop import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "content")


@pytest.fixture
def say_of_card(shop: Shop) -> Callable[[str], list[str]]:
    """Give the first lines of the report on one more card, and check that the good card is still there."""

    def say(text: str) -> list[str]:
        shop.write("cards/x.yaml", text)
        assert "bonne" in shop.load().library.cards
        return [line.removeprefix("content/cards/x.yaml:") for line in shop.first_lines()]

    return say
