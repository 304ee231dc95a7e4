"""A path of tiles that goes once or several times around a free rect, inward: a ring is a spiral of one turn.

Each turn starts at the bottom left of its own ring, goes right, up, left, and down to the tile above its first one;
from there the path steps right, into the next turn. Lengths are in logical px.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.geometry import Rect, grid

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 8.0
"""Between a tile and the next one."""
LANE = 26.0
"""Between two turns, so that the eye follows the path and does not jump across."""


@dataclass(frozen=True, slots=True)
class Spiral:
    """The columns and rows of the outer turn, and how many turns there are; each one has two fewer of both."""

    columns: int
    rows: int
    turns: int = 1

    @property
    def capacity(self) -> int:
        """How many tiles there is room for."""
        return sum(_around(columns, rows) for columns, rows in self._rings())

    @property
    def before_last(self) -> int:
        """How many tiles the turns before the last one hold."""
        return self.capacity - _around(*self._rings()[-1])

    def sizes(self, count: int, area: Rect) -> tuple[tuple[float, float], Rect]:
        """Return the width and height of the smallest tile once `count` are laid, and the rect left free inside."""
        *_, last = self._turns(count, area)
        return last.tile, last.free

    def lay(self, count: int, area: Rect) -> tuple[tuple[Rect, ...], Rect]:
        """Return the first `count` tiles in the order of the path, and the rect that they leave free inside."""
        tiles: list[Rect] = []
        for turn in self._turns(count, area):
            cells = grid(turn.room, turn.columns, turn.rows, GAP)
            walk = _walk(turn.columns, turn.rows)[: turn.laid]
            tiles += [cells[row * turn.columns + column] for column, row in walk]
        return tuple(tiles), turn.free

    def _turns(self, count: int, area: Rect) -> Iterator[_Turn]:
        room = area
        for columns, rows in self._rings():
            turn = _Turn(room, columns, rows, min(count, _around(columns, rows)))
            yield turn
            count -= turn.laid
            room = turn.inside.inset(LANE - GAP)

    def _rings(self) -> list[tuple[int, int]]:
        return [(self.columns - 2 * turn, self.rows - 2 * turn) for turn in range(self.turns)]


@dataclass(frozen=True, slots=True)
class _Turn:
    """One ring of the spiral in its room, and how many tiles are laid on it."""

    room: Rect
    columns: int
    rows: int
    laid: int

    @property
    def tile(self) -> tuple[float, float]:
        return (self.room.w + GAP) / self.columns - GAP, (self.room.h + GAP) / self.rows - GAP

    @property
    def inside(self) -> Rect:
        width, height = self.tile
        return self.room.inset(width + GAP, height + GAP)

    @property
    def free(self) -> Rect:
        """What the tiles leave free: more than the inside of the ring, on the sides that they do not reach."""
        room, inside = self.room, self.inside
        left = inside.x if self.laid > 2 * self.columns + self.rows - 2 else room.x
        top = inside.y if self.laid > self.columns + self.rows - 1 else room.y
        right = inside.right if self.laid > self.columns else room.right
        return Rect(left, top, right - left, inside.bottom - top)


def spirals(count: int, most_turns: int) -> Iterator[Spiral]:
    """Yield the spirals that hold `count` tiles, with something in their last turn.

    A single ring must close: it has one place too many at most, when `count` is odd.
    """
    for turns in range(1, most_turns + 1):
        # A spiral holds 2 x turns x (columns + rows) - 4 x turns² tiles.
        half = -(-count // (2 * turns)) + 2 * turns
        while turns == 1 or Spiral(half, 0, turns).before_last < count:
            for columns in range(2 * turns + 1, half - 2 * turns):
                yield Spiral(columns, half - columns, turns)
            if turns == 1:
                break
            half += 1


def _around(columns: int, rows: int) -> int:
    return 2 * (columns + rows) - 4


def _walk(columns: int, rows: int) -> list[tuple[int, int]]:
    """Return the (column, row) of each place of a ring, from the bottom left, anticlockwise."""
    right, bottom = columns - 1, rows - 1
    return [
        *((column, bottom) for column in range(right)),
        *((right, row) for row in range(bottom, 0, -1)),
        *((column, 0) for column in range(right, 0, -1)),
        *((0, row) for row in range(bottom)),
    ]
