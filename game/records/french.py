"""Dates, hours, durations and counts, as one writes them in French."""

from datetime import date, datetime

NO_BREAK = "\u00a0"
"""The no-break space between a number and its unit, and before a colon."""
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_HOUR = 60


def long_date(day: date) -> str:
    """Return a day in words: « 23 novembre 2026 », « 1er mai 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def hour(at: datetime) -> str:
    """Return a time of day, in the zone of the instant: « 14 h 05 », « 9 h »."""
    return _hours(at.hour, at.minute)


def duration(minutes: float) -> str:
    """Return a duration given in minutes: « 1 h 12 », « 45 min », « moins d’une minute »; a dash for none."""
    if minutes <= 0:
        return "—"
    whole = int(minutes + 0.5)
    if not whole:
        return "moins d’une minute"
    return f"{whole}{NO_BREAK}min" if whole < _HOUR else _hours(*divmod(whole, _HOUR))


def counted(number: int, noun: str) -> str:
    """Return a number and its noun, with an s from two on: « 1 échange », « 2 échanges »."""
    plural = "" if abs(number) <= 1 else "s"
    return f"{number}{NO_BREAK}{noun}{plural}"


def _hours(hours: int, minutes: int) -> str:
    whole = f"{hours}{NO_BREAK}h"
    return f"{whole}{NO_BREAK}{minutes:02d}" if minutes else whole
