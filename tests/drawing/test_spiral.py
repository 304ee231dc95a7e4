import pytest

from game.drawing.geometry import Rect
from game.drawing.spiral import Spiral, spirals

AREA = Rect(0, 0, 1856, 932)


def test_nine_columns_and_seven_rows_hold_the_classic_board_exactly_but_for_its_core() -> None:
    assert [Spiral(9, 7, turns).capacity for turns in (1, 2, 3)] == [28, 48, 60]
    assert Spiral(9, 7, 3).before_last == 48


@pytest.mark.parametrize("count", [14, 32, 33, 65, 102, 302])
def test_every_spiral_that_is_proposed_holds_the_tiles_in_its_last_turn(count: int) -> None:
    for spiral in spirals(count, 3):
        assert spiral.before_last < count <= spiral.capacity
        assert spiral.turns > 1 or spiral.capacity - count <= 1
        assert min(spiral.columns, spiral.rows) > 2 * spiral.turns


def test_a_last_turn_that_stops_early_leaves_its_other_sides_to_the_middle() -> None:
    spiral = Spiral(9, 7, 2)
    bottom, right, top, left = (spiral.lay(28 + laid, AREA)[1] for laid in (7, 9, 14, 20))
    assert bottom.x == right.x == top.x < left.x
    assert bottom.y == right.y < top.y == left.y
    assert bottom.right > right.right == top.right == left.right
    assert bottom.bottom == right.bottom == top.bottom == left.bottom


@pytest.mark.parametrize("count", [13, 40, 60])
def test_the_sizes_said_beforehand_are_those_of_the_tiles_once_laid(count: int) -> None:
    for spiral in spirals(count, 3):
        tile, inner = spiral.sizes(count, AREA)
        if min(*tile, *inner[2:]) > 0:
            tiles, free = spiral.lay(count, AREA)
            assert inner == free
            assert tile == pytest.approx((tiles[-1].w, tiles[-1].h))
