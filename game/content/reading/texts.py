"""The texts of a card that a person reads, each with the keys that lead to it."""

import re
from collections.abc import Iterator

from game.content.cards import Card
from game.content.findings import Steps

Told = tuple[Steps, str]

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])[\s»]+|\n+")
_LETTER = re.compile(r"\w")


def of_the_room(card: Card) -> Iterator[Told]:
    """Yield what the room reads or hears, in the order of the keys."""
    for key, text in (("titre", card.title), ("texte", card.text), ("question", card.question)):
        if text:
            yield (key,), text
    for index, choice in enumerate(card.choices):
        yield ("choix", index), choice.text
    if card.explanation:
        yield ("explication",), card.explanation


def of_everybody(card: Card) -> Iterator[Told]:
    """Yield what anybody reads: the room's texts, and the facilitator's."""
    yield from of_the_room(card)
    for index, prompt in enumerate(card.prompts):
        yield ("relances", index), prompt
    for key, text in (("avertissement", card.warning), ("ressource", card.resource)):
        if text:
            yield (key,), text


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line of the author ends one too."""
    return [part.strip() for part in _END_OF_SENTENCE.split(text) if part and part.strip()]


def words(text: str) -> list[str]:
    """Return the words of a text, without the signs that stand alone."""
    return [word for word in text.split() if _LETTER.search(word)]
