"""Write files of the content: each one whole or as it was before, and several together or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their path from a folder. Folders that are not there are made.

    All is first written beside, then put in place; when one cannot be put in place, the others come back.

    Raises:
        OSError: something cannot be written; every file is as it was.
    """
    drafts: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for name, content in files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            drafts[target] = target.with_name(f".{target.name}.tmp")
            _write(drafts[target], content)
        for target, draft in drafts.items():
            old = target.read_bytes() if target.exists() else None
            draft.replace(target)
            before[target] = old
    except OSError:
        for target, kept in before.items():
            _put_back(target, kept)
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        raise


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_back(target: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            target.unlink(missing_ok=True)
        else:
            _write(target, content)
