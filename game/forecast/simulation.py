"""Whole sessions, simulated: how many exchanges fit, whether a team arrives, which themes and squares are met.

Sessions are simulated many at once on tables made by the rules. A board with a rule that tables do not hold is played
step by step by the rules themselves, fewer times, and the forecast says so (`Simulated.is_stepwise`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import product

import numpy as np

from game.forecast.durations import Durations
from game.forecast.lanes import Lanes, NotInTablesError, find_lanes
from game.forecast.simulation_arrays import Ints, lane_arrays
from game.forecast.simulation_cards import Codes, mixed_piles, theme_piles
from game.forecast.simulation_kernel import Games, Played
from game.forecast.simulation_plain import play_plainly
from game.rules import Card, Table

CHUNK = 10_000
"""Games that are played together: enough for numpy's own cost at each step to be small beside theirs."""
MOST_STEPWISE = 400
"""Games that are played where the board does not fit in tables."""
_PIECE = 25
"""Games between two reports, step by step."""
Report = Callable[[int], None]
"""Called with the number of games that have been played since the last call."""


@dataclass(frozen=True)
class Plan:
    """The sessions to simulate: what is played, by how many teams, for how long (seconds of the act of the game)."""

    table: Table
    teams: int
    seconds: float
    durations: Durations = field(default_factory=Durations)

    def __post_init__(self) -> None:
        """Refuse a session that cannot be.

        Raises:
            ValueError: there is no team, or no time.
        """
        if self.teams < 1 or not 0 < self.seconds < float("inf"):
            raise ValueError("a session has teams, and some time")


@dataclass(frozen=True)
class Simulated:
    """What the simulated sessions gave; arrays have one entry for each session."""

    plan: Plan
    played: Played
    is_stepwise: bool = False
    """Whether the games were played step by step, because the board does not fit in tables."""

    @property
    def games(self) -> int:
        """How many sessions were simulated."""
        return len(self.played.exchanges)

    @property
    def exchanges(self) -> Ints:
        """Exchanges of each session."""
        return self.played.exchanges

    @property
    def arrival_chance(self) -> float:
        """The chance that at least one team arrives."""
        return float(np.count_nonzero(self.played.arrived) / self.games)

    @property
    def themes(self) -> dict[str, float]:
        """Mean number of exchanges of each theme, in the order of the deck."""
        means = self.played.by_theme.mean(axis=0).tolist()
        return dict(zip(self.plan.table.by_theme, means, strict=False))

    @property
    def themes_covered(self) -> float:
        """Mean number of themes that are talked about at least once."""
        return float(np.count_nonzero(self.played.by_theme, axis=1).mean())

    @property
    def never_visited(self) -> dict[str, float]:
        """For each square, by its id in the order of the board, the share of sessions in which no pawn stands on it."""
        squares = self.plan.table.board.squares
        shares = 1 - self.played.visits[1 : len(squares) + 1] / self.games
        return {square.id: share for square, share in zip(squares, shares.tolist(), strict=True)}

    def quantiles(self, *parts: float) -> tuple[int, ...]:
        """Return the numbers of exchanges that these parts of the sessions do not exceed."""
        found = np.quantile(self.exchanges, parts, method="inverted_cdf")
        return tuple(int(each) for each in found)


def simulate(plan: Plan, games: int, seed: int = 0, report: Report | None = None) -> Simulated:
    """Simulate sessions; the same plan, number and seed give the same result.

    One thread does it: two were measured to be slower, and a process takes longer to start than the work does.

    Args:
        plan: what is played.
        games: how many sessions, at least 1.
        seed: of all chance.
        report: told how many games have been played, for a progress bar.

    Raises:
        ValueError: ``games`` is not positive.
    """
    if games < 1:
        raise ValueError("at least one session is simulated")
    try:
        lanes = lanes_of(plan.table)
    except NotInTablesError:
        return _stepwise(plan, min(games, MOST_STEPWISE), seed, report)
    root, *children = np.random.SeedSequence(seed).spawn(1 + -(-games // CHUNK))
    codes = Codes(tuple(plan.table.by_theme), tuple(plan.table.by_kind))
    arrays = lane_arrays(lanes, plan.durations, codes)
    shuffle = mixed_piles if (arrays.card > codes.least).any() else theme_piles
    piles = shuffle(plan.table, codes, np.random.Generator(np.random.SFC64(root)))

    parts = []
    for child, start in zip(children, range(0, games, CHUNK), strict=True):
        size = min(CHUNK, games - start)
        pawns = 1 if plan.table.cooperative else plan.teams
        together = Games(arrays, piles, size, pawns, np.random.SFC64(child))
        parts.append(together.play(plan.seconds, arrived_play=lanes.arrived_play))
        if report is not None:
            report(size)
    return Simulated(plan, joined(parts))


@lru_cache(maxsize=16)
def _lanes_of(key: "_ByValue") -> Lanes:
    return find_lanes(key.table)


@dataclass(frozen=True)
class _ByValue:
    """A table as the key of its lanes."""

    table: Table = field(hash=False)
    board: str


def lanes_of(table: Table) -> Lanes:
    """Return the lanes of a table; those of the last tables are kept.

    The rules ask of a deck which themes and kinds have a card: decks that have the same ones share their lanes.

    Raises:
        NotInTablesError: the board has a rule that tables do not hold.
    """
    pairs = product(sorted(table.by_theme), sorted(table.by_kind))
    cards = tuple(Card(f"{theme}.{kind}", theme, kind) for theme, kind in pairs)
    return _lanes_of(_ByValue(Table(table.board, cards, table.cooperative), table.board.id))


def joined(parts: list[Played]) -> Played:
    """Return the games of several parts as one."""
    first = parts[0]
    whole = {
        item.name: np.concatenate([getattr(part, item.name) for part in parts])
        for item in fields(Played)
        if item.name not in {"throws", "visits"}
    }
    visits = np.zeros_like(first.visits)
    for part in parts:
        visits += part.visits
    return Played(throws=sum(part.throws for part in parts), visits=visits, **whole)


def _stepwise(plan: Plan, games: int, seed: int, report: Report | None) -> Simulated:
    parts = []
    for index, start in enumerate(range(0, games, _PIECE)):
        size = min(_PIECE, games - start)
        parts.append(play_plainly(plan.table, plan.teams, plan.seconds, plan.durations, size, (seed, index)))
        if report is not None:
            report(size)
    return Simulated(plan, joined(parts), is_stepwise=True)
