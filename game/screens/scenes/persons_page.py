"""The page where attendance and next steps of persons are noted, by code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box
from game.drawing.geometry import Rect
from game.drawing.parts import STROKE
from game.drawing.theme import TextStyle
from game.language import mark, tr
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
    shrunk,
    stepper,
)
from game.wording import counted

if TYPE_CHECKING:
    from game.drawing.drawlist import Picture
    from game.screens.scene import Look

CODE, STEP, CONSENT = "code", "step", "consent"
_TOP, _PITCH, _ROW = 350.0, 96.0, 80.0
_LABEL = 0.42
"""Of a row, the part that names it."""
_LABELS = {
    CODE: mark("Code de la personne"),
    "status": mark("Présence"),
    "half_day": mark("Demi-journée"),
    STEP: mark("Prochain pas\u00a0: thème"),
    "aim": mark("Prochain pas\u00a0: objectif"),
    CONSENT: mark("La personne est d’accord"),
}
_REMINDER = mark(
    "Un code, jamais un nom. Chaque note part sous enveloppe fermée\u00a0: ce portable ne peut pas la relire."
)


@dataclass(frozen=True)
class PersonsView:
    """What is being noted, where the keyboard is, how many notes are sealed, what is wrong."""

    place: str
    code: str
    status: str
    half_day: str
    theme: str
    aim: str
    agreed: bool
    focus: str
    sealed: int
    error: str


def stops(*, has_step: bool) -> tuple[str, ...]:
    """Return the rows in their order; the label and the consent come with a next step."""
    return (CODE, "status", "half_day", STEP, *(("aim", CONSENT) if has_step else ()), KEEP)


def persons_page(look: Look, view: PersonsView) -> Picture:
    """Return the page."""
    sheet = Sheet(look)
    room = look.width - 2 * MARGIN
    heading(sheet, view.place, tr("Présences et prochains pas"))
    band(sheet, Rect(MARGIN, 222, room, BAND_HEIGHT), view.error or tr(_REMINDER))
    rows = stops(has_step=bool(view.theme))[:-1]
    for index, name in enumerate(rows):
        _row(sheet, Rect(MARGIN, _TOP + index * _PITCH, room, _ROW), view, name)
    if view.sealed:
        told = counted(view.sealed, "personne notée", "personnes notées")
        sheet.line(told, sheet.look.width - MARGIN, 160, SMALL, anchor="right")
    keep_bar(sheet, tr("Fermer l’enveloppe"), "key", is_focused=view.focus == KEEP, back=mark("finir"))
    return sheet.picture()


def _says(view: PersonsView, name: str) -> str:
    if name == CONSENT:
        return tr("oui") if view.agreed else tr("pas encore")
    if name == STEP:
        return view.theme or tr("aucun")
    return str(getattr(view, name))


def _row(sheet: Sheet, rect: Rect, view: PersonsView, name: str) -> None:
    label = tr(_LABELS[name])
    value = Rect(rect.x + rect.w * _LABEL, rect.y, rect.w * (1 - _LABEL) - 10, rect.h)
    style = shrunk(sheet, label, TextStyle("semibold", 36), rect.w * _LABEL - 40)
    if name == CODE:
        sheet.line(label, rect.x + 26, rect.centre[1], style)
        field(sheet, value, view.code, placeholder=tr("par exemple\u00a0: A12"), is_active=view.focus == CODE)
        sheet.spot(rect, name, label)
        return
    sheet.add(Box(rect, sheet.palette.surface, 20, sheet.palette.ink, STROKE))
    if view.focus == name:
        ring(sheet, rect)
    sheet.spot(rect, name, f"{label}, {_says(view, name)}")
    sheet.line(label, rect.x + 26, rect.centre[1], style, width=rect.w * _LABEL - 40)
    stepper(sheet, value, label, _says(view, name), name)
