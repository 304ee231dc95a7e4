"""What an author writes under ``regles:`` becomes the rules of the board."""

import pytest
from shop import BOARD, Shop

from game.rules.board import Options


def options(shop: Shop, rules: str) -> Options:
    shop.write("boards/permis.yaml", f"{BOARD}regles: {{{rules}}}\n")
    assert shop.report() == []
    return shop.load().library.boards["permis"].rules().options


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", Options()),
        ("ordre: inscription", Options()),
        ("ordre: inverse", Options(reversed_order=True)),
        ("ordre: tirage", Options(drawn_order=True)),
    ],
)
def test_an_author_chooses_the_order_of_play(shop: Shop, written: str, expected: Options) -> None:
    assert options(shop, written) == expected


def test_an_unknown_order_is_told_with_what_was_meant(shop: Shop) -> None:
    shop.write("boards/permis.yaml", f"{BOARD}regles: {{ordre: tirages}}\n")
    assert any("valeur inconnue « tirages » : vouliez-vous dire « tirage » ?" in line for line in shop.first_lines())
