"""Erase the envelopes of a code, or those that a list names: only a key tells whose an envelope is.

A laptop without the private key cannot find the envelopes of somebody. Whoever has the key writes the list of their
opaque names, and the laptop erases what is on the list, without learning what it was.
"""

import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.french import unbroken, why_refused
from game.records.files import write_whole
from game.sealed.envelopes import Opened, find
from game.sealed.errors import SealedError

_HEAD = "# Enveloppes à effacer : permis donnees effacer --liste CE-FICHIER"
_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LENGTH = 36


@dataclass(frozen=True)
class Erased:
    """What was erased, and what the disk kept with its reason in French."""

    files: tuple[Path, ...]
    kept: tuple[tuple[Path, str], ...]


def erase(files: Iterable[Path]) -> Erased:
    """Erase files; one that the disk keeps does not stop the others."""
    gone, kept = [], []
    for file in files:
        try:
            unlink(file)
            gone.append(file)
        except FileNotFoundError:
            continue
        except OSError as error:
            kept.append((file, why_refused(error)))
    return Erased(tuple(gone), tuple(kept))


def unlink(file: Path) -> None:
    """Erase a file, also one marked as read-only, which Windows keeps until it no longer is.

    Raises:
        OSError: the disk keeps it.
    """
    try:
        file.unlink()
    except PermissionError:
        file.chmod(stat.S_IWRITE | stat.S_IREAD)
        file.unlink()


def envelopes_of(opened: Iterable[Opened], code: str) -> tuple[Opened, ...]:
    """Return the envelopes of a code, each with all its copies."""
    return tuple(one for one in opened if one.fact.code == code)


def write_list(file: Path, envelopes: Iterable[Opened]) -> None:
    """Write the names of envelopes, for a computer that cannot tell whose they are.

    Raises:
        SealedError: the file cannot be written.
    """
    names = sorted({str(one.fact.id) for one in envelopes})
    try:
        write_whole(file, "\n".join([_HEAD, *names, ""]).encode())
    except OSError as error:
        raise SealedError(unbroken(f"La liste n’est pas écrite : « {file} », {why_refused(error)}.")) from error


def listed(file: Path, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the envelopes under some folders that a list names.

    Raises:
        SealedError: the list or a folder cannot be read, or a line names no envelope; nothing is erased then.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        raise SealedError(unbroken(f"« {file} » ne s’ouvre pas : {why_refused(error)}.")) from error
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#") and not _NAME.fullmatch(line):
            said = f"{file}:{number}:1 : cette ligne ne nomme pas une enveloppe. Rien n’est effacé."
            raise SealedError(unbroken(said))
    # A copy may have been renamed by the system: « … (1).age ».
    return tuple(path for path in find(folders) if path.stem[:_LENGTH] in lines)
