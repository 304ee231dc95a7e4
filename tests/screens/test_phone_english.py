"""The phone's page speaks the language of the laptop, its door too, in a real browser."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import browser
import pytest
from browser import Tab
from pilot import Pilot
from remotely import serve, until

from game.language import SOURCE, use
from game.places import locale_folder
from game.remote.page import State

pytestmark = pytest.mark.skipif(browser.chromium() is None, reason="Chromium is not installed on this computer")


@pytest.fixture(autouse=True)
def french_again() -> Iterator[None]:
    yield
    use(SOURCE, locale_folder())


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with browser.phone(tmp_path / "browser") as opened:
        opened.size(390, 844)
        yield opened


def speak(pilot: Pilot, language: str) -> None:
    pilot.desk.change_settings(replace(pilot.desk.settings, language=language))
    pilot.stage.step(0)
    pilot.desk.beat()


def test_the_phone_changes_language_with_the_laptop(on_board: Pilot, tab: Tab) -> None:
    serve(on_board)
    tab.go(on_board.desk.remote.status.link)
    until(on_board, lambda: on_board.desk.remote.status.state is State.CONNECTED)
    tab.sees("Lancer le dé")
    speak(on_board, "en")
    tab.sees("Roll the die")
    tab.sees("Undo")
    assert tab.run("[document.documentElement.lang, document.title]") == ["en", "Remote control"]
    speak(on_board, "fr")
    tab.sees("Lancer le dé")
    assert tab.run("document.title") == "Télécommande"


def test_the_door_asks_for_the_code_and_refuses_in_english(on_board: Pilot, tab: Tab) -> None:
    speak(on_board, "en")
    serve(on_board)
    speak(on_board, "en")
    tab.go(f"http://{on_board.desk.remote.status.address}/")
    tab.sees("The six-digit code, on the facilitator’s screen")
    tab.run("document.getElementById('code').focus()")
    tab.type("000000" if on_board.desk.remote.status.code != "000000" else "111111")
    tab.tap("#form .big")
    until(on_board, lambda: on_board.desk.remote.status.wrong == 1)
    tab.sees("This is not the right code.")
    assert "code à six chiffres" not in tab.text()


def test_the_page_has_the_same_words_in_both_languages(on_board: Pilot, tab: Tab) -> None:
    serve(on_board)
    tab.go(f"http://{on_board.desk.remote.status.address}/")
    both = "[WORDS.fr, WORDS.en].map((words) => Object.keys(words).sort().join())"
    french, english = tab.run(both)
    assert french == english
