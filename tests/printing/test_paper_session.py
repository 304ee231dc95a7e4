"""``permis saisir``: a session played on paper leaves the same journal and the same record as any other."""

import builtins
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from game.cli.main import main
from game.content.load import load
from game.desk.faces import LibraryFaces
from game.places import content_folder
from game.records.durations import learned_durations
from game.screens.story import told
from game.session.chance import seeded
from game.session.facilitator import facilitator_view
from game.session.folder import read_records
from game.session.history import History
from game.session.room import room_view

LIBRARY = load(content_folder()).library
CARDS = [card for card in LIBRARY.cards.values() if card.sensitivity == 0 and "pilotes" in card.audiences][:3]
ANSWERS = (
    "Maison d’arrêt",
    "20/11/2026",
    "decouverte",
    "14h05",
    *("5", "3", "30", "", "4"),
    *("Les Hérons", "4", "Notre équipe", "5", ""),
    "3 4 1 1 0",
    "5, 3, 1, 0, 0",
    *(CARDS[0].id, "oser", CARDS[1].title, "", CARDS[2].id.upper(), "équipe", ""),
    *("emp", "appeler la mission locale", ""),
    "oui",
)
ENVIRONMENT = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path(__file__).parents[2])}
Typing = Callable[[Sequence[str]], int]


@pytest.fixture
def type_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Answer the questions of the command one by one, and return its exit code; then the keyboard is gone."""

    def run(answers: Sequence[str]) -> int:
        left: Iterator[str] = iter(answers)

        def answer(_: str = "") -> str:
            try:
                given = next(left)
            except StopIteration:
                raise EOFError from None
            if given == "^C":
                raise KeyboardInterrupt
            return given

        monkeypatch.setattr(builtins, "input", answer)
        return main(["--donnees", str(tmp_path), "saisir"])

    return run


def record(data: Path) -> dict[str, Any]:
    folders = list((data / "seances").iterdir())
    assert len(folders) == 1
    found: dict[str, Any] = json.loads((folders[0] / "bilan.json").read_text(encoding="utf-8"))
    return found


def test_the_record_says_what_the_sheet_said(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS) == 0
    bilan = record(tmp_path)
    assert bilan["sur_papier"] is True
    assert bilan["etat"] == "clôturée"
    assert (bilan["lieu"], bilan["date"], bilan["format"]) == ("Maison d’arrêt", "2026-11-20", "decouverte-45")
    assert bilan["debut"].startswith("2026-11-20T14:05")
    assert [act["minutes"] for act in bilan["actes"]] == [5, 3, 30, 9, 4], "Enter keeps what was planned"
    assert bilan["duree_minutes"] == 51
    assert [(team["nom"], team["personnes"]) for team in bilan["equipes"]] == [("Les Hérons", 4), ("Notre équipe", 5)]
    assert bilan["meteo"] == {"arrivee": [3, 4, 1, 1, 0], "depart": [5, 3, 1, 0, 0]}
    assert [card["id"] for card in bilan["cartes"]] == [card.id for card in CARDS]
    assert bilan["mots"] == ["oser", "équipe"]
    assert bilan["prochains_pas"][0]["theme"] == "emploi"
    assert bilan["prochains_pas"][0]["texte"] == "appeler la mission locale"


def test_no_minute_of_talk_is_made_up(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS) == 0
    assert {card["minutes"] for card in record(tmp_path)["cartes"]} == {0.0}
    records = read_records(next((tmp_path / "seances").iterdir())).records
    assert learned_durations([records] * 20) is None, "the forecast would learn from times that nobody measured"


def test_the_journal_is_one_like_the_others(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS) == 0
    folder = next((tmp_path / "seances").iterdir())
    history = History()
    for each in read_records(folder).records:
        history.add(each)
        assert told(each, history.state, LibraryFaces(LIBRARY)), f"nothing to tell of {type(each.command).__name__}"
    assert history.state.is_closed
    assert history.state.opening.on_paper
    assert folder.name == history.state.opening.id == "2026-11-20_14h05_Maison-d-arrêt"


def test_the_session_can_be_seen_again_on_the_screen(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS) == 0
    history, faces = History(), LibraryFaces(LIBRARY)
    for each in read_records(next((tmp_path / "seances").iterdir())).records:
        history.add(each)
        assert room_view(history.state, faces, each.instant, "2026-11-20") is not None
        assert facilitator_view(history.state, faces, each.instant, "2026-11-20", seeded(1)) is not None


def test_the_poll_of_a_format_is_asked(type_in: Typing, tmp_path: Path) -> None:
    answers = (
        *("Une entreprise", "20/11/2026", "sensibilisation-60", "9h"),
        *[""] * 6,
        *("Les Hérons", "8", ""),
        *("", ""),
        *("1 2 3 2", "4 2 2", "1 1 6"),
        "",
        "",
        "",
        "o",
    )
    assert type_in(answers) == 0
    poll = record(tmp_path)["sondage"]
    assert [asked["avant"] for asked in poll] == [[1, 2, 3, 2], [4, 2, 2], [1, 1, 6]]
    assert [asked["apres"] for asked in poll] == [None, None, None]
    assert record(tmp_path)["meteo"] == {"arrivee": None, "depart": None}, "what was not counted is not zero"


@pytest.mark.parametrize("after", [0, 1, 3, 8, 13, 16, 18, 24, len(ANSWERS) - 1])
def test_ctrl_c_writes_no_session_and_the_answers_come_back(type_in: Typing, tmp_path: Path, after: int) -> None:
    assert type_in((*ANSWERS[:after], "^C")) == 130
    assert not (tmp_path / "seances").exists()
    assert type_in((*(["oui"] if after else []), *ANSWERS[after:])) == 0
    assert record(tmp_path)["mots"] == ["oser", "équipe"]
    assert [path.name for path in tmp_path.iterdir()] == ["seances"], "what was kept in between is erased"


def test_an_unfinished_session_can_be_left_for_another(type_in: Typing, tmp_path: Path) -> None:
    assert type_in((*ANSWERS[:10], "^C")) == 130
    assert type_in(("non", "Un autre lieu", *ANSWERS[1:])) == 0
    assert record(tmp_path)["lieu"] == "Un autre lieu"


def test_a_wrong_answer_is_not_kept(type_in: Typing, tmp_path: Path) -> None:
    assert type_in((*ANSWERS[:3], "25h00", "^C")) == 130
    assert type_in(("oui", *ANSWERS[3:])) == 0
    assert record(tmp_path)["debut"].startswith("2026-11-20T14:05")


def test_an_answer_that_means_nothing_any_more_is_asked_again_with_what_follows(
    type_in: Typing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "saisie-en-cours.json"
    kept.write_text(json.dumps(["Maison d’arrêt", "20/11/2026", "un-format-parti", "9h"]), encoding="utf-8")
    assert type_in(("oui", *ANSWERS[2:])) == 0
    assert "n’est pas connu" in capsys.readouterr().out
    assert record(tmp_path)["debut"].startswith("2026-11-20T14:05")


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", '{"a": 1}'])
def test_a_broken_file_of_answers_is_no_obstacle(type_in: Typing, tmp_path: Path, content: str) -> None:
    (tmp_path / "saisie-en-cours.json").write_text(content, encoding="utf-8")
    assert type_in(ANSWERS) == 0


def test_answers_that_stop_short_write_no_session(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS[:-1]) == 130
    assert not (tmp_path / "seances").exists()


def test_no_at_the_end_writes_nothing(type_in: Typing, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in((*ANSWERS[:-1], "non")) == 0
    assert "Rien n’est écrit." in capsys.readouterr().out
    assert list(tmp_path.rglob("*")) == []


def test_the_session_is_told_again_before_it_is_written(type_in: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    assert type_in(ANSWERS) == 0
    told_ = capsys.readouterr().out.replace("\u00a0", " ")
    for words in ("Maison d’arrêt, le 20 novembre 2026 à 14 h 05", "9 personnes", "3 échanges", "oser", "Emploi"):
        assert words in told_


@pytest.mark.parametrize(
    ("place", "wrong", "expected"),
    [
        (1, "demain", "Écrivez la date ainsi"),
        (1, "31/12/2999", "Cette date n’est pas encore venue."),
        (2, "zzz", "n’est pas connu"),
        (3, "25h00", "Écrivez l’heure ainsi"),
        (4, "longtemps", "Écrivez un nombre, de 0 à 600."),
        (10, "beaucoup", "Écrivez un nombre, de 0 à 99."),
        (14, "3 4 1", "Écrivez 5 nombres"),
        (16, "la", "Plusieurs commencent ainsi"),
        (17, "un mot beaucoup trop long pour une brique", "C’est trop long"),
        (23, "cuisine", "« cuisine » n’est pas connu."),
        (26, "peut-être", "Répondez oui ou non."),
    ],
)
def test_a_wrong_answer_is_asked_again(
    type_in: Typing,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: int,
    wrong: str,
    expected: str,
) -> None:
    assert type_in((*ANSWERS[:place], wrong, *ANSWERS[place:])) == 0
    assert expected in capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ")
    assert record(tmp_path)["mots"] == ["oser", "équipe"]


def test_two_sessions_of_the_same_hour_do_not_meet(type_in: Typing, tmp_path: Path) -> None:
    assert type_in(ANSWERS) == 0
    assert type_in(ANSWERS) == 0
    assert len(list((tmp_path / "seances").iterdir())) == 2


def test_a_full_disk_leaves_nothing_half_written(
    type_in: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = 0
    sync = os.fsync

    def fill(file: int) -> None:
        nonlocal calls
        calls += 1
        if calls > 12:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(file)

    monkeypatch.setattr(os, "fsync", fill)
    assert type_in(ANSWERS) == 1
    assert "il n’y a plus de place sur le disque" in capsys.readouterr().err
    assert list((tmp_path / "seances").iterdir()) == []


def test_a_sheet_is_typed_from_outside_in_two_times(tmp_path: Path) -> None:
    def run(*answers: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "game", "--donnees", str(tmp_path), "saisir"]
        typed = "".join(f"{answer}\n" for answer in answers)
        return subprocess.run(command, input=typed, capture_output=True, encoding="utf-8", check=False, env=ENVIRONMENT)

    first = run(*ANSWERS[:2], "un format inconnu", *ANSWERS[2:9])
    assert first.returncode == 130
    assert "n’est pas connu" in first.stdout
    assert "Traceback" not in first.stderr
    second = run("oui", *ANSWERS[9:])
    assert second.returncode == 0, second.stderr
    assert "Maison d’arrêt" in second.stdout
    assert record(tmp_path)["mots"] == ["oser", "équipe"]
