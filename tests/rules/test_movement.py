from builders import board, game, play, throw

from game.rules import Finish
from game.rules.events import PawnArrived, PawnMoved
from game.rules.movement import land, throw_path


def test_a_throw_goes_through_each_square_up_to_where_the_pawn_rests() -> None:
    assert throw_path(board(), 3, 4) == (4, 5, 6, 7)


def test_asking_for_the_same_throw_twice_gives_the_same_way() -> None:
    on = board()
    assert throw_path(on, 3, 4) == throw_path(on, 3, 4) == (4, 5, 6, 7)


def test_reaching_the_end_exactly_is_arriving_whatever_the_finish() -> None:
    for finish in Finish:
        state = play(game(board(5, finish=finish), positions={"a": 2, "b": 0}), throw(4))
        assert state.has_arrived("a"), finish


def test_going_beyond_the_end_is_arriving() -> None:
    state = play(game(board(5), positions={"a": 4, "b": 0}), throw(6))
    assert state.positions["a"] == 6
    assert state.has_arrived("a")


def test_with_the_strict_finish_a_throw_that_is_too_high_moves_nothing_and_the_turn_passes() -> None:
    state = play(game(board(5, finish=Finish.STAY), positions={"a": 4, "b": 0}), throw(6))
    assert state.positions["a"] == 4
    assert state.turn == "b"


def test_with_the_bouncing_finish_the_pawn_counts_to_the_end_then_back() -> None:
    on = board(5, finish=Finish.BOUNCE)
    assert throw_path(on, 4, 5) == (5, 6, 5, 4, 3)
    assert not play(game(on, positions={"a": 4, "b": 0}), throw(5)).has_arrived("a")


def test_a_bounce_on_a_tiny_board_stops_at_the_start() -> None:
    assert throw_path(board(1, finish=Finish.BOUNCE), 1, 6) == (2, 1, 0)


def test_two_dice_add_up() -> None:
    state = play(game(board(dice=2)), throw(3, 4))
    assert state.positions["a"] == 7
    assert state.dice == (3, 4)


def test_landing_tells_the_way_and_the_arrival() -> None:
    state = game(board(5))
    assert land(state, "a", (5, 6), "throw") == [PawnMoved("a", (5, 6), "throw"), PawnArrived("a")]
