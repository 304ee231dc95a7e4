"""``permis bilan``, ``bilans``, ``fiche`` and ``transmettre``, as somebody types them."""

import errno
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from played import Play, Played

from game.cli import main as cli
from game.content.record_columns import FILE
from game.session import commands as c
from game.session.folder import JOURNAL

NAME = "2026-11-23_14h05_Ripaillon"
YEAR = ("--du", "2026-01-01", "--au", "31/12/2026")
Permis = Callable[..., tuple[int, str, str]]


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Permis:
    """Run the command, with the lines that somebody types; spaces that do not break are made plain."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: tuple[str, ...] = ()) -> tuple[int, str, str]:
        lines: Iterator[str] = iter(typed)

        def read(prompt: str = "") -> str:
            print(prompt)  # noqa: T201 - as `input` does
            try:
                return next(lines)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", read)
        code = cli.main(["--donnees", str(tmp_path), *arguments])
        out, err = (re.sub("[\u00a0\u202f]", " ", text) for text in capsys.readouterr())
        assert "Traceback" not in out + err
        return code, out, err

    return run


@pytest.fixture
def closed(play: Play) -> Played:
    """A session with an exchange, closed, and open nowhere."""
    played = play()
    played.do(c.GoToAct(2))
    played.exchange("oser")
    played.do(c.CloseSession(), seconds=1800)
    played.open.close()
    return played


def record(closed: Played) -> dict[str, object]:
    found: dict[str, object] = json.loads((closed.path / "bilan.json").read_text(encoding="utf-8"))
    return found


def test_a_sheet_is_filled_in_by_options_and_both_records_are_written_again(permis: Permis, closed: Played) -> None:
    options = ("--nouvelles", "2", "--pilotes", "1", "--copilotes", "1", "--sans-incident", "--note", "Un bon groupe.")
    code, out, _ = permis("fiche", NAME, *options, "--code", "P-12", typed=("oui",))

    assert code == 0
    assert "pilotes 1, copilotes 1, codes P-12" in out
    written = record(closed)
    assert (written["dont_nouvelles"], written["incident"], written["note"]) == (2, False, "Un bon groupe.")
    page = (closed.path / "bilan.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "dont 2 pour la première fois" in page
    assert "1 pilote animateur, 1 copilote, codes, avec leur accord : P-12" in page
    assert "- Incident : non" in page


def test_a_sheet_is_filled_in_by_questions_and_enter_keeps_what_is_noted(permis: Permis, closed: Played) -> None:
    permis("fiche", NAME, "--nouvelles", "2")
    answers = ("Atelier du lundi", "9", "", "1", "", "", "non", "")
    code, out, _ = permis("fiche", NAME, typed=answers)
    assert code == 0
    assert "[2]" in out, "what is noted is shown"
    written = record(closed)
    assert (written["titre"], written["personnes"], written["dont_nouvelles"]) == ("Atelier du lundi", 9, 2)
    assert written["incident"] is False


def test_a_code_is_noted_only_when_they_agreed(permis: Permis, closed: Played) -> None:
    code, out, err = permis("fiche", NAME, "--code", "P-12", typed=("non",))
    assert (code, err) == (1, "Rien n’est changé.\n")
    assert "d’accord pour que leur code soit noté : P-12" in out
    assert not (closed.path / "bilan.json").exists()


def test_a_name_in_a_note_is_pointed_at_and_written_only_on_purpose(permis: Permis, closed: Played) -> None:
    code, out, _ = permis("fiche", NAME, "--note", "Merci à Karim pour son aide.", typed=("non",))
    assert code == 1
    assert "ressemble à un nom de personne : Karim" in out
    assert permis("fiche", NAME, "--note", "Merci à Karim pour son aide.", typed=("oui",))[0] == 0
    assert record(closed)["note"] == "Merci à Karim pour son aide."


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--note", "x" * 281), "La note a 281 caractères, 280 au plus"),
        (("--personnes", "3", "--nouvelles", "4"), "4 premières fois pour 3 personnes"),
        (("--code", "Karim"), "Karim"),
    ],
)
def test_what_cannot_be_noted_is_refused_and_nothing_changes(
    permis: Permis, closed: Played, options: tuple[str, ...], told: str
) -> None:
    before = (closed.path / JOURNAL).read_bytes()
    code, _, err = permis("fiche", NAME, *options, typed=("oui",))
    assert code == 1
    assert told in err
    assert (closed.path / JOURNAL).read_bytes() == before


@pytest.mark.usefixtures("closed")
def test_nothing_to_read_is_said_and_changes_nothing(permis: Permis) -> None:
    code, _, err = permis("fiche", NAME)
    assert (code, err) == (1, "Il n’y a plus rien à lire. Rien n’est changé.\n")


def test_a_session_that_is_open_elsewhere_is_said_to_be(permis: Permis, play: Play) -> None:
    play()
    code, _, err = permis("fiche", NAME, "--nouvelles", "2")
    assert code == 1
    assert "ouverte" in err


def test_a_session_under_way_gets_its_sheet_too(permis: Permis, play: Play) -> None:
    played = play()
    played.open.close()
    code, out, _ = permis("fiche", NAME, "--nouvelles", "2")
    assert code == 0
    assert "en cours, bilan version 1" in out


def test_a_record_is_handed_over_then_corrected_as_a_new_version(permis: Permis, closed: Played) -> None:
    assert "transmise, bilan version 1." in permis("transmettre", NAME)[1]
    code, _, err = permis("transmettre", NAME)
    assert code == 1, "forward only: it is handed over already"
    assert NAME in err

    _, out, _ = permis("fiche", NAME, "--nouvelles", "3")
    assert "clôturée, bilan version 2." in out
    assert "La version 1 a été transmise le" in out
    assert "transmise, bilan version 2." in permis("transmettre", NAME)[1]
    page = (closed.path / "bilan.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert re.search(r"État : transmise, version 2 \(transmise : version 1 le .+, version 2 le ", page)


def test_a_session_that_is_not_closed_cannot_be_handed_over(permis: Permis, play: Play) -> None:
    play().open.close()
    code, _, err = permis("transmettre", NAME)
    assert code == 1
    assert NAME in err


@pytest.mark.usefixtures("closed")
def test_a_record_goes_to_csv_xlsx_and_json(permis: Permis, tmp_path: Path) -> None:
    code, out, _ = permis("bilan", NAME, "--csv", "un.csv", "--xlsx", "un.xlsx", "--json", "un.json")
    assert (code, out.count("C’est écrit")) == (0, 3)
    assert json.loads((tmp_path / "un.json").read_text(encoding="utf-8"))["seance"] == NAME
    assert NAME in (tmp_path / "un.csv").read_text(encoding="utf-8-sig")
    assert load_workbook(tmp_path / "un.xlsx")["Séances"]["A2"].value == NAME


@pytest.mark.usefixtures("closed")
def test_json_without_a_file_still_goes_to_the_terminal(permis: Permis) -> None:
    assert json.loads(permis("bilan", NAME, "--json")[1])["seance"] == NAME


@pytest.mark.usefixtures("closed")
def test_a_year_is_told_on_the_terminal_and_in_a_folder(permis: Permis, tmp_path: Path) -> None:
    code, out, err = permis("bilans", *YEAR, "--sortie", "sorties/2026")
    assert code == 0
    assert "Du 1er janvier 2026 au 31 décembre 2026 :" in out
    assert "1 séance, " in out
    assert "ceux des participants sont scellés" in out
    assert f"Comptées, à transmettre (1) : {NAME}." in err
    assert {path.name for path in (tmp_path / "sorties/2026").iterdir()} == {
        *("bilans.json", "bilans.xlsx", "bilans-seances.csv", "bilans-themes.csv", "bilans-cartes.csv"),
        "bilans-prochains-pas.csv",
    }


@pytest.mark.usefixtures("closed")
def test_what_could_not_be_counted_is_said(permis: Permis, play: Play, tmp_path: Path) -> None:
    play(id="2026-11-24_ouverte")
    newer = tmp_path / "seances" / "2026-11-25_vide"
    newer.mkdir()
    (newer / JOURNAL).write_bytes(b"rien\n")
    code, out, err = permis("bilans", *YEAR)
    assert code == 0
    assert "1 séance, " in out
    assert "Jamais clôturées, pas comptées (1) : 2026-11-24_ouverte." in err
    assert "2026-11-25_vide : le journal de cette séance est vide" in err


def test_a_year_without_any_session_says_so(permis: Permis) -> None:
    code, out, _ = permis("bilans", *YEAR)
    assert (code, out) == (0, "Du 1er janvier 2026 au 31 décembre 2026 : aucune séance clôturée.\n")


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (
            PermissionError(errno.EACCES, ""),
            "S’il est ouvert dans Excel, fermez-le puis recommencez. Le fichier d’avant",
        ),
        (OSError(errno.ENOSPC, ""), "il n’y a plus de place sur le disque. Le fichier d’avant est intact."),
    ],
)
@pytest.mark.usefixtures("closed")
def test_a_file_that_cannot_be_written_is_as_it_was(
    permis: Permis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, told: str
) -> None:
    (tmp_path / "un.xlsx").write_bytes(b"avant")

    def refuse(*_: object) -> Path:
        raise failure

    monkeypatch.setattr(Path, "replace", refuse)
    code, _, err = permis("bilan", NAME, "--xlsx", "un.xlsx")
    assert code == 1
    assert told in err
    assert [path.read_bytes() for path in tmp_path.glob("*.xlsx*")] == [b"avant"]
    assert list(tmp_path.glob(".un*")) == []


@pytest.mark.usefixtures("closed")
def test_the_name_of_a_workbook_ends_as_workbooks_do(permis: Permis) -> None:
    assert permis("bilan", NAME, "--xlsx", "un.xls")[2] == "« un.xls » : le nom d’un classeur finit par .xlsx.\n"


@pytest.mark.usefixtures("closed")
def test_columns_of_the_author_s_folder_are_those_that_are_written(permis: Permis, tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / FILE).write_text("- cle: seance-lieu\n  titre: Site\n  explication: Où.\n", encoding="utf-8")
    assert permis("bilans", *YEAR, "--csv", "un.csv")[0] == 0
    assert (tmp_path / "un.csv").read_text(encoding="utf-8-sig").splitlines() == ["Site", "Le Ripaillon"]

    (tmp_path / FILE).write_text("- cle: seance-leiu\n  titre: Site\n  explication: Où.\n", encoding="utf-8")
    code, _, err = permis("bilans", *YEAR, "--csv", "deux.csv")
    assert code == 1
    assert f"{FILE}:1:8" in err
    assert not (tmp_path / "deux.csv").exists()


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (("--du", "hier", "--au", "2026-12-31"), "« hier » n’est pas une date"),
        (("--du", "2026-12-31", "--au", "2026-01-01"), "finit avant de commencer"),
        ((), "--du 2026-01-01 --au 2026-12-31"),
    ],
)
def test_a_period_that_is_none_is_said(permis: Permis, period: tuple[str, ...], told: str) -> None:
    code, _, err = permis("bilans", *period)
    assert code == 1
    assert told in err


def test_the_sheet_of_a_session_is_kept_field_by_field(permis: Permis, closed: Played) -> None:
    permis("fiche", NAME, "--nouvelles", "2", "--note", "Calme.")
    permis("fiche", NAME, "--pilotes", "1")
    assert closed.outcome.facilitation.pilots == 1
    assert (closed.outcome.newcomers, closed.outcome.note) == (2, "Calme.")
