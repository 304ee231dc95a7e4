"""The CSV is one that a French office opens without a question, and runs nothing of."""

import csv
import io

import pytest
from held import golden, tables

from game.exports.csv_file import csv_of


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_is_utf_8_with_its_mark_and_lines_end_as_in_windows() -> None:
    content = csv_of(tables(golden("sent"))["seances"])
    assert content.startswith(b"\xef\xbb\xbfS\xc3\xa9ance;")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_days_are_iso_and_decimals_have_a_comma() -> None:
    [row] = rows(csv_of(tables(golden("sent", minutes=72.5))["seances"]))
    assert row["Date"] == "2026-11-23"
    assert row["Début"] == "2026-11-23 14:05"
    assert (row["Durée (min)"], row["Durée (h)"]) == ("72,5", "1,21")


def test_what_nobody_said_is_an_empty_cell_and_not_zero() -> None:
    [row] = rows(csv_of(tables(golden("plain"))["seances"]))
    assert (row["Dont nouvelles"], row["Incident"]) == ("", "")
    [told] = rows(csv_of(tables(golden("corrected"))["seances"]))
    assert (told["Dont nouvelles"], told["Incident"], told["Version du bilan"]) == ("3", "oui", "2")


@pytest.mark.parametrize("text", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_run_is_shown_instead(text: str) -> None:
    [row] = rows(csv_of(tables(golden("sent", place=text, note=text))["seances"]))
    assert row["Lieu"] == row["Note"] == f"'{text}"


def test_signs_of_the_format_stay_inside_their_cell() -> None:
    text = 'une note ; avec "guillemets"\net deux lignes'
    [row] = rows(csv_of(tables(golden("sent", note=text))["seances"]))
    assert row["Note"] == text


def test_a_negative_number_stays_a_number() -> None:
    [row] = rows(csv_of(tables(golden("sent", minutes=-1.0))["seances"]))
    assert row["Durée (min)"] == "-1"
