import pytest

from game.drawing.geometry import Rect, centred, column, grid, pack_column, pack_row, row


def test_a_point_on_the_right_or_bottom_edge_belongs_to_the_neighbour() -> None:
    left, right = row(Rect(0, 0, 20, 10), (1, 1))
    assert not left.contains(10, 5)
    assert right.contains(10, 5)
    assert not right.contains(15, 10)


def test_a_row_shares_the_whole_width_by_weight_with_gaps_between() -> None:
    first, second, third = row(Rect(10, 5, 130, 40), (1, 1, 2), gap=15)
    assert first == Rect(10, 5, 25, 40)
    assert second == Rect(50, 5, 25, 40)
    assert third == Rect(90, 5, 50, 40)
    assert third.right == 140


def test_a_column_shares_the_whole_height_by_weight() -> None:
    assert column(Rect(0, 0, 10, 100), (3, 1), gap=20) == (Rect(0, 0, 10, 60), Rect(0, 80, 10, 20))


def test_packed_places_keep_their_own_size_from_the_left_or_the_top() -> None:
    assert pack_row(Rect(5, 5, 500, 40), (30, 50), gap=10) == (Rect(5, 5, 30, 40), Rect(45, 5, 50, 40))
    assert pack_column(Rect(5, 5, 50, 400), (30, 50), gap=10) == (Rect(5, 5, 50, 30), Rect(5, 45, 50, 50))
    assert pack_row(Rect(5, 5, 500, 40), ()) == ()


def test_grid_cells_are_equal_and_come_row_by_row() -> None:
    cells = grid(Rect(0, 0, 320, 100), columns=3, rows=2, gap=10)
    assert [(cell.x, cell.y) for cell in cells] == [(0, 0), (110, 0), (220, 0), (0, 55), (110, 55), (220, 55)]
    assert {(cell.w, cell.h) for cell in cells} == {(100, 45)}


@pytest.mark.parametrize(("dx", "dy", "expected"), [(5, None, Rect(5, 5, 90, 30)), (5, 0, Rect(5, 0, 90, 40))])
def test_insetting_takes_the_same_from_both_sides(dx: float, dy: float | None, expected: Rect) -> None:
    assert Rect(0, 0, 100, 40).inset(dx, dy) == expected


def test_a_rect_around_a_point_has_that_point_as_its_centre() -> None:
    assert centred((50, 20), 30, 10).centre == (50, 20)
    assert Rect(1, 2, 3, 4).moved(10, 20) == Rect(11, 22, 3, 4)
