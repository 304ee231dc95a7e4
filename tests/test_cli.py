import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from game.cli import main as cli
from game.rules import Board, Square
from game.session import commands as c, folder
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.events import Opening, TeamEntry

ROOT = Path(cli.__file__).parents[2]
ENGLISH = ("Usage:", "Options:", "Commands:", "Error", "No such", "Missing", "Got unexpected", "Show this", "Try ")

Permis = Callable[..., tuple[int, str, str]]


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Permis:
    """Run the command on a data folder of the test: its exit code, what it prints, what it complains about."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--donnees", str(tmp_path), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def session(tmp_path: Path) -> Callable[[str], Path]:
    """Keep a session of one hour, closed."""

    def keep(name: str) -> Path:
        acts = (Act(ActKind.GAME, 45), Act(ActKind.CLOSING, 5))
        board = Board("p", tuple(Square(f"s{n}") for n in range(12)))
        opening = Opening(name, "Le [Ripaillon]", "pilotes", "f", "Essai", acts, board, "P", (), {}, 7)
        clock = ManualClock(datetime(2026, 11, 23, 14, 5, tzinfo=UTC))
        command = c.OpenSession(opening, (TeamEntry("t1", "Les Hérons", "bird", 5),))
        opened = folder.create(tmp_path / "seances", command, clock)
        clock.advance(3600)
        opened.session.dispatch(c.CloseSession())
        opened.close()
        return opened.path

    return keep


def test_sessions_are_listed_with_their_names_whole(permis: Permis, session: Callable[[str], Path]) -> None:
    names = ("2026-11-23_14h05_Le-Ripaillon-rue-du-Bout-du-Monde", "2026-11-24_09h00_Nantes")
    for name in names:
        session(name)

    code, out, err = permis("seances")

    assert (code, err) == (0, "")
    assert all(name in out for name in names)
    assert "23 novembre 2026" in out
    assert "clôturée" in out
    assert "1\u00a0h" in out
    assert out.index(names[1]) < out.index(names[0])


def test_the_list_can_be_read_by_another_program(permis: Permis, session: Callable[[str], Path]) -> None:
    session("2026-11-23_14h05_Ripaillon")

    code, out, _ = permis("seances", "--json")

    entry = json.loads(out)[0]
    assert code == 0
    assert (entry["seance"], entry["date"], entry["lieu"]) == (
        "2026-11-23_14h05_Ripaillon",
        "2026-11-23",
        "Le [Ripaillon]",
    )
    assert (entry["etat"], entry["duree_minutes"], entry["personnes"], entry["echanges"]) == ("clôturée", 60.0, 5, 0)


def test_a_session_that_cannot_be_read_is_listed_with_the_reason(permis: Permis, tmp_path: Path) -> None:
    spoiled = tmp_path / "seances" / "2026-abimee"
    spoiled.mkdir(parents=True)
    (spoiled / "journal.jsonl").write_bytes(b"?\n")

    code, out, _ = permis("seances")
    listed = json.loads(permis("seances", "--json")[1])

    assert code == 0
    assert "2026-abimee" in out
    assert "abîmé" in out
    assert "abîmé" in listed[0]["erreur"]


def test_a_folder_of_sessions_that_cannot_be_listed_is_said(permis: Permis, tmp_path: Path) -> None:
    (tmp_path / "seances").write_text("")

    assert "ce dossier de séances ne s’ouvre pas" in permis("seances")[1]
    assert permis("bilan", "2026") == (1, "", "seances\u00a0: ce dossier de séances ne s’ouvre pas.\n")


def test_no_session_yet_is_said(permis: Permis) -> None:
    code, out, _ = permis("seances")

    assert code == 0
    assert out.startswith("Aucune séance dans «")
    assert permis("seances", "--json")[1] == "[]\n"


def test_a_record_is_printed_from_the_start_of_a_name(permis: Permis, session: Callable[[str], Path]) -> None:
    session("2026-11-23_14h05_Ripaillon")

    code, out, err = permis("bilan", "2026-11")

    assert (code, err) == (0, "")
    assert out.startswith("# Bilan de séance")
    assert "Les Hérons" in out


def test_a_record_is_printed_as_json_from_the_path_of_its_folder(
    permis: Permis, session: Callable[[str], Path], tmp_path: Path
) -> None:
    moved = session("2026-11-23_14h05_Ripaillon").rename(tmp_path / "copie")

    code, out, _ = permis("bilan", str(moved), "--json")

    assert code == 0
    assert json.loads(out)["equipes"] == [{"nom": "Les Hérons", "personnes": 5}]


def test_an_unknown_session_and_an_unclear_name_are_explained(permis: Permis, session: Callable[[str], Path]) -> None:
    for name in ("2026-11-23_a", "2026-11-23_b"):
        session(name)

    code, out, unknown = permis("bilan", "2027")
    _, _, unclear = permis("bilan", "2026")

    assert (code, out) == (1, "")
    assert "Aucune séance «\u00a02027\u00a0». La commande «\u00a0permis seances\u00a0» montre la liste." in unknown
    assert "Plusieurs séances commencent par «\u00a02026\u00a0»" in unclear
    assert "2026-11-23_b" in unclear


def test_a_session_of_a_newer_program_is_explained(
    permis: Permis, session: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    session("2026-11-23_a")
    monkeypatch.setattr("game.session.records.VERSION", 0)

    code, _, err = permis("bilan", "2026")

    assert code == 1
    assert "version plus récente du programme" in err


def test_a_damaged_journal_is_told_beside_the_record(permis: Permis, session: Callable[[str], Path]) -> None:
    journal = session("2026-11-23_a") / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"CloseSession", b"CloseSessiom"))

    code, out, err = permis("bilan", "2026")

    assert code == 0
    assert "abîmé" in err
    assert "en cours" in out


def test_the_shipped_content_is_checked_without_an_error(permis: Permis) -> None:
    code, out, _ = permis("verifier")

    last = out.splitlines()[-1]
    assert code == 0
    assert "problème" in last
    assert "erreur" not in last


def test_all_problems_are_printed_and_counted_and_errors_are_an_exit_code(permis: Permis, tmp_path: Path) -> None:
    broken = tmp_path / "content"
    (broken / "cards").mkdir(parents=True)
    (broken / "themes.yaml").write_text("- {id: emploi, tittre: Emploi}\n", encoding="utf-8")
    (broken / "cards" / "x.yaml").write_text("id: x\ntexte: Attention : danger\n", encoding="utf-8")

    code, out, _ = permis("verifier", str(broken))

    lines = out.splitlines()
    assert code == 1
    assert any(line.startswith("content/cards/x.yaml:2:") for line in lines)
    assert any("vouliez-vous dire «\u00a0titre\u00a0»" in line or "« titre »" in line for line in lines)
    assert lines[-1].split("\u00a0:")[0].endswith("problèmes")
    assert "erreur" in lines[-1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["seance"], "Commande inconnue «\u00a0seance\u00a0»\u00a0: vouliez-vous dire «\u00a0seances\u00a0»\u202f?"),
        (["danser"], "Commande inconnue «\u00a0danser\u00a0»."),
        (
            ["seances", "--jso"],
            "Option inconnue «\u00a0--jso\u00a0»\u00a0: vouliez-vous dire «\u00a0--json\u00a0»\u202f?",
        ),
        (["--zzz"], "Option inconnue «\u00a0--zzz\u00a0»."),
        (["bilan"], "Il manque SÉANCE."),
        (["seances", "2026"], "En trop\u00a0: «\u00a02026\u00a0»."),
        (["seances", "--json=oui"], "L’option «\u00a0--json\u00a0» ne prend pas de valeur."),
        (["seances", "--donnees", "x"], "L’option «\u00a0--donnees\u00a0» se place avant la commande"),
    ],
)
def test_a_command_that_is_not_understood_is_explained_in_french(
    permis: Permis, arguments: list[str], sentence: str
) -> None:
    code, out, err = permis(*arguments)

    assert (code, out) == (2, "")
    assert sentence in err
    assert "Pour l’aide\u00a0: permis" in err
    assert not [word for word in ENGLISH if word in err]


def test_an_option_without_its_value_is_explained_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--donnees"]) == 2
    assert "L’option «\u00a0--donnees\u00a0» attend une valeur après elle." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["--aide", "--help", "-h"])
def test_the_help_is_french(permis: Permis, name: str) -> None:
    code, out, _ = permis(name)

    assert code == 0
    assert out.startswith("Usage\u00a0: permis [OPTIONS] [COMMANDE]")
    assert "--donnees DOSSIER" in out
    assert "Liste les séances" in out
    assert not [word for word in ENGLISH if word in out]


def test_the_help_of_a_command_tells_its_arguments(permis: Permis) -> None:
    code, out, _ = permis("bilan", "--aide")

    assert code == 0
    assert out.startswith("Usage\u00a0: permis bilan [OPTIONS] SÉANCE")
    assert "le début de ce nom" in out
    assert "Montrer cette aide." in out
    assert not [word for word in ENGLISH if word in out]


def _game(monkeypatch: pytest.MonkeyPatch, run: Callable[[Path], int]) -> None:
    app = ModuleType("game.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "game.app", app)


def test_without_a_command_the_game_opens_on_the_data_folder(
    permis: Permis, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    _game(monkeypatch, lambda data: opened.append(data) or 3)

    assert permis()[0] == 3
    assert opened == [tmp_path]


def test_an_unforeseen_error_is_one_sentence_and_its_detail_is_kept(
    permis: Permis, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down(_: Path) -> NoReturn:
        raise RuntimeError("la panne")

    _game(monkeypatch, break_down)

    code, out, err = permis()

    kept = next(tmp_path.glob("erreur_*.txt"))
    assert (code, out) == (1, "")
    assert err == f"Le programme s’est arrêté sur une erreur imprévue. Le détail est dans «\u00a0{kept}\u00a0».\n"
    assert "RuntimeError: la panne" in kept.read_text(encoding="utf-8")


def test_an_interruption_by_the_keyboard_is_not_a_breakdown(permis: Permis, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Path) -> NoReturn:
        raise KeyboardInterrupt

    _game(monkeypatch, interrupt)

    assert permis()[0] == 130


def test_the_program_starts_as_a_module_and_writes_utf_8_wherever_it_writes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "--donnees", str(tmp_path), "seances"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "cp1252", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").startswith("Aucune séance dans «\u00a0")
