"""What an author probably meant by a value or a key that is refused: the remedy then says exactly what to type."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

_QUOTES = "\"'“”„‘’‚«»‹›`"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LIST_SIGN = re.compile(r"[-–—−•·*▪◦‣][ \u00a0\u202f]?(?=\S)")
_FIRST_OF_A_SPREADSHEET = date(1899, 12, 30)
"""Day 0 of Excel and LibreOffice, for days after February 1900."""
_SERIAL = range(20_000, 80_000)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})")


def key_meant(given: str, known: Iterable[str]) -> str:
    """Return the known key that is written here with quotes or invisible letters around or inside; empty: none."""
    plain = _INVISIBLE.sub("", given).strip(f"{_QUOTES} \u00a0\u202f")
    return plain if plain != given and plain in set(known) else ""


def day_meant(given: str) -> str:
    """Return the day as it is to be typed; empty when no day can be read: « 14/03/2026 », « 20260314 », « 46095 »."""
    given = given.strip()
    if given.isdecimal() and int(given) in _SERIAL:
        return (_FIRST_OF_A_SPREADSHEET + timedelta(days=int(given))).isoformat()
    if found := _DAY_FIRST.fullmatch(given):
        return _iso(found[3], found[2], found[1])
    found = _YEAR_FIRST.fullmatch(given)
    return _iso(*found.groups()) if found else ""


def list_meant(given: str) -> str:
    """Return what to type for a list that was written as a text; empty when it was no list.

    A list of Word begins each line with a dash or a bullet that YAML does not know, or has no space after it.
    """
    parts = [part for part in _LIST_SIGN.split(given) if part.strip()]
    if _LIST_SIGN.match(given):
        return f"- {parts[0].strip()}" if parts else ""
    return f"[{given.strip()}]" if re.fullmatch(r"[a-z0-9-]+(?:, ?[a-z0-9-]+)*", given.strip()) else ""


def number_meant(given: str) -> str:
    """Return the whole number at the start of a text: « 3 min »; empty when there is none."""
    found = re.match(r"\d+", given.strip())
    return found[0] if found else ""


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
