"""Life-size play: the board is on the floor, and the room's screen shows only the square, the team and the die."""

from game.drawing.drawlist import Box, Icon, Item, Picture, Text
from game.drawing.geometry import Rect, centred
from game.drawing.parts import STROKE
from game.drawing.teams import pawn
from game.drawing.text import Block, fit, fit_heading, place
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens.pages.board_story import board_hints, die_items, square_says
from game.screens.pages.frame import MARGIN, MENU, hint_row
from game.screens.scene import Look
from game.session.views import BoardView

LEAST_CANVAS = (1200.0, 900.0)
_BELOW = 130.0
"""Kept at the bottom for the keys."""
_TOP = 72.0
_GAP = 72.0
_NUMBER = 0.34
"""Of the square, the size of its number."""
_NAMES = (132.0, 116.0, 100.0, 88.0, 76.0)
_TEAMS = (148.0, 128.0, 108.0, 92.0, 76.0)
_MOST_DIE = 420.0


def floor_picture(view: BoardView, look: Look) -> Picture:
    """Return the square where the pawn stands, very large, the team whose turn it is, and the dice."""
    hints, spots = hint_row((*board_hints(view), MENU), look, look.palette.paper, bottom=look.height - 36)
    height = look.height - _TOP - _BELOW
    side = min(height, (look.width - 2 * MARGIN - _GAP) * 0.52)
    square = Rect(MARGIN, _TOP + (height - side) / 2, side, side)
    right = Rect(square.right + _GAP, _TOP, look.width - MARGIN - square.right - _GAP, height)
    items = (*_square(view, square, look), *_team_and_dice(view, right, look), *hints)
    return Picture(look.palette.paper, items, spots=spots)


def _square(view: BoardView, rect: Rect, look: Look) -> list[Item]:
    """Return a square of the floor: its colour, number, icon and name; both ends of the path are filled with ink."""
    name, icon, colour = _face(view, look)
    writing = ink_on(colour) if colour != look.palette.surface else look.palette.ink
    radius = rect.w * 0.06
    items: list[Item] = [Box(rect, colour, radius, look.palette.ink, 2 * STROKE)]
    inner = rect.inset(rect.w * 0.07)
    number = view.pawn if view.square is not None else 0
    if number:
        style = TextStyle("title", rect.w * _NUMBER)
        top = inner.y + rect.w * 0.16 - look.measure.line_height(style) / 2
        items.append(Text(inner.x, top, str(number), style, writing))
    side = rect.w * (0.36 if number else 0.46)
    x, y = (inner.right - side / 2, inner.y + side / 2) if number else (rect.centre[0], inner.y + side * 0.62)
    items.append(Icon(centred((x, y), side, side), icon, writing))
    below = Rect(inner.x, rect.y + rect.h * 0.46, inner.w, inner.bottom - rect.y - rect.h * 0.46)
    return [*items, *_words(name, square_says(view) if view.square else "", below, writing, look)]


def _words(name: str, says: str, room: Rect, writing: str, look: Look) -> list[Item]:
    """Return the name of a square, as large as what it says lets it be, at the bottom of a room.

    From so far that not all can be said, its last sentence is: what the team does.
    """
    for size in look.sizes(*_NAMES, 64.0, 52.0):
        named = fit_heading(name, (size,), room, look.measure)
        if named is None:
            continue
        left = room.h - named.height - 12
        styles = [TextStyle("regular", text) for text in look.sizes(56.0, 52.0, 46.0, 40.0, 36.0) if text <= size]
        said = _said(says, styles, Rect(0, 0, room.w, left), look)
        if said is None and size <= max(52.0, look.least):
            said = _said(says.rpartition("\n")[2], styles, Rect(0, 0, room.w, left), look)
        if says and said is None and size > max(52.0, look.least):
            continue
        height = said.height + 12 if said else 0.0
        top = room.bottom - height - named.height
        items = place(named, room.x, top, writing)
        return [*items, *(place(said, room.x, room.bottom - said.height, writing) if said else ())]
    return []


def _said(says: str, styles: list[TextStyle], room: Rect, look: Look) -> Block | None:
    return fit(says, styles, room, look.measure, leading=1.15) if says and styles else None


def _face(view: BoardView, look: Look) -> tuple[str, str, str]:
    """Return the name, the icon and the colour of the square under the pawn."""
    square = view.square
    if square is None:
        is_start = view.pawn == 0
        return (tr("Départ") if is_start else tr("Arrivée")), ("flag" if is_start else "house"), look.palette.ink
    if square.theme is not None and not square.name:
        return square.theme.title, square.theme.icon, square.theme.colour
    return square.name, square.icon or "path", look.palette.surface


def _team_and_dice(view: BoardView, rect: Rect, look: Look) -> list[Item]:
    """Return the team, and under it the dice once thrown; before, an empty place waits for each."""
    sign = 116.0
    room = Rect(rect.x, rect.y + sign + 24, rect.w, rect.h * 0.46 - sign - 24)
    items = [*pawn((rect.x + sign / 2, rect.y + sign / 2), sign / 2, view.team.icon)]
    lines = fit_heading(view.team.name, look.sizes(*_TEAMS, 64.0, 52.0), room, look.measure)
    if lines is not None:
        items += place(lines, room.x, room.y, look.palette.ink)
    gap = 40.0
    side = min(_MOST_DIE, rect.h * 0.5, (rect.w - gap * (view.dice_count - 1)) / view.dice_count)
    for index in range(view.dice_count):
        place_of = Rect(rect.x + index * (side + gap), rect.bottom - side, side, side)
        if index < len(view.dice):
            items += die_items(place_of, view.dice[index], look)
        else:
            items.append(Box(place_of, None, side * 0.18, look.palette.hairline, 2 * STROKE))
    return items
