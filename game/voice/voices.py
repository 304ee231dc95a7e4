"""What a voice is, and which one reads a language."""

from collections.abc import Sequence
from typing import NamedTuple


class VoiceName(NamedTuple):
    """A voice of this computer: the id its engine knows it by, its name, its language as an engine writes it."""

    id: str
    name: str
    language: str


def chosen(voices: Sequence[VoiceName], wanted: str, language: str) -> VoiceName | None:
    """Return the voice that reads a language (``fr``): the wanted one if it can, else the plainest one that can.

    Engines write ``fr``, ``fr-fr``, ``fr_FR`` or ``fr-CA``; the language alone and the country of the same name come
    first.
    """
    able = [voice for voice in voices if _base(voice.language) == language]
    for voice in able:
        if voice.id == wanted:
            return voice
    plain = (language, f"{language}-{language}")
    return min(able, key=lambda voice: _tag(voice.language) not in plain, default=None)


def _tag(language: str) -> str:
    return language.lower().replace("_", "-")


def _base(language: str) -> str:
    return _tag(language).partition("-")[0]
