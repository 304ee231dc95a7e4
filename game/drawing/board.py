"""Where the tiles of the board are: around the screen, as in a goose game on a floor. Lengths are in logical px."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from game.drawing.spiral import GAP, LANE, Spiral, spirals

if TYPE_CHECKING:
    from game.drawing.geometry import Rect

MIN_SQUARES = 12
MAX_SQUARES = 100
LEAST_TILE = (60.0, 50.0)
"""Width and height under which a number and an icon cannot be read from the back row."""
LEAST_INNER = (800.0, 440.0)
"""What whose turn it is, the key that goes on and the dice need."""

_MOST_TURNS = 3
_MOST_SHOWN = 300
# A number beside an icon wants a tile a little wider than high.
_TILE_RATIO = 1.4
# Larger tiles and a larger inside are no easier to read; they are weighed by their logarithm, so without a unit.
_ENOUGH_HEIGHT = 140.0
_ENOUGH_INNER = (1250.0, 560.0)
_PER_TURN, _PER_RATIO, _PER_INNER = 0.2, 0.35, 0.5


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """The tiles in the order of the path (start, 1, 2, … end), and the free rect they surround."""

    tiles: tuple[Rect, ...]
    inner: Rect

    @property
    def inward(self) -> tuple[Rect, ...]:
        """The places between two turns where the path steps inward."""
        found = []
        for here, there in pairwise(self.tiles):
            if GAP + 1 < there.x - here.right < LANE + 1:
                found.append(here._replace(x=here.right, w=there.x - here.right))
        return tuple(found)


@lru_cache(maxsize=64)
def layout(squares: int, area: Rect) -> BoardLayout:
    """Lay start, squares and end around an area, from the bottom left, along the bottom, up, back and down.

    Few squares make a ring of equal tiles; many make a spiral, whose tiles are a little smaller at each turn.

    Raises:
        ValueError: the board cannot be read on this area: `squares` is not between 12 and 100, or it would take
            tiles or an inside smaller than `LEAST_TILE` and `LEAST_INNER`.
    """
    if not MIN_SQUARES <= squares <= MAX_SQUARES:
        raise ValueError(f"a board has {MIN_SQUARES} to {MAX_SQUARES} squares, not {squares}")
    found = _plans(squares, area)
    legible = [plan for plan in found if _holds(plan.tile, LEAST_TILE)]
    if not legible:
        raise ValueError(f"{squares} squares need tiles under {LEAST_TILE[0]:g} x {LEAST_TILE[1]:g} px")
    roomy = [plan for plan in legible if _holds(plan.inner[2:], LEAST_INNER)]
    if not roomy:
        raise ValueError(f"{squares} squares leave less than {LEAST_INNER[0]:g} x {LEAST_INNER[1]:g} px inside")
    return BoardLayout(*max(roomy, key=_ease).shape.lay(squares + 2, area))


@lru_cache(maxsize=64)
def closest_layout(squares: int, area: Rect) -> BoardLayout:
    """Lay a board of any size: as `layout` does, or as well as can be where that is not legible.

    A board of fewer than 12 squares leaves places of the smallest ring free. One with too many keeps, as long as it
    can, the inside that the words need; squares that no screen can show share the last tile.
    """
    try:
        return layout(squares, area)
    except ValueError:
        laid_for = min(max(squares, MIN_SQUARES), _MOST_SHOWN)
    found = _plans(laid_for, area)
    roomy = [plan for plan in found if _holds(plan.inner[2:], LEAST_INNER)]
    tiles, inner = max(roomy or found, key=_ease).shape.lay(laid_for + 2, area)
    return BoardLayout((*tiles, *tiles[-1:] * (squares - laid_for))[: squares + 2], inner)


class _Plan(NamedTuple):
    """A spiral, not laid yet, with the smallest of its tiles and what it leaves free inside."""

    shape: Spiral
    tile: tuple[float, float]
    inner: Rect


def _plans(squares: int, area: Rect) -> list[_Plan]:
    found = (_Plan(shape, *shape.sizes(squares + 2, area)) for shape in spirals(squares + 2, _MOST_TURNS))
    return [plan for plan in found if min(*plan.tile, *plan.inner[2:]) > 0]


def _holds(size: tuple[float, ...], least: tuple[float, float]) -> bool:
    return size[0] >= least[0] and size[1] >= least[1]


def _ease(plan: _Plan) -> float:
    """Return how easy a board is to read: large tiles of good proportions, few turns, room inside for words."""
    width, height = plan.tile
    size = log(min(height, width / _TILE_RATIO, _ENOUGH_HEIGHT))
    inside = log(min(1.0, plan.inner.w / _ENOUGH_INNER[0])) + log(min(1.0, plan.inner.h / _ENOUGH_INNER[1]))
    ratio = abs(log(width / height / _TILE_RATIO))
    return size - _PER_TURN * plan.shape.turns - _PER_RATIO * ratio + _PER_INNER * inside
