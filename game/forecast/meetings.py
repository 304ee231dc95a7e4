"""Can teams that push one another off their squares keep a game from ever ending?

A lone team that can arrive from everywhere arrives in the end: `game.forecast.checker` proves that first. What follows
is about several teams on a board where pawns meet. It ends as well, whatever the number of teams, in two cases:

- *The mover goes back.* Nobody is moved by somebody else. Were there a set of squares that teams never leave, one of
  its squares would have a throw that leads a lone team out of it, to a square where nobody stands: it would be made.
- *Pawns swap, and each throw may lead to two squares or more.* Whoever goes on, the others may all throw something
  else than the square where it stands; so it goes the way of a lone team, and arrives.

Otherwise the teams are played with the rules, from the start, through all that can happen: the game ends when from each
situation all can still arrive. This grows quickly with the teams; it stops after `MOST_THROWS` throws, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.forecast.chain import reaching
from game.forecast.tables import ARRIVED, TEAM, Moves, begun, combinations, explore, follow, key_of, standing
from game.rules import GameState, Table, commands as c
from game.rules.board import Collision

MOST_THROWS = 60_000
"""Throws that are played before giving up: a second or two."""

Dice = tuple[int, ...]


@dataclass(frozen=True)
class Trap:
    """Teams that never arrive.

    Attributes:
        teams: How many they are.
        throws: The shortest game that leads there from the start, the teams throwing in turn; a team that has arrived
            throws nothing.
        squares: The positions where their pawns stand from there on, in order.
    """

    teams: int
    throws: tuple[Dice, ...]
    squares: tuple[int, ...]


@dataclass(frozen=True)
class Verdict:
    """What is known of several teams on a board.

    Attributes:
        proved: Up to how many teams all arrive; ``None`` for any number.
        trap: Why more teams may not, where that was found.
    """

    proved: int | None = None
    trap: Trap | None = None


class _TooManyThrowsError(Exception):
    """The teams can be in too many situations."""


def judge_meetings(table: Table, teams: int) -> Verdict:
    """Tell whether teams that meet all arrive, on a board whose lone team does from everywhere.

    Args:
        table: The board.
        teams: The most teams that are tried where the proof is by playing.

    Raises:
        TooManyStatesError: A lone team can be in too many states.
        EndlessTurnError: A turn does not end.
    """
    collision = table.board.options.collision
    if table.cooperative or collision is Collision.SHARE:
        return Verdict()
    moves = _moves(table)
    arrives = len(reaching([{throw.after for throw in throws} for throws in moves.throws])) == len(moves.nodes)
    if arrives and (collision is Collision.MOVER_BACK or not any(_forces(moves))):
        return Verdict()
    left = MOST_THROWS
    for number in range(2, teams + 1):
        try:
            trap, played = _played(table, number, left)
        except _TooManyThrowsError:
            return Verdict(number - 1)
        if trap is not None:
            return Verdict(number - 1, trap)
        left -= played
    return Verdict(teams)


def _moves(table: Table) -> Moves:
    """Return the moves from every square, and from the start for a pawn that was sent back there."""
    start = standing(table, 0)
    sent_back = replace(start, thrown=frozenset({TEAM}))
    return explore([start, sent_back, *(standing(table, position) for position in range(1, table.board.end))])


def _forces(moves: Moves) -> Iterable[bool]:
    """Yield, for each state in which a turn begins, whether every throw leads to one and the same square."""
    for node, (state, throws) in enumerate(zip(moves.nodes, moves.throws, strict=True)):
        begins = not state.chain and not state.has_extra_turn and bool(throws[0].dice)
        over = [throw for throw in throws if throw.rounds or throw.after == ARRIVED]
        rests = {throw.rests[-1] if throw.rests else moves.position(node) for throw in over}
        yield begins and len(rests) < 2 and all(throw.after != ARRIVED for throw in over)  # noqa: PLR2004 - a choice


def _played(table: Table, teams: int, most: int) -> tuple[Trap | None, int]:
    """Play all that can happen to some teams; return where they are trapped, if anywhere, and how many throws it took.

    Raises:
        _TooManyThrowsError: it takes more than ``most`` throws.
        EndlessTurnError: a turn does not end.
    """
    states = [begun(table, "".join(chr(ord("a") + team) for team in range(teams)))]
    known = {_key(states[0]): 0}
    before: list[tuple[int, Dice]] = [(0, ())]
    after: list[set[int]] = []
    played = 0
    while len(after) < len(states):
        here, following = states[len(after)], set[int]()
        for dice in _throws(here):
            played += 1
            if played > most:
                raise _TooManyThrowsError
            state, _ = follow(here, c.RollDice(dice) if dice else c.Pass())
            key = ARRIVED if _are_home(state) else known.setdefault(_key(state), len(states))
            if key == len(states):
                states.append(state)
                before.append((len(after), dice))
            following.add(key)
        after.append(following)
    arriving = reaching(after)
    lost = next((index for index in range(len(states)) if index not in arriving), None)
    if lost is None:
        return None, played
    kept = _never_left(after, lost)
    return Trap(teams, _way(before, min(kept)), _squares(states, kept)), played


def _key(state: GameState) -> tuple[object, ...]:
    return (state.turn, *key_of(state))


def _throws(state: GameState) -> list[Dice]:
    """Return the throws of the team whose turn it is; a single empty one when it does not throw."""
    board = state.table.board
    return [dice for dice, _ in combinations(board.dice, board.faces)] if state.can_move(state.turn) else [()]


def _are_home(state: GameState) -> bool:
    """Tell whether all teams are home, but for one at most, which arrives alone."""
    return sum(not state.has_arrived(team) for team in state.teams) <= 1


def _way(before: list[tuple[int, Dice]], index: int) -> tuple[Dice, ...]:
    throws: list[Dice] = []
    while index:
        index, dice = before[index]
        throws.append(dice)
    return tuple(reversed(throws))


def _never_left(after: list[set[int]], lost: int) -> set[int]:
    """Return situations that teams come back to for ever, starting from one where they are lost."""
    while True:
        following, todo = {lost}, [lost]
        while todo:
            new = after[todo.pop()] - following
            following |= new
            todo += new
        coming_back = reaching([{ARRIVED} if lost in each else each for each in after])
        gone = following - coming_back - {lost}
        if not gone:
            return following
        lost = min(gone)


def _squares(states: list[GameState], kept: set[int]) -> tuple[int, ...]:
    """Return where the pawns that have not arrived stand in some situations."""
    end = states[0].table.board.end
    return tuple(sorted({place for index in kept for place in states[index].positions.values() if place < end}))
