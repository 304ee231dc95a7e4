"""What people type on a terminal, understood: days, hours, counts, things by the start of their name."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import TypeVar

import typer

from game.cli.asking import asked
from game.french import unbroken

T = TypeVar("T")
_MOST_LISTED = 8
_HOUR = re.compile(r"^(\d{1,2})\s*[h:]\s*(\d{2})?$", re.IGNORECASE)


class NotUnderstoodError(ValueError):
    """An answer that cannot be used; the message says in French what to type."""


def ask(question: str, understand: Callable[[str], T], usual: str = "") -> T:
    """Ask until the answer is understood, and return it; an empty answer is the usual one.

    Raises:
        EOFError: there is nothing left to read.
    """
    while True:
        try:
            return understand(" ".join(asked(question, usual).split()))
        except NotUnderstoodError as error:
            typer.echo(unbroken(f"  {error}"))


def words(longest: int, *, may_be_empty: bool = False) -> Callable[[str], str]:
    """Return what understands a few words of at most so many characters."""

    def understand(typed: str) -> str:
        if not typed and not may_be_empty:
            raise NotUnderstoodError("Écrivez quelques lettres.")
        if len(typed) > longest:
            raise NotUnderstoodError(f"C’est trop long : {longest} lettres au plus, il y en a {len(typed)}.")
        return typed

    return understand


def number(least: int, most: int) -> Callable[[str], int]:
    """Return what understands a whole number between two others, both included."""

    def understand(typed: str) -> int:
        if not typed.isdecimal() or not least <= int(typed) <= most:
            raise NotUnderstoodError(f"Écrivez un nombre, de {least} à {most}.")
        return int(typed)

    return understand


def counts(many: int, most: int) -> Callable[[str], tuple[int, ...] | None]:
    """Return what understands so many numbers on one line; nothing when they were not counted."""

    def understand(typed: str) -> tuple[int, ...] | None:
        if not typed:
            return None
        parts = re.split(r"[ ,;]+", typed)
        if len(parts) != many or not all(part.isdecimal() and int(part) <= most for part in parts):
            raise NotUnderstoodError(f"Écrivez {many} nombres séparés par un espace, de 0 à {most}, ou rien.")
        return tuple(map(int, parts))

    return understand


def day(latest: date) -> Callable[[str], date]:
    """Return what understands « 23/11/2026 » or « 2026-11-23 », up to a last day."""

    def understand(typed: str) -> date:
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y"):
            try:
                found = datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            if found > latest:
                raise NotUnderstoodError("Cette date n’est pas encore venue.")
            return found
        raise NotUnderstoodError("Écrivez la date ainsi : 23/11/2026.")

    return understand


def hour(typed: str) -> time:
    """Understand « 14h05 », « 14 h » or « 14:05 »."""
    found = _HOUR.match(typed)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004 - of a clock
        raise NotUnderstoodError("Écrivez l’heure ainsi : 14h05.")
    return time(int(found[1]), int(found[2] or 0))


def yes(typed: str) -> bool:
    """Understand « oui » and « non », or their first letters."""
    if typed.lower() not in ("o", "oui", "n", "non"):
        raise NotUnderstoodError("Répondez oui ou non.")
    return typed.lower().startswith("o")


def one_of(names: Mapping[str, Sequence[str]], *, may_be_empty: bool = False) -> Callable[[str], str]:
    """Return what understands a thing by one of its names, or by how one of them begins.

    Args:
        names: Under what is returned, the names that a person may type.
        may_be_empty: Whether an empty answer is understood, as nothing.
    """

    def understand(typed: str) -> str:
        if not typed and may_be_empty:
            return ""
        return _meant(typed, names)

    return understand


def _meant(typed: str, names: Mapping[str, Sequence[str]]) -> str:
    key = plain(typed)
    exact = [thing for thing, called in names.items() if key in map(plain, called)]
    begun = [thing for thing, called in names.items() if key and any(plain(name).startswith(key) for name in called)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    if found:
        raise NotUnderstoodError(f"Plusieurs commencent ainsi : {_listed(found, names)}. Écrivez-en un peu plus.")
    by_name = {plain(name): thing for thing, called in names.items() for name in called}
    near = list(dict.fromkeys(by_name[name] for name in get_close_matches(key, by_name, n=3)))
    hint = f"Peut-être : {_listed(near, names)}." if near else "Écrivez le début de son nom."
    raise NotUnderstoodError(f"« {typed} » n’est pas connu. {hint}")


def _listed(things: Sequence[str], names: Mapping[str, Sequence[str]]) -> str:
    shown = ", ".join(f"« {names[thing][0]} »" for thing in things[:_MOST_LISTED])
    return shown + ("…" if len(things) > _MOST_LISTED else "")


def plain(text: str) -> str:
    """Return a text as names are compared: without accents, capitals, signs, or more than one space."""
    apart = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe")).casefold()
    return " ".join(
        "".join(letter if letter.isalnum() else " " for letter in apart if not unicodedata.combining(letter)).split()
    )
