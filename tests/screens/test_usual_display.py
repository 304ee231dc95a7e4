"""F12: whatever was set, the display of the first day comes back."""

from pathlib import Path

import pytest
from pilot import Pilot, piloted

from game.desk.preferences import read_settings
from game.screens.desk import Settings

ODD = Settings(theme="contrast", text_size=1.6, spacing=0.12, row_metres=20, image_metres=0.5, voice_rate=100)


@pytest.mark.parametrize("way", ["home", "settings", "session", "while a word is typed"])
def test_f12_puts_the_display_back_on_every_screen_and_says_so(tmp_path: Path, way: str) -> None:
    with piloted(tmp_path) as pilot:
        pilot.desk.change_settings(ODD)
        go(pilot, way)
        pilot.press("f12", then=1)
        assert pilot.desk.settings == Settings(voice_rate=100), "the voice is no part of the display"
        assert pilot.sees("celui du premier jour")
        assert read_settings(pilot.desk.data_folder / "reglages.json")[0] == Settings(voice_rate=100)


def go(pilot: Pilot, way: str) -> None:
    """Go to one of the screens."""
    if way == "settings":
        pilot.press("g")
    elif way == "session":
        pilot.begin()
    elif way == "while a word is typed":
        pilot.press("n", "enter", "tab")
    pilot.step()


def test_it_stands_in_the_settings_as_a_place_to_click(tmp_path: Path) -> None:
    with piloted(tmp_path) as pilot:
        pilot.desk.change_settings(ODD)
        pilot.press("g")
        pilot.click("affichage d’origine")
        assert pilot.desk.settings.theme == "light"


def test_a_broken_file_of_settings_is_told_once_in_the_window(tmp_path: Path) -> None:
    (tmp_path / "reglages.json").write_text("{", encoding="utf-8")
    with piloted(tmp_path) as pilot:
        assert pilot.sees("Le fichier des réglages ne se lit pas")
        pilot.press("escape")
        assert not pilot.sees("Le fichier des réglages")
