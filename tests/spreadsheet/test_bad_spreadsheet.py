"""A broken or careless spreadsheet is told cell by cell, and nothing is written."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from deck import Deck, column_of, put, row_of
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.content import saving
from game.spreadsheet import reading
from game.spreadsheet.reading import SpreadsheetError, read_sheet

Change = Callable[[Worksheet], None]


def typing(card: str | int, title: str, value: object) -> Change:
    return lambda sheet: put(sheet, card, title, value)


def merge(sheet: Worksheet) -> None:
    row = row_of(sheet, "premiere")
    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=4, end_column=4)


def retitle(old: str, new: str) -> Change:
    def change(sheet: Worksheet) -> None:
        next(cell for cell in sheet[1] if cell.value == old).value = new

    return change


def number_for_a_day(sheet: Worksheet) -> None:
    put(sheet, "recit", "Consentement, date", 46095)
    sheet.cell(row_of(sheet, "recit"), column_of(sheet, "Consentement, date")).number_format = "General"


def type_beside(sheet: Worksheet) -> None:
    sheet.cell(2, sheet.max_column + 3).value = "à revoir"


MISTAKES: dict[str, tuple[Change, str]] = {
    "an unknown kind": (
        typing("premiere", "Type", "question ouverte"),
        "colonne Type : erreur, valeur inconnue « question ouverte »",
    ),
    "a theme that is nowhere": (
        typing("premiere", "Thème", "emplois"),
        "colonne Thème : erreur, thème inconnu « emplois » : vouliez-vous dire « emploi » ?",
    ),
    "a path for a theme": (typing("premiere", "Thème", "../../etc"), "colonne Thème : erreur, « ../../etc »"),
    "a fact that is nowhere": (typing("premiere", "Faits", "b3"), "colonne Faits : erreur, fait inconnu « b3 »."),
    "minutes that are words": (
        typing("premiere", "Durée (minutes)", "cinq"),
        "colonne Durée (minutes) : erreur, « cinq » n’est pas un nombre entier.",
    ),
    "half a minute": (typing("premiere", "Durée (minutes)", 2.5), "« 2,5 » n’est pas un nombre entier."),
    "a sensitivity out of bounds": (typing("premiere", "Sensibilité", 7), "colonne Sensibilité : erreur, 7 : il faut"),
    "a sensitive card without its warning": (typing("premiere", "Sensibilité", 2), "doit prévenir la salle"),
    "a formula": (typing("premiere", "Titre", "=A1"), "colonne Titre : erreur, cette case contient une formule."),
    "an error of the spreadsheet": (typing("premiere", "Titre", "#N/A"), "colonne Titre : erreur, cette case affiche"),
    "a day kept as a number": (
        number_for_a_day,
        "colonne Consentement, date : erreur, « 46095 » est une date gardée en nombre.",
    ),
    "a day in words": (
        typing("recit", "Consentement, jusqu’au", "14 mars 2028"),
        "colonne Consentement, jusqu’au : erreur, « 14 mars 2028 » n’est pas une date.",
    ),
    "a name instead of a code": (typing("recit", "Consentement, auteur", "Farid"), "colonne Consentement, auteur"),
    "a consent taken away": (typing("recit", "Consentement, date", None), "il manque « date »"),
    "two right choices": (
        typing("seconde", "Choix", "juste : Oui\njuste : Non"),
        "colonne Choix : erreur, 2 choix justes",
    ),
    "merged cells": (merge, "colonne Titre : erreur, des cases sont fusionnées"),
    "an unknown column": (retitle("Relances", "Relence"), "ligne 1, colonne Relence : erreur, colonne inconnue"),
    "notes in a column without a title": (type_beside, "« à revoir » est dans une colonne sans nom connu."),
    "the same column twice": (retitle("Question", "Texte"), "colonne Texte : erreur, cette colonne est là deux fois."),
    "the same card twice": (typing("seconde", "Identifiant", "premiere"), "« premiere » est déjà à la ligne 2."),
    "an id with capitals": (typing("seconde", "Identifiant", "Ma Carte"), "colonne Identifiant : erreur, « Ma Carte »"),
    "an empty card": (typing("seconde", "Texte", None), "cette carte ne dit rien."),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_by_its_cell_and_nothing_is_written(deck: Deck, mistake: str) -> None:
    change, expected = MISTAKES[mistake]
    deck.fill(change)
    told = deck.refusals()
    assert [line for line in told if expected in line], told
    assert all(line.startswith("feuille Cartes, ligne ") for line in told)


def test_a_date_that_the_spreadsheet_made_of_a_text_is_told(deck: Deck) -> None:
    deck.fill(typing("premiere", "Titre", datetime(2026, 4, 3)))  # noqa: DTZ001 - as a spreadsheet gives it
    assert "colonne Titre : erreur, le tableur a pris cette valeur pour une date ou une heure (2026-04-03)." in str(
        deck.refusals()
    )


def test_an_unknown_column_comes_with_the_one_that_was_meant(deck: Deck) -> None:
    deck.fill(retitle("Relances", "Relence"))
    assert "vouliez-vous dire « Relances » ?" in deck.refusals()[0]


def test_a_formula_hides_no_other_mistake(deck: Deck) -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, "premiere", "Titre", "=A1")
        put(sheet, "seconde", "Durée (minutes)", "long")

    deck.fill(change)
    assert len(deck.refusals()) == 2


def test_a_mistake_is_told_by_the_cell_as_the_spreadsheet_names_it(deck: Deck) -> None:
    deck.fill(typing("seconde", "Durée (minutes)", "long"))
    (told,) = deck.refusals()
    assert re.match(r"feuille Cartes, ligne 4, case [A-Z]+4, colonne Durée", told), told


def test_every_mistake_of_every_row_is_told(deck: Deck) -> None:
    def change(sheet: Worksheet) -> None:
        for number in range(300):
            row = sheet.max_row + 1
            for title, value in (("Identifiant", f"carte-{number}"), ("Type", "inconnu"), ("Thème", "nulle-part")):
                sheet.cell(row, column_of(sheet, title)).value = value

    deck.fill(change)
    told = deck.refusals()
    assert all(any(f"ligne {row}, case B{row}" in line for line in told) for row in range(6, 306))


def test_what_is_hidden_is_told_and_brought_in(deck: Deck) -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, "premiere", "Titre", "Un autre titre")
        sheet.column_dimensions[get_column_letter(column_of(sheet, "Titre"))].hidden = True
        sheet.row_dimensions[row_of(sheet, "seconde")].hidden = True

    deck.fill(change)
    plan = deck.plan()
    told = [str(problem) for problem in plan.problems]
    assert len(told) == 2
    assert "ligne 1, case D1, colonne Titre" in told[0]
    assert "cette colonne est masquée, et ce qu’elle contient est repris aussi." in told[0]
    assert "cette ligne est masquée ou filtrée, et elle est reprise aussi." in told[1]
    assert plan.changed == ["premiere"]
    assert plan.files


def test_the_file_that_excel_leaves_beside_an_open_one_is_named(deck: Deck) -> None:
    lock = deck.workbook.with_name("~$cartes.xlsx")
    lock.write_bytes(b"\x05Farid" + bytes(100))
    with pytest.raises(SpreadsheetError, match=r"Donnez.*cartes\.xlsx"):
        read_sheet(lock)


@pytest.mark.parametrize("name", ["~$cartes.xlsx", ".~lock.cartes.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_noticed(deck: Deck, name: str) -> None:
    assert not reading.lock_beside(deck.workbook)
    deck.workbook.with_name(name).write_bytes(b"x")
    assert reading.lock_beside(deck.workbook)


def test_one_bad_row_keeps_the_good_ones_from_being_written(deck: Deck) -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, "premiere", "Titre", "Un autre titre")
        put(sheet, "seconde", "Durée (minutes)", "long")

    before = deck.files()
    deck.fill(change)
    deck.refusals()
    assert deck.files() == before


def test_empty_rows_between_cards_are_nothing(deck: Deck) -> None:
    deck.fill(lambda sheet: sheet.insert_rows(3, amount=4))
    assert deck.bring().files == {}


def test_a_card_with_an_error_in_its_file_is_left_to_its_author(deck: Deck) -> None:
    deck.export()
    deck.write("cards/emploi/premiere.yaml", "id: premiere\ntype: defi\ntheme: emploi\n")
    assert "la carte « premiere » a des erreurs dans son fichier." in deck.refusals()[0]


def test_a_file_of_that_name_is_never_written_over(deck: Deck) -> None:
    deck.write("cards/emploi/nouvelle.yaml", "id: autre\ntype: defi\ntheme: emploi\ntexte: Un.\n")

    def change(sheet: Worksheet) -> None:
        put(sheet, "troisieme", "Thème", "emploi")
        put(sheet, "troisieme", "Identifiant", "nouvelle")

    deck.fill(change)
    assert "le fichier cards/emploi/nouvelle.yaml est déjà pris." in str(deck.refusals())


def test_a_disk_that_refuses_one_file_leaves_all_of_them_as_they_were(
    deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, "premiere", "Titre", "Un autre titre")
        put(sheet, "recit", "Titre", "Un autre titre")

    deck.fill(change)
    before, replace, done = deck.files(), Path.replace, []

    def refuse_the_second(self: Path, target: Path) -> Path:
        if done:
            raise PermissionError(13, "no")
        done.append(target)
        return replace(self, target)

    plan = deck.plan()
    monkeypatch.setattr(saving.Path, "replace", refuse_the_second)
    with pytest.raises(PermissionError):
        plan.carry_out(deck.root)
    assert deck.files() == before


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def workbook(*sheets: str, rows: int = 0) -> bytes:
    book = Workbook()
    for name in sheets:
        book.create_sheet(name)
    del book["Sheet"]
    sheet = book.worksheets[0]
    sheet.append(["Identifiant", "Type"])
    if rows:
        sheet.cell(rows, 1).value = "x"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BOMB = b"0" * (reading.MOST_UNZIPPED + 1)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
FILES = {
    "nothing": (b"", "ce fichier est vide."),
    "a csv of Windows": ("titre;texte\nL’été;Début\n".encode("cp1252"), "c’est un fichier CSV (codage de Windows)"),
    "a csv": ("titre,texte\nL’été,Début\n".encode(), "c’est un fichier CSV (UTF-8)"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "ce n’est pas un classeur Excel."),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "c’est un ancien fichier Excel (.xls)"),
    "a workbook of LibreOffice": (
        zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        "c’est un fichier LibreOffice (.ods).",
    ),
    "another document": (zipped(**{"word__document.xml": b"<a/>"}), "c’est un zip ou un autre document"),
    "a workbook cut short": (workbook("Cartes")[:-200], "ce fichier est abîmé ou incomplet."),
    "a workbook without its parts": (zipped(**{"xl__workbook.xml": b"<a/>"}), "ce classeur est abîmé."),
    "a zip bomb": (zipped(**{"xl__workbook.xml": BOMB}), "ce fichier est trop gros"),
    "a bomb of entities": (
        zipped(**{"xl__workbook.xml": ENTITIES, "[Content_Types].xml": ENTITIES}),
        "ce classeur est abîmé.",
    ),
    "a hundred thousand rows": (workbook("Cartes", rows=100_000), "a plus de 5000 lignes."),
    "several sheets and no cards": (workbook("Un", "Deux"), "il n’y a pas de feuille « Cartes »."),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_of_cards_is_refused_in_a_sentence(deck: Deck, name: str) -> None:
    data, expected = FILES[name]
    deck.workbook.write_bytes(data)
    with pytest.raises(SpreadsheetError) as refused:
        read_sheet(deck.workbook)
    assert expected in str(refused.value).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_first_line_without_titles_is_told(deck: Deck) -> None:
    deck.fill(lambda sheet: sheet.delete_rows(1))
    with pytest.raises(SpreadsheetError, match="la première ligne porte les noms des colonnes"):
        deck.plan()
