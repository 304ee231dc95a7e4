"""Counts, dates, hours and durations in the language that the screens speak now: French as `game.french` writes it.

What is written to be kept (a record, a report) and what a terminal says stay in French: they use `game.french`.
"""

from collections.abc import Sequence
from datetime import date, datetime

from game import french
from game.language import SOURCE, current, tr, tr_counted

NO_BREAK = french.NO_BREAK
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number and its noun: « 1 échange », « 2 échanges », and « 0 exchanges » in English."""
    if current() == SOURCE:
        return french.counted(number, noun, nouns)
    return f"{number}{NO_BREAK}{tr_counted(noun, nouns or noun + 's', abs(number))}"


def duration(minutes: float) -> str:
    """Return a duration given in minutes: « 1 h 12 », « 45 min », « moins d’une minute »; a dash for none.

    Abbreviations are those of both languages.
    """
    return tr("moins d’une minute") if 0 < minutes < 0.5 else french.duration(minutes)  # noqa: PLR2004 - half of one


def hour(at: datetime) -> str:
    """Return a time of day, in the zone of the instant: « 14:05 », as clocks show it in both languages."""
    return at.strftime("%H:%M")


def long_date(day: date) -> str:
    """Return a day in words: « 1er mai 2026 », « 1 May 2026 »."""
    return french.long_date(day) if current() == SOURCE else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def grouped(number: int) -> str:
    """Return a large number, its thousands apart: « 20 000 », « 20,000 »."""
    return f"{number:,}".replace(",", NO_BREAK) if current() == SOURCE else f"{number:,}"


def listed(words: Sequence[str]) -> str:
    """Return « A, B et C »; empty for none."""
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return tr("{first} et {last}").format(first=", ".join(words[:-1]), last=words[-1])
