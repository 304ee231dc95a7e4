"""The page of the settings: the list on the left; on the right what the chosen one does, shown at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect, centred
from game.drawing.legibility import least_size
from game.drawing.parts import STROKE
from game.drawing.text import fit, place
from game.drawing.theme import Face, TextStyle
from game.french import unbroken
from game.language import mark, tr
from game.screens.far import Closer
from game.screens.scenes.settings_rows import Choice, distance_says
from game.screens.widgets import (
    BAR_TOP,
    MARGIN,
    REGULAR,
    SMALL,
    UP_DOWN,
    Hint,
    band,
    hint_bar,
    rail,
    ring,
    shrunk,
    stepper,
    window,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.desk import Settings
    from game.screens.sheet import Sheet

_TOP, _ROW, _PITCH = 176.0, 74.0, 86.0
_SHOWN = 9
_GAP = 56.0
_RADIUS = 20.0
_VALUE = 0.44
"""Of a row, the part that says the value."""
_SAMPLE = 56.0
_SAMPLE_WORDS: tuple[tuple[str, Face], ...] = (
    (mark("Et vous ?"), "bold"),
    (mark("Qui vous a aidé un jour ?"), "regular"),
    (mark("On écoute, et chacun parle s’il veut."), "regular"),
)
_DISTANCES = ("row_metres", "image_metres")


@dataclass(frozen=True)
class Line:
    """A row of the list: a setting, or something to do."""

    action: str
    label: str
    choice: Choice | None = None


def settings_list(sheet: Sheet, lines: Sequence[Line], chosen: int, settings: Settings) -> None:
    """Draw the rows around the chosen one."""
    area = Rect(MARGIN, _TOP, _list_width(sheet), 0)
    shown = window(len(lines), chosen, _SHOWN)
    for index in shown:
        rect = Rect(area.x, _TOP + (index - shown.start) * _PITCH, area.w, _ROW)
        _row(sheet, rect, lines[index], settings, is_focused=index == chosen)
    rail(sheet, Rect(area.right + 20, _TOP, 10, _SHOWN * _PITCH - (_PITCH - _ROW)), len(lines), shown)


def _list_width(sheet: Sheet) -> float:
    return (sheet.look.width - 2 * MARGIN - _GAP) * 0.54


def _row(sheet: Sheet, rect: Rect, line: Line, settings: Settings, *, is_focused: bool) -> None:
    palette = sheet.palette
    sheet.add(Box(rect, palette.surface, _RADIUS, palette.ink, STROKE))
    if is_focused:
        ring(sheet, rect)
    sheet.spot(rect, line.action, tr(line.label))
    left, value_width = rect.x + 26, rect.w * _VALUE if line.choice else 0.0
    label = TextStyle("semibold", 34)
    width = rect.w - value_width - 40
    sheet.line(tr(line.label), left, rect.centre[1], shrunk(sheet, tr(line.label), label, width), width=width)
    if line.choice is None:
        sheet.add(Icon(centred((rect.right - 44, rect.centre[1]), 36, 36), "arrow-right", palette.ink))
        return
    value = Rect(rect.right - value_width - 10, rect.y, value_width, rect.h)
    stepper(sheet, value, tr(line.label), line.choice.says(settings), line.action)


def sample(sheet: Sheet, line: Line, help_words: str, settings: Settings, error: str) -> None:
    """Draw, in the panel on the right, the help of the chosen row and what a page looks like with the settings."""
    left = MARGIN + _list_width(sheet) + _GAP
    rect = Rect(left, _TOP, sheet.look.width - MARGIN - left, _SHOWN * _PITCH - (_PITCH - _ROW))
    sheet.add(Box(rect, sheet.palette.panel, 26))
    inner = rect.inset(36)
    top = sheet.paragraph(help_words, Rect(inner.x, inner.y, inner.w, 260), (REGULAR, SMALL)) + 20
    if line.choice is not None and line.choice.name in _DISTANCES:
        told = unbroken(distance_says(settings, sheet.look.width))
        top = sheet.paragraph(told, Rect(inner.x, top, inner.w, 260), (REGULAR, SMALL)) + 20
    if error:
        band(sheet, Rect(inner.x, inner.bottom - 110, inner.w, 110), error)
    elif line.choice is not None and line.choice.is_display:
        _page(sheet, Rect(inner.x, top, inner.w, inner.bottom - top), settings)


def _page(sheet: Sheet, rect: Rect, settings: Settings) -> None:
    """Draw a piece of a page in its real size: what does not fit in the sample goes to a smaller size."""
    palette, least = sheet.palette, least_size(settings.row_metres, settings.image_metres, sheet.look.width)
    sheet.add(Box(rect, palette.paper, 26, palette.ink, STROKE))
    inner = rect.inset(28, 20)
    measure = Closer(sheet.measure, 1.0, settings.spacing)
    size, top = max(_SAMPLE * settings.text_size, least), inner.y
    for words, face in _SAMPLE_WORDS:
        style = TextStyle(face, size, settings.spacing)
        lines = fit(unbroken(tr(words)), [style], Rect(inner.x, top, inner.w, inner.bottom - top), measure, 1.2)
        if lines is None:
            break
        sheet.add(*place(lines, inner.x, top, palette.ink))
        top += lines.height + 16


def foot(sheet: Sheet, version: str) -> None:
    """Draw the keys and the version."""
    bar = (
        Hint(UP_DOWN, tr("choisir"), "down"),
        Hint(("←", "→"), tr("changer"), "change"),
        Hint(("F12",), tr("affichage d’origine"), "press:f12"),
        Hint((tr("Échap"),), tr("retour"), "back"),
    )
    right = sheet.look.width - MARGIN
    hint_bar(sheet, bar, MARGIN, BAR_TOP + 16, right - 300 - MARGIN)
    sheet.line(version, right, BAR_TOP + 38, SMALL, colour=sheet.palette.muted, anchor="right")
