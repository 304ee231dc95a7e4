"""A figure shown as people: « 3 personnes sur 10 » is ten of them, three of them full."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_PEOPLE = 100
"""More of them are too small to be counted from the back row."""
MOST_FIGURES = 2
"""What is shown of one card: two figures are compared, three are read."""
_IN_WORDS = re.compile(r"\b(\d{1,3})((?:[ \u00a0\u202f][^\W\d]+){0,3})[ \u00a0\u202f]sur[ \u00a0\u202f](\d{1,3})\b")
_FIVES, _TENS = 5, 10
_FIVES_UP_TO = 20


@dataclass(frozen=True)
class Figure:
    """So many people out of so many, and the words that say it."""

    full: int
    people: int
    words: str

    @property
    def columns(self) -> int:
        """On how many columns they stand, so that one counts them by fives or by tens."""
        if self.people <= _FIVES_UP_TO:
            return min(self.people, _FIVES)
        return _TENS

    @property
    def rows(self) -> int:
        """On how many rows they stand."""
        return -(-self.people // self.columns)

    def places(self) -> Iterator[tuple[int, int, bool]]:
        """Yield the column and the row of each of them, and whether they are full: the first ones are."""
        for index in range(self.people):
            yield index % self.columns, index // self.columns, index < self.full


def figures_in(text: str) -> tuple[Figure, ...]:
    """Return what a text says as « 1 sur 5 » or « 3 personnes sur 10 », in its order, the first ones only."""
    found = []
    for said in _IN_WORDS.finditer(text):
        full, people = int(said[1]), int(said[3])
        if 0 < full <= people <= MOST_PEOPLE and people > 1:
            found.append(Figure(full, people, said[0]))
    return tuple(found[:MOST_FIGURES])
