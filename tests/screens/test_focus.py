"""Everything is reached by keys alone: Tab moves one ring from place to place, Enter does what it is around."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyboard
import pytest
from pilot import Pilot, plain
from screens import TwoScreens, two_screens

from game.drawing.drawlist import Box, Picture
from game.drawing.theme import ThemeName, contrast
from game.screens.focus import GAP, WIDTH
from game.screens.scenes.cards import CardsScene
from game.screens.scenes.choose import ChoiceScene
from game.screens.scenes.help import HelpScene
from game.screens.scenes.home import HomeScene


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path) as opened:
        yield opened


def rings(picture: Picture) -> list[Box]:
    """Return the rings of a picture, in ink: strokes around nothing, of the width that only they have."""
    strokes = [item for item in picture.moving if isinstance(item, Box) and item.fill is None]
    return [item for item in strokes if item.stroke_width == WIDTH][1::2]  # the gap of each is drawn first


def around(pilot: Pilot) -> Box:
    """Return the only ring."""
    found = rings(pilot.picture)
    assert len(found) == 1
    return found[0]


def drawn(pilot: Pilot, ring: Box, inwards: float) -> str:
    """Return the colour that is really in the middle of the left side of a ring, so many logical px from its edge."""
    scale = pilot.painter.scale
    at = round((ring.rect.x + inwards) * scale - 0.5), round(ring.rect.centre[1] * scale)
    red, green, blue, _ = pilot.window.surface.get_at(at)
    return f"#{red:02X}{green:02X}{blue:02X}"


def ringed(pilot: Pilot) -> str | None:
    """Return the name of what the ring is around, if there is one."""
    spot = pilot.stage.main.focus.spot
    assert (spot is not None) == bool(rings(pilot.picture)), "the ring is drawn where the keyboard stands"
    return plain(spot.label) if spot is not None else None


def tab_to(pilot: Pilot, label: str) -> None:
    """Press Tab until the ring is around the place of this name."""
    for _ in range(60):
        pilot.press("tab", then=0)
        if ringed(pilot) == label:
            return
    pytest.fail(f"Tab never comes to {label}")


def test_tab_goes_round_all_that_can_be_done_in_the_order_one_reads(pilot: Pilot) -> None:
    assert ringed(pilot) == "Nouvelle séance", "home has a ring of its own, moved by the arrows"
    seen = []
    for _ in range(6):
        pilot.press("tab", then=0)
        seen.append(ringed(pilot))
    assert seen == ["Cartes", "Bilans", "Réglages", "toutes les touches", "quitter", "Nouvelle séance"]


def test_shift_and_tab_go_the_other_way(pilot: Pilot) -> None:
    pilot.press("maj+tab", then=0)
    assert ringed(pilot) == "quitter"


def test_enter_does_what_the_ring_is_around(pilot: Pilot) -> None:
    tab_to(pilot, "Cartes")
    pilot.press("enter")
    assert isinstance(pilot.scene, CardsScene)


def test_space_stays_the_key_that_goes_on_wherever_the_ring_is(on_board: Pilot) -> None:
    tab_to(on_board, "menu")
    on_board.press("space")
    assert on_board.state.game.dice, "a clicker sends Space or Page Down, and never Tab"


def test_escape_takes_the_ring_away_and_does_nothing_else(on_board: Pilot) -> None:
    before = on_board.state
    tab_to(on_board, "menu")
    on_board.press("escape", then=0)
    assert ringed(on_board) is None
    assert on_board.state == before


def test_an_arrow_gives_the_ring_back_to_a_screen_that_moves_it_by_itself(pilot: Pilot) -> None:
    tab_to(pilot, "quitter")
    pilot.press("down", then=0)
    assert ringed(pilot) == "Cartes", "down from « Nouvelle séance », where the arrows had left it"


def test_there_is_one_ring_at_a_time(pilot: Pilot) -> None:
    for key in ("tab", "tab", "down", "tab", "escape"):
        pilot.press(key, then=0)
        assert len(rings(pilot.picture)) == 1, key


def test_the_ring_follows_its_place_when_the_page_changes(screens: TwoScreens) -> None:
    screens.begin()
    screens.to_board()
    tab_to(screens, "Pause")
    before = screens.spot("Pause").rect
    screens.press("2")
    after = screens.spot("Pause").rect
    assert before != after, "once the die is thrown, other actions push it aside"
    assert ringed(screens) == "Pause"
    assert around(screens).rect.inset(WIDTH + GAP) == after


def test_the_ring_goes_with_its_place_and_comes_back_with_it(on_board: Pilot) -> None:
    tab_to(on_board, "lancer le dé")
    on_board.press("4", then=0.2)
    assert ringed(on_board) is None, "the pawn moves: there is nothing to do"
    on_board.wait(4)
    assert ringed(on_board) is not None, "what goes on has the ring again, whatever its name now"


def test_a_list_that_closes_leaves_the_ring_where_it_was(on_board: Pilot) -> None:
    tab_to(on_board, "menu")
    on_board.press("enter")
    assert isinstance(on_board.scene, ChoiceScene)
    on_board.press("escape")
    assert ringed(on_board) == "menu"


def test_a_click_of_the_mouse_takes_the_ring_of_the_keyboard_away(on_board: Pilot) -> None:
    tab_to(on_board, "menu")
    on_board.click("lancer le dé")
    assert ringed(on_board) is None


def test_two_presses_in_a_hurry_are_one(on_board: Pilot) -> None:
    tab_to(on_board, "lancer le dé")
    on_board.press("enter", then=0.1)
    on_board.send(keyboard.key("enter"))
    assert on_board.play.moving(on_board.stage.now) is not None, "the second press did not finish the motion"


def test_letters_still_write_a_word_when_the_ring_is_elsewhere(on_board: Pilot) -> None:
    on_board.press("2")
    while not on_board.play.is_typing:
        on_board.press("space")
    on_board.press("tab", then=0)
    on_board.type("avril")
    assert on_board.sees("avril")


def test_any_key_closes_the_screen_of_keys_and_tab_too(pilot: Pilot) -> None:
    pilot.press("f1")
    assert isinstance(pilot.scene, HelpScene)
    pilot.press("tab")
    assert isinstance(pilot.scene, HomeScene)


def test_the_screen_of_keys_tells_of_tab(on_board: Pilot) -> None:
    on_board.press("f1")
    assert on_board.sees("Tab")


def test_tab_lights_a_black_screen_and_does_nothing_else(on_board: Pilot) -> None:
    on_board.press("b")
    on_board.press("tab")
    assert not on_board.is_black
    assert ringed(on_board) is None


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("keys", [(), ("2",), ("2", "space", "space")], ids=["board", "landed", "card"])
def test_the_ring_is_seen_on_any_ground(on_board: Pilot, theme: ThemeName, keys: tuple[str, ...]) -> None:
    on_board.painter.paints = True
    on_board.desk.change_settings(replace(on_board.desk.settings, theme=theme))
    on_board.press(*keys)
    on_board.press("tab", then=0)
    ring = around(on_board)
    outside, inside = drawn(on_board, ring, WIDTH / 2), drawn(on_board, ring, WIDTH + GAP / 2)
    assert contrast(outside, inside) >= 3, "one of the two shows on any colour"
    assert outside == ring.stroke, "nothing is drawn over it"


def test_with_two_windows_the_room_sees_no_ring(screens: TwoScreens) -> None:
    screens.begin()
    screens.press("tab", then=0)
    assert rings(screens.picture)
    assert not rings(screens.room_picture)


def test_a_whole_turn_is_played_with_tab_and_enter_alone(screens: TwoScreens) -> None:
    screens.begin()
    screens.to_board()
    bricks, seen = len(screens.state.game.bricks), set()
    team = screens.state.game.turn
    for _ in range(12):
        if screens.state.game.turn != team:
            break
        label = plain(next_action_of(screens))
        seen.add(label)
        if ringed(screens) != label:
            tab_to(screens, label)
        screens.press("enter")
    assert len(screens.state.game.bricks) == bricks + 1, seen
    assert {"Lancer le dé", "Échange terminé", "Poser la brique"} <= seen


def next_action_of(screens: TwoScreens) -> str:
    """Return the name of the big next action of the facilitator's page."""
    spots = screens.picture.spots
    return next(spot.label for spot in spots if spot.action in {"press:space", "press:enter", "press:show"})
