"""``permis brouillons``: read the cards that groups proposed, take them into the deck, or set them aside."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.errors import CommandError
from game.cli.usage import FrenchCommand
from game.cli.workshop import FOLDER_HELP, what_next, workshop
from game.french import counted, unbroken, why_refused
from game.places import drafts_folder


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("brouillons", cls=FrenchCommand)(drafts)


def drafts(
    ctx: typer.Context,
    nom: Annotated[
        str | None, typer.Argument(metavar="NOM", help="Le nom d’un brouillon, ou quelques lettres de ce nom.")
    ] = None,
    *,
    accepter: Annotated[
        bool, typer.Option("--accepter", help="Le mettre dans le jeu, si la vérification ne trouve pas d’erreur.")
    ] = False,
    ecarter: Annotated[bool, typer.Option("--ecarter", help="Le mettre de côté, sans le perdre.")] = False,
    dossier: Annotated[
        Path | None,
        typer.Option("--dossier", metavar="DOSSIER", help=FOLDER_HELP),
    ] = None,
) -> None:
    """Liste les cartes proposées par des groupes\u00a0; avec un nom, en montre une, l’accepte ou l’écarte."""
    from game.content.drafts import DraftError, find_draft, set_aside  # noqa: PLC0415 - YAML is slow to set up

    folder = drafts_folder(ctx.obj.data)
    if accepter and ecarter:
        raise CommandError("Choisissez --accepter ou --ecarter.")
    if nom is None:
        if accepter or ecarter:
            raise CommandError(unbroken("Dites quel brouillon : permis brouillons NOM --accepter"))
        _list(folder)
        return
    try:
        file = find_draft(folder, nom)
        if accepter:
            _accept(ctx.obj.data, file, dossier)
        elif ecarter:
            _tell("Mis de côté : « {} ».", set_aside(file))
        else:
            typer.echo(file.read_text(encoding="utf-8", errors="replace"), nl=False)
            typer.echo(unbroken(f"\nPour le corriger, ouvrez « {file} »."))
            typer.echo(unbroken(f"Ensuite : permis brouillons {file.stem} --accepter (ou --ecarter)"))
    except DraftError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(unbroken(f"Ce brouillon ne s’ouvre pas ({why_refused(error)}).")) from error


def _accept(data: Path, file: Path, folder: Path | None) -> None:
    from game.content.drafts import accept  # noqa: PLC0415 - as above

    shop = workshop(data, folder)
    taken = accept(file, shop)
    _tell("Acceptée : « {} ».", taken)
    typer.echo(what_next(data, shop))


def _list(folder: Path) -> None:
    from game.content.drafts import draft_files  # noqa: PLC0415 - as above

    files = draft_files(folder)
    if not files:
        typer.echo(unbroken(f"Aucun brouillon dans « {folder} »."))
        return
    typer.echo(unbroken(f"{counted(len(files), 'brouillon')} dans « {folder} » :"))
    for file in files:
        typer.echo(f"  {file.stem}")


def _tell(sentence: str, file: Path) -> None:
    typer.echo(unbroken(sentence.format(file)))
