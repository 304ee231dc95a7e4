"""The poll by show of hands: a question with its answers counted, then what changed between before and after."""

from collections.abc import Sequence

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot
from game.drawing.geometry import Rect, pack_column
from game.drawing.parts import PANEL_RADIUS, STROKE, key_cap, words
from game.drawing.text import fit, fit_heading, place
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.pages.frame import MARGIN, MENU, NEXT_KEY, Hint, acts_bar, hint_row
from game.screens.scene import Look
from game.session.views import PollResultView, PollView
from game.wording import counted

_TOP = 132.0
_FOOT = 130.0
_GAP = 20.0
_UNIT = 60.0
"""Widest mark of one hand, px."""
_THIN = 12.0
"""Under it, marks would touch: one bar stands for them all."""


def poll_picture(view: PollView, look: Look) -> Picture:
    """Return the page where hands are counted for each answer."""
    paper, ink = look.palette.paper, look.palette.ink
    asked, top = _question(view.question, look)
    items: list[Item] = [*acts_bar(view.acts, look, paper), *asked]
    moment = tr("avant le jeu") if view.moment == "before" else tr("à la fin")
    told = tr("Sondage, {moment}. Question {index} sur {total}. Une main levée, aucun nom.").format(
        moment=moment, index=view.index + 1, total=view.total
    )
    under = fit(told, [TextStyle("regular", size) for size in look.sizes(40, 36, 32)], _wide(look, 100), look.measure)
    items += place(under, MARGIN, top, ink) if under else ()
    top += (under.height if under else 0) + 28
    spots: list[Spot] = []
    for index, rect in enumerate(_rows(len(view.answers), top, look)):
        part, part_spots = _answer(index, view.answers[index], view.counts[index], rect, look)
        items += part
        spots += part_spots
    last = str(len(view.answers))
    hints = (
        Hint(NEXT_KEY, tr("continuer"), "space"),
        Hint(("1", "à", last), tr("une main levée"), "1"),
        Hint(("Maj", "1", "à", last), tr("en enlever une"), ""),
        MENU,
    )
    footer, hint_spots = hint_row(hints, look, paper)
    return Picture(paper, (*items, *footer), spots=(*spots, *hint_spots))


def poll_result_picture(view: PollResultView, look: Look) -> Picture:
    """Return the hands before and after for each answer, a mark for each: what moved shows, and nobody is named."""
    paper = look.palette.paper
    asked, top = _question(view.question, look)
    items: list[Item] = [*acts_bar(view.acts, look, paper), *asked, *_legend(top, look)]
    top += 72
    most = max((*view.before, *view.after, 1))
    for index, rect in enumerate(_rows(len(view.answers), top, look)):
        both = [(counts[index] if counts else None) for counts in (view.before, view.after)]
        items += _compared(view.answers[index], both, most, rect, look)
    hints = (Hint(NEXT_KEY, tr("continuer"), "space"), Hint(("←",), tr("revenir"), "left"), MENU)
    footer, spots = hint_row(hints, look, paper)
    return Picture(paper, (*items, *footer), spots=spots)


def _wide(look: Look, height: float) -> Rect:
    return Rect(0, 0, look.width - 2 * MARGIN, height)


def _question(text: str, look: Look) -> tuple[tuple[Item, ...], float]:
    lines = fit_heading(text, look.sizes(76, 68, 60, 52), _wide(look, 190), look.measure)
    if lines is None:
        return (), _TOP
    return place(lines, MARGIN, _TOP, look.palette.ink), _TOP + lines.height + 12


def _rows(count: int, top: float, look: Look) -> tuple[Rect, ...]:
    height = (look.height - top - _FOOT + _GAP) / count - _GAP
    return pack_column(Rect(MARGIN, top, look.width - 2 * MARGIN, 0), (min(170.0, height),) * count, _GAP)


def _answer(index: int, answer: str, count: int, rect: Rect, look: Look) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    ink, middle = look.palette.ink, rect.centre[1]
    cap, width = key_cap(str(index + 1), rect.x + 32, middle - 24, 40, look.palette, look.measure)
    room = Rect(rect.x + 32 + width + 32, rect.y, rect.w - width - 96 - 300, rect.h)
    styles = [TextStyle("semibold", size) for size in look.sizes(60, 52, 46, 40, 34)]
    lines = fit(answer, styles, room, look.measure, 1.1)
    number = TextStyle("title", min(100.0, rect.h * 0.7))
    items: list[Item] = [
        Box(rect, look.palette.panel, min(PANEL_RADIUS, rect.h / 3)),
        *cap,
        *(place(lines, room.x, middle - lines.height / 2, ink) if lines else ()),
        words(str(count), rect.right - 190, middle, number, ink, look.measure, "centre"),
    ]
    spots = [Spot(rect, f"poll:{index}:+", answer)]
    if count:
        minus = Rect(rect.right - 32 - 58, middle - 29, 58, 58)
        items += [Box(minus, look.palette.surface, 29, ink, 3.0), Icon(minus.inset(15), "minus", ink)]
        spots.append(Spot(minus, f"poll:{index}:-", tr("{answer}, une de moins").format(answer=answer)))
    return tuple(items), tuple(spots)


def _legend(top: float, look: Look) -> tuple[Item, ...]:
    ink, style, x = look.palette.ink, TextStyle("semibold", 40), MARGIN
    items: list[Item] = []
    for label, is_after in ((tr("Avant le jeu"), False), (tr("À la fin"), True)):
        items.append(_mark(Rect(x, top + 8, 40, 40), look, is_after=is_after))
        items.append(words(label, x + 56, top + 28, style, ink, look.measure))
        x += 56 + look.measure.width(label, style) + 70
    return tuple(items)


def _mark(rect: Rect, look: Look, *, is_after: bool) -> Item:
    radius = min(8.0, rect.w / 3)
    return Box(rect, look.palette.ink if is_after else look.palette.surface, radius, look.palette.ink, STROKE)


def _compared(answer: str, both: Sequence[int | None], most: int, rect: Rect, look: Look) -> tuple[Item, ...]:
    """Return an answer and its two lines of marks, each with how many hands it stands for."""
    ink, label = look.palette.ink, Rect(rect.x, rect.y, rect.w * 0.36, rect.h)
    lines = fit(answer, [TextStyle("semibold", size) for size in look.sizes(52, 46, 40, 34)], label, look.measure, 1.1)
    items: list[Item] = list(place(lines, label.x, rect.centre[1] - lines.height / 2, ink)) if lines else []
    left, room = label.right + 40, rect.w - label.w - 40 - 250
    step, height = min(_UNIT, room / most), (rect.h - 10) / 2
    size = min(44.0, height * 0.8)
    for index, count in enumerate(both):
        y = rect.y + index * (height + 10)
        told = tr("pas compté") if count is None else counted(count, "main")
        items += _marks(Rect(left, y + 4, step, min(height - 8, 52)), count or 0, look, is_after=index == 1)
        middle = y + 4 + min(height - 8, 52) / 2
        x = left + step * (count or 0) + 20
        items.append(
            words(told, x, middle, TextStyle("bold" if index else "regular", max(28.0, size)), ink, look.measure)
        )
    return tuple(items)


def _marks(first: Rect, count: int, look: Look, *, is_after: bool) -> tuple[Item, ...]:
    if count and first.w < _THIN:
        return (_mark(Rect(first.x, first.y, first.w * count, first.h), look, is_after=is_after),)
    one = Rect(first.x, first.y, first.w - 4, first.h)
    return tuple(_mark(one.moved(index * first.w, 0), look, is_after=is_after) for index in range(count))
