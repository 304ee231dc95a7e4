"""Where the commands write cards, and read those that somebody wrote, when no folder is named: decided here alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.errors import CommandError
from game.french import unbroken
from game.places import assets_folder, author_folder, content_folder, packs_folder

if TYPE_CHECKING:
    from game.content.authoring import Workshop

FOLDER_HELP = unbroken(
    "Le dossier des cartes ; sinon le dossier présent s’il a des cartes (cards, ou content/cards), "
    "sinon votre paquet « Mes cartes »."
)
READ_HELP = unbroken("Le dossier à lire ; sinon celui de vos cartes, sinon celui du programme.")
_OWN_TITLE = "Mes cartes"


def workshop(data: Path, asked: Path | None) -> "Workshop":
    """Return the folder to write cards in: the one asked for, or the author's own.

    Raises:
        CommandError: the one asked for is neither a content folder nor a pack.
    """
    from game.content.authoring import Workshop  # noqa: PLC0415 - reading YAML is slow to set up
    from game.packs.shelf import pack_page  # noqa: PLC0415 - loaded by the few commands that need it

    page = pack_page(_OWN_TITLE, assets_folder() / "paquet")
    found = Workshop((asked or author_folder(data)).resolve(), content_folder(), assets_folder(), page)
    if asked is not None and not found.is_begun:
        said = f"« {found.root} » n’est ni un dossier de contenu (themes.yaml), ni un paquet (paquet.yaml)."
        raise CommandError(unbroken(f"{said} Pour en créer un : permis paquet creer NOM"))
    return found


def what_next(data: Path, shop: "Workshop") -> str:
    """Return what to do once something was written in a folder: check it, play with it; one line each."""
    lines = [f'Pour vérifier l’ensemble : permis verifier "{shop.root}"']
    if shop.root == content_folder():
        lines.append("Pour jouer : c’est avec les cartes du jeu, dès la prochaine ouverture.")
    elif shop.root.parent == packs_folder(data).resolve():
        lines.append("Pour jouer : choisissez ce paquet dans « Cartes en jeu », en préparant une séance.")
    elif not shop.is_whole:
        lines.append(f'Pour jouer : permis paquet ajouter "{shop.root}"')
    return unbroken("\n".join(lines))


def folder_to_read(data: Path, asked: Path | None) -> Path:
    """Return the folder to look at: the one asked for, the author's own, else the content of the program."""
    if asked is not None:
        return asked
    own = author_folder(data)
    return own if own.is_dir() else content_folder()
