"""Cards that say the same thing, or nearly: two conversations in one, and one square of the evening lost.

Two texts are near when they share most of their runs of three words (Broder's resemblance, « On the resemblance and
containment of documents », 1997). To be found, a pair must share one of the rarest runs of each: that is exact, and
quick on 2,000 cards (the prefix filter of Bayardo, Ma and Srikant, « Scaling up all pairs similarity search », 2007).
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from game.content.cards import Card
from game.content.entries import Entry
from game.content.messages import Sentence
from game.content.problems import Problem, Severity

NEAR = 0.6
"""The share of runs in common from which two cards are told; one word changed in twenty leaves 0.71."""
_RUN = 3
_FEWEST_WORDS = 6
"""In a shorter text, one word changes everything."""
_WORD = re.compile(r"[a-z0-9]+")

_Runs = frozenset[tuple[str, ...]]


def twins(entries: Sequence[Entry[Card]]) -> Iterator[Problem]:
    """Find the cards that repeat an earlier one; each is told once, beside the one it is nearest to."""
    firsts: dict[tuple[str, ...], int] = {}
    texts = [_words(entry.model) for entry in entries]
    for index, text in enumerate(texts):
        first = firsts.setdefault(text, index)
        if first != index:
            yield _same(entries[index], entries[first])
    kept = sorted(index for text, index in firsts.items() if len(text) >= _FEWEST_WORDS)
    for later, earlier in _near([_runs(texts[index]) for index in kept]).items():
        yield _alike(entries[kept[later]], entries[kept[earlier]])


def _words(card: Card) -> tuple[str, ...]:
    told = f"{card.text} {card.question}".lower()
    plain = "".join(sign for sign in unicodedata.normalize("NFD", told) if not unicodedata.combining(sign))
    return tuple(_WORD.findall(plain))


def _runs(words: tuple[str, ...]) -> _Runs:
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _near(texts: Sequence[_Runs]) -> dict[int, int]:
    """Return, for each text that is near an earlier one, the nearest of them."""
    counts = Counter(run for runs in texts for run in runs)
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for index, runs in enumerate(texts):
        rarest = sorted(runs, key=lambda run: (counts[run], run))
        prefix = rarest[: len(runs) - math.ceil(NEAR * len(runs)) + 1]
        candidates = {earlier for run in prefix for earlier in holders[run]}
        scored = [(_resemblance(runs, texts[earlier]), -earlier) for earlier in candidates]
        best, earlier = max(scored, default=(0.0, 0))
        if best >= NEAR:
            found[index] = -earlier
        for run in prefix:
            if counts[run] > 1:
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
