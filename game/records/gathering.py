"""The records of all sessions of a folder: read back when they are those of the journals, else computed and kept."""

import os
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Generic, cast

from game.collector import collector_paused
from game.records.computing import outcome_of
from game.records.files import Kind, keep_outcome, kept_outcome, mark_of
from game.records.rollup import Apart, Trouble
from game.session.codec import UnknownRecordError
from game.session.folder import JOURNAL, SessionFolderError, session_folders
from game.session.skim import skim

_BATCH = 25
_WORTH_ANOTHER_PROCESS = 200
"""Journals to be read; below, another process takes longer to begin than the rest takes to be read."""


@dataclass
class Gathered(Generic[Kind]):
    """What could be read of many sessions, in the order of their folders.

    Attributes:
        outcomes: The records.
        apart: The sessions of which nothing can be read, or not all.
    """

    outcomes: list[Kind] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)


@dataclass(frozen=True)
class Computed:
    """The record of one journal, as the text of its JSON: what another process hands over."""

    session: str
    json: str = ""
    trouble: Trouble | None = None


def gather(sessions: Path, kind: type[Kind], processes: int | None = None) -> Gathered[Kind]:
    """Return the records of the sessions of a folder, the latest first.

    Args:
        sessions: The folder of the sessions; there may be none.
        kind: `Outcome`, or `Totals` where what does not add up is not needed: reading half takes half the time.
        processes: How many may read journals; without it, as the processors of this computer allow.
    """
    found = Gathered[Kind]()
    try:
        folders = session_folders(sessions)
    except SessionFolderError as error:
        found.apart.append(Apart(session=error.folder.name, reason=cast("Trouble", error.code)))
        return found
    with collector_paused():
        kept = {folder: _kept(folder, kind) for folder in folders}
        missing = [folder for folder, one in kept.items() if one is None]
        computed = dict(zip(missing, _all_computed(missing, processes), strict=True))
        for folder in folders:
            one = kept[folder]
            if one is None:
                _add(found, computed[folder], kind)
            else:
                found.outcomes.append(one)
    return found


def compute(folder: Path) -> Computed:
    """Compute the record of a session from its journal, and keep it in its folder once the session is closed."""
    try:
        with (folder / JOURNAL).open("rb") as file:
            found, content = os.fstat(file.fileno()), file.read()
        skimmed = skim(content)
    except OSError:
        return Computed(folder.name, trouble="unreadable")
    except UnknownRecordError:
        return Computed(folder.name, trouble="newer")
    if skimmed is None:
        return Computed(folder.name, trouble="empty")
    text = outcome_of(skimmed.told).as_json()
    if skimmed.is_damaged:
        return Computed(folder.name, text, "damaged")
    if skimmed.told.closed and found.st_size == skimmed.size:
        with suppress(OSError):  # a folder that cannot be written is read again the next time
            keep_outcome(folder, text, mark_of(found, skimmed.last_hash))
    return Computed(folder.name, text)


def compute_all(folders: Sequence[Path]) -> list[Computed]:
    """Compute the records of some sessions: the work of one process."""
    with collector_paused():
        return list(map(compute, folders))


def _kept(folder: Path, kind: type[Kind]) -> Kind | None:
    try:
        return kept_outcome(folder, kind)
    except OSError:
        return None


def _add(found: Gathered[Kind], computed: Computed, kind: type[Kind]) -> None:
    if computed.json:
        found.outcomes.append(kind.model_validate_json(computed.json))
    if computed.trouble:
        found.apart.append(Apart(session=computed.session, reason=computed.trouble))


def _all_computed(folders: Sequence[Path], processes: int | None) -> list[Computed]:
    is_alone = len(folders) < _WORTH_ANOTHER_PROCESS or getattr(sys, "frozen", False)
    wanted = processes or (1 if is_alone else min(4, os.cpu_count() or 1))
    if wanted > 1:
        with suppress(OSError, BrokenProcessPool):
            return _shared(folders, wanted)
    return compute_all(folders)


def _shared(folders: Sequence[Path], processes: int) -> list[Computed]:
    """Compute with other processes, this one taking its share from the end: they are slow to begin."""
    batches = [folders[at : at + _BATCH] for at in range(0, len(folders), _BATCH)]
    with ProcessPoolExecutor(processes - 1, mp_context=_context()) as pool:
        given = [pool.submit(compute_all, batch) for batch in batches]
        own: dict[Future[list[Computed]], list[Computed]] = {}
        for future, batch in zip(reversed(given), reversed(batches), strict=True):
            if future.cancel():
                own[future] = compute_all(batch)
        return [one for future in given for one in (own.get(future) or future.result())]


def _context() -> BaseContext:
    """Return how other processes begin: as a copy of this one, which has all that it needs; else from nothing.

    A copy of a process with threads, windows or sound may wait for ever for what the others were doing; and only
    Linux makes copies that always work.
    """
    is_plain = sys.platform == "linux" and threading.active_count() == 1 and "pygame" not in sys.modules
    return get_context("fork" if is_plain else "spawn")
