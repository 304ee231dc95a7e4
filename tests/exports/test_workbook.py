"""The workbook: real dates, real numbers, texts that stay texts; opened by two other programs."""

import io
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from held import COLUMNS, golden, tables, year
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from game.exports.workbook import workbook_of
from game.records.outcome import Outcome

SHEETS = ["Séances", "Thèmes", "Cartes", "Prochains pas", "Synthèse", "Lisez-moi"]
OFFICE = shutil.which("soffice")


def made(*outcomes: Outcome) -> bytes:
    return workbook_of(tuple(tables(*outcomes).values()), year(*outcomes), COLUMNS, ("Une phrase.",))


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def cell_under(sheet: Worksheet, title: str, row: int = 2) -> object:
    heads = [cell.value for cell in sheet[1]]
    return sheet.cell(row, heads.index(title) + 1)


def test_there_is_a_sheet_for_each_table_one_that_sums_up_and_one_that_explains() -> None:
    assert opened(made(golden("sent"), golden("corrected"))).sheetnames == SHEETS


def test_days_are_dates_shown_the_french_way_and_numbers_are_numbers() -> None:
    sheet = opened(made(golden("sent")))["Séances"]
    day = cell_under(sheet, "Date")
    assert day.value == datetime(2026, 11, 23)  # noqa: DTZ001 - a cell has no zone
    assert day.number_format == "dd/mm/yyyy"
    assert cell_under(sheet, "Début").number_format == "dd/mm/yyyy hh:mm"
    assert [cell_under(sheet, title).data_type for title in ("Personnes", "Durée (h)", "Dont nouvelles")] == ["n"] * 3


def test_the_head_stays_in_sight_and_filters() -> None:
    book = opened(made(golden("sent"), golden("corrected")))
    for name in SHEETS[:4]:
        assert book[name].freeze_panes == "B2"
        assert book[name].auto_filter.ref.startswith("A1:")


def test_a_text_is_never_a_formula_nor_a_link() -> None:
    content = made(golden("sent", place="=1+1", note="@SUM(A1)", title="https://exemple.fr", session="{=A1}"))
    book = opened(content)
    assert cell_under(book["Séances"], "Lieu").value == "=1+1"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_each_column_and_each_grouping_is_explained() -> None:
    help_sheet = opened(made(golden("sent")))["Lisez-moi"]
    explained = {(row[0].value, row[1].value) for row in help_sheet.iter_rows()}
    assert {("Séances", "Incident"), ("Cartes", "Minutes"), ("Synthèse", "Par mois")} <= explained
    assert "Une phrase." in [row[0].value for row in help_sheet.iter_rows()]


def test_the_sheet_that_sums_up_has_a_chart_for_each_grouping_with_something_in_it() -> None:
    content = made(golden("sent"), golden("corrected"))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 1 + 8, "the moods, then the eight groupings"
    rows = {row[0].value: row[1].value for row in opened(content)["Synthèse"].iter_rows()}
    assert (rows["Séances clôturées"], rows["Codes d’animation distincts"]) == (2, 1)


def test_a_grouping_left_out_has_neither_block_nor_chart() -> None:
    kept = tuple(column for column in COLUMNS if not column.key.startswith("groupe-"))
    one = golden("sent")
    content = workbook_of(tuple(tables(one).values()), year(one), kept)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/charts/chart")]) == 1


def test_the_same_records_make_the_same_file() -> None:
    assert made(golden("sent")) == made(golden("sent"))


def test_without_a_session_there_is_still_a_workbook() -> None:
    assert opened(made()).sheetnames == SHEETS


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
def test_libreoffice_opens_it_and_finds_the_same_values(tmp_path: Path) -> None:
    source = tmp_path / "bilans.xlsx"
    source.write_bytes(made(golden("sent", place="=1+1", minutes=72.5)))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    asked = [OFFICE, home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"]
    subprocess.run([*map(str, asked), "--outdir", str(tmp_path), str(source)], check=True, capture_output=True)
    head, row = (tmp_path / "bilans.csv").read_text(encoding="utf-8").splitlines()[:2]
    shown = dict(zip(head.split(";"), row.split(";"), strict=False))
    assert shown["Date"] == "23/11/2026"
    assert shown["Lieu"] == "=1+1", "shown, not computed"


def test_the_axis_of_counts_begins_at_zero() -> None:
    with zipfile.ZipFile(io.BytesIO(made(golden("sent"), golden("corrected")))) as parts:
        charts = [parts.read(name) for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert charts
    assert all(b'<c:min val="0"/>' in chart.partition(b"<c:valAx>")[2] for chart in charts)
