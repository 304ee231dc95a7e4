"""How many turns until the arrival: not only on average, but with what chance for each number."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.forecast.chain import Chain
from game.forecast.tables import ARRIVED

Floats = npt.NDArray[np.float64]

TAIL = 1e-12
"""The chance of playing on after which the list of chances stops."""
MOST_TURNS = 10_000
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True)
class Spread:
    """The chances of arriving at turn 1, 2, … of a lone team.

    Attributes:
        chances: The chance of each number, from 1 on.
        left: The chance of not having arrived when the list stops.
    """

    chances: tuple[float, ...]
    left: float

    def quantile(self, share: float) -> int | None:
        """Return the smallest number of turns within which this share of the games has arrived; ``None``: never."""
        reached = np.cumsum(self.chances) >= share - TAIL
        return int(np.argmax(reached)) + 1 if reached.any() else None

    def first_of(self, teams: int) -> float | None:
        """Return the mean of the first arrival of teams that do not interact; ``None`` when it is infinite."""
        if self.left > TAIL:
            return None
        return float(np.sum(self._survival() ** teams))

    def last_of(self, teams: int) -> float | None:
        """Return the mean of the last arrival of teams that do not interact; ``None`` when it is infinite."""
        if self.left > TAIL:
            return None
        # 1 - (1 - s)^n, without the loss that the subtraction of nearly equal numbers would bring
        return float(np.sum(-np.expm1(teams * np.log1p(-np.minimum(self._survival(), 1.0 - 1e-16)))))

    def _survival(self) -> Floats:
        """Return the chance of playing on after 0, 1, 2… turns."""
        backwards = np.cumsum(np.array([*self.chances, self.left])[::-1])
        survival: Floats = np.minimum(backwards[::-1], 1.0)
        return survival


def spread_of(chain: Chain, *, in_rounds: bool = False) -> Spread:
    """Return the chances of a chain; in rounds, a turn that ends in an extra turn does not count.

    The list stops when the chance of what follows is below `TAIL`, at the latest after `MOST_TURNS`.
    """
    arrives = not chain.stuck
    if 0 not in chain.arriving:
        return Spread((), 1.0)
    chain = chain if arrives else chain.without_stuck()
    steps, arrival = _as_turns_begin(*_by_delay(chain, in_rounds=in_rounds))
    longest = max([*steps, *arrival])
    waves = [np.zeros(len(arrival[1]))]
    waves[0][0] = 1.0
    chances: list[float] = []
    while len(chances) < MOST_TURNS:
        recent = [(delay, wave) for delay, wave in enumerate(reversed(waves), start=1)]
        chances.append(float(sum(wave @ arrival[delay] for delay, wave in recent if delay in arrival)))
        waves.append(sum((wave @ steps[delay] for delay, wave in recent if delay in steps), np.zeros(len(waves[0]))))
        del waves[:-longest]
        if sum(float(wave.sum()) for wave in waves) < TAIL:
            last = max(turn for turn, chance in enumerate(chances, start=1) if chance)
            return Spread(tuple(chances[:last]), 0.0 if arrives else 1.0 - float(np.sum(chances)))
    return Spread(tuple(chances), max(0.0, 1.0 - float(np.sum(chances))))


def _as_turns_begin(
    steps: dict[int, Floats], arrival: dict[int, Floats]
) -> tuple[dict[int, Floats], dict[int, Floats]]:
    """Return the same steps between the nodes where a turn begins: those inside a turn take no time, and go."""
    size = len(next(iter(arrival.values())))
    begins = np.zeros(size, dtype=bool)
    begins[0] = True
    for delay, step in steps.items():
        if delay:
            begins |= step.any(axis=0)
    if 0 not in steps:
        return steps, arrival
    within = np.linalg.inv(np.eye(size) - steps[0])[begins]
    kept = {delay: within @ step[:, begins] for delay, step in steps.items() if delay}
    return kept, {delay: within @ step for delay, step in arrival.items()}


def _by_delay(chain: Chain, *, in_rounds: bool) -> tuple[dict[int, Floats], dict[int, Floats]]:
    """Return the steps between nodes [node, node] and to the arrival [node], by how many turns they take."""
    size = len(chain.steps)
    kernel: dict[int, Floats] = {}
    arrival: dict[int, Floats] = {}
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            delay = step.rounds if in_rounds else step.turns
            if step.after == ARRIVED:
                arrival.setdefault(delay, np.zeros(size))[node] += weight / chain.total
            else:
                kernel.setdefault(delay, np.zeros((size, size)))[node, step.after] += weight / chain.total
    return kernel, arrival
