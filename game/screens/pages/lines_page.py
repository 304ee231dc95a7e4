"""Sentences and questions shown one by one: the welcome, the debrief, the questions to the pilotes; and the pause."""

from game.drawing.drawlist import Icon, Item, Picture, Text
from game.drawing.geometry import Rect, centred
from game.drawing.text import Block, block, fit, place
from game.drawing.theme import TextStyle
from game.french import unbroken
from game.screens.pages.frame import MARGIN, MENU, NEXT_KEY, Hint, act_title, acts_bar, hint_row, title
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.views import LinesView, PausedView

NOTICE = unbroken(
    "Ce programme note les thèmes, les mots du mur et des nombres.\n"
    "Aucun nom de personne n’est écrit nulle part.\n"
    "Un mot du mur ne vous va plus ? Dites-le : on l’enlève."
)
_TITLES = {
    ActKind.WELCOME: "Bienvenue",
    ActKind.GAME: "Le jeu",
    ActKind.DEBRIEF: "On en parle",
    ActKind.QUESTIONS: "Vos questions",
}
_TOP = 150.0


def lines_picture(view: LinesView, look: Look) -> Picture:
    """Return the page of the present sentence, with the ones before it in the welcome."""
    kind = view.acts.kinds[view.acts.current]
    paper, ink = look.palette.paper, look.palette.ink
    heading = "Ce qui est noté" if view.is_notice else view.acts.titles[view.acts.current] or _TITLES.get(kind, "")
    room = Rect(MARGIN, _TOP + 150, look.width - 2 * MARGIN, look.height - _TOP - 150 - 150)
    if view.is_notice:
        body: tuple[Item, ...] = _sentences(NOTICE, room, look)
    elif kind in (ActKind.WELCOME, ActKind.GAME):
        body = _so_far(view, room, look)
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
    lines = fit(text, [TextStyle("regular", size) for size in (64, 58, 52)], room, look.measure, 1.5)
    return place(lines, room.x, room.y, look.palette.ink) if lines else ()


def _so_far(view: LinesView, room: Rect, look: Look) -> tuple[Item, ...]:
    """Return the present sentence in bold, under as many of those before it as fit."""
    shown: list[Block] = []
    left = room.h
    for index in range(min(view.page, len(view.lines) - 1), -1, -1):
        style = TextStyle("bold", 64) if index == view.page else TextStyle("regular", 52)
        lines = block(view.lines[index], style, room.w, look.measure, 1.25)
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
        f"{view.page + 1} sur {len(view.lines)}",
        TextStyle("regular", 40),
        look.palette.ink,
        "right",
    )
    words = fit(
        view.lines[view.page],
        [TextStyle("bold", size) for size in (92, 84, 76, 64)],
        Rect(0, 0, room.w - 150, room.h),
        look.measure,
        1.2,
    )
    if words is None:
        return (count,)
    top = room.y + (room.h - words.height) / 2 - 40
    icon = Icon(Rect(room.x, top + 8, 104, 104), "chats-circle", look.palette.ink)
    return (count, icon, *place(words, room.x + 150, top, look.palette.ink), *_aside(view, look))


def _aside(view: LinesView, look: Look) -> tuple[Item, ...]:
    room = Rect(MARGIN, _TOP + 136, look.width - 2 * MARGIN, 110)
    lines = fit(view.aside, [TextStyle("regular", size) for size in (40, 36, 32)], room, look.measure, 1.25)
    return place(lines, room.x, room.y, look.palette.ink) if lines and view.aside else ()


def paused_picture(view: PausedView, look: Look) -> Picture:
    """Return the neutral screen of a pause: nothing of the card, no clock."""
    middle = look.canvas.centre
    icon = Icon(centred((middle[0], middle[1] - 130), 150, 150), "coffee", look.palette.ink)
    style, small = TextStyle("title", 108), TextStyle("regular", 44)
    footer, spots = hint_row((Hint(NEXT_KEY, "reprendre", "space"),), look, look.palette.paper)
    items = (
        icon,
        Text(middle[0], middle[1] - 20, "Pause", style, look.palette.ink, "centre"),
        Text(middle[0], middle[1] + 120, view.place, small, look.palette.ink, "centre"),
        *footer,
    )
    return Picture(look.palette.paper, items, spots=spots)
