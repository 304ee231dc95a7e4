"""The sessions of a folder: all of them with their outcomes, or the one that somebody means."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.records.computing import outcome
from game.records.outcome import Outcome
from game.session.folder import JOURNAL, SessionFolderError, read_records, session_folders


class NoSuchSessionError(LookupError):
    """No session has this name, or several begin with it.

    Attributes:
        name: What was looked for.
        candidates: The names of the sessions that begin with it.
    """

    def __init__(self, name: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates


@dataclass(frozen=True)
class Kept:
    """A session whose journal can be read."""

    folder: Path
    outcome: Outcome
    is_damaged: bool
    """Whether the journal was changed: the outcome stops before the damage."""


@dataclass(frozen=True)
class Unreadable:
    """A session of whose journal nothing can be read, or the folder of all sessions when it cannot be listed."""

    folder: Path
    error: SessionFolderError


def take(folder: Path) -> Kept:
    """Read the session of a folder, without opening it.

    Raises:
        SessionFolderError: nothing of it can be read.
    """
    reading = read_records(folder)
    return Kept(folder, outcome(reading.records), reading.is_damaged)


def browse(sessions: Path) -> Iterator[Kept | Unreadable]:
    """Yield the sessions of a folder, the latest first, and why where one cannot be read; none without a folder."""
    try:
        folders = session_folders(sessions)
    except SessionFolderError as error:
        yield Unreadable(sessions, error)
        return
    for folder in folders:
        try:
            yield take(folder)
        except SessionFolderError as error:
            yield Unreadable(folder, error)


def find(sessions: Path, name: str) -> Path:
    """Return the folder of a session, from its name, the start of its name, or the path of its folder.

    Raises:
        NoSuchSessionError: none has this name, or several begin with it.
        SessionFolderError: the folder of the sessions cannot be listed.
    """
    if (Path(name) / JOURNAL).is_file():
        return Path(name)
    key = _key(name)
    begun = [folder for folder in session_folders(sessions) if key and _key(folder.name).startswith(key)]
    exact = [folder for folder in begun if _key(folder.name) == key]
    found = exact or begun
    if len(found) != 1:
        raise NoSuchSessionError(name, tuple(folder.name for folder in found))
    return found[0]


def _key(name: str) -> str:
    """Return a name as it is compared: some disks keep accents apart, and nobody types capitals twice the same."""
    return unicodedata.normalize("NFC", name).casefold()
