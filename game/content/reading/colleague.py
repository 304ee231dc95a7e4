"""The careful colleague: reads every card, then the deck, and says what could be better, with its place."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from game.content.cards import Card
from game.content.entries import Entry
from game.content.findings import Finding
from game.content.library import Library
from game.content.load import Written
from game.content.messages import Sentence
from game.content.problems import Problem, Severity
from game.content.reading.acronyms import Lexicon, acronyms
from game.content.reading.balance import imbalances
from game.content.reading.memory import Memory
from game.content.reading.pages import Pages
from game.content.reading.plain import hard_words, labels, long_sentences, percentages, signs
from game.content.reading.respect import may_identify, names_somebody
from game.content.reading.sources import USUAL_YEARS, stale, unknown_topics, unsourced
from game.content.reading.twins import twins
from game.content.reading.typed import badly_set
from game.content.shelves import SECTIONS

_MOST_PAGES = 2


@dataclass(frozen=True)
class Reading:
    """How to read.

    Attributes:
        year: The present year.
        years: How old a fact may be.
        pages: Draws a card and counts; ``None`` when nothing can be drawn.
        version: What tells this checker from another: findings of another version are not used.
        memory: What was found the last time.
    """

    year: int
    years: int = USUAL_YEARS
    pages: Callable[[Card], Pages] | None = None
    version: str = ""
    memory: Memory = field(default_factory=Memory)


def read_deck(written: Written, reading: Reading) -> list[Problem]:
    """Return all that there is to say about the cards of a content folder that are good, and about the deck."""
    library = written.loaded.library
    colleague = _Colleague(library, reading)
    problems = [found for entry in written.cards for found in colleague.read(entry)]
    problems += twins(written.cards, reading.memory, reading.version)
    folder = f"{library.root.name}/{SECTIONS['cards'].place}"
    problems += imbalances(list(library.cards.values()), library.themes, folder)
    for entry in written.themes:
        found = unknown_topics(entry.model.data_inclusion, "data-inclusion")
        problems += [entry.problem(steps, said) for steps, said in found]
    return problems


class _Colleague:
    """Reads one card after the other, and remembers."""

    def __init__(self, library: Library, reading: Reading) -> None:
        self._facts = library.facts
        self._lexicon = Lexicon(library.terms)
        self._reading = reading
        facts = [(fact.id, fact.as_of, fact.source) for fact in library.facts.values()]
        themes = [(theme.id, theme.title, theme.icon, theme.colour) for theme in library.themes.values()]
        terms = [term.term for term in library.terms]
        told = (reading.version, reading.year, reading.years, reading.pages is None, facts, terms, themes)
        self._context = hashlib.sha256(repr(told).encode())

    def read(self, entry: Entry[Card]) -> Iterator[Problem]:
        key = self._key(entry)
        known = self._reading.memory.recall(key)
        if known is not None:
            found = [_finding(*told) for told in known]
        else:
            found = list(self._findings(entry))
            self._reading.memory.keep(key, [(steps, *said) for steps, said in found])
        return (entry.problem(steps, said) for steps, said in found)

    def _key(self, entry: Entry[Card]) -> str:
        """Return the digest of all that the findings of a card depend on: its words as typed, facts, terms, themes."""
        digest = self._context.copy()
        digest.update(entry.document.text[entry.node.start_mark.index : entry.node.end_mark.index].encode())
        return digest.hexdigest()

    def _findings(self, entry: Entry[Card]) -> Iterator[Finding]:
        card, reading = entry.model, self._reading
        for look in (labels, percentages, signs, long_sentences, hard_words, may_identify, names_somebody, unsourced):
            yield from look(card)
        yield from acronyms(card, self._lexicon)
        yield from stale(card, self._facts, reading.year, reading.years)
        yield from unknown_topics(card.topics, "thematiques")
        yield from badly_set(entry)
        if reading.pages is not None:
            yield from _too_long(card, reading.pages(card))


def _finding(steps: list[int | str], message: str, remedy: str, severity: str) -> Finding:
    return tuple(steps), Sentence(message, remedy, Severity(severity))


def _too_long(card: Card, pages: Pages) -> Iterator[Finding]:
    body = "texte" if card.text else "question"
    for key in pages.cut:
        message = "ces mots ne tiennent pas à l’écran, même écrits au plus petit : la fin n’est pas montrée."
        yield (key,), Sentence(message, "Raccourcissez.", Severity.WARNING)
    sides: Sequence[tuple[str, int, str]] = (
        (body, pages.front, "la carte"),
        ("explication", pages.back, "la réponse"),
    )
    for key, count, what in sides:
        if count > _MOST_PAGES:
            message = f"{what} prend {count} pages à l’écran, même écrite au plus petit."
            yield (key,), Sentence(message, "Gardez une idée, ou faites-en deux cartes.", Severity.WARNING)
        elif count == _MOST_PAGES:
            yield (key,), Sentence(f"{what} passe sur deux pages à l’écran.", severity=Severity.ADVICE)
