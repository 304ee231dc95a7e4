"""How long a board takes, exactly: the chain of a lone team, solved.

A turn goes from the moment when the team's turn comes to the moment when it passes; a turn that the team spends
waiting is one of its turns. With several teams, a round is one turn of each, and an extra turn belongs to the round
of the turn that earned it.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from game.forecast.chain import Chain, chain_of
from game.forecast.solving import Flow, N, in_floats, in_fractions
from game.forecast.spread import QUANTILES, Spread, spread_of
from game.forecast.tables import explore, standing
from game.rules import Table


@dataclass(frozen=True)
class Amount:
    """A mean and what goes with it; whole fractions where they were asked for."""

    mean: float | Fraction
    variance: float | Fraction

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return math.sqrt(max(float(self.variance), 0.0))


@dataclass(frozen=True)
class Analysis:
    """What is known of a board before anybody has thrown.

    Attributes:
        turns: Turns of a lone team until it arrives; ``None`` when the mean is infinite.
        throws: Throws of a lone team, likewise.
        spread: The chances of arriving at turn 1, 2, …
        rounds: The same in rounds.
        quantiles: Turns within which a share of the games has arrived, by share; ``None``: that share never does.
        visits: How many times the pawn rests on each position, the arrival included, on average.
        cards: How many cards of each theme or kind are due, on average.
        stuck: Positions from which the pawn never arrives; the means are infinite when there are some.
    """

    turns: Amount | None
    throws: Amount | None
    spread: Spread
    rounds: Spread
    quantiles: Mapping[float, int | None]
    visits: Mapping[int, float | Fraction]
    cards: Mapping[str, float | Fraction]
    stuck: tuple[int, ...] = ()


def analyse(table: Table, *, in_whole_fractions: bool = False) -> Analysis:
    """Return what is known of a lone team's game on a table, to 1e-9, or exactly for the means and variances.

    Raises:
        TooManyStatesError: the team can be in too many states.
        EndlessTurnError: a turn does not end.
    """
    chain = chain_of(explore([standing(table, 0)]))
    spread = spread_of(chain)
    has_extra = any(step.rounds != step.turns for row in chain.steps for step in row)
    rounds = spread_of(chain, in_rounds=True) if has_extra else spread
    quantiles = {share: spread.quantile(share) for share in QUANTILES}
    if chain.stuck:
        return Analysis(None, None, spread, rounds, quantiles, {}, {}, chain.stuck)
    means = _means(chain, in_fractions(chain)) if in_whole_fractions else _means(chain, in_floats(chain))
    return Analysis(spread=spread, rounds=rounds, quantiles=quantiles, **means)


def _means(chain: Chain, flow: Flow[N]) -> dict[str, Any]:
    occupation = flow.occupation
    share = [value / chain.total for value in occupation]
    turns_squared = throws_squared = occupation[0] * 0
    visits: dict[int, N] = {}
    cards: dict[str, N] = {}
    for node, row in enumerate(chain.steps):
        turns, throws = _squares(row, flow)
        turns_squared += share[node] * turns
        throws_squared += share[node] * throws
        for position, weight in chain.rests[node].items():
            visits[position] = visits.get(position, 0) + share[node] * weight
        for name, weight in chain.cards[node].items():
            cards[name] = cards.get(name, 0) + share[node] * weight
    return {
        "turns": Amount(flow.turns[0], turns_squared - flow.turns[0] ** 2),
        "throws": Amount(flow.throws[0], throws_squared - flow.throws[0] ** 2),
        "visits": dict(sorted(visits.items())),
        "cards": dict(sorted(cards.items())),
    }


def _squares(row: Counter[Any], flow: Flow[N]) -> tuple[N, N]:
    """Return what a node's steps add to the means of the squares, weighted: E[(a + X)²] is E[X²] + a² + 2 a E[X]."""
    turns = throws = flow.occupation[0] * 0
    for step, weight in row.items():
        arrives = step.after < 0
        turns_left = 0 if arrives else flow.turns[step.after]
        throws_left = 0 if arrives else flow.throws[step.after]
        turns += weight * step.turns * (step.turns + 2 * turns_left)
        throws += weight * step.throws * (step.throws + 2 * throws_left)
    return turns, throws
