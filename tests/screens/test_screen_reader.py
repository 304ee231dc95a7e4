"""A screen reader follows the facilitator's window: read from outside, over the bus that Orca uses."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import accesskit
import pytest
from pilot import Pilot, plain
from reader_outside import LAUNCHER

from game import app
from game.screens.screen_reader import ReaderError, ScreenReader

NEEDS = [name for name in ("dbus-run-session", "gdbus") if shutil.which(name) is None]
NEEDS += [] if LAUNCHER.exists() else [str(LAUNCHER)]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what was heard from outside."""
    if NEEDS:
        pytest.skip(f"apt install at-spi2-core dbus libglib2.0-bin: {', '.join(NEEDS)} is missing")
    script = Path(__file__).with_name("reader_outside.py")
    folder = tmp_path_factory.mktemp("heard")
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, script, folder / "data"],  # noqa: S607
        capture_output=True,
        text=True,
        env=environment,
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


@pytest.fixture
def reader(pilot: Pilot) -> Iterator[ScreenReader]:
    """Follow the game, where no reader has come yet."""
    followed = ScreenReader("Permis", 0, lambda: True, lambda: None)
    pilot.stage.assistants.append(followed)
    followed._begin()  # noqa: SLF001 - a reader comes
    pilot.step()
    yield followed
    followed.close()


def nodes(reader: ScreenReader) -> dict[str, accesskit.Node]:
    """Return what a reader is told, by name."""
    return {plain(node.label or node.value or ""): node for _, node in reader._tree().nodes}  # noqa: SLF001


def test_the_buttons_of_the_window_are_heard_from_outside(heard: dict[str, Any]) -> None:
    assert heard["came"]
    assert heard["title"] == "Permis"
    home = [tuple(part) for part in heard["home"]]
    buttons = [name for role, name in home if role == "button"]
    assert buttons == ["Nouvelle séance", "Cartes", "Bilans", "Réglages", "toutes les touches", "quitter"]
    assert ("heading", "Permis de se reconstruire") in home


def test_the_reader_moves_the_ring_of_the_window(heard: dict[str, Any]) -> None:
    assert heard["focus"] == "Cartes"


def test_the_reader_presses_a_button_and_hears_what_comes(heard: dict[str, Any]) -> None:
    assert heard["scene"] == "SetupScene"
    assert "Continuer" in [name for _, name in heard["then"]]
    role, live = heard["then"][0]
    assert role == "status"
    assert live


def test_what_happens_is_a_line_that_the_reader_says_by_itself(pilot: Pilot, reader: ScreenReader) -> None:
    pilot.begin()
    pilot.to_board()
    pilot.step()
    node = nodes(reader)["Les Hérons : c’est votre tour."]
    assert node.live == accesskit.Live.POLITE


def test_a_button_tells_its_key_beside_its_name(pilot: Pilot, reader: ScreenReader) -> None:
    pilot.begin()
    pilot.to_board()
    pilot.step()
    assert nodes(reader)["lancer le dé"].description == "Espace"


def test_the_focus_of_the_reader_is_the_ring(pilot: Pilot, reader: ScreenReader) -> None:
    pilot.press("tab")
    pilot.step()
    told = dict(reader._tree().nodes)  # noqa: SLF001
    assert told[reader._tree().focus].label == "Cartes"  # noqa: SLF001


def test_a_place_keeps_its_number_when_the_page_changes(pilot: Pilot, reader: ScreenReader) -> None:
    def number() -> int:
        pilot.step()
        return next(number for number, node in reader._tree().nodes if node.label == "menu")  # noqa: SLF001

    pilot.begin()
    pilot.to_board()
    before = number()
    pilot.press("m", "escape")
    assert number() == before, "the reader would lose its place"


def test_an_order_for_what_is_no_longer_there_does_nothing(pilot: Pilot, reader: ScreenReader) -> None:
    reader._asked.put((accesskit.Action.CLICK, 9999))  # noqa: SLF001 - as the reader's thread does
    scene = pilot.scene
    pilot.step()
    assert pilot.scene is scene


def test_without_a_bus_the_game_goes_on(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with app.told_to_reader(pilot.window, pilot.stage):
        pilot.press("tab")
        assert pilot.stage.main.focus.spot is not None


def test_a_reader_that_cannot_follow_is_said_and_the_game_goes_on(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ReaderError("no")

    monkeypatch.setattr("game.screens.screen_reader._adapter", refuse)
    with app.told_to_reader(pilot.window, pilot.stage):
        pilot.step()
        assert pilot.sees("Le lecteur d’écran ne peut pas suivre cette fenêtre")
        pilot.press("c")
        assert not pilot.sees("Nouvelle séance")


def test_without_the_extra_nothing_is_looked_for(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.app.find_spec", lambda _: None)
    before = list(pilot.stage.assistants)
    with app.told_to_reader(pilot.window, pilot.stage):
        assert pilot.stage.assistants == before
