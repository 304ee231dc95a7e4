"""The words inside the path: whose turn it is, what happens, the key that goes on, what the dice did."""

from game.drawing import keycaps
from game.drawing.drawlist import Box, Icon, Item, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.pieces import die
from game.drawing.text import Block, block, fit, fit_heading, place, shorten
from game.drawing.theme import TextStyle
from game.language import tr
from game.rules import Phase
from game.screens import phrases
from game.screens.pages.board_pace import pace_items
from game.screens.pages.board_places import dice_rects, wall_area, words_area
from game.screens.pages.frame import NEXT_KEY, Hint, hint_row
from game.screens.scene import Look
from game.session.views import BoardView, TeamView
from game.wording import counted

_NAME_SIZES = (104, 90, 76, 64, 56)
_HINT_STEP = 62.0
_OVER_DICE = 36.0
_LEAST_MOVE = 30.0


def story_items(view: BoardView, look: Look, *, dice_hidden: bool) -> tuple[list[Item], tuple[Spot, ...]]:
    """Return what happens now, in words: who, what, the key that goes on; the dice underneath.

    Where there is no room for both the dice and what a square says, the dice give way.
    """
    rect, dice = words_area(view, look), dice_rects(view, look)
    hints = _HINT_STEP * len(board_hints(view))
    under = dice[0].y - _OVER_DICE - hints
    items, below = _heading(view, Rect(rect.x, rect.y, rect.w, under - rect.y), look)
    saying, has_dice = square_says(view), not dice_hidden
    if saying:
        lines = _saying_lines(saying, Rect(rect.x, below, rect.w, under - below), look)
        if lines is None and has_dice:
            has_dice = False
            lines = _saying_lines(saying, Rect(rect.x, below, rect.w, rect.bottom - hints - below), look)
        if lines:
            items += place(lines, rect.x, below, look.palette.ink)
            below += lines.height + 18
    row, spots = _hints_below(view, rect, below, look)
    items += row
    if has_dice:
        for face, place_of in zip(view.dice or (1,) * view.dice_count, dice, strict=False):
            items += die_items(place_of, face, look)
    if has_dice or dice_hidden:
        items += _beside_dice(view, rect, look)
        items += _pace(view, Rect(rect.x, below + hints + 12, rect.w, dice[0].y - below - hints - 30), look)
    return items, spots


def _pace(view: BoardView, under: Rect, look: Look) -> tuple[Item, ...]:
    dice = dice_rects(view, look)
    left = dice[-1].right + 32
    return pace_items(view, under, Rect(left, dice[-1].y, under.right - left, dice[-1].h), look)


def _heading(view: BoardView, rect: Rect, look: Look) -> tuple[list[Item], float]:
    """Return who or what, as large as fits in a rect, and where it ends; the count of a wall that has no room."""
    over, name = _headline(view)
    style = TextStyle("regular", 40)
    room = rect.w
    items: list[Item] = []
    if wall_area(view, look) is None:
        count, bold = tr("Notre mur · {exchanges}"), TextStyle("bold", 36)
        count = count.format(exchanges=counted(len(view.bricks), "échange"))
        items.append(Text(rect.right, rect.y, count, bold, look.palette.ink, "right"))
        room -= look.measure.width(count, bold) + 40
    items.append(Text(rect.x, rect.y, shorten(over, style, room, look.measure), style, look.palette.ink))
    below = Rect(rect.x, rect.y + 46, rect.w, min(176.0, rect.h - 46))
    lines = fit_heading(name, look.sizes(*_NAME_SIZES), below, look.measure)
    if lines is None:
        smallest = TextStyle("title", look.sizes(*_NAME_SIZES)[-1])
        lines = block(shorten(name, smallest, rect.w, look.measure), smallest, rect.w, look.measure)
    return [*items, *place(lines, below.x, below.y, look.palette.ink)], rect.y + 66 + lines.height


def _saying_lines(saying: str, room: Rect, look: Look) -> Block | None:
    styles = [TextStyle("regular", size) for size in look.sizes(44, 40, 36)]
    return fit(saying, styles, room, look.measure, leading=1.22)


def _hints_below(view: BoardView, rect: Rect, top: float, look: Look) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    items: list[Item] = []
    spots: list[Spot] = []
    for index, entry in enumerate(board_hints(view)):
        part, spot = hint_row(
            (entry,), look, look.palette.paper, x=rect.x, bottom=top + _HINT_STEP * (index + 1), room=rect.w
        )
        items += part
        spots += spot
    return tuple(items), tuple(spots)


def _headline(view: BoardView) -> tuple[str, str]:
    if view.is_game_over_time:
        over = tr("Le dernier tour est joué") if view.last_round == () else tr("Le temps du jeu est passé")
        return over, tr("On en parle\u202f?")
    if view.phase is Phase.EFFECT and view.square is not None:
        return view.team.name, view.square.name
    return tr("Au tour de"), view.team.name


def square_says(view: BoardView) -> str:
    """Return what the square under the pawn asks for, a sentence a line; empty for a theme square."""
    square = view.square
    if view.phase is Phase.EFFECT and square is not None:
        return "\n".join(filter(None, (square.text, phrases.effect(square.effect, square.goes_to))))
    if view.phase is Phase.READY and not view.can_move and not view.is_game_over_time:
        return tr("Arrivés au bout du chemin.") if view.team.has_arrived else tr("Le pion attend.")
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
    last = (Hint(("N",), "dernier tour", "n"),) if view.pace else ()
    if view.physical_dice:
        return (
            Hint(
                ("1", "à", str(min(view.faces, 9))),
                "taper le dé lancé" if view.dice_count == 1 else "taper les dés lancés",
                "d",
            ),
            *last,
        )
    return (Hint(NEXT_KEY, "lancer le dé" if view.dice_count == 1 else "lancer les dés", "space"), *last)


def _beside_dice(view: BoardView, rect: Rect, look: Look) -> list[Item]:
    """Return what the throw did, or which teams wait."""
    dice = dice_rects(view, look)
    left, middle = dice[-1].right + 32, dice[-1].centre[1]
    room = Rect(left, middle - 90, rect.right - left, 180)
    if view.came_from is not None:
        return _move_words(view, room, look)
    waiting = [_waits(team) for team in view.teams if team.wait] if view.phase is Phase.READY else []
    styles = [TextStyle("regular", size) for size in (36, 32, 28)]
    for shown in range(min(3, len(waiting)), 0, -1):  # as many as there is room for
        lines = fit("\n".join(waiting[:shown]), styles, room, look.measure, leading=1.25)
        if lines:
            return list(place(lines, left, middle - lines.height / 2, look.palette.ink))
    return []


def _waits(team: TeamView) -> str:
    said = (
        tr("{team}\u00a0: attend un relais ({key} pour aider)") if team.is_relay else tr("{team}\u00a0: attend {turns}")
    )
    return said.format(team=team.name, key=keycaps.shown("H"), turns=counted(team.wait, "tour"))


def _move_words(view: BoardView, room: Rect, look: Look) -> list[Item]:
    start, end = _place(view, view.came_from or 0), _place(view, view.pawn, capital=False)
    size = 46.0
    while size > _LEAST_MOVE and _move_width(start, end, size, look) > room.w:
        size -= 2
    if _move_width(start, end, size, look) > room.w:
        start = ""
    regular, bold = TextStyle("regular", size), TextStyle("bold", size)
    top = room.centre[1] - size * 1.22
    arrow = room.x + (look.measure.width(start, regular) + size * 0.3 if start else 0.0)
    where = shorten(view.due.title, regular, room.w, look.measure) if view.due else ""
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
        return tr("Départ") if capital else tr("départ")
    if position > len(view.squares):
        return tr("Arrivée") if capital else tr("arrivée")
    return (tr("Case\u00a0{}") if capital else tr("case\u00a0{}")).format(position)


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
