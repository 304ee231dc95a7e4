from itertools import combinations

import pytest

from game.drawing.geometry import Rect
from game.drawing.wall import bricks

AREA = Rect(956, 274, 760, 508)


def test_the_wall_rises_from_the_bottom_left_row_by_row() -> None:
    places = bricks(9, AREA, per_row=4, rows=6)
    assert len(places) == 24
    assert (places[0].x, places[0].bottom) == (AREA.x, AREA.bottom)
    assert len({brick.y for brick in places[:4]}) == 1
    assert places[4].y < places[3].y
    assert min(brick.y for brick in places) == pytest.approx(AREA.y)


def test_every_other_row_is_half_a_brick_to_the_right() -> None:
    places = bricks(0, AREA, per_row=4, rows=6)
    firsts = [places[row * 4].x - AREA.x for row in range(6)]
    assert firsts == pytest.approx([0, places[0].w / 2] * 3)


@pytest.mark.parametrize("laid", [0, 24, 25, 40, 90])
def test_there_is_always_a_place_for_each_brick_inside_the_area(laid: int) -> None:
    places = bricks(laid, AREA, per_row=4, rows=6)
    assert len(places) >= laid
    for place in places:
        assert place.x >= AREA.x
        assert place.y >= AREA.y - 1e-6
        assert place.right <= AREA.right + 1e-6
        assert place.bottom <= AREA.bottom + 1e-6
    for a, b in combinations(places, 2):
        assert a.right <= b.x + 1e-6 or b.right <= a.x + 1e-6 or a.bottom <= b.y + 1e-6 or b.bottom <= a.y + 1e-6


def test_bricks_shrink_only_when_there_are_too_many_and_keep_their_proportions() -> None:
    usual, full, crowded = (bricks(laid, AREA, per_row=4, rows=6)[0] for laid in (3, 24, 60))
    assert usual == full
    assert crowded.w < full.w
    assert crowded.w / crowded.h == pytest.approx(full.w / full.h, rel=0.2)
