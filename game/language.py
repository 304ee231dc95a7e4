"""The language that the screens speak. French is the source text; the others are gettext catalogues.

A sentence stands in the code in French, inside `tr`. One that is kept before the language is known (a table at the top
of a module) stands inside `mark`, and goes through `tr` where it is used.
"""

import gettext
from pathlib import Path
from typing import Literal

Language = Literal["fr", "en"]
"""The languages that the screens speak."""
SOURCE: Language = "fr"
_DOMAIN = "permis"


class _Speaker:
    """Which catalogue answers now: one for the whole program, as there is one room."""

    language: str = SOURCE
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str, catalogues: Path) -> None:
    """Speak this language from now on (``fr``, ``en``); French, when it has no catalogue in this folder."""
    found = gettext.translation(_DOMAIN, catalogues, [language], fallback=True)
    _Speaker.catalogue = found
    _Speaker.language = language if type(found) is not gettext.NullTranslations else SOURCE


def current() -> str:
    """Return the language spoken now."""
    return _Speaker.language


def tr(sentence: str) -> str:
    """Return a sentence in the language spoken now; itself, when the catalogue does not have it."""
    return _Speaker.catalogue.gettext(sentence) if sentence else ""


def tr_counted(noun: str, nouns: str, number: int) -> str:
    """Return the noun that goes with a number in the language spoken now; ``nouns`` is the French plural."""
    return _Speaker.catalogue.ngettext(noun, nouns, number)


def mark(sentence: str) -> str:
    """Return a sentence as it is: it is collected for the catalogues, and translated where it is used."""
    return sentence
