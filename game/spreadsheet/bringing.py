"""Bring the rows of a sheet into the files of the deck: all of them, or none.

A card that is there already keeps its file, its comments and the order of its keys: only what changed is written. The
files as they would be are read by the same checks as any content, and what these say comes back to its cell.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from game.content.authoring import Workshop
from game.content.cards import Card
from game.content.entries import Entry, entries_of
from game.content.problems import Problem, Severity
from game.content.rewriting import changes, rewritten
from game.content.saving import write_together
from game.content.shelves import SECTIONS, Shelves, shelve
from game.content.writing import Values, as_yaml, card_values, slug
from game.content.yamlnodes import Document, read
from game.spreadsheet.columns import Column, Steps
from game.spreadsheet.reading import CellProblem, Sheet

_CARDS = SECTIONS["cards"].place
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MISREAD = "ce fichier est écrit d’une façon que l’import ne sait pas changer"


@dataclass(slots=True)
class Plan:
    """What an import would do.

    Attributes:
        files: The files to write, by their path from the content folder; empty as soon as there is an error.
        added: The ids of new cards.
        changed: The ids of cards that change.
        unchanged: How many cards stay as they are.
        problems: What is wrong or could be better, in the order of the rows.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """Say whether something must be corrected first."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def carry_out(self, root: Path) -> None:
        """Write the files.

        Raises:
            OSError: one cannot be written; every file is as it was.
        """
        write_together(root, self.files)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A card as its row says it: its row, what its values were, what they are."""

    row: int
    id: str
    before: Values
    after: Values
    known: Entry[Card] | None


def plan_import(root: Path, sheet: Sheet, assets: Path | None = None, shipped: Path | None = None) -> Plan:
    """Prepare the import of a sheet in a content folder. Nothing is written.

    Args:
        root: The content folder.
        sheet: What was read, with its own problems.
        assets: As for `load`.
        shipped: The content that a pack leans on; without it, the folder stands alone.
    """
    plan = Plan(problems=list(sheet.problems))
    shelves = shelve(root.resolve())
    wanted = list(_wanted(sheet, shelves, plan.problems))
    drafts = _drafts(root.resolve(), wanted, plan)
    titles = {column.steps: column for column in sheet.columns}
    if drafts:
        told = {(problem.row, problem.column) for problem in plan.problems}
        shop = Workshop(root, shipped or root, assets)
        found = _read_again(shop, drafts, wanted, titles)
        plan.problems.extend(problem for problem in found if (problem.row, problem.column) not in told)
    plan.problems = [sheet.placed(problem) for problem in sorted(plan.problems, key=lambda problem: problem.row)]
    if not plan.has_errors:
        plan.files = drafts
    return plan


def _wanted(sheet: Sheet, shelves: Shelves, problems: list[CellProblem]) -> Iterator[_Wanted]:
    cards = shelves.by_name["cards"]
    known: dict[str, Entry[Card]] = {entry.model.id: entry for entry in cards.entries}
    rows: dict[str, int] = {}
    for row in sheet.rows:
        given = str(row.values.get(("id",)) or "")
        name = given or slug(str(row.values.get(("titre",)) or ""))
        fault = _name_fault(name, given, known, cards.declared, rows)
        if fault:
            problems.append(CellProblem(row.number, "Identifiant", *fault))
            continue
        rows[name] = row.number
        found = known.get(name)
        before = card_values(found.model) if found else {}
        yield _Wanted(row.number, name, before, _canonical(_merged(before, {**row.values, ("id",): name})), found)


def _name_fault(
    name: str, given: str, known: Mapping[str, object], declared: set[str], rows: Mapping[str, int]
) -> tuple[str, str] | None:
    if not name:
        return "cette carte n’a ni identifiant ni titre.", "Écrivez l’un des deux."
    if name in rows:
        return f"« {name} » est déjà à la ligne {rows[name]}.", "Gardez une seule ligne par carte."
    if not given and name in declared:
        remedy = f"Écrivez « {name} » pour changer cette carte, ou un autre identifiant."
        return f"le titre donne « {name} », qui existe déjà.", remedy
    if name in declared and name not in known:
        return f"la carte « {name} » a des erreurs dans son fichier.", "Corrigez-les d’abord : permis verifier."
    return None


def _merged(before: Values, cells: Mapping[Steps, object]) -> Values:
    """Return the values of a card with those of its row; columns that are not in the sheet change nothing."""
    values: Values = _copy(before)
    for steps, value in cells.items():
        place = values
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        if value is None:
            place.pop(steps[-1], None)
        else:
            place[steps[-1]] = value
    return _without_empty(values)


def _copy(values: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    return {key: _copy(value) for key, value in values.items()} if isinstance(values, dict) else values


def _without_empty(values: Values) -> Values:
    kept = {key: _without_empty(value) if isinstance(value, dict) else value for key, value in values.items()}
    return {key: value for key, value in kept.items() if value != {}}


def _canonical(values: Values) -> Values:
    """Return values as ``card_values`` gives them, so that only what really differs is a change."""
    try:
        return card_values(Card.model_validate(values))
    except ValidationError:
        order = [field.alias or name for name, field in Card.model_fields.items()]
        return dict(sorted(values.items(), key=lambda pair: order.index(pair[0])))


def _drafts(root: Path, wanted: Iterable[_Wanted], plan: Plan) -> dict[str, bytes]:
    """Return the files as they would be."""
    drafts: dict[str, bytes] = {}
    touched: dict[str, list[_Wanted]] = defaultdict(list)
    for one in wanted:
        if one.known is None:
            file = _new_file(one)
            if file in drafts or (root / file).exists():
                remedy = "Choisissez un autre identifiant, ou renommez ce fichier."
                plan.problems.append(CellProblem(one.row, "Identifiant", f"le fichier {file} est déjà pris.", remedy))
                continue
            drafts[file] = as_yaml(one.after).encode()
            plan.added.append(one.id)
        elif changes(one.before, one.after):
            touched[one.known.document.path.removeprefix(f"{root.name}/")].append(one)
            plan.changed.append(one.id)
        else:
            plan.unchanged += 1
    for file, ones in touched.items():
        drafts[file] = _with_changes((root / file).read_bytes(), ones)
    return drafts


def _new_file(one: _Wanted) -> str:
    """Return the path of a new card; a theme or an id that is no good, and will be told, cannot lead elsewhere."""
    theme = str(one.after.get("theme") or "")
    return f"{_CARDS}/{theme if _SLUG.fullmatch(theme) else 'sans-theme'}/{slug(one.id) or 'sans-nom'}.yaml"


def _with_changes(data: bytes, ones: Iterable[_Wanted]) -> bytes:
    found = [(one.known, one) for one in ones if one.known]
    entries = [(entry.node, changes(one.before, one.after), one.after) for entry, one in found]
    return rewritten(data, found[0][0].document, entries)


def _read_again(
    shop: Workshop,
    drafts: Mapping[str, bytes],
    wanted: Iterable[_Wanted],
    titles: Mapping[Steps, Column],
) -> Iterator[CellProblem]:
    """Read the files as they would be, and yield what there is to say about the cards of the sheet, by their cells."""
    told = shop.read(drafts).loaded.problems
    by_id = {one.id: one for one in wanted}
    for file, data in drafts.items():
        path = f"{shop.root.resolve().name}/{file}"
        document = read(path, data)
        here = [problem for problem in told if problem.path == path]
        entries = [
            (node, by_id.get(str(value.get("id")))) for node, value in document.entries if isinstance(value, dict)
        ]
        for problem in here:
            one, steps = _cell_of(problem, entries)
            if one:
                title = next((titles[steps[:n]].title for n in range(len(steps), 0, -1) if steps[:n] in titles), "")
                yield CellProblem(one.row, title, problem.message, problem.remedy, problem.severity)
        if not any(problem.severity is Severity.ERROR for problem in here):
            yield from _lost(document, [one for _, one in entries if one], by_id.values(), path)


def _cell_of(problem: Problem, entries: list[tuple[yaml.Node, _Wanted | None]]) -> tuple[_Wanted | None, Steps]:
    """Return whose row a problem is about, and the keys that lead to its place."""
    place = (problem.line - 1, problem.column - 1)
    before = [(node, one) for node, one in entries if _start(node) <= place]
    if not before:
        return None, ()
    node, one = before[-1]
    return one, () if _start(node) == place else _steps_to(node, place)


def _steps_to(node: yaml.Node, place: tuple[int, int]) -> Steps:
    if not isinstance(node, yaml.MappingNode):
        return ()
    before = [(key, value) for key, value in node.value if _start(key) <= place]
    if not before:
        return ()
    key, value = before[-1]
    return (str(key.value).strip(), *_steps_to(value, place))


def _start(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def _lost(document: Document, here: list[_Wanted], all_of_them: Iterable[_Wanted], path: str) -> Iterator[CellProblem]:
    """Yield the cards that the file as it would be does not give back as they are wanted."""
    read_back = {entry.model.id: card_values(entry.model) for entry in entries_of(document, Card).good}
    due = {one.id: one for one in here}
    for one in all_of_them:
        if one.known and one.known.document.path == path:
            due[one.id] = one
    for one in due.values():
        if read_back.get(one.id) != one.after:
            yield CellProblem(one.row, "", f"{_MISREAD} : {path}.", "Changez cette carte dans son fichier.")
