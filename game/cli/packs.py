"""``permis paquet``: begin a pack of cards, take one, list those there are."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.errors import CommandError
from game.cli.usage import FrenchCommand, FrenchGroup
from game.french import counted, unbroken
from game.places import assets_folder, content_folder, packs_folder


def register(app: typer.Typer) -> None:
    """Add the commands about packs to the ``permis`` command."""
    told = "Créer, ajouter et lister des paquets de cartes."
    packs = typer.Typer(cls=FrenchGroup, help=told, rich_markup_mode=None, invoke_without_command=True)
    packs.callback()(_show_help)
    packs.command("creer", cls=FrenchCommand)(create)
    packs.command("ajouter", cls=FrenchCommand)(add)
    packs.command("liste", cls=FrenchCommand)(show)
    app.add_typer(packs, name="paquet")


def _show_help(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def create(
    nom: Annotated[str, typer.Argument(metavar="NOM", help="Le titre du paquet.")],
    dossier: Annotated[
        Path, typer.Option("--dossier", metavar="DOSSIER", help="Où créer le dossier du paquet\u00a0; sinon, ici.")
    ] = Path(),
) -> None:
    """Crée un paquet à remplir, avec un exemple de chaque type de carte, un plateau et un format."""
    from game.packs.members import PackError  # noqa: PLC0415 - loaded by the few commands that need it
    from game.packs.shelf import new_pack  # noqa: PLC0415 - likewise

    try:
        made = new_pack(nom, dossier, assets_folder() / "paquet")
    except PackError as error:
        raise CommandError(str(error)) from error
    typer.echo(unbroken(f"Le paquet est dans « {made} ». Changez les exemples, ou retirez-les. Ensuite :"))
    for line in (f"permis apercu {made}", f"permis verifier {made}", f"permis paquet ajouter {made}"):
        typer.echo(f"  {line}")


def add(
    ctx: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FICHIER", help="Un dossier, ou un zip.")],
) -> None:
    """Ajoute un paquet au jeu\u00a0: il se choisit ensuite en préparant une séance."""
    from game.content.packs import read_packs  # noqa: PLC0415 - reading YAML is slow to set up
    from game.packs.members import PackError  # noqa: PLC0415 - loaded by the few commands that need it
    from game.packs.shelf import add_pack, pack_folders  # noqa: PLC0415 - likewise

    if not source.exists():
        raise CommandError(unbroken(f"Ce fichier n’existe pas : « {source} »."))
    shelf = packs_folder(ctx.obj.data)
    try:
        folder = add_pack(source.absolute(), shelf)
    except PackError as error:
        raise CommandError(str(error)) from error
    packs = read_packs(content_folder(), pack_folders(shelf), assets_folder())
    pack = next(found for found in packs if found.root == folder.resolve())
    for problem in pack.problems:
        typer.echo(str(problem))
    if pack.about is None:
        raise CommandError(unbroken("Ce paquet est ajouté, mais il ne se joue pas : corrigez son paquet.yaml."))
    if not pack.written.cards:
        raise CommandError(unbroken("Ce paquet est ajouté, mais il n’apporte aucune carte : voyez plus haut."))
    cards = counted(len(pack.written.cards), "carte")
    typer.echo(unbroken(f"Ajouté : « {pack.about.title} », {cards}. Choisissez-le en préparant une séance."))


def show(ctx: typer.Context) -> None:
    """Liste les paquets ajoutés, et ce qui ne va pas dans chacun."""
    from game.content.packs import read_packs  # noqa: PLC0415 - reading YAML is slow to set up
    from game.packs.shelf import pack_folders  # noqa: PLC0415 - loaded by the few commands that need it

    shelf = packs_folder(ctx.obj.data)
    packs = read_packs(content_folder(), pack_folders(shelf), assets_folder())
    if not packs:
        typer.echo(unbroken(f"Aucun paquet dans « {shelf} »."))
    for pack in packs:
        cards = counted(len(pack.written.cards), "carte")
        if pack.about is None:
            typer.echo(unbroken(f"{pack.id} : ne se joue pas, son paquet.yaml ne se lit pas"))
        else:
            about = pack.about
            whose = ", ".join(about.authors)
            told = f"{pack.id} : « {about.title} », version {about.version}, {cards}, {whose}, {about.licence}"
            typer.echo(unbroken(f"{told}, {about.language}"))
        for problem in pack.problems:
            typer.echo(f"  {problem}")
