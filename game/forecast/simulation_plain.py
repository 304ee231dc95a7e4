"""The same sessions, played one after the other by the rules themselves: slow, and the measure of the fast way."""

import random
from dataclasses import dataclass, field

import numpy as np

from game.forecast.durations import QUANTILES, Durations, Tally
from game.forecast.simulation_kernel import Played
from game.rules import Chance, GameState, Phase, Refusal, Table, commands as g, decide, events as e, evolve

_STEPS: dict[Phase, g.GameCommand] = {
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
    Phase.WORD: g.LayBrick(),
}


@dataclass
class _Game:
    """One session as it goes."""

    state: GameState
    clock: float = 0.0
    turns: int = 0
    throws: int = 0
    visited: set[int] = field(default_factory=set)


def play_plainly(
    table: Table, teams: int, seconds: float, durations: Durations, games: int, seed: tuple[int, ...]
) -> Played:
    """Play sessions step by step and return what they left; the arguments are those of a `Plan`."""
    dice = random.Random(repr(seed))  # noqa: S311 - a die, the same every time
    lengths = {kind: durations.exchange_lengths(kind) for kind in table.by_kind}
    beginning = _beginning(table, teams)
    played = [_play(beginning, seconds, durations, lengths, dice) for _ in range(games)]
    themes = list(table.by_theme) or [""]
    by_theme = [[[brick.theme for brick in game.state.bricks].count(theme) for theme in themes] for game in played]
    visits = np.zeros(64 * (table.board.end // 64 + 1), np.int64)
    for game in played:
        visits[list(game.visited)] += 1
    return Played(
        exchanges=np.array([len(game.state.bricks) for game in played], np.int64),
        turns=np.array([game.turns for game in played], np.int64),
        throws=sum(game.throws for game in played),
        arrived=np.array([_arrived(game.state) for game in played], np.int64),
        by_theme=np.array(by_theme, np.int64),
        visits=visits,
        seconds=np.array([game.clock for game in played], np.float64),
    )


def _beginning(table: Table, teams: int) -> GameState:
    state = GameState(table)
    for team in range(teams):
        state = evolve(state, _events(state, g.JoinGame(f"t{team}"), lambda _index, _sides: 0))
    return state


def _play(
    state: GameState,
    seconds: float,
    durations: Durations,
    lengths: dict[str, tuple[float, ...]],
    dice: random.Random,
) -> _Game:
    game = _Game(state)
    while game.state.phase is not Phase.READY or game.clock < seconds:
        command = _command(game.state)
        game.throws += game.state.phase is Phase.READY
        events = _events(game.state, command, lambda _index, sides: dice.randrange(sides))
        game.state = evolve(game.state, events)
        game.clock += Tally.of(command, events).seconds(durations)
        if isinstance(command, g.DrawCard):
            kind = game.state.table.by_id[game.state.card].kind
            game.clock += lengths[kind][dice.randrange(QUANTILES)] + durations.word
        game.turns += sum(isinstance(event, e.TurnPassed) for event in events)
        game.visited.update(event.path[-1] for event in events if isinstance(event, e.PawnMoved))
    return game


def _command(state: GameState) -> g.GameCommand:
    if state.phase is not Phase.READY:
        return _STEPS[state.phase]
    if state.can_move(state.turn):
        return g.RollDice()
    return g.DrawCard() if state.table.cards else g.Pass()


def _events(state: GameState, command: g.GameCommand, chance: Chance) -> tuple[e.GameEvent, ...]:
    events = decide(state, command, chance)
    if isinstance(events, Refusal):
        raise TypeError(f"{command} is refused: {events.code}")
    return events


def _arrived(state: GameState) -> int:
    return sum(position >= state.table.board.end for position in state.positions.values())
