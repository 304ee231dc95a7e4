"""``permis imprimer``: what a person types, what is written, and what is said when it cannot be."""

import errno
import os
from pathlib import Path

import pytest
from paper import sizes, texts
from printable import Deck

from game.cli.main import main

WITHDRAWN = "{auteur: T-1, date: 2026-01-01, publics: [pilotes], jusqu-au: 2099-01-01, retire: oui}"
GIVEN = "{auteur: T-2, date: 2020-01-01, publics: [pilotes], jusqu-au: 2099-01-01}"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was told, good or bad, with plain spaces."""
    told = "".join(capsys.readouterr()).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Traceback" not in told
    return told


def command(deck: Deck, *arguments: str | Path) -> int:
    return main(["imprimer", *map(str, arguments), "--contenu", str(deck.root)])


def test_cards_are_written_where_one_says(deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck.cards(3)
    file = tmp_path / "papier" / "mes cartes.pdf"
    assert command(deck, "cartes", "--vers", file) == 0
    assert sizes(file.read_bytes()) == [(210, 297)] * 2
    assert f"C’est écrit : « {file} »." in said(capsys)


def test_large_cards_are_two_a_sheet(deck: Deck, tmp_path: Path) -> None:
    deck.cards(3)
    assert command(deck, "cartes", "--format", "a5", "--vers", tmp_path / "c.pdf") == 0
    assert len(sizes((tmp_path / "c.pdf").read_bytes())) == 4


def test_the_board_is_tiled_on_a4_and_the_floor_laid_on_a3(deck: Deck, tmp_path: Path) -> None:
    assert command(deck, "plateau", "--a4", "--vers", tmp_path / "p.pdf") == 0
    assert sizes((tmp_path / "p.pdf").read_bytes()) == [(297, 210)] * 4
    assert command(deck, "cases", "--format", "A3", "--vers", tmp_path / "c.pdf") == 0
    assert set(sizes((tmp_path / "c.pdf").read_bytes())) == {(297, 420)}


def test_only_the_cards_that_are_asked_for_are_printed(deck: Deck, tmp_path: Path) -> None:
    deck.card("une", titre="Première")
    deck.card("deux", titre="Deuxième", theme="liens")
    assert command(deck, "cartes", "--theme", "liens", "--vers", tmp_path / "c.pdf") == 0
    page = texts((tmp_path / "c.pdf").read_bytes())[0]
    assert "Deuxième" in page
    assert "Première" not in page


def test_a_refused_testimony_is_told_and_the_others_are_printed(
    deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.testimony("retire", WITHDRAWN)
    deck.testimony("donne", GIVEN)
    assert command(deck, "cartes", "--public", "pilotes", "--vers", tmp_path / "c.pdf") == 0
    assert "Récit retire (retire) : son auteur l’a retiré." in said(capsys)
    page = texts((tmp_path / "c.pdf").read_bytes())[0]
    assert "Récit donne" in page
    assert "Récit retire" not in page


@pytest.mark.parametrize("choice", [("--carte", "retire"), ("--public", "entreprises")])
def test_nothing_is_written_when_all_that_is_asked_for_is_refused(
    deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str], choice: tuple[str, str]
) -> None:
    deck.testimony("retire", WITHDRAWN)
    assert command(deck, "cartes", *choice, "--vers", tmp_path / "c.pdf") == 1
    assert "rien n’est imprimé" in said(capsys).lower()
    assert not (tmp_path / "c.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("carte",), "« carte » n’existe pas à imprimer. Vouliez-vous dire « cartes » ? Il y a : cartes, plateau"),
        (("cartes", "--theme", "emplois"), "comme thème. Vouliez-vous dire « emploi » ?"),
        (("cartes", "--public", "pilote"), "comme public. Vouliez-vous dire « pilotes » ?"),
        (("cartes", "--carte", "un"), "Aucune carte « un » : vouliez-vous dire « une » ?"),
        (("cartes", "--format", "a3"), "comme papier pour « cartes ». Il y a : a4, a5."),
        (("notice", "--format", "a4"), "« a4 » n’existe pas comme papier pour « notice »."),
        (("cartes", "--retournement", "haut"), "Il y a : long, court."),
        (("releve", "--seance", "cour"), "comme format de séance. Vouliez-vous dire « court » ?"),
        (("plateau", "--plateau", "grand"), "« grand » n’existe pas comme plateau. Il y a : petit."),
    ],
)
def test_a_name_that_is_not_known_is_told_with_the_nearest_one(
    deck: Deck, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], expected: str
) -> None:
    deck.card("une")
    assert command(deck, *arguments) == 1
    assert expected in said(capsys)


def test_a_card_too_long_is_told_by_its_title_and_nothing_is_written(
    deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.card("longue", "Des responsabilités administratives inconditionnelles. " * 29, titre="Trop longue")
    assert command(deck, "cartes", "--vers", tmp_path / "c.pdf") == 1
    assert "« Trop longue »" in said(capsys)
    assert not (tmp_path / "c.pdf").exists()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, "il n’y a plus de place sur le disque"),
        (errno.EACCES, "S’il est ouvert dans un autre programme, fermez-le."),
    ],
)
def test_a_disk_that_refuses_leaves_the_file_as_it_was(
    deck: Deck,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    expected: str,
) -> None:
    deck.cards(1)
    file = tmp_path / "c.pdf"
    file.write_bytes(b"avant")

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    assert command(deck, "cartes", "--vers", file) == 1
    assert expected in said(capsys)
    assert file.read_bytes() == b"avant"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["c.pdf"], "no half of a file beside it"


def test_a_file_where_a_folder_is_needed_is_told(
    deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.cards(1)
    (tmp_path / "kit").write_text("un fichier", encoding="utf-8")
    assert command(deck, "kit", "--vers", tmp_path / "kit") == 1
    assert "un fichier est là où il faut un dossier" in said(capsys)


def test_a_folder_without_content_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imprimer", "cartes", "--contenu", str(tmp_path / "rien")]) == 1
    assert "Rien à imprimer" in said(capsys)


def test_cards_alone_need_no_format_and_no_board(deck: Deck, tmp_path: Path) -> None:
    deck.cards(1)
    (deck.root / "formats" / "court.yaml").unlink()
    (deck.root / "boards" / "petit.yaml").unlink()
    assert command(deck, "cartes", "--vers", tmp_path / "c.pdf") == 0
    assert command(deck, "fiche-outil", "--vers", tmp_path / "f.pdf") == 1


def test_the_kit_of_the_shipped_content_is_made_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imprimer", "kit", "--vers", str(tmp_path / "kit")]) == 0
    assert len(list((tmp_path / "kit").glob("*.pdf"))) == 11
    assert "aide.pdf" in said(capsys)
