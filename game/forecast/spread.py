"""How many turns until the arrival: not only on average, but with what chance for each number."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Generic

import numpy as np

from game.forecast.chain import Chain
from game.forecast.solving import Floats, N, fold
from game.forecast.tables import ARRIVED

TAIL = 1e-12
"""The chance of playing on after which the list of chances stops."""
MOST_TURNS = 10_000
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True)
class Spread(Generic[N]):
    """The chances of arriving at turn 1, 2, … of a lone team.

    Attributes:
        chances: The chance of each number, from 1 on.
        left: The chance of not having arrived when the list stops.
    """

    chances: tuple[N, ...]
    left: N

    def quantile(self, share: float) -> int | None:
        """Return the smallest number of turns within which this share of the games has arrived.

        ``None``: never, or after the last turn of the list.
        """
        reached = np.cumsum(np.array(self.chances, float)) >= share - TAIL
        return int(np.argmax(reached)) + 1 if reached.any() else None

    def first_of(self, teams: int) -> float | Fraction | None:
        """Return the mean of the first arrival of teams that do not interact; ``None``: infinite, or not known."""
        if self.left > TAIL:
            return None
        return float(np.sum(self._survival() ** teams))

    def last_of(self, teams: int) -> float | Fraction | None:
        """Return the mean of the last arrival of teams that do not interact; ``None``: infinite, or not known."""
        if self.left > TAIL:
            return None
        # 1 - (1 - s)^n, without the loss that the subtraction of nearly equal numbers would bring
        return float(np.sum(-np.expm1(teams * np.log1p(-np.minimum(self._survival(), 1.0 - 1e-16)))))

    def _survival(self) -> Floats:
        """Return the chance of playing on after 0, 1, 2… turns."""
        backwards = np.cumsum(np.array([*self.chances, self.left], float)[::-1])
        survival: Floats = np.minimum(backwards[::-1], 1.0)
        return survival


def spread_of(chain: Chain, *, in_rounds: bool = False) -> Spread[float]:
    """Return the chances of a chain; in rounds, a turn that ends in an extra turn does not count.

    The list stops when the chance of what follows is below `TAIL`, at the latest after `MOST_TURNS`.
    """
    arrives = not chain.stuck
    if 0 not in chain.arriving:
        return Spread((), 1.0)
    law = _law(chain if arrives else chain.without_stuck(), in_rounds=in_rounds)
    longest, size, _ = law.shape
    flat = law.reshape(longest * size, size + 1)
    waves = np.zeros((longest, size))
    waves[0, 0] = 1.0
    chances: list[float] = []
    while len(chances) < MOST_TURNS:
        new = waves.ravel() @ flat
        chances.append(float(new[-1]))
        waves[1:] = waves[:-1].copy()
        waves[0] = new[:-1]
        if waves.sum() < TAIL:
            last = max((turn for turn, chance in enumerate(chances, start=1) if chance), default=0)
            return Spread(tuple(chances[:last]), 0.0 if arrives else 1.0 - float(np.sum(chances)))
    return Spread(tuple(chances), max(0.0, 1.0 - float(np.sum(chances))))


def _law(chain: Chain, *, in_rounds: bool) -> Floats:
    """Return the chances of the steps between the nodes where a turn begins [turns taken - 1, node, node or arrival].

    The steps inside a turn take no time: they are folded into the others.
    """
    size = len(chain.steps)
    delays = {step.delay(in_rounds=in_rounds) for row in chain.steps for step in row}
    weights = np.zeros((max(delays) + 1, size, size + 1))
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            after = size if step.after == ARRIVED else step.after
            weights[step.delay(in_rounds=in_rounds), node, after] += weight
    law: Floats = weights[1:] / chain.total
    if 0 not in delays:
        return law
    begins = np.union1d(0, np.nonzero(weights[1:, :, :size])[2])
    inside = weights[0, :, :size]
    ends = law[:, :, np.append(begins, size)].transpose(1, 0, 2)
    folded, _ = fold(inside / chain.total, (chain.total - inside.sum(axis=1)) / chain.total, ends.reshape(size, -1))
    return folded.reshape(ends.shape)[begins].transpose(1, 0, 2)
