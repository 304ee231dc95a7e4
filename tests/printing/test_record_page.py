"""The record of a session on a page: what it says, and that it is one page whatever the session was."""

import errno
import os
import re
from pathlib import Path

import pytest
from paper import fonts, needs_poppler, pictures, sizes, texts, tight
from printable import shipped
from recorded import exchanges, keep, said, taken

from game.cli.main import main
from game.content.cards import Theme
from game.places import assets_folder
from game.printing.records.session import print_session
from game.printing.words import NOTICE
from game.records.outcome import Facilitation, MoodOutcome, Outcome, PollOutcome, StepOutcome, ThemeOutcome
from game.session.sheet import Sheet
from game.session.state import Exchange

SHEET = Sheet("Atelier du lundi", None, 3, 2, 1, ("P07",), incident=False, note="Groupe attentif. #calme $10 *bien*")


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    return dict(shipped().themes)


@pytest.fixture
def played(tmp_path: Path) -> tuple[Outcome, tuple[Exchange, ...]]:
    return taken(keep(tmp_path, sheet=SHEET, aims=("Reprendre confiance",), skills=("Écouter",)))


def crowded(record: Outcome, themes: dict[str, Theme], aims: int) -> Outcome:
    """Return the record of as large a session as there can be: eight teams, three questions, every theme."""
    steps = tuple(
        StepOutcome(team=f"Les Éclaireurs de la traversée {at}", theme="emploi", theme_title="Emploi", text="x" * 80)
        for at in range(8)
    )
    poll = PollOutcome(
        question="Q" * 60, answers=("Oui", "Non", "Peut-être", "Jamais"), before=(1, 2, 3, 4), after=None
    )
    seen = tuple(
        ThemeOutcome(id=one.id, title=one.title, exchanges=10, minutes=30.0, data_inclusion=tuple(one.data_inclusion))
        for one in themes.values()
    )
    return record.model_copy(
        update={
            "next_steps": steps,
            "poll": (poll,) * 3,
            "themes": seen,
            "note": "Un mot de fin. " * 18,
            "aims": tuple(f"Objectif long numéro {at}" for at in range(aims)),
            "facilitation": Facilitation(pilots=2, staff=2, codes=tuple(f"P{at:02}" for at in range(20))),
        }
    )


def test_the_page_says_what_was_done(played: tuple[Outcome, tuple[Exchange, ...]], themes: dict[str, Theme]) -> None:
    pdf = print_session(assets_folder(), *played, themes)
    assert sizes(pdf) == [(210, 297)]
    page = tight(texts(pdf)[0])
    for words in (
        "Atelier du lundi",
        "Ripaillon, lundi 23 novembre 2026, de 14 h 05 à 15 h 05",
        "12 personnes dont 3 nouvelles",
        "3 équipes",
        "4 mots sur le mur",
        "Emploi",
        "oser",
        "un toit",
        "Équipe A : appeler la mission locale",
        "Copilotes : 1",
        "P07",
        "Reprendre confiance",
        "Incident : non.",
        "Groupe attentif. #calme $10 *bien*",
        "Clôturée",
        "version 1 du bilan",
    ):
        assert tight(words) in page, words


def test_the_notice_is_at_its_foot_and_every_typeface_inside(
    played: tuple[Outcome, tuple[Exchange, ...]], themes: dict[str, Theme]
) -> None:
    pdf = print_session(assets_folder(), *played, themes)
    assert tight(" ".join(NOTICE)) in tight(texts(pdf)[0])
    assert [name for name, inside in fonts(pdf) if not inside] == []


@pytest.mark.parametrize("aims", [4, 40])
def test_a_full_session_is_one_page_and_what_is_left_out_is_counted(
    played: tuple[Outcome, tuple[Exchange, ...]], themes: dict[str, Theme], aims: int
) -> None:
    record = crowded(played[0], themes, aims)
    words = [f"mot{at:02}constitutionnellem" for at in range(60)]
    pdf = print_session(assets_folder(), record, exchanges(words), themes)
    assert sizes(pdf) == [(210, 297)]
    page = texts(pdf)[0]
    shown = {
        "words": sum(word in page for word in words),
        "aims": sum(bool(re.search(f"numéro {at}(?!\\d)", page)) for at in range(aims)),
        "steps": sum(f"traversée {at}" in page for at in range(8)),
    }
    all_ = {"words": 60, "aims": aims, "steps": 8}
    left = {name: all_[name] - shown[name] for name in all_ if shown[name] < all_[name]}
    told = [int(number) for number in re.findall(r"et\s(\d+) autres", page)]
    assert [number for number in left.values() if number not in told] == [], (shown, told)


def test_a_session_that_has_just_begun_is_a_page_too(
    played: tuple[Outcome, tuple[Exchange, ...]], themes: dict[str, Theme]
) -> None:
    nothing = {"themes": (), "next_steps": (), "mood": MoodOutcome(at_start=None, at_end=None), "exchanges": 0}
    record = played[0].model_copy(update={**nothing, "end": None, "status": "en cours", "facilitation": Facilitation()})
    pdf = print_session(assets_folder(), record, (), themes)
    assert sizes(pdf) == [(210, 297)]
    page = tight(texts(pdf)[0])
    for words in ("En cours", "La météo n’a pas été demandée.", "Pilotes : non renseigné", "à partir de 14 h 05"):
        assert tight(words) in page


def test_a_theme_that_left_the_content_keeps_its_title(played: tuple[Outcome, tuple[Exchange, ...]]) -> None:
    pdf = print_session(assets_folder(), *played, {})
    assert "Emploi" in texts(pdf)[0]


@needs_poppler
def test_nothing_is_printed_where_printers_do_not_reach(
    played: tuple[Outcome, tuple[Exchange, ...]], themes: dict[str, Theme], tmp_path: Path
) -> None:
    page = pictures(print_session(assets_folder(), *played, themes), tmp_path, 50)[0]
    edge = round(4 * 50 / 25.4)
    assert min(side.min() for side in (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])) == 255


def test_the_command_writes_the_page_of_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path)
    file = tmp_path / "papiers" / "b.pdf"
    assert main(["--donnees", str(tmp_path), "imprimer", "bilan", "2026-11-23", "--vers", str(file)]) == 0
    assert sizes(file.read_bytes()) == [(210, 297)]
    assert f"C’est écrit : « {file} »." in said(capsys.readouterr())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, "il n’y a plus de place sur le disque"),
        (errno.EACCES, "S’il est ouvert dans un autre programme, fermez-le."),
    ],
)
def test_a_disk_that_refuses_leaves_the_page_that_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, code: int, expected: str
) -> None:
    keep(tmp_path)
    file = tmp_path / "b.pdf"
    file.write_bytes(b"avant")

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    assert main(["--donnees", str(tmp_path), "imprimer", "bilan", "2026", "--vers", str(file)]) == 1
    assert expected in said(capsys.readouterr())
    assert file.read_bytes() == b"avant"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["b.pdf"]


def test_a_damaged_journal_is_printed_as_far_as_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    journal = keep(tmp_path) / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"appeler", b"changer"))
    assert main(["--donnees", str(tmp_path), "imprimer", "bilan", "2026", "--vers", str(tmp_path / "b.pdf")]) == 0
    assert "abîmé" in said(capsys.readouterr())


def test_a_session_that_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (keep(tmp_path) / "journal.jsonl").write_bytes(b"rien de lisible\n")
    for paper in ("bilan", "mur", "emargement", "attestation"):
        assert main(["--donnees", str(tmp_path), "imprimer", paper, "2026", "--vers", str(tmp_path / "x.pdf")]) == 1
        assert "est vide ou abîmé dès sa première ligne" in said(capsys.readouterr())
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("bilan", "1999"), "Aucune séance « 1999 »."),
        (("mur",), "Il manque SÉANCE."),
        (("bilans", "2026"), "vouliez-vous dire « bilan » ?"),
        (("annee", "--du", "2026-13-01", "--au", "2026-12-31"), "« 2026-13-01 » n’est pas une date pour --du"),
        (("annee", "--du", "2026-12-31", "--au", "2026-01-01"), "La période finit avant de commencer"),
        (("annee",), "Dites la période"),
    ],
)
def test_what_cannot_be_printed_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], expected: str
) -> None:
    assert main(["--donnees", str(tmp_path), "imprimer", *arguments]) != 0
    assert expected in said(capsys.readouterr())


def test_the_help_lists_the_papers_of_sessions_beside_those_of_the_kit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imprimer", "--aide"]) == 0
    told = said(capsys.readouterr())
    for name in ("cartes, plateau", "bilan", "mur", "emargement", "attestation", "annee"):
        assert name in told
