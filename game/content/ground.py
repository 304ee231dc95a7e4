"""What a few files lean on: themes, facts and boards that stand in another folder, or were read before."""

from collections.abc import Collection
from pathlib import Path

from game.content.checks import check
from game.content.load import Loaded, Written, library_of
from game.content.problems import in_reading_order
from game.content.shelves import SECTIONS, Shelf, Shelves, shelve

_REFERRED = ("themes", "facts", "terms", "teams", "aids")
"""What a card leans on, and its like: lent to whoever writes one file."""


def ground_of(root: Path, icons: frozenset[str] | None = None) -> Shelves:
    """Return the good entries of a content folder, for others to lean on. What is wrong in it is not said here.

    Args:
        root: The content folder.
        icons: The names of the icons there are, or ``None`` when they are not to be checked.
    """
    shelves = shelve(root.resolve())
    check(shelves, icons)
    return shelves


def against(
    ground: Shelves, own: Shelves, icons: frozenset[str] | None, *, lent: Collection[str] = _REFERRED
) -> Written:
    """Check entries with those that they may lean on.

    Args:
        ground: What there is already, checked: it is not looked at again.
        own: What was read, with its own problems in it.
        icons: The names of the icons there are, or ``None`` when they are not to be checked.
        lent: The sections of the ground to lean on; an entry of one of them with the name of an earlier one is a twin.

    Returns:
        The good ones among ``own``, each in its place; the library holds what they lean on too.
    """
    joined = Shelves(own.root, own.digest)
    for name, shelf in joined.by_name.items():
        _join(shelf, ground.by_name[name] if name in lent else None, own.by_name[name])
    paths = {entry.document.path for shelf in own.by_name.values() for entry in (*shelf.entries, *shelf.rejected)}
    problems = [*own.problems, *(found for found in check(joined, icons) if found.path in paths)]
    for name, shelf in own.by_name.items():
        kept = {id(entry) for entry in joined.by_name[name].entries}
        shelf.entries = [entry for entry in shelf.entries if id(entry) in kept]
    loaded = Loaded(library_of(joined), in_reading_order(problems))
    return Written(loaded, tuple(own.by_name["cards"].entries), tuple(own.by_name["themes"].entries))


def forgive_missing(own: Shelves) -> None:
    """Take it as right that sections are not there: another folder has them."""
    told = {section.missing.message: name for name, section in SECTIONS.items() if section.missing}
    for found in own.problems:
        if found.message in told:
            own.by_name[told[found.message]].complete = True
    own.problems = [found for found in own.problems if found.message not in told]


def _join(shelf: Shelf, ground: Shelf | None, own: Shelf) -> None:
    lent = ground.entries if ground else []
    shelf.entries = [*lent, *own.entries]
    shelf.lent = len(lent)
    shelf.rejected = list(own.rejected)
    shelf.declared = {*(ground.declared if ground else ()), *own.declared}
    shelf.complete = own.complete and (ground is None or ground.complete)
