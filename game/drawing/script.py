"""Which letters a text is made of, and which way it is read: what it takes to draw another language on one line."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

Script = Literal["house", "noto", "arabic"]
"""The typefaces that have the letters: the house's own (most of Latin), Noto Sans, Noto Sans Arabic."""

_FIRST_GREEK, _FIRST_SIGN = 0x370, 0x2000
_RARE_LATIN = ((0x180, 0x217), (0x21C, 0x2AF))
"""Latin letters that the house's typefaces lack; the Romanian ones between the two are there."""
_FRENCH = re.compile("[\x00-\u017f\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")
"""Letters and signs of which none is read from right to left, and all are in the house's typefaces."""


class Run(NamedTuple):
    """A part of a line that is drawn at once: one typeface, one way."""

    text: str
    script: Script
    is_rtl: bool


def is_rtl(text: str) -> bool:
    """Tell whether a text is read from right to left, by its first letter."""
    return next((way == "R" for way in map(_way, text) if way and way != "1"), False)


@lru_cache(4096)
def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one line, the leftmost first.

    A short form of the Unicode bidirectional algorithm (UAX 9), enough for a sentence with numbers and names in it: a
    run keeps its way, signs between two letters of one way follow them, other signs follow the line.
    """
    if _FRENCH.fullmatch(text):
        return (Run(text, "house", is_rtl=False),)
    base = "R" if is_rtl(text) else "L"
    ways = _settled([_way(letter) for letter in text], base)
    found: list[Run] = []
    start = 0
    for way, group in groupby(ways):
        end = start + len(list(group))
        part = text[start:end]
        found.append(Run(part, "arabic" if way == "R" else _latin(part), way == "R"))
        start = end
    return tuple(reversed(found)) if base == "R" else tuple(found)


def _way(letter: str) -> str:
    """Return ``L`` or ``R`` for a letter, ``1`` for a digit, nothing for a sign or a space."""
    kind = unicodedata.bidirectional(letter)
    if kind in ("R", "AL"):
        return "R"
    return {"L": "L", "EN": "1", "AN": "1"}.get(kind, "")


def _settled(ways: list[str], base: str) -> list[str]:
    """Give each sign the way of what stands on both sides of it, else that of the line; digits go left to right."""
    sides = ["L" if way == "1" else way for way in ways]
    settled = list(sides)
    for index, side in enumerate(sides):
        if not side:
            before = next((way for way in reversed(sides[:index]) if way), base)
            after = next((way for way in sides[index + 1 :] if way), base)
            settled[index] = before if before == after else base
    return settled


def _latin(text: str) -> Script:
    is_rare = any(
        _FIRST_GREEK <= ord(letter) < _FIRST_SIGN or any(low <= ord(letter) <= high for low, high in _RARE_LATIN)
        for letter in text
    )
    return "noto" if is_rare else "house"
