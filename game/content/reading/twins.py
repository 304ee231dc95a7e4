"""Cards that say the same thing, or nearly: two conversations in one, and one square of the evening lost.

Two texts are near when they share most of their runs of three words (Broder's resemblance, « On the resemblance and
containment of documents », 1997). To be found, a pair must share a few of the rarest runs of each: that is exact, and
quick on 2,000 cards (the prefix filter of Bayardo, Ma and Srikant, « Scaling up all pairs similarity search », 2007).
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from game.content.cards import Card
from game.content.entries import Entry
from game.content.messages import Sentence
from game.content.problems import Problem, Severity

NEAR = 0.6
"""The share of runs in common from which two cards are told; one word changed in twenty leaves 0.71."""
_RUN = 3
_SHARED = 3
"""Rare runs that a near pair has in common at the least: a text of 4 runs (6 words) shares 3 with what is near it.

In a shorter text one word changes everything: it is only compared word for word.
"""
_WORD = re.compile(r"[a-z0-9]+")

_Runs = frozenset[int]
"""Numbers of runs, the rarest run first."""


def twins(entries: Sequence[Entry[Card]]) -> Iterator[Problem]:
    """Find the cards that repeat an earlier one; each is told once, beside the one it is nearest to."""
    firsts: dict[tuple[str, ...], int] = {}
    texts = [_words(entry.model) for entry in entries]
    for index, text in enumerate(texts):
        first = firsts.setdefault(text, index)
        if first != index:
            yield _same(entries[index], entries[first])
    runs = {index: _runs(text) for text, index in firsts.items()}
    kept = sorted(index for index, found in runs.items() if len(found) > _SHARED)
    for later, earlier in _near(_numbered([runs[index] for index in kept])).items():
        yield _alike(entries[kept[later]], entries[kept[earlier]])


def _words(card: Card) -> tuple[str, ...]:
    told = unicodedata.normalize("NFD", f"{card.text} {card.question}".lower())
    return tuple(_WORD.findall(told.encode("ascii", "ignore").decode()))


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _numbered(texts: Sequence[frozenset[tuple[str, ...]]]) -> list[_Runs]:
    counts = Counter(run for runs in texts for run in runs)
    numbers = {run: number for number, run in enumerate(sorted(counts, key=lambda run: (counts[run], run)))}
    return [frozenset(numbers[run] for run in runs) for runs in texts]


def _near(texts: Sequence[_Runs]) -> dict[int, int]:
    """Return, for each text that is near an earlier one, the nearest of them."""
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for index, runs in enumerate(texts):
        rarest = sorted(runs)[: len(runs) - math.ceil(NEAR * len(runs)) + _SHARED]
        shared = Counter(chain.from_iterable(holders[run] for run in rarest))
        candidates = [earlier for earlier, count in shared.items() if count >= _SHARED]
        best, place = max(((_resemblance(runs, texts[earlier]), -earlier) for earlier in candidates), default=(0.0, 0))
        if best >= NEAR:
            found[index] = -place
        for run in rarest:
            holders[run].append(index)
    return found


def _resemblance(one: _Runs, other: _Runs) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _same(entry: Entry[Card], first: Entry[Card]) -> Problem:
    message = f"cette carte dit mot pour mot la même chose que « {first.model.id} »."
    return entry.problem(("id",), Sentence(message, "Gardez l’une des deux.", Severity.WARNING))


def _alike(entry: Entry[Card], first: Entry[Card]) -> Problem:
    message = f"cette carte ressemble beaucoup à « {first.model.id} »."
    remedy = "Donnez-lui une autre question, ou gardez l’une des deux."
    return entry.problem(("id",), Sentence(message, remedy, Severity.WARNING))
