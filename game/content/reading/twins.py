"""Cards that say the same thing, or nearly: two conversations in one, and one square of the evening lost.

Two texts are near when they share most of their pairs of neighbouring words (Broder's resemblance, « On the resemblance
and containment of documents », 1997). What was compared once is remembered: when one card changed, that one alone is
compared with the others.
"""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from game.content.cards import Card, Kind
from game.content.entries import Entry
from game.content.messages import Sentence
from game.content.problems import Problem, Severity
from game.content.reading.memory import Memory

NEAR = 0.6
"""The share of pairs in common from which two cards are told; one word changed in ten leaves 0.64."""
FEWEST_WORDS = 8
"""In a shorter text one word changes everything: it is only compared word for word."""
_SHORT = 16
"""Words: below it two texts may be alike and yet ask two things, so that their author is advised and not warned."""
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class _Text:
    """The words of a card as they are compared.

    Attributes:
        index: Of the card in the deck.
        word: What a lexicon card explains; two words may well be explained alike. Empty for the other kinds.
        pairs: Its pairs of neighbouring words.
        key: What tells this text from another one.
    """

    index: int
    word: str
    pairs: frozenset[tuple[str, str]]
    key: str


def twins(entries: Sequence[Entry[Card]], memory: Memory | None = None, version: str = "") -> Iterator[Problem]:
    """Find the cards that repeat an earlier one; each is told once, beside the one it is nearest to.

    Args:
        entries: The cards of the deck, in order.
        memory: What was compared the last time; used here, and added to.
        version: What tells this way to compare from another.
    """
    firsts: dict[tuple[str, ...], int] = {}
    for index, entry in enumerate(entries):
        first = firsts.setdefault(_words(entry.model), index)
        if first != index:
            yield _same(entry, entries[first])
    texts = [_text(entries[index].model, index, words) for words, index in firsts.items() if len(words) >= FEWEST_WORDS]
    near = _near(texts, memory or Memory(), f"near {version}")
    for later, earlier in _nearest(texts, near):
        yield _alike(entries[later.index], entries[earlier.index], len(later.pairs) + 1)


def _words(card: Card) -> tuple[str, ...]:
    told = unicodedata.normalize("NFD", f"{card.text} {card.question}".lower())
    return tuple(_WORD.findall(told.encode("ascii", "ignore").decode()))


def _text(card: Card, index: int, words: tuple[str, ...]) -> _Text:
    word = card.title.lower() if card.kind is Kind.TERM else ""
    key = hashlib.sha256("\0".join((word, *words)).encode()).hexdigest()
    return _Text(index, word, frozenset(pairwise(words)), key)


def _near(texts: Sequence[_Text], memory: Memory, name: str) -> list[tuple[int, int]]:
    """Return the places of the texts that are near each other, the later one first; compare only what is new."""
    known, old = memory.recall(name) or ((), ())
    now = {text.key: place for place, text in enumerate(texts)}
    kept = [(now[known[one]], now[known[other]]) for one, other in old if {known[one], known[other]} <= now.keys()]
    found = sorted({(max(both), min(both)) for both in (*kept, *_compared(texts, frozenset(known)))})
    memory.keep(name, [[text.key for text in texts], [list(both) for both in found]])
    return found


def _compared(texts: Sequence[_Text], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Compare the texts that are not known with one another, then with the known ones."""
    new = [place for place, text in enumerate(texts) if text.key not in known]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in (*new, *(place for place, text in enumerate(texts) if text.key in known)):
        text = texts[place]
        shared = Counter(chain.from_iterable(holders[pair] for pair in text.pairs if pair in holders))
        least = NEAR * len(text.pairs)
        candidates = [other for other, count in shared.items() if count >= least]
        yield from ((place, other) for other in candidates if _resemblance(text, texts[other]) >= NEAR)
        if text.key not in known:
            for pair in text.pairs:
                holders[pair].append(place)


def _nearest(texts: Sequence[_Text], near: Sequence[tuple[int, int]]) -> Iterator[tuple[_Text, _Text]]:
    """Yield each text that is near an earlier one, with the nearest of them."""
    earlier: dict[int, list[int]] = defaultdict(list)
    for later, other in near:
        earlier[later].append(other)
    for later, others in earlier.items():
        text = texts[later]
        yield text, texts[max(others, key=lambda place: (_resemblance(text, texts[place]), -place))]


def _resemblance(one: _Text, other: _Text) -> float:
    if one.word and other.word and one.word != other.word:
        return 0.0
    shared = len(one.pairs & other.pairs)
    return shared / (len(one.pairs) + len(other.pairs) - shared)


def _same(entry: Entry[Card], first: Entry[Card]) -> Problem:
    message = f"cette carte dit mot pour mot la même chose que « {first.model.id} »."
    return entry.problem(("id",), Sentence(message, "Gardez l’une des deux.", Severity.WARNING))


def _alike(entry: Entry[Card], first: Entry[Card], words: int) -> Problem:
    message = f"cette carte ressemble beaucoup à « {first.model.id} »."
    remedy = "Donnez-lui une autre question, ou gardez l’une des deux."
    severity = Severity.ADVICE if words < _SHORT else Severity.WARNING
    return entry.problem(("id",), Sentence(message, remedy, severity))
