"""How a pawn moves and what it meets where it rests. The only place where landing is resolved.

Rules of the goose game: ``domain`` notes, section 6 (finish: reach or pass, stay, bounce).
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from game.rules.board import (
    Back,
    Bird,
    Board,
    Collision,
    DrawKind,
    Effect,
    Finish,
    Forward,
    Goose,
    GoTo,
    LeaveOn,
    Relay,
    RollAgain,
    Wait,
)
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
_EFFECT_DUE = EffectDue()
_card_due = lru_cache(maxsize=256)(CardDue)
"""These are values: those that come again and again are made once."""

_PASSING = (Forward, Back, GoTo, RollAgain, Bird)
"""Effects that a pawn does not rest on: it meets nobody there."""
_CHANGES_WAITS = frozenset({PawnWaits, WaitSpent, PawnFreed})
MOST_EFFECTS_A_TURN = 12
"""After so many effects in one turn, special squares act as plain ones: no chain goes on for ever."""


def throw_path(board: Board, position: int, total: int) -> tuple[int, ...]:
    """Return the positions that a throw of ``total`` goes through; empty when the pawn does not move."""
    end = board.end
    target = position + total
    if target <= end:
        return tuple(range(position + 1, target + 1))
    if board.finish in (Finish.STAY, Finish.ONE_DIE):
        return ()
    there = tuple(range(position + 1, end + 1))
    if board.finish is Finish.PASS:
        return there
    return there + tuple(range(end - 1, max(end - (target - end), 0) - 1, -1))


def dice_path(state: GameState, pawn: str, dice: tuple[int, ...]) -> tuple[int, ...]:
    """Return the positions that a pawn goes through, on a board where a throw is more than its total."""
    board = state.table.board
    position = state.positions[pawn]
    if position == 0 and board.special_throws:
        if board.options.first_throws_at_start or pawn not in state.thrown:
            square = board.special_throws.get(tuple(sorted(dice)))
            if square is not None:
                return (square,)
    elif board.finish is Finish.ONE_DIE and position + sum(dice) > board.end and board.end - position in dice:
        return tuple(range(position + 1, board.end + 1))
    return throw_path(board, position, sum(dice))


def effect_path(board: Board, position: int, effect: Effect) -> tuple[int, ...]:
    """Return the positions that an effect moves a pawn through; empty for an effect that moves nothing."""
    if isinstance(effect, Forward):
        return tuple(range(position + 1, min(position + effect.by, board.end) + 1))
    if isinstance(effect, Back):
        return tuple(range(position - 1, max(position - effect.by, 0) - 1, -1))
    if isinstance(effect, GoTo):
        return (board.positions[effect.square],)
    return ()


def throw(state: GameState, pawn: str, dice: tuple[int, ...]) -> tuple[GameEvent, ...]:
    """Move a pawn by a throw; the events are those of `land`.

    The first throw of a turn gives the same ones each time where other pawns do not count: the table keeps these.
    """
    table = state.table
    if not table.board.throws_plainly:
        return tuple(land(state, pawn, dice_path(state, pawn, dice), "throw"))
    position, total = state.positions[pawn], sum(dice)
    landing = None if state.chain else table.landings.get((pawn, position, total))
    if landing is None:
        path = throw_path(table.board, position, total)
        landing = tuple(land(state, pawn, path, "throw"))
        if not state.chain and not _other_pawns_count(table.board, path):
            table.landings[pawn, position, total] = landing
    return landing


def _other_pawns_count(board: Board, path: tuple[int, ...]) -> bool:
    """Tell whether what a pawn meets at the end of a path depends on where the others stand, or wait."""
    square = board.square_at(path[-1]) if path else None
    return board.pawns_meet or (square is not None and isinstance(square.effect, Relay))


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
    if board.pawns_meet and not isinstance(square.effect, _PASSING):
        met, goes_on = _meet_pawns(state, pawn, position, square.id)
        events += met
        if not goes_on:
            return events
    if square.effect is not None:
        if _acts_now(state, pawn, path, cause):
            events += _meet_effect(state, pawn, position, square.effect)
    elif square.theme in state.table.by_theme:
        events.append(_card_due(square.theme))
    return events


def _meet_pawns(state: GameState, pawn: str, position: int, square: str) -> tuple[list[GameEvent], bool]:
    """Rest where another pawn stands: they swap, or the mover goes back and its turn is over."""
    options = state.table.board.options
    others = [key for key, place in state.positions.items() if place == position and key != pawn]
    if not others or square in options.quiet:
        return [], True
    origin = (state.positions[pawn],)
    if options.collision is Collision.MOVER_BACK:
        return [PawnMoved(pawn, origin, "meeting")], False
    freed: list[GameEvent] = [PawnFreed(key, "meeting") for key in others[:1] if key in state.waits]
    return [*freed, PawnMoved(others[0], origin, "meeting")], True


def _acts_now(state: GameState, pawn: str, path: tuple[int, ...], cause: str) -> bool:
    """Tell whether a special square acts: not after too many, nor on the way back where the board says so."""
    options = state.table.board.options
    acted = state.chain + (cause == "effect")
    if acted >= (MOST_EFFECTS_A_TURN if options.chain else 1):
        return False
    return options.acts_on_way_back or cause != "throw" or not _goes_back((state.positions[pawn], *path))


def _goes_back(way: tuple[int, ...]) -> bool:
    """Tell whether the last step of a way goes back."""
    return len(way) > 1 and way[-1] < way[-2]


def _meet_effect(state: GameState, pawn: str, position: int, effect: Effect) -> list[GameEvent]:
    """Come to a special square: it acts next, unless the pawn brings a relay."""
    if not isinstance(effect, Relay):
        return [_EFFECT_DUE]
    freed: list[GameEvent] = [
        PawnFreed(key, "relay")
        for key, wait in state.waits.items()
        if wait.relay and state.positions[key] == position and key != pawn
    ]
    # Where the place is not taken, whoever brings the relay does not wait in turn: the two leave together.
    return freed if freed and not effect.takes_place else [*freed, _EFFECT_DUE]


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
        case LeaveOn():
            return [_pawn_waits(pawn, effect.turns, leave_on=effect.totals)]
        case RollAgain():
            return [RollGranted()]
        case Bird():
            return _fly(state, pawn, position)
        case DrawKind() if effect.kind in table.by_kind:
            return [CardDue(kind=effect.kind)]
    return []


def _fly(state: GameState, pawn: str, position: int) -> list[GameEvent]:
    """Let a goose carry a pawn on, as the board says."""
    board = state.table.board
    goose = board.options.goose
    if goose is Goose.THROW_AGAIN:
        return [RollGranted()]
    if goose is Goose.NEXT_GOOSE:
        following = next((at for at in board.geese if at > position), None)
        return [PawnMoved(pawn, (following,), "effect"), RollGranted()] if following else [RollGranted()]
    total = sum(state.dice)
    if goose is Goose.SAME_WAY and _goes_back(state.last_way):
        path = tuple(range(position - 1, max(position - total, 0) - 1, -1))
    else:
        path = throw_path(board, position, total)
    return land(state, pawn, path, "effect")


def waits_after(waits: Mapping[str, Waiting], events: Iterable[GameEvent]) -> Mapping[str, Waiting]:
    """Return who waits once these events have happened; the same mapping when they change no wait."""
    for event in events:
        if type(event) in _CHANGES_WAITS:
            waits = _after_one(waits, event)
    return waits


def _after_one(waits: Mapping[str, Waiting], event: GameEvent) -> Mapping[str, Waiting]:
    after = dict(waits)
    if isinstance(event, PawnWaits):
        after[event.pawn] = _waiting(event.turns, event.relay, event.leave_on)
    elif isinstance(event, WaitSpent) and event.left:
        wait = after[event.pawn]
        after[event.pawn] = _waiting(event.left, wait.relay, wait.leave_on)
    elif isinstance(event, (PawnFreed, WaitSpent)):
        after.pop(event.pawn, None)
    return after
