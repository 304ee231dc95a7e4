"""A pawn or a die put right with the key I, with what was wrong."""

import pytest
from pilot import Pilot

FIRST = "Les Hérons"


def position(pilot: Pilot, index: int = 0) -> int:
    game = pilot.state.game
    return game.position_of(game.teams[index])


@pytest.mark.parametrize(("key", "words"), [("1", "mauvais dé"), ("2", "pion mal placé"), ("3", "autre chose")])
def test_a_pawn_is_put_right_with_what_was_wrong(on_board: Pilot, key: str, words: str) -> None:
    on_board.press("i")
    assert on_board.sees("Que faut-il corriger ?")
    on_board.press("1", "down", "down", "down", "down", "enter")
    assert on_board.sees("Qu’est-ce qui n’allait pas ?")
    on_board.press(key)
    assert position(on_board) == 4
    on_board.press("j")
    assert on_board.sees(f"{FIRST} : pion remis, case 4 ({words})")


def test_undo_takes_a_correction_back(on_board: Pilot) -> None:
    on_board.press("i", "2", "5", "1")
    assert position(on_board, 1) == 4
    on_board.press("ctrl+z")
    assert position(on_board, 1) == 0


def test_a_die_is_put_right_from_where_the_pawn_stood(on_board: Pilot) -> None:
    on_board.press("3")
    on_board.press("i")
    assert on_board.sees("Le dé : 3")
    on_board.press("1", "5")
    assert (position(on_board), on_board.state.game.dice) == (5, (5,))


def test_a_list_that_is_closed_changes_nothing(on_board: Pilot) -> None:
    before = on_board.state
    on_board.press("i", "1", "escape")
    assert on_board.state == before


def test_it_says_why_nothing_can_be_put_right_with_a_card_on_the_table(on_board: Pilot) -> None:
    on_board.press("1", "space", "i", then=1)
    assert on_board.sees("Une carte est sur la table.")
    assert on_board.scene is on_board.play
