"""Small charts of records: bars with icon, word and number; moods as skies and hands. Colour never speaks alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect, centred, row
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens.phrases import WEATHERS
from game.screens.widgets import SMALL, shrunk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.sheet import Sheet
    from game.session.faces import Faces

PITCH, CLOSE_PITCH = 54.0, 45.0
"""From one bar to the next, in logical px; the second where room is scarce."""
_BETWEEN, _LEAST = 8.0, 96.0
_UNKNOWN = "#F0E9DB"
_NUMBER = TextStyle("bold", 30)


@dataclass(frozen=True)
class Bar:
    """A bar: its word, how long it is, what is written in it, its colour and its icon."""

    label: str
    value: float
    said: str
    colour: str
    icon: str


def theme_bar(faces: Faces, theme: str, title: str, count: int) -> Bar:
    """Return the bar of a theme, in its colour and with its icon while the content knows it."""
    face = faces.theme(theme)
    if face is None:
        return Bar(title, count, str(count), _UNKNOWN, "cards")
    return Bar(face.title, count, str(count), face.colour, face.icon)


def bars(sheet: Sheet, area: Rect, entries: Sequence[Bar], pitch: float = PITCH) -> float:
    """Draw bars under each other, the longest as wide as there is room; return the y under the last one."""
    widest = min(area.w * 0.45, max(sheet.measure.width(entry.label, SMALL) for entry in entries))
    most = max(entry.value for entry in entries) or 1
    longest, height = area.w - widest - 20, pitch - _BETWEEN
    for step, entry in enumerate(entries):
        y = area.y + step * pitch
        style = shrunk(sheet, entry.label, SMALL, widest)
        sheet.line(entry.label, area.x, y + height / 2, style, width=widest)
        least = _LEAST + sheet.measure.width(entry.said, _NUMBER)
        bar = Rect(area.x + widest + 20, y, least + (longest - least) * entry.value / most, height)
        ink = ink_on(entry.colour)
        sheet.add(Box(bar, entry.colour, 8), Icon(centred((bar.x + 27, bar.centre[1]), 30, 30), entry.icon, ink))
        sheet.line(entry.said, bar.right - 14, bar.centre[1], _NUMBER, colour=ink, anchor="right")
    return area.y + len(entries) * pitch


def moods(sheet: Sheet, area: Rect, at_start: Sequence[int] | None, at_end: Sequence[int] | None) -> float:
    """Draw the five skies, and under each the hands on arrival and at the end; return the y under them."""
    lines = [(tr("Arrivée"), at_start), (tr("Départ"), at_end)]
    asked = [(label, counts) for label, counts in lines if counts is not None]
    if not asked:
        return area.y
    side = max(sheet.measure.width(label, SMALL) for label, _ in asked) + 20
    columns = row(Rect(area.x + side, area.y, area.w - side, 52), (1,) * len(WEATHERS), 0)
    for (icon, _), column in zip(WEATHERS, columns, strict=True):
        sheet.add(Icon(centred(column.centre, 48, 48), icon, sheet.palette.ink))
    y = area.y + 76
    for label, counts in asked:
        sheet.line(label, area.x, y, SMALL)
        for count, column in zip(counts, columns, strict=True):
            sheet.line(str(count), column.centre[0], y, _NUMBER, anchor="centre")
        y += 48
    return y - 8


def columns_of(sheet: Sheet, area: Rect, entries: Sequence[tuple[str, int]], colour: str) -> None:
    """Draw one column for each (label, count), the number over it, the label under; nothing stands for none."""
    most = max((count for _, count in entries), default=0) or 1
    base, number = area.bottom - 44, 40.0
    for (label, count), place in zip(entries, row(area, (1,) * len(entries), 10), strict=True):
        sheet.line(label, place.centre[0], base + 24, shrunk(sheet, label, SMALL, place.w), anchor="centre")
        if not count:
            continue
        height = max(8.0, (base - area.y - number) * count / most)
        sheet.add(Box(Rect(place.x, base - height, place.w, height), colour, 8))
        sheet.line(str(count), place.centre[0], base - height - 22, _NUMBER, anchor="centre")
    sheet.add(Box(Rect(area.x, base, area.w, 4), sheet.palette.ink))
