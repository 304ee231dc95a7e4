"""The chances of arriving at turn 1, 2, … as fractions: counted in whole numbers, over one common denominator."""

import math
from collections import deque
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from game.forecast.chain import Chain
from game.forecast.spread import Spread
from game.forecast.tables import ARRIVED

MOST_BITS = 8_000
"""The longest denominator that is written, some 2,400 digits; Python itself reads back no more than 4,300."""
MOST_TURNS = 1_000
"""The longest list of fractions: they grow by a factor at each turn, and a longer list would fill megabytes."""

Row = dict[tuple[int, int], Fraction]
"""The chance of each (node that follows, turns taken)."""
Counts = dict[int, int]


@dataclass(frozen=True)
class ExactSpread(Spread[Fraction]):
    """The chances of arriving at turn 1, 2, … of a lone team, as fractions: with ``left``, they add up to one."""

    def quantile(self, share: float) -> int | None:
        """Return the smallest number of turns within which this share, read as a decimal number, has arrived."""
        wanted = Fraction(str(share))
        sums = enumerate(accumulate(self.chances), start=1)
        return next((turn for turn, reached in sums if reached >= wanted), None)

    def first_of(self, teams: int) -> float | Fraction | None:
        """Return the mean of the first arrival: exactly when the list is whole, else in floating point."""
        if self.left:
            return super().first_of(teams)
        playing, size = self._playing()
        return Fraction(sum(count**teams for count in playing), size**teams)

    def last_of(self, teams: int) -> float | Fraction | None:
        """Return the mean of the last arrival: exactly when the list is whole, else in floating point."""
        if self.left:
            return super().last_of(teams)
        playing, size = self._playing()
        return Fraction(sum(size**teams - (size - count) ** teams for count in playing), size**teams)

    def _playing(self) -> tuple[list[int], int]:
        """Return the chance of playing on after 0, 1, 2… turns: numerators, and their common denominator."""
        size = math.lcm(*(chance.denominator for chance in self.chances))
        counts = [chance.numerator * (size // chance.denominator) for chance in self.chances]
        return [size - done for done in accumulate(counts, initial=0)], size


def exact_spread(chain: Chain, most: int, *, in_rounds: bool = False) -> ExactSpread:
    """Return the chances of a chain as fractions; in rounds, a turn that ends in an extra turn does not count.

    The list is whole when the number of turns has a bound. Otherwise it stops after ``most`` turns. In both cases it
    stops after `MOST_TURNS`, or when denominators grow beyond `MOST_BITS`. What is left is told exactly.
    """
    if 0 not in chain.arriving:
        return ExactSpread((), Fraction(1))
    rows = _turns(chain.without_stuck() if chain.stuck else chain, in_rounds=in_rounds)
    unit = math.lcm(*(share.denominator for row in rows for share in row.values()))
    weights = [{way: int(share * unit) for way, share in row.items()} for row in rows]
    later: deque[Counts] = deque({} for _ in range(max(turns for row in rows for _, turns in row)))
    now, size, chances = {0: 1}, 1, list[Fraction]()
    most = MOST_TURNS if chain.is_bounded else min(most, MOST_TURNS)
    while (now or any(later)) and len(chances) < most and size.bit_length() <= MOST_BITS:
        size *= unit
        now = _next_turn(now, later, weights, unit)
        chances.append(Fraction(now.pop(ARRIVED, 0), size))
        size = _reduce(size, [now, *later])
    return ExactSpread(tuple(chances), 1 - sum(chances, Fraction(0)))


def _next_turn(now: Counts, later: deque[Counts], weights: list[dict[tuple[int, int], int]], unit: int) -> Counts:
    """Send the pawns of a turn to where they go, and return those of the next turn."""
    for wave in later:
        for node in wave:
            wave[node] *= unit
    for node, count in now.items():
        for (after, turns), weight in weights[node].items():
            wave = later[turns - 1]
            wave[after] = wave.get(after, 0) + count * weight
    later.append({})
    return later.popleft()


def _reduce(size: int, waves: list[Counts]) -> int:
    """Divide the waves by what they have in common with their denominator, and return it reduced."""
    common = math.gcd(size, *(count for wave in waves for count in wave.values()))
    if common > 1:
        for wave in waves:
            for node in wave:
                wave[node] //= common
    return size // common


def _turns(chain: Chain, *, in_rounds: bool) -> list[Row]:
    """Return the steps of a chain by the turns they take, those that take none being replaced by what follows."""
    rows: list[Row] = []
    for steps in chain.steps:
        row: Row = {}
        for step, weight in steps.items():
            way = (step.after, step.delay(in_rounds=in_rounds))
            row[way] = row.get(way, Fraction(0)) + Fraction(weight, chain.total)
        rows.append(row)
    within = {after for row in rows for after, turns in row if not turns}
    for node in sorted(within, reverse=True):  # nodes are numbered as they are found: most lead to higher ones
        _pass_through(node, rows)
    return rows


def _pass_through(node: int, rows: list[Row]) -> None:
    """Replace, in all rows, the step that comes to this node in no time by what this node does next."""
    row = rows[node]
    stays = row.pop((node, 0), Fraction(0))
    if stays:
        rows[node] = row = {way: share / (1 - stays) for way, share in row.items()}
    for other in rows:
        come = other.pop((node, 0), None)
        if come is not None:
            for way, share in row.items():
                other[way] = other.get(way, Fraction(0)) + come * share
