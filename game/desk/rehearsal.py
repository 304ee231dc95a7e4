"""A rehearsal leaves nothing: its journal lives in a temporary folder, erased at the end, or at the next start."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from game.session.folder import SessionFolderError, is_busy, session_folders

_PREFIX = "permis-repetition-"


def begin() -> Path:
    """Return a new folder, outside the data folder, to keep the session of a rehearsal in while it lasts.

    Raises:
        OSError: the temporary folder of the system cannot be written.
    """
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def erase(session: Path) -> None:
    """Erase the folder of a rehearsal, and nothing that is none. What the disk keeps goes at the next start."""
    if session.parent.name.startswith(_PREFIX):
        shutil.rmtree(session.parent, ignore_errors=True)


def leftovers() -> Iterator[Path]:
    """Yield the folders of rehearsals that were cut short, by a crash or a power cut; not those open in a window."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            sessions = session_folders(folder)
        except SessionFolderError:
            continue  # somebody else's
        if not any(map(is_busy, sessions)):
            yield folder


def erase_leftovers() -> None:
    """Erase the rehearsals that were cut short; those open in another window stay."""
    for folder in leftovers():
        shutil.rmtree(folder, ignore_errors=True)
