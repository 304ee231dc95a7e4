"""How a pawn moves and what it meets where it rests. The only place where landing is resolved.

Rules of the goose game: ``domain`` notes, section 6 (finish: reach or pass, stay, bounce).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from game.rules.board import Back, Board, DrawKind, Effect, Finish, Forward, GoTo, Relay, RollAgain, Wait
from game.rules.events import (
    CardDue,
    EffectDue,
    GameEvent,
    PawnArrived,
    PawnFreed,
    PawnMoved,
    PawnWaits,
    RollGranted,
    WaitSpent,
)
from game.rules.state import GameState, Waiting

_pawn_moved = lru_cache(maxsize=4096)(PawnMoved)
_pawn_waits = lru_cache(maxsize=256)(PawnWaits)
_waiting = lru_cache(maxsize=256)(Waiting)
"""These are values: those that come again and again are made once."""

MOST_EFFECTS_A_TURN = 6
"""After so many effects in one turn, special squares act as plain ones: no chain goes on for ever."""


def throw_path(board: Board, position: int, total: int) -> tuple[int, ...]:
    """Return the positions that a throw of ``total`` goes through; empty when the pawn does not move."""
    path = board.paths.get((position, total))
    if path is None:
        path = board.paths[position, total] = _way(board, position, total)
    return path


def _way(board: Board, position: int, total: int) -> tuple[int, ...]:
    end = board.end
    target = position + total
    if target <= end:
        return tuple(range(position + 1, target + 1))
    if board.finish is Finish.STAY:
        return ()
    there = tuple(range(position + 1, end + 1))
    if board.finish is Finish.PASS:
        return there
    return there + tuple(range(end - 1, max(end - (target - end), 0) - 1, -1))


def effect_path(board: Board, position: int, effect: Effect) -> tuple[int, ...]:
    """Return the positions that an effect moves a pawn through; empty for an effect that moves nothing."""
    if isinstance(effect, Forward):
        return tuple(range(position + 1, min(position + effect.by, board.end) + 1))
    if isinstance(effect, Back):
        return tuple(range(position - 1, max(position - effect.by, 0) - 1, -1))
    if isinstance(effect, GoTo):
        return (board.positions[effect.square],)
    return ()


def land(state: GameState, pawn: str, path: tuple[int, ...], cause: str) -> list[GameEvent]:
    """Move a pawn along a path and tell what it meets where it rests.

    Args:
        state: the game before the move.
        pawn: the key of the pawn that moves.
        path: the positions it goes through; empty when it stays.
        cause: ``throw`` or ``effect``.

    Returns:
        The events. When none of them says what is due (a card, an effect, another throw), the turn is over.
    """
    if not path:
        return []
    events: list[GameEvent] = [_pawn_moved(pawn, path, cause)]
    board = state.table.board
    position = path[-1]
    if position >= board.end:
        events.append(PawnArrived(pawn))
        return events
    square = board.square_at(position)
    if square is None:
        return events
    if square.effect is not None:
        events += _meet_effect(state, pawn, position, square.effect, cause)
    elif square.theme in state.table.by_theme:
        events.append(CardDue(square.theme))
    return events


def _meet_effect(state: GameState, pawn: str, position: int, effect: Effect, cause: str) -> list[GameEvent]:
    """Come to a special square: it acts next, unless the pawn brings a relay or too many have acted."""
    if isinstance(effect, Relay):
        freed: list[GameEvent] = [
            PawnFreed(key, "relay")
            for key, wait in state.waits.items()
            if wait.relay and state.positions[key] == position and key != pawn
        ]
        if freed:  # whoever brings the relay does not wait in turn: the two leave together
            return freed
    return [EffectDue()] if state.chain + (cause == "effect") < MOST_EFFECTS_A_TURN else []


def act(state: GameState, pawn: str) -> list[GameEvent]:
    """Let the special square under a pawn act on it; the events are those of `land`."""
    table = state.table
    position = state.positions[pawn]
    square = table.board.square_at(position)
    effect = square.effect if square else None
    match effect:
        case Forward() | Back() | GoTo():
            return land(state, pawn, effect_path(table.board, position, effect), "effect")
        case Wait():
            return [_pawn_waits(pawn, effect.turns)]
        case Relay():
            return [_pawn_waits(pawn, effect.turns, relay=True)]
        case RollAgain():
            return [RollGranted()]
        case DrawKind() if effect.kind in table.by_kind:
            return [CardDue(kind=effect.kind)]
    return []


def waits_after(waits: Mapping[str, Waiting], events: Iterable[GameEvent]) -> Mapping[str, Waiting]:
    """Return who waits once these events have happened."""
    after = dict(waits)
    for event in events:
        if isinstance(event, PawnWaits):
            after[event.pawn] = _waiting(event.turns, event.relay)
        elif isinstance(event, WaitSpent) and event.left:
            after[event.pawn] = _waiting(event.left, after[event.pawn].relay)
        elif isinstance(event, (PawnFreed, WaitSpent)):
            after.pop(event.pawn, None)
    return after
