from itertools import combinations, groupby, pairwise

import pytest

from game.drawing.board import LEAST_INNER, LEAST_TILE, BoardLayout, closest_layout, layout
from game.drawing.geometry import Rect
from game.drawing.pieces import number_size

WIDE = Rect(32, 32, 1856, 932)
FOUR_THIRDS = Rect(32, 32, 1376, 932)
POSTER = Rect(32, 32, 600, 932)
AREAS = pytest.mark.parametrize("area", [WIDE, FOUR_THIRDS], ids=["16:9", "4:3"])
ANY_SIZE = pytest.mark.parametrize("squares", range(12, 101))
RINGS = range(12, 37)
LANE = 26


def overlaps(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def is_inside(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x - 0.01 <= inner.x
        and outer.y - 0.01 <= inner.y
        and inner.right <= outer.right + 0.01
        and inner.bottom <= outer.bottom + 0.01
    )


def steps(board: BoardLayout) -> list[tuple[int, int]]:
    """Return the way of each step of the path, right and down being 1."""

    def sign(length: float) -> int:
        return (length > 20) - (length < -20)  # the turns of a spiral are not quite in line

    return [(sign(there.x - here.x), sign(there.y - here.y)) for here, there in pairwise(board.tiles)]


def test_thirty_squares_make_the_ring_of_the_picture() -> None:
    ring = layout(30, WIDE)
    start, end = ring.tiles[0], ring.tiles[-1]
    assert len(ring.tiles) == 32
    assert [len({tile.x for tile in ring.tiles}), len({tile.y for tile in ring.tiles})] == [11, 7]
    assert (start.x, start.bottom) == (32, pytest.approx(964))
    assert end.x == start.x
    assert start.y - end.bottom == pytest.approx(8)


@AREAS
@ANY_SIZE
def test_a_board_of_any_size_is_legible_and_inside_the_area(squares: int, area: Rect) -> None:
    board = layout(squares, area)
    assert len(board.tiles) == squares + 2
    for tile in board.tiles:
        assert is_inside(tile, area)
        assert (tile.w, tile.h) >= LEAST_TILE
        assert tile.h >= LEAST_TILE[1]
        assert number_size(tile) >= 27
    assert is_inside(board.inner, area)
    assert board.inner.w >= LEAST_INNER[0]
    assert board.inner.h >= LEAST_INNER[1]


@AREAS
@ANY_SIZE
def test_no_tile_is_over_another_one_nor_over_the_middle(squares: int, area: Rect) -> None:
    board = layout(squares, area)
    assert not any(overlaps(a, b) for a, b in combinations((board.inner, *board.tiles), 2))


@AREAS
@ANY_SIZE
def test_each_tile_touches_the_next_one(squares: int, area: Rect) -> None:
    board = layout(squares, area)
    inward = 0
    for (here, there), (right, down) in zip(pairwise(board.tiles), steps(board), strict=True):
        assert abs(right) + abs(down) == 1
        apart = max(there.x - here.right, here.x - there.right, there.y - here.bottom, here.y - there.bottom)
        shared = min(here.right, there.right) - max(here.x, there.x) if down else _shared_height(here, there)
        assert shared > (0.8 * here.w if down else 0.65 * here.h)
        assert apart == pytest.approx(8) or apart == pytest.approx(LANE)
        inward += apart > 9
    assert inward == len(board.inward)


def _shared_height(here: Rect, there: Rect) -> float:
    return min(here.bottom, there.bottom) - max(here.y, there.y)


@AREAS
@ANY_SIZE
def test_the_path_turns_left_at_every_corner_from_the_bottom_left(squares: int, area: Rect) -> None:
    turns = [step for step, _ in groupby(steps(layout(squares, area)))]
    anticlockwise = [(1, 0), (0, -1), (-1, 0), (0, 1)]
    assert turns == [anticlockwise[index % 4] for index in range(len(turns))]


@pytest.mark.parametrize("squares", RINGS)
def test_few_squares_make_one_ring_of_equal_tiles(squares: int) -> None:
    board = layout(squares, WIDE)
    assert len({(round(tile.w, 6), round(tile.h, 6)) for tile in board.tiles}) == 1
    assert board.inward == ()
    assert board.inner.w > 1100


@pytest.mark.parametrize("squares", [45, 63, 80, 100])
def test_many_squares_make_a_spiral_that_says_where_it_goes_inward(squares: int) -> None:
    board = layout(squares, WIDE)
    (lane,) = board.inward
    here, there = next((a, b) for a, b in pairwise(board.tiles) if (lane.x, lane.y) == (a.right, a.y))
    assert (lane.w, lane.right) == (pytest.approx(LANE), pytest.approx(there.x))
    assert here.y <= lane.y < lane.bottom <= here.bottom
    widths, heights = [tile.w for tile in board.tiles], [tile.h for tile in board.tiles]
    assert max(widths) < 1.06 * min(widths)
    assert max(heights) < 1.12 * min(heights)


def test_fewer_squares_are_larger() -> None:
    boards = [layout(squares, WIDE) for squares in (12, 20, 30, 45, 63, 80, 100)]
    areas = [min(tile.w for tile in board.tiles) * min(tile.h for tile in board.tiles) for board in boards]
    assert areas == sorted(areas, reverse=True)


@pytest.mark.parametrize("squares", [0, 3, 11, 101, 400])
def test_a_board_with_too_few_or_too_many_squares_is_refused_with_its_size(squares: int) -> None:
    with pytest.raises(ValueError, match=f"12 to 100 squares, not {squares}"):
        layout(squares, WIDE)


def test_a_screen_too_small_is_refused_with_the_reason() -> None:
    with pytest.raises(ValueError, match="100 squares need tiles under 60 x 50 px"):
        layout(100, Rect(0, 0, 700, 500))
    with pytest.raises(ValueError, match="30 squares leave less than 800 x 440 px inside"):
        layout(30, POSTER)


@pytest.mark.parametrize("area", [WIDE, FOUR_THIRDS, POSTER, Rect(0, 0, 700, 500)])
@pytest.mark.parametrize("squares", [1, 3, 11, 12, 63, 100, 101, 150, 300])
def test_what_cannot_be_read_is_still_laid_as_well_as_can_be(squares: int, area: Rect) -> None:
    board = closest_layout(squares, area)
    assert len(board.tiles) == squares + 2
    assert not any(overlaps(a, b) for a, b in combinations((board.inner, *board.tiles), 2))
    assert all(is_inside(tile, area) and min(tile.w, tile.h) > 0 for tile in board.tiles)


def test_squares_that_no_screen_can_show_share_the_last_tile() -> None:
    board = closest_layout(1000, WIDE)
    assert len(board.tiles) == 1002
    assert len(set(board.tiles)) == 302
