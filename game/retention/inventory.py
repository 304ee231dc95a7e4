"""What the program stores on this computer: where, why, how long, counted."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.places import cache_folder, drafts_folder, packs_folder, published_file, sessions_folder
from game.retention import published
from game.sealed.envelopes import FOLDER, SUFFIX
from game.sealed.keys import PUBLIC_NAME

USUAL_MONTHS, MOST_MONTHS = 24, 36
"""Months after the end of a session. Two years after the last contact is what the CNIL recommends for social
accompaniment (référentiel of 11 March 2021); 36 is the most that rdv-insertion, a public tool, lets anybody choose."""
ERROR_FILES = "erreur_*.txt"
UNFINISHED = "saisie-en-cours.json"


@dataclass(frozen=True)
class Kind:
    """One kind of stored thing.

    Attributes:
        what: In French.
        where: Its folder or file.
        why: What it is for, in French.
        keep: How long it is kept, in French.
        files: All its files.
    """

    what: str
    where: Path
    why: str
    keep: str
    files: tuple[Path, ...]

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.stat().st_size for file in self.files if file.is_file())


def inventory(data: Path, leftovers: Iterable[Path] = ()) -> tuple[Kind, ...]:
    """Return what is stored for a data folder, also what is not there (no file), so that nothing is left unsaid.

    Args:
        data: The data folder.
        leftovers: Folders of rehearsals that were cut short.
    """
    sessions, months = sessions_folder(data), f"{USUAL_MONTHS} mois après la séance, {MOST_MONTHS} au plus"
    cache, drafts, packs = cache_folder(data), drafts_folder(data), packs_folder(data)
    envelopes, others = _parted(sessions)
    return (
        Kind("Séances et bilans", sessions, "rendre compte de l’activité, sans aucun nom", months, others),
        Kind(
            "Enveloppes scellées (présences et pas d’une personne, par code)",
            sessions / "…" / FOLDER,
            "suivre le parcours d’une personne ; illisibles ici, seule la clé privée les ouvre",
            months,
            envelopes,
        ),
        Kind("Cartes proposées par des groupes", drafts, "les relire avant de les jouer", months, files_of(drafts)),
        Kind("Copie publiée des bilans", published_file(data), "les tableaux du siège", months, published.files(data)),
        Kind("Saisie en cours", data / UNFINISHED, "la reprendre", "jusqu’à sa fin", files_of(data / UNFINISHED)),
        Kind("Paquets de cartes", packs, "jouer ; rien sur les séances", "tant qu’on y joue", files_of(packs)),
        Kind(
            "Réglages, touches et clé publique",
            data,
            "retrouver ses choix ; la clé publique ferme et n’ouvre rien",
            "tant qu’on les garde",
            tuple(file for name in ("reglages.json", "touches.json", PUBLIC_NAME) for file in files_of(data / name)),
        ),
        Kind("Cache", cache, "aller plus vite ; se refait tout seul", "effacé à chaque purge", files_of(cache)),
        Kind(
            "Restes de répétitions",
            Path(tempfile.gettempdir()),
            "aucun : une répétition interrompue",
            "effacés au démarrage suivant",
            tuple(file for folder in leftovers for file in files_of(folder)),
        ),
        Kind("Rapports de panne", data, "comprendre une panne", months, tuple(error_files(data))),
    )


def files_of(place: Path) -> tuple[Path, ...]:
    """Return the files of a folder and of those in it, or the file itself; links are not followed."""
    if place.is_file() or place.is_symlink():
        return (place,)
    return tuple(sorted(path for path in place.rglob("*") if not path.is_dir() or path.is_symlink()))


def error_files(data: Path) -> Iterator[Path]:
    """Yield the reports of breakdowns, beside the data and in the temporary folder of the system."""
    for folder in (data, Path(tempfile.gettempdir())):
        yield from sorted(folder.glob(ERROR_FILES))


def _parted(sessions: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the envelopes of the sessions, and all the other files."""
    files = files_of(sessions)
    sealed = tuple(file for file in files if file.parent.name == FOLDER and file.suffix == SUFFIX)
    return sealed, tuple(file for file in files if file not in set(sealed))
