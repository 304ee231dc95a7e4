"""What is published of this computer: closed sessions and their sealed envelopes, read without opening them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.publishing.schema import SEAL_LENGTH
from game.session.events import SessionClosed, SessionOpened
from game.session.folder import read_records
from game.session.records import Record

ENVELOPES = "enveloppes"
"""The folder of the sealed envelopes, in a session's folder."""
_SUFFIX = ".age"
_AGE = b"age-encryption.org/v1\n"
"""The first line of any file that age has sealed: what does not begin so is not sealed, and stays here."""
_AFTER_SEAL = len(b'"}')


@dataclass(frozen=True)
class Publication:
    """What one session gives to the database."""

    name: str
    records: tuple[Record, ...]
    seals: tuple[str, ...]
    """Of the journal's lines: the first one tells the session apart from all others, wherever it is copied."""
    envelopes: Mapping[str, bytes]
    """The sealed bytes, by the name of their file."""
    unsealed: tuple[str, ...] = ()
    """Files among the envelopes that are not sealed: they are not published."""

    @property
    def id(self) -> str:
        """What tells this session apart, on every laptop."""
        return self.seals[0]


@dataclass(frozen=True)
class LeftOut:
    """A session that is not published; ``why`` is ``open``, ``demonstration``, ``rehearsal`` or ``damaged``."""

    name: str
    why: str


def gather(folder: Path) -> Publication | LeftOut:
    """Read what a session's folder has to publish.

    Raises:
        OSError: an envelope cannot be read.
        SessionFolderError: nothing of the journal can be read.
    """
    reading = read_records(folder)
    why = "damaged" if reading.is_damaged else _left_out(reading.records)
    if why:
        return LeftOut(folder.name, why)
    envelopes, unsealed = _envelopes(folder / ENVELOPES)
    return Publication(folder.name, reading.records, tuple(map(_seal, reading.lines)), envelopes, unsealed)


def _left_out(records: tuple[Record, ...]) -> str:
    first = records[0].events[0]
    if isinstance(first, SessionOpened):
        if first.opening.demonstration:
            return "demonstration"
        if first.opening.rehearsal:
            return "rehearsal"
    is_closed = any(isinstance(event, SessionClosed) for record in records for event in record.events)
    return "" if is_closed else "open"


def _seal(line: bytes) -> str:
    """Return the hash that a sound line of a journal ends with."""
    return line[-SEAL_LENGTH - _AFTER_SEAL : -_AFTER_SEAL].decode("ascii")


def _envelopes(folder: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the sealed envelopes of a folder by name, and the names of the files that are not sealed."""
    if not folder.is_dir():
        return {}, ()
    found = {path.stem: path.read_bytes() for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    sealed = {name: content for name, content in found.items() if content.startswith(_AGE)}
    return sealed, tuple(f"{name}{_SUFFIX}" for name in found if name not in sealed)
