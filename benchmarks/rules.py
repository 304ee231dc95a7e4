"""Turns of the game a second on one core, with their events judged and folded."""

import itertools
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.rules import (  # noqa: E402 - the checkout is run in place
    Board,
    Card,
    Chance,
    GameState,
    Phase,
    Refusal,
    Square,
    Table,
    commands as g,
    decide,
    evolve,
)
from game.rules.board import Back, Effect, Forward, GoTo, Relay, RollAgain, Wait  # noqa: E402 - as above

BURSTS, TURNS = 200, 1_000
TEAMS = 4
THEMES = ("emploi", "justice", "liens", "logement", "sante", "vie-quotidienne")
EFFECTS: dict[int, Effect] = {
    6: GoTo("s12"),
    10: Wait(1),
    13: Forward(2),
    19: Back(2),
    22: RollAgain(),
    26: Relay(2),
}
STEPS: dict[Phase, g.GameCommand] = {
    Phase.READY: g.RollDice(),
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
    Phase.WORD: g.LayBrick("ensemble"),
}


def shipped_style_board() -> Board:
    """Return thirty squares, six of them special, as on the board that is shipped."""
    squares = (Square(f"s{at}", None if at in EFFECTS else THEMES[at % 6], EFFECTS.get(at)) for at in range(1, 31))
    return Board("b", tuple(squares))


def ready_outcomes() -> list[int]:
    """Return outcomes of chance drawn beforehand, the same every time."""
    outcomes = random.Random(1)  # noqa: S311 - a die
    return [outcomes.getrandbits(32) for _ in range(10_007)]


def ready_chance() -> Chance:
    """Return a chance that gives the outcomes drawn beforehand, over and over: what is measured is the rules."""
    draw = itertools.cycle(ready_outcomes()).__next__
    return lambda _index, sides: draw() % sides


def begin(table: Table) -> GameState:
    """Return a game that all teams have joined."""
    state = GameState(table)
    for team in range(TEAMS):
        events = decide(state, g.JoinGame(f"t{team}"), ready_chance())
        if isinstance(events, Refusal):
            raise TypeError(events)
        state = evolve(state, events)
    return state


def turns_a_second(table: Table) -> float:
    """Play games one after the other, each until a team that is home has its turn; return the best of the bursts."""
    beginning, chance = begin(table), ready_chance()
    shortest = float("inf")
    for _ in range(BURSTS):
        state, throws = beginning, 0
        start = time.process_time_ns()
        while throws < TURNS:
            command = STEPS[state.phase]
            events = decide(state, command, chance)
            if isinstance(events, Refusal):
                state = beginning
                continue
            state = evolve(state, events)
            throws += type(command) is g.RollDice
        shortest = min(shortest, time.process_time_ns() - start)
    return TURNS / shortest * 1e9


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    board = shipped_style_board()
    cards = tuple(Card(f"c{number}", THEMES[number % 6], "question") for number in range(96))
    plain, full = turns_a_second(Table(board)), turns_a_second(Table(board, cards))
    return [
        ("turns a second: throw, move, effects, next team", f"{plain:,.0f}", "above 200,000"),
        ("turns a second: with card, exchange and brick", f"{full:,.0f}", "four commands a turn"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
