"""Life-size play: the board is on the floor, and the room's screen shows the square, the team and the die."""

from pathlib import Path

import pytest
from pilot import Pilot, piloted
from screens import two_screens

from game.drawing.drawlist import Box, Disc, Icon, Text
from game.rules import Phase
from game.screens.desk import Settings

HIGH = 200.0
"""Logical px: what is written or drawn larger is seen across a gymnasium."""


@pytest.fixture
def on_floor(on_board: Pilot) -> Pilot:
    on_board.press("o")
    on_board.wait(10)
    return on_board


def test_only_the_square_the_team_and_the_die_are_left(on_floor: Pilot) -> None:
    assert on_floor.text_on_screen().split() == ["Départ", "Les", "Hérons", "Espace", "lancer", "le", "dé", "M", "menu"]
    on_floor.press("5")
    shown = on_floor.text_on_screen()
    assert shown.startswith("5 Logement Les Hérons")
    assert not on_floor.sees("Notre mur")
    assert not on_floor.sees("Passerelle")
    number = next(item for item in on_floor.picture.base if isinstance(item, Text) and item.text == "5")
    assert number.style.size > HIGH
    assert sum(isinstance(item, Disc) and item.fill == "#FFFFFF" for item in on_floor.picture.base) == 5 + 1
    die = [item for item in on_floor.picture.base if isinstance(item, Box) and item.fill == "#FFFFFF"]
    assert max(item.rect.w for item in die) > HIGH
    assert any(isinstance(item, Icon) and item.rect.w > HIGH for item in on_floor.picture.base)


def test_nothing_hops_on_the_screen_and_one_key_goes_on(on_floor: Pilot) -> None:
    on_floor.press("5", then=0.4)
    assert on_floor.state.game.phase is Phase.LANDED
    on_floor.press("space", then=0.4)
    assert on_floor.state.game.phase is Phase.CARD


def test_it_stays_for_the_whole_game_and_cards_show_when_they_are_drawn(on_floor: Pilot) -> None:
    on_floor.press("5", "space")
    assert on_floor.state.game.phase is Phase.CARD
    assert not on_floor.sees("Les Hérons Espace")
    assert len(on_floor.text_on_screen()) > len("5 Logement Les Hérons Espace découvrir la carte M menu")
    while on_floor.state.game.phase is not Phase.READY:
        on_floor.press("space")
    assert on_floor.sees("Départ Les Marins")
    assert not on_floor.sees("Notre mur")
    on_floor.press("o")
    assert on_floor.sees("Le plateau est à l’écran.")
    assert on_floor.sees("Notre mur")


def test_a_square_says_what_it_does(on_floor: Pilot) -> None:
    on_floor.press("6")
    assert on_floor.sees("6 Passerelle")
    assert on_floor.sees("Allez à la case 12.")


def test_it_is_in_the_menu_too(on_board: Pilot) -> None:
    on_board.press("m")
    while not any(spot.label == "Plateau au sol, ou à l’écran" for spot in on_board.picture.spots):
        on_board.press("down")
    on_board.click("Plateau au sol, ou à l’écran")
    assert on_board.sees("Le plateau est au sol.")
    assert not on_board.sees("Notre mur")


def test_with_two_windows_the_room_sees_it_and_the_facilitator_keeps_their_page(tmp_path: Path) -> None:
    with two_screens(tmp_path) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.click("le plateau au sol, ou à l’écran")
        pilot.press("5")
        pilot.step()
        assert pilot.room_text().startswith("5 Logement Les Hérons")
        assert pilot.sees("actes")
        assert "Notre mur" not in pilot.room_text()


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(theme="dark", text_size=1.6, spacing=0.12), Settings(row_metres=12, image_metres=1.5)],
    ids=["usual", "large", "far"],
)
def test_the_name_the_number_and_what_the_square_says_stay_inside_it(
    tmp_path: Path, size: tuple[int, int], settings: Settings
) -> None:
    with piloted(tmp_path, size=size) as pilot:
        pilot.desk.change_settings(settings)
        pilot.begin()
        pilot.to_board()
        pilot.press("o", "6")
        pilot.wait(10)
        assert pilot.sees("Passerelle")
        assert pilot.sees("case 12")
        measure = pilot.painter
        square = max((item.rect for item in pilot.picture.base if isinstance(item, Box)), key=lambda rect: rect.h)
        written = [item for item in pilot.picture.base if isinstance(item, Text)]
        for item in written:
            if square.contains(item.x, item.y):
                assert item.x + measure.width(item.text, item.style) <= square.right
                assert item.y + measure.line_height(item.style) <= square.bottom + 1
