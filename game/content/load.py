"""Load a content folder: all that is good, and all that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.collector import collector_paused
from game.content.assets import icon_names
from game.content.cards import Card, Theme
from game.content.checks import check
from game.content.entries import Entry
from game.content.library import Library
from game.content.problems import Problem, Severity, in_reading_order
from game.content.shelves import Shelves, content_files, shelve


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was found in a content folder: the library, and the problems in reading order."""

    library: Library
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Say whether something had to be left out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Written:
    """What was found in a content folder, and where its good cards and themes were written."""

    loaded: Loaded
    cards: tuple[Entry[Card], ...] = ()
    themes: tuple[Entry[Theme], ...] = ()


def load(root: Path, *, assets: Path | None = None, drafts: Mapping[str, bytes] | None = None) -> Loaded:
    """Read and check a content folder. Nothing is raised for what staff can correct.

    Args:
        root: The content folder, with ``themes.yaml``, ``boards``, ``cards`` and ``formats``.
        assets: The folder that holds ``icons/NAME.svg``; without it, icons are not checked.
        drafts: Files that are not written yet, by their path from the folder; read in place of those on the disk.
    """
    with collector_paused():
        return _load(root.resolve(), assets, drafts).loaded


def load_written(root: Path, *, assets: Path | None = None) -> Written:
    """Do as `load`, and keep the places: for whoever has more to say about the cards."""
    with collector_paused():
        return _load(root.resolve(), assets, None)


def _load(root: Path, assets: Path | None, drafts: Mapping[str, bytes] | None) -> Written:
    if not drafts and (not root.is_dir() or not content_files(root)):
        return Written(Loaded(library_of(Shelves(root)), (_nothing(root),)))
    shelves = shelve(root, drafts)
    problems = shelves.problems + check(shelves, icon_names(assets))
    loaded = Loaded(library_of(shelves), in_reading_order(problems))
    return Written(loaded, tuple(shelves.by_name["cards"].entries), tuple(shelves.by_name["themes"].entries))


def _nothing(root: Path) -> Problem:
    message = "ce dossier est vide." if root.is_dir() else "ce dossier n’existe pas."
    remedy = "Il doit contenir themes.yaml, et les dossiers boards, cards et formats."
    return Problem(root.name, 1, 1, Severity.ERROR, message, remedy)


def library_of(shelves: Shelves) -> Library:
    """Return what is on the shelves, ready to be played with."""
    shelf = shelves.by_name
    return Library(
        root=shelves.root,
        digest=shelves.digest,
        themes=shelf["themes"].by_id,
        boards=shelf["boards"].by_id,
        formats=shelf["formats"].by_id,
        cards=shelf["cards"].by_id,
        facts=shelf["facts"].by_id,
        terms=tuple(shelf["terms"].by_id.values()),
        teams=tuple(shelf["teams"].by_id.values()),
        aids=tuple(shelf["aids"].by_id.values()),
    )
