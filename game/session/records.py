"""One record of the journal: what was asked, what happened, when; and how its line is written and checked.

A line is one JSON object whose last field, ``hash``, seals everything before it on the line and the hash of the line
before: a changed byte, a lost line or a swapped one shows.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from game.session.codec import UnknownRecordError, from_json, to_json
from game.session.commands import Command
from game.session.events import Event

VERSION = 1
"""Of the line's format."""
_SEAL = b',"hash":"'
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=to_json).encode
_DIGEST_BYTES = 16
_SEALED = re.compile(_SEAL + rb'[0-9a-f]{32}"}$')


class DamagedLineError(ValueError):
    """A line is not what was written: torn, changed, or out of its place."""


@dataclass(frozen=True)
class Record:
    """One dispatch."""

    seq: int
    at: datetime
    command: Command
    events: tuple[Event, ...]

    @property
    def instant(self) -> float:
        """When, in seconds since 1970."""
        return self.at.timestamp()


def digest(previous: str, body: bytes) -> str:
    """Return the hash that seals a line after the line whose hash is ``previous``."""
    return blake2b(previous.encode() + body, digest_size=_DIGEST_BYTES).hexdigest()


def has_seal(line: bytes) -> bool:
    """Tell whether a line was written to its end, be it sound or not."""
    return _SEALED.search(line) is not None


def encode(record: Record, previous: str) -> tuple[bytes, str]:
    """Return the line of a record, without its line end, and its hash."""
    fields = {
        "v": VERSION,
        "seq": record.seq,
        "at": record.at.isoformat(),
        "command": record.command,
        "events": record.events,
    }
    body = _write(fields).encode()[:-1]
    sealed = digest(previous, body)
    return body + _SEAL + sealed.encode() + b'"}', sealed


def unsealed(line: bytes, previous: str) -> tuple[bytes, str]:
    """Return what the seal of a line is about, still without the brace that ends it, and the hash.

    Raises:
        DamagedLineError: the line is not sealed by its hash after ``previous``.
    """
    body, seal, rest = line.rpartition(_SEAL)
    sealed = digest(previous, body)
    if not seal or rest != sealed.encode() + b'"}':
        raise DamagedLineError
    return body, sealed


def decode(line: bytes, previous: str) -> tuple[Record, str]:
    """Return the record of a line and its hash.

    Raises:
        DamagedLineError: the line is not sealed by its hash after ``previous``.
        UnknownRecordError: the line is sound, and newer than this program.
    """
    body, sealed = unsealed(line, previous)
    fields = json.loads(body.decode() + "}")
    if fields["v"] != VERSION:
        raise UnknownRecordError(f"v{fields['v']}")
    events = tuple([from_json(event) for event in fields["events"]])
    return Record(fields["seq"], datetime.fromisoformat(fields["at"]), from_json(fields["command"]), events), sealed
