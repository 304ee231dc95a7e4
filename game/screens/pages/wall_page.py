"""The wall that the group built, and the end of the session (picture 5)."""

from datetime import date

from game.drawing.drawlist import Item, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.pieces import brick, empty_brick
from game.drawing.text import fit, fit_heading, place, shorten
from game.drawing.theme import TextStyle
from game.drawing.wall import bricks
from game.language import mark, tr
from game.screens.pages.frame import MARGIN, MENU, NEXT_KEY, Hint, acts_bar, hint_row, title
from game.screens.scene import Look
from game.session.views import BrickView, EndView, WallView
from game.wording import counted, duration, long_date

_NARROW = (3, 8)
_TOP = 150.0


def wall_picture(view: WallView, look: Look) -> Picture:
    """Return the wall with every brick and its word."""
    paper, ink = look.palette.paper, look.palette.ink
    area = Rect(MARGIN, _TOP + 180, look.width - 2 * MARGIN, look.height - _TOP - 180 - 150)
    hints = (
        Hint(NEXT_KEY, "prochain pas", "space"),
        Hint(("C",), "changer un mot", "c"),
        Hint(("←",), "revenir", "left"),
    )
    footer, spots = hint_row(hints, look, paper)
    styles = [TextStyle("regular", size) for size in look.sizes(36, 32, 28)]
    told = fit(summary(view), styles, Rect(0, 0, area.w, 60), look.measure)
    items = (
        *acts_bar(view.acts, look, paper),
        *title(tr("Le mur de notre séance"), Rect(MARGIN, _TOP, look.width - 2 * MARGIN, 110), ink, look, (92, 84, 76)),
        *(place(told, MARGIN, _TOP + 112, ink) if told else ()),
        *wall_of(view.bricks, area, look),
        *footer,
    )
    return Picture(paper, items, spots=spots)


def wall_of(laid: tuple[BrickView, ...], area: Rect, look: Look, shape: tuple[int, int] = (5, 5)) -> tuple[Item, ...]:
    """Return a wall that fills an area, the bricks to come dashed; ``shape``: bricks in a row, rows."""
    items: list[Item] = []
    for index, rect in enumerate(bricks(len(laid), area, *shape, 12)):
        if index < len(laid):
            theme, word = laid[index].theme, laid[index].word
            items += brick(rect, theme.colour, theme.icon, word, look.measure, least=look.least)
        else:
            items += empty_brick(rect, look.palette)
    return tuple(items)


def summary(view: WallView | EndView) -> str:
    """Return what the wall holds: exchanges, themes, time together, place and day."""
    themes = len({entry.theme.id for entry in view.bricks})
    parts = [
        counted(len(view.bricks), "échange"),
        counted(themes, "thème"),
        tr("{duration} ensemble").format(duration=duration(view.seconds / 60)),
    ]
    where = (
        f"{view.place}, {long_date(date.fromisoformat(view.day))}"
        if view.place
        else long_date(date.fromisoformat(view.day))
    )
    return f"{', '.join(parts)} · {where}"


def end_picture(view: EndView, look: Look) -> Picture:
    """Return the last page: what was built, the next steps, and the key that closes the session."""
    paper, ink = look.palette.paper, look.palette.ink
    left = Rect(MARGIN, 156, (look.width - 2 * MARGIN) * 0.5, look.height - 156 - 150)
    right = Rect(left.right + 70, 220, look.width - MARGIN - left.right - 70, look.height - 220 - 210)
    heading = tr("Séance clôturée") if view.is_closed else tr("Merci à toutes et à tous")
    footer, spots = hint_row(_last_hints(view), look, paper)
    items: list[Item] = [*acts_bar(view.acts, look, paper, reading=tr("Fin de séance"))]
    room = Rect(0, 0, left.w, 230)
    lines = fit_heading(heading, look.sizes(108, 92, 76, 64), room, look.measure)
    top = left.y
    if lines:
        items += place(lines, left.x, top, ink)
        top += lines.height + 34
    told = fit(summary(view).replace(" · ", "\n"), [TextStyle("regular", look.sizes(40)[0])], left, look.measure, 1.3)
    if told:
        items += place(told, left.x, top, ink)
        top += told.height + 40
    small = [TextStyle("regular", look.sizes(36)[0])]
    aside = fit("\n".join(view.asides), small, Rect(0, 0, left.w, 160), look.measure, 1.3)
    if aside and view.asides and not view.is_closed:
        items += place(aside, left.x, top, ink)
        top += aside.height + 40
    items += _steps(view, Rect(left.x, top, left.w, left.bottom - top), look)
    return Picture(paper, (*items, *wall_of(view.bricks, right, look, _NARROW), *footer), spots=spots)


_SHEET = Hint(("R",), mark("remplir la fiche"), "r")


def _last_hints(view: EndView) -> tuple[Hint, ...]:
    propose = (Hint(("W",), mark("proposer une carte"), "w"),) if view.is_kept else ()
    if view.is_closed:
        kept = (_SHEET, Hint(("O",), mark("dossier du bilan"), "o")) if view.is_kept else ()
        return (Hint(NEXT_KEY, "accueil", "space"), *kept, *propose)
    close = mark("clôturer et garder le bilan") if view.is_kept else mark("finir la répétition, sans rien garder")
    return (Hint(NEXT_KEY, close, "space"), Hint(("←",), "revenir", "left"), *propose, MENU)


def _steps(view: EndView, room: Rect, look: Look) -> tuple[Item, ...]:
    if not view.steps:
        return ()
    said = tr("{name}\u00a0: {words}")
    told = [said.format(name=team, words=words or theme) for team, theme, words in view.steps]
    heading = Text(room.x, room.y, tr("Nos prochains pas"), TextStyle("bold", 40), look.palette.ink)
    styles = [TextStyle("regular", size) for size in look.sizes(40, 36, 32, 29, 27)]
    below = Rect(0, 0, room.w, room.h - 62)
    lines = fit("\n".join(told), styles, below, look.measure, 1.3)
    if lines is None:  # one line each, as many as there is room for
        shown = [shorten(line, styles[-1], room.w, look.measure) for line in told]
        lines = fit("\n".join(shown[: int(below.h // 36)]), styles[-1:], below, look.measure, 1.3)
    return (heading, *place(lines, room.x, room.y + 62, look.palette.ink)) if lines else ()
