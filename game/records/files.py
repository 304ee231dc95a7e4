"""The record of a session, in the session's folder. A file is there whole, or as it was before."""

import os
from collections.abc import Iterable
from pathlib import Path

from game.records.computing import outcome
from game.records.report import markdown
from game.session.records import Record

JSON_NAME = "bilan.json"
TEXT_NAME = "bilan.md"


def write_outcome(folder: Path, records: Iterable[Record]) -> None:
    """Write ``bilan.json`` and ``bilan.md`` in a session's folder, in place of earlier ones.

    Raises:
        OSError: the folder cannot be written; the files that were there are as they were.
        ValueError: there is no record.
    """
    result = outcome(records)
    write_whole(folder / JSON_NAME, result.as_json().encode())
    write_whole(folder / TEXT_NAME, markdown(result).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of the one that was there.

    Raises:
        OSError: it cannot be written; the file that was there is as it was.
    """
    draft = path.with_name(f".{path.name}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
