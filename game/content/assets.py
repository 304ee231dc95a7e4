"""The files that content points to: icons of the game, images and sounds of the content folder."""

from pathlib import Path, PureWindowsPath

from game.content.messages import Sentence, unknown
from game.content.problems import Severity


def icon_names(assets: Path | None) -> frozenset[str] | None:
    """Return the names of the icons in ``assets/icons``; ``None`` when they are not to be checked."""
    return None if assets is None else frozenset(path.stem for path in (assets / "icons").glob("*.svg"))


def icon_fault(name: str, icons: frozenset[str] | None) -> Sentence | None:
    """Return what to say of an icon that is not there. The entry is kept: a square without a drawing can be played."""
    if icons is None or name in icons:
        return None
    near = unknown("icône introuvable", name, sorted(icons))
    remedy = near.remedy and "Choisissez un nom parmi les fichiers de assets/icons."
    return Sentence(near.message, remedy, Severity.WARNING)


def asset_fault(root: Path, name: str) -> Sentence | None:
    """Return what to say of an image or a sound that cannot be used.

    Args:
        root: The content folder, absolute and resolved; nothing outside of it is ever looked at.
        name: A path from the content folder, with ``/``, as its author typed it.
    """
    if "\\" in name:
        return Sentence(f"« {name} » : le chemin s’écrit avec « / ».", f"Écrivez « {name.replace(chr(92), '/')} ».")
    if PureWindowsPath(name).anchor or ".." in name.split("/"):
        return _outside(name)
    try:
        target = (root / name).resolve()
        if not target.is_relative_to(root):
            return _outside(name)
        if target.is_file():
            return None
    except (OSError, ValueError):  # a name that no disk accepts is a name of nothing
        pass
    return Sentence(
        f"« {name} » est introuvable.", "Vérifiez le nom, les majuscules, et que le fichier est bien copié."
    )


def _outside(name: str) -> Sentence:
    remedy = "Copiez le fichier dans le dossier du contenu, et écrivez son chemin depuis ce dossier."
    return Sentence(f"« {name} » sort du dossier du contenu.", remedy)
