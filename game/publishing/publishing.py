"""Several sessions into one database, one after the other; what was stopped in the middle goes on next time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from game.collector import collector_paused
from game.publishing.addresses import opened, parsed, shown
from game.publishing.migrating import upgrade
from game.publishing.sources import LeftOut, gather
from game.publishing.troubles import reached
from game.publishing.writing import Fate, publish
from game.session.folder import SessionFolderError


@dataclass(frozen=True)
class Published:
    """What became of one session."""

    name: str
    fate: Fate
    envelopes: int
    """How many were added."""
    unsealed: tuple[str, ...]
    """Files that should be sealed and are not: they stayed here."""


@dataclass(frozen=True)
class Unread:
    """A session that cannot be read."""

    name: str
    error: SessionFolderError | OSError


Told = Published | LeftOut | Unread


def publish_all(address: str, folders: Iterable[Path]) -> Iterator[Told]:
    """Publish the sessions of some folders, and yield what became of each once it is in the database for good.

    Raises:
        PublishingError: the address or the database cannot be used; the sessions told before are published.
    """
    place = parsed(address)
    engine = opened(place)
    try:
        with reached(place, shown(place)):
            upgrade(engine)
        for folder in folders:
            with collector_paused(), reached(place, shown(place)):
                told = _publish(engine, folder)
            yield told
    finally:
        engine.dispose()


def _publish(engine: Engine, folder: Path) -> Told:
    try:
        found = gather(folder)
    except (SessionFolderError, OSError) as error:
        return Unread(folder.name, error)
    if isinstance(found, LeftOut):
        return found
    fate, envelopes = publish(engine, found)
    return Published(found.name, fate, envelopes, found.unsealed)
