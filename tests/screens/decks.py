"""Decks of a kind, for the tests that need one: cards of the shipped deck, and none of the others."""

from collections.abc import Callable
from dataclasses import replace

from pilot import shipped

from game.content.cards import Card, Kind
from game.content.load import Loaded


def only(is_wanted: Callable[[Card], bool]) -> Loaded:
    """Return the shipped content with these cards alone: any throw leads to one of them."""
    loaded = shipped()
    cards = {card.id: card for card in loaded.library.cards.values() if is_wanted(card)}
    assert len(cards) > 1, "there is a card, and another in its place"
    return replace(loaded, library=replace(loaded.library, cards=cards))


def questions() -> Loaded:
    """Return questions that the room sees as soon as they are drawn."""
    return only(lambda card: card.kind is Kind.QUESTION and not card.warning)


def warned() -> Loaded:
    """Return cards with a title, and a warning that comes before them."""
    return only(lambda card: bool(card.warning and card.title))


def told() -> Loaded:
    """Return cards that are shown at once, and have no answer to reveal."""
    return only(lambda card: card.kind is not Kind.QUESTION and not card.warning)
