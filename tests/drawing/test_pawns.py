from itertools import combinations

import pytest

from game.drawing.board import layout
from game.drawing.geometry import Rect
from game.drawing.pawns import first_seat, seats
from game.drawing.pieces import number_size

WIDE = Rect(32, 32, 1856, 932)
FOUR_THIRDS = Rect(32, 32, 1376, 932)
TILES = {
    f"{squares} {name}": layout(squares, area).tiles[-1]
    for name, area in (("16:9", WIDE), ("4:3", FOUR_THIRDS))
    for squares in (12, 20, 30, 45, 63, 100)
}
ON_EACH = pytest.mark.parametrize("tile", TILES.values(), ids=TILES)


@ON_EACH
@pytest.mark.parametrize("pawns", range(1, 9))
def test_up_to_eight_pawns_stand_on_one_tile_side_by_side(pawns: int, tile: Rect) -> None:
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


@ON_EACH
def test_one_pawn_leaves_the_number_readable_however_small_the_tile(tile: Rect) -> None:
    (seat,) = seats(tile, 1)
    size = number_size(tile)
    is_under = seat.centre[1] - seat.radius >= tile.y + size
    is_beside = seat.centre[0] - seat.radius * 0.75 >= tile.x + min(14.0, tile.w * 0.1) + 1.15 * size
    assert is_under or is_beside


@ON_EACH
def test_a_pawn_that_hops_ends_where_it_will_stand(tile: Rect) -> None:
    for pawns in range(1, 9):
        first = seats(tile, pawns)[0]
        assert first_seat(tile, first.radius) == first.centre


def test_pawns_are_large_on_large_tiles() -> None:
    radiuses = [seats(TILES[f"{squares} 16:9"], 1)[0].radius for squares in (12, 20, 30, 63, 100)]
    assert radiuses == sorted(radiuses, reverse=True)
    assert radiuses[0] > 40
    assert radiuses[-1] >= 18
