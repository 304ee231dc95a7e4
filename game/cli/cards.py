"""``permis carte``, ``permis cartes`` and ``permis schemas``: write cards, carry them to a spreadsheet and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.errors import CommandError
from game.cli.new_card import new_card
from game.cli.usage import FrenchCommand, FrenchGroup
from game.cli.workshop import FOLDER_HELP, what_next, workshop
from game.french import counted, unbroken, why_refused
from game.places import content_folder

if TYPE_CHECKING:
    from game.content.authoring import Workshop
    from game.spreadsheet.bringing import Plan
    from game.spreadsheet.reading import Sheet

XLSX = ".xlsx"
_OPEN_ELSEWHERE = "S’il est ouvert dans Excel, fermez-le."

Folder = Annotated[Path | None, typer.Option("--dossier", metavar="DOSSIER", help=FOLDER_HELP)]


def register(app: typer.Typer) -> None:
    """Add the commands about writing cards to the ``permis`` command."""
    one = _group("Écrire une carte.")
    one.command("nouvelle", cls=FrenchCommand)(new_card)
    several = _group("Porter les cartes dans un tableur, et les reprendre.")
    several.command("exporter", cls=FrenchCommand)(export_cards)
    several.command("importer", cls=FrenchCommand)(import_cards)
    app.add_typer(one, name="carte")
    app.add_typer(several, name="cartes")
    app.command("schemas", cls=FrenchCommand)(write_schemas)


def _group(purpose: str) -> typer.Typer:
    group = typer.Typer(cls=FrenchGroup, help=purpose, rich_markup_mode=None, invoke_without_command=True)
    group.callback()(_show_help)
    return group


def _show_help(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def export_cards(
    ctx: typer.Context,
    *,
    xlsx: Annotated[Path, typer.Option("--xlsx", metavar="FICHIER", help="Où écrire le classeur (.xlsx).")],
    dossier: Folder = None,
) -> None:
    """Écrit toutes les cartes dans un classeur Excel, une ligne par carte.

    La feuille « Lisez-moi » du classeur explique chaque colonne. Pour reprendre ce qui a changé :
    permis cartes importer FICHIER.
    """
    from game.content.saving import write_together  # noqa: PLC0415 - likewise
    from game.spreadsheet.export import TooLongForCellError, workbook_of  # noqa: PLC0415 - likewise

    target = _xlsx_file(xlsx)
    shop = workshop(ctx.obj.data, dossier)
    own = shop.read()
    loaded = own.loaded
    cards = sorted(loaded.library.cards.values(), key=lambda card: (card.theme, card.kind, card.id))
    if not cards:
        said = f'Aucune carte dans « {shop.root} ». Celles du jeu : --dossier "{content_folder()}"'
        raise CommandError(unbroken(said))
    try:
        data, mended = workbook_of(cards, own.played.themes)
        write_together(target.parent, {target.name: data})
    except TooLongForCellError as error:
        said = f"La carte « {error.card} » ne tient pas dans une case : {error.column}. Raccourcissez-la."
        raise CommandError(unbroken(said)) from error
    except OSError as error:
        said = f"Impossible d’écrire « {target} » : {why_refused(error)}. {_OPEN_ELSEWHERE}"
        raise CommandError(unbroken(said)) from error
    if mended:
        typer.echo(unbroken(f"Des caractères invisibles sont retirés du classeur : {', '.join(mended)}."), err=True)
    if loaded.has_errors:
        typer.echo("Ce qui est en erreur n’y est pas : « permis verifier » en donne la liste.", err=True)
    typer.echo(unbroken(f"{counted(len(cards), 'carte')} dans « {target} »."))


def import_cards(
    ctx: typer.Context,
    fichier: Annotated[Path, typer.Argument(metavar="FICHIER", help="Le classeur (.xlsx) à reprendre.")],
    *,
    dossier: Folder = None,
    essai: Annotated[bool, typer.Option("--essai", help="Tout vérifier, et ne rien écrire.")] = False,
) -> None:
    """Reprend les cartes d’un classeur : toutes, ou aucune s’il y a une erreur.

    Chaque ligne est vérifiée comme par « permis verifier ». Une carte qui existe garde son fichier et ses
    commentaires ; une nouvelle va dans cards/THÈME/IDENTIFIANT.yaml. Une ligne absente n’efface rien.
    """
    from game.spreadsheet.bringing import plan_import  # noqa: PLC0415 - slow to set up, and few commands need it

    shop = workshop(ctx.obj.data, dossier)
    sheet = _sheet(fichier)
    plan = plan_import(shop.root, sheet, shop.assets, shop.shipped)
    _tell(plan)
    if plan.has_errors:
        raise CommandError("Rien n’est écrit. Corrigez les erreurs dans le classeur, puis recommencez.")
    if essai:
        typer.echo("C’est un essai : rien n’est écrit.")
    else:
        _carry_out(plan, shop, ctx.obj.data)


def write_schemas(
    *,
    dossier: Annotated[
        Path | None,
        typer.Option("--dossier", metavar="DOSSIER", help="Où les écrire ; sinon, content/schemas."),
    ] = None,
) -> None:
    """Écrit les schémas JSON des fichiers du contenu et des bilans, pour les éditeurs qui complètent et soulignent.

    À refaire quand le programme change. Le guide docs/ecrire-des-cartes.md dit comment s’en servir dans VS Code.
    """
    from game.content.saving import write_together  # noqa: PLC0415 - few commands need it
    from game.content.schema import SCHEMAS, as_file  # noqa: PLC0415 - likewise
    from game.records.schemas import RECORD_SCHEMAS, schema_file  # noqa: PLC0415 - likewise

    written = {name: as_file(name) for name in SCHEMAS} | {name: schema_file(name) for name in RECORD_SCHEMAS}
    folder = dossier or content_folder() / "schemas"
    try:
        write_together(folder, written)
    except OSError as error:
        raise CommandError(unbroken(f"Impossible d’écrire dans « {folder} » : {why_refused(error)}.")) from error
    typer.echo(unbroken(f"{counted(len(written), 'schéma')} dans « {folder} »."))


def _sheet(file: Path) -> "Sheet":
    """Read the sheet of cards of a file, and tell when it is open elsewhere: what is not saved is not in it.

    Raises:
        CommandError: it cannot be read, or it is no workbook of cards.
    """
    from game.spreadsheet.reading import SpreadsheetError, lock_beside, read_sheet  # noqa: PLC0415 - as above

    try:
        sheet = read_sheet(file)
    except SpreadsheetError as error:
        raise CommandError(unbroken(f"« {file} » : {error}")) from error
    except OSError as error:
        said = f"« {file} » ne s’ouvre pas : {why_refused(error)}. {_OPEN_ELSEWHERE}"
        raise CommandError(unbroken(said)) from error
    if lock_beside(file):
        typer.echo(unbroken(f"« {file.name} » est ouvert dans un tableur : seul ce qui y est enregistré est repris."))
    return sheet


def _xlsx_file(path: Path) -> Path:
    if path.suffix.lower() != XLSX:
        raise CommandError(unbroken(f"« {path} » : le nom d’un classeur finit par {XLSX}."))
    return path


def _tell(plan: "Plan") -> None:
    for problem in plan.problems:
        typer.echo(str(problem))
    new, changed = counted(len(plan.added), "carte nouvelle", "cartes nouvelles"), counted(len(plan.changed), "changée")
    typer.echo(unbroken(f"{new}, {changed}, {plan.unchanged} sans changement."))


def _carry_out(plan: "Plan", shop: "Workshop", data: Path) -> None:
    root = shop.root
    try:
        plan.files |= shop.beginning if plan.files else {}
        plan.carry_out(root)
    except OSError as error:
        said = f"Impossible d’écrire dans « {root} » : {why_refused(error)}. Rien n’est changé."
        raise CommandError(unbroken(said)) from error
    for file in sorted(plan.files):
        typer.echo(f"  {root.name}/{file}")
    if plan.files:
        typer.echo(unbroken(f"C’est écrit. {what_next(data, shop)}"))
