"""A figure is shown as people only where the words say so many out of so many."""

import pytest

from game.drawing.figures import figures_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Environ 3 personnes sur 10.", [(3, 10)]),
        ("Vers 2021, environ 1 sur 5 avait moins de 50 euros.", [(1, 5)]),
        ("19 habitants sur 20 en avaient un.", [(19, 20)]),
        ("2 hommes sur 3, et 3 femmes sur 4.", [(2, 3), (3, 4)]),
        ("Près de 1 sur 2. En 2022, 1 sur 3. Avant, 1 sur 4.", [(1, 2), (1, 3)]),
        ("6 sur 100 n’ont aucun hébergement.", [(6, 100)]),
        ("4\u00a0personnes sur\u00a010", [(4, 10)]),
        ("136 personnes pour 100 places, en moyenne.", []),
        ("12 sur 10 n’a pas de sens, 0 sur 10 ne montre rien.", []),
        ("5 sur 400 : trop de monde pour être compté.", []),
        ("1 sur 1", []),
        ("", []),
    ],
)
def test_people_are_read_in_the_words_of_a_card(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(figure.full, figure.people) for figure in figures_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [("1 sur 3", 3, 1), ("1 sur 4", 4, 1), ("3 sur 10", 5, 2), ("19 sur 20", 5, 4), ("6 sur 100", 10, 10)],
)
def test_everybody_stands_in_rows_that_one_can_count_and_the_first_ones_are_full(
    text: str, columns: int, rows: int
) -> None:
    (figure,) = figures_in(text)
    assert (figure.columns, figure.rows) == (columns, rows)
    places = list(figure.places())
    assert len({(column, row) for column, row, _ in places}) == figure.people
    assert [is_full for *_, is_full in places] == [True] * figure.full + [False] * (figure.people - figure.full)
