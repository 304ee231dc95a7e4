"""The answers of a long interview, kept as they are given: one that was cut short goes on where it was."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer

from game.cli.answers import NotUnderstoodError
from game.cli.asking import asked
from game.french import unbroken, why_refused
from game.records.files import write_whole

T = TypeVar("T")


class KeptAnswers:
    """Asks questions, and keeps what was answered in a file until it is no longer needed."""

    def __init__(self, file: Path) -> None:
        """Find what was answered the last time; a file that cannot be read holds nothing."""
        self._file = file
        self._before = _read(file)
        self._given: list[str] = []
        self._is_kept = True

    @property
    def before(self) -> tuple[str, ...]:
        """What was answered the last time, and not asked again yet."""
        return tuple(self._before)

    def ask(self, question: str, understand: Callable[[str], T], usual: str = "") -> T:
        """Return the answer of the last time, or ask until one is understood; an empty one is the usual one.

        Raises:
            EOFError: there is nothing left to read.
        """
        while True:
            is_known = bool(self._before)
            typed = self._before.pop(0) if is_known else " ".join(asked(question, usual).split())
            try:
                understood = understand(typed)
            except NotUnderstoodError as error:
                self._before.clear()  # a card or a format has left since: what follows may mean something else
                typer.echo(unbroken(f"  {error}"))
                continue
            if is_known:
                typer.echo(unbroken(f"{question} : {typed or '—'}"))
            self._keep(typed)
            return understood

    def forget(self) -> None:
        """Erase what is kept, and go on from nothing."""
        self._before.clear()
        self._given.clear()
        self._file.unlink(missing_ok=True)

    def _keep(self, typed: str) -> None:
        self._given.append(typed)
        if not self._is_kept:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps([*self._given, *self._before], ensure_ascii=False).encode())
        except OSError as error:
            self._is_kept = False
            said = f"  Les réponses ne sont pas gardées en route ({why_refused(error)}) : allez jusqu’au bout."
            typer.echo(unbroken(said), err=True)


def _read(file: Path) -> list[str]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) and all(isinstance(each, str) for each in found) else []
