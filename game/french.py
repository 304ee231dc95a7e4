"""How one writes French: spaces before signs, dates, hours, durations, counts. For every room that speaks to people."""

import errno
import re
from datetime import date, datetime

from game.language import mark

NO_BREAK = "\u00a0"
"""Between a number and its unit, before a colon, inside guillemets."""
THIN = "\u202f"
"""The narrow no-break space, before ; ! and ?"""

_BEFORE_HIGH_SIGN = re.compile(r" (?=[;!?])")
_BEFORE_COLON = re.compile(r"(?<=«) | (?=[:»])")
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
_REFUSALS = {
    errno.ENOSPC: mark("il n’y a plus de place sur le disque"),
    errno.EDQUOT: mark("il n’y a plus de place sur le disque"),
    errno.EACCES: mark("l’accès est refusé"),
    errno.EPERM: mark("l’accès est refusé"),
    errno.EROFS: mark("on ne peut rien y écrire"),
    errno.ENOENT: mark("ce fichier ou son dossier n’existe pas"),
    errno.ENOTDIR: mark("un fichier est là où il faut un dossier"),
    errno.EEXIST: mark("un fichier est là où il faut un dossier"),
    errno.EISDIR: mark("c’est un dossier"),
    errno.ENAMETOOLONG: mark("le nom est trop long"),
}
"""What a disk answers; the words of the system itself are English on most computers."""


def unbroken(text: str) -> str:
    """Return a text with its own spaces made no-break where French wants it, and nothing else changed.

    For sentences that quote what somebody typed: quotes, apostrophes and glued signs are left as they are.
    """
    return _BEFORE_COLON.sub(NO_BREAK, _BEFORE_HIGH_SIGN.sub(THIN, text))


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


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number and its noun, plural from two on: « 1 échange », « 2 échanges »."""
    return f"{number}{NO_BREAK}{noun if abs(number) <= 1 else nouns or noun + 's'}"


def why_refused(error: OSError) -> str:
    """Return in a few words why a file or a folder cannot be read or written: « l’accès est refusé »."""
    return _REFUSALS.get(error.errno or 0, mark("le disque ne répond pas"))


def _hours(hours: int, minutes: int) -> str:
    whole = f"{hours}{NO_BREAK}h"
    return f"{whole}{NO_BREAK}{minutes:02d}" if minutes else whole
