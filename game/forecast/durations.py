"""How long the steps of a session last, in seconds.

The defaults are the usual ones; they are stated here and nowhere else. What past sessions teach makes another
`Durations` (see `learned`).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import NormalDist
from types import MappingProxyType

from game.rules import commands as g, events as e

QUANTILES = 256
"""Into how many equally likely lengths an exchange is cut."""
_USUAL_EXCHANGES = {
    "temoignage": 130.0,
    "mise-en-situation": 140.0,
    "question": 95.0,
    "defi": 110.0,
    "mot": 70.0,
    "chiffre": 80.0,
    "coup-de-pouce": 60.0,
    "obstacle": 90.0,
}


@dataclass(frozen=True)
class Durations:
    """How long each step lasts, in seconds; what is not told has a usual length."""

    throw: float = 10.0
    """The dice go round and are thrown."""
    move: float = 6.0
    """The pawn counts its squares."""
    effect: float = 12.0
    """A special square is read aloud and acts."""
    word: float = 20.0
    """The team chooses the word of its brick."""
    idle: float = 5.0
    """A turn in which nothing can be done."""
    exchanges: Mapping[str, float] = field(default_factory=lambda: MappingProxyType(_USUAL_EXCHANGES))
    """How long a card is talked about, on average, by its kind; an answer that is shown is part of it."""
    other_exchange: float = 100.0
    """The same, for a kind that is not there."""
    spread: float = 0.45
    """The standard deviation of an exchange, as a part of its mean."""

    def __post_init__(self) -> None:
        """Refuse what would let a game go on for ever.

        Raises:
            ValueError: a duration is negative, or a throw or an idle turn takes no time.
        """
        rest = (self.move, self.effect, self.word, self.other_exchange, self.spread, *self.exchanges.values())
        if not all(math.isfinite(seconds) and seconds > 0 for seconds in (self.throw, self.idle)):
            raise ValueError("a throw and an idle turn take some time")
        if not all(math.isfinite(seconds) and seconds >= 0 for seconds in rest):
            raise ValueError("a duration is a number of seconds, never negative")

    def exchange_lengths(self, kind: str) -> tuple[float, ...]:
        """Return `QUANTILES` equally likely lengths of an exchange about a card of a kind.

        They are the middles of the quantiles of a log-normal law, scaled so that their mean is exactly the mean.
        """
        mean = self.exchanges.get(kind, self.other_exchange)
        sigma = math.sqrt(math.log1p(self.spread**2))
        normal = NormalDist()
        raw = [math.exp(sigma * normal.inv_cdf((index + 0.5) / QUANTILES)) for index in range(QUANTILES)]
        scale = mean * QUANTILES / math.fsum(raw)
        return tuple(length * scale for length in raw)


def learned(exchanges: Mapping[str, float], other_exchange: float, rest_of_turn: float) -> Durations:
    """Return the durations that past sessions teach.

    Args:
        exchanges: mean seconds of an exchange, by kind of card.
        other_exchange: the same, for other kinds.
        rest_of_turn: mean seconds of a turn without its exchange; its steps keep their usual shares of it.
    """
    usual = Durations()
    pace = rest_of_turn / (usual.throw + usual.move + usual.word)
    if pace <= 0:
        return Durations(exchanges=exchanges, other_exchange=other_exchange)
    return Durations(
        throw=usual.throw * pace,
        move=usual.move * pace,
        effect=usual.effect * pace,
        word=usual.word * pace,
        exchanges=exchanges,
        other_exchange=other_exchange,
    )


class Tally(tuple[int, int, int, int]):
    """How often each step whose length is fixed was made: throws, moves, effects, idle turns."""

    __slots__ = ()

    @staticmethod
    def of(command: g.GameCommand, events: Iterable[e.GameEvent]) -> "Tally":
        """Return what a command and its events count for."""
        is_throw = isinstance(command, g.RollDice)
        has_moved = is_throw and any(isinstance(event, e.PawnMoved) and event.cause == "throw" for event in events)
        return Tally((is_throw, has_moved, isinstance(command, g.FollowEffect), isinstance(command, g.Pass)))

    def plus(self, other: "Tally") -> "Tally":
        """Return the sum of the two."""
        return Tally(mine + more for mine, more in zip(self, other, strict=True))

    def seconds(self, durations: Durations) -> float:
        """Return how long it lasts, in seconds."""
        throws, moves, effects, idle = self
        return throws * durations.throw + moves * durations.move + effects * durations.effect + idle * durations.idle
