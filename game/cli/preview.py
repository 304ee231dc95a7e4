"""``permis apercu``: a card in a window, drawn again each time its file is saved."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.errors import CommandError, display_needed
from game.cli.usage import FrenchCommand
from game.cli.workshop import folder_to_read
from game.french import unbroken
from game.places import content_folder

_SHELF = "cards"
_PACK = "paquet.yaml"


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("apercu", cls=FrenchCommand)(preview)


def preview(
    ctx: typer.Context,
    chemin: Annotated[
        Path | None,
        typer.Argument(metavar="CHEMIN", help="Un fichier, ou un dossier\u00a0; sinon, vos cartes, ou celles du jeu."),
    ] = None,
) -> None:
    """Montre une carte dans une fenêtre, et la redessine dès que son fichier est enregistré.

    Ce qui ne va pas est dit à côté. Tant qu’il y a une erreur, la dernière version qui se lit reste à l’écran.
    Les flèches gauche et droite vont d’une carte à l’autre.
    """
    place = (chemin or folder_to_read(ctx.obj.data, None) / _SHELF).absolute()
    if not place.exists():
        raise CommandError(unbroken(f"Ce fichier n’existe pas : « {chemin} »."))
    if place.is_file() and place.suffix.lower() not in (".yaml", ".yml"):
        raise CommandError(unbroken(f"« {chemin} » n’est pas un fichier .yaml."))
    root, base, place = places_of(place)
    from game.app import show_cards  # noqa: PLC0415 - the windows are loaded only to show them

    with display_needed():
        show_cards(ctx.obj.data, root, place, base)


def places_of(place: Path) -> tuple[Path, Path, Path]:
    """Return the content folder that a file or folder of cards leans on, the one its media are in, and where to look.

    A folder of content is followed where its cards are. A pack leans on the content of the program, like a file that
    stands anywhere.
    """
    shipped = content_folder()
    for folder in (place, *place.parents):
        if (folder / "themes.yaml").is_file() or (folder / _PACK).is_file():
            root = folder if (folder / "themes.yaml").is_file() else shipped
            return root, folder, folder / _SHELF if place == folder else place
    return shipped, place if place.is_dir() else place.parent, place
