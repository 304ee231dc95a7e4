"""Reading aloud what the room sees: which words a voice is given, and which one lights up on the page."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from game.drawing.drawlist import Item
from game.drawing.text import Measure
from game.screens.pronounce import Spoken, spoken
from game.screens.reading import Found, Passage, Place, found, lit, passages, said_words
from game.session.views import CardView, RoomView

FRAME_SECONDS = 0.05
"""While something is read, the word that is heard is looked for this often."""


class Voice(Protocol):
    """What reads aloud. It never waits, and tells what went wrong as a code."""

    @property
    def is_speaking(self) -> bool:
        """Whether something is being read, or is about to be."""
        ...

    @property
    def position(self) -> int | None:
        """Where the word that is heard begins in the text that is read; ``None`` where the voice does not tell."""
        ...

    def read(self, text: str, language: str, card: str = "") -> None:
        """Stop what is being read, and read a text (``fr``); ``card`` is the one whose recording may be played."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def take_trouble(self) -> str:
        """Return what went wrong since the last call, as a code; empty when nothing did."""
        ...


@dataclass(frozen=True)
class _Part:
    """What is read in one go: one language."""

    language: str
    spoken: Spoken
    places: tuple[Place | None, ...]
    """Where each word stands; ``None`` for what is said and not written."""
    card: str


class Aloud:
    """The reading of a page, from the key that asks for it to its last word or to the next page."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._wanted: tuple[Passage, ...] = ()
        self._base: Sequence[Item] = ()
        self._found: tuple[Found, ...] = ()
        self._parts: list[_Part] = []

    @property
    def is_on(self) -> bool:
        """Whether a page is being read."""
        return bool(self._parts)

    def toggle(self, view: RoomView, base: Sequence[Item]) -> bool:
        """Read a page, or stop reading. Return whether there was anything to read or to stop."""
        if self.is_on:
            self.stop()
            return True
        self._wanted = passages(view)
        self._base, self._found = base, found(self._wanted, base)
        self._parts = _parts(self._found, view)
        if self._parts:
            self._read()
        return self.is_on

    def stop(self) -> None:
        """Be silent."""
        if self._parts:
            self._parts = []
            self._voice.stop()

    def follow(self, base: Sequence[Item]) -> None:
        """Look at the page as it is now: stop when it no longer says what is read, go on to the next language."""
        if not self._parts:
            return
        if base is not self._base:
            shown = found(self._wanted, base)
            if _words(shown) != _words(self._found):
                self.stop()
                return
            self._base = base
            self._found = shown
            self._parts = _moved(self._parts, shown)
        if not self._voice.is_speaking:
            self._parts = self._parts[1:]
            if self._parts:
                self._read()

    def lit(self, measure: Measure) -> tuple[Item, ...]:
        """Return the word that is heard, marked; nothing where the voice does not tell."""
        position = self._voice.position if self._parts else None
        if position is None:
            return ()
        part = self._parts[0]
        place = part.places[max(0, bisect_right(part.spoken.starts, position) - 1)]
        return lit(place, measure) if place is not None else ()

    def take_trouble(self) -> str:
        """Return what went wrong since the last call, as a code."""
        return self._voice.take_trouble()

    def _read(self) -> None:
        part = self._parts[0]
        self._voice.read(part.spoken.text, part.language, part.card)


def _words(items: Sequence[Found]) -> list[tuple[str, list[str]]]:
    return [(item.passage.text, [place.word for place in item.places]) for item in items]


def _parts(items: Sequence[Found], view: RoomView) -> list[_Part]:
    """Return what is read in one go. A recording says the whole card in French, before its answer."""
    parts: list[_Part] = []
    for language, group in groupby(items, key=lambda item: item.passage.language):
        together = list(group)
        words = [word for item in together for word in said_words(item)]
        is_recorded = isinstance(view, CardView) and language == "fr" and view.right is None and not view.explanation
        card = view.id if isinstance(view, CardView) and is_recorded else ""
        parts.append(_Part(language, spoken(words, language), _places(together), card))
    return parts


def _places(items: Sequence[Found]) -> tuple[Place | None, ...]:
    places: list[Place | None] = []
    for item in items:
        places += [None] * len(item.passage.lead.split())
        places += item.places
    return tuple(places)


def _moved(parts: Sequence[_Part], items: Sequence[Found]) -> list[_Part]:
    """Return the parts that are left, with their words where they stand now."""
    groups = [tuple(group) for _, group in groupby(items, key=lambda item: item.passage.language)]
    left = groups[len(groups) - len(parts) :]
    return [
        _Part(part.language, part.spoken, _places(group), part.card) for part, group in zip(parts, left, strict=True)
    ]
