"""The sheets of the kit: what they say to whom, how many pages, the notice on each."""

from datetime import date
from pathlib import Path

import pytest
from paper import fonts, longest_run, needs_poppler, pictures, sizes, texts, tight
from printable import Deck, shipped

from game.places import assets_folder
from game.printing.kit import PRINTERS, Kit, print_kit
from game.printing.words import NOTICE

A4 = (210, 297)
WITH_NOTICE = tuple(PRINTERS)


def kit_of(deck: Deck) -> Kit:
    library = deck.library()
    return Kit(assets_folder(), library, date(2026, 11, 23), library.formats["court"], library.boards["petit"])


def shipped_kit(script: str = "entre-pilotes-90") -> Kit:
    library = shipped()
    format_ = library.formats[script]
    return Kit(assets_folder(), library, date(2026, 11, 23), format_, library.boards[format_.board])


@pytest.mark.parametrize("what", WITH_NOTICE)
def test_the_notice_is_on_the_first_page_of_everything(deck: Deck, what: str) -> None:
    deck.card("une")
    assert tight(" ".join(NOTICE)) in tight(texts(PRINTERS[what](kit_of(deck)).pdf)[0])


@pytest.mark.parametrize("what", WITH_NOTICE)
def test_every_typeface_is_inside(deck: Deck, what: str) -> None:
    deck.card("une")
    found = list(fonts(PRINTERS[what](kit_of(deck)).pdf))
    assert found
    assert [name for name, inside in found if not inside] == []


def test_the_notice_alone_is_one_page_with_two_sentences() -> None:
    pdf = PRINTERS["notice"](shipped_kit()).pdf
    assert sizes(pdf) == [A4]
    assert len(NOTICE) == 2


def test_the_facilitator_s_sheet_has_what_to_say_and_the_warnings(deck: Deck) -> None:
    deck.card("deuil", titre="Un départ", sensibilite="1", avertissement="On parle de deuil.")
    page = " ".join(texts(PRINTERS["fiche-animation"](kit_of(deck)).pdf))
    assert "Séance courte" in page
    assert "Accueil, 5\u00a0min" in page
    assert "À dire\u00a0: Bienvenue." in page
    assert "Un départ On parle de deuil." in page
    assert "12. Passerelle" in page


def test_the_security_sheet_counts_what_is_brought_in(deck: Deck) -> None:
    deck.cards(10)
    page = " ".join(texts(PRINTERS["fiche-surete"](kit_of(deck)).pdf))
    assert "Cartes de papier, coupées 10 Faire parler le groupe" in page
    assert "Pions de papier 2" in page
    assert "Ni téléphone, ni ordinateur" in page
    assert "Aucun nom" in page


@pytest.mark.parametrize("script", ["entre-pilotes-90", "decouverte-45", "sensibilisation-60"])
def test_the_tool_sheet_has_aim_audience_time_material_steps_and_risks(script: str) -> None:
    kit = shipped_kit(script)
    page = " ".join(texts(PRINTERS["fiche-outil"](kit).pdf))
    for words in ("But", "Public", "Durée", "Matériel", "Étapes", "Points de vigilance"):
        assert words in page
    assert kit.script is not None
    for aim in kit.script.aims:
        assert tight(aim) in tight(page)


def test_the_sheet_to_note_a_session_asks_for_its_poll() -> None:
    kit = shipped_kit("sensibilisation-60")
    page = tight(" ".join(texts(PRINTERS["releve"](kit).pdf)))
    assert kit.script is not None
    for asked in kit.script.poll:
        assert tight(asked.question) in page
    for words in ("Grandsoleil", "Orage", "Mot(ourien)", "Prochainpas"):
        assert words in page


def test_each_team_has_a_pawn_of_two_faces_and_each_theme_its_bricks(deck: Deck) -> None:
    pdf = PRINTERS["pions"](kit_of(deck)).pdf
    assert sizes(pdf) == [A4] * 3, "a page of pawns, two of bricks"
    pawns, *bricks = texts(pdf)
    assert pawns.count("Les Hérons") == 2
    assert pawns.count("Le Phare") == 2
    assert sum(page.count("Emploi") for page in bricks) == 24
    assert sum(page.count("Liens") for page in bricks) == 24


@needs_poppler
def test_the_line_of_ten_centimetres_of_the_pawns_measures_ten_centimetres(deck: Deck, tmp_path: Path) -> None:
    page = pictures(PRINTERS["pions"](kit_of(deck)).pdf, tmp_path, 300, 1, 1)[0]
    foot = page[round(283 * 300 / 25.4) :]
    assert max(longest_run(row) for row in foot) * 25.4 / 300 == pytest.approx(100, abs=0.3), "mm"


@needs_poppler
@pytest.mark.parametrize("what", ["fiche-animation", "fiche-surete", "fiche-outil", "releve", "pions", "notice"])
def test_nothing_is_printed_where_printers_do_not_reach(tmp_path: Path, what: str) -> None:
    for page in pictures(PRINTERS[what](shipped_kit()).pdf, tmp_path, 50):
        edge = round(4 * 50 / 25.4)
        sides = (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])
        assert min(side.min() for side in sides) == 255, "ink within 4 mm of the edge"


def test_the_kit_is_a_folder_with_all_there_is(deck: Deck, tmp_path: Path) -> None:
    deck.card("une")
    files, made = print_kit(kit_of(deck), tmp_path / "kit")
    expected = {f"{what}.pdf" for what in PRINTERS} - {"plateau.pdf"} | {"plateau-a3.pdf", "plateau-a4.pdf"}
    assert {file.name for file in files} == expected, "no list of help: the folder has none"
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert made.small == ()
