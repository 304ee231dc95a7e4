"""The page where a proposed card is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box
from game.drawing.geometry import Rect
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.phrases import KINDS
from game.screens.scenes.form import KEEP, keep_bar
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    MARGIN,
    SMALL,
    band,
    field,
    heading,
    ring,
)

if TYPE_CHECKING:
    from game.drawing.drawlist import Picture
    from game.screens.scene import Look

STOPS = ("title", "text", KEEP)
_TYPED = tuple(TextStyle("regular", size) for size in (44, 40, 36, 32, 28))
_REMINDER = mark("Aucun nom, aucun lieu, aucune date\u00a0: rien qui fasse reconnaître quelqu’un.")
_TESTIMONY = mark("Un témoignage attend aussi l’accord écrit de la personne\u00a0: l’équipe le verra avec elle.")


@dataclass(frozen=True)
class ProposeView:
    """The kind and the theme of the card, its words so far, where the keyboard is, what is wrong."""

    kind: str
    theme: str
    title: str
    text: str
    focus: str
    error: str


def propose_page(look: Look, view: ProposeView) -> Picture:
    """Return the page: the reminder first, the title, the text, the button."""
    sheet = Sheet(look)
    room = look.width - 2 * MARGIN
    heading(sheet, f"{tr(KINDS.get(view.kind, view.kind))} · {view.theme}", tr("La carte du groupe"))
    reminder = tr(_TESTIMONY) if view.kind == "temoignage" else tr("L’équipe la relira avant de la mettre dans le jeu.")
    band(sheet, Rect(MARGIN, 226, room, BAND_HEIGHT + 16), view.error or f"{tr(_REMINDER)} {reminder}")
    sheet.line(tr("Titre"), MARGIN, 362, SMALL)
    title = Rect(MARGIN, 388, room, 84)
    field(sheet, title, view.title, placeholder=tr("quelques mots, si vous voulez"), is_active=view.focus == "title")
    sheet.spot(title, "title", tr("Titre"))
    sheet.line(tr("Ce que dit la carte, en phrases courtes"), MARGIN, 514, SMALL)
    _text(sheet, Rect(MARGIN, 540, room, 356), view)
    keep_bar(sheet, tr("Garder la proposition"), "pencil-simple", is_focused=view.focus == KEEP)
    return sheet.picture()


def _text(sheet: Sheet, rect: Rect, view: ProposeView) -> None:
    sheet.add(Box(rect, sheet.palette.surface, 18, sheet.palette.ink, 4.0))
    sheet.spot(rect, "text", tr("Texte de la carte"))
    is_active = view.focus == "text"
    if is_active:
        ring(sheet, rect)
    shown = view.text + ("|" if is_active else "")
    inner = rect.inset(28, 22)
    if not shown:
        sheet.line(tr("une situation, une question, un coup de pouce…"), inner.x, inner.y + 26, _TYPED[2])
        return
    lines = fit(shown, _TYPED, inner, sheet.measure)
    if lines is not None:
        sheet.add(*place(lines, inner.x, inner.y, sheet.palette.ink))
    else:
        sheet.paragraph(shown, inner, _TYPED[-1:])
