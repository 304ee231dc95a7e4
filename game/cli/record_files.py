"""The files of the records: CSV, XLSX and JSON, each written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

import typer

from game.cli.errors import CommandError
from game.content.record_columns import FILE, RecordColumn, read_columns, read_pillars
from game.french import unbroken, why_refused
from game.places import author_folder, content_folder
from game.records.files import write_whole
from game.records.outcome import Outcome
from game.records.rollup import Report

_XLSX = ".xlsx"
_OPEN_ELSEWHERE = "S’il est ouvert dans Excel, fermez-le puis recommencez."


@dataclass(frozen=True)
class Told:
    """What there is to write: sessions, what they say together, and that as JSON."""

    outcomes: tuple[Outcome, ...]
    report: Report
    json: str
    troubles: tuple[str, ...] = ()


def chosen_pillars() -> dict[str, str]:
    """Return the pillar of each theme of the program; none when its themes cannot be read."""
    try:
        return read_pillars(content_folder())
    except OSError:
        return {}


def write_files(
    data: Path,
    told: Told,
    *,
    csv: Path | None = None,
    xlsx: Path | None = None,
    json_file: Path | None = None,
    folder: Path | None = None,
) -> None:
    """Write the files that were asked for; all of them are made before the first is written.

    Raises:
        CommandError: a file cannot be written, or the columns that staff chose have errors.
    """
    if not (csv or xlsx or json_file or folder):
        return
    if xlsx and xlsx.suffix.lower() != _XLSX:
        raise CommandError(unbroken(f"« {xlsx} » : le nom d’un classeur finit par {_XLSX}."))
    made = _made(data, told, csv, xlsx, folder)
    if json_file:
        made[json_file] = told.json.encode()
    if folder:
        made[folder / "bilans.json"] = told.json.encode()
    for path, content in made.items():
        _write(path, content)


def _made(data: Path, told: Told, csv: Path | None, xlsx: Path | None, folder: Path | None) -> dict[Path, bytes]:
    """Return the bytes of the tables, by the file they go to."""
    if not (csv or xlsx or folder):
        return {}
    from game.exports.csv_file import csv_of  # noqa: PLC0415 - loaded to write
    from game.exports.tables import tables_of  # noqa: PLC0415 - as above
    from game.exports.workbook import workbook_of  # noqa: PLC0415 - as above

    columns = _columns(data)
    tables = tables_of(told.outcomes, columns, chosen_pillars())
    made: dict[Path, bytes] = {}
    if csv:
        made[csv] = csv_of(tables[0])
    if folder:
        made |= {folder / f"bilans-{table.file_name}.csv": csv_of(table) for table in tables}
    book = xlsx or (folder and folder / "bilans.xlsx")
    if book:
        made[book] = workbook_of(tables, told.report, columns, told.troubles)
    return made


def _columns(data: Path) -> tuple[RecordColumn, ...]:
    """Return the columns of the author's folder, else those of the program.

    Raises:
        CommandError: they have errors, told with their places; or no table has a column left.
    """
    own = author_folder(data)
    root = own if (own / FILE).is_file() else content_folder()
    try:
        columns, problems = read_columns(root)
    except OSError as error:
        raise CommandError(unbroken(f"« {root / FILE} » ne s’ouvre pas : {why_refused(error)}.")) from error
    for problem in problems:
        typer.echo(str(problem), err=True)
    if problems:
        raise CommandError(unbroken(f"Rien n’est écrit. Corrigez « {root / FILE} », puis recommencez."))
    if not any(column.is_kept and column.table == "seance" for column in columns):
        raise CommandError(unbroken(f"« {root / FILE} » ne garde aucune colonne de séance : rien n’est écrit."))
    return columns


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        hint = f" {_OPEN_ELSEWHERE}" if isinstance(error, PermissionError) else ""
        kept = " Le fichier d’avant est intact." if path.is_file() else ""
        said = f"Impossible d’écrire « {path} » : {why_refused(error)}.{hint}{kept}"
        raise CommandError(unbroken(said)) from error
    typer.echo(unbroken(f"C’est écrit : « {path} »."))
