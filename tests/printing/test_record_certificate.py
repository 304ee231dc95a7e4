"""The certificate of who facilitated: its hours, what it does not tell, and a name that stays nowhere."""

import os
import subprocess
import sys
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from builders import START
from paper import fonts, sizes, texts, tight
from pypdf import PdfReader
from recorded import keep, said

from game.cli.main import main
from game.session.sheet import Sheet

NAME = "Camille Zéphyrin-Wackernagel"
ROOT = Path(__file__).parents[2]
TELLING = ("pilote", "justice", "détenu", "prison", "peine", "réinsertion", "reconstruire")


def command(data: Path, *arguments: str, name: str = NAME) -> tuple[int, Path]:
    file = data / "a.pdf"
    typed = ["--donnees", str(data), "imprimer", "attestation", *arguments, "--nom", name, "--vers", str(file)]
    return main(typed), file


def three(data: Path) -> None:
    """Keep three sessions of an hour: two under a code, one under another."""
    for weeks, code in enumerate(("P07", "P07", "P12")):
        keep(data, START + timedelta(weeks=weeks), sheet=Sheet(pilots=1, codes=(code,)))


def test_a_session_is_certified_with_hours_tasks_and_skills(tmp_path: Path) -> None:
    keep(tmp_path)
    code, file = command(tmp_path, "2026-11-23")
    assert code == 0
    pdf = file.read_bytes()
    assert sizes(pdf) == [(210, 297)]
    page = tight(texts(pdf)[0])
    for words in (
        NAME,
        "un atelier collectif",
        "durée totale de 1 h",
        "Tâches",
        "4 échanges",
        "Faire circuler la parole",
    ):
        assert tight(words) in page
    assert [name for name, inside in fonts(pdf) if not inside] == []


def test_the_hours_of_several_sessions_add_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    three(tmp_path)
    code, file = command(tmp_path, "--du", "2026-11-01", "--au", "2026-12-31")
    assert code == 0
    page = tight(texts(file.read_bytes())[0])
    assert tight("3 ateliers collectifs") in page
    assert tight("durée totale de 3 h") in page
    assert "3 séances comptées : toutes celles de la période" in said(capsys.readouterr())


def test_a_code_keeps_the_sessions_of_one_person(tmp_path: Path) -> None:
    three(tmp_path)
    code, file = command(tmp_path, "--du", "01/11/2026", "--au", "31/12/2026", "--code", "p07")
    assert code == 0
    page = tight(texts(file.read_bytes())[0])
    assert tight("durée totale de 2 h") in page
    assert "P07" not in page, "a code and a name never stand on the same paper"


def test_many_sessions_are_listed_on_as_many_pages_as_needed(tmp_path: Path) -> None:
    for day in range(20):
        keep(tmp_path, START + timedelta(days=day), words=())
    _, file = command(tmp_path, "--du", "2026-11-01", "--au", "2026-12-31")
    pages = texts(file.read_bytes())
    assert len(pages) == 2
    assert "12 décembre 2026" in pages[1]


def test_it_says_nothing_of_justice_and_no_place_unless_asked(tmp_path: Path) -> None:
    keep(tmp_path, format_title="Entre pilotes, 1 h 30")
    _, file = command(tmp_path, "2026")
    page = texts(file.read_bytes())[0].lower()
    assert [word for word in (*TELLING, "ripaillon") if word in page] == []
    _, file = command(tmp_path, "2026", "--avec-lieux")
    assert "Ripaillon" in texts(file.read_bytes())[0]


def test_a_session_that_no_pilote_facilitated_is_not_certified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path, sheet=Sheet(pilots=0, staff=2))
    code, file = command(tmp_path, "2026")
    assert code == 1
    assert "aucun pilote n’a animé" in said(capsys.readouterr())
    assert command(tmp_path, "--du", "2026-01-01", "--au", "2026-12-31")[0] == 1
    assert "Aucune séance animée" in said(capsys.readouterr())
    assert not file.exists()


@pytest.mark.parametrize("name", ["", "   ", "x" * 200, "Ca\x07mille"])
def test_a_name_that_cannot_be_printed_is_refused_without_repeating_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    keep(tmp_path)
    code, file = command(tmp_path, "2026", name=name)
    assert code == 1
    assert "Le nom est vide" in said(capsys.readouterr())
    assert not file.exists()


def test_without_a_name_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    assert main(["--donnees", str(tmp_path), "imprimer", "attestation", "2026"]) == 1
    assert "Aucun nom n’a été tapé" in said(capsys.readouterr())


def test_which_sessions_has_to_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path)[0] == 1
    assert "Dites quelles séances" in said(capsys.readouterr())


@pytest.mark.parametrize(
    ("paper", "typed"), [("attestation", ()), ("attestation", ("--nom", NAME)), ("emargement", ("--animateur", NAME))]
)
def test_a_name_is_on_the_paper_and_nowhere_else(tmp_path: Path, paper: str, typed: tuple[str, ...]) -> None:
    """The name is asked for, or typed after the command; then every byte under a home of its own is searched."""
    home, papers = tmp_path / "home", tmp_path / "papiers"
    for folder in (home / "tmp", papers):
        folder.mkdir(parents=True)
    keep(home / "donnees")
    usual = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    places = {**dict.fromkeys(usual, str(home / "x")), "HOME": str(home), "TMPDIR": str(home / "tmp")}
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "game",
            "--donnees",
            home / "donnees",
            "imprimer",
            paper,
            "2026",
            *typed,
            "--vers",
            papers / "p.pdf",
        ],
        input=f"{NAME}\n".encode(),
        env={**os.environ, **places, "PYTHONPATH": str(ROOT)},
        cwd=home,
        capture_output=True,
        check=True,
    )
    assert NAME.encode() not in ran.stdout + ran.stderr, "not said back"
    assert NAME in texts((papers / "p.pdf").read_bytes())[0]
    assert [path.name for path in papers.iterdir()] == ["p.pdf"]
    forms = [part.encode(code) for part in NAME.replace("-", " ").split() for code in ("utf-8", "utf-16-le", "latin-1")]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files, "the session at least"
    assert [path for path in files if any(form in path.read_bytes() for form in forms)] == []


def test_what_the_file_says_of_itself_has_no_name_and_no_path(tmp_path: Path) -> None:
    keep(tmp_path)
    _, file = command(tmp_path, "2026")
    told = " ".join(str(value) for value in (PdfReader(BytesIO(file.read_bytes())).metadata or {}).values())
    assert "Attestation" in told
    assert [word for word in (*NAME.split(), str(tmp_path), "/tmp", "home") if word in told] == []  # noqa: S108
