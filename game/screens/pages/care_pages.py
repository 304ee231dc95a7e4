"""What is called over the session for the room: the sentences of the welcome, and who can help."""

from game.drawing.drawlist import Box, Item, Picture, Text
from game.drawing.geometry import Rect, pack_column, row
from game.drawing.legibility import least_for
from game.drawing.parts import STROKE, words
from game.drawing.text import fit, place, shorten
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.pages.frame import MARGIN, NEXT_KEY, Hint, hint_row, title
from game.screens.pages.lines_page import so_far
from game.screens.scene import Look
from game.session.views import AidView, CadreView, HelpView

_TOP = 84.0
_FOOT, _EDGE = 130.0, 40.0
"""Under the list: with the keys of the page, and without."""
_TALLEST, _LEAST, _GAP = 190.0, 92.0, 16.0
_ONE_LINE, _TWO_LINES = 1.35, 2.7
"""Height of a row, for words of size 1."""
_LARGEST_PLACE = 60
_ROW_SIZES = (52.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0)


def cadre_picture(view: CadreView, look: Look) -> Picture:
    """Return the page of the present sentence of the welcome, with the ones before it."""
    is_last = view.page + 1 >= len(view.lines)
    hints = (
        Hint(NEXT_KEY, tr("revenir où nous étions") if is_last else tr("continuer"), "space"),
        Hint(("←",), tr("revenir"), "left"),
    )
    footer, spots = hint_row(hints, look, look.palette.paper)
    room = Rect(MARGIN, _TOP + 150, look.width - 2 * MARGIN, look.height - _TOP - 150 - 150)
    items = (*_heading(tr("Le cadre"), look), *so_far(view.lines, view.page, room, look), *footer)
    return Picture(look.palette.paper, items, spots=spots)


def help_picture(view: HelpView, look: Look) -> Picture:
    """Return the list of those who can help: how to reach them in large, then who they are, for what and when."""
    hints = (Hint(NEXT_KEY, tr("revenir où nous étions"), "space"),)
    footer, spots = hint_row(hints, look, look.palette.paper)
    top = _TOP + 130
    room = Rect(MARGIN, top, look.width - 2 * MARGIN, look.height - top - (_FOOT if footer else _EDGE))
    items = (*_heading(tr("De l’aide, vraiment"), look), *aid_rows(view.aids, room, look), *footer)
    return Picture(look.palette.paper, items, spots=spots)


def aid_rows(aids: tuple[AidView, ...], room: Rect, look: Look) -> tuple[Item, ...]:
    """Return the list in a place: one row for each, lower where they are many, then in two columns.

    More than that is too much to read on a wall: what does not fit is left to the printed list.
    """
    if not aids:
        told = tr("La liste est vide. Elle s’écrit dans aide.yaml.")
        return (Text(room.x, room.y, told, TextStyle("regular", 44), look.palette.ink),)
    lowest = max(_LEAST, _ONE_LINE * look.least)
    fitting = max(1, int((room.h + _GAP) // (lowest + _GAP)))
    columns = row(room, (1,) * (1 if len(aids) <= fitting else 2), 2 * _GAP)
    rows = min(fitting, -(-len(aids) // len(columns)))
    height = min(_TALLEST, (room.h + _GAP) / rows - _GAP)
    rects = [rect for column in columns for rect in pack_column(column, (height,) * rows, _GAP)]
    return tuple(item for aid, rect in zip(aids, rects, strict=False) for item in _row(aid, rect, look))


def _row(aid: AidView, rect: Rect, look: Look) -> tuple[Item, ...]:
    """Return one row: how to reach them, then who and when on a line, what for under it, as large as both fit.

    Where two lines would be too small for the last row, who they are stands alone.
    """
    is_alone = _TWO_LINES * look.least > rect.h
    ink, reach = look.palette.ink, min(440.0, rect.w * 0.3)
    left = Rect(rect.x + 32, rect.y, reach - 48, rect.h - 12)
    is_number = aid.phone[:1].isdigit()
    wanted = [size for size in (84, 72, 60, 48, 40, 34, 30) if is_number or size < _LARGEST_PLACE]
    least = least_for(aid.phone, look.least)
    sizes = [TextStyle("title", size) for size in dict.fromkeys(max(size, least) for size in wanted)]
    number = fit(aid.phone, sizes, left, look.measure, 1.05)
    reach = reach if number or not is_alone else 12
    right = Rect(rect.x + reach + 20, rect.y, rect.w - reach - 52, rect.h)
    when = f" · {aid.when}"
    row_sizes = look.sizes(*_ROW_SIZES)
    size = next((size for size in row_sizes if _fits(aid, when, size, right, look)), row_sizes[-1])
    name, plain, middle = TextStyle("bold", size), TextStyle("regular", size), rect.centre[1]
    who = shorten(aid.name, name, right.w, look.measure)
    beside = look.measure.width(who, name)
    items: list[Item] = [Box(rect, look.palette.surface, 20, ink, STROKE)]
    if number:
        items += place(number, left.x, middle - number.height / 2, ink)
    if is_alone:
        return (*items, words(who, right.x, middle, name, ink, look.measure))
    for text, style, x, shift in ((who, name, 0.0, -0.6), (when, plain, beside, -0.6), (aid.purpose, plain, 0.0, 0.6)):
        shown = shorten(text, style, right.w - x, look.measure)
        items.append(words(shown, right.x + x, middle + shift * size, style, ink, look.measure))
    return tuple(items)


def _fits(aid: AidView, when: str, size: float, room: Rect, look: Look) -> bool:
    name, plain = TextStyle("bold", size), TextStyle("regular", size)
    first = look.measure.width(aid.name, name) + look.measure.width(when, plain)
    return max(first, look.measure.width(aid.purpose, plain)) <= room.w and size * _TWO_LINES <= room.h


def _heading(text: str, look: Look) -> tuple[Item, ...]:
    return title(text, Rect(MARGIN, _TOP, look.width - 2 * MARGIN, 110), look.palette.ink, look, (92, 84, 76))
