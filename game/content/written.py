"""Boards with the place where each was written: for whoever has something to say about a square."""

from collections.abc import Iterator
from pathlib import Path

from game.content.boards import BoardFile
from game.content.entries import Entry, Sorted, entries_of
from game.content.shelves import SECTIONS, content_files
from game.content.yamlnodes import read


def boards_of_file(file: Path, shown: str | None = None) -> Sorted:
    """Read the boards of one file; what is wrong with it is in ``problems``.

    Args:
        file: The file.
        shown: The path to tell in the problems; the file's own by default.

    Raises:
        OSError: the file cannot be read.
    """
    document = read(shown or file.as_posix(), file.read_bytes())
    found = entries_of(document, BoardFile)
    found.problems[:0] = document.problems
    return found


def written_boards(root: Path) -> Iterator[Entry[BoardFile]]:
    """Yield the boards of a content folder that can be read, good in themselves, each with its place."""
    place = SECTIONS["boards"].place
    for path in content_files(root):
        if path.split("/", 1)[0] == place:
            yield from boards_of_file(root / path, f"{root.name}/{path}").good
