"""Sentences and questions shown one by one: the welcome, the debrief, the questions to the pilotes; and the pause."""

from collections.abc import Sequence

from game.drawing.drawlist import Icon, Item, Picture, Text
from game.drawing.geometry import Rect, centred
from game.drawing.text import Block, block, fit, place
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.pages.frame import MARGIN, MENU, NEXT_KEY, Hint, act_title, acts_bar, hint_row, title
from game.screens.phrases import NOTICE
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.views import LinesView, PausedView

_TITLES = {
    ActKind.WELCOME: mark("Bienvenue"),
    ActKind.GAME: mark("Le jeu"),
    ActKind.DEBRIEF: mark("On en parle"),
    ActKind.QUESTIONS: mark("Vos questions"),
}
_TOP = 150.0


def lines_picture(view: LinesView, look: Look) -> Picture:
    """Return the page of the present sentence, with the ones before it in the welcome."""
    kind = view.acts.kinds[view.acts.current]
    paper, ink = look.palette.paper, look.palette.ink
    heading = view.acts.titles[view.acts.current] or tr(_TITLES.get(kind, ""))
    heading = tr("Ce qui est noté") if view.is_notice else heading
    room = Rect(MARGIN, _TOP + 150, look.width - 2 * MARGIN, look.height - _TOP - 150 - 150)
    if view.is_notice:
        body: tuple[Item, ...] = _sentences(tr(NOTICE), room, look)
    elif kind in (ActKind.WELCOME, ActKind.GAME):
        body = so_far(view.lines, view.page, room, look)
    else:
        body = _question(view, room, look)
    footer, spots = hint_row((Hint(NEXT_KEY, "continuer", "space"), Hint(("←",), "revenir", "left"), MENU), look, paper)
    items = (
        *acts_bar(view.acts, look, paper),
        *title(
            heading or act_title(view.acts, view.acts.current),
            Rect(MARGIN, _TOP, look.width - 2 * MARGIN, 120),
            ink,
            look,
        ),
        *body,
        *footer,
    )
    return Picture(paper, items, spots=spots)


def _sentences(text: str, room: Rect, look: Look) -> tuple[Item, ...]:
    styles = [TextStyle("regular", size) for size in look.sizes(64, 58, 52)]
    lines = fit(text, styles, room, look.measure, 1.5) or fit(text, styles[-1:], room, look.measure, 1.15)
    return place(lines, room.x, room.y, look.palette.ink) if lines else ()


def so_far(sentences: Sequence[str], page: int, room: Rect, look: Look) -> tuple[Item, ...]:
    """Return the present sentence in bold, under as many of those before it as fit."""
    shown: list[Block] = []
    left, (now, before) = room.h, (look.sizes(64)[0], look.sizes(52)[0])
    for index in range(min(page, len(sentences) - 1), -1, -1):
        style = TextStyle("bold", now) if index == page else TextStyle("regular", before)
        lines = block(sentences[index], style, room.w, look.measure, 1.25)
        if shown and lines.height + 30 > left:
            break
        shown.insert(0, lines)
        left -= lines.height + 30
    items: list[Item] = []
    top = room.y
    for lines in shown:
        items += place(lines, room.x, top, look.palette.ink)
        top += lines.height + 30
    return tuple(items)


def _question(view: LinesView, room: Rect, look: Look) -> tuple[Item, ...]:
    if not view.lines:
        return ()
    count = Text(
        look.width - MARGIN,
        _TOP + 40,
        tr("{page} sur {pages}").format(page=view.page + 1, pages=len(view.lines)),
        TextStyle("regular", 40),
        look.palette.ink,
        "right",
    )
    styles = [TextStyle("bold", size) for size in look.sizes(92, 84, 76, 64)]
    aside, under = _aside(view, look)
    words = fit(view.lines[view.page], styles, Rect(0, 0, room.w - 150, room.bottom - under), look.measure, 1.2)
    if words is None:
        aside, under = (), room.y
        words = fit(view.lines[view.page], styles, Rect(0, 0, room.w - 150, room.h), look.measure, 1.15)
    if words is None:
        return (count,)
    top = max(room.y + (room.h - words.height) / 2 - 40, under)
    icon = Icon(Rect(room.x, top + 8, 104, 104), "chats-circle", look.palette.ink)
    return (count, icon, *place(words, room.x + 150, top, look.palette.ink), *aside)


def _aside(view: LinesView, look: Look) -> tuple[tuple[Item, ...], float]:
    """Return the sentence beside the questions, and the y under it."""
    room = Rect(MARGIN, _TOP + 136, look.width - 2 * MARGIN, 110)
    lines = fit(view.aside, [TextStyle("regular", size) for size in look.sizes(40, 36, 32)], room, look.measure, 1.25)
    if lines is None or not view.aside:
        return (), room.y
    return place(lines, room.x, room.y, look.palette.ink), room.y + lines.height + 14


def paused_picture(view: PausedView, look: Look) -> Picture:
    """Return the neutral screen of a pause: nothing of the card, no clock."""
    middle = look.canvas.centre
    icon = Icon(centred((middle[0], middle[1] - 130), 150, 150), "coffee", look.palette.ink)
    style, small = TextStyle("title", 108), TextStyle("regular", 44)
    footer, spots = hint_row((Hint(NEXT_KEY, "reprendre", "space"),), look, look.palette.paper)
    items = (
        icon,
        Text(middle[0], middle[1] - 20, tr("Pause"), style, look.palette.ink, "centre"),
        Text(middle[0], middle[1] + 120, view.place, small, look.palette.ink, "centre"),
        *footer,
    )
    return Picture(look.palette.paper, items, spots=spots)
