"""What is inside a pack that somebody brings, a folder or a zip: read with care, nothing written yet.

The dangers of a zip are those that the documentation of Python's ``zipfile`` and of ``tarfile`` tell: names that lead
out of the folder, links, and a few bytes that unpack to fill a disk. Sizes are counted as bytes come, never believed.
"""

import stat
import zipfile
import zlib
from collections.abc import Generator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

from game.french import counted, unbroken, why_refused

PACK_FILE = "paquet.yaml"
MOST_FILES = 4_000
MOST_BYTES = 200 * 1024 * 1024
"""Of a whole pack, once unpacked: 2,000 cards, with pictures and voices for many."""
_MOST_RATIO = 200
_FIRST_BYTES = 1024 * 1024
"""Beyond its first bytes, a file that was packed more tightly than that is made to fill a disk: text packs ten times
tighter, pictures hardly."""
_KEPT = frozenset({".yaml", ".yml", ".md", ".txt", ".png", ".jpg", ".jpeg", ".webp", ".ogg"})
"""What a pack is made of; the rest is left where it is: nothing that runs is ever copied."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10))}
)
"""File names that Windows keeps for itself (Microsoft, "Naming Files, Paths, and Namespaces")."""
_CHUNK = 64 * 1024
_ENCRYPTED = 0x1
_FIRST_PRINTED = 32
_Chunks = Generator[bytes, None, None]
_Members = Generator[tuple[str, _Chunks], None, None]
"""Files of a pack as they are read: generators, so that what is refused half-way is closed at once."""


class PackError(Exception):
    """A pack cannot be taken; the message says in French which file, what, and what to do."""

    def __init__(self, source: Path | str, problem: str, member: str = "") -> None:
        """Name the pack, and the file inside it where there is one to name."""
        name = source.name if isinstance(source, Path) else source
        where = f"{name}, « {member} »" if member else name
        super().__init__(unbroken(f"{where} : {problem}"))


def members_of(source: Path) -> dict[str, bytes]:
    """Return the files of a pack, by their path from the folder that holds its ``paquet.yaml``, with ``/``.

    Args:
        source: A folder, or a zip.

    Raises:
        PackError: it cannot be read, is no pack, is too large, or hides something.
    """
    try:
        with closing(_in_folder(source) if source.is_dir() else _in_zip(source)) as members:
            found = _checked(source, members)
    except OSError as error:
        raise PackError(source, f"ce paquet ne s’ouvre pas ({why_refused(error)}).") from error
    top = _top(source, found)
    return {name.removeprefix(top): data for name, data in found.items() if name.startswith(top)}


def _checked(source: Path, members: _Members) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    size = 0
    for count, (name, chunks) in enumerate(members, start=1):
        if count > MOST_FILES:
            raise PackError(source, f"plus de {counted(MOST_FILES, 'fichier')}. Faites-en deux paquets.")
        _refuse_name(source, name)
        if name.casefold() in seen:
            raise PackError(source, "ce fichier y est deux fois. Gardez-en un.", name)
        seen.add(name.casefold())
        kept = bytearray()
        is_kept = _is_kept(name)
        with closing(chunks):
            for chunk in chunks:
                size += len(chunk)
                if size > MOST_BYTES:
                    limit = MOST_BYTES // (1024 * 1024)
                    raise PackError(
                        source, f"plus de {limit} Mo une fois ouvert. Retirez les plus gros fichiers.", name
                    )
                if is_kept:
                    kept += chunk
        if is_kept:
            found[name] = bytes(kept)
    return found


def _is_kept(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not hidden and PurePosixPath(name).suffix.lower() in _KEPT


def _refuse_name(source: Path, name: str) -> None:
    parts = name.split("/")
    if ".." in parts or name.startswith("/") or "\\" in name or PureWindowsPath(name).anchor:
        raise PackError(source, "ce nom sort du dossier du paquet. N’ouvrez pas ce zip.", name)
    if any(ord(letter) < _FIRST_PRINTED or letter in '<>:"|?*' for letter in name):
        raise PackError(source, "ce nom a un signe qu’un disque refuse. Renommez le fichier.", repr(name)[1:-1])
    if any(part.split(".")[0].strip().casefold() in _RESERVED for part in parts):
        raise PackError(source, "Windows garde ce nom pour lui. Renommez le fichier.", name)


def _in_folder(source: Path) -> _Members:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_symlink():
            raise PackError(source, "c’est un lien vers ailleurs. Mettez le fichier lui-même.", name)
        if path.is_file():
            yield name, _bytes_of(path)


def _bytes_of(path: Path) -> _Chunks:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _in_zip(source: Path) -> _Members:
    try:
        with zipfile.ZipFile(source) as archive:
            for entry in archive.infolist():
                if entry.flag_bits & _ENCRYPTED:
                    raise PackError(source, "ce zip a un mot de passe. Refaites-le sans.", entry.filename)
                if stat.S_ISLNK(entry.external_attr >> 16):
                    raise PackError(source, "c’est un lien vers ailleurs. Mettez le fichier lui-même.", entry.filename)
                if not entry.is_dir():
                    yield entry.filename, _inflated(source, archive, entry)
    except zipfile.BadZipFile as error:
        raise PackError(source, "ce n’est pas un zip, ou il est abîmé. Refaites-le, ou donnez un dossier.") from error


def _inflated(source: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> _Chunks:
    try:
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                if file.tell() > max(_FIRST_BYTES, _MOST_RATIO * entry.compress_size):
                    raise PackError(source, "ce fichier gonfle sans fin. N’ouvrez pas ce zip.", entry.filename)
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PackError(source, "ce fichier est abîmé dans le zip. Refaites le zip.", entry.filename) from error
    except (NotImplementedError, RuntimeError) as error:
        raise PackError(
            source, "ce zip est fait d’une façon que le jeu ne lit pas. Refaites-le.", entry.filename
        ) from error


def _top(source: Path, found: dict[str, bytes]) -> str:
    """Return what stands before the names: a zip often has one folder that holds all the rest."""
    tops = sorted((name.removesuffix(PACK_FILE) for name in found if PurePosixPath(name).name == PACK_FILE), key=len)
    if not tops or tops[0].count("/") > 1:
        raise PackError(source, f"il n’y a pas de {PACK_FILE} : ce n’est pas un paquet.")
    return tops[0]
