"""The copy of the records that ``permis publier`` makes on this computer where no other database is named.

SQLite leaves erased rows in its file until it reuses their place: taking rows out would not be erasing. The whole copy
goes, and the next ``permis publier`` makes it again from the sessions that stay.
"""

from collections.abc import Iterable
from pathlib import Path

from game.places import published_file


def files(data: Path) -> tuple[Path, ...]:
    """Return the database of a data folder, with what SQLite keeps beside it; none where nothing was published."""
    return tuple(sorted(data.glob(f"{published_file(data).name}*")))


def holding(data: Path, marks: Iterable[str]) -> tuple[Path, ...]:
    """Return those files, all of them when one holds one of the marks: a session, a code, an envelope.

    One that cannot be read may hold them too.
    """
    found = files(data)
    wanted = [mark.encode() for mark in marks]
    return found if wanted and any(_holds(file, wanted) for file in found) else ()


def _holds(file: Path, marks: list[bytes]) -> bool:
    try:
        content = file.read_bytes()
    except OSError:
        return True
    return any(mark in content for mark in marks)
