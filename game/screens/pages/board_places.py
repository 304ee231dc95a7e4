"""Where things are on the board's page: the path, the words, the dice, the wall. Sizes are in logical px."""

from game.drawing.board import BoardLayout, closest_layout
from game.drawing.geometry import Rect
from game.drawing.pawns import Seat, seats
from game.drawing.wall import bricks
from game.screens.scene import Look
from game.session.views import BoardView

EDGE = 32.0
STRIP = 98.0
_DIE = 194.0
_DIE_OF_ROOM = 0.36
"""At most this part of the height of the words."""
_DICE_OF_ONE = {1: 1.0, 2: 0.8}
_MANY_DICE = 0.6
_UNDER_DICE = 12.0
_WALL_FROM = 1020.0
"""Under this width inside the path, the wall is a count beside the words."""
_ROOMY = (1200.0, 560.0)
_HEADING = 72.0
_BRICK = (158.0, 58.0)
"""A smaller brick has no room for most words."""
_FEWEST, _MOST = (3, 3), (4, 6)


def ring_of(view: BoardView, look: Look) -> BoardLayout:
    """Return where the squares are."""
    area = Rect(EDGE, EDGE, look.width - 2 * EDGE, look.height - EDGE - STRIP - 18)
    return closest_layout(len(view.squares), area)


def pawn_seats(view: BoardView, ring: BoardLayout) -> tuple[Seat, ...]:
    """Return where each pawn stands; pawns on one square stand side by side."""
    found = []
    for index, position in enumerate(view.pawns):
        together = [other for other, place in enumerate(view.pawns) if place == position]
        found.append(seats(ring.tiles[position], len(together))[together.index(index)])
    return tuple(found)


def words_area(view: BoardView, look: Look) -> Rect:
    """Return the part inside the path that the words and the dice have."""
    return _parts(ring_of(view, look).inner)[0]


def wall_area(view: BoardView, look: Look) -> Rect | None:
    """Return the part inside the path that the wall has; ``None`` where it is too narrow for a wall beside words."""
    return _parts(ring_of(view, look).inner)[1]


def dice_rects(view: BoardView, look: Look) -> tuple[Rect, ...]:
    """Return where the dice are."""
    words = words_area(view, look)
    one = min(_DIE, _DIE_OF_ROOM * words.h)
    side = one * _DICE_OF_ONE.get(view.dice_count, _MANY_DICE)
    gap = side / 8
    top = words.bottom - _UNDER_DICE - one + (one - side) / 2
    return tuple(Rect(words.x + index * (side + gap), top, side, side) for index in range(view.dice_count))


def wall_rects(count: int, area: Rect) -> tuple[Rect, ...]:
    """Return where the bricks of the wall are, those to come included."""
    room = Rect(area.x, area.y + _HEADING, area.w, area.h - _HEADING)
    columns = int(room.w / _BRICK[0] - 0.5)  # every other row is half a brick to the right
    rows = int(room.h / _BRICK[1])
    shape = (max(few, min(most, fit)) for few, most, fit in zip(_FEWEST, _MOST, (columns, rows), strict=True))
    return bricks(count, room, *shape)


def _parts(inner: Rect) -> tuple[Rect, Rect | None]:
    """Return the two parts of the room inside the path: the words and the dice, and the wall."""
    content = inner.inset(44 if inner.w >= _ROOMY[0] else 30, 26 if inner.h >= _ROOMY[1] else 14)
    if inner.w < _WALL_FROM:
        return content, None
    middle = content.x + content.w * 0.47
    return (
        Rect(content.x, content.y, middle - content.x - 20, content.h),
        Rect(middle + 16, content.y, content.right - middle - 16 + 20, content.h),
    )
