"""The columns of the sheet of cards: one for each key that a card may have, and how each is written in a cell.

They are made from the model of a card: a key that is added to it has its column.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.cards import Audience, Card, Choice, Consent, Translation
from game.content.keys import WORDS
from game.content.writing import Values

Steps = tuple[str, ...]
"""The French keys that lead to a value: ``("titre",)``, ``("traductions", "en", "texte")``."""
Cell = str | int | date | None
"""What a cell holds; ``None`` when it is empty."""

ALL = "tous"
"""What one writes for all the audiences."""
_TRANSLATED = re.compile(r"(?P<title>.+) \((?P<language>[a-z]{2,3})\)")
_JUDGED = re.compile(r"(juste|faux)\s*:\s*", re.IGNORECASE)
_NEXT_LINE = "  "
_FIRST_YEAR = 1901
"""Spreadsheets do not agree on days before this one."""
_TITLES: dict[Steps, str] = {
    ("id",): "Identifiant",
    ("theme",): "Thème",
    ("sensibilite",): "Sensibilité",
    ("duree",): "Durée (minutes)",
    ("thematiques",): "Thématiques",
    ("description",): "Description de l’image",
    ("consentement", "auteur"): "Consentement, auteur",
    ("consentement", "date"): "Consentement, date",
    ("consentement", "publics"): "Consentement, publics",
    ("consentement", "jusqu-au"): "Consentement, jusqu’au",
    ("consentement", "retire"): "Consentement, retiré",
}


class Shape(Enum):
    """How a value is written in a cell."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    YES_NO = auto()
    AUDIENCES = auto()
    LINES = auto()
    """A list, one item a line; two spaces begin a line that goes on with the item above."""
    CHOICES = auto()
    """As `LINES`, with « juste : » before the right one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the keys that lead to its value, how it is written, and what to say about it."""

    title: str
    steps: Steps
    shape: Shape
    words: str
    example: str
    is_needed: bool


def columns(languages: Iterable[str] = ()) -> list[Column]:
    """Return the columns of a sheet, in the order of the model, then those of each language."""
    return [*_own_columns(), *(column for language in languages for column in _columns_of(language))]


def column_titled(title: str) -> Column | None:
    """Return the column that has this title, with or without its accents and capitals, or this French key."""
    said = title.strip()
    translated = _TRANSLATED.fullmatch(said)
    if translated:
        found = {_bare(column.title): column for column in _columns_of(translated["language"])}
        return found.get(_bare(said))
    keys = {column.steps[0]: column for column in _own_columns() if len(column.steps) == 1}
    titles = {_bare(column.title): column for column in _own_columns()}
    return titles.get(_bare(said)) or keys.get(said)


def cell_of(values: Values, column: Column) -> Cell:
    """Return what the cell of a card holds, from its values as ``card_values`` gives them."""
    value: object = values
    for step in column.steps:
        value = value.get(step) if isinstance(value, dict) else None
    if value == list(map(str, Audience)) or (value is None and column.steps == ("publics",)):
        return ALL
    return None if value is None else _encoded(value, column.shape)


def value_of(cell: str | int, column: Column) -> object:
    """Return what stands in a cell, as it would be read in a YAML file."""
    if isinstance(cell, int):
        return cell if column.shape is Shape.NUMBER else str(cell)
    if column.shape is Shape.AUDIENCES:
        named = [word.strip() for word in re.split(r"[,;\n]", cell) if word.strip()]
        return list(map(str, Audience)) if [word.lower() for word in named] == [ALL] else named
    if column.shape is Shape.LINES:
        return _items(cell)
    if column.shape is Shape.CHOICES:
        return [_choice(item) for item in _items(cell)]
    return cell.strip()


def _encoded(value: object, shape: Shape) -> Cell:
    if isinstance(value, list):
        joint = ", " if shape is Shape.AUDIENCES else "\n"
        return joint.join(_line(item, shape).replace("\n", f"\n{_NEXT_LINE}") for item in value)
    if isinstance(value, int):
        return value
    text = str(value)
    if shape is Shape.DAY and date.fromisoformat(text).year >= _FIRST_YEAR:
        return date.fromisoformat(text)
    return text


def _line(item: object, shape: Shape) -> str:
    """Return one item of a list; a wrong choice that begins like a right one says that it is wrong."""
    if isinstance(item, dict):
        return f"juste : {item['juste']}"
    text = str(item)
    return f"faux : {text}" if shape is Shape.CHOICES and _JUDGED.match(text) else text


def _items(cell: str) -> list[str]:
    items: list[str] = []
    for line in cell.replace("\r", "").split("\n"):
        if line.startswith(_NEXT_LINE) and items:
            items[-1] += "\n" + line.removeprefix(_NEXT_LINE)
        elif line.strip():
            items.append(line)
    return [item.strip() for item in items]


def _choice(item: str) -> object:
    judged = _JUDGED.match(item)
    if judged is None:
        return item
    text = item[judged.end() :]
    return {"juste": text} if judged[1].lower() == "juste" else text


def _own_columns() -> Iterator[Column]:
    for key, field in _fields(Card):
        if key == "traductions":
            continue
        if key == "consentement":
            for under, part in _fields(Consent):
                yield _column((key, under), part, Consent)
        else:
            yield _column((key,), field, Card)


def _columns_of(language: str) -> Iterator[Column]:
    for key, field in _fields(Translation):
        own = _column(("traductions", language, key), field, Translation)
        title = f"{_TITLES.get((key,), key.capitalize())} ({language})"
        yield Column(title, own.steps, own.shape, own.words, own.example, is_needed=False)


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    return ((field.alias or name, field) for name, field in model.model_fields.items())


def _column(steps: Steps, field: FieldInfo, model: type[BaseModel]) -> Column:
    key = steps[-1]
    title = _TITLES.get(steps) or key.replace("-", " ").capitalize()
    words = WORDS[model][key]
    is_needed = field.is_required() and model is Card
    shape = _shape(field.annotation)
    return Column(title, steps, shape, words.text, _example(words.examples[0], shape), is_needed)


def _shape(annotation: object) -> Shape:
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        return {Audience: Shape.AUDIENCES, Choice: Shape.CHOICES}.get(item, Shape.LINES)
    plain: dict[object, Shape] = {int: Shape.NUMBER, bool: Shape.YES_NO, date: Shape.DAY}
    return plain.get(annotation, Shape.TEXT)


def _example(value: object, shape: Shape) -> str:
    return str(value) if shape is Shape.DAY else str(_encoded(value, shape))


def _bare(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title.replace("’", "'").casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one))))
