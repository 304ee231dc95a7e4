"""The sheet that sums up: the figures of the period, then each grouping that staff kept, with its chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from game.content.record_columns import RecordColumn
from game.exports.tables import PILLAR_TITLES
from game.french import unbroken
from game.records.outcome import WEATHER_NAMES
from game.records.rollup import Group, LabelTotal, Report, ThemeTotal

if TYPE_CHECKING:
    from game.exports.workbook import Formats

SHEET = "Synthèse"
_COLUMN_WIDTHS = (62, 12, 12, 12, 12)
_CHART_COLUMN = 6
_A4 = 9
"""The number of this paper in a workbook."""
_CHART_WIDTH, _CHART_HEIGHT = 560, 300
_BAR_HEIGHT, _ROW_HEIGHT = 24, 20
"""Pixels of a bar, and of a row of the sheet: a block begins below the chart of the one before."""
_BLUE, _ORANGE = "#0F2A66", "#F7630C"
Cells = tuple[str | int | float, ...]


@dataclass(frozen=True)
class _Block:
    heads: tuple[str, ...]
    rows: tuple[Cells, ...]
    chart: Literal["bar", "column"]
    drawn: tuple[int, ...]
    """Which columns the chart shows."""


def write_synthesis(book: Workbook, formats: "Formats", report: Report, columns: Sequence[RecordColumn]) -> None:
    """Add the sheet to a workbook."""
    sheet = book.add_worksheet(SHEET)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for at, width in enumerate(_COLUMN_WIDTHS):
        sheet.set_column(at, at, width)
    row = _write_rows(sheet, 0, ("Chiffres de la période", ""), _figures(report), formats) + 1
    mood = _Block(("Météo du groupe", "Arrivée", "Départ"), _moods(report), "column", (1, 2))
    row = _write_block(book, sheet, row, mood, formats)
    for column in columns:
        if column.table == "groupe" and column.is_kept:
            row = _write_block(book, sheet, row, _grouping(column, report), formats)
    words = tuple((word.name, word.count) for word in report.words)
    _write_rows(sheet, row, ("Mots du mur posés deux fois ou plus", "Fois"), words, formats)


def _figures(report: Report) -> tuple[Cells, ...]:
    """Return the figures that a yearly report asks for."""
    done = report.facilitation
    return (
        ("Du", f"{report.since:%d/%m/%Y}"),
        ("Au", f"{report.until:%d/%m/%Y}"),
        ("Séances clôturées", report.sessions),
        ("Heures", report.hours),
        ("Présences", report.people),
        ("Dont premières fois (là où c’est dit)", report.newcomers),
        ("Échanges", report.exchanges),
        ("Rôles d’animation tenus par des pilotes", done.pilots),
        ("Rôles d’animation tenus par des copilotes", done.staff),
        ("Séances animées par un pilote au moins", done.by_pilots),
        ("Relais d’animation", done.relays),
        ("Codes d’animation distincts", len(done.codes)),
        ("Prochains pas choisis", report.next_steps),
        ("Mots posés sur le mur", report.words_laid),
        ("Séances avec un incident", report.incidents),
        ("Bilans à transmettre", len(report.not_sent)),
        ("Séances jamais clôturées, pas comptées", len(report.not_closed)),
        ("Démonstrations, pas comptées", len(report.demonstrations)),
    )


def _moods(report: Report) -> tuple[Cells, ...]:
    if not report.mood.asked_at_start and not report.mood.asked_at_end:
        return ()
    rows = zip(WEATHER_NAMES, report.mood.at_start, report.mood.at_end, strict=True)
    return tuple((name.capitalize(), before, after) for name, before, after in rows)


def _grouping(column: RecordColumn, report: Report) -> "_Block":
    """Return the block of a grouping; its last column is the one that is drawn."""
    kind = column.key.removeprefix("groupe-")
    groups = {"mois": report.by_month, "mode": report.by_mode, "format": report.by_format, "lieu": report.by_place}
    if kind in groups:
        of_groups = (column.title, "Heures", "Présences", "Échanges", "Séances")
        return _Block(of_groups, tuple(map(_of_group, groups[kind])), "column" if kind == "mois" else "bar", (4,))
    labels: dict[str, Sequence[LabelTotal | ThemeTotal]] = {
        "theme": report.themes,
        "pilier": report.by_pillar,
        "data-inclusion": report.by_data_inclusion,
        "france-travail": report.by_france_travail,
    }
    heads = (column.title, "Séances", "Minutes", "Échanges")
    return _Block(heads, tuple(map(_of_label, labels[kind])), "bar", (3,))


def _of_group(group: Group) -> Cells:
    return (group.title, round(group.minutes / 60, 1), group.people, group.exchanges, group.sessions)


def _of_label(total: LabelTotal | ThemeTotal) -> Cells:
    name = total.title if isinstance(total, ThemeTotal) else PILLAR_TITLES.get(total.label, total.label)
    return (name, total.sessions, total.minutes, total.exchanges)


def _write_block(book: Workbook, sheet: Worksheet, row: int, block: "_Block", formats: "Formats") -> int:
    """Write a block and draw it beside; return the row where the next one begins."""
    if not block.rows:
        return row
    end = _write_rows(sheet, row, block.heads, block.rows, formats)
    last = row + len(block.rows)
    chart = book.add_chart({"type": block.chart})
    for color, at in zip((_BLUE, _ORANGE), block.drawn, strict=False):
        categories, values = [SHEET, row + 1, 0, last, 0], [SHEET, row + 1, at, last, at]
        fill = {"color": color}
        chart.add_series({"name": block.heads[at], "categories": categories, "values": values, "fill": fill})
    told = block.heads[0] if len(block.drawn) > 1 else f"{block.heads[0]} : {block.heads[block.drawn[0]].lower()}"
    chart.set_title({"name": unbroken(told), "name_font": {"size": 11}})
    chart.set_legend({"none": len(block.drawn) == 1, "position": "bottom"})
    counts = {"min": 0}  # an axis that begins elsewhere makes of a small difference a great one
    if block.chart == "bar":
        chart.set_y_axis({"reverse": True})  # the first row of the table is the first bar
        chart.set_x_axis(counts)
    else:
        chart.set_y_axis(counts)
    height = max(_CHART_HEIGHT, _BAR_HEIGHT * len(block.rows)) if block.chart == "bar" else _CHART_HEIGHT
    chart.set_size({"width": _CHART_WIDTH, "height": height})
    sheet.insert_chart(row, _CHART_COLUMN, chart)
    return max(end, row + height // _ROW_HEIGHT + 2)


def _write_rows(sheet: Worksheet, row: int, heads: tuple[str, ...], rows: Sequence[Cells], formats: "Formats") -> int:
    """Write a block from a row on; return the row after it and an empty one."""
    for at, head in enumerate(heads):
        sheet.write_string(row, at, head, formats.head)
    for number, cells in enumerate(rows, start=row + 1):
        for at, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(number, at, value)
            else:
                sheet.write_number(number, at, value, formats.decimal if isinstance(value, float) else None)
    return row + len(rows) + 2
