"""What was found in a card, or in the boards, the last time, so that only the cards that changed are read again.

The file is a convenience: it can be deleted at any time, and a file that is damaged, or that cannot be written, costs
seconds and nothing else. A key is the digest of all that a finding depends on, so that an old one is never found.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


class Memory:
    """Findings by key, kept in a file of JSON; without a file, for this run alone."""

    def __init__(self, file: Path | None = None) -> None:
        """Remember what the file holds; nothing when it is not there or is damaged."""
        self._file = file
        self._known: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        if file is not None:
            with suppress(OSError, ValueError):
                seal, _, written = file.read_bytes().partition(b"\n")
                self._known = json.loads(written) if seal == _seal(written) else {}

    def recall(self, key: str) -> list[Any] | None:
        """Return the list that was kept under a key; ``None`` when there is none."""
        found = self._used.get(key, self._known.get(key))
        if not isinstance(found, list):
            return None
        self._used[key] = found
        return found

    def keep(self, key: str, found: list[Any]) -> None:
        """Remember a list of plain values."""
        self._used[key] = found

    def save(self) -> None:
        """Write what was used in this run, in one step; what was not used is forgotten."""
        if self._file is None or self._used == self._known:
            return
        written = json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode()
        draft = self._file.with_suffix(f".{os.getpid()}.tmp")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.write_bytes(_seal(written) + b"\n" + written)
                draft.replace(self._file)
            finally:
                draft.unlink(missing_ok=True)


def _seal(written: bytes) -> bytes:
    return hashlib.sha256(written).hexdigest().encode()
