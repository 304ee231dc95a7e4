"""From what is written to what a voice says: signs become words, quotes go, and each word keeps its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\d{1,3}(?:[\u00a0\u202f]\d{3})+|\S+")
"""A word as it stands between spaces of any kind; the thousands of a number are one word."""
_GROUPED = re.compile(r"[\u00a0\u202f]")
_UNHEARD = str.maketrans("", "", '«»“”"„‹›→←↑↓•*_|')
_FRACTION = re.compile(r"^(\d+)/(\d+)")
_INCLUSIVE = re.compile(r"·\w+")
_WHOLE_WORDS = {
    "€": "euros",
    "%": "pour cent",
    "et/ou": "et ou",
    "&": "et",
    "+": "plus",
    "=": "égale",
    "–": ",",
    "—": ",",
    "1er": "premier",
    "1re": "première",
}
_AFTER_A_NUMBER = {"h": "heures", "min": "minutes", "km": "kilomètres", "m²": "mètres carrés"}
_ENDS = ".!?…:;,"


@dataclass(frozen=True)
class Token:
    """A word as it is written, and where it stands in its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """What a voice is given, and where each written word begins in it; a word that is not said has the next one's."""

    text: str
    starts: tuple[int, ...]


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text."""
    return tuple(Token(found.group(), *found.span()) for found in _TOKEN.finditer(text))


def spoken(words: Sequence[str], language: str) -> Spoken:
    """Return what a voice says for these written words, in a language (``fr``)."""
    said = ""
    starts: list[int] = []
    for index, word in enumerate(words):
        heard = _said(word, words[index - 1] if index else "", language)
        if heard and said and heard[0] not in _ENDS:
            said += " "
        starts.append(len(said))
        said += heard
    return Spoken(said, tuple(starts))


def closed(text: str) -> str:
    """Return a text that ends as a sentence does: a voice then makes a pause."""
    return text if not text or text.rstrip("»”’ \u00a0\u202f")[-1:] in _ENDS else f"{text}."


def _said(word: str, before: str, language: str) -> str:
    bare = _GROUPED.sub("", word).translate(_UNHEARD)
    return _said_in_french(bare, before) if language == "fr" else bare


def _said_in_french(word: str, before: str) -> str:
    core = word.rstrip(_ENDS)
    end = word[len(core) :].replace("…", ".")
    if core in _AFTER_A_NUMBER and before[-1:].isdigit():
        return _AFTER_A_NUMBER[core] + end
    if core in _WHOLE_WORDS:
        return _WHOLE_WORDS[core] + end
    core = _FRACTION.sub(r"\1 sur \2", _INCLUSIVE.sub("", core))
    core = re.sub(r"(?i)\bn°", "numéro ", core)
    return core.replace("/", " ou ").replace("%", " pour cent").replace("€", " euros").strip() + end
