"""Tables count the throws of two or three dice in rising order: the engine must not look at their order."""

from collections import Counter
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from random_boards import tables

from game.forecast.tables import EndlessTurnError, Moves, combinations, explore, follow, standing
from game.rules import GameState, Table, commands as g, events as e


def end_of(state: GameState, dice: tuple[int, ...]) -> tuple[GameState, list[e.GameEvent]]:
    """Return where a throw leads and what happens on the way, but for the order in which the dice are written."""
    after, happened = follow(state, g.RollDice(dice))
    return replace(after, dice=(), before_roll=None), [event for event in happened if type(event) is not e.DiceRolled]


def explored(table: Table) -> Moves | None:
    try:
        return explore([standing(table, 0)])
    except EndlessTurnError:
        return None


def test_rising_throws_stand_for_every_ordered_throw() -> None:
    for dice, faces in product((1, 2, 3), range(2, 9)):
        ordered = Counter(tuple(sorted(throw)) for throw in product(range(1, faces + 1), repeat=dice))
        assert dict(combinations(dice, faces)) == ordered, f"{dice} dice of {faces} faces"


@settings(max_examples=60)
@given(tables(dice=(2, 3), faces=4))
def test_the_order_of_the_dice_never_matters(table: Table) -> None:
    """From each state that a team can be in, each ordered throw does what the table says of the rising one."""
    moves = explored(table)
    if moves is None:
        return
    throws = list(product(range(1, table.board.faces + 1), repeat=table.board.dice))
    for state, known in zip(moves.nodes, moves.throws, strict=True):
        if not state.can_move("a"):
            continue
        rising = {throw.dice: end_of(state, throw.dice) for throw in known}
        for dice in throws:
            assert end_of(state, dice) == rising[tuple(sorted(dice))], f"{dice} from {state.positions}"
