"""The keys that count everywhere, on a French keyboard, as a person presses them."""

import keyboard
import pygame
import pytest
from pilot import USUAL, Pilot

from game.rules import Phase

AT_ONCE = 0.0


def pause(pilot: Pilot, seconds: float) -> None:
    pilot.clock.advance(seconds)


@pytest.mark.parametrize("key", ["b", "period"])
def test_the_screen_turns_black_and_any_key_ends_it_and_does_nothing_else(on_board: Pilot, key: str) -> None:
    before, shown = on_board.state, on_board.text_on_screen()
    for ending in ("space", "4", "escape", "f5", "m", key):
        on_board.press(key)
        assert on_board.is_black
        on_board.press(ending)
        assert on_board.text_on_screen() == shown
        assert on_board.state == before


def test_a_click_ends_the_black_screen_and_does_nothing_else(on_board: Pilot) -> None:
    before = on_board.state
    throw = on_board.spot("lancer le dé").rect
    on_board.press("b")
    on_board.click_at(throw.centre[0] * on_board.painter.scale, throw.centre[1] * on_board.painter.scale)
    assert on_board.state == before
    assert on_board.sees("lancer le dé")


@pytest.mark.parametrize("key", [",", ";", "!", "ù", "f7", "delete"])
def test_a_key_that_means_nothing_ends_the_black_screen_like_any_other(on_board: Pilot, key: str) -> None:
    on_board.press("b", key)
    assert not on_board.is_black


@pytest.mark.parametrize("screen", ["", "c", "g"])
def test_the_black_screen_comes_on_the_screens_around_the_game_too(pilot: Pilot, screen: str) -> None:
    if screen:
        pilot.press(screen)
    shown = pilot.text_on_screen()
    pilot.press("period")
    assert pilot.is_black
    pilot.press("space")
    assert pilot.text_on_screen() == shown


def test_the_clicker_blackens_an_empty_word_field_and_types_in_one_that_is_not(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.press("period")
    assert on_board.is_black
    on_board.press("period")
    assert not on_board.is_black
    assert not on_board.play.drafted_words
    on_board.type("a:b")
    assert on_board.play.drafted_words == "a:b"
    assert not on_board.is_black


@pytest.mark.parametrize("key", ["?", "f1"])
def test_all_the_keys_of_a_session_are_listed_and_any_key_closes_the_list(on_board: Pilot, key: str) -> None:
    before = on_board.state
    on_board.press(key)
    for words in (
        "Toutes les touches",
        "passer, sans se justifier",
        "changer de carte",
        "pause",
        "écran noir",
        "annuler",
    ):
        assert on_board.sees(words), words
    on_board.press("space")
    assert on_board.sees("lancer le dé")
    assert on_board.state == before


def test_a_question_mark_is_a_letter_where_one_writes(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.type("et ?")
    assert on_board.play.drafted_words == "et ?"
    on_board.press("f1")
    assert on_board.sees("Toutes les touches")


def test_a_key_that_is_held_down_counts_once(on_board: Pilot) -> None:
    on_board.press("2")
    on_board.press("space")
    assert on_board.state.game.phase is Phase.CARD
    on_board.wait(1)
    before = on_board.state
    for _ in range(30):
        pause(on_board, 0.3)
        on_board.send(keyboard.key("space"), repeat=True)
    assert on_board.state == before


@pytest.mark.parametrize("key", ["space", "pagedown", "right"])
def test_a_nervous_thumb_does_not_skip_a_page(pilot: Pilot, key: str) -> None:
    pilot.begin()
    pilot.wait(1)
    pilot.send(keyboard.key(key))
    pause(pilot, 0.2)
    pilot.send(keyboard.key(key))
    assert pilot.state.page == 1
    pause(pilot, 0.3)
    pilot.send(keyboard.key(key))
    assert pilot.state.page == 2


def test_two_hands_counted_quickly_are_two_hands(pilot: Pilot) -> None:
    pilot.begin()
    pilot.press("g", "2", then=1)
    for _ in range(3):
        pause(pilot, 0.1)
        pilot.send(keyboard.key("1"))
    assert pilot.state.moods["in"][0] == 3


@pytest.mark.parametrize("die", range(1, 7))
def test_a_die_is_typed_without_shift_on_a_french_keyboard(on_board: Pilot, die: int) -> None:
    on_board.press(str(die))
    assert on_board.state.game.dice == (die,)


def test_a_die_is_typed_on_an_english_keyboard_and_on_the_number_pad_too(on_board: Pilot) -> None:
    on_board.wait(1)
    on_board.send(keyboard.qwerty_digit(6))
    assert on_board.state.game.dice == (6,)
    on_board.wait(5)
    on_board.press("ctrl+z", "num 5")
    assert on_board.state.game.dice == (5,)


def test_the_letter_that_opens_a_field_is_not_typed_into_it(pilot: Pilot) -> None:
    pilot.press("n", "enter", "enter", "m")
    pilot.type("Les Mouettes")
    pilot.press("enter")
    assert pilot.sees("Les Mouettes")
    assert not pilot.sees("mLes")


@pytest.mark.parametrize("key", ["space", "pagedown"])
def test_the_key_that_opens_the_word_page_writes_nothing_there(on_board: Pilot, key: str) -> None:
    on_board.press("2")
    while on_board.state.game.phase is not Phase.WORD:
        on_board.press(key)
    on_board.type("o")
    assert on_board.play.drafted_words == "o"


def test_the_letter_that_closes_the_list_of_keys_is_not_typed_under_it(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.press("f1", "a")
    assert on_board.sees("Un mot pour le mur")
    assert not on_board.play.drafted_words


def test_undo_and_redo_go_through_throws_and_cards(on_board: Pilot) -> None:
    on_board.press("3", "space")
    card, position = on_board.state.game.card, on_board.state.game.positions
    on_board.press("ctrl+z", "ctrl+z")
    assert on_board.state.game.phase is Phase.READY
    assert set(on_board.state.game.positions.values()) == {0}
    on_board.press("ctrl+y", "ctrl+y")
    assert on_board.state.game.card == card
    assert on_board.state.game.positions == position


def test_undo_with_nothing_to_undo_says_so(pilot: Pilot) -> None:
    pilot.begin()
    pilot.press("ctrl+z", then=0.5)
    assert pilot.sees("Il n’y a rien à annuler.")
    pilot.wait(5)
    assert not pilot.sees("Il n’y a rien à annuler.")


def test_f11_fills_the_display_and_leaves_it_and_the_page_follows(on_board: Pilot) -> None:
    display = pygame.display.get_desktop_sizes()[0]
    shown = on_board.text_on_screen()
    on_board.press("f11")
    assert on_board.window.surface.get_size() == display
    assert on_board.sees("Notre mur")
    on_board.press("f11")
    assert on_board.window.surface.get_size() == USUAL
    assert on_board.text_on_screen() == shown


@pytest.mark.parametrize("size", [(640, 400), (1024, 768), (1920, 1080), (1000, 1400), (2560, 800)])
def test_the_page_follows_the_window_and_its_buttons_too(on_board: Pilot, size: tuple[int, int]) -> None:
    on_board.painter.paints = True
    on_board.resize(*size)
    on_board.click("lancer le dé")
    assert on_board.state.game.dice
    corner = on_board.window.surface.get_at((size[0] - 1, size[1] - 1))
    assert corner == pygame.Color(on_board.picture.background)


def test_letters_that_mean_nothing_do_nothing(on_board: Pilot) -> None:
    before, shown = on_board.state, on_board.text_on_screen()
    on_board.press(*"fxyl,;", "tab", "f2", "delete", "up", "down", "end", then=0.1)
    assert on_board.state == before
    assert on_board.text_on_screen() == shown
