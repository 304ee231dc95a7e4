"""Solve a chain whose arrival is certain: in floating point with numpy, or in fractions."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

import numpy as np

from game.forecast.chain import Chain
from game.forecast.tables import ARRIVED

N = TypeVar("N", float, Fraction)
Row = dict[int, Fraction]


@dataclass(frozen=True)
class Flow(Generic[N]):
    """The solution of a chain.

    Attributes:
        occupation: How many times, on average, a throw is due at each node before the arrival.
        turns: The mean number of turns from each node to the arrival.
        throws: The mean number of throws from each node to the arrival.
    """

    occupation: list[N]
    turns: list[N]
    throws: list[N]


def in_floats(chain: Chain) -> Flow[float]:
    """Solve a chain by linear algebra on arrays [node, node]."""
    size = len(chain.steps)
    stay = np.eye(size)
    costs = np.zeros((size, 2))
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            costs[node] += (weight * step.turns, weight * step.throws)
            if step.after != ARRIVED:
                stay[node, step.after] -= weight / chain.total
    costs /= chain.total
    start = np.zeros(size)
    start[0] = 1.0
    left = np.linalg.solve(stay, costs)
    return Flow(np.linalg.solve(stay.T, start).tolist(), left[:, 0].tolist(), left[:, 1].tolist())


def in_fractions(chain: Chain) -> Flow[Fraction]:
    """Solve a chain exactly, by sparse elimination."""
    size, total = len(chain.steps), chain.total
    stay: list[Row] = [{node: Fraction(1)} for node in range(size)]
    turned: list[Row] = [{node: Fraction(1)} for node in range(size)]
    costs = [[Fraction(0), Fraction(0)] for _ in range(size)]
    for node, row in enumerate(chain.steps):
        for step, weight in row.items():
            share = Fraction(weight, total)
            costs[node][0] += share * step.turns
            costs[node][1] += share * step.throws
            if step.after != ARRIVED:
                stay[node][step.after] = stay[node].get(step.after, Fraction(0)) - share
                turned[step.after][node] = turned[step.after].get(node, Fraction(0)) - share
    start = [[Fraction(node == 0)] for node in range(size)]
    left = solve_sparse(stay, costs)
    occupation = [row[0] for row in solve_sparse(turned, start)]
    return Flow(occupation, [row[0] for row in left], [row[1] for row in left])


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


Solver = Callable[[Chain], Flow[N]]
