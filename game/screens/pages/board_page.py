"""The board: the path of squares, whose turn it is, the dice, the wall (picture 1)."""

from dataclasses import dataclass

from game.drawing.board import BoardLayout
from game.drawing.drawlist import Box, Icon, Item, Picture, Spot
from game.drawing.geometry import Rect, centred
from game.drawing.parts import HINT_SIZE, clock, key_cap
from game.drawing.pieces import brick, empty_brick, plain_tile, special_tile, tile
from game.drawing.teams import CHIP_HEIGHT, pawn, team_strip
from game.drawing.text import inline
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens import phrases
from game.screens.pages.board_places import EDGE, STRIP, pawn_seats, ring_of, wall_area, wall_rects
from game.screens.pages.board_story import story_items
from game.screens.pages.frame import MENU
from game.screens.scene import Look
from game.session.views import BoardView, BrickView
from game.wording import counted


@dataclass(frozen=True)
class Hidden:
    """What is drawn as moving, and so is left out of what stays."""

    pawn: int | None = None
    dice: bool = False
    brick: bool = False


def board_picture(view: BoardView, look: Look, hidden: Hidden = Hidden()) -> Picture:
    """Return the board as it stands; what is hidden is left to `moving_items`."""
    ring = ring_of(view, look)
    story, spots = story_items(view, look, dice_hidden=hidden.dice)
    wall = wall_area(view, look)
    strip, menu = _strip(view, look)
    items = (
        *_tiles(view, ring, look, hidden),
        *_inward(ring, look),
        *_pawns(view, ring, hidden),
        *story,
        *(wall_items(view.bricks, wall, look, hidden=hidden.brick) if wall else ()),
        *strip,
    )
    return Picture(look.palette.paper, items, spots=(*spots, *menu))


def pawn_icon(view: BoardView, index: int) -> str:
    """Return the icon of a pawn; the one that all share is a house being built."""
    return view.teams[index].icon if len(view.pawns) == len(view.teams) else "house-line"


def _tiles(view: BoardView, ring: BoardLayout, look: Look, hidden: Hidden) -> list[Item]:
    taken = _taken(view, ring, hidden)

    def special(position: int, icon: str, name: str, number: int | None = None) -> tuple[Item, ...]:
        place, room, is_filled = ring.tiles[position], taken.get(position, 0.0), number is None
        return special_tile(
            place,
            icon,
            name,
            look.palette,
            look.measure,
            number=number,
            filled=is_filled,
            taken=room,
            least=look.least,
        )

    items: list[Item] = [*special(0, "flag", tr("Départ"))]
    for number, square in enumerate(view.squares, start=1):
        if square.name:
            items += special(number, square.icon, square.name, number)
        elif square.theme is not None:
            items += tile(ring.tiles[number], number, square.theme.icon, square.theme.colour)
        else:
            items += plain_tile(ring.tiles[number], number, look.palette)
    return [*items, *special(len(view.squares) + 1, "house", tr("Arrivée"))]


def _inward(ring: BoardLayout, look: Look) -> list[Item]:
    """Return an arrow where the path goes on in the next turn of a spiral."""
    return [Icon(centred(lane.centre, lane.w, lane.w), "play", look.palette.ink) for lane in ring.inward]


def _taken(view: BoardView, ring: BoardLayout, hidden: Hidden) -> dict[int, float]:
    """Return how much of each square, from its bottom, the pawns on it take, in px."""
    taken: dict[int, float] = {}
    for index, seat in enumerate(pawn_seats(view, ring)):
        if index != hidden.pawn:
            position = view.pawns[index]
            height = ring.tiles[position].bottom - seat.centre[1] + seat.radius
            taken[position] = max(taken.get(position, 0.0), height)
    return taken


def _pawns(view: BoardView, ring: BoardLayout, hidden: Hidden) -> list[Item]:
    items: list[Item] = []
    for index, seat in enumerate(pawn_seats(view, ring)):
        if index != hidden.pawn:
            items += pawn(seat.centre, seat.radius, pawn_icon(view, index))
    return items


def wall_items(laid: tuple[BrickView, ...], right: Rect, look: Look, *, hidden: bool = False) -> tuple[Item, ...]:
    """Return the wall with its heading; ``hidden`` leaves the last brick out."""
    bold, regular = TextStyle("bold", 40), TextStyle("regular", 40)
    pieces = [(tr("Notre mur"), bold)]
    if laid:
        pieces.append((" · " + counted(len(laid), "échange"), regular))
    heading, _ = inline(pieces, right.x, right.y - 4, look.palette.ink, look.measure)
    items: list[Item] = [*heading]
    for index, rect in enumerate(wall_rects(len(laid), right)):
        if index < len(laid) - hidden:
            theme, word = laid[index].theme, laid[index].word
            items += brick(rect, theme.colour, theme.icon, word, look.measure, least=look.least)
        else:
            items += empty_brick(rect, look.palette)
    return tuple(items)


def _strip(view: BoardView, look: Look) -> tuple[list[Item], tuple[Spot, ...]]:
    """Return the teams, the way to the menu, the acts and their clock."""
    top = look.height - STRIP
    right = look.width - EDGE
    timer: tuple[Item, ...] = ()
    width = 0.0
    if view.acts.minutes_left is not None:
        reading = phrases.time_left(view.acts.minutes_left)
        timer, width = clock(reading, right, top + 31, look.palette.ink, look.measure, size=34, anchor="right")
    dots = max(width, 250.0)
    dots_top = top + (4 if timer else (CHIP_HEIGHT - 12) / 2)
    chips = [(team.name, team.icon) for team in view.teams]
    left = right - dots - 84
    menu, width = key_cap("M", left, top + 16, HINT_SIZE, look.palette, look.measure)
    spot = Spot(Rect(left - 8, top, width + 16, CHIP_HEIGHT), f"press:{MENU.press}", tr(MENU.label))
    strip = Rect(EDGE - 3, top, left - EDGE - 24, CHIP_HEIGHT)
    items = [
        *team_strip(strip, chips, view.turn, look.palette, look.measure, look.least),
        *act_dots(len(view.acts.kinds), view.acts.current, Rect(right - dots, dots_top, dots, 12), look),
        *menu,
        *timer,
    ]
    return items, (spot,)


def act_dots(count: int, current: int, rect: Rect, look: Look) -> list[Item]:
    """Return the acts as a row of bars: those that are over, the present one, those to come."""
    gap = 8.0
    width = (rect.w - gap * (count - 1)) / count
    items: list[Item] = []
    for index in range(count):
        bar = Rect(rect.x + index * (width + gap), rect.y, width, rect.h)
        if index == current:
            items.append(Box(bar, look.palette.ink, rect.h / 2))
        else:
            fill = look.palette.muted if index < current else None
            items.append(Box(bar, fill, rect.h / 2, look.palette.muted, 2.0))
    return items
