"""What the commands that open envelopes share: the private key, the folders, the export of one code."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.errors import CommandError
from game.cli.phrases import phrase
from game.french import counted, unbroken, why_refused
from game.places import data_folder, sessions_folder

if TYPE_CHECKING:
    from game.sealed.dossiers import Dossier
    from game.sealed.envelopes import Reading
    from game.sealed.keys import PrivateKey

Key = Annotated[Path | None, typer.Option("--cle", metavar="FICHIER", help="La clé privée, association-privee.age.")]
Folders = Annotated[
    list[Path] | None,
    typer.Option(
        "--enveloppes",
        metavar="DOSSIER",
        help="Où chercher les enveloppes, sous-dossiers compris\u00a0; répétez-la pour plusieurs supports. "
        "Sinon, les séances de cet ordinateur.",
    ),
]


def folders_of(data: Path, asked: list[Path] | None) -> list[Path]:
    """Return the folders to look for envelopes in; without any, the sessions of this computer where there are some."""
    if asked:
        return asked
    own = sessions_folder(data)
    return [own] if own.is_dir() else []


def unseal(
    data: Path, key_file: Path, asked: list[Path] | None, descriptor: int | None
) -> "tuple[Reading, PrivateKey]":
    """Open all the envelopes of some folders, and say on stderr which stay closed.

    Raises:
        CommandError: there is no folder, the key does not open, or it is that of another pair.
    """
    from game.sealed.envelopes import find, read  # noqa: PLC0415 - sealing is loaded by the few who need it
    from game.sealed.errors import SealedError  # noqa: PLC0415 - likewise
    from game.sealed.keys import open_private  # noqa: PLC0415 - likewise

    folders = folders_of(data, asked)
    if not folders:
        raise CommandError(unbroken("Dites où sont les enveloppes : --enveloppes DOSSIER."))
    if any(key_file.resolve().is_relative_to(home.resolve()) for home in (data, data_folder(None))):
        said = "La clé privée est dans le dossier des séances de cet ordinateur. Enlevez-la de là"
        typer.echo(unbroken(f"{said} : qui a l’ordinateur aurait les deux.\n"), err=True)
    try:
        find(folders)  # before the passphrase is asked for: a wrong folder is told at once
        key = open_private(key_file, phrase("Phrase de la clé privée", descriptor))
        reading = read(folders, key)
    except SealedError as error:
        raise CommandError(str(error)) from error
    tell_closed(reading)
    return reading, key


def tell_closed(reading: "Reading") -> None:
    """Say which envelopes stay closed, and why: nobody can tell whose they are."""
    if not reading.closed:
        return
    count = counted(len(reading.closed), "enveloppe reste fermée", "enveloppes restent fermées")
    typer.echo(unbroken(f"{count} ; on ne peut pas savoir qui elles concernent :"), err=True)
    for one in reading.closed:
        typer.echo(unbroken(f"  {one.path} : {one.why.value}."), err=True)


def write_dossier(dossier: "Dossier", file: Path) -> None:
    """Write a dossier as JSON, CSV or text, as the name of the file says: whole or not at all.

    Raises:
        CommandError: the file has another ending, or cannot be written.
    """
    from game.exports.csv_file import csv_rows  # noqa: PLC0415 - as above
    from game.records.files import write_whole  # noqa: PLC0415 - as above
    from game.sealed.dossiers import as_json, as_rows, as_text  # noqa: PLC0415 - as above

    if file.suffix == ".json":
        content = as_json(dossier).encode()
    elif file.suffix == ".csv":
        content = csv_rows(as_rows(dossier))
    elif file.suffix == ".txt":
        content = as_text(dossier).encode()
    else:
        raise CommandError(unbroken(f"« {file.name} » : le fichier finit par .json, .csv ou .txt."))
    try:
        write_whole(file, content)
    except OSError as error:
        raise CommandError(unbroken(f"« {file} » n’est pas écrit : {why_refused(error)}.")) from error
    said = f"C’est écrit, en clair : « {file} ». Remettez-le à la personne, puis effacez-le de cet ordinateur."
    typer.echo(unbroken(said))
