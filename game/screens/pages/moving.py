"""What moves over the board: tumbling dice, a hopping pawn, a falling brick."""

from math import pi, sin

from game.drawing.drawlist import Item
from game.drawing.geometry import Rect
from game.drawing.pawns import first_seat
from game.drawing.pieces import brick
from game.drawing.teams import pawn
from game.rules import SHARED_PAWN
from game.screens.motion import Drop, Hop, Motion, Tumble
from game.screens.pages.board_page import Hidden, pawn_icon
from game.screens.pages.board_places import dice_rects, pawn_seats, ring_of, wall_area, wall_rects
from game.screens.pages.board_story import die_items
from game.screens.scene import Look
from game.session.views import BoardView

_HOP_HEIGHT = 26.0
_SHAKE = 9.0


def hidden_by(motion: Motion, view: BoardView) -> Hidden:
    """Return what a motion draws by itself, and the still picture leaves out."""
    keys = pawn_keys(view)
    hop = next((beat for beat in motion.beats if isinstance(beat, Hop)), None)
    return Hidden(
        pawn=keys.index(hop.pawn) if hop and hop.pawn in keys else None,
        dice=any(isinstance(beat, Tumble) for beat in motion.beats),
        brick=any(isinstance(beat, Drop) for beat in motion.beats),
    )


def pawn_keys(view: BoardView) -> tuple[str, ...]:
    """Return the keys of the pawns, in the order of the view's."""
    return tuple(team.id for team in view.teams) if len(view.pawns) == len(view.teams) else (SHARED_PAWN,)


def moving_items(view: BoardView, motion: Motion, look: Look, now: float) -> tuple[Item, ...]:
    """Return what moves, where it is at an instant; ``view`` is the board that stays underneath."""
    hidden = hidden_by(motion, view)
    items: list[Item] = []
    if hidden.dice:
        shown = motion.dice_at(now, view.dice or (1,) * view.dice_count)
        for rect, face in zip(dice_rects(view, look), shown, strict=False):
            items += die_items(_shaken(rect, motion, now), face, look)
    if hidden.pawn is not None:
        items += _hopping(view, hidden.pawn, motion, look, now)
    if hidden.brick:
        items += _falling(view, motion, look, now)
    return tuple(items)


def _shaken(rect: Rect, motion: Motion, now: float) -> Rect:
    beat, done = motion.beat_at(now)
    if not isinstance(beat, Tumble):
        return rect
    fade = 1 - done
    return rect.moved(_SHAKE * fade * sin(done * 9 * pi), -abs(sin(done * 4 * pi)) * 3 * _SHAKE * fade)


def _hopping(view: BoardView, index: int, motion: Motion, look: Look, now: float) -> tuple[Item, ...]:
    ring = ring_of(view, look)
    own = pawn_seats(view, ring)[index]
    start, end, done = motion.position_at(now, pawn_keys(view)[index], view.pawns[index])
    (x1, y1), (x2, y2) = (first_seat(ring.tiles[place], own.radius) for place in (start, end))
    lift = sin(done * pi) * min(_HOP_HEIGHT, own.radius)
    return pawn((x1 + (x2 - x1) * done, y1 + (y2 - y1) * done - lift), own.radius, pawn_icon(view, index))


def _falling(view: BoardView, motion: Motion, look: Look, now: float) -> tuple[Item, ...]:
    wall = wall_area(view, look)
    if not view.bricks or wall is None:
        return ()
    rect = wall_rects(len(view.bricks), wall)[len(view.bricks) - 1]
    beat, done = motion.beat_at(now)
    fallen = done * done if isinstance(beat, Drop) else 1.0
    last = view.bricks[-1]
    height = rect.y - wall.y
    fallen_to = rect.moved(0, -(1 - fallen) * height)
    return brick(fallen_to, last.theme.colour, last.theme.icon, last.word, look.measure, least=look.least)
