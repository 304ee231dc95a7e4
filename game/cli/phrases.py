"""Ask for a passphrase on the terminal, without showing it, or read it from another program."""

import getpass
import os
import warnings
from typing import Annotated

import typer

from game.cli.errors import CommandError
from game.french import unbroken

_FROM = "Lire la phrase sur ce descripteur de fichier ouvert, pour un autre programme."
PhraseFrom = Annotated[int | None, typer.Option("--phrase-fd", metavar="N", help=_FROM)]


def phrase(question: str, descriptor: int | None) -> str:
    """Return a passphrase: a line of an open file descriptor, else what is typed, which does not show.

    Raises:
        CommandError: nothing can be read, or this terminal would show what is typed.
    """
    if descriptor is not None:
        return _line(descriptor)
    try:
        with warnings.catch_warnings():
            # It warns, and then shows what is typed: better not to ask.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(unbroken(f"{question} : "))
    except (getpass.GetPassWarning, EOFError, OSError) as error:
        raise CommandError("Ce terminal ne sait pas cacher une phrase\u00a0: ouvrez-en un autre.") from error


def _line(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, encoding="utf-8") as source:
            return source.readline().rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise CommandError(f"Rien ne se lit sur le descripteur {descriptor}.") from error
