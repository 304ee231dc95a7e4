"""Solve a chain of which every node can arrive: in floating point with numpy, or in fractions."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from game.forecast.chain import Chain
from game.forecast.tables import ARRIVED

N = TypeVar("N", float, Fraction)
Row = dict[int, Fraction]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Flow(Generic[N]):
    """The solution of a chain.

    Attributes:
        occupation: How many times, on average, a throw is due at each node before the arrival.
        turns: The mean number of turns from each node to the arrival.
        throws: The mean number of throws from each node to the arrival.
        arrival: The chance of arriving from the first node; 1 unless the chain was cut off what is stuck.
    """

    occupation: list[N]
    turns: list[N]
    throws: list[N]
    arrival: N


def in_floats(chain: Chain) -> Flow[float]:
    """Solve a chain in floating point; each result is right to some 1e-12 of itself, however slow the chain is."""
    size = len(chain.steps)
    inside = np.zeros((size, size))
    earned = np.zeros((size, 3))
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            earned[node] += (weight * step.turns, weight * step.throws, weight * (step.after == ARRIVED))
            if step.after != ARRIVED:
                inside[node, step.after] += weight
    leaving = chain.total - inside.sum(axis=1)  # whole numbers: nothing is lost
    left, occupation = fold(inside / chain.total, leaving / chain.total, earned / chain.total)
    return Flow(occupation.tolist(), left[:, 0].tolist(), left[:, 1].tolist(), float(left[0, 2]))


def fold(inside: Floats, leaving: Floats, earned: Floats) -> tuple[Floats, Floats]:
    """Add up what a chain earns until it is left, without any subtraction.

    An ordinary solver subtracts nearly equal numbers when the chain is hardly ever left, and errs by a tenth on a
    board of 1e15 turns. Here one node after the other is folded into those before it, and its chance of going away is
    added up from where it goes: Grassmann, Taksar, Heyman, "Regenerative Analysis and Steady State Distributions for
    Markov Chains", Operations Research 33 (1985).

    Args:
        inside: The chance of each step between nodes [node, node]; changed in place.
        leaving: The chance of leaving the chain [node]; changed in place.
        earned: What is earned at each node [node, kind]; changed in place.

    Returns:
        What is earned from each node until the chain is left [node, kind], and how many times each node is passed
        from the first one on [node].
    """
    size = len(inside)
    away = np.zeros(size)
    for node in range(size - 1, -1, -1):
        out = inside[node, :node]
        away[node] = out.sum() + leaving[node]
        out /= away[node]
        leaving[node] /= away[node]
        earned[node] /= away[node]
        come = np.flatnonzero(inside[:node, node])
        go = np.flatnonzero(out)
        share = inside[come, node]
        inside[np.ix_(come, go)] += np.outer(share, out[go])
        leaving[come] += share * leaving[node]
        earned[come] += np.outer(share, earned[node])
    passed = np.zeros(size)
    passed[0] = 1 / away[0]
    for node in range(1, size):
        earned[node] += inside[node, :node] @ earned[:node]
        passed[node] = passed[:node] @ inside[:node, node] / away[node]
    return earned, passed


def in_fractions(chain: Chain) -> Flow[Fraction]:
    """Solve a chain exactly, by sparse elimination."""
    size, total = len(chain.steps), chain.total
    stay: list[Row] = [{node: Fraction(1)} for node in range(size)]
    turned: list[Row] = [{node: Fraction(1)} for node in range(size)]
    earned = [[Fraction(0)] * 3 for _ in range(size)]
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            share = Fraction(weight, total)
            kinds = (step.turns, step.throws, int(step.after == ARRIVED))
            earned[node] = [before + share * kind for before, kind in zip(earned[node], kinds, strict=True)]
            if step.after != ARRIVED:
                stay[node][step.after] = stay[node].get(step.after, Fraction(0)) - share
                turned[step.after][node] = turned[step.after].get(node, Fraction(0)) - share
    start = [[Fraction(node == 0)] for node in range(size)]
    left = solve_sparse(stay, earned)
    occupation = [row[0] for row in solve_sparse(turned, start)]
    return Flow(occupation, [row[0] for row in left], [row[1] for row in left], left[0][2])


def solve_sparse(matrix: list[Row], right: list[list[Fraction]]) -> list[list[Fraction]]:
    """Solve a system exactly, eliminating at each step the unknown that touches least.

    Args:
        matrix: The rows, each with its values by column, none of them needed when zero; changed in place. It has an
            inverse, and a diagonal without zero, as ``1 - Q`` of an absorbing chain has.
        right: The right-hand sides, one list for each row; changed in place.

    Returns:
        The unknowns, one list for each row of ``right``.
    """
    size = len(matrix)
    columns: list[set[int]] = [set() for _ in range(size)]
    for index, row in enumerate(matrix):
        for column in [column for column, value in row.items() if not value]:
            del row[column]
        for column in row:
            columns[column].add(index)
    left = set(range(size))
    order = []
    while left:
        pivot = min(left, key=lambda node: (len(matrix[node]) - 1) * (len(columns[node]) - 1))
        left.remove(pivot)
        order.append(pivot)
        _eliminate(pivot, matrix, right, columns)
    for pivot in reversed(order):
        row, values = matrix[pivot], right[pivot]
        for column, value in row.items():
            if column != pivot:
                values = [mine - value * theirs for mine, theirs in zip(values, right[column], strict=True)]
        right[pivot] = values
    return right


def _eliminate(pivot: int, matrix: list[Row], right: list[list[Fraction]], columns: list[set[int]]) -> None:
    """Make the pivot's row begin with one, and take its unknown out of the rows that still hold it."""
    row = matrix[pivot]
    inverse = 1 / row[pivot]
    for column in row:
        row[column] *= inverse
        columns[column].discard(pivot)
    right[pivot] = [value * inverse for value in right[pivot]]
    for index in columns[pivot]:
        other = matrix[index]
        factor = other.pop(pivot)
        for column, value in row.items():
            if column == pivot:
                continue
            changed = other.get(column, 0) - factor * value
            if changed:
                other[column] = Fraction(changed)
                columns[column].add(index)
            elif column in other:
                del other[column]
                columns[column].discard(index)
        right[index] = [mine - factor * theirs for mine, theirs in zip(right[index], right[pivot], strict=True)]
    columns[pivot] = set()
