"""``permis cle``: the association’s pair of keys. The public one seals on laptops, the private one opens elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.errors import CommandError
from game.cli.phrases import PhraseFrom, phrase
from game.cli.usage import FrenchCommand, FrenchGroup
from game.french import unbroken
from game.places import data_folder


def register(app: typer.Typer) -> None:
    """Add the commands about keys to the ``permis`` command."""
    told = unbroken("Les clés de l’association : créer la paire, installer la clé publique, la montrer, la retirer.")
    keys = typer.Typer(cls=FrenchGroup, help=told, rich_markup_mode=None, invoke_without_command=True)
    keys.callback()(_show_help)
    keys.command("creer", cls=FrenchCommand)(create)
    keys.command("installer", cls=FrenchCommand)(install_key)
    keys.command("montrer", cls=FrenchCommand)(show)
    keys.command("retirer", cls=FrenchCommand)(take_out)
    app.add_typer(keys, name="cle")


def _show_help(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def create(
    ctx: typer.Context,
    sortie: Annotated[
        Path, typer.Option("--sortie", metavar="DOSSIER", help="Où écrire les deux clés, hors du dossier des séances.")
    ],
    *,
    phrase_fd: PhraseFrom = None,
) -> None:
    """Crée la paire de clés de l’association, pour un copilote.

    La clé publique va sur les portables des séances : elle ferme les enveloppes. La clé privée, protégée par une
    phrase, les ouvre : elle reste chez les copilotes. Perdue, rien ne la remplace.
    """
    from game.sealed.errors import LOST, SealedError  # noqa: PLC0415 - sealing is loaded by the few who need it
    from game.sealed.keys import (  # noqa: PLC0415 - likewise
        PHRASE_RULE,
        PRIVATE_NAME,
        PUBLIC_NAME,
        make_pair,
        phrase_fault,
        refuse_folder,
    )

    homes = (ctx.obj.data, data_folder(None))
    try:
        refuse_folder(sortie, homes)
        typer.echo(unbroken(f"La phrase protège la clé privée. {PHRASE_RULE} Elle ne s’affiche pas."))
        typer.echo(unbroken(f"Attention : {LOST}\n"))
        said = phrase("Phrase", phrase_fd)
        if fault := phrase_fault(said):
            raise CommandError(fault)
        if phrase_fd is None and phrase("La même, encore une fois", None) != said:
            raise CommandError("Les deux phrases ne sont pas les mêmes. Aucune clé n’est écrite.")
        key = make_pair(sortie, said, homes)
    except SealedError as error:
        raise CommandError(str(error)) from error
    lines = (
        f"Clé publique : « {sortie / PUBLIC_NAME} », à installer sur chaque portable : permis cle installer FICHIER",
        f"Clé privée : « {sortie / PRIVATE_NAME} ». Gardez-en une copie en lieu sûr, la phrase à part.",
        f"Empreinte : {key.fingerprint}",
    )
    typer.echo(unbroken("\n".join(lines)))


def install_key(
    ctx: typer.Context,
    fichier: Annotated[Path, typer.Argument(metavar="FICHIER", help="La clé publique, association.pub.")],
) -> None:
    """Installe la clé publique sur ce portable\u00a0: les présences et les pas peuvent être scellés."""
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above
    from game.sealed.keys import install  # noqa: PLC0415 - as above

    try:
        key = install(fichier, ctx.obj.data)
    except SealedError as error:
        raise CommandError(str(error)) from error
    typer.echo(unbroken(f"La clé est installée. Empreinte : {key.fingerprint} : comparez-la avec votre copilote."))


def show(ctx: typer.Context) -> None:
    """Montre l’empreinte de la clé installée sur ce portable."""
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above
    from game.sealed.keys import installed  # noqa: PLC0415 - as above

    try:
        key = installed(ctx.obj.data)
    except SealedError as error:
        raise CommandError(str(error)) from error
    if key is None:
        typer.echo(unbroken("Aucune clé n’est installée : ni présence, ni pas d’une personne ne sont notés ici."))
        return
    typer.echo(unbroken(f"Empreinte : {key.fingerprint}\nClé publique : {key.text}"))


def take_out(ctx: typer.Context) -> None:
    """Retire la clé publique de ce portable\u00a0; les enveloppes déjà fermées restent, et restent fermées."""
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above
    from game.sealed.keys import remove  # noqa: PLC0415 - as above

    try:
        was_there = remove(ctx.obj.data)
    except SealedError as error:
        raise CommandError(str(error)) from error
    typer.echo("La clé est retirée." if was_there else "Aucune clé n’était installée.")
