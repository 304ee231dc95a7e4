"""Where the tiles of the board are: a ring around the screen, as on a goose game laid on a floor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log

from game.drawing.geometry import Rect, grid

MIN_SQUARES = 24
MAX_SQUARES = 32
# A number beside an icon wants a tile a little wider than high.
_TILE_RATIO = 1.4
_MIN_SIDE = 4
_FEW = 3
_SMALL_PAWN = 26.0
_CROWDED_PAWN = 20.0
_LARGE_PAWN = 32.0
_NUMBER_HEIGHT = 56.0


@dataclass(frozen=True, slots=True)
class RingLayout:
    """The tiles in the order of the path (start, 1, 2, … end), and the free rect they surround."""

    tiles: tuple[Rect, ...]
    inner: Rect


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one pawn stands: its middle and its radius, in px."""

    centre: tuple[float, float]
    radius: float


@lru_cache(maxsize=16)
def layout(squares: int, area: Rect, gap: float = 8.0) -> RingLayout:
    """Lay start, squares and end on a ring: from the bottom left, along the bottom, up, back and down.

    All tiles are equal. An odd number of squares leaves one free place between the end and the start.

    Raises:
        ValueError: `squares` is not between 24 and 32.
    """
    if not MIN_SQUARES <= squares <= MAX_SQUARES:
        raise ValueError(f"a ring has {MIN_SQUARES} to {MAX_SQUARES} squares, not {squares}")
    # A ring of c columns and r rows has 2(c + r) - 4 places, always an even number.
    columns, rows = _sides((squares + 2 + squares % 2 + 4) // 2, area, gap)
    cells = grid(area, columns, rows, gap)
    inner_cells = cells[columns + 1], cells[-columns - 2]
    inner = Rect(
        inner_cells[0].x,
        inner_cells[0].y,
        inner_cells[1].right - inner_cells[0].x,
        inner_cells[1].bottom - inner_cells[0].y,
    )
    ring = tuple(cells[row * columns + column] for column, row in _walk(columns, rows))
    return RingLayout(ring[: squares + 2], inner)


def seats(tile: Rect, pawns: int) -> tuple[Seat, ...]:
    """Return where `pawns` pawns stand on a tile: from the bottom left, off its number."""
    per_row = pawns if pawns <= _FEW else -(-pawns // 2)
    rows = -(-pawns // per_row)
    room = tile.inset(4)
    clear = max(_SMALL_PAWN, (tile.h - _NUMBER_HEIGHT) / 2) if rows == 1 else _CROWDED_PAWN
    radius = min(_LARGE_PAWN, clear, room.w / per_row / 2.05, room.h / rows / 2.05)
    step = 2.05 * radius
    left, bottom = room.x + radius, room.bottom - radius
    return tuple(
        Seat((left + step * (index % per_row), bottom - step * (index // per_row)), radius) for index in range(pawns)
    )


def _sides(half: int, area: Rect, gap: float) -> tuple[int, int]:
    def distance(columns: int) -> float:
        width = (area.w + gap) / columns - gap
        height = (area.h + gap) / (half - columns) - gap
        return abs(log(width / height / _TILE_RATIO))

    columns = min(range(_MIN_SIDE, half - _MIN_SIDE + 1), key=distance)
    return columns, half - columns


def _walk(columns: int, rows: int) -> list[tuple[int, int]]:
    """Return the (column, row) of each place of the ring, from the bottom left, anticlockwise."""
    right, bottom = columns - 1, rows - 1
    return [
        *((column, bottom) for column in range(right)),
        *((right, row) for row in range(bottom, 0, -1)),
        *((column, 0) for column in range(right, 0, -1)),
        *((0, row) for row in range(bottom)),
    ]
