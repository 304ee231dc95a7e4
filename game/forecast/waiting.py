"""Can teams all wait for one another for ever? Waits are bounded: this is checked with teams that all wait.

Each wait ends by itself after so many of its team's turns, whether or not another team comes. So the first of several
teams that all wait goes on after at most as many rounds as its bound says. That is what is played here, with the rules:
for every two squares that make a pawn wait, and with as many teams as a game may have.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations_with_replacement, cycle, islice

from game.forecast.tables import begun, combinations, no_chance, standing
from game.rules import Board, GameState, Phase, Refusal, Table, Waiting, commands as c, decide, events as e, evolve
from game.rules.board import Collision
from game.rules.legal import MOST_TEAMS

LONGEST_WAIT = 20
"""Turns; a board that makes a team wait longer has no bound worth the name."""


def waits(table: Table) -> dict[int, Waiting]:
    """Return the waits that the squares of a board give, by position."""
    found: dict[int, Waiting] = {}
    for position in range(1, table.board.end):
        state = replace(standing(table, position), phase=Phase.EFFECT)
        events = decide(state, c.FollowEffect(), no_chance)
        if isinstance(events, Refusal):
            continue
        for at, event in enumerate(events):
            if isinstance(event, e.PawnWaits):
                wait = evolve(state, events[: at + 1]).waits[event.pawn]
                found[evolve(state, events[: at + 1]).positions[event.pawn]] = wait
    return found


def too_long(board: Board) -> list[int]:
    """Return the positions whose effect makes a pawn wait longer than `LONGEST_WAIT`."""
    waiting = [(at, getattr(square.effect, "turns", 0)) for at, square in enumerate(board.squares, start=1)]
    return [position for position, turns in waiting if turns > LONGEST_WAIT]


def interacts(table: Table) -> bool:
    """Tell whether teams may act on one another: a relay, or pawns that meet."""
    meets = table.board.options.collision is not Collision.SHARE
    return not table.cooperative and (meets or any(wait.relay for wait in waits(table).values()))


def endless_waits(table: Table) -> Iterator[int]:
    """Yield the positions where teams can wait for one another without end; none when all waits are bounded."""
    found = waits(table)
    told: set[int] = set()
    groups = list(combinations_with_replacement(sorted(found), 2))
    if found:
        groups.append(tuple(islice(cycle(sorted(found)), MOST_TEAMS)))  # type: ignore[arg-type]
    for group in groups:
        if group[0] not in told and not somebody_leaves(table, {at: found[at] for at in group}, group):
            told.add(group[0])
            yield group[0]


def somebody_leaves(table: Table, found: Mapping[int, Waiting], group: tuple[int, ...]) -> bool:
    """Tell whether one of several teams that all wait goes on, within the bounds of their waits.

    Args:
        table: The board.
        found: The wait that each position gives.
        group: Where each team waits.
    """
    if table.cooperative:  # one pawn, which waits for nobody
        return all(wait.turns <= LONGEST_WAIT for wait in found.values())
    teams = [chr(ord("a") + index) for index in range(len(group))]
    places = dict(zip(teams, group, strict=True))
    state = replace(
        begun(table, "".join(teams)),
        positions=dict(places),
        waits={team: found[place] for team, place in places.items()},
        thrown=frozenset(teams),
    )
    spent = 0
    while spent <= LONGEST_WAIT * len(teams):
        if len(state.waits) < len(teams):
            return True
        events = decide(state, _keep_waiting(state), no_chance)
        if isinstance(events, Refusal):
            return False
        spent += max(1, sum(isinstance(event, e.WaitSpent) for event in events))
        state = evolve(state, events)
    return False


def _keep_waiting(state: GameState) -> c.GameCommand:
    """Return what leaves a team waiting for as long as it can: the throw of its turn that does not free it."""
    board = state.table.board
    if not state.can_move(state.turn):
        return c.Pass()
    throws = [dice for dice, _ in combinations(board.dice, board.faces)]
    return c.RollDice(next((dice for dice in throws if _stays(state, dice)), throws[0]))


def _stays(state: GameState, dice: tuple[int, ...]) -> bool:
    events = decide(state, c.RollDice(dice), no_chance)
    return not isinstance(events, Refusal) and state.turn in evolve(state, events).waits
