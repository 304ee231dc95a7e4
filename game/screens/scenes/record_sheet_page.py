"""The page of the sheet of a session: counts on the left, words on the right, the reminder over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box
from game.drawing.geometry import Rect, row
from game.drawing.parts import STROKE
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.scenes.form import KEEP, keep_bar
from game.screens.sheet import Sheet as Paper
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
from game.session.sheet import LONGEST_NOTE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look
    from game.session.sheet import Sheet

COUNTS = ("people", "newcomers", "pilots", "staff")
INCIDENT = "incident"
WRITTEN = ("title", "codes", "note")
STOPS = (*COUNTS, INCIDENT, *WRITTEN, KEEP)
_TOP, _PITCH, _ROW, _GAP = 350.0, 104.0, 84.0, 60.0
_VALUE = 0.42
"""Of a row, the part that says the value: « à préciser » is whole on a 4:3 projector too."""
_LABELS = {
    "people": mark("Personnes présentes"),
    "newcomers": mark("Pour la première fois"),
    "pilots": mark("Pilotes qui ont animé"),
    "staff": mark("Copilotes qui ont animé"),
    "incident": mark("Un incident"),
    "title": mark("Intitulé de l’action"),
    "codes": mark("Codes de qui a animé et l’accepte"),
    "note": mark("Un mot de clôture"),
}
_REMINDER = mark("Aucun nom de personne\u00a0: des nombres, et des codes seulement avec l’accord de chacun.")
_CORRECTION = mark("Ce bilan est déjà rempli\u00a0: changer la fiche en fait une nouvelle version.")
_TYPED = tuple(TextStyle("regular", size) for size in (36, 32, 28))


@dataclass(frozen=True)
class RecordSheetView:
    """The sheet so far, what is typed, where the keyboard is, what looks like a name, what is wrong."""

    place: str
    usual_title: str
    heads: int
    sheet: Sheet
    texts: Mapping[str, str]
    focus: str
    names: tuple[str, ...]
    error: str
    is_correction: bool = False


def sheet_page(look: Look, view: RecordSheetView) -> Picture:
    """Return the page."""
    sheet = Paper(look)
    room = look.width - 2 * MARGIN
    heading(sheet, view.place, tr("Fiche de la séance"))
    band(sheet, Rect(MARGIN, 222, room, BAND_HEIGHT), _told(view))
    left, right = row(Rect(MARGIN, _TOP, room, 0), (1.25, 1), _GAP)
    for index, name in enumerate((*COUNTS, INCIDENT)):
        _count(sheet, Rect(left.x, _TOP + index * _PITCH, left.w, _ROW), view, name)
    _line(sheet, right, _TOP, view, "title")
    _line(sheet, right, _TOP + 132, view, "codes")
    _note(sheet, Rect(right.x, _TOP + 264, right.w, 292), view)
    keep_bar(sheet, tr("Garder la fiche"), "check", is_focused=view.focus == KEEP)
    return sheet.picture()


def _told(view: RecordSheetView) -> str:
    if view.error:
        return view.error
    if view.names:
        told = tr("On dirait un nom de personne\u00a0: {names}. Enlevez-le.")
        return told.format(names=", ".join(view.names))
    return f"{tr(_REMINDER)} {tr(_CORRECTION)}" if view.is_correction else tr(_REMINDER)


def _says(view: RecordSheetView, name: str) -> str:
    value = getattr(view.sheet, name)
    if name == INCIDENT:
        return tr("à préciser") if value is None else tr("oui") if value else tr("non")
    if value is None:
        return str(view.heads) if name == "people" else tr("à préciser")
    return str(value)


def _count(sheet: Paper, rect: Rect, view: RecordSheetView, name: str) -> None:
    palette, label = sheet.palette, tr(_LABELS[name])
    sheet.add(Box(rect, palette.surface, 20, palette.ink, STROKE))
    if view.focus == name:
        ring(sheet, rect)
    sheet.spot(rect, name, f"{label}, {_says(view, name)}")
    value = Rect(rect.right - rect.w * _VALUE - 10, rect.y, rect.w * _VALUE, rect.h)
    width = value.x - rect.x - 40
    sheet.line(label, rect.x + 26, rect.centre[1], shrunk(sheet, label, TextStyle("semibold", 36), width), width=width)
    stepper(sheet, value, label, _says(view, name), name)


def _line(sheet: Paper, area: Rect, y: float, view: RecordSheetView, name: str) -> None:
    label = tr(_LABELS[name])
    sheet.line(label, area.x, y + 16, SMALL)
    rect = Rect(area.x, y + 40, area.w, 74)
    hint = view.usual_title if name == "title" else tr("par exemple\u00a0: A12 B07")
    field(sheet, rect, view.texts[name], placeholder=hint, is_active=view.focus == name)
    sheet.spot(rect, name, label)


def _note(sheet: Paper, area: Rect, view: RecordSheetView) -> None:
    """Draw the note and how many characters are left: free text about a session is short."""
    label, text = tr(_LABELS["note"]), view.texts["note"]
    sheet.line(label, area.x, area.y + 16, SMALL)
    left = tr("{typed} sur {most}").format(typed=len(text), most=LONGEST_NOTE)
    sheet.line(left, area.right, area.y + 16, SMALL, anchor="right")
    rect = Rect(area.x, area.y + 40, area.w, area.h - 40)
    sheet.add(Box(rect, sheet.palette.surface, 18, sheet.palette.ink, STROKE))
    sheet.spot(rect, "note", label)
    is_active = view.focus == "note"
    if is_active:
        ring(sheet, rect)
    inner = rect.inset(24, 18)
    lines = fit(text + ("|" if is_active else ""), _TYPED, inner, sheet.measure)
    if text or is_active:
        if lines is not None:
            sheet.add(*place(lines, inner.x, inner.y, sheet.palette.ink))
        return
    hint = tr("Ce qui s’est bien passé, ce qu’on change la prochaine fois. Rien sur une personne.")
    sheet.paragraph(hint, inner, (SMALL,))
