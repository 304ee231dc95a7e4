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

from game.forecast.chain import Chain, Step, chain_of
from game.forecast.solving import Flow, N, in_floats, in_fractions
from game.forecast.spread import QUANTILES, TAIL, Spread, spread_of
from game.forecast.spread_exact import ExactSpread, exact_spread
from game.forecast.tables import ARRIVED, explore, standing
from game.rules import Table

AnySpread = Spread[float] | ExactSpread


@dataclass(frozen=True)
class Amount:
    """A mean and what goes with it; whole fractions where they were asked for."""

    mean: float | Fraction
    variance: float | Fraction

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return math.sqrt(self.variance)


@dataclass(frozen=True)
class Analysis:
    """What is known of a board before anybody has thrown.

    Attributes:
        turns: Turns of a lone team until it arrives; ``None`` when the mean is infinite.
        throws: Throws of a lone team, likewise.
        spread: The chances of arriving at turn 1, 2, …
        rounds: The same in rounds.
        quantiles: Turns within which a share of the games has arrived, by share; ``None``: never, or after the last
            turn of ``spread``.
        visits: How many times the pawn rests on each position, the arrival included, on average; empty when the mean
            of the turns is infinite.
        cards: How many cards of each theme or kind are due, on average; likewise.
        arrival: The chance that the team arrives at all.
        stuck: Positions from which the pawn never arrives; the means are infinite when there are some.
    """

    turns: Amount | None
    throws: Amount | None
    spread: AnySpread
    rounds: AnySpread
    quantiles: Mapping[float, int | None]
    visits: Mapping[int, float | Fraction]
    cards: Mapping[str, float | Fraction]
    arrival: float | Fraction
    stuck: tuple[int, ...] = ()

    @property
    def playing_on(self) -> float:
        """The share of the games that go on after the last turn of ``spread``, and yet end; 0 when it is negligible."""
        share = float(self.spread.left - (1 - self.arrival))
        return share if share > 10 * TAIL else 0.0  # beyond what the sum of the chances loses


def analyse(table: Table, *, in_whole_fractions: bool = False) -> Analysis:
    """Return what is known of a lone team's game on a table, to 1e-9, or exactly.

    Exactly, everything rational is a `Fraction`; but for ``rounds`` when their number has no bound: the mean of the
    first or the last arrival is then a sum without end, and is given in floating point.

    Raises:
        TooManyStatesError: the team can be in too many states.
        EndlessTurnError: a turn does not end.
    """
    chain = chain_of(explore([standing(table, 0)]))
    spread, rounds, quantiles = _spreads(chain, in_whole_fractions=in_whole_fractions)
    if 0 not in chain.arriving:
        return Analysis(None, None, spread, rounds, quantiles, {}, {}, 1 - spread.left, chain.stuck)
    solved = chain.without_stuck() if chain.stuck else chain
    arrival, means = _means(solved, in_fractions(solved)) if in_whole_fractions else _means(solved, in_floats(solved))
    if chain.stuck:
        return Analysis(None, None, spread, rounds, quantiles, {}, {}, arrival, chain.stuck)
    return Analysis(spread=spread, rounds=rounds, quantiles=quantiles, arrival=arrival, **means)


def _spreads(chain: Chain, *, in_whole_fractions: bool) -> tuple[AnySpread, AnySpread, dict[float, int | None]]:
    """Return the chances by turn, those by round, and the quantiles of the turns."""
    spread: AnySpread = spread_of(chain)
    has_extra = any(step.rounds != step.turns for row in chain.steps for step in row)
    rounds: AnySpread = spread_of(chain, in_rounds=True) if has_extra else spread
    quantiles = {share: spread.quantile(share) for share in QUANTILES}
    if in_whole_fractions:
        spread = exact_spread(chain, len(spread.chances))
        # a list that its denominators cut short leaves the higher quantiles to the floating one
        quantiles = {share: spread.quantile(share) or turns for share, turns in quantiles.items()}
        if chain.is_bounded:
            exact = exact_spread(chain, 0, in_rounds=True) if has_extra else spread
            rounds = rounds if exact.left else exact
    return spread, rounds, quantiles


def _means(chain: Chain, flow: Flow[N]) -> tuple[N, dict[str, Any]]:
    """Return the chance of arriving, and the means under the names of `Analysis`."""
    occupation = flow.occupation
    share = [value / chain.total for value in occupation]
    turns_variance = throws_variance = occupation[0] * 0
    visits: dict[int, N] = {}
    cards: dict[str, N] = {}
    for node, row in enumerate(chain.steps):
        turns, throws = _squares(node, row, flow)
        turns_variance += share[node] * turns
        throws_variance += share[node] * throws
        for position, weight in chain.rests[node].items():
            visits[position] = visits.get(position, 0) + share[node] * weight
        for name, weight in chain.cards[node].items():
            cards[name] = cards.get(name, 0) + share[node] * weight
    return flow.arrival, {
        "turns": Amount(flow.turns[0], turns_variance),
        "throws": Amount(flow.throws[0], throws_variance),
        "visits": dict(sorted(visits.items())),
        "cards": dict(sorted(cards.items())),
    }


def _squares(node: int, row: Counter[Step], flow: Flow[N]) -> tuple[N, N]:
    """Return, weighted, the squares of what each throw of a node changes in what is expected of turns and of throws.

    These changes are not correlated from one throw to the next: the variance is the mean of the sum of their squares.
    Nothing is lost as when the square of a mean is subtracted.
    """
    turns = throws = flow.occupation[0] * 0
    for step, weight in row.items():
        arrives = step.after == ARRIVED
        turns_left = 0 if arrives else flow.turns[step.after]
        throws_left = 0 if arrives else flow.throws[step.after]
        turns += weight * (step.turns + turns_left - flow.turns[node]) ** 2
        throws += weight * (step.throws + throws_left - flow.throws[node]) ** 2
    return turns, throws
