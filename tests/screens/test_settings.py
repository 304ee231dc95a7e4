import pytest
from desk import FakeDesk, click, look, press, said

from game.screens.desk import Settings
from game.screens.inputs import Scroll
from game.screens.scene import Pop
from game.screens.scenes.settings import SettingsScene


@pytest.mark.parametrize(
    ("downs", "name", "settings"),
    [
        (0, "full_screen", Settings(full_screen=True)),
        (1, "reduced_motion", Settings(reduced_motion=True)),
        (2, "is_dark", Settings(is_dark=True)),
    ],
)
def test_a_switch_turns_at_once_by_key_and_by_click(downs: int, name: str, settings: Settings) -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    press(scene, *["down"] * downs, "enter")
    assert desk.settings == settings
    press(scene, "space")
    assert desk.settings == Settings()
    click(scene, name)
    assert desk.settings == settings


def test_a_switch_that_is_on_looks_different() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    before = scene.picture(look(), 0)
    press(scene, "enter")
    assert scene.picture(look(), 0) != before


def test_the_folder_of_the_data_is_named_and_opens() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    assert str(desk.sessions_folder) in said(scene)
    press(scene, "down", "down", "down", "down", "enter")
    click(scene, "folder")
    assert desk.shown == [desk.sessions_folder] * 2


def test_a_folder_that_does_not_open_says_why_until_something_works() -> None:
    desk = FakeDesk(refusal="Ce dossier ne s’ouvre pas ici.")
    scene = SettingsScene(desk)
    click(scene, "folder")
    assert "Ce dossier ne s’ouvre pas ici." in said(scene)
    desk.refusal = ""
    click(scene, "folder")
    assert "Ce dossier ne s’ouvre pas ici." not in said(scene)


def test_the_wheel_and_the_hints_move_through_the_rows() -> None:
    desk = FakeDesk()
    scene = SettingsScene(desk)
    scene.handle(Scroll(1), 0)
    click(scene, "down")
    click(scene, "change")
    assert desk.settings == Settings(is_dark=True)


@pytest.mark.parametrize("key", ["escape", "pageup", "left"])
def test_back_leaves(key: str) -> None:
    assert press(SettingsScene(FakeDesk()), key) == Pop()
    assert click(SettingsScene(FakeDesk()), "back") == Pop()


def test_the_version_is_told() -> None:
    assert "Version " in said(SettingsScene(FakeDesk()))
