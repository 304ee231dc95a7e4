"""Ask questions on the terminal, one at a time: every answer is checked as it comes, and can be given again."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import typer

from game.french import counted, unbroken

_NOT_TEXT = re.compile("\x1b\\[[0-9;]*[A-Za-z~]|[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What a terminal adds for its arrow keys, and what no file can hold."""


class Questions:
    """Questions whose answers are kept by key, as the values of a file.

    Attributes:
        values: The answers so far: texts, whole numbers, lists of texts.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def pick(self, key: str, question: str, choices: dict[str, str], default: str) -> str:
        """Ask for one of a few values, by its number or its name, and keep it."""
        self.values[key] = picked(question, choices, default)
        return str(self.values[key])

    def text(self, key: str, question: str, default: str = "", *, is_needed: bool = False) -> str:
        """Ask for a line, and keep it; without one, the key is left out."""
        while True:
            said = _set(asked(question, default, is_optional=not is_needed))
            fault = _fault(key, said) if said else "Il faut une réponse." if is_needed else ""
            if not fault:
                break
            typer.echo(unbroken(fault))
        if said:
            self.values[key] = said
        return said

    def lines(self, key: str, question: str, *, is_needed: bool = False, count: tuple[int, int] = (1, 40)) -> list[str]:
        """Ask for several lines, until an empty one, and keep them: as a list, or as a text of several lines."""
        least, most = count
        while True:
            typer.echo(unbroken(f"{question} (ligne vide pour finir) :"))
            found = [_set(line) for line in iter(lambda: _read("  > "), "")]
            if least <= len(found) <= most or not (found or is_needed):
                break
            typer.echo(unbroken(f"{counted(len(found), 'ligne')} : il en faut de {least} à {most}."))
        if found:
            self.values[key] = "\n".join(found) if key == "texte" else found
        return found

    def number(self, key: str, question: str, default: int, bounds: tuple[int, int]) -> None:
        """Ask for a whole number between two others, and keep it."""
        least, most = bounds
        while True:
            said = asked(question, str(default))
            if said.isascii() and said.isdigit() and least <= int(said) <= most:
                self.values[key] = int(said)
                return
            typer.echo(unbroken(f"« {said} » : il faut un nombre de {least} à {most}."))

    def known(self, key: str, question: str, names: Iterable[str]) -> None:
        """Ask for names that are known, and keep them; without one, the key is left out."""
        from game.content.messages import unknown  # noqa: PLC0415 - slow to set up, and few commands need it

        names = set(names)
        while True:
            said = [word.strip() for word in asked(question, is_optional=True).split(",") if word.strip()]
            lost = next((word for word in said if word not in names), None)
            if lost is None:
                break
            typer.echo(unbroken(unknown("inconnu :", lost, sorted(names)).message))
        if said:
            self.values[key] = said


def picked(question: str, choices: dict[str, str], default: str) -> str:
    """Ask for one of a few values, by its number in the list or by its name."""
    names = list(choices)
    numbered = not all(name.isdigit() for name in names)
    typer.echo(unbroken(question))
    for number, (name, meaning) in enumerate(choices.items(), start=1):
        typer.echo(unbroken(f"  {number}. {name} : {meaning}" if numbered else f"  {name}. {meaning}"))
    while True:
        said = asked("  Votre choix", default).lower()
        if said in names:
            return said
        if numbered and said.isascii() and said.isdigit() and 1 <= int(said) <= len(names):
            return names[int(said) - 1]
        typer.echo(unbroken(f"« {said} » : écrivez un numéro de la liste."))


def asked(question: str, default: str = "", *, is_optional: bool = False) -> str:
    """Ask for a line; Enter alone gives the default.

    Raises:
        EOFError: there is nothing left to read.
    """
    hint = f" [{default}]" if default else " (facultatif)" if is_optional else ""
    return _read(unbroken(f"{question}{hint} : ")) or default


def _read(prompt: str) -> str:
    """Return the line that is typed after a prompt, without what a terminal adds for its arrow keys."""
    return _NOT_TEXT.sub("", input(prompt)).strip()


def _set(text: str) -> str:
    """Return a text with the spaces and the quotes of French, as the game shows it."""
    from game.content.typography import french  # noqa: PLC0415 - as above

    return french(text)


def _fault(key: str, said: str) -> str:
    """Return what is wrong with the answer to a question, or nothing."""
    check = _CHECKS.get(key)
    return check(said) if check else ""


def _day_fault(said: str) -> str:
    try:
        return "" if date.fromisoformat(said).isoformat() == said else _DAY
    except ValueError:
        return _DAY


def _code_fault(said: str) -> str:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - as above

    from game.content.fields import AuthorCode  # noqa: PLC0415 - as above

    try:
        TypeAdapter(AuthorCode).validate_python(said)
    except ValidationError:
        return "Écrivez un code, jamais un nom : T-012."
    return ""


_DAY = "Écrivez l’année, le mois et le jour : 2026-03-14."
_CHECKS: dict[str, Callable[[str], str]] = {"date": _day_fault, "jusqu-au": _day_fault, "auteur": _code_fault}
