"""What each throw from each situation of a pawn leads to, found by asking the rules.

A *node* is all that the rules know of a pawn as its turn begins: its place, and whatever else they keep about it (a
first throw not made yet, effects already met in this turn, a wait during which it may throw). Nodes are found by
walking: from the start, every throw is judged and folded by the rules, up to the end of the turn. Nothing here knows
what a square or an option does.

A *meeting* is a throw whose outcome changes when another pawn stands where the pawn comes to rest (a relay, a pawn
sent back). It is found in the same way, with a second pawn on that square, free or waiting.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import product
from typing import Any, NamedTuple

from game.forecast.durations import Tally
from game.rules import GameState, Phase, Refusal, Table, Waiting, commands as g, decide, events as e, evolve
from game.rules.state import Due

MOST_NODES = 4_000
"""More situations than this cannot be laid out in tables."""
_MOVER, _BYSTANDER, _OTHER = "mover", "bystander", "other"
_LONG_WAIT = 1_000
_MOST_STEPS = 200
_STEPS: dict[Phase, g.GameCommand] = {
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
    Phase.WORD: g.LayBrick(),
}
_FORGOTTEN = (
    "turns",
    "phase",
    "dice",
    "last_way",
    "before_roll",
    "due",
    "card",
    "is_revealed",
    "seen",
    "bricks",
    "draws",
)
"""What no later throw depends on; a field of the state that is missing here only makes more nodes than are needed."""
_OF_PAWNS = frozenset({"positions", "waits"})
"""Only what they say of the mover is kept."""
_KEPT = tuple(
    item.name for item in fields(GameState) if item.name not in {*_FORGOTTEN, *_OF_PAWNS, "table", "teams", "turn"}
)
_BLANK: dict[str, Any] = {item.name: item.default for item in fields(GameState) if item.name in _FORGOTTEN}


class NotInTablesError(Exception):
    """The board has a rule that tables do not hold; games on it are played step by step."""


class Outcome(NamedTuple):
    """What a turn, or the part of a turn up to another throw, leads to."""

    node: int
    wait: int
    """Turns of its team that the pawn lets go by from here; 0 when it does not wait."""
    keeps_turn: bool
    """Whether the same team throws again."""
    turns: int
    """How many turns have ended, 0 or 1."""
    due: Due | None
    """The card that was drawn, if any."""
    tally: Tally
    rests: tuple[int, ...]
    """The positions where the pawn came to stand, one after the other."""


class Meeting(NamedTuple):
    """What becomes of a throw when another pawn stands on ``position``; ``waits`` tells whether it waits there."""

    position: int
    waits: bool
    outcome: Outcome
    other_node: int
    """Where the other pawn is then; -1 when it stays."""
    frees: bool


@dataclass
class Lanes:
    """All nodes of a table and what leads from one to another. Node 0 is the start."""

    table: Table
    throws: tuple[tuple[int, ...], ...]
    """The different throws; dice count in any order."""
    columns: tuple[int, ...]
    """For each of the equally likely ways the dice fall, which throw it is."""
    states: list[GameState] = field(default_factory=list)
    outcomes: list[tuple[Outcome, ...]] = field(default_factory=list)
    """For each node, the outcome of each throw; a single one where the pawn cannot throw."""
    meetings: dict[tuple[int, int], tuple[Meeting, ...]] = field(default_factory=dict)
    """By node and throw."""
    numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)
    waits: dict[int, Waiting] = field(default_factory=dict)
    """How pawns wait at a position."""
    arrived_play: bool = True
    """Whether a team that has arrived still has its turns."""

    @property
    def positions(self) -> list[int]:
        """The position of each node."""
        return [_place(state) for state in self.states]

    @property
    def homes(self) -> list[bool]:
        """Whether each node is the arrival."""
        return [state.has_arrived(_MOVER) for state in self.states]

    def number(self, state: GameState) -> int:
        """Return the node of a situation, a new one where it was not known.

        Raises:
            NotInTablesError: there are too many of them.
        """
        key = _key(state)
        found = self.numbers.get(key)
        if found is None:
            if len(self.states) >= MOST_NODES:
                raise NotInTablesError("too many situations")
            found = self.numbers[key] = len(self.states)
            self.states.append(_bare(state))
        return found


def find_lanes(table: Table) -> Lanes:
    """Walk through all that can happen to a pawn on a board.

    Raises:
        NotInTablesError: the board has a rule that tables do not hold.
    """
    board = table.board
    falls = [tuple(sorted(dice)) for dice in product(range(1, board.faces + 1), repeat=board.dice)]
    throws = tuple(sorted(set(falls)))
    index = {dice: at for at, dice in enumerate(throws)}
    lanes = Lanes(table, throws, tuple(index[dice] for dice in falls))
    beginning = _beginning(table)
    lanes.number(beginning)
    lanes.arrived_play = _do_arrived_play(beginning)
    met: deque[int] = deque()
    while len(lanes.outcomes) < len(lanes.states) or met:
        if len(lanes.outcomes) < len(lanes.states):  # all lone ways first: they tell how pawns wait
            met.append(len(lanes.outcomes))
            lanes.outcomes.append(_lone(lanes, lanes.states[len(lanes.outcomes)]))
        elif table.cooperative:
            met.clear()
        else:
            _meet(lanes, met.popleft())
    return lanes


def _beginning(table: Table) -> GameState:
    state = GameState(table)
    for team in (_MOVER, _BYSTANDER, _OTHER):
        state = _after(state, g.JoinGame(team))[0]
    return state


def _do_arrived_play(state: GameState) -> bool:
    """Tell who is next when all the others have arrived."""
    home = dict.fromkeys((_BYSTANDER, _OTHER), state.table.board.end)
    after, _ = _after(replace(state, positions={**state.positions, **home}), g.Pass())
    return after.turn != _MOVER


def _lone(lanes: Lanes, state: GameState) -> tuple[Outcome, ...]:
    if not state.can_move(_MOVER):
        command: g.GameCommand = g.DrawCard() if state.table.cards else g.Pass()
        return (_play(lanes, state, command)[0],)
    return tuple(_play(lanes, state, g.RollDice(dice))[0] for dice in lanes.throws)


def _meet(lanes: Lanes, node: int) -> None:
    """Find which throws from a node turn out otherwise when another pawn stands where they lead."""
    state = lanes.states[node]
    for column, lone in enumerate(lanes.outcomes[node]):
        if not lone.tally[0]:
            continue
        found = [
            meeting
            for position in dict.fromkeys(lone.rests)
            if 0 < position < lanes.table.board.end
            for wait in dict.fromkeys((lanes.waits.get(position), None))
            if (meeting := _meeting(lanes, state, column, position, wait)) is not None
            if meeting.outcome != lone or meeting.frees or meeting.other_node >= 0
        ]
        if found:
            lanes.meetings[node, column] = tuple(dict.fromkeys(found))


def _meeting(lanes: Lanes, state: GameState, column: int, position: int, wait: Waiting | None) -> Meeting | None:
    waits = dict(state.waits)
    if wait is not None:
        waits[_OTHER] = replace(wait, turns=_LONG_WAIT)
    met = replace(state, positions={**state.positions, _OTHER: position}, waits=waits)
    outcome, after = _play(lanes, met, g.RollDice(lanes.throws[column]))
    if _OTHER in after.waits and wait is None:
        raise NotInTablesError("a meeting makes the other pawn wait")
    node = -1
    if after.positions[_OTHER] != position:
        moved = {**after.positions, _MOVER: after.positions[_OTHER]}
        node = lanes.number(evolve(replace(after, positions=moved, waits={}), (e.TurnPassed(_MOVER),)))
    return Meeting(position, wait is not None, outcome, node, wait is not None and _OTHER not in after.waits)


def _play(lanes: Lanes, state: GameState, command: g.GameCommand) -> tuple[Outcome, GameState]:
    """Play on until another throw, or the next team's turn; return the outcome and the state then."""
    due = Due() if isinstance(command, g.DrawCard) else None
    tally, events = None, list[e.GameEvent]()
    for _ in range(_MOST_STEPS):
        state, told = _after(state, command)
        counted = Tally.of(command, told)
        tally = counted if tally is None else tally.plus(counted)
        events += told
        if state.phase is Phase.READY:
            return _outcome(lanes, state, due, tally, events), state
        command = _STEPS[state.phase]
        due = state.due if state.phase is Phase.LANDED else due
    raise NotInTablesError("a turn that does not end")


def _outcome(lanes: Lanes, state: GameState, due: Due | None, tally: Tally, events: list[e.GameEvent]) -> Outcome:
    pawn = state.pawn_key(_MOVER)
    rests = tuple(event.path[-1] for event in events if isinstance(event, e.PawnMoved) and event.pawn == pawn)
    turns = sum(isinstance(event, e.TurnPassed) for event in events)
    wait = None if state.can_move(_MOVER) or state.table.cooperative else state.wait_of(_MOVER)
    if wait is not None:
        lanes.waits.setdefault(_place(state), wait)
        state = replace(state, waits={})
    keeps = state.turn == _MOVER
    return Outcome(lanes.number(state), wait.turns if wait else 0, keeps, turns, due, tally, rests)


def _after(state: GameState, command: g.GameCommand) -> tuple[GameState, tuple[e.GameEvent, ...]]:
    events = decide(state, command, lambda _index, _sides: 0)
    if isinstance(events, Refusal):
        raise NotInTablesError(f"{command} is refused: {events.code}")
    return evolve(state, events), events


def _bare(state: GameState) -> GameState:
    """Return a state as the mover's turn begins, without what no later throw depends on."""
    pawn = state.pawn_key(_MOVER)
    positions = {**dict.fromkeys(state.positions, 0), pawn: state.positions[pawn]}
    waits = {key: wait for key, wait in state.waits.items() if key == pawn}
    return replace(state, turn=_MOVER, positions=positions, waits=waits, **_BLANK)


def _key(state: GameState) -> tuple[Any, ...]:
    """Return what tells a situation from others; `_bare` would leave the same in it."""
    values, pawn = state.__dict__, state.pawn_key(_MOVER)
    return (state.positions[pawn], state.waits.get(pawn), *[_hashable(values[name]) for name in _KEPT])


def _place(state: GameState) -> int:
    return state.positions[state.pawn_key(_MOVER)]


def _hashable(value: object) -> object:
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value
