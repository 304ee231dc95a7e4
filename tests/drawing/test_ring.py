from itertools import combinations, groupby, pairwise

import pytest

from game.drawing.board import layout, seats
from game.drawing.geometry import Rect

WIDE = Rect(32, 32, 1856, 932)
FOUR_THIRDS = Rect(32, 32, 1376, 932)
SIZES = range(24, 33)


def overlaps(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def sign(length: float) -> int:
    return (length > 1) - (length < -1)


def test_thirty_squares_make_the_ring_of_the_picture() -> None:
    ring = layout(30, WIDE)
    start, end = ring.tiles[0], ring.tiles[-1]
    assert len(ring.tiles) == 32
    assert [len({tile.x for tile in ring.tiles}), len({tile.y for tile in ring.tiles})] == [11, 7]
    assert (start.x, start.bottom) == (32, pytest.approx(964))
    assert end.x == start.x
    assert start.y - end.bottom == pytest.approx(8)


@pytest.mark.parametrize("area", [WIDE, FOUR_THIRDS], ids=["16:9", "4:3"])
@pytest.mark.parametrize("squares", SIZES)
def test_tiles_are_equal_and_each_touches_the_next_without_overlap(squares: int, area: Rect) -> None:
    tiles = layout(squares, area).tiles
    assert len(tiles) == squares + 2
    assert len({(round(tile.w, 6), round(tile.h, 6)) for tile in tiles}) == 1
    assert not any(overlaps(a, b) for a, b in combinations(tiles, 2))
    for here, there in pairwise(tiles):
        across, down = abs(here.x - there.x), abs(here.y - there.y)
        assert (across, down) in [
            (pytest.approx(here.w + 8), pytest.approx(0)),
            (pytest.approx(0), pytest.approx(here.h + 8)),
        ]


@pytest.mark.parametrize("squares", SIZES)
def test_the_path_goes_right_then_up_then_left_then_down(squares: int) -> None:
    tiles = layout(squares, WIDE).tiles
    steps = [(sign(there.x - here.x), sign(there.y - here.y)) for here, there in pairwise(tiles)]
    turns = [step for step, _ in groupby(steps)]
    assert turns == [(1, 0), (0, -1), (-1, 0), (0, 1)]


@pytest.mark.parametrize("squares", SIZES)
def test_the_middle_is_free_of_tiles_and_inside_the_area(squares: int) -> None:
    ring = layout(squares, WIDE)
    assert not any(overlaps(ring.inner, tile) for tile in ring.tiles)
    assert ring.inner.w > 1300
    assert ring.inner.h > 500


@pytest.mark.parametrize("squares", [0, 12, 23, 33, 63])
def test_a_board_that_no_ring_can_hold_is_refused_with_its_size(squares: int) -> None:
    with pytest.raises(ValueError, match=str(squares)):
        layout(squares, WIDE)


@pytest.mark.parametrize("area", [WIDE, FOUR_THIRDS], ids=["16:9", "4:3"])
@pytest.mark.parametrize("pawns", range(1, 9))
def test_up_to_eight_pawns_stand_on_one_tile_side_by_side(pawns: int, area: Rect) -> None:
    tile = layout(30, area).tiles[0]
    places = seats(tile, pawns)
    assert len(places) == pawns
    for seat in places:
        (x, y), radius = seat.centre, seat.radius
        assert tile.x <= x - radius
        assert x + radius <= tile.right
        assert tile.y <= y - radius
        assert y + radius <= tile.bottom
    for a, b in combinations(places, 2):
        distance = ((a.centre[0] - b.centre[0]) ** 2 + (a.centre[1] - b.centre[1]) ** 2) ** 0.5
        assert distance >= a.radius + b.radius


def test_up_to_three_pawns_leave_the_number_of_the_square_readable() -> None:
    tile = layout(30, WIDE).tiles[14]
    assert all(seat.centre[1] - seat.radius >= tile.y + 50 for pawns in (1, 2, 3) for seat in seats(tile, pawns))
