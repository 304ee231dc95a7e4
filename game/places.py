"""Where things are: what comes with the program, and what sessions leave."""

import os
import sys
from pathlib import Path

from platformdirs import user_cache_dir, user_data_dir

NAME = "Permis de se reconstruire"
DATA_VARIABLE = "PERMIS_DONNEES"
"""The environment variable that names the data folder."""
OWN_PACK = "mes-cartes"
"""The pack of the data folder that gathers the cards of whoever says nothing of a folder."""
_BESIDE = "donnees"
_PACKAGE = Path(__file__).resolve().parent


def content_folder() -> Path:
    """Return the folder of the shipped content."""
    return _shipped("content")


def assets_folder() -> Path:
    """Return the folder of the fonts, icons and sounds."""
    return _shipped("assets")


def locale_folder() -> Path:
    """Return the folder of the languages beside French."""
    return _shipped("assets") / "locale"


def data_folder(option: Path | None) -> Path:
    """Return the folder of what sessions leave; it may not exist yet.

    In this order: the one asked for, the one of the environment, a ``donnees`` folder beside the program (so that a
    stick or a copied folder holds everything), the user's own.
    """
    if option is not None:
        return option.expanduser().absolute()
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    home = _program_folder()
    if home is not None and (home / _BESIDE).is_dir():
        return home / _BESIDE
    return Path(user_data_dir(NAME, appauthor=False))


def cache_folder(data: Path) -> Path:
    """Return the folder of what can be made again, for a data folder; it may not exist, and may be deleted.

    That of the user; but what plays from a stick leaves nothing on the computer, so its cache is beside its data.
    """
    usual = Path(user_data_dir(NAME, appauthor=False))
    return Path(user_cache_dir(NAME, appauthor=False)) if data == usual else data / "cache"


def sessions_folder(data: Path) -> Path:
    """Return the folder of the sessions inside a data folder."""
    return data / "seances"


def packs_folder(data: Path) -> Path:
    """Return the folder of the packs inside a data folder."""
    return data / "paquets"


def published_file(data: Path) -> Path:
    """Return the database that records are copied into where no other is named, inside a data folder."""
    return data / "bilans.sqlite"


def drafts_folder(data: Path) -> Path:
    """Return the folder of the cards that groups proposed, inside a data folder."""
    return data / "brouillons"


def author_folder(data: Path) -> Path:
    """Return the folder where somebody writes cards who names none; it may not exist yet.

    The present folder, or its ``content``, when cards are there: that of the project, of a pack. Elsewhere a pack of
    the data folder: it can be written whatever way the program was installed, and is offered in set-up like any pack.
    """
    here = Path.cwd()
    written = (folder for folder in (here, here / "content") if (folder / "cards").is_dir())
    return next(written, packs_folder(data) / OWN_PACK)


def _checkout() -> Path | None:
    """Return the top of the repository when the program runs from one."""
    top = _PACKAGE.parent
    return top if (top / "pyproject.toml").is_file() else None


def _shipped(name: str) -> Path:
    top = _checkout()
    return (top or _PACKAGE / "_shipped") / name


def _program_folder() -> Path | None:
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    top = _checkout()
    if top is not None:
        return top
    # A launcher's name is a whole path; "-c" and the like are not, and the present folder is not the program's.
    program = Path(sys.argv[0])
    return program.parent if program.is_absolute() else None
