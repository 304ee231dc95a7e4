"""What the papers of a session have in common: the look of its themes, when it was, counts in two columns."""

from collections.abc import Mapping
from datetime import date, datetime

from game.content.cards import Theme
from game.french import NO_BREAK, THIN, counted, hour, long_date
from game.printing.words import theme_look
from game.records.outcome import Outcome
from game.screens.phrases import WEATHERS

_UNKNOWN = {"icon": "chats-circle", "colour": "#F0E9DB", "writing": "#161A26"}
"""The look of a theme that left the content since, as on the screens."""
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def look_of(themes: Mapping[str, Theme], theme: str, title: str = "") -> dict[str, str]:
    """Return a theme as it is printed; one that left the content keeps the title that the session knew."""
    if theme in themes:
        return theme_look(themes[theme])
    return {"title": title or theme, **_UNKNOWN}


def day_said(day: date) -> str:
    """Return « lundi 23 novembre 2026 »."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


def hours_said(start: datetime, end: datetime | None) -> str:
    """Return « de 14 h 05 à 15 h 18 », « à partir de 14 h 05 » as long as it has not ended."""
    return f"de {hour(start)} à {hour(end)}" if end else f"à partir de {hour(start)}"


def whole(number: int) -> str:
    """Return a count as it is written in figures: « 1 204 », with a space that does not break."""
    return f"{number:,}".replace(",", THIN)


def more_said(what: str = "") -> str:
    """Return « et {n} autres », whose number the page writes once it knows how many do not fit."""
    return f"et{NO_BREAK}{{n}} autres{what}"


def weathers() -> list[dict[str, str]]:
    """Return the weathers in their order, an icon and a word each."""
    return [{"icon": icon, "word": word} for icon, word in WEATHERS]


def figure(number: str, words: str, more: str = "") -> dict[str, str]:
    """Return a figure that stands large, what it counts, and a precision under it."""
    return {"number": number, "words": words, "more": more}


def people_figure(outcome: Outcome) -> dict[str, str]:
    """Return how many were there, and how many of them for the first time when that was said."""
    new = outcome.newcomers
    more = "" if new is None else f"dont {counted(new, 'nouvelle', 'nouvelles')}"
    return figure(str(outcome.people), "personne" if outcome.people <= 1 else "personnes", more)
