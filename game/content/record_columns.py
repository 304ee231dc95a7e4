"""The columns of the tables that the records are exported to, as staff name, order and leave them out."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from game.content.cards import Theme
from game.content.entries import Entry, entries_of
from game.content.fields import Model, Text, YesNo
from game.content.messages import Sentence
from game.content.problems import Problem, Severity, in_reading_order
from game.content.yamlnodes import Document, read

FILE = "bilans.yaml"
_THEMES = "themes.yaml"
Key = Literal[
    "seance-nom",
    "seance-titre",
    "seance-date",
    "seance-demi-journees",
    "seance-debut",
    "seance-fin",
    "seance-lieu",
    "seance-mode",
    "seance-format",
    "seance-etat",
    "seance-version",
    "seance-transmise",
    "seance-minutes",
    "seance-heures",
    "seance-personnes",
    "seance-nouvelles",
    "seance-equipes",
    "seance-pilotes",
    "seance-copilotes",
    "seance-codes",
    "seance-relais",
    "seance-echanges",
    "seance-themes",
    "seance-data-inclusion",
    "seance-france-travail",
    "seance-cartes",
    "seance-mots",
    "seance-pas",
    "seance-arrivee-soleil",
    "seance-arrivee-eclaircies",
    "seance-arrivee-nuages",
    "seance-arrivee-pluie",
    "seance-arrivee-orage",
    "seance-depart-soleil",
    "seance-depart-eclaircies",
    "seance-depart-nuages",
    "seance-depart-pluie",
    "seance-depart-orage",
    "seance-objectifs",
    "seance-competences",
    "seance-incident",
    "seance-note",
    "seance-papier",
    "theme-seance",
    "theme-date",
    "theme-nom",
    "theme-pilier",
    "theme-echanges",
    "theme-minutes",
    "theme-data-inclusion",
    "theme-france-travail",
    "theme-pas",
    "carte-id",
    "carte-theme",
    "carte-type",
    "carte-seances",
    "carte-minutes",
    "pas-seance",
    "pas-date",
    "pas-equipe",
    "pas-theme",
    "pas-texte",
    "groupe-mois",
    "groupe-mode",
    "groupe-format",
    "groupe-lieu",
    "groupe-theme",
    "groupe-pilier",
    "groupe-data-inclusion",
    "groupe-france-travail",
]
"""What can be told: the first word is the table."""


class RecordColumn(Model):
    """A column of a table, or a grouping of the sheet that sums up, under the name that staff give it."""

    key: Key = Field(alias="cle")
    title: Text = Field(alias="titre")
    explanation: Text = Field(alias="explication")
    is_kept: YesNo = Field(default=True, alias="garder")

    @property
    def table(self) -> str:
        """Which table it belongs to: ``seance``, ``theme``, ``carte``, ``pas`` or ``groupe``."""
        return self.key.partition("-")[0]


def read_columns(root: Path) -> tuple[tuple[RecordColumn, ...], tuple[Problem, ...]]:
    """Return the columns of a content folder in the order of its file, and all that is wrong in it.

    Raises:
        OSError: the file cannot be read.
    """
    document = _document(root, FILE)
    found = entries_of(document, RecordColumn)
    problems = [*document.problems, *found.problems, *_twins(found.good)]
    return tuple(entry.model for entry in found.good), in_reading_order(problems)


def read_pillars(root: Path) -> dict[str, str]:
    """Return the pillar of each theme of a content folder, by id, in its order; what is wrong is not told here.

    Raises:
        OSError: the file cannot be read.
    """
    return {entry.model.id: str(entry.model.pillar) for entry in entries_of(_document(root, _THEMES), Theme).good}


def _document(root: Path, name: str) -> Document:
    return read(f"{root.name}/{name}", (root / name).read_bytes())


def _twins(entries: list[Entry[RecordColumn]]) -> list[Problem]:
    """Two columns with one title would be taken one for the other: in a pivot table, in the file of a funder."""
    seen: dict[tuple[str, str], int] = {}
    keys: set[str] = set()
    problems = []
    for entry in entries:
        column = entry.model
        named = (column.table, column.title.casefold())
        if column.key in keys:
            problems.append(_problem(entry, "cle", f"« {column.key} » est déjà plus haut."))
        elif column.is_kept and named in seen:
            said = f"« {column.title} » est déjà le titre d’une colonne de ce tableau (ligne {seen[named]})."
            problems.append(_problem(entry, "titre", said))
        elif column.is_kept:
            seen[named] = entry.node.start_mark.line + 1
        keys.add(column.key)
    return problems


def _problem(entry: Entry[RecordColumn], key: str, message: str) -> Problem:
    return entry.problem((key,), Sentence(message, "Gardez-en une seule, ou changez-la.", Severity.ERROR))
