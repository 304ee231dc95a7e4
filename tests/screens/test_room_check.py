"""The first-run check: numbers on the displays, sound, voice, clicker, all with the buttons of a clicker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from screens import LAPTOP, TwoScreens, two_screens

from game.screens.scenes.check import CheckScene
from game.screens.scenes.home import HomeScene

NEXT, BACK, BLACK = "pagedown", "pageup", "period"


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TwoScreens]:
    with two_screens(tmp_path) as opened:
        monkeypatch.setattr(opened.desk, "try_voice", lambda: "Pas de voix sur cet ordinateur.", raising=False)
        opened.stage.push(CheckScene(opened.desk))
        opened.step()
        yield opened


def icons(screens: TwoScreens) -> list[str]:
    """Return the icons of what became of each test, in order."""
    names = [getattr(item, "name", "") for item in screens.picture.base]
    return [name for name in names if name in ("check", "minus", "warning")]


def test_each_display_shows_its_number(screens: TwoScreens) -> None:
    assert "1" in screens.text_on_screen().split()
    assert screens.room_text() == "2 L’écran de la salle"


def test_the_displays_can_be_exchanged_from_there(screens: TwoScreens) -> None:
    screens.click("échanger les écrans")
    assert screens.room_window is not None
    assert LAPTOP.contains(screens.room_window.centre)
    assert screens.room_text() == "2 L’écran de la salle", "the number goes with the role of the window"


def test_with_one_display_it_says_that_the_room_sees_this_window(tmp_path: Path) -> None:
    with two_screens(tmp_path, displays=(LAPTOP,)) as screens:
        screens.stage.push(CheckScene(screens.desk))
        screens.step()
        assert screens.sees("Un seul écran")


def test_a_clicker_alone_goes_through_all_of_it(screens: TwoScreens) -> None:
    screens.press(NEXT, NEXT)
    assert screens.sees("Pas de voix sur cet ordinateur."), "trouble is said"
    assert screens.room_text() == "Permis de se reconstruire", "and not to the room"
    screens.press(NEXT)
    assert screens.sees("La télécommande")
    screens.press(NEXT, BACK, BLACK)
    assert not screens.stage.is_black, "the black button is tried, not obeyed"
    assert [name for name in icons(screens) if name == "check"][2:] == ["check"] * 3, "the three buttons are ticked"
    screens.press(NEXT)
    assert screens.sees("Tout est vu")
    screens.press(NEXT)
    assert isinstance(screens.scene, HomeScene)
    assert screens.desk.settings.is_checked


def test_what_was_heard_is_ticked_and_what_was_not_is_marked(screens: TwoScreens) -> None:
    screens.press(NEXT, BACK, NEXT, "p")
    assert icons(screens) == ["check", "minus", "warning", "minus"]


def test_a_clicker_without_a_back_button_goes_through_too(screens: TwoScreens) -> None:
    screens.press(NEXT, NEXT, NEXT, NEXT, NEXT)
    assert not screens.sees("Tout est vu")
    screens.press(NEXT)
    assert screens.sees("Tout est vu")


def test_a_sound_is_played_as_often_as_asked(screens: TwoScreens, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[object] = []
    monkeypatch.setattr(screens.desk.sounds, "play", played.append)
    screens.press(NEXT, "r")
    screens.click("essayer encore")
    assert len(played) == 3


def test_a_sound_that_cannot_be_heard_is_said_as_soon_as_it_is_known(
    screens: TwoScreens, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens.press(NEXT)
    assert screens.sees("Un son doux")
    monkeypatch.setattr(screens.desk.sounds, "take_trouble", lambda: "no_audio")
    screens.wait(1)
    assert screens.sees("Aucun haut-parleur ne répond")
    screens.press(NEXT)
    assert icons(screens)[1] == "warning"


def test_leaving_counts_as_seen_and_it_does_not_come_again(screens: TwoScreens) -> None:
    screens.press("escape")
    assert isinstance(screens.scene, HomeScene)
    assert screens.desk.settings.is_checked


@pytest.mark.parametrize("steps", range(5))
def test_every_page_of_it_goes_on_with_its_one_big_button(screens: TwoScreens, steps: int) -> None:
    labels = ("C’est bon", "Je l’ai entendu", "Continuer", "Continuer", "Commencer")
    screens.press(*[NEXT] * min(steps, 3))
    if steps == 4:
        screens.press("p")
    before = screens.text_on_screen()
    screens.click(labels[steps])
    assert screens.text_on_screen() != before
