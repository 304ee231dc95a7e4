"""Purge: what is older than so many months goes whole. It is planned first, shown, and only then done."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from game.french import why_refused
from game.places import cache_folder, drafts_folder, sessions_folder
from game.records.shelf import take
from game.retention import published
from game.retention.inventory import MOST_MONTHS, UNFINISHED, error_files, files_of
from game.sealed.dossiers import after
from game.sealed.envelopes import Reading
from game.sealed.erasing import unlink
from game.sealed.payload import FollowUp, Step
from game.session.folder import JOURNAL, SessionFolderError, is_busy, read_records

_GOING = ".a-effacer-"
"""A folder is renamed before it is emptied: it is no session any more, even if the program is stopped midway."""
_OPEN = "cette séance est ouverte dans une autre fenêtre"
_LINK = "c’est un lien : ce qu’il montre est ailleurs"


@dataclass(frozen=True)
class Old:
    """Something to erase.

    Attributes:
        path: A file or a folder, which goes whole.
        what: In French.
        since: The day from which its time is counted; ``None`` for what goes whatever its age.
    """

    path: Path
    what: str
    since: date | None = None


@dataclass(frozen=True)
class Purged:
    """What went, and what the disk kept, with its reason in French."""

    gone: tuple[Old, ...]
    kept: tuple[tuple[Path, str], ...]


class MonthsError(ValueError):
    """A number of months that is not between 1 and the most allowed."""


def plan(data: Path, months: int, today: date, leftovers: Iterable[Path] = ()) -> tuple[Old, ...]:
    """Return what a purge would erase. Nothing is written.

    Args:
        data: The data folder.
        months: Kept after the end of a session, 1 to 36.
        today: The day of the purge.
        leftovers: Folders of rehearsals that were cut short.

    Raises:
        MonthsError: too few or too many months.
    """
    check_months(months)
    sessions = tuple(one for one in _sessions(data) if one.since is None or _is_old(one.since, months, today))
    names = [one.path.name.removeprefix(_GOING) for one in sessions]
    dated = (Old(path, "carte proposée", _day_of(path)) for path in files_of(drafts_folder(data)))
    unfinished = (Old(path, "saisie interrompue", _touched(path)) for path in files_of(data / UNFINISHED))
    reports = (Old(path, "rapport de panne", _touched(path)) for path in error_files(data))
    cache = cache_folder(data)
    return (
        *sessions,
        *(Old(path, "copie publiée, que permis publier refait") for path in published.holding(data, names)),
        *(one for one in (*dated, *unfinished, *reports) if one.since and _is_old(one.since, months, today)),
        *(Old(path, "répétition interrompue") for path in leftovers),
        *((Old(cache, "cache"),) if files_of(cache) else ()),
    )


def plan_envelopes(reading: Reading, months: int, today: date) -> tuple[Old, ...]:
    """Return the envelopes that are too old, by the day that is written in them: on a copilote’s machine.

    A step and its follow-ups go together, counted from the last of them.

    Raises:
        MonthsError: too few or too many months.
    """
    check_months(months)
    last: dict[object, date] = {}
    for fact in reading.facts:
        owner = fact.step if isinstance(fact, FollowUp) else fact.id
        last[owner] = max(last.get(owner, fact.day), fact.day)
    return tuple(
        Old(path, "prochain pas" if isinstance(one.fact, Step | FollowUp) else "présence", since)
        for one in reading.opened
        if _is_old(since := last[one.fact.step if isinstance(one.fact, FollowUp) else one.fact.id], months, today)
        for path in one.paths
    )


def purge(planned: Iterable[Old]) -> Purged:
    """Erase what was planned. What cannot be erased is told, and stops nothing."""
    gone: list[Old] = []
    kept: list[tuple[Path, str]] = []
    for old in planned:
        left = _erase(old.path)
        kept += left
        if not left:
            gone.append(old)
    return Purged(tuple(gone), tuple(kept))


def check_months(months: int) -> None:
    """Refuse a time that is not allowed.

    Raises:
        MonthsError: it is not between 1 and 36 months.
    """
    if not 1 <= months <= MOST_MONTHS:
        raise MonthsError(months)


def _sessions(data: Path) -> Iterator[Old]:
    folder = sessions_folder(data)
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_GOING):
            yield Old(path, "reste d’une purge interrompue")
        elif path.is_dir() and (path / JOURNAL).exists():
            yield Old(path, "séance", _session_end(path))
        elif path.is_dir():
            yield Old(path, "dossier sans journal", _day_of(path))


def _session_end(path: Path) -> date:
    """Return the day when a session was closed, else the last one when it was played.

    Of a journal that cannot be read, the day in the folder's name is what is left.
    """
    try:
        end = take(path).outcome.end
        return (end or read_records(path).records[-1].at).date()
    except SessionFolderError:
        return _day_of(path)


def _is_old(since: date, months: int, today: date) -> bool:
    return after(since, months) <= today


def _day_of(path: Path) -> date:
    """Return the day that a name begins with, else when the thing last changed."""
    try:
        return date.fromisoformat(path.name[: len("2026-11-23")])
    except ValueError:
        return _touched(path)


def _touched(path: Path) -> date:
    return datetime.fromtimestamp(path.lstat().st_mtime).astimezone().date()


def _erase(path: Path) -> list[tuple[Path, str]]:
    """Erase a file or a folder. Return what stays, and why."""
    if path.is_symlink():
        return [(path, _LINK)]
    if not path.is_dir():
        return list(_unlinked(path))
    if (path / JOURNAL).exists() and is_busy(path):
        return [(path, _OPEN)]
    aside = path if path.name.startswith(_GOING) else path.with_name(f"{_GOING}{path.name}")
    try:
        path.rename(aside)
    except OSError as error:
        return [(path, why_refused(error))]
    return list(_emptied(aside))


def _emptied(folder: Path) -> Iterator[tuple[Path, str]]:
    for place, folders, files in os.walk(folder, topdown=False):
        for name in files:
            yield from _unlinked(Path(place) / name)
        for name in folders:
            if (Path(place) / name).is_symlink():
                yield from _unlinked(Path(place) / name)
        try:
            Path(place).rmdir()
        except OSError as error:
            if not any(Path(place).iterdir()):  # else what is in it was told
                yield Path(place), why_refused(error)


def _unlinked(file: Path) -> Iterator[tuple[Path, str]]:
    try:
        unlink(file)
    except FileNotFoundError:
        return
    except OSError as error:
        yield file, why_refused(error)
