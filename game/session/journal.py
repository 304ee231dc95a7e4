"""The journal file: lines are added, flushed to the disk, and never written again.

When the disk is full or gone, lines are held in memory and written when it is back; `Journal.held` says how many.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.session.records import DamagedLineError, Record, decode, encode, has_seal


@dataclass(frozen=True)
class Reading:
    """What a journal file holds."""

    records: tuple[Record, ...]
    lines: tuple[bytes, ...]
    """The sound lines, without their line ends."""
    last_hash: str
    torn: bytes = b""
    """The end of the file, when its last line was not written whole."""
    is_damaged: bool = False
    """Whether a line before the last one is not what was written."""


def read(content: bytes) -> Reading:
    """Read a journal up to the last sound line.

    Raises:
        UnknownRecordError: a sound line is newer than this program.
    """
    records: list[Record] = []
    lines = content.split(b"\n")
    previous = ""
    for index, line in enumerate(lines):
        if not line and index == len(lines) - 1:
            break
        try:
            record, previous = decode(line, previous)
        except DamagedLineError:
            rest = lines[index:]
            # A torn line has no end: with one, or with more lines after it, it was whole and has been changed.
            is_torn = len(rest) == 1 and not has_seal(line)
            return Reading(tuple(records), tuple(lines[:index]), previous, b"\n".join(rest), is_damaged=not is_torn)
        records.append(record)
    return Reading(tuple(records), tuple(lines[: len(records)]), previous)


class Journal:
    """Appends records to a file, durably."""

    def __init__(self, path: Path, lines: Iterable[bytes] = (), last_hash: str = "") -> None:
        """Go on with a journal whose sound lines are ``lines``; the file is mended to hold just these."""
        self.path = path
        self._lines = [line + b"\n" for line in lines]
        self._last_hash = last_hash
        self._durable = len(self._lines)
        self._file: int | None = None
        self.trouble: OSError | None = None
        """Why the disk could not be written the last time; ``None`` while all is well."""

    @property
    def held(self) -> int:
        """How many records wait for the disk."""
        return len(self._lines) - self._durable

    def append(self, record: Record) -> None:
        """Add a record, and return once it is on the disk; when the disk refuses, hold it and say so in `trouble`."""
        line, self._last_hash = encode(record, self._last_hash)
        self._lines.append(line + b"\n")
        self.flush()

    def flush(self) -> bool:
        """Write what is held. Return whether all of it is on the disk."""
        if not self.held:
            return True
        try:
            if self._file is None or self.trouble is not None or os.fstat(self._file).st_nlink == 0:
                self._open()
            self._write(b"".join(self._lines[self._durable :]))
        except OSError as error:
            self.trouble = error
            self._close_file()
            return False
        self.trouble = None
        self._durable = len(self._lines)
        return True

    def mend(self) -> None:
        """Make the file hold the sound lines and no more; what was wrong has been set aside by then."""
        try:
            self._open()
        except OSError as error:
            self.trouble = error
            self._close_file()

    def close(self) -> None:
        """Write what is held and let the file go."""
        self.flush()
        self._close_file()

    def _open(self) -> None:
        """Open the file and make it end where the last durable line ends.

        A write that failed may have left a part of a line; a disk that came back may have lost the whole file.
        """
        self._close_file()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        sound = sum(len(line) for line in self._lines[: self._durable])
        size = os.fstat(self._file).st_size
        if size > sound:
            os.ftruncate(self._file, sound)
        elif size < sound:
            self._write(b"".join(self._lines[: self._durable])[size:])
        _sync_folder(self.path.parent)

    def _write(self, content: bytes) -> None:
        if self._file is None:
            raise OSError(f"{self.path} is not open")
        view = memoryview(content)
        while view:
            view = view[os.write(self._file, view) :]
        os.fsync(self._file)

    def _close_file(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            self._file = None


def _sync_folder(folder: Path) -> None:
    """Make a new file's name durable, where the system can (Windows cannot, and does not need it)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
