"""Where pawns stand on a tile. Lengths are in logical px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.pieces import number_size

if TYPE_CHECKING:
    from game.drawing.geometry import Rect

_FEW = 3
_MARGIN = 4.0
_BESIDE = 2.05
"""Radiuses from the middle of a pawn to that of the next one."""
_SMALL, _CROWDED, _LARGE = 26.0, 20.0, 32.0
# Of the height of a tile: a pawn grows with a large one, and leaves a part of a small one to its number.
_OF_LARGE, _OF_SMALL = 0.2, 0.3
_NUMBER_LINES = 1.27
_SMALL_TILE = (116.0, 112.0)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one pawn stands: its middle and its radius, in px."""

    centre: tuple[float, float]
    radius: float


def seats(tile: Rect, pawns: int) -> tuple[Seat, ...]:
    """Return where `pawns` pawns stand on a tile: along its bottom, off its number."""
    per_row = pawns if pawns <= _FEW else -(-pawns // 2)
    rows = -(-pawns // per_row)
    room = tile.inset(_MARGIN)
    above = tile.h - _NUMBER_LINES * number_size(tile)
    clear = max(min(_SMALL, _OF_SMALL * tile.h), above / 2) if rows == 1 else max(_CROWDED, above / 4)
    most = max(_LARGE, _OF_LARGE * tile.h)
    radius = min(most, clear, room.w / per_row / _BESIDE, room.h / rows / _BESIDE)
    x, y = first_seat(tile, radius)
    step = _BESIDE * radius * (-1 if _is_small(tile) else 1)
    return tuple(
        Seat((x + step * (index % per_row), y - abs(step) * (index // per_row)), radius) for index in range(pawns)
    )


def first_seat(tile: Rect, radius: float) -> tuple[float, float]:
    """Return the middle of a first pawn: at the left, beside the icon; on a small tile at the right, off the number."""
    x = tile.right - _MARGIN - radius if _is_small(tile) else tile.x + _MARGIN + radius
    return x, tile.bottom - _MARGIN - radius


def _is_small(tile: Rect) -> bool:
    return tile.w < _SMALL_TILE[0] or tile.h < _SMALL_TILE[1]
