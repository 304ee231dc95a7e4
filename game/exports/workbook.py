"""The workbook: a sheet for each table, one that sums up with charts, one that explains each column.

Days are real dates shown the French way, numbers are numbers, and a text is always a text: never a formula, nor a link.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from game.content.record_columns import RecordColumn
from game.exports.synthesis import write_synthesis
from game.exports.tables import Table, Value
from game.french import long_date, unbroken
from game.records.rollup import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format

MOST_IN_A_CELL = 32_767
"""Characters, of any spreadsheet."""
HELP_SHEET = "Lisez-moi"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd/mm/yyyy",
}
_NARROW, _WIDE = 9, 48
_DAY_WIDTH, _INSTANT_WIDTH = 11, 16
_ROWS_MEASURED = 200
_HELP_WIDTHS = (18, 32, 90)


class Formats:
    """How cells look: one of each, for the whole workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """Make them for a workbook."""
        head = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F2A66", "text_wrap": True, "valign": "top"}
        self.head: Format = book.add_format(head)
        self.day: Format = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        self.instant: Format = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        self.decimal: Format = book.add_format({"num_format": "0.0#"})
        self.title: Format = book.add_format({"bold": True, "font_size": 14, "font_color": "#0F2A66"})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})


def workbook_of(
    tables: Sequence[Table],
    report: Report,
    columns: Sequence[RecordColumn],
    troubles: Sequence[str] = (),
) -> bytes:
    """Return the bytes of an XLSX file.

    Args:
        tables: One sheet each.
        report: What the sheet that sums up says.
        columns: Those of `content/bilans.yaml`: its groupings, and what is explained.
        troubles: Sentences about what is not in the tables, for the sheet that explains.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        # Without this, the file says when it was made to the second, and two exports of the same year differ.
        book.set_properties({"title": _title(report), "created": datetime(report.until.year, 1, 1)})  # noqa: DTZ001
        formats = Formats(book)
        for table in tables:
            _write_table(book.add_worksheet(table.title), table, formats)
        write_synthesis(book, formats, report, columns)
        _explain(book.add_worksheet(HELP_SHEET), tables, report, columns, formats, troubles)
    return content.getvalue()


def _title(report: Report) -> str:
    return f"Bilans du {long_date(report.since)} au {long_date(report.until)}"


def _write_table(sheet: Worksheet, table: Table, formats: Formats) -> None:
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.title, formats.head)
        sheet.set_column(at, at, _width(column.title, [row[at] for row in table.rows[:_ROWS_MEASURED]]))
    for number, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            write_value(sheet, number, at, value, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def write_value(sheet: Worksheet, row: int, column: int, value: Value, formats: Formats) -> None:
    """Write a cell by the type of its value; an empty one is left empty, so that sums and filters see nothing there."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, column, value[:MOST_IN_A_CELL])
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, formats.instant)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats.day)
    else:
        sheet.write_number(row, column, value, formats.decimal if isinstance(value, float) else None)


def _width(title: str, values: Sequence[Value]) -> int:
    """Return the width of a column, in characters: of its words and values, within reason."""
    longest = max(map(len, title.split()), default=0) + 3
    for value in values:
        if isinstance(value, datetime):
            longest = max(longest, _INSTANT_WIDTH)
        elif isinstance(value, date):
            longest = max(longest, _DAY_WIDTH)
        elif isinstance(value, str):
            longest = max(longest, len(value) + 1)
    return min(max(longest, _NARROW), _WIDE)


def _explain(
    sheet: Worksheet,
    tables: Sequence[Table],
    report: Report,
    columns: Sequence[RecordColumn],
    formats: Formats,
    troubles: Sequence[str],
) -> None:
    """Write what each column is, and what is not in the tables."""
    for at, width in enumerate(_HELP_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, _title(report), formats.title)
    lines = [*_INTRODUCTION, *troubles]
    for number, line in enumerate(lines, start=1):
        sheet.write_string(number, 0, unbroken(line))
    head = len(lines) + 2
    for at, title in enumerate(("Feuille", "Colonne", "Ce qu’on y lit")):
        sheet.write_string(head, at, title, formats.head)
    told: list[Any] = [(table.title, each) for table in tables for each in table.columns]
    told += [("Synthèse", each) for each in columns if each.table == "groupe" and each.is_kept]
    for number, (title, column) in enumerate(told, start=head + 1):
        sheet.write_string(number, 0, title)
        sheet.write_string(number, 1, column.title)
        sheet.write_string(number, 2, column.explanation, formats.wrapped)


_INTRODUCTION = (
    "Une ligne par séance clôturée. Une case vide : personne ne l’a dit, ou cela n’a pas été demandé.",
    "Aucun nom de personne : les équipes ont un nom, les personnes sont comptées.",
    "Les codes des participants sont sous enveloppe scellée : ils ne sont pas dans ce classeur.",
    "Pour changer un titre, l’ordre des colonnes ou en retirer : content/bilans.yaml (voir docs/bilans.md).",
)
