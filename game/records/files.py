"""The record of a session, in the session's folder. A file is there whole, or as it was before.

``bilan.json`` ends with a seal: which journal it was computed from, and a digest of its own bytes. As long as both are
what the seal says, it is read back instead of the journal, which takes a hundred times longer; when not, it is as if it
were not there. It is in the folder of the session: with the session, nothing is left of it.
"""

import os
import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from game.records.computing import outcome
from game.records.outcome import VERSION, Seal, Totals
from game.records.report import markdown
from game.session.folder import JOURNAL
from game.session.records import Record

JSON_NAME = "bilan.json"
TEXT_NAME = "bilan.md"
_BEFORE_SEAL = b',\n  "sceau": '
_END = re.compile(rb'"hash":"([0-9a-f]{32})"\}\n$')
_END_BYTES = 64
"""Enough of the end of a journal to hold the hash of its last line."""
Kind = TypeVar("Kind", bound=Totals)


def write_outcome(folder: Path, records: Iterable[Record]) -> None:
    """Write ``bilan.json`` and ``bilan.md`` in a session's folder, in place of earlier ones.

    Raises:
        OSError: the folder cannot be written; the files that were there are as they were.
        ValueError: there is no record.
    """
    result = outcome(records)
    write_whole(folder / JSON_NAME, sealed(result.as_json(), journal_mark(folder)))
    write_whole(folder / TEXT_NAME, markdown(result).encode())


def keep_outcome(folder: Path, text: str, mark: Seal) -> None:
    """Write ``bilan.json`` so that it is read back the next time.

    It does not wait for the disk: what was cut short is not what its seal says, and is computed again.

    Raises:
        OSError: the folder cannot be written; the file that was there is as it was.
    """
    write_whole(folder / JSON_NAME, sealed(text, mark), is_durable=False)


def kept_outcome(folder: Path, kind: type[Kind]) -> Kind | None:
    """Return what ``bilan.json`` holds when its seal is that of the journal; else ``None``.

    Raises:
        OSError: the journal cannot be looked at.
    """
    try:
        with (folder / JSON_NAME).open("rb") as file:
            written, content = os.fstat(file.fileno()).st_mtime_ns, file.read()
    except OSError:
        return None
    body, mark, end = content.rpartition(_BEFORE_SEAL)
    if not mark:
        return None
    try:
        seal = Seal.model_validate_json(end.rstrip()[:-1])
        is_sound = seal.digest == _digest(body)
        return kind.model_validate_json(content) if is_sound and _is_same(seal, folder, written) else None
    except ValueError:
        return None


def journal_mark(folder: Path) -> Seal | None:
    """Return what tells the journal of a folder from any other; ``None`` when its last line is not whole.

    Raises:
        OSError: it cannot be read.
    """
    return _looked_at(folder)[0]


def mark_of(found: os.stat_result, last_hash: str) -> Seal:
    """Return what tells a journal from any other, from what the disk says of it and the hash of its last line."""
    return Seal(size=found.st_size, last_hash=last_hash, digest="")


def _looked_at(folder: Path) -> tuple[Seal | None, int]:
    """Return the mark of a journal, and when it was written last, in nanoseconds since 1970."""
    # Without a file object: a year has a thousand journals, and this is half of what looking at one takes.
    file = os.open(folder / JOURNAL, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(file)
        os.lseek(file, max(0, found.st_size - _END_BYTES), os.SEEK_SET)
        last = _END.search(os.read(file, _END_BYTES))
    finally:
        os.close(file)
    return (mark_of(found, last[1].decode()) if last else None), found.st_mtime_ns


def write_whole(path: Path, content: bytes, *, is_durable: bool = True) -> None:
    """Write a file in place of the one that was there.

    Raises:
        OSError: it cannot be written; the file that was there is as it was.
    """
    draft = path.with_name(f".{path.name}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            if is_durable:
                os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def sealed(text: str, mark: Seal | None) -> bytes:
    """Return the bytes of ``bilan.json``, from the JSON of a record; without a mark, without a seal."""
    body = text.encode().rpartition(_BEFORE_SEAL)[0]
    if mark is None:
        return body + b"\n}\n"
    seal = mark.model_copy(update={"digest": _digest(body)})
    return body + _BEFORE_SEAL + seal.model_dump_json(by_alias=True).encode() + b"\n}\n"


def _is_same(seal: Seal, folder: Path, written: int) -> bool:
    """Tell whether the journal is the sealed one, and was not written since: its middle may have changed otherwise."""
    mark, changed = _looked_at(folder)
    return mark is not None and changed <= written and (seal.size, seal.last_hash) == (mark.size, mark.last_hash)


def _digest(body: bytes) -> str:
    """Return the digest of the bytes before a seal; another version of the format has another one."""
    return blake2b(body, digest_size=16, person=f"bilan {VERSION}".encode()).hexdigest()
