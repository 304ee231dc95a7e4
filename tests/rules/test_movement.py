from dataclasses import replace
from typing import Any

import pytest
from builders import board, game, no_chance, play, throw

from game.rules import Board, Finish, Waiting, decide
from game.rules.board import Collision, Relay, Wait
from game.rules.events import PawnArrived, PawnMoved
from game.rules.movement import MOST_EFFECTS_A_TURN, land, throw_path


def test_a_throw_goes_through_each_square_up_to_where_the_pawn_rests() -> None:
    assert throw_path(board(), 3, 4) == (4, 5, 6, 7)


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


CHANGES: dict[str, tuple[Board, dict[str, Any]]] = {
    "another pawn waits for a relay there": (
        board(effects={4: Relay(2)}),
        {"positions": {"a": 0, "b": 4}, "waits": {"b": Waiting(2, relay=True)}},
    ),
    "another pawn stands there and pawns swap": (
        board(collision=Collision.SWAP),
        {"positions": {"a": 0, "b": 4}},
    ),
    "too many effects have acted in this turn": (board(effects={4: Wait(1)}), {"chain": MOST_EFFECTS_A_TURN}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_throw_made_before_leads_elsewhere_once_something_has_changed(name: str) -> None:
    on, changes = CHANGES[name]
    state = game(on)
    changed = replace(state, **changes)
    once = decide(state, throw(4), no_chance)
    anew = decide(replace(changed, table=replace(state.table)), throw(4), no_chance)
    assert once != anew, "the change matters"
    assert decide(changed, throw(4), no_chance) == anew
    assert decide(state, throw(4), no_chance) == once, "and back again"
