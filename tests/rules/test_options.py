"""Each rule that a board may change."""

import pytest
from builders import board, game, play, throw

from game.rules import Finish, GameState, Phase, commands as g
from game.rules.board import START, Bird, Collision, ExtraTurn, FirstThrow, Forward, Goose, GoTo, LeaveOn, Relay, Wait


def after(state: GameState, *dice: tuple[int, ...]) -> GameState:
    """Return the state after some throws, each special square followed to its end."""
    for faces in dice:
        state = play(state, throw(*faces))
        while state.phase is Phase.EFFECT:
            state = play(state, g.FollowEffect())
    return state


def alone(on: object) -> GameState:
    return game(on, teams="a")


def test_a_goose_moves_the_pawn_again_by_the_same_throw() -> None:
    assert after(alone(board(20, {3: Bird()})), (3,)).positions["a"] == 6


def test_a_goose_met_on_the_way_back_carries_further_back() -> None:
    on = board(11, {10: Bird()}, dice=2, finish=Finish.BOUNCE)
    assert after(alone(on), (4, 4), (3, 3)).positions["a"] == 4


def test_a_goose_may_always_carry_onward() -> None:
    on = board(11, {10: Bird()}, dice=2, finish=Finish.BOUNCE, goose=Goose.FORWARD)
    assert after(alone(on), (4, 4), (3, 3)).positions["a"] == 8


def test_a_goose_may_let_the_team_throw_again() -> None:
    state = after(game(board(20, {3: Bird()}, goose=Goose.THROW_AGAIN), teams="ab"), (3,))
    assert (state.turn, state.phase, state.positions["a"]) == ("a", Phase.READY, 3)


def test_a_goose_may_lead_to_the_next_one_and_another_throw() -> None:
    state = after(game(board(20, {3: Bird(), 8: Bird()}, goose=Goose.NEXT_GOOSE), teams="ab"), (3,))
    assert (state.turn, state.positions["a"]) == ("a", 8)


def test_geese_chain_until_a_plain_square() -> None:
    assert after(alone(board(20, {3: Bird(), 6: Bird(), 9: Bird()})), (3,)).positions["a"] == 12


def test_only_the_first_effect_counts_where_the_board_says_so() -> None:
    effects = {2: Forward(2), 4: Forward(3)}
    assert after(alone(board(20, effects)), (2,)).positions["a"] == 7
    assert after(alone(board(20, effects, chain=False)), (2,)).positions["a"] == 4


def test_special_squares_may_leave_a_bounce_alone() -> None:
    effects = {5: Wait(2)}
    assert after(alone(board(6, effects, finish=Finish.BOUNCE)), (4,), (5,)).waits == {}
    on = board(6, effects, dice=2, finish=Finish.BOUNCE)
    assert play(alone(on), throw(4, 5)).phase is Phase.EFFECT
    assert play(alone(board(6, effects, dice=2, finish=Finish.BOUNCE, acts_on_way_back=False)), throw(4, 5)).waits == {}


def test_one_die_alone_may_lead_home() -> None:
    on = board(6, dice=2, finish=Finish.ONE_DIE)
    near = after(alone(on), (2, 2))
    assert after(near, (3, 5)).has_arrived("a")
    assert after(near, (4, 5)).positions["a"] == 4


def test_an_effect_may_lead_back_to_the_start() -> None:
    assert after(alone(board(12, {4: GoTo(START)})), (4,)).positions["a"] == 0


def test_a_special_throw_from_the_start_leads_to_its_square_in_either_order() -> None:
    on = board(12, dice=2, first_throws=(FirstThrow((6, 3), "s11"),))
    for dice in ((6, 3), (3, 6)):
        assert after(alone(on), dice).positions["a"] == 11
    assert after(alone(on), (4, 5)).positions["a"] == 9


@pytest.mark.parametrize(("at_start", "square"), [(False, 9), (True, 11)])
def test_a_special_throw_counts_once_or_whenever_on_the_start(at_start: bool, square: int) -> None:  # noqa: FBT001
    first = (FirstThrow((6, 3), "s11"),)
    on = board(12, {2: GoTo(START)}, dice=2, first_throws=first, first_throws_at_start=at_start)
    assert after(alone(on), (1, 1), (6, 3)).positions["a"] == square


def test_a_disputed_first_throw_is_still_the_first() -> None:
    on = board(12, dice=2, first_throws=(FirstThrow((6, 3), "s11"),))
    state = play(alone(on), throw(1, 1), g.RerollDice((6, 3)))
    assert state.positions["a"] == 11


def test_pawns_share_a_square_unless_the_board_says_otherwise() -> None:
    assert dict(after(game(board(12), teams="ab"), (4,), (4,)).positions) == {"a": 4, "b": 4}


def test_pawns_that_meet_may_swap() -> None:
    state = after(game(board(12, collision=Collision.SWAP), teams="ab"), (4,), (1,), (2,), (5,))
    assert dict(state.positions) == {"a": 1, "b": 6}


def test_a_pawn_that_meets_another_may_go_back() -> None:
    state = after(game(board(12, collision=Collision.MOVER_BACK), teams="ab"), (4,), (4,))
    assert dict(state.positions) == {"a": 4, "b": 0}
    assert state.turn == "a"


def test_on_a_quiet_square_pawns_share() -> None:
    state = after(game(board(12, collision=Collision.MOVER_BACK, quiet=("s4",)), teams="ab"), (4,), (4,))
    assert dict(state.positions) == {"a": 4, "b": 4}


def test_in_a_well_whoever_comes_takes_the_place() -> None:
    state = after(game(board(12, {4: Relay(3, takes_place=True)}), teams="ab"), (4,), (4,))
    assert set(state.waits) == {"b"}
    assert state.turn == "a"


def test_a_team_that_must_give_a_total_throws_while_it_waits() -> None:
    state = after(game(board(12, {4: LeaveOn((6,), 2)}), teams="ab"), (4,), (1,))
    assert state.turn == "a"
    stays = after(state, (5,))
    assert (stays.positions["a"], stays.waits["a"].turns) == (4, 1)
    assert after(state, (6,)).positions["a"] == 10


def test_a_wait_for_a_total_ends_after_its_turns() -> None:
    state = after(game(board(12, {4: LeaveOn((6,), 2)}), teams="ab"), (4,), (1,), (5,), (1,), (5,), (1,))
    assert state.waits == {}
    assert after(state, (2,)).positions["a"] == 6


def test_the_highest_throw_may_give_another_turn() -> None:
    state = after(game(board(20, extra_turn=ExtraTurn.HIGHEST), teams="ab"), (6,))
    assert (state.turn, state.turns) == ("a", 2)
    assert after(state, (5,)).turn == "b"


def test_a_double_may_give_another_turn() -> None:
    on = board(20, dice=2, extra_turn=ExtraTurn.DOUBLE)
    assert after(game(on, teams="ab"), (2, 2)).turn == "a"
    assert after(game(on, teams="ab"), (2, 3)).turn == "b"


def test_a_team_that_goes_to_wait_has_no_other_turn() -> None:
    on = board(20, {6: Wait(1)}, extra_turn=ExtraTurn.HIGHEST)
    assert after(game(on, teams="ab"), (6,)).turn == "b"


def test_the_order_may_be_reversed() -> None:
    assert after(game(board(12, reversed_order=True), teams="abc"), (1,)).turn == "c"


def test_a_team_that_leaves_gives_its_turn_to_the_next_in_a_reversed_order() -> None:
    state = after(game(board(12, reversed_order=True), teams="abc"), (1,))
    assert play(state, g.LeaveGame("c")).turn == "b"


def test_a_team_that_has_arrived_may_stop() -> None:
    on = board(4, arrived_helps=False)
    state = after(game(on, teams="ab"), (6,), (1,))
    assert state.turn == "b"
    everyone = after(state, (6,))
    assert everyone.turn in ("a", "b")
