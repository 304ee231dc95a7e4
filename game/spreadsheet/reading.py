"""Read the sheet of cards of a spreadsheet that people have filled: what stands in each cell, and what cannot be read.

A spreadsheet may come from anywhere: its size is limited before it is opened, and nothing in it is computed.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from game.content.problems import Severity
from game.french import unbroken
from game.spreadsheet.columns import Column, Shape, Steps, column_titled, columns, value_of
from game.spreadsheet.export import CARDS_SHEET, HELP_SHEET, LISTS_SHEET

_MIB = 1024 * 1024
MOST_BYTES = 20 * _MIB
MOST_UNZIPPED = 60 * _MIB
MOST_PARTS = 1_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200

_SAVE_AS = "Ouvrez-le dans Excel ou LibreOffice, puis « Enregistrer sous » : Classeur Excel (.xlsx)."
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LOCK = "~$"
_ZIP = b"PK\x03\x04"


class SpreadsheetError(Exception):
    """A file that cannot be read as a spreadsheet; the message is French."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One problem, by its cell.

    Attributes:
        row: Counted from 1; the titles are on row 1.
        column: The title of the column; empty when the whole row is meant.
        severity: How much it matters.
        message: What is wrong, in French.
        remedy: What to do about it, in French; may be empty.
        sheet: The name of the sheet.
        cell: « D3 », as the spreadsheet says it; empty when the whole row is meant, or the column is unknown.
    """

    row: int
    column: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    sheet: str = CARDS_SHEET
    cell: str = ""

    def __str__(self) -> str:
        where = (f", case {self.cell}" if self.cell else "") + (f", colonne {self.column}" if self.column else "")
        head = f"feuille {self.sheet}, ligne {self.row}{where} : {self.severity}, {self.message}"
        return unbroken(f"{head}\n    {self.remedy}" if self.remedy else head)


@dataclass(slots=True)
class Row:
    """A row that holds something: its number, and its values as YAML would give them; ``None`` for an empty cell."""

    number: int
    values: dict[Steps, object] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """What was read: the columns there are, the rows that hold something, and what is wrong with their cells."""

    title: str = CARDS_SHEET
    letters: dict[str, str] = field(default_factory=dict)
    """« D », by the title of the column."""
    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def placed(self, problem: CellProblem) -> CellProblem:
        """Return a problem with the name of the sheet, and its cell as the spreadsheet says it."""
        letter = self.letters.get(problem.column)
        return replace(problem, sheet=self.title, cell=f"{letter}{problem.row}" if letter else "")


def read_sheet(path: Path) -> Sheet:
    """Read the sheet of cards of an XLSX file.

    Raises:
        OSError: the file cannot be read.
        SpreadsheetError: it is no spreadsheet, or it is too large.
    """
    if path.name.startswith(_LOCK):
        name = path.name.removeprefix(_LOCK)
        raise SpreadsheetError(
            unbroken(f"c’est le témoin qu’Excel pose à côté d’un fichier ouvert. Donnez « {name} ».")
        )
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    _refuse_what_is_no_workbook(data)
    _count_rows(data)
    book = _open(data, read_only=False)
    return _read(_sheet_of_cards(book))


def lock_beside(path: Path) -> bool:
    """Tell whether Excel or LibreOffice has the file open: each leaves a small file beside it meanwhile."""
    return any((path.parent / name).is_file() for name in (f"{_LOCK}{path.name}", f".~lock.{path.name}#"))


def _refuse_what_is_no_workbook(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise SpreadsheetError(
            unbroken(f"ce fichier pèse plus de {MOST_BYTES // _MIB} Mo. Gardez-y les cartes seules.")
        )
    if data.startswith(_OLD_EXCEL):
        raise SpreadsheetError(unbroken(f"c’est un ancien fichier Excel (.xls), ou il a un mot de passe. {_SAVE_AS}"))
    if not data.startswith(_ZIP):
        raise SpreadsheetError(unbroken(_what_else(data)))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNZIPPED:
                limit = f"plus de {MOST_UNZIPPED // _MIB} Mo une fois ouvert, ou trop de morceaux"
                raise SpreadsheetError(unbroken(f"ce fichier est trop gros : {limit}. Gardez-y les cartes seules."))
            if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
                raise SpreadsheetError(unbroken(f"c’est un fichier LibreOffice (.ods). {_SAVE_AS}"))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise SpreadsheetError("ce fichier est abîmé ou incomplet. Enregistrez-le à nouveau.") from error
    if "xl/workbook.xml" not in names:
        raise SpreadsheetError(unbroken(f"c’est un zip ou un autre document, pas un classeur. {_SAVE_AS}"))


def _what_else(data: bytes) -> str:
    """Say what a file is that is no workbook: a CSV most of the time."""
    if not data.strip():
        return "ce fichier est vide."
    try:
        text, encoding = data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", "replace"), "codage de Windows"
    first = text.split("\n", 1)[0]
    if "\0" not in text and any(sign in first for sign in ";,\t"):
        return f"c’est un fichier CSV ({encoding}), pas un classeur. {_SAVE_AS}"
    return f"ce n’est pas un classeur Excel. {_SAVE_AS}"


def _open(data: bytes, *, read_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and lists that are of no use here
        try:
            return load_workbook(io.BytesIO(data), read_only=read_only, keep_links=False)
        except Exception as error:  # a broken part may raise anything
            raise SpreadsheetError("ce classeur est abîmé. Enregistrez-le à nouveau depuis Excel.") from error


def _count_rows(data: bytes) -> None:
    """Refuse a sheet with too many rows, before all of it is in memory."""
    book = _open(data, read_only=True)
    try:
        sheet = _sheet_of_cards(book)
        for number, _ in enumerate(_rows_of(sheet), start=1):
            if number > MOST_ROWS + 1:
                remedy = "Effacez les lignes vides du bas, ou faites plusieurs fichiers."
                said = f"la feuille « {sheet.title} » a plus de {MOST_ROWS} lignes. {remedy}"
                raise SpreadsheetError(unbroken(said))
    finally:
        book.close()


def _rows_of(sheet: Worksheet) -> Iterator[object]:
    try:
        yield from sheet.iter_rows(max_col=1)
    except SpreadsheetError:
        raise
    except Exception as error:  # a broken part may raise anything
        raise SpreadsheetError("ce classeur est abîmé. Enregistrez-le à nouveau depuis Excel.") from error


def _sheet_of_cards(book: Workbook) -> Worksheet:
    named = {sheet.title.strip().lower(): sheet for sheet in book.worksheets}
    found = named.get(CARDS_SHEET.lower())
    if found is not None:
        return found
    others = [sheet for sheet in book.worksheets if sheet.title not in (HELP_SHEET, LISTS_SHEET)]
    if len(others) == 1:
        return others[0]
    said = f"il n’y a pas de feuille « {CARDS_SHEET} ». Donnez ce nom à la feuille des cartes."
    raise SpreadsheetError(unbroken(said))


def _read(sheet: Worksheet) -> Sheet:
    found = Sheet(sheet.title)
    titled = _titles(sheet, found)
    found.columns = list(titled.values())
    found.letters = {column.title: get_column_letter(number) for number, column in titled.items()}
    found.problems.extend(_merged(sheet, titled))
    for line, cells in enumerate(sheet.iter_rows(min_row=2, max_col=MOST_COLUMNS), start=2):
        row = Row(line)
        for number, cell in enumerate(cells, start=1):
            _read_cell(cell, (number, titled.get(number)), row, found.problems)
        if any(value is not None for value in row.values.values()):
            found.rows.append(row)
    found.problems.extend(_hidden(sheet, titled, found.rows))
    if not titled:
        raise SpreadsheetError(unbroken(f"la première ligne porte les noms des colonnes : {_some_titles()}…"))
    return found


def _titles(sheet: Worksheet, found: Sheet) -> dict[int, Column]:
    """Return the columns by their number, from 1; what is no title is told."""
    titled: dict[int, Column] = {}
    for number, cell in enumerate(next(sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS)), start=1):
        title = str(cell.value or "").strip()
        column = column_titled(title) if title else None
        if column in titled.values() and column:
            found.problems.append(CellProblem(1, title, "cette colonne est là deux fois.", "Gardez-en une seule."))
        elif column:
            titled[number] = column
        elif title:
            found.problems.append(CellProblem(1, title, *_unknown(title)))
    return titled


def _unknown(title: str) -> tuple[str, str]:
    known = {column.title.lower(): column.title for column in columns()}
    near = get_close_matches(title.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"colonne inconnue : vouliez-vous dire « {known[near[0]]} » ?", ""
    return "colonne inconnue.", f"La feuille « {HELP_SHEET} » les dit toutes. Pour vos notes, prenez une autre feuille."


def _some_titles() -> str:
    return ", ".join(column.title for column in columns()[:5])


def _merged(sheet: Worksheet, titled: dict[int, Column]) -> Iterator[CellProblem]:
    for place in sheet.merged_cells.ranges:
        title = titled[place.min_col].title if place.min_col in titled else ""
        message = f"des cases sont fusionnées ({place.coord})."
        yield CellProblem(place.min_row, title, message, "Défaites la fusion : une case par carte et par colonne.")


def _hidden(sheet: Worksheet, titled: dict[int, Column], rows: list[Row]) -> Iterator[CellProblem]:
    """Yield what is brought in and that nobody sees: hidden columns that hold something, hidden rows."""
    ranges = [range(place.min or 0, (place.max or 0) + 1) for place in sheet.column_dimensions.values() if place.hidden]
    for number, column in titled.items():
        if any(number in hidden for hidden in ranges) and any(row.values.get(column.steps) is not None for row in rows):
            said = "cette colonne est masquée, et ce qu’elle contient est repris aussi."
            yield CellProblem(1, column.title, said, "Affichez-la pour la relire.", Severity.WARNING)
    for row in rows:
        if sheet.row_dimensions[row.number].hidden:
            said = "cette ligne est masquée ou filtrée, et elle est reprise aussi."
            yield CellProblem(row.number, "", said, "Affichez-la pour la relire, ou effacez-la.", Severity.WARNING)


def _read_cell(
    cell: Cell | MergedCell, place: tuple[int, Column | None], row: Row, problems: list[CellProblem]
) -> None:
    """Put in a row what stands in a cell, or say why it cannot be."""
    number, column = place
    held = cell.value
    if column is None:
        if held is not None and str(held).strip():
            message = f"« {str(held)[:40]} » est dans une colonne sans nom connu."
            problems.append(
                CellProblem(row.number, get_column_letter(number), message, "Nommez la colonne, ou videz-la.")
            )
        return
    row.values[column.steps] = None
    fault = _fault(cell, column)
    if fault:
        row.values[column.steps] = ""
        problems.append(CellProblem(row.number, column.title, *fault))
    elif held is not None and str(held).strip():
        row.values[column.steps] = value_of(_typed(held), column)


def _typed(held: object) -> str | int:
    """Return the text of a cell as its author sees it, or the whole number it holds."""
    if isinstance(held, bool):
        return "oui" if held else "non"
    if isinstance(held, float):
        return int(held) if held.is_integer() else f"{held:.10g}".replace(".", ",")
    if isinstance(held, datetime):
        return held.date().isoformat()
    return held if isinstance(held, int) else str(held)


def _fault(cell: Cell | MergedCell, column: Column) -> tuple[str, str] | None:
    """Return why a cell cannot be read, and what to do about it."""
    held = cell.value
    if cell.data_type == "f":
        return (
            "cette case contient une formule.",
            "Remplacez-la par ce qu’elle affiche : copier, puis coller les valeurs.",
        )
    if cell.data_type == "e":
        return f"cette case affiche une erreur ({held}).", "Retapez ce qu’elle doit contenir."
    if column.shape is Shape.DAY and isinstance(held, int | float):
        return f"« {held} » est une date gardée en nombre.", _as_day(float(held))
    if column.shape is not Shape.DAY and not isinstance(held, str | int | float | None):
        shown = held.date().isoformat() if isinstance(held, datetime) else str(held)
        remedy = "Mettez la case au format Texte, puis retapez ce que vous vouliez écrire."
        return f"le tableur a pris cette valeur pour une date ou une heure ({shown}).", remedy
    return None


def _as_day(serial: float) -> str:
    try:
        day = from_excel(serial)
    except (ValueError, OverflowError):
        day = None
    guess = f" : {day.date().isoformat()} ?" if isinstance(day, datetime) else " : 2026-03-14."
    return f"Écrivez l’année, le mois et le jour{guess}"
