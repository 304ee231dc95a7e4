"""Acronyms: each one is in the lexicon, and the card says so, so that the facilitator has its meaning at hand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from game.content.cards import Card, Term
from game.content.findings import Finding
from game.content.messages import Sentence
from game.content.problems import Severity
from game.content.reading.texts import of_everybody

EVERYDAY = frozenset({"CV", "GPS", "OK", "PDF", "SMS", "SOS", "TV", "WC", "WIFI"})
"""Known to all: they need no entry."""
_ACRONYM = re.compile(r"(?<![\w-])(?:[A-ZÀÂÇÉÈÊÎÔÛ]{2,6}|[A-Z]\.(?:[A-Z]\.)+)(?![\w-])")
_ROMAN = re.compile(r"[IVX]+")
_PART_OF_A_TERM = re.compile(r"[^\W_]+")


class Lexicon:
    """Where each acronym is explained."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms of the glossary."""
        self._entries: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            for part in _PART_OF_A_TERM.findall(term.term):
                if part.isupper():
                    self._entries[part].append(term.term)

    def entries(self, acronym: str) -> tuple[str, ...]:
        """Return the entries that have an acronym in them, the one that begins like it first; empty: there is none."""
        found = self._entries.get(acronym, [])
        return tuple(sorted(found, key=lambda term: (not term.startswith(acronym), " " in term and "(" not in term)))


def acronyms(card: Card, lexicon: Lexicon) -> Iterator[Finding]:
    """Find acronyms without an entry in the lexicon, and those whose entry the card does not give."""
    told: set[str] = set()
    for steps, text in of_everybody(card):
        for acronym in _in(text):
            if acronym in told:
                continue
            told.add(acronym)
            entries = lexicon.entries(acronym)
            if not entries:
                message = f"« {acronym} » n’est pas dans le lexique."
                remedy = "Écrivez-le en entier, ou ajoutez-le à glossary.yaml avec son sens."
                yield steps, Sentence(message, remedy, Severity.WARNING)
            elif not set(entries) & set(card.lexicon):
                message = f"« {acronym} » est expliqué dans le lexique, et la carte n’y renvoie pas."
                yield steps, Sentence(message, f"Ajoutez « {entries[0]} » à « lexique: ».", Severity.ADVICE)


def _in(text: str) -> Iterator[str]:
    """Yield the acronyms of a text; a line all in capitals is a voice raised, and a roman number is a number."""
    for line in text.splitlines():
        if line.isupper() and len(line.split()) > 1:
            continue
        for match in _ACRONYM.finditer(line):
            acronym = match[0].replace(".", "")
            if acronym not in EVERYDAY and not _ROMAN.fullmatch(acronym):
                yield acronym
