"""Prove that a board can be played to its end, or show the shortest example of why it cannot.

Every state that a lone team can be in, from every square, is played with the rules themselves: what is not found here
does not happen to a lone team. Several teams act on one another in two ways. They wait for each other: waits are
bounded, and the bound is checked with teams that all wait (see `game.forecast.waiting`). They meet: that they all
arrive is proved for any number of teams, or played through up to a bound that is told (see `game.forecast.meetings`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.forecast.chain import reaching
from game.forecast.exact import analyse
from game.forecast.meetings import judge_meetings
from game.forecast.tables import (
    ARRIVED,
    EndlessTurnError,
    Moves,
    TooManyStatesError,
    explore,
    no_chance,
    standing,
)
from game.forecast.waiting import endless_waits, too_long
from game.rules import Board, Phase, Square, Table, commands as c, decide, events as e
from game.rules.movement import MOST_EFFECTS_A_TURN

USUAL_TEAMS = 4

Dice = tuple[int, ...]


@dataclass(frozen=True)
class Finding:
    """Something wrong with a board, and the shortest game that shows it.

    Attributes:
        code: ``end_out_of_reach``, ``dead_end``, ``endless_chain``, ``endless_wait``, ``effect_to_nowhere``,
            ``endless_meetings``, ``meetings_unproved``, ``effect_past_edge``, ``no_card``, ``few_cards``, ``too_long``
            or ``too_many_states``.
        position: The position in question; 0 is the start.
        origin: Where the pawn of the example stands first: the start, whenever the square can be reached from it.
        throws: The dice of the example, throw by throw; a turn spent waiting has none. Where several teams play, they
            throw in turn, the one that begins first.
        params: What a sentence about it needs.
    """

    code: str
    position: int
    origin: int = 0
    throws: tuple[Dice, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)


def check_board(table: Table, teams: int = USUAL_TEAMS) -> tuple[Finding, ...]:
    """Return all that is wrong with the board of a table; nothing when it is proved good.

    Args:
        table: The board, with the cards in play; without cards, the deck is not looked at.
        teams: How many teams the deck must be large enough for.
    """
    unplayable = tuple(broken_effects(table.board))
    if unplayable:
        return unplayable
    try:
        moves = explore([standing(table, position) for position in range(table.board.end)])
    except EndlessTurnError as error:
        return (Finding("endless_chain", error.position, error.position, (error.dice,), {"squares": ()}),)
    except TooManyStatesError:
        return (Finding("too_many_states", 0),)
    walks = _Walks(moves)
    found = [*_past_edge(table), *_chains(walks), *_ends(walks)]
    found += [Finding("endless_wait", position) for position in endless_waits(table)]
    stuck = any(one.code in {"dead_end", "end_out_of_reach"} for one in found)
    if not stuck:
        found += _meetings(table, teams)
    return (*found, *_cards(table, teams, ends=not stuck))


class _Walks:
    """The moves from every square, and the shortest way from the start to each node."""

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        self.ways: dict[int, tuple[Dice, ...]] = {0: ()}
        todo = [0]
        for node in todo:
            for throw in moves.throws[node]:
                if throw.after != ARRIVED and throw.after not in self.ways:
                    self.ways[throw.after] = (*self.ways[node], throw.dice)
                    todo.append(throw.after)

    def length(self, node: int) -> tuple[int, int]:
        """Return what sorts examples: those that begin at the start, the shortest first."""
        return (0, len(self.ways[node])) if node in self.ways else (1, node)

    def finding(self, code: str, node: int, *throws: Dice, at: int | None = None, **params: object) -> Finding:
        """Return a finding whose example leads to a node, then throws."""
        position = self.moves.position(node)
        here = position if at is None else at
        if node in self.ways:
            return Finding(code, here, 0, (*self.ways[node], *throws), params)
        return Finding(code, here, position, throws, params)

    def nodes(self) -> list[int]:
        """Return the nodes, those with the shortest example first."""
        return sorted(range(len(self.moves.nodes)), key=self.length)


def _chains(walks: _Walks) -> Iterator[Finding]:
    """Find the throws whose effects go on until the rules cut them: one example for each chain."""
    told: set[frozenset[int]] = set()
    for node in walks.nodes():
        if walks.moves.nodes[node].chain:
            continue
        for throw in walks.moves.throws[node]:
            if throw.effects < MOST_EFFECTS_A_TURN:
                continue
            loop = frozenset(at for at in throw.rests if throw.rests.count(at) > 1) or frozenset(throw.rests)
            if loop not in told:
                told.add(loop)
                squares = tuple(dict.fromkeys(at for at in throw.rests if at in loop))
                yield walks.finding("endless_chain", node, throw.dice, at=squares[0], squares=squares)


def _ends(walks: _Walks) -> Iterator[Finding]:
    """Find the squares from which the arrival is never reached; those that a pawn cannot even leave are dead ends."""
    moves = walks.moves
    arriving = reaching([{throw.after for throw in throws} for throws in moves.throws])
    lost = [node for node in walks.nodes() if node not in arriving]
    dead = [node for node in lost if _is_dead(moves, node)]
    told: set[int] = set()
    for node in dead:
        if moves.position(node) not in told:
            told.add(moves.position(node))
            yield walks.finding("dead_end", node)
    others = [node for node in lost if moves.position(node) not in told]
    if others:
        squares = tuple(sorted({moves.position(node) for node in others}))
        yield walks.finding("end_out_of_reach", others[0], squares=squares)


def _is_dead(moves: Moves, node: int) -> bool:
    return all(throw.after == node and set(throw.rests) <= {moves.position(node)} for throw in moves.throws[node])


def _meetings(table: Table, teams: int) -> Iterator[Finding]:
    """Find the game of several teams that never ends because they meet, or say how far it was looked for."""
    try:
        verdict = judge_meetings(table, teams)
    except TooManyStatesError:
        yield Finding("too_many_states", 0)
        return
    trap = verdict.trap
    if trap is not None:
        params = {"teams": trap.teams, "squares": trap.squares}
        yield Finding("endless_meetings", max(trap.squares), 0, trap.throws, params)
    elif verdict.proved is not None:
        yield Finding("meetings_unproved", 0, params={"teams": verdict.proved})


def broken_effects(board: Board) -> Iterator[Finding]:
    """Yield what keeps a board from being played: a square that is not there, a wait that has no real bound."""
    for position in too_long(board):
        yield Finding("endless_wait", position, position)
    for position, square in enumerate(board.squares, start=1):
        target = getattr(square.effect, "square", None)
        if target is not None and target not in board.positions:
            yield Finding("effect_to_nowhere", position, position, params={"square": target})
    for first in board.options.first_throws:
        if first.square not in board.positions:
            yield Finding("effect_to_nowhere", 0, 0, (first.dice,), {"square": first.square})


def _past_edge(table: Table) -> Iterator[Finding]:
    """Yield the effects that the rules cut short at an end of the board."""
    for position, square in enumerate(table.board.squares, start=1):
        by = getattr(square.effect, "by", None)
        if by is not None and not _stays_inside(table, position, by):
            yield Finding("effect_past_edge", position, position, params={"by": by})


def _stays_inside(table: Table, position: int, by: int) -> bool:
    """Tell whether an effect moves a pawn by as many squares as it says: the rules stop it at both ends."""
    events = decide(replace(standing(table, position), phase=Phase.EFFECT), c.FollowEffect(), no_chance)
    moves = [event for event in events if isinstance(event, e.PawnMoved)] if isinstance(events, tuple) else []
    return bool(moves) and len(moves[0].path) == by


def _cards(table: Table, teams: int, *, ends: bool) -> Iterator[Finding]:
    """Find the themes and kinds without a card, and those with too few.

    There are enough when some teams that play until all have arrived draw no more of them, on average, than there are:
    a session stops at its clock, mostly before, so that hardly a card comes back in it.
    """
    if not table.cards:
        return
    for position, square in enumerate(table.board.squares, start=1):
        kind = getattr(square.effect, "kind", None)
        if (square.theme and square.theme not in table.by_theme) or (kind and kind not in table.by_kind):
            yield Finding("no_card", position, position, params={"name": square.theme or kind})
    if not ends:
        return
    analysis = analyse(table)
    if analysis.spread.left and analysis.turns:
        yield Finding("too_long", 0, params={"turns": float(analysis.turns.mean)})
    for name, mean in analysis.cards.items():
        deck = table.by_theme.get(name) or table.by_kind.get(name, ())
        if deck and mean * teams > len(deck):
            where = next(at for at, square in enumerate(table.board.squares, start=1) if name in _names(square))
            params = {"name": name, "needed": float(mean) * teams, "cards": len(deck), "teams": teams}
            yield Finding("few_cards", where, where, params=params)


def _names(square: Square) -> tuple[str | None, str | None]:
    return square.theme, getattr(square.effect, "kind", None)
