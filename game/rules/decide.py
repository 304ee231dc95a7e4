"""Judge a command and say what happens. Pure: the outcomes of chance come from ``chance``."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from game.rules import commands as c, events as e
from game.rules.board import Board, ExtraTurn
from game.rules.evolve import evolve
from game.rules.legal import Refusal, refusal
from game.rules.movement import act, throw, waits_after
from game.rules.piles import pick_card
from game.rules.state import SHARED_PAWN, Due, GameState, Phase, Waiting

Chance = Callable[[int, int], int]
"""``chance(index, sides)`` gives the outcome of a draw: a number in ``0..sides - 1``, the same for the same index."""

_dice_rolled = lru_cache(maxsize=256)(e.DiceRolled)
_turn_passed = lru_cache(maxsize=256)(e.TurnPassed)
_wait_spent = lru_cache(maxsize=256)(e.WaitSpent)
"""Events are values: those that come at each turn are made once."""

_STILL_ON = frozenset({e.EffectDue, e.CardDue, e.RollGranted})
"""Events after which the same team goes on."""


def decide(state: GameState, command: c.GameCommand, chance: Chance) -> tuple[e.GameEvent, ...] | Refusal:
    """Return the events that a command causes, or why it is refused."""
    refused = refusal(state, command)
    if refused is not None:
        return refused
    return tuple(_DECIDERS[type(command)](state, command, chance))


def _roll(state: GameState, command: c.RollDice | c.RerollDice, chance: Chance) -> list[e.GameEvent]:
    table, waits, dice = state.table, state.waits, command.dice
    rolled = _dice_rolled(_throw(state, chance)) if dice is None else e.DiceRolled(dice, "physical")
    pawn = SHARED_PAWN if table.cooperative else state.turn
    if pawn in waits:
        return _throw_to_leave(state, pawn, rolled)
    events: list[e.GameEvent] = [rolled, *throw(state, pawn, rolled.dice)]
    if table.board.gives_extra_turns and earns_extra_turn(table.board, rolled.dice):
        events.insert(1, e.ExtraTurnEarned())
    return _then_pass(state, events, waits_after(waits, events) if waits else waits)  # a throw makes nobody wait


def _throw_to_leave(state: GameState, pawn: str, rolled: e.DiceRolled) -> list[e.GameEvent]:
    """Throw for a pawn that only some totals let go on."""
    wait = state.waits[pawn]
    if sum(rolled.dice) not in wait.leave_on:
        events: list[e.GameEvent] = [rolled, e.WaitSpent(pawn, wait.turns - 1)]
    else:
        events = [rolled, e.PawnFreed(pawn, "throw"), *throw(state, pawn, rolled.dice)]
    return _then_pass(state, events, waits_after(state.waits, events))


def earns_extra_turn(board: Board, dice: tuple[int, ...]) -> bool:
    """Tell whether a throw gives the team another turn."""
    if board.options.extra_turn is ExtraTurn.HIGHEST:
        return min(dice) == board.faces
    return board.options.extra_turn is ExtraTurn.DOUBLE and len(set(dice)) < len(dice)


def _throw(state: GameState, chance: Chance) -> tuple[int, ...]:
    board = state.table.board
    if board.dice == 1:
        return (chance(state.draws, board.faces) + 1,)
    return tuple([chance(state.draws + die, board.faces) + 1 for die in range(board.dice)])


def _reroll(state: GameState, command: c.RerollDice, chance: Chance) -> list[e.GameEvent]:
    disputed = e.DiceDisputed()
    return [disputed, *_roll(evolve(state, (disputed,)), command, chance)]


def _follow(state: GameState, _: c.FollowEffect, _chance: Chance) -> list[e.GameEvent]:
    events = act(state, state.pawn_key(state.turn))
    return _then_pass(state, events, waits_after(state.waits, events))


def _then_pass(state: GameState, events: list[e.GameEvent], waits: Mapping[str, Waiting]) -> list[e.GameEvent]:
    """Add the next team's turn, unless the last event keeps the turn where it is."""
    if not events or type(events[-1]) not in _STILL_ON:
        if state.table.board.gives_extra_turns and _has_extra_turn(state, events, waits):
            events.append(_turn_passed(state.turn))
        else:
            events += _next_turn(state, waits)
    return events


def _has_extra_turn(state: GameState, events: list[e.GameEvent], waits: Mapping[str, Waiting]) -> bool:
    """Tell whether the team plays again: it earned a turn, and its pawn neither waits nor has arrived."""
    kinds = {type(event) for event in events}
    earned = state.has_extra_turn or e.ExtraTurnEarned in kinds
    return earned and state.turn not in waits and e.PawnArrived not in kinds


def _next_turn(state: GameState, waits: Mapping[str, Waiting]) -> list[e.GameEvent]:
    """Give the turn to the next team that does not wait; each wait met on the way is spent by one.

    Waits are bounded, so the search ends. With one shared pawn nobody is skipped: while it waits, a team draws.
    """
    table, order = state.table, state.teams
    index = order.index(state.turn)
    following = order[(index + 1) % len(order)]
    arrived_helps = table.board.options.arrived_helps
    if table.cooperative or (following not in waits and arrived_helps):
        return [_turn_passed(following)]
    events: list[e.GameEvent] = []
    stopped = set() if arrived_helps else _stopped(state)
    left = {team: wait.turns for team, wait in waits.items() if not wait.leave_on}
    while True:
        index = (index + 1) % len(order)
        team = order[index]
        if left.get(team):
            left[team] -= 1
            events.append(_wait_spent(team, left[team]))
        elif team not in stopped:
            events.append(_turn_passed(team))
            return events


def _stopped(state: GameState) -> set[str]:
    """Return the teams that have no turn any more; when all have arrived, everyone goes on."""
    arrived = {team for team in state.teams if state.has_arrived(team)}
    return arrived if len(arrived) < len(state.teams) else set()


def _draw(state: GameState, _: c.DrawCard, chance: Chance) -> list[e.GameEvent]:
    card = pick_card(state, state.due or Due(), chance(state.draws, 2**32))
    return [*_spend_shared_wait(state), e.CardDrawn(card)]


def _spend_shared_wait(state: GameState) -> list[e.GameEvent]:
    wait = state.waits.get(SHARED_PAWN) if state.phase is Phase.READY else None
    return [e.WaitSpent(SHARED_PAWN, wait.turns - 1)] if wait else []


def _swap(state: GameState, _: c.SwapCard, chance: Chance) -> list[e.GameEvent]:
    return [e.CardSwapped(pick_card(state, state.due or Due(), chance(state.draws, 2**32)))]


def _reveal(_state: GameState, _: c.RevealAnswer, _chance: Chance) -> list[e.GameEvent]:
    return [e.AnswerRevealed()]


def _finish(_state: GameState, _: c.FinishExchange, _chance: Chance) -> list[e.GameEvent]:
    return [e.ExchangeFinished()]


def _lay(state: GameState, command: c.LayBrick, _chance: Chance) -> list[e.GameEvent]:
    theme = state.table.by_id[state.card].theme if state.card in state.table.by_id else ""
    brick = e.BrickLaid(state.card, theme, state.turn, command.word.strip())
    return _then_pass(state, [brick], state.waits)


def _pass(state: GameState, _: c.Pass, _chance: Chance) -> list[e.GameEvent]:
    return _then_pass(state, [e.Passed(), *_spend_shared_wait(state)], state.waits)


def _help(state: GameState, command: c.HelpTeam, _chance: Chance) -> list[e.GameEvent]:
    return [e.PawnFreed(state.pawn_key(command.team), "help")]


def _free(state: GameState, command: c.FreeTeam, _chance: Chance) -> list[e.GameEvent]:
    return [e.PawnFreed(state.pawn_key(command.team), "facilitator")]


def _join(state: GameState, command: c.JoinGame, chance: Chance) -> list[e.GameEvent]:
    joined: list[e.GameEvent] = [joining(state, command.team, chance)]
    return joined if state.turn else [*joined, e.TurnPassed(command.team)]


def joining(state: GameState, team: str, chance: Chance) -> e.TeamJoined:
    """Return the event of a team that joins; on some boards chance gives its place in the order of play.

    Each place is as likely, among those there are once the team is in, so that each order of all teams is too.
    """
    if not state.table.board.options.drawn_order:
        return e.TeamJoined(team)
    return e.TeamJoined(team, chance(state.draws, len(state.teams) + 1))


def _leave(state: GameState, command: c.LeaveGame, _chance: Chance) -> list[e.GameEvent]:
    gone: list[e.GameEvent] = [e.TeamLeft(command.team)]
    if command.team != state.turn:
        return gone
    before = state.teams[state.teams.index(command.team) - 1]
    stayed = evolve(state, (*gone, e.TurnPassed(before)))
    return [*gone, *_next_turn(stayed, stayed.waits)]


def _place(state: GameState, command: c.PlacePawn, _chance: Chance) -> list[e.GameEvent]:
    """Put a pawn right; where its team was about to follow a square or to draw, the card of the right square comes."""
    pawn = state.pawn_key(command.team)
    events: list[e.GameEvent] = [e.PawnPlaced(pawn, command.position, command.reason)]
    if pawn != state.pawn_key(state.turn) or state.phase is Phase.READY:
        return events
    board = state.table.board
    if not state.table.cards:
        return _then_pass(state, events, state.waits)
    is_square = 0 < command.position < board.end
    return [*events, e.CardDue(board.squares[command.position - 1].theme if is_square else None)]


_DECIDERS: dict[type, Callable[[GameState, Any, Chance], list[e.GameEvent]]] = {
    c.RollDice: _roll,
    c.RerollDice: _reroll,
    c.FollowEffect: _follow,
    c.DrawCard: _draw,
    c.SwapCard: _swap,
    c.RevealAnswer: _reveal,
    c.FinishExchange: _finish,
    c.LayBrick: _lay,
    c.Pass: _pass,
    c.HelpTeam: _help,
    c.FreeTeam: _free,
    c.JoinGame: _join,
    c.LeaveGame: _leave,
    c.PlacePawn: _place,
}
