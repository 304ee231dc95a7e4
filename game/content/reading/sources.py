"""What a card leans on outside of itself: facts that grow old, and words of a referential that must be exact."""

from collections.abc import Iterable, Iterator, Mapping

from game.content.cards import Card, Fact, Kind
from game.content.data_inclusion import TOPICS
from game.content.findings import Finding
from game.content.messages import Sentence, unknown
from game.content.problems import Severity
from game.french import counted

USUAL_YEARS = 6
"""How old a fact may be before its card has to be looked at again."""
_TOPICS = frozenset(TOPICS)


def unsourced(card: Card) -> Iterator[Finding]:
    """Find a figure that does not say where it comes from."""
    if card.kind is Kind.FIGURE and not card.facts:
        message = "ce chiffre ne dit ni sa source, ni son année."
        remedy = "Ajoutez « faits: » avec l’id d’un fait de facts.yaml : la carte montrera sa source et son année."
        yield ("type",), Sentence(message, remedy, Severity.WARNING)


def stale(card: Card, facts: Mapping[str, Fact], year: int, years: int) -> Iterator[Finding]:
    """Find facts of more than ``years`` years in a given year."""
    for index, name in enumerate(card.facts):
        age = year - facts[name].as_of if name in facts else 0
        if age > years:
            message = f"le fait « {name} » date de {facts[name].as_of} : il a {counted(age, 'an')}."
            remedy = "Cherchez une source plus récente, ou dites l’année dans le texte."
            yield ("faits", index), Sentence(message, remedy, Severity.WARNING)


def unknown_topics(topics: Iterable[str], key: str) -> Iterator[Finding]:
    """Find values that data.inclusion does not have, among those of a card or a theme, under that key."""
    for index, topic in enumerate(topics):
        if topic not in _TOPICS:
            said = unknown("valeur inconnue de data.inclusion", topic, TOPICS)
            remedy = said.remedy and "La liste est dans docs/ecrire-des-cartes.md, ou sur data.inclusion.gouv.fr."
            yield (key, index), Sentence(said.message, remedy, Severity.WARNING)
