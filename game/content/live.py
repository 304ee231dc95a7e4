"""The cards of a folder while somebody writes them: read again as they are saved, the last good version kept.

Files are looked at several times a second, rather than watched by the system: a watcher hears nothing on many network
shares and sticks, where content is often kept, and looking at some hundred files takes a few milliseconds.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from game.collector import collector_paused
from game.content.cards import Card
from game.content.entries import Entry, declared, entries_of
from game.content.ground import against, ground_of
from game.content.library import Library
from game.content.load import Loaded, Written
from game.content.messages import Sentence
from game.content.problems import Problem, Severity, in_reading_order
from game.content.reading.pages import Pages
from game.content.shelves import SECTIONS, Shelves
from game.content.yamlnodes import MAX_BYTES, Document, read
from game.french import why_refused

LOOK_SECONDS = 0.08
"""Between two looks at the files."""
_MOST_OF_TIME = 0.05
"""What looking may take: where the disk is slow, or files are many, it is done less often."""
_GONE_SECONDS = 2.0
"""Some editors take a file away as they save it, and put it back at once."""
_GONE = ("ce fichier n’est plus là.", "Enregistrez-le à nouveau.")
_EXTENSIONS = (".yaml", ".yml")
_Stamp = tuple[int, int]


@dataclass(frozen=True)
class LiveFile:
    """A file of cards as it was read last.

    Attributes:
        path: The file.
        cards: Its good cards, or those of its last good version.
        problems: What is wrong in it now.
        is_stale: Whether something of ``cards`` is from before the last save, which has errors.
        library: What its cards lean on, with them.
    """

    path: Path
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    is_stale: bool
    library: Library
    entries: tuple[Entry[Card], ...] = ()


@dataclass
class _Seen:
    stamp: _Stamp | None = None
    gone_since: float | None = None
    file: LiveFile | None = None


@dataclass
class LiveCards:
    """Follows the cards of some files and folders.

    Attributes:
        root: The content folder with the themes, the facts and the glossary that the cards lean on.
        places: Files, and folders of which every YAML file holds cards; each with the folder that its images and
            sounds are in, and that the paths in the problems begin with.
        pages: Makes what counts on how many pages a card shows (see `game.content.reading`); ``None``: not counted.
    """

    root: Path
    places: Mapping[Path, Path]
    today: Callable[[], date]
    pages: Callable[[Library], Callable[[Card], Pages]] | None = None
    files: tuple[LiveFile, ...] = ()
    _seen: dict[Path, _Seen] = field(default_factory=dict)
    _ground: Shelves | None = None
    _ground_stamp: tuple[_Stamp | None, ...] = ()
    _next_look: float = 0.0

    def follow(self, now: float) -> bool:
        """Read again what was saved since the last look (``now`` in seconds). Tell whether something changed."""
        if now < self._next_look and self._ground is not None:
            return False
        began = time.perf_counter()
        with collector_paused():
            has_changed = self._look(now)
        cost = 0.0 if has_changed else time.perf_counter() - began
        self._next_look = now + max(LOOK_SECONDS, cost / _MOST_OF_TIME)
        return has_changed

    def left(self, now: float) -> float:
        """Return after how many seconds there is to look again."""
        return max(0.0, self._next_look - now)

    def problems_of(self, file: LiveFile) -> tuple[Problem, ...]:
        """Return what there is to say about a file, with what a careful colleague would add to its errors."""
        if not file.entries:
            return file.problems
        pages = self.pages(file.library) if self.pages else None
        written = Written(Loaded(file.library, file.problems), file.entries)
        from game.content.reading.colleague import Reading, read_deck  # noqa: PLC0415 - home shows no card

        told = read_deck(written, Reading(self.today().year, pages=pages))
        shown = file.entries[0].document.path
        return in_reading_order([*file.problems, *(found for found in told if found.path == shown)])

    def _look(self, now: float) -> bool:
        stamps = dict(self._stamps())
        ground_has_changed = self._follow_ground()
        has_changed = ground_has_changed
        for path, (stamp, base) in stamps.items():
            seen = self._seen.setdefault(path, _Seen())
            if seen.file is None or seen.stamp != stamp or ground_has_changed:
                seen.stamp, has_changed = stamp, True
                seen.file = self._read(path, base, seen.file)
            seen.gone_since = None
        has_changed = self._forget(stamps, now) or has_changed
        if has_changed:
            files = [seen.file for seen in self._seen.values() if seen.file]
            self.files = tuple(_with_twins(sorted(files, key=self._order)))
        return has_changed

    def _order(self, file: LiveFile) -> tuple[int, Path]:
        """Return what sorts the files: by place as given, then by name."""
        bases = enumerate(self.places)
        return next((index for index, place in bases if file.path.is_relative_to(place)), 0), file.path

    def _forget(self, there: Mapping[Path, object], now: float) -> bool:
        """Let go of the files that have been away for a while; a file that was asked for by name keeps its cards."""
        has_changed = False
        for path, seen in list(self._seen.items()):
            if path in there or seen.file is None:
                continue
            seen.gone_since = now if seen.gone_since is None else seen.gone_since
            if now - seen.gone_since < _GONE_SECONDS or (path in self.places and seen.stamp is None):
                continue
            has_changed, seen.stamp = True, None
            if path in self.places:
                gone = Problem(path.name, 1, 1, Severity.ERROR, *_GONE)
                seen.file = LiveFile(path, seen.file.cards, (gone,), is_stale=True, library=seen.file.library)
            else:
                del self._seen[path]
        return has_changed

    def _stamps(self) -> Iterator[tuple[Path, tuple[_Stamp, Path]]]:
        for place, base in self.places.items():
            for path, stamp in _yaml_files(place):
                yield path, (stamp, base)

    def _follow_ground(self) -> bool:
        names = [section.place for section in SECTIONS.values() if section.place.endswith(".yaml")]
        stamps = tuple(_stamp(self.root / name) for name in names)
        if self._ground is not None and stamps == self._ground_stamp:
            return False
        self._ground, self._ground_stamp = ground_of(self.root), stamps
        return True

    def _read(self, path: Path, base: Path, before: LiveFile | None) -> LiveFile:
        assert self._ground is not None  # noqa: S101 - read first
        own = _shelved(path, base)
        written = against(self._ground, own, None)
        problems = written.loaded.problems
        cards = tuple(entry.model for entry in written.cards)
        has_errors = any(found.severity is Severity.ERROR for found in problems)
        is_stale = before is not None and bool(before.cards) and (has_errors or not cards)
        if is_stale and before is not None:
            cards = _kept(before.cards, cards)
        return LiveFile(path, cards, problems, is_stale, written.loaded.library, written.cards)


def _kept(before: Sequence[Card], now: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards of before, those that are good now in their new version, then the new ones."""
    good = {card.id: card for card in now}
    known = {card.id for card in before}
    return (*(good.get(card.id, card) for card in before), *(card for card in now if card.id not in known))


def _shelved(path: Path, base: Path) -> Shelves:
    """Read one file as a file of cards."""
    own = Shelves(base)
    shown = f"{base.name}/{path.relative_to(base).as_posix()}" if path.is_relative_to(base) else path.name
    try:
        with path.open("rb") as stream:
            document = read(shown, stream.read(MAX_BYTES + 1))
    except OSError as error:
        said = f"ce fichier ne s’ouvre pas ({why_refused(error)})."
        document = Document(shown, "", problems=[Problem(shown, 1, 1, Severity.ERROR, said)])
    shelf, found = own.by_name["cards"], entries_of(document, Card)
    shelf.entries, shelf.rejected, shelf.declared = found.good, found.rejected, declared(document, "id")
    own.problems = [*document.problems, *found.problems]
    return own


def _yaml_files(place: Path) -> Iterator[tuple[Path, _Stamp]]:
    """Yield a file, or the visible YAML files under a folder, with what changes when they are saved."""
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _yaml_files(Path(entry.path))
                elif entry.name.lower().endswith(_EXTENSIONS):
                    state = entry.stat()
                    yield Path(entry.path), (state.st_mtime_ns, state.st_size)
    except NotADirectoryError:
        stamp = _stamp(place)
        if stamp is not None:
            yield place, stamp
    except OSError:  # away for a moment, or for good: the caller sees that it is not there
        return


def _stamp(path: Path) -> _Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _with_twins(files: Sequence[LiveFile]) -> Iterator[LiveFile]:
    """Yield the files, with a problem where a card has the name of another one."""
    firsts: dict[str, Entry[Card]] = {}
    for file in files:
        told = list(file.problems)
        for entry in file.entries:
            first = firsts.setdefault(entry.model.id, entry)
            if first.document.path != entry.document.path:
                where = f"{first.document.path}, ligne {first.node.start_mark.line + 1}"
                said = Sentence(f"« {entry.model.id} » existe déjà : {where}.", "Donnez un autre nom à l’un des deux.")
                told.append(entry.problem(("id",), said))
        problems = in_reading_order(told)
        same = problems == file.problems
        yield file if same else LiveFile(file.path, file.cards, problems, file.is_stale, file.library, file.entries)
