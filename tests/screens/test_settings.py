from dataclasses import replace

import pytest
from desk import FakeDesk, click, look, press, said

from game.drawing.drawlist import Text
from game.drawing.theme import PALETTES
from game.screens.desk import Settings
from game.screens.inputs import Scroll
from game.screens.scene import Pop, Push
from game.screens.scenes.check import CheckScene
from game.screens.scenes.settings import SettingsScene
from game.screens.scenes.settings_rows import choices

ROWS = [choice.name for choice in choices(FakeDesk().voices())]
CHANGED = {
    "theme": "dark",
    "text_size": 1.15,
    "spacing": 0.03,
    "row_metres": 2.0,
    "image_metres": 1.6,
    "reduced_motion": True,
    "full_screen": True,
    "one_window": True,
    "voice": "fr+f2",
    "voice_rate": 180,
    "speak_focus": True,
}


def at(row: str) -> tuple[FakeDesk, SettingsScene]:
    """Return the settings with the keyboard on a row."""
    desk = FakeDesk()
    scene = SettingsScene(desk)
    press(scene, *["down"] * ROWS.index(row))
    return desk, scene


@pytest.mark.parametrize("row", CHANGED)
def test_a_setting_changes_at_once_by_arrow_by_plus_and_by_click_and_goes_back(row: str) -> None:
    changed = replace(Settings(), **{row: CHANGED[row]})
    for more, less in (("right", "left"), ("plus", "minus")):
        desk, scene = at(row)
        press(scene, more)
        assert desk.settings == changed
        press(scene, less)
        assert desk.settings == Settings()
    desk, scene = at(row)
    click(scene, f"{row}:+")
    assert desk.settings == changed
    click(scene, f"{row}:-")
    assert desk.settings == Settings()


def test_sounds_are_switched_off_and_on() -> None:
    desk, scene = at("sounds")
    press(scene, "left")
    assert not desk.settings.sounds
    press(scene, "enter")
    assert desk.settings.sounds


def test_arrows_stop_at_the_ends_and_enter_comes_round() -> None:
    desk, scene = at("theme")
    press(scene, *["right"] * 9)
    assert desk.settings.theme == "contrast"
    press(scene, "enter")
    assert desk.settings.theme == "light"


def test_a_clicker_alone_goes_through_the_list_changes_and_leaves() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    press(scene, "pagedown", "pageup", "pagedown")
    assert desk.settings == Settings(theme="dark", text_size=1.15)
    steps = [press(scene, "pageup") for _ in range(len(ROWS) + 2)]
    assert Pop() in steps, "the back button leaves after the last row"


@pytest.mark.parametrize("row", ROWS)
def test_each_setting_says_its_value_and_helps_in_a_sentence(row: str) -> None:
    desk, scene = at(row)
    choice = choices(desk.voices())[ROWS.index(row)]
    shown = said(scene)
    assert choice.label in shown
    assert choice.says(desk.settings).replace("\u00a0", " ") in shown
    assert choice.help.endswith((".", "?"))


def sample(scene: SettingsScene, settings: Settings) -> Text:
    """Return the first line of the piece of a page that shows beside the list."""
    picture = scene.picture(replace(look(), palette=PALETTES[settings.theme]), 0)
    return next(item for item in picture.base if isinstance(item, Text) and item.text.startswith("Et vous"))


def test_the_sample_is_written_as_the_room_will_see_it() -> None:
    desk, scene = at("text_size")
    before = sample(scene, desk.settings)
    press(scene, "right", "right")
    assert sample(scene, desk.settings).style.size == pytest.approx(before.style.size * 1.3)
    press(scene, "down", "right")
    assert sample(scene, desk.settings).style.spacing == 0.03
    press(scene, "up", "up", "right")
    assert sample(scene, desk.settings).colour == PALETTES["dark"].ink


def test_the_distance_says_how_high_a_letter_will_be_and_what_is_missing_when_it_is_too_far() -> None:
    desk, scene = at("row_metres")
    assert "pas mesuré" in said(scene)
    desk.settings = replace(desk.settings, row_metres=8)
    assert "4,0 cm" in said(scene), "8 m divided by 200"
    desk.settings = replace(desk.settings, row_metres=20)
    assert "trop petite" in said(scene)
    assert "aussi grand que possible" in said(scene)
    desk.settings = replace(desk.settings, image_metres=3)
    assert "trop petite" not in said(scene)


def test_a_setting_from_a_file_that_is_between_two_values_shows_the_closest() -> None:
    desk, scene = at("text_size")
    desk.settings = Settings(text_size=1.28)
    assert "130 %" in said(scene)
    press(scene, "right")
    assert desk.settings.text_size == 1.45


def test_the_check_of_screens_and_sounds_opens_from_here() -> None:
    scene = SettingsScene(FakeDesk())
    step = click_last(scene, "check")
    assert isinstance(step, Push)
    assert isinstance(step.scene, CheckScene)


def click_last(scene: SettingsScene, action: str) -> object:
    """Go to the end of the list, and click."""
    press(scene, *["down"] * (len(ROWS) + 2))
    return click(scene, action)


def test_the_folder_of_the_data_is_named_and_opens() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    click_last(scene, "folder")
    assert str(desk.sessions_folder) in said(scene)
    press(scene, "enter")
    assert desk.shown == [desk.sessions_folder] * 2


def test_a_folder_that_does_not_open_says_why_until_something_works() -> None:
    desk = FakeDesk(refusal="Ce dossier ne s’ouvre pas ici.")
    scene = SettingsScene(desk)
    click_last(scene, "folder")
    assert "Ce dossier ne s’ouvre pas ici." in said(scene)
    desk.refusal = ""
    click(scene, "folder")
    assert "Ce dossier ne s’ouvre pas ici." not in said(scene)


def test_enter_on_a_voice_lets_it_be_heard_and_says_when_there_is_none() -> None:
    desk, scene = at("voice")
    desk.try_voice = lambda: "Pas de voix sur cet ordinateur."  # type: ignore[method-assign]
    press(scene, "enter")
    assert "Pas de voix sur cet ordinateur." in said(scene)
    assert desk.settings == Settings()


def test_the_wheel_and_the_hints_move_through_the_rows() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    scene.handle(Scroll(1), 0)
    click(scene, "down")
    click(scene, "change")
    assert desk.settings == Settings(spacing=0.03)


def test_escape_and_the_hint_leave() -> None:
    assert press(SettingsScene(FakeDesk()), "escape") == Pop()
    assert click(SettingsScene(FakeDesk()), "back") == Pop()


def test_the_version_is_told() -> None:
    assert "Version " in said(SettingsScene(FakeDesk()))
