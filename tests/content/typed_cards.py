"""Cards for the tests of the readings, from what an author types."""

from game.content.cards import Card
from game.content.entries import Entry, entries_of
from game.content.yamlnodes import read

HEAD = "id: {id}\ntype: {type}\ntheme: emploi\norigine: {origine}\n"


def entry(typed: str, *, id: str = "x", type: str = "mise-en-situation", origine: str = "collectif") -> Entry[Card]:  # noqa: A002
    """Return a card of which only the words matter, with its place."""
    text = HEAD.format(id=id, type=type, origine=origine) + typed
    found = entries_of(read("content/cards/x.yaml", text.encode()), Card)
    assert not found.problems, found.problems
    return found.good[0]


def card(typed: str, **keys: str) -> Card:
    """Return a card of which only the words matter."""
    return entry(typed, **keys).model
