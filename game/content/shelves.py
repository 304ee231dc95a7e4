"""The sections of the content folder, and the files that belong to each."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from game.content.aids import Aid
from game.content.boards import BoardFile
from game.content.cards import Card, Fact, TeamPreset, Term, Theme
from game.content.entries import Entry, declared, entries_of
from game.content.formats import Format
from game.content.messages import Sentence, suggestion
from game.content.problems import Problem, Severity
from game.content.record_columns import RecordColumn
from game.content.yamlnodes import MAX_BYTES, Document, read
from game.french import why_refused


@dataclass(frozen=True, slots=True)
class Section:
    """A file or a folder of the content, and what its entries are."""

    place: str
    model: type[BaseModel]
    key: str = "id"
    """The French key by which an entry is known."""
    attribute: str = "id"
    missing: Sentence | None = None
    """What to say when there is no such file; ``None`` when it is optional."""

    @property
    def stem(self) -> str:
        """The name of the place, as one says it."""
        return PurePosixPath(self.place).stem


SECTIONS = {
    "themes": Section(
        "themes.yaml",
        Theme,
        missing=Sentence("il n’y a pas de thèmes.", "Créez ce fichier : sans thème, aucune carte."),
    ),
    "facts": Section("facts.yaml", Fact),
    "terms": Section("glossary.yaml", Term, "term", "term"),
    "teams": Section("equipes.yaml", TeamPreset, "nom", "name"),
    "aids": Section("aide.yaml", Aid, "nom", "name"),
    "columns": Section("bilans.yaml", RecordColumn, "cle", "key"),
    "boards": Section("boards", BoardFile, missing=Sentence("il n’y a aucun plateau.", "", Severity.WARNING)),
    "cards": Section("cards", Card, missing=Sentence("il n’y a aucune carte.", "", Severity.WARNING)),
    "formats": Section("formats", Format, missing=Sentence("il n’y a aucun format de séance.", "", Severity.WARNING)),
}
"""In the order in which they lean on one another."""


@dataclass(slots=True)
class Shelf:
    """The entries of one section.

    Attributes:
        entries: Those that are good so far.
        rejected: Those that are not, as they were written: their references can still be looked at.
        declared: All the ids that were written, even those of entries with an error.
        complete: Whether every file could be read, so that an id found nowhere is a mistake.
        lent: How many of the first entries come from another folder, where they were checked.
    """

    section: Section
    entries: list[Entry[Any]] = field(default_factory=list)
    rejected: list[Entry[Any]] = field(default_factory=list)
    declared: set[str] = field(default_factory=set)
    complete: bool = True
    lent: int = 0

    @property
    def by_id(self) -> dict[str, Any]:
        """The good models by their id, in the order of the files."""
        return {getattr(entry.model, self.section.attribute): entry.model for entry in self.entries}


@dataclass(slots=True)
class Shelves:
    """All that was read in a content folder."""

    root: Path
    digest: str = ""
    by_name: dict[str, Shelf] = field(default_factory=lambda: {name: Shelf(it) for name, it in SECTIONS.items()})
    problems: list[Problem] = field(default_factory=list)

    def path(self, place: str) -> str:
        """Return the path to show for a file or a folder of the content."""
        return f"{self.root.name}/{place}"


def content_files(root: Path) -> list[str]:
    """Return the YAML files of a folder, from the folder, with ``/``, sorted; hidden ones are left out."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = Path(folder).relative_to(root)
        visible = (name for name in names if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."))
        found += [(place / name).as_posix() for name in visible if (root / place / name).is_file()]
    return sorted(found)


def shelve(root: Path, drafts: Mapping[str, bytes] | None = None) -> Shelves:
    """Read every file of the content folder and put its entries where they belong.

    Args:
        root: The content folder.
        drafts: Files that are not written yet, by their path from the folder; read in place of those on the disk.
    """
    drafts = drafts or {}
    digest = hashlib.sha256()
    shelves = Shelves(root)
    seen: set[str] = set()
    for file in sorted({*content_files(root), *drafts}):
        name = _section_of(file)
        if name is None:
            shelves.problems.append(_ignored(shelves.path(file), file))
            continue
        seen.add(name)
        path = shelves.path(file)
        data, document = (drafts[file], read(path, drafts[file])) if file in drafts else _read(root / file, path)
        digest.update(f"{file}\0".encode() + data.replace(b"\r\n", b"\n"))
        shelves.problems.extend(_put(document, shelves.by_name[name]))
    shelves.digest = digest.hexdigest()[:12]
    for name, shelf in shelves.by_name.items():
        said = shelf.section.missing
        if said and name not in seen:
            shelf.complete = False
            place = shelves.path(shelf.section.place)
            shelves.problems.append(Problem(place, 1, 1, said.severity, said.message, said.remedy))
    return shelves


def _section_of(file: str) -> str | None:
    first = file.split("/", 1)[0]
    return next((name for name, section in SECTIONS.items() if section.place == first), None)


def _read(file: Path, path: str) -> tuple[bytes, Document]:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"ce fichier ne s’ouvre pas ({why_refused(error)})."
        problem = Problem(path, 1, 1, Severity.ERROR, message, "Fermez-le ailleurs, vérifiez vos droits.")
        return b"", Document(path, "", problems=[problem])
    return data, read(path, data)


def _put(document: Document, shelf: Shelf) -> list[Problem]:
    found = entries_of(document, shelf.section.model)
    shelf.entries.extend(found.good)
    shelf.rejected.extend(found.rejected)
    shelf.declared.update(declared(document, shelf.section.key))
    if document.root is None and document.problems:
        shelf.complete = False
    return document.problems + found.problems


def _ignored(path: str, file: str) -> Problem:
    near = suggestion(PurePosixPath(file.split("/", 1)[0]).stem, [section.stem for section in SECTIONS.values()])
    remedy = "Rangez-le dans cards, boards ou formats."
    message = "fichier ignoré" + (f" : {near}" if near else ".")
    return Problem(path, 1, 1, Severity.WARNING, message, "" if near else remedy)
