"""The files that content points to: icons of the game, images and sounds of the content folder."""

from pathlib import Path, PureWindowsPath

from game.content.messages import Sentence, unknown
from game.content.problems import Severity
from game.french import why_refused

_MIB = 1024 * 1024
LARGEST_SOUND = 8 * _MIB
"""Bytes of a recorded voice: a quarter of an hour at 64 kbit/s."""
_OGG = b"OggS"


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


def sound_fault(root: Path, name: str) -> Sentence | None:
    """Return what to say of a recorded voice that cannot be played: not there, too large, no ogg.

    The arguments are those of `asset_fault`.
    """
    fault = asset_fault(root, name)
    if fault is not None:
        return fault
    file = root / name
    if file.suffix.lower() != ".ogg":
        return Sentence(f"« {name} » n’est pas un fichier .ogg.", "Enregistrez le son au format Ogg (Vorbis ou Opus).")
    try:
        size = file.stat().st_size
        with file.open("rb") as sound:
            is_ogg = sound.read(len(_OGG)) == _OGG
    except OSError as error:
        return Sentence(f"« {name} » ne s’ouvre pas : {why_refused(error)}.", "Copiez le fichier à nouveau.")
    if size > LARGEST_SOUND:
        mib = f"{size / _MIB:.0f}"
        return Sentence(
            f"« {name} » pèse {mib} Mio, et une voix {LARGEST_SOUND // _MIB} au plus.",
            "Raccourcissez l’enregistrement, ou baissez sa qualité : 64 kbit/s suffisent à une voix.",
        )
    if not is_ogg:
        remedy = "Enregistrez-le à nouveau : un autre format renommé en .ogg ne se lit pas."
        return Sentence(f"« {name} » n’est pas un son Ogg.", remedy)
    return None


def _outside(name: str) -> Sentence:
    remedy = "Copiez le fichier dans le dossier du contenu, et écrivez son chemin depuis ce dossier."
    return Sentence(f"« {name} » sort du dossier du contenu.", remedy)
