"""Erase a code: what `permis donnees effacer` and `permis dossiers CODE --effacer` do alike, and what they say."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.errors import CommandError
from game.cli.unsealing import folders_of
from game.french import unbroken
from game.places import sessions_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.sealed.envelopes import Opened

ELSEWHERE = (
    "Ce que le programme n’efface pas : les copies sur d’autres clés USB ou ordinateurs, les papiers imprimés, les "
    "fichiers exportés, les bilans publiés dans une base partagée, les sauvegardes. Refaites l’effacement sur chaque "
    "support."
)


def usual(code: str) -> str:
    """Return a code as codes are compared.

    Raises:
        CommandError: it is no code.
    """
    from game.sealed.errors import SealedError  # noqa: PLC0415 - sealing is loaded by the few who need it
    from game.sealed.payload import usual_code  # noqa: PLC0415 - as above

    try:
        return usual_code(code)
    except SealedError as error:
        raise CommandError(str(error)) from error


def erase_known(data: Path, code: str, envelopes: "Sequence[Opened]") -> bool:
    """Erase a code from the journals of this computer, and its envelopes wherever they are; say what stays.

    Args:
        data: The data folder.
        code: As codes are compared.
        envelopes: Those of the code, which only the key could find.

    Returns:
        Whether something stays.
    """
    is_left = _cleared(data, code)
    return _erased(data, [path for one in envelopes for path in one.paths], [code]) or is_left


def write_list(file: Path, envelopes: "Iterable[Opened]") -> None:
    """Write the list of envelopes for laptops that have no key.

    Raises:
        CommandError: it cannot be written.
    """
    from game.sealed.erasing import write_list  # noqa: PLC0415 - as above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above

    try:
        write_list(file, envelopes)
    except SealedError as error:
        raise CommandError(str(error)) from error
    typer.echo(unbroken(f"La liste est écrite : « {file} ». Sur le portable : permis donnees effacer --liste FICHIER"))


def erase_listed(data: Path, file: Path, folders: list[Path] | None) -> bool:
    """Erase the envelopes that a list names; return whether something stays.

    Raises:
        CommandError: the list or a folder cannot be read.
    """
    from game.sealed.erasing import listed  # noqa: PLC0415 - as above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above

    try:
        return _erased(data, listed(file, folders_of(data, folders)), [])
    except SealedError as error:
        raise CommandError(str(error)) from error


def _erased(data: Path, envelopes: "Sequence[Path]", marks: "Sequence[str]") -> bool:
    """Erase envelopes, and the local copy of published records that holds them; return whether something stays."""
    from game.retention import published  # noqa: PLC0415 - as above
    from game.sealed.erasing import erase  # noqa: PLC0415 - as above

    copies = published.holding(data, [*marks, *(path.stem for path in envelopes)])
    done, copied = erase(envelopes), erase(copies)
    typer.echo(unbroken(f"Enveloppes effacées : {len(done.files)}."))
    if copied.files:
        typer.echo(unbroken("La copie publiée sur cet ordinateur est effacée aussi : permis publier la refait."))
    return tell_kept((*done.kept, *copied.kept))


def _cleared(data: Path, code: str) -> bool:
    """Take a code out of the journals of this computer, and say it; return whether it stays somewhere."""
    from game.retention.facilitators import clear  # noqa: PLC0415 - as above

    done = clear(sessions_folder(data), code)
    typer.echo(unbroken(f"Séances animées dont le code est effacé : {len(done.sessions)}."))
    return tell_kept(done.kept)


def tell_kept(kept: "tuple[tuple[Path, str], ...]") -> bool:
    """Say what stays, and why; return whether something does."""
    for path, why in kept:
        typer.echo(unbroken(f"Reste : « {path} » ({why})."), err=True)
    return bool(kept)
