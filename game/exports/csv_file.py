"""A table as the CSV that a French spreadsheet opens without a question.

Semicolons, because the comma is the decimal sign of a French Excel; a decimal comma for the same reason: ``1.5`` would
be read as the first of May. UTF-8 with its mark, without which Excel reads accents wrong. Lines end as in RFC 4180.
Days are ISO: they sort as texts, and no country reads them in another order.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from game.exports.tables import Table, Value

_SEPARATOR = ";"
_WOULD_ACT = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would run instead of showing it (OWASP, CSV injection)."""
_SHOWN = "'"
"""Before such a cell, it says to a spreadsheet: this is a text."""


def csv_of(table: Table) -> bytes:
    """Return the bytes of the CSV of a table."""
    return csv_rows([[column.title for column in table.columns], *table.rows])


def csv_rows(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the bytes of the CSV of rows, the titles of the columns first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATOR, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"{_SHOWN}{value}" if value.startswith(_WOULD_ACT) else value
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)
