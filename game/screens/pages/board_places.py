"""Where things are on the board's page: the ring, the words, the dice, the wall. Sizes are in logical px."""

from game.drawing.board import RingLayout, Seat, layout, seats
from game.drawing.geometry import Rect
from game.drawing.wall import bricks
from game.screens.scene import Look
from game.session.views import BoardView

EDGE = 32.0
STRIP = 98.0
DIE = 194.0
_WALL = (4, 6)


def ring_of(view: BoardView, look: Look) -> RingLayout:
    """Return where the squares are."""
    return layout(len(view.squares), Rect(EDGE, EDGE, look.width - 2 * EDGE, look.height - EDGE - STRIP - 18))


def pawn_seats(view: BoardView, ring: RingLayout) -> tuple[Seat, ...]:
    """Return where each pawn stands; pawns on one square stand side by side."""
    found = []
    for index, position in enumerate(view.pawns):
        together = [other for other, place in enumerate(view.pawns) if place == position]
        found.append(seats(ring.tiles[position], len(together))[together.index(index)])
    return tuple(found)


def dice_rects(view: BoardView, look: Look) -> tuple[Rect, ...]:
    """Return where the dice are."""
    left, _ = halves(ring_of(view, look).inner)
    top = left.bottom - DIE - 12
    side = DIE if view.dice_count == 1 else DIE * 0.8
    return tuple(
        Rect(left.x + index * (side + 24), top + (DIE - side) / 2, side, side) for index in range(view.dice_count)
    )


def wall_rects(count: int, right: Rect) -> tuple[Rect, ...]:
    """Return where the bricks of the wall are, those to come included."""
    return bricks(count, Rect(right.x, right.y + 72, right.w, right.h - 72), *_WALL)


def wall_area(view: BoardView, look: Look) -> Rect:
    """Return the part of the board that the wall has."""
    return halves(ring_of(view, look).inner)[1]


def halves(inner: Rect) -> tuple[Rect, Rect]:
    """Return the two parts of the room inside the ring: the words and the dice, and the wall."""
    content = inner.inset(44, 26)
    middle = content.x + content.w * 0.47
    return (
        Rect(content.x, content.y, middle - content.x - 20, content.h),
        Rect(middle + 16, content.y, content.right - middle - 16 + 20, content.h),
    )
