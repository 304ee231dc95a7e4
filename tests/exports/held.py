"""Records of the golden journals, for files to be made of."""

from datetime import date
from pathlib import Path

from game.content.record_columns import RecordColumn, read_columns, read_pillars
from game.exports.tables import Table, tables_of
from game.records.adding import report
from game.records.outcome import Outcome
from game.records.rollup import Report

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
GOLDEN = ROOT / "tests" / "records" / "golden"
COLUMNS: tuple[RecordColumn, ...] = read_columns(CONTENT)[0]
PILLARS = read_pillars(CONTENT)


def golden(name: str, **changes: object) -> Outcome:
    """Return a golden record; fields can be changed."""
    text = (GOLDEN / f"{name}.bilan.json").read_text(encoding="utf-8")
    return Outcome.model_validate_json(text).model_copy(update=changes)


def tables(*outcomes: Outcome, columns: tuple[RecordColumn, ...] = COLUMNS) -> dict[str, Table]:
    """Return the tables of some records, by their names."""
    return {table.file_name: table for table in tables_of(outcomes, columns, PILLARS)}


def year(*outcomes: Outcome) -> Report:
    """Return what some records say of the year 2026."""
    return report(outcomes, date(2026, 1, 1), date(2026, 12, 31), pillars=PILLARS)
