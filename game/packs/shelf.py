"""The packs of the data folder: each in a folder of its own, there whole or not at all."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from game.french import unbroken, why_refused
from game.packs.members import PACK_FILE, PackError, members_of

_NAME, _TITLE = "nom-du-paquet", "NOM DU PAQUET"
"""What stands for the name and the title of a pack in the blank one."""


def pack_name(name: str) -> str:
    """Return a name as folders and ids have it: « Les Hérons de Nantes » gives « les-herons-de-nantes »."""
    plain = unicodedata.normalize("NFD", name.lower().replace("œ", "oe")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")


def pack_folders(shelf: Path) -> tuple[Path, ...]:
    """Return the folders of the packs there are, by name. A shelf that cannot be read has none."""
    with suppress(OSError):
        found = (path for path in sorted(shelf.iterdir()) if not path.name.startswith("."))
        return tuple(path for path in found if (path / PACK_FILE).is_file())
    return ()


def add_pack(source: Path, shelf: Path) -> Path:
    """Take a folder or a zip among the packs, and return its folder there.

    Raises:
        PackError: it is no pack, is not safe, has the name of another one, or the disk refuses it.
    """
    name = pack_name(source.name if source.is_dir() else source.stem)
    if not name:
        raise PackError(source, "ce nom n’a ni lettre ni chiffre. Renommez le paquet.")
    if (shelf / name).exists():
        remedy = f"Retirez d’abord le dossier « {shelf / name} », ou renommez celui que vous ajoutez."
        raise PackError(source, f"un paquet « {name} » est déjà là. {remedy}")
    _write_whole(shelf / name, members_of(source))
    return shelf / name


def new_pack(name: str, parent: Path, blank: Path) -> Path:
    """Write a blank pack, with an example of each kind of card, a board and a format; return its folder.

    Args:
        name: Its title.
        parent: Where its folder is made.
        blank: The folder of the blank pack that comes with the program.

    Raises:
        PackError: the name cannot be one, or something has it already, or the disk refuses it.
    """
    slug = pack_name(name)
    if not slug:
        raise PackError(name, "ce nom n’a ni lettre ni chiffre.")
    if (parent / slug).exists():
        raise PackError(slug, "ce dossier existe déjà. Choisissez un autre nom.")
    files = {
        path.relative_to(blank).as_posix(): _filled_in(path, slug, name).encode()
        for path in sorted(blank.rglob("*.yaml"))
    }
    _write_whole(parent / slug, files)
    return parent / slug


def pack_page(title: str, blank: Path) -> bytes:
    """Return the ``paquet.yaml`` of a pack that has no card yet."""
    return _filled_in(blank / PACK_FILE, pack_name(title), title).encode()


def _filled_in(file: Path, slug: str, title: str) -> str:
    """Return a file of the blank pack under the name and the title of a new one."""
    spoken = " ".join(title.replace("\\", " ").replace('"', " ").split())  # it stands between quotes
    return file.read_text(encoding="utf-8").replace(_NAME, slug).replace(_TITLE, spoken)


def _write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all the files of a folder that is not there yet, or none."""
    draft: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        for name, data in files.items():
            target = draft / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        draft.chmod(0o755)
        draft.rename(folder)
    except OSError as error:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
        raise PackError(folder, unbroken(f"rien n’a été écrit ({why_refused(error)}).")) from error
