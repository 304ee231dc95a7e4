"""All the content that is good, ready to be played with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.content.aids import Aid
from game.content.boards import BoardFile
from game.content.cards import Card, Fact, TeamPreset, Term, Theme
from game.content.formats import Format


@dataclass(frozen=True)
class Library:
    """The content of one folder. Whatever an entry refers to is there too.

    Attributes:
        root: The content folder; images and sounds are found from it.
        digest: Twelve hexadecimal digits that change when any word of the content does.
    """

    root: Path
    digest: str
    themes: Mapping[str, Theme]
    boards: Mapping[str, BoardFile]
    formats: Mapping[str, Format]
    cards: Mapping[str, Card]
    facts: Mapping[str, Fact]
    terms: tuple[Term, ...] = ()
    teams: tuple[TeamPreset, ...] = ()
    aids: tuple[Aid, ...] = ()

    def cards_for(self, audiences: Iterable[str], on: date) -> tuple[Card, ...]:
        """Return the cards that may be shown to every one of these audiences on that day.

        Testimonies that were withdrawn, have expired, or were not given for one of the audiences are left out.
        """
        audiences = frozenset(audiences)
        return tuple(card for card in self.cards.values() if card.allows(audiences, on))
