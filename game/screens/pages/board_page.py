"""The board: the ring of squares, whose turn it is, the dice, the wall (picture 1)."""

from dataclasses import dataclass

from game.drawing.board import RingLayout, Seat, layout, seats
from game.drawing.drawlist import Box, Icon, Item, Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.parts import clock
from game.drawing.pieces import brick, die, empty_brick, special_tile, tile
from game.drawing.teams import CHIP_HEIGHT, pawn, team_strip
from game.drawing.text import fit, inline, place
from game.drawing.theme import TextStyle
from game.drawing.wall import bricks
from game.french import NO_BREAK, counted, unbroken
from game.rules import Phase
from game.screens import phrases
from game.screens.pages.frame import NEXT_KEY, Hint, hint_row, title
from game.screens.scene import Look
from game.session.views import BoardView, BrickView, TeamView

_STRIP = 98.0
_EDGE = 32.0
_WALL = (4, 6)
_DIE = 194.0


@dataclass(frozen=True)
class Hidden:
    """What is drawn as moving, and so is left out of what stays."""

    pawn: int | None = None
    dice: bool = False
    brick: bool = False


def board_picture(view: BoardView, look: Look, hidden: Hidden = Hidden()) -> Picture:
    """Return the board as it stands; what is hidden is left to `moving_items`."""
    ring = ring_of(view, look)
    left, right = _halves(ring.inner)
    story, spots = _story(view, left, look, hidden)
    items = (
        *_tiles(view, ring, look, hidden),
        *_pawns(view, ring, hidden),
        *story,
        *wall_items(view.bricks, right, look, hidden=hidden.brick),
        *_strip(view, look),
    )
    return Picture(look.palette.paper, items, spots=spots)


def ring_of(view: BoardView, look: Look) -> RingLayout:
    """Return where the squares are."""
    return layout(len(view.squares), Rect(_EDGE, _EDGE, look.width - 2 * _EDGE, look.height - _EDGE - _STRIP - 18))


def pawn_seats(view: BoardView, ring: RingLayout) -> tuple[Seat, ...]:
    """Return where each pawn stands; pawns on one square stand side by side."""
    found = []
    for index, position in enumerate(view.pawns):
        together = [other for other, place in enumerate(view.pawns) if place == position]
        found.append(seats(ring.tiles[position], len(together))[together.index(index)])
    return tuple(found)


def pawn_icon(view: BoardView, index: int) -> str:
    """Return the icon of a pawn; the one that all share is a house being built."""
    return view.teams[index].icon if len(view.pawns) == len(view.teams) else "house-line"


def dice_rects(view: BoardView, look: Look) -> tuple[Rect, ...]:
    """Return where the dice are."""
    left, _ = _halves(ring_of(view, look).inner)
    top = left.bottom - _DIE - 12
    side = _DIE if view.dice_count == 1 else _DIE * 0.8
    return tuple(
        Rect(left.x + index * (side + 24), top + (_DIE - side) / 2, side, side) for index in range(view.dice_count)
    )


def wall_rects(count: int, right: Rect) -> tuple[Rect, ...]:
    """Return where the bricks of the wall are, those to come included."""
    return bricks(count, Rect(right.x, right.y + 72, right.w, right.h - 72), *_WALL)


def wall_area(view: BoardView, look: Look) -> Rect:
    """Return the part of the board that the wall has."""
    return _halves(ring_of(view, look).inner)[1]


def _halves(inner: Rect) -> tuple[Rect, Rect]:
    content = inner.inset(44, 26)
    middle = content.x + content.w * 0.47
    return (
        Rect(content.x, content.y, middle - content.x - 20, content.h),
        Rect(middle + 16, content.y, content.right - middle - 16 + 20, content.h),
    )


def _tiles(view: BoardView, ring: RingLayout, look: Look, hidden: Hidden) -> list[Item]:
    taken = _taken(view, ring, hidden)

    def special(position: int, icon: str, name: str, *, filled: bool = False) -> tuple[Item, ...]:
        room = taken.get(position, 0.0)
        return special_tile(ring.tiles[position], icon, name, look.palette, look.measure, filled=filled, taken=room)

    items: list[Item] = [*special(0, "flag", "Départ", filled=True)]
    for number, square in enumerate(view.squares, start=1):
        if square.name:
            items += special(number, square.icon, square.name)
        elif square.theme is not None:
            items += tile(ring.tiles[number], number, square.theme.icon, square.theme.colour)
        else:
            items += tile(ring.tiles[number], number, "caret-right", look.palette.panel)
    return [*items, *special(len(view.squares) + 1, "house", "Arrivée", filled=True)]


def _taken(view: BoardView, ring: RingLayout, hidden: Hidden) -> dict[int, float]:
    """Return how much of each square, from its bottom, the pawns on it take, in px."""
    taken: dict[int, float] = {}
    for index, seat in enumerate(pawn_seats(view, ring)):
        if index != hidden.pawn:
            position = view.pawns[index]
            height = ring.tiles[position].bottom - seat.centre[1] + seat.radius
            taken[position] = max(taken.get(position, 0.0), height)
    return taken


def _pawns(view: BoardView, ring: RingLayout, hidden: Hidden) -> list[Item]:
    items: list[Item] = []
    for index, seat in enumerate(pawn_seats(view, ring)):
        if index != hidden.pawn:
            items += pawn(seat.centre, seat.radius, pawn_icon(view, index))
    return items


def _story(view: BoardView, rect: Rect, look: Look, hidden: Hidden) -> tuple[list[Item], tuple[Spot, ...]]:
    """Return what happens now, in words: who, what, the key that goes on; the dice underneath."""
    items: list[Item] = []
    over, name = _headline(view)
    items.append(Text(rect.x, rect.y, over, TextStyle("regular", 40), look.palette.ink))
    items += title(name, Rect(rect.x, rect.y + 46, rect.w, 124), look.palette.ink, look, (104, 90, 76, 64, 52))
    below = rect.y + 172
    saying = _saying(view)
    if saying:
        room = Rect(rect.x, below, rect.w, rect.bottom - _DIE - 110 - below)
        styles = [TextStyle("regular", size) for size in (44, 40, 36)]
        lines = fit(saying, styles, room, look.measure, leading=1.22)
        if lines:
            items += place(lines, rect.x, below, look.palette.ink)
            below += lines.height + 18
    row, spots = _hints_below(view, rect, below, look)
    items += row
    if not hidden.dice:
        for face, place_of in zip(view.dice or (1,) * view.dice_count, dice_rects(view, look), strict=False):
            items += die_items(place_of, face, look)
    items += _beside_dice(view, rect, look)
    return items, spots


def _hints_below(view: BoardView, rect: Rect, top: float, look: Look) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    hints = board_hints(view)
    rows = len(hints)
    items: list[Item] = []
    spots: list[Spot] = []
    for index, entry in enumerate(hints[:rows]):
        part, spot = hint_row((entry,), look, look.palette.paper, x=rect.x, bottom=top + 62 * (index + 1), room=rect.w)
        items += part
        spots += spot
    return tuple(items), tuple(spots)


def _headline(view: BoardView) -> tuple[str, str]:
    if view.is_game_over_time:
        return "Le temps du jeu est passé", unbroken("On souffle, on en parle ?")
    if view.phase is Phase.EFFECT and view.square is not None:
        return view.team.name, view.square.name
    return "Au tour de", view.team.name


def _saying(view: BoardView) -> str:
    square = view.square
    if view.phase is Phase.EFFECT and square is not None:
        return "\n".join(filter(None, (square.text, phrases.effect(square.effect, square.goes_to))))
    if view.phase is Phase.READY and not view.can_move and not view.is_game_over_time:
        return "Arrivés au bout du chemin." if view.team.has_arrived else "Le pion attend."
    return ""


def board_hints(view: BoardView) -> tuple[Hint, ...]:
    """Return the keys that count now, the one that goes on first."""
    if view.is_game_over_time:
        return (Hint(NEXT_KEY, "aller à la suite", "space"), Hint(("Entrée",), "jouer encore", "enter"))
    if view.phase is Phase.EFFECT:
        return (Hint(NEXT_KEY, "continuer", "space"),)
    if view.phase is Phase.LANDED:
        return (Hint(NEXT_KEY, "découvrir la carte", "space"),)
    if not view.can_move:
        return (Hint(NEXT_KEY, "une carte pour tout le monde", "space"),)
    dice = "le dé" if view.dice_count == 1 else "les dés"
    if view.physical_dice:
        return (
            Hint(("1", "à", str(min(view.faces, 9))), f"taper {dice} lancé{'s' if view.dice_count > 1 else ''}", "d"),
        )
    return (Hint(NEXT_KEY, f"lancer {dice}", "space"),)


def _beside_dice(view: BoardView, rect: Rect, look: Look) -> list[Item]:
    """Return what the throw did, or which teams wait."""
    dice = dice_rects(view, look)
    left, middle = dice[-1].right + 32, dice[-1].centre[1]
    room = Rect(left, middle - 90, rect.right - left, 180)
    if view.came_from is not None:
        return _move_words(view, room, look)
    waiting = [team for team in view.teams if team.wait] if view.phase is Phase.READY else []
    if not waiting:
        return []
    lines = fit(
        "\n".join(_waits(team) for team in waiting[:3]),
        [TextStyle("regular", size) for size in (36, 32, 28)],
        room,
        look.measure,
        leading=1.25,
    )
    return list(place(lines, left, middle - lines.height / 2, look.palette.ink)) if lines else []


def _waits(team: TeamView) -> str:
    turns = counted(team.wait, "tour")
    return (
        f"{team.name}{NO_BREAK}: attend un relais (H pour aider)"
        if team.is_relay
        else f"{team.name}{NO_BREAK}: attend {turns}"
    )


def _move_words(view: BoardView, room: Rect, look: Look) -> list[Item]:
    start, end = _place(view, view.came_from or 0), _place(view, view.pawn, capital=False)
    size = 46.0
    while size > 32 and _move_width(start, end, size, look) > room.w:  # noqa: PLR2004 - the least size here
        size -= 2
    regular, bold = TextStyle("regular", size), TextStyle("bold", size)
    top = room.centre[1] - size * 1.22
    arrow = room.x + look.measure.width(start, regular) + size * 0.3
    where = view.due.title if view.due else ""
    return [
        Text(room.x, top, start, regular, look.palette.ink),
        Icon(
            Rect(arrow, top + look.measure.line_height(regular) / 2 - size * 0.4, size * 0.8, size * 0.8),
            "arrow-right",
            look.palette.ink,
        ),
        Text(arrow + size * 1.1, top, end, bold, look.palette.ink),
        Text(room.x, room.centre[1] + size * 0.04, where, regular, look.palette.ink),
    ]


def _move_width(start: str, end: str, size: float, look: Look) -> float:
    words = look.measure.width(start, TextStyle("regular", size)) + look.measure.width(end, TextStyle("bold", size))
    return words + size * 1.4


def _place(view: BoardView, position: int, *, capital: bool = True) -> str:
    if position == 0:
        return "Départ" if capital else "départ"
    if position > len(view.squares):
        return "Arrivée" if capital else "arrivée"
    return f"{'Case' if capital else 'case'}{NO_BREAK}{position}"


def die_items(rect: Rect, face: int, look: Look) -> tuple[Item, ...]:
    """Return a die; a face above six, or of a die that is not a cube, is a number."""
    if face <= 6:  # noqa: PLR2004 - pips go up to six
        return die(rect, face)
    style = TextStyle("title", rect.h * 0.5)
    return (
        Box(rect, look.palette.surface, rect.w * 0.18, look.palette.ink, 5.0, shadow=8.0),
        Text(
            rect.centre[0],
            rect.centre[1] - look.measure.line_height(style) / 2,
            str(face),
            style,
            look.palette.ink,
            "centre",
        ),
    )


def wall_items(laid: tuple[BrickView, ...], right: Rect, look: Look, *, hidden: bool = False) -> tuple[Item, ...]:
    """Return the wall with its heading; ``hidden`` leaves the last brick out."""
    bold, regular = TextStyle("bold", 40), TextStyle("regular", 40)
    pieces = [("Notre mur", bold)]
    if laid:
        pieces.append((f" · {counted(len(laid), 'échange')}", regular))
    heading, _ = inline(pieces, right.x, right.y - 4, look.palette.ink, look.measure)
    items: list[Item] = [*heading]
    for index, rect in enumerate(wall_rects(len(laid), right)):
        if index < len(laid) - hidden:
            items += brick(rect, laid[index].theme.colour, laid[index].theme.icon, laid[index].word, look.measure)
        else:
            items += empty_brick(rect, look.palette)
    return tuple(items)


def _strip(view: BoardView, look: Look) -> list[Item]:
    reading = phrases.time_left(view.acts.minutes_left)
    top = look.height - _STRIP
    right = look.width - _EDGE
    timer, width = clock(reading, right, top + 31, look.palette.ink, look.measure, size=34, anchor="right")
    dots = max(width, 250.0)
    chips = [(team.name, team.icon) for team in view.teams]
    strip = Rect(_EDGE - 3, top, right - _EDGE - dots - 40, CHIP_HEIGHT)
    return [
        *team_strip(strip, chips, view.turn, look.palette, look.measure),
        *act_dots(len(view.acts.kinds), view.acts.current, Rect(right - dots, top + 4, dots, 12), look),
        *timer,
    ]


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
