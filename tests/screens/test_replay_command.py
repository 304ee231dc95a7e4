"""`permis rejouer`: the session that is meant, and what cannot be shown."""

from pathlib import Path

import pytest
from lived import lived

from game import app
from game.cli import main as cli
from game.screens.inputs import Press
from game.screens.replay import ReplayScene
from game.screens.scene import Quit
from game.session.records import Record


class Shown:
    """Stands for the window: remembers what it was given to show."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, int, float]] = []

    def __call__(self, data: Path, records: tuple[Record, ...], speed: float) -> None:
        self.asked.append((data, len(records), speed))


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Shown:
    window = Shown()
    monkeypatch.setattr(app, "show_again", window)
    return window


@pytest.mark.parametrize(("options", "speed"), [([], 60.0), (["--vitesse", "300"], 300.0), (["--vitesse", "0.5"], 0.5)])
def test_the_command_finds_the_session_by_the_start_of_its_name(
    tmp_path: Path, window: Shown, options: list[str], speed: float
) -> None:
    records = lived(tmp_path / "seances")
    assert cli.main(["--donnees", str(tmp_path), "rejouer", "2026-11", *options]) == 0
    assert window.asked == [(tmp_path, len(records), speed)]


def test_the_command_says_what_it_cannot_show(
    tmp_path: Path, window: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--donnees", str(tmp_path), "rejouer", "2031"]) == 1
    assert "Aucune séance «\u00a02031\u00a0»" in capsys.readouterr().err
    spoiled = tmp_path / "seances" / "abimee"
    spoiled.mkdir(parents=True)
    (spoiled / "journal.jsonl").write_bytes(b"?\n")
    assert cli.main(["--donnees", str(tmp_path), "rejouer", "abimee"]) == 1
    assert "abîmé dès sa première ligne" in capsys.readouterr().err
    assert cli.main(["--donnees", str(tmp_path), "rejouer", "abimee", "--vitesse", "0"]) == 2
    assert "La valeur donnée à «\u00a0--vitesse\u00a0» ne convient pas." in capsys.readouterr().err
    assert window.asked == []


def test_a_damaged_journal_is_shown_up_to_the_damage_and_said(
    tmp_path: Path, window: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    records = lived(tmp_path / "seances")
    journal = next(tmp_path.glob("seances/*/journal.jsonl"))
    lines = journal.read_bytes().split(b"\n")
    lines[5] = lines[5].replace(b'"DrawCard"', b'"DrawCars"') if b'"DrawCard"' in lines[5] else lines[5][:-9]
    journal.write_bytes(b"\n".join(lines))
    assert cli.main(["--donnees", str(tmp_path), "rejouer", "2026-11"]) == 0
    assert "abîmé" in capsys.readouterr().err
    assert window.asked[0][1] == 5 < len(records)


def test_the_window_shows_the_replay_and_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(app.Stage, "run", lambda stage: given.append(stage.scene))
    app.show_again(tmp_path, lived(tmp_path / "seances"), 90)
    (scene,) = given
    assert isinstance(scene, ReplayScene)
    assert scene.speed == 90
    assert scene.handle(Press("escape"), 0) == Quit()
