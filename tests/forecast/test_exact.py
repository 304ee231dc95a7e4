"""The exact analysis: against boards worked by hand, a second method, and games that the engine plays."""

import math
import random
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from builders import board, deck, game

from game.forecast.exact import Analysis, analyse
from game.forecast.solving import solve_sparse
from game.forecast.tables import explore, standing
from game.rules import Board, Finish, GameState, Phase, Refusal, Table, commands as g, decide, evolve
from game.rules.board import (
    Back,
    Bird,
    Effect,
    ExtraTurn,
    FirstThrow,
    Forward,
    Goose,
    GoTo,
    LeaveOn,
    Options,
    Relay,
    RollAgain,
    Wait,
)

EVERY_EFFECT: dict[int, Effect] = {
    2: RollAgain(),
    4: GoTo("s8"),
    6: Wait(2),
    9: Back(3),
    10: Relay(2),
    11: Forward(2),
    14: LeaveOn((1, 2), 3),
}


def coin(length: int, effects: dict[int, Effect] | None = None, finish: Finish = Finish.PASS) -> Table:
    """Return a table whose die has two faces."""
    return Table(replace(board(length, effects, finish=finish), faces=2))


def exactly(table: Table) -> Analysis:
    return analyse(table, in_whole_fractions=True)


def test_two_squares_and_a_coin_worked_by_hand() -> None:
    # From the start: 1 then (2, or 1 then anything), or 2 then anything. Two throws at least, three after 1 and 1.
    found = exactly(coin(2))
    assert found.turns is not None
    assert (found.turns.mean, found.turns.variance) == (Fraction(9, 4), Fraction(3, 16))
    assert found.spread.chances == pytest.approx((0, 3 / 4, 1 / 4))
    assert found.visits == {1: Fraction(1, 2), 2: Fraction(3, 4), 3: 1}


def test_a_turn_spent_waiting_is_a_turn_and_not_a_throw() -> None:
    # Half of the games meet the wait of 2 turns on square 1; half of these throw 1 again and come to square 2.
    found = exactly(coin(2, {1: Wait(2)}))
    assert found.turns is not None
    assert found.throws is not None
    assert found.turns.mean == Fraction(9, 4) + 2 * Fraction(1, 2)
    assert found.throws.mean == Fraction(9, 4)
    assert found.spread.chances == pytest.approx((0, 1 / 2, 0, 1 / 4, 1 / 4))


def test_a_throw_that_is_given_again_is_in_the_same_turn() -> None:
    found = exactly(coin(2, {1: RollAgain()}))
    assert found.turns is not None
    assert found.throws is not None
    assert found.throws.mean == Fraction(9, 4)
    assert found.turns.mean == Fraction(9, 4) - Fraction(1, 2)
    assert found.spread.chances == pytest.approx((1 / 4, 3 / 4))


def test_going_back_to_the_start_is_a_geometric_law() -> None:
    # Square 2 leads back to the start: each time, a turn is lost; 1 then 2 arrives, 1 then 1 goes back.
    found = exactly(coin(2, {2: GoTo("start")}))
    # m = 1 + ½ a + ½ m (a is from square 1) and a = 1 + ½ m: m = 6
    assert found.turns is not None
    assert found.turns.mean == 6


def test_an_exact_finish_waits_for_the_right_face() -> None:
    # From the square before the end only a 1 arrives: two turns on average. From the start: ½ (2) + ½ (1) + 1.
    table = coin(1, finish=Finish.STAY)
    found = exactly(table)
    assert found.turns is not None
    assert found.turns.mean == 1 + Fraction(1, 2) * 2


def test_a_shared_pawn_that_waits_gives_its_turns_to_cards() -> None:
    table = Table(coin(2, {1: Wait(2)}).board, deck("emploi"), cooperative=True)
    found = exactly(table)
    assert found.turns is not None
    assert found.turns.mean == Fraction(9, 4) + 2 * Fraction(1, 2)
    assert found.cards == {"libre": 2 * Fraction(1, 2)}


def test_an_extra_turn_is_a_turn_of_the_same_round() -> None:
    # A 2 gives another turn: 1 then 1 then any takes three rounds, less one for each 2 thrown before the last throw.
    squares = replace(coin(2).board, options=Options(extra_turn=ExtraTurn.HIGHEST))
    found = exactly(Table(squares))
    assert found.turns is not None
    assert found.turns.mean == Fraction(9, 4)
    # 2, any (½): one round. 1, 2 (¼): the second throw arrives, two rounds. 1, 1, any (¼): three rounds.
    assert found.rounds.chances == pytest.approx((1 / 2, 1 / 4, 1 / 4))
    assert found.spread.chances == pytest.approx((0, 3 / 4, 1 / 4))


def test_cards_are_counted_by_theme() -> None:
    squares = replace(board(2, themes={1: "emploi", 2: "sante"}), faces=2)
    found = exactly(Table(squares, deck("emploi", "sante")))
    assert found.cards == {"emploi": Fraction(1, 2), "sante": Fraction(3, 4)}


@pytest.mark.parametrize(("length", "faces"), [(2, 6), (12, 6), (30, 6), (63, 6), (24, 8)])
def test_a_plain_board_agrees_with_a_direct_recurrence(length: int, faces: int) -> None:
    means = [Fraction(0)] * (length + 2 + faces)
    for position in range(length, -1, -1):
        after = [means[min(position + face, length + 1)] for face in range(1, faces + 1)]
        means[position] = 1 + sum(after) / faces

    table = Table(replace(board(length), faces=faces))
    whole, floating = exactly(table), analyse(table)

    assert whole.turns is not None
    assert floating.turns is not None
    assert whole.turns.mean == means[0]
    assert floating.turns.mean == pytest.approx(float(means[0]), abs=1e-9)
    assert len(explore([standing(table, 0)]).nodes) == length + 1


@pytest.mark.parametrize("finish", [Finish.PASS, Finish.BOUNCE, Finish.STAY])
@pytest.mark.parametrize("dice", [1, 2])
def test_floats_fractions_and_the_list_of_chances_agree(finish: Finish, dice: int) -> None:
    way_out = {17: Back(3)}  # two dice that must be exact would not leave it
    table = Table(board(17, EVERY_EFFECT | way_out, dice=dice, finish=finish))
    whole, floating = exactly(table), analyse(table)
    assert whole.turns is not None
    assert floating.turns is not None
    assert floating.turns.mean == pytest.approx(float(whole.turns.mean), abs=1e-9)
    assert floating.turns.variance == pytest.approx(float(whole.turns.variance), abs=1e-9)
    turns = np.arange(1, len(floating.spread.chances) + 1)
    assert floating.spread.left == 0
    assert sum(floating.spread.chances) == pytest.approx(1, abs=1e-9)
    assert turns @ floating.spread.chances == pytest.approx(float(whole.turns.mean), abs=1e-8)


def test_rounds_to_the_first_and_the_last_arrival_worked_by_hand() -> None:
    # Two turns with chance ¾, three with ¼: the first of two teams takes three with chance 1/16, the last 7/16.
    rounds = exactly(coin(2)).rounds
    assert rounds.first_of(2) == pytest.approx(2 + 1 / 16)
    assert rounds.last_of(2) == pytest.approx(2 + 7 / 16)
    assert [rounds.first_of(1), rounds.last_of(1)] == pytest.approx([9 / 4, 9 / 4])


def test_quantiles_are_the_turns_in_which_so_many_games_have_ended() -> None:
    assert exactly(coin(2)).quantiles == {0.1: 2, 0.25: 2, 0.5: 2, 0.75: 2, 0.9: 3, 0.95: 3}


def test_a_mean_that_is_infinite_is_told_with_the_squares_that_are_the_cause() -> None:
    found = analyse(Table(board(12, dice=2, finish=Finish.STAY)))
    assert found.turns is None
    assert found.stuck == (12,)
    assert found.spread.left == pytest.approx(1 - sum(found.spread.chances))
    assert 0 < found.spread.left < 1
    assert found.rounds.last_of(4) is None
    assert found.quantiles[0.95] is None


def test_a_board_that_nobody_finishes_has_no_chance_at_all() -> None:
    found = analyse(Table(board(12, {at: GoTo("s1") for at in range(6, 13)})))
    assert found.spread.chances == ()
    assert found.spread.left == 1
    assert found.turns is None


def test_sparse_elimination_solves_a_system_exactly() -> None:
    matrix = [
        {0: Fraction(1), 2: Fraction(-1, 3)},
        {0: Fraction(-1, 2), 1: Fraction(1)},
        {1: Fraction(-1, 5), 2: Fraction(1)},
    ]
    dense = [dict(row) for row in matrix]
    solved = solve_sparse(matrix, [[Fraction(1)], [Fraction(2)], [Fraction(3)]])
    for row, value in zip(dense, (1, 2, 3), strict=True):
        assert sum(share * solved[column][0] for column, share in row.items()) == value


def played(table: Table, seed: int) -> tuple[int, int, int]:
    """Play one game with the engine: turns, those spent waiting included, throws, and cards."""
    chance = random.Random(seed)  # noqa: S311 - dice
    state: GameState = game(table.board, "a", table.cards)
    turns = throws = cards = 0
    while not state.has_arrived("a"):
        command: g.GameCommand = g.RollDice() if state.phase is Phase.READY else g.FollowEffect()
        if state.phase is Phase.LANDED:
            command = g.Pass()
            cards += 1
        throws += isinstance(command, g.RollDice)
        was_waiting = bool(state.waits)
        events = decide(state, command, lambda _index, sides: chance.randrange(sides))
        assert not isinstance(events, Refusal)
        names = [type(event).__name__ for event in events]
        turns += names.count("TurnPassed") + (0 if was_waiting else names.count("WaitSpent"))
        state = evolve(state, events)
    return turns, throws, cards


BOARDS: tuple[Board, ...] = (
    board(17, EVERY_EFFECT, {1: "emploi", 3: "emploi", 12: "emploi"}),
    board(17, EVERY_EFFECT, {5: "emploi"}, dice=2, finish=Finish.BOUNCE),
    replace(
        board(20, {3: Bird(), 7: Bird(), 12: Bird(), 15: Wait(1)}, {18: "emploi"}, dice=2, finish=Finish.ONE_DIE),
        options=Options(
            goose=Goose.THROW_AGAIN, extra_turn=ExtraTurn.DOUBLE, first_throws=(FirstThrow((6, 3), "s16"),)
        ),
    ),
    replace(
        board(30, {9: Bird(), 14: Bird(), 21: Back(4), 26: Bird()}, {28: "emploi"}, dice=3, finish=Finish.BOUNCE),
        options=Options(goose=Goose.SAME_WAY, acts_on_way_back=False, chain=False, extra_turn=ExtraTurn.HIGHEST),
    ),
)


@pytest.mark.parametrize("squares", BOARDS)
def test_games_played_by_the_engine_agree(squares: Board) -> None:
    """The mean of 3,000 seeded games lies within four of its standard errors; so do the throws and the cards."""
    table = Table(squares, deck("emploi"))
    games = np.array([played(table, seed) for seed in range(3_000)])
    found = analyse(table)
    assert found.turns is not None
    assert found.throws is not None
    errors = games.std(axis=0) / math.sqrt(len(games))
    expected = [float(found.turns.mean), float(found.throws.mean), found.cards["emploi"]]
    assert (abs(games.mean(axis=0) - expected) < 4 * errors).all(), (games.mean(axis=0), expected, errors)
    assert games[:, 0].std() == pytest.approx(found.turns.deviation, rel=0.1)


LADDERS = {1: 38, 4: 14, 9: 31, 21: 42, 28: 84, 36: 44, 51: 67, 71: 91, 80: 100}
CHUTES = {16: 6, 47: 26, 49: 11, 56: 53, 62: 19, 64: 60, 87: 24, 93: 73, 95: 75, 98: 78}


def test_chutes_and_ladders_agrees_with_what_was_published() -> None:
    """39.2 spins on average, 7 at least, 22 most often, half of the games within 32.

    Althoen, King, Schilling, "How long is a game of Snakes and Ladders?", The Mathematical Gazette 77 (1993);
    J. VanderPlas, "Simulating Chutes & Ladders in Python" (2017). The last square, 100, is the arrival.
    """
    effects: dict[int, Effect] = {at: Forward(to - at) for at, to in LADDERS.items()}
    effects |= {at: Back(at - to) for at, to in CHUTES.items()}
    found = analyse(Table(board(99, effects, finish=Finish.STAY)))

    assert found.turns is not None
    assert found.turns.mean == pytest.approx(39.2, abs=0.05)
    chances = np.array(found.spread.chances)
    assert (int(np.argmax(chances > 0)) + 1, int(np.argmax(chances)) + 1) == (7, 22)
    assert found.quantiles[0.5] == 32
