"""The attendance sheet: what stands on each page, room to sign, codes that are no names."""

from pathlib import Path

import pygame
import pytest
from paper import fonts, needs_poppler, pictures, sizes, texts, tight, words_of
from recorded import keep, said

from game.cli.main import main
from game.places import assets_folder
from game.printing.records.signing import NOTICE, Signing, print_signing

A4 = (210, 297)
SHEET = Signing("Atelier d’expression", "lundi 23 novembre 2026", "de 9 h à 17 h", "Le Ripaillon", "Camille Exemple")


def command(data: Path, *arguments: str) -> tuple[int, Path]:
    file = data / "e.pdf"
    return main(["--donnees", str(data), "imprimer", "emargement", *arguments, "--vers", str(file)]), file


def test_a_blank_sheet_has_fifteen_lines_and_a_column_a_half_day() -> None:
    pdf = print_signing(assets_folder(), Signing())
    assert sizes(pdf) == [A4]
    page = texts(pdf)[0]
    for words in (
        "Intitulé de l’action",
        "Date",
        "Horaires",
        "Lieu",
        "Nom et prénom",
        "Matin (signature)",
        "Après-midi",
    ):
        assert words in page
    for words in ("Signature de qui anime", "Logos des financeurs", "Page 1/1"):
        assert words in page
    assert tight(" ".join(NOTICE)) in tight(page)
    assert len(NOTICE) == 2


def test_every_page_has_the_same_title_the_place_the_hours_and_who_facilitates() -> None:
    codes = tuple(f"A{at:02}" for at in range(1, 41))
    sheet = Signing(SHEET.title, SHEET.day, SHEET.hours, SHEET.place, SHEET.facilitator, codes=codes)
    pages = texts(print_signing(assets_folder(), sheet))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        for words in (SHEET.title, SHEET.day, SHEET.hours, SHEET.place, SHEET.facilitator, "Code Nom et prénom"):
            assert words in page
        assert f"Page {number}/3" in page
        assert tight(" ".join(NOTICE)) in tight(page)
    assert [code for code in codes if sum(f" {code} " in f" {page} " for page in pages) != 1] == []


def test_every_typeface_is_inside() -> None:
    found = list(fonts(print_signing(assets_folder(), SHEET)))
    assert found
    assert [name for name, inside in found if not inside] == []


@needs_poppler
def test_a_line_leaves_a_centimetre_to_sign(tmp_path: Path) -> None:
    found = words_of(print_signing(assets_folder(), SHEET), tmp_path, 1)
    numbers = {word.text: word.y for word in found if word.text.isdigit() and word.x < 24}
    assert numbers["2"] - numbers["1"] > 10, "mm"


@needs_poppler
def test_nothing_is_printed_where_printers_do_not_reach(tmp_path: Path) -> None:
    page = pictures(print_signing(assets_folder(), SHEET), tmp_path, 50)[0]
    edge = round(4 * 50 / 25.4)
    assert min(side.min() for side in (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])) == 255


def test_a_sheet_without_names_asks_for_none(tmp_path: Path) -> None:
    code, file = command(tmp_path, "--sans-nom", "--lignes", "8")
    assert code == 0
    page = texts(file.read_bytes())[0]
    assert "Réservé à l’association" in page
    assert "Nom et prénom" not in page
    assert "(signature)" not in page


def test_a_session_fills_in_what_it_knows(tmp_path: Path) -> None:
    keep(tmp_path)
    code, file = command(tmp_path, "2026-11-23")
    assert code == 0
    page = texts(file.read_bytes())[0]
    for words in ("Format court", "lundi 23 novembre 2026", "de 14 h 05 à 15 h 05", "Ripaillon", "Après-midi"):
        assert words.replace(" ", "") in page.replace("\u00a0", "").replace(" ", "")
    assert "Matin" not in page, "it was in the afternoon"
    assert " 12 " in page, "a line for each of the twelve people"
    assert " 13 " not in page


def test_what_is_typed_comes_before_what_the_session_knows(tmp_path: Path) -> None:
    keep(tmp_path)
    code, file = command(tmp_path, "2026", "--titre", "Remobilisation", "--lieu", "Nantes", "--date", "24/11/2026")
    assert code == 0
    page = texts(file.read_bytes())[0]
    for words in ("Remobilisation", "Nantes", "mardi 24 novembre 2026"):
        assert words in page


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--codes", "A12,Dupont"), "« Dupont » n’est pas un code"),
        (("--codes", "A12", "--lignes", "3"), "Choisissez"),
        (("--logos", "nulle-part"), "ne s’ouvre pas"),
        (("--titre", "x" * 100), "Trop long"),
        (("--lignes", "0"), "ne convient pas"),
    ],
)
def test_what_cannot_be_on_the_sheet_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], expected: str
) -> None:
    code, file = command(tmp_path, *arguments)
    assert code != 0
    assert expected in said(capsys.readouterr())
    assert not file.exists()


def test_no_code_goes_with_a_session_for_another_public(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, mode="sensibilisation")
    assert command(tmp_path, "2026", "--codes", "A1")[0] == 1
    assert "sans code" in said(capsys.readouterr())


@needs_poppler
def test_logos_are_printed_and_what_is_no_picture_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "logos"
    folder.mkdir()
    surface = pygame.Surface((40, 40))
    surface.fill("#000000")
    pygame.image.save(surface, folder / "un.png")
    (folder / "lisez-moi.txt").write_text("rien", encoding="utf-8")
    (folder / "casse.png").write_bytes(b"casse")
    code, file = command(tmp_path, "--logos", str(folder))
    assert code == 0
    told = said(capsys.readouterr())
    assert "« casse.png », « lisez-moi.txt »" in told
    band = pictures(file.read_bytes(), tmp_path, 50)[0][: round(30 * 50 / 25.4)]
    assert (band < 40).sum() > 600, "a black square of 17 mm"
