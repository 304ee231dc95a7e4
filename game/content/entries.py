"""From one file to its entries: validated models that know where they were written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, FailFast, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from game.content.messages import Sentence, sentences
from game.content.places import key_at, value_at
from game.content.problems import MOST_IN_A_FILE, Problem, Severity
from game.content.yamlnodes import Document

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One thing of the content, and where it was written."""

    model: T
    node: yaml.Node
    document: Document

    def problem(self, steps: tuple[int | str, ...], said: Sentence) -> Problem:
        """Return a problem at the value to which the steps (French keys, indices) lead."""
        place = value_at(self.document, self.node, steps)
        return Problem(self.document.path, place.line, place.column, said.severity, said.message, said.remedy)


@dataclass(slots=True)
class Sorted:
    """The entries of one file: the good ones, the others as plain values, and why they are not good."""

    good: list[Entry[Any]] = field(default_factory=list)
    rejected: list[Entry[Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def entries_of(document: Document, model: type[BaseModel]) -> Sorted:
    """Validate all that a file holds.

    Args:
        document: A file that was read, with its own problems already in it.
        model: What each entry of the file must be.
    """
    if not document.entries:
        return Sorted(problems=[] if document.problems else [_empty(document)])
    try:
        models = _adapter(model).validate_python([value for _, value in document.entries])
    except ValidationError:
        return _one_by_one(document, model)
    result = Sorted()
    for (node, _), found in zip(document.entries, models, strict=True):
        (result.rejected if document.is_broken(node) else result.good).append(Entry(found, node, document))
    return result


@cache
def _adapter(model: type[M]) -> TypeAdapter[list[M]]:
    return TypeAdapter(Annotated[list[model], FailFast()])  # type: ignore[arg-type, valid-type]


def _one_by_one(document: Document, model: type[BaseModel]) -> Sorted:
    result = Sorted()
    for node, value in document.entries:
        if len(result.problems) > MOST_IN_A_FILE:
            result.problems.append(_too_many(document, node))
            break
        broken = document.is_broken(node)
        try:
            found: Any = model.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
            # What is missing may be on the very line that YAML could not read.
            told = [detail for detail in details if not broken or (detail["type"] != "missing" and detail["loc"])]
            found_here = (problem for detail in told for problem in _located(document, node, model, detail))
            result.problems.extend(found for found in found_here if found.line not in document.error_lines)
            broken, found = True, value
        (result.rejected if broken else result.good).append(Entry(found, node, document))
    return result


def _located(document: Document, node: yaml.Node, model: type[BaseModel], error: ErrorDetails) -> Iterator[Problem]:
    steps = error["loc"]
    if error["type"] == "missing":
        steps = steps[:-1]
    if "key" in error.get("ctx", {}):
        steps = (*steps, error["ctx"]["key"])
    at_key = error["type"] == "extra_forbidden" or "[key]" in steps
    if "[key]" in steps:
        steps = steps[: steps.index("[key]")]
    place = key_at(node, steps) if at_key else value_at(document, node, steps)
    for said in sentences(error, model, place.node):
        yield Problem(document.path, place.line, place.column, said.severity, said.message, said.remedy)


def _empty(document: Document) -> Problem:
    message, remedy = "ce fichier est vide.", "Écrivez-y une carte, ou supprimez-le."
    return Problem(document.path, 1, 1, Severity.WARNING, message, remedy)


def _too_many(document: Document, node: yaml.Node) -> Problem:
    message = f"plus de {MOST_IN_A_FILE} problèmes dans ce fichier : la suite n’est pas lue."
    remedy = "Corrigez d’abord ceux qui précèdent."
    return Problem(document.path, node.start_mark.line + 1, node.start_mark.column + 1, Severity.ERROR, message, remedy)


def declared(document: Document, key: str) -> set[str]:
    """Return the ids that a file gives, even those of entries with an error: they exist, and are to be corrected."""
    values: list[Any] = [value for _, value in document.entries]
    return {str(value[key]) for value in values if isinstance(value, dict) and value.get(key)}
