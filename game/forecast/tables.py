"""What each throw of a lone team leads to, found by playing it with the rules themselves.

Nothing here moves a pawn. A game of one team is put in a state, the dice are typed in as a person would, and the
special squares act until the next throw is due. A node is a state in which a throw is due (or a turn that the pawn
spends waiting); states are the same node when nothing that the rules may look at differs.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import combinations_with_replacement

from game.rules import GameState, Phase, Refusal, Table, commands as c, decide, events as e, evolve

TEAM = "a"
ARRIVED = -1
"""The node of a pawn that is home."""
MOST_NODES = 4_000
MOST_STEPS = 200
"""Commands in one turn; the rules cut chains long before."""
ANY_THEME = "libre"
"""The card that a group draws while its shared pawn waits: of the theme least talked about."""

_BOOKKEEPING = frozenset(
    {"table", "teams", "turn", "turns", "phase", "dice", "last_way", "before_roll", "due", "card", "is_revealed"}
    | {"seen", "bricks", "draws"}
)
"""Fields that the next throw does not look at: it writes the dice and the way anew, and the rest is of cards."""
_NAMES = tuple(field.name for field in fields(GameState) if field.name not in _BOOKKEEPING)
_STEPS: dict[Phase, c.GameCommand] = {Phase.EFFECT: c.FollowEffect(), Phase.LANDED: c.Pass()}

Key = tuple[object, ...]


class TooManyStatesError(Exception):
    """A board whose lone team can be in more than `MOST_NODES` states."""


class EndlessTurnError(Exception):
    """A throw whose turn does not end."""

    def __init__(self, position: int, dice: tuple[int, ...]) -> None:
        super().__init__(f"{dice} from {position}")
        self.position, self.dice = position, dice


@dataclass(frozen=True, slots=True)
class Throw:
    """One throw from a node, and all that follows until the next throw is due.

    Attributes:
        dice: The faces in rising order: dice are thrown together. Empty for a turn spent waiting.
        weight: How many of the `Moves.total` ordered throws show these faces.
        after: The index of the node that follows, or `ARRIVED`.
        turns: How many of the team's turns end here, those that it then waits included.
        rounds: The same without the turns that end in an extra turn.
        rests: The positions where the pawn comes to rest, in order; empty when it does not move.
        cards: The theme or the kind of each card that is due.
        effects: How many special squares acted, in the whole turn so far.
    """

    dice: tuple[int, ...]
    weight: int
    after: int
    turns: int
    rounds: int
    rests: tuple[int, ...]
    cards: tuple[str, ...]
    effects: int


@dataclass(frozen=True)
class Moves:
    """The nodes, in the order in which they were found, and the throws from each of them."""

    nodes: tuple[GameState, ...]
    throws: tuple[tuple[Throw, ...], ...]
    total: int

    def position(self, node: int) -> int:
        """Return where the pawn of a node stands."""
        return position_of(self.nodes[node])


@cache
def combinations(dice: int, faces: int) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Return each throw in rising order, and how many ordered throws show it."""
    throws = combinations_with_replacement(range(1, faces + 1), dice)
    return tuple((throw, _orders(throw)) for throw in throws)


def _orders(throw: tuple[int, ...]) -> int:
    return math.factorial(len(throw)) // math.prod(math.factorial(count) for count in Counter(throw).values())


def no_chance(_index: int, _sides: int) -> int:
    """Give the lowest outcome: all dice are typed in, and no card is drawn."""
    return 0


def begun(table: Table, teams: str = TEAM) -> GameState:
    """Return a game that these teams (one letter each) have just joined."""
    state = GameState(table)
    for team in teams:
        events = decide(state, c.JoinGame(team), no_chance)
        if isinstance(events, Refusal):
            raise TypeError(events)
        state = evolve(state, events)
    return state


def standing(table: Table, position: int) -> GameState:
    """Return a lone team's turn that begins at a position; past the start, it has thrown before."""
    state = begun(table)
    pawn = state.pawn_key(TEAM)
    thrown = frozenset({pawn}) if position else state.thrown
    return replace(state, positions={pawn: position}, thrown=thrown)


def position_of(state: GameState) -> int:
    """Return where the pawn of a lone team stands."""
    return state.position_of(TEAM)


def follow(state: GameState, command: c.GameCommand) -> tuple[GameState, list[e.GameEvent]]:
    """Give a command, then let special squares act and pass the cards, until a throw is due.

    Raises:
        EndlessTurnError: this does not end.
        TypeError: the rules refuse a command that is due.
    """
    happened: list[e.GameEvent] = []
    after = state
    for _ in range(MOST_STEPS):
        events = decide(after, command, no_chance)
        if isinstance(events, Refusal):
            raise TypeError(events)
        happened += events
        after = evolve(after, events)
        if after.phase is Phase.READY:
            return after, happened
        command = _STEPS[after.phase]
    raise EndlessTurnError(state.position_of(state.turn), after.dice)


def explore(starts: Iterable[GameState]) -> Moves:
    """Play every throw from these states of a lone team, and from all that they lead to.

    Raises:
        TooManyStatesError: there are too many of them.
        EndlessTurnError: a turn does not end.
    """
    known: dict[Key, int] = {}
    nodes: list[GameState] = []

    def index(state: GameState) -> int:
        if state.has_arrived(TEAM):
            return ARRIVED
        key = key_of(state)
        if key not in known:
            if len(nodes) >= MOST_NODES:
                raise TooManyStatesError
            known[key] = len(nodes)
            nodes.append(_bare(state))
        return known[key]

    for start in starts:
        index(start)
    board = nodes[0].table.board
    throws: list[tuple[Throw, ...]] = []
    while len(throws) < len(nodes):
        state = nodes[len(throws)]
        if state.can_move(TEAM):
            found = [(*follow(state, c.RollDice(dice)), dice, weight) for dice, weight in _all_dice(state)]
        else:
            found = [(*follow(state, c.Pass()), (), board.faces**board.dice)]
        throws.append(
            tuple(_throw(state, after, done, dice, weight, index(after)) for after, done, dice, weight in found)
        )
    return Moves(tuple(nodes), tuple(throws), board.faces**board.dice)


def _all_dice(state: GameState) -> tuple[tuple[tuple[int, ...], int], ...]:
    return combinations(state.table.board.dice, state.table.board.faces)


def key_of(state: GameState) -> Key:
    """Return what tells a state from others: all that a throw of the team whose turn it is may look at."""
    values = state.__dict__
    return tuple([_hashable(values[name]) for name in _NAMES])


def _hashable(value: object) -> object:
    return frozenset(value.items()) if isinstance(value, Mapping) else value


def _bare(state: GameState) -> GameState:
    return replace(state, turns=1, before_roll=None, due=None, card="", seen=(), bricks=(), draws=0)


def _throw(
    before: GameState, after: GameState, events: list[e.GameEvent], dice: tuple[int, ...], weight: int, node: int
) -> Throw:
    rests: list[int] = []
    cards: list[str] = [] if dice else [ANY_THEME]
    spent, effects, waits, extra = 0, before.chain, False, before.has_extra_turn
    for event in events:
        kind = type(event)
        if kind is e.PawnMoved:
            rests.append(event.path[-1])  # type: ignore[union-attr]
            effects += event.cause == "effect"  # type: ignore[union-attr]
        elif kind is e.CardDue:
            cards.append(event.theme or event.kind or ANY_THEME)  # type: ignore[union-attr]
        elif kind is e.WaitSpent:
            spent += 1
        elif kind is e.PawnWaits:
            waits = True
        elif kind is e.ExtraTurnEarned:
            extra = True
    if node == ARRIVED:
        return Throw(dice, weight, node, 1, 1, tuple(rests), tuple(cards), effects)
    # A wait that is spent by a turn that began waiting is that very turn; the others are turns that were skipped.
    skipped = max(spent - bool(before.waits), 0)
    ended = after.turns - before.turns
    rounds = 0 if ended and extra and not waits else ended
    return Throw(dice, weight, node, ended + skipped, rounds + skipped, tuple(rests), tuple(cards), effects)
