"""The absorbing Markov chain of a lone team: one node for each state in which it throws, one end, the arrival.

Weights are whole numbers out of ``total``, so that the same chain is solved in floating point and in fractions.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from game.forecast.tables import ARRIVED, Moves, Throw


class Step(NamedTuple):
    """One way from a node to the next: where to, and what it counts for."""

    after: int
    turns: int
    rounds: int
    throws: int

    def delay(self, *, in_rounds: bool) -> int:
        """Return the turns that this step takes, or the rounds."""
        return self.rounds if in_rounds else self.turns


@dataclass(frozen=True)
class Chain:
    """The chain, its first node being the start.

    Attributes:
        positions: Where the pawn of each node stands.
        steps: The weight of each step from each node; those of a node add up to ``total``.
        rests: How many times each position is rested on, weighted, by node.
        cards: How many cards of each theme or kind are due, weighted, by node.
        total: The number of ordered throws of the dice.
    """

    positions: tuple[int, ...]
    steps: tuple[Counter[Step], ...]
    rests: tuple[Counter[int], ...]
    cards: tuple[Counter[str], ...]
    total: int

    @cached_property
    def arriving(self) -> frozenset[int]:
        """The nodes from which the arrival can be reached."""
        return reaching([{step.after for step in row} for row in self.steps])

    @property
    def stuck(self) -> tuple[int, ...]:
        """The positions, in order, where a pawn may stand from which it never arrives."""
        trapped = set(range(len(self.steps))) - self.arriving
        return tuple(sorted({self.positions[node] for node in trapped}))

    @cached_property
    def is_bounded(self) -> bool:
        """Whether no node ever comes back: the game then ends within so many throws, whatever the dice."""
        come = Counter(after for row in self.steps for after in {step.after for step in row} if after != ARRIVED)
        todo = [node for node in range(len(self.steps)) if not come[node]]
        gone = 0
        while todo:
            gone += 1
            for after in {step.after for step in self.steps[todo.pop()]} - {ARRIVED}:
                come[after] -= 1
                if not come[after]:
                    todo.append(after)
        return gone == len(self.steps)

    def without_stuck(self) -> "Chain":
        """Return the chain of the nodes that can arrive; what falls out of it adds up to less than ``total``."""
        kept = sorted(self.arriving)
        new = {ARRIVED: ARRIVED} | {node: index for index, node in enumerate(kept)}
        steps = [
            Counter(
                {
                    step._replace(after=new[step.after]): weight
                    for step, weight in self.steps[node].items()
                    if step.after in new
                }
            )
            for node in kept
        ]
        pick = [(self.positions[node], self.rests[node], self.cards[node]) for node in kept]
        positions, rests, cards = zip(*pick, strict=True) if pick else ((), (), ())
        return Chain(positions, tuple(steps), rests, cards, self.total)


def reaching(after: Sequence[Iterable[int]]) -> frozenset[int]:
    """Return the nodes from which the arrival can be reached.

    Args:
        after: The nodes that follow each node.
    """
    before: dict[int, list[int]] = {}
    for node, following in enumerate(after):
        for found in following:
            before.setdefault(found, []).append(node)
    reached, todo = set[int](), [ARRIVED]
    while todo:
        for node in before.get(todo.pop(), ()):
            if node not in reached:
                reached.add(node)
                todo.append(node)
    return frozenset(reached)


def chain_of(moves: Moves) -> Chain:
    """Return the chain of these moves, from their first node."""
    steps, rests, cards = [], [], []
    for throws in moves.throws:
        row: Counter[Step] = Counter()
        rest: Counter[int] = Counter()
        card: Counter[str] = Counter()
        for throw in throws:
            row[_step(throw)] += throw.weight
            for position in throw.rests:
                rest[position] += throw.weight
            for name in throw.cards:
                card[name] += throw.weight
        steps.append(row)
        rests.append(rest)
        cards.append(card)
    positions = tuple(moves.position(node) for node in range(len(moves.nodes)))
    return Chain(positions, tuple(steps), tuple(rests), tuple(cards), moves.total)


def _step(throw: Throw) -> Step:
    return Step(throw.after, throw.turns, throw.rounds, 1 if throw.dice else 0)
