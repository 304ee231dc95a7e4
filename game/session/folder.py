"""A session is one folder with a human name: its journal, its record, and a lock while it is open.

``2026-11-23_14h05_Ripaillon/`` holds ``journal.jsonl``, ``bilan.json``, ``bilan.md`` and ``dernier-signe.txt`` (when
the program was last seen alive, so that time away is not counted as time of session).
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from game.session.clock import Clock
from game.session.codec import UnknownRecordError
from game.session.commands import OpenSession, ReopenSession
from game.session.dispatch import Session
from game.session.history import replay
from game.session.journal import Journal, Reading, read
from game.session.skim import skim
from game.session.state import SessionState

JOURNAL = "journal.jsonl"
_LOCK = ".verrou"
_SIGN = "dernier-signe.txt"
_LONGEST_PLACE = 40
_CLOSED = b'{"t":"SessionClosed"}'
"""How a journal says that its session is over. Nobody can type it: inside a JSON text each quote has its backslash."""


class SessionFolderError(Exception):
    """A session cannot be opened. ``code``: ``busy``, ``empty``, ``unreadable`` or ``newer``.

    Or ``folder`` is that of all sessions, and cannot be listed: ``unlisted``.
    """

    def __init__(self, code: str, folder: Path, detail: str = "") -> None:
        super().__init__(f"{code}: {folder.name} {detail}")
        self.code = code
        self.folder = folder
        self.detail = detail


@dataclass(frozen=True)
class Summary:
    """One session of the list: enough to choose it, without keeping it open."""

    folder: Path
    state: SessionState
    last: datetime

    @property
    def is_closed(self) -> bool:
        """Whether it is ended; states go forward only."""
        return self.state.is_closed


@dataclass
class OpenFolder:
    """A session that is open here, and nowhere else."""

    path: Path
    session: Session
    lock: FileLock
    mended: str = ""
    """What was found wrong when it was opened: ``torn``, ``damaged`` or nothing. What was set aside is kept."""

    def sign(self) -> None:
        """Say that the program is alive. A disk that refuses is the journal's to report."""
        with suppress(OSError):
            (self.path / _SIGN).write_text(self.session.clock.now().isoformat(), encoding="utf-8")

    def close(self) -> None:
        """Write what is held and let another program open the session."""
        self.sign()
        self.session.journal.close()
        self.lock.release()


def folder_name(place: str, at: datetime) -> str:
    """Return a human name for a session's folder, safe on every system: ``2026-11-23_14h05_Ripaillon``."""
    plain = unicodedata.normalize("NFC", place)
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "_".join([at.strftime("%Y-%m-%d_%Hh%M"), "-".join(words)[:_LONGEST_PLACE].strip("-") or "Séance"])


def create(sessions: Path, command: OpenSession, clock: Clock) -> OpenFolder:
    """Begin a session in a folder of its own.

    Raises:
        OSError: the folder of sessions cannot be written.
        SessionFolderError: another program has just made the same folder.
    """
    path = sessions / command.opening.id
    path.mkdir(parents=True)
    lock = _locked(path)
    return OpenFolder(path, Session.begin(command, Journal(path / JOURNAL), clock), lock)


def free_name(sessions: Path, name: str) -> str:
    """Return a folder name that is not taken yet."""
    taken, count = name, 1
    while (sessions / taken).exists():
        count += 1
        taken = f"{name}_{count}"
    return taken


def reopen(path: Path, clock: Clock) -> OpenFolder:
    """Open a session where it was left. A torn or damaged end is set aside in the folder, and said so.

    Raises:
        SessionFolderError: it is open elsewhere, or nothing of it can be read.
    """
    lock = _locked(path)
    try:
        content, reading = _read(path)
        mended = _set_aside(path, content, reading, clock) if reading.torn else ""
        journal = Journal(path / JOURNAL, reading.lines, reading.last_hash)
        if mended:
            journal.mend()
        history = replay(reading.records)
        session = Session(journal, clock, history, reading.records[-1].seq)
        if not session.state.is_closed:
            session.dispatch(ReopenSession(_away(path, session)))
    except OSError as error:
        lock.release()
        raise SessionFolderError("unreadable", path, error.strerror or "") from error
    except BaseException:
        lock.release()
        raise
    return OpenFolder(path, session, lock, mended)


def is_busy(path: Path) -> bool:
    """Tell whether a session is open in some program, this one included."""
    try:
        _locked(path).release()
    except SessionFolderError as error:
        return error.code == "busy"
    return False


def summaries(sessions: Path) -> Iterator[Summary | SessionFolderError]:
    """Yield the sessions of a folder, the latest first; for one that cannot be read, or for them all, why.

    Their states are those that `skim` gives, without the game: a list of a thousand sessions is read in two seconds.
    """
    try:
        folders = session_folders(sessions)
    except SessionFolderError as error:
        yield error
        return
    for path in folders:
        try:
            yield _skimmed(path)
        except SessionFolderError as error:
            yield error


def unfinished(sessions: Path) -> Summary | None:
    """Return the latest session that was not closed and can be read; ``None`` without one.

    Raises:
        SessionFolderError: the folder of the sessions cannot be listed.
    """
    for path in session_folders(sessions):
        with suppress(SessionFolderError, OSError):
            if _CLOSED not in (path / JOURNAL).read_bytes():
                return summary(path)
    return None


def _skimmed(path: Path) -> Summary:
    try:
        found = skim((path / JOURNAL).read_bytes())
    except OSError as error:
        raise SessionFolderError("unreadable", path, error.strerror or "") from error
    except UnknownRecordError as error:
        raise SessionFolderError("newer", path, str(error)) from error
    if found is None:
        raise SessionFolderError("empty", path)
    return Summary(path, found.told.state, found.told.last)


def summary(path: Path) -> Summary:
    """Read one session without opening it.

    Raises:
        SessionFolderError: nothing of it can be read.
    """
    _, reading = _read(path)
    return Summary(path, replay(reading.records).state, reading.records[-1].at)


def read_records(path: Path) -> Reading:
    """Read the sound records of a session's folder.

    Raises:
        SessionFolderError: nothing of it can be read.
    """
    return _read(path)[1]


def session_folders(sessions: Path) -> list[Path]:
    """Return the folders of the sessions kept under a folder, the latest first; none when there is no such folder.

    A folder in which nothing can be looked at is among them: whoever reads it will say why.

    Raises:
        SessionFolderError: the folder of the sessions cannot be listed.
    """
    try:
        found = [path for path in sessions.iterdir() if _may_be_session(path)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SessionFolderError("unlisted", sessions, error.strerror or "") from error
    return sorted(found, key=lambda path: path.name, reverse=True)


def _may_be_session(path: Path) -> bool:
    try:
        return stat.S_ISREG((path / JOURNAL).stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _locked(path: Path) -> FileLock:
    lock = FileLock(path / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SessionFolderError("busy", path) from None
    except OSError as error:
        raise SessionFolderError("unreadable", path, str(error)) from error
    return lock


def _read(path: Path) -> tuple[bytes, Reading]:
    try:
        content = (path / JOURNAL).read_bytes()
        reading = read(content)
    except OSError as error:
        raise SessionFolderError("unreadable", path, error.strerror or "") from error
    except UnknownRecordError as error:
        raise SessionFolderError("newer", path, str(error)) from error
    if not reading.records:
        raise SessionFolderError("empty", path)
    return content, reading


def _set_aside(path: Path, content: bytes, reading: Reading, clock: Clock) -> str:
    """Keep what cannot be read: the whole file when it is damaged, the torn end otherwise."""
    stamp = clock.now().strftime("%Y-%m-%d_%Hh%Mm%S")
    if reading.is_damaged:
        _keep(path / free_name(path, f"journal-abime_{stamp}.jsonl"), content)
        return "damaged"
    _keep(path / free_name(path, f"ligne-incomplete_{stamp}.txt"), reading.torn)
    return "torn"


def _keep(path: Path, content: bytes) -> None:
    """Write a file for good: the journal is cut only once what it loses is on the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _away(path: Path, session: Session) -> float:
    """Return for how many seconds nobody played: since the program was last seen alive."""
    last = session.state.since
    with suppress(OSError, ValueError):
        sign = datetime.fromisoformat((path / _SIGN).read_text(encoding="utf-8")).timestamp()
        last = min(max(last, sign), session.now)
    return max(0.0, session.now - last)
