"""What several screens are made of: headings, rows, switches, fields, hints that can be clicked.

Each function draws on a `Sheet`; places are in logical px. Every widget that can be used is also a spot, so that a
click does what its key does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from game.drawing.drawlist import Box, Disc, Icon, Line
from game.drawing.geometry import Rect, centred
from game.drawing.parts import HINT_EDGE, SMALLEST, STROKE, hint_line
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle, ink_on
from game.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.sheet import Sheet

MARGIN = 96.0
RADIUS = 26.0
BAR_TOP = 950.0
"""Top of the line of hints, at the bottom of a screen."""
BAND_HEIGHT = 84.0
UP_DOWN = ("↑", "↓")
"""The key caps of two arrows, drawn as icons: the typeface has none."""
REGULAR, SEMIBOLD, TITLE = TextStyle("regular", 36), TextStyle("semibold", 38), TextStyle("title", 44)
SMALL = TextStyle("regular", 30)

_BAR_SIZES = (34.0, 31.0, 28.0)
_BAR_STEP = 58.0


@dataclass(frozen=True, slots=True)
class TextField:
    """A line of text being typed, the caret always at its end."""

    text: str = ""
    longest: int = 40

    def typed(self, text: str) -> TextField:
        """Return the field with printable text added, as far as there is room."""
        added = "".join(letter for letter in text if letter.isprintable())
        return replace(self, text=(self.text + added)[: self.longest])

    def erased(self) -> TextField:
        """Return the field without its last letter."""
        return replace(self, text=self.text[:-1])


class Hint(NamedTuple):
    """Key caps and what they do, in French, drawn in the language spoken; ``action`` is what a click on them does."""

    keys: tuple[str, ...]
    label: str
    action: str


class Row(NamedTuple):
    """A row of a list: its words, a detail under them, an icon, and a few words at its right."""

    label: str
    detail: str = ""
    icon: str | None = None
    aside: str = ""


def ring(sheet: Sheet, rect: Rect) -> None:
    """Say that the keyboard is on this place; the window draws the ring."""
    sheet.focus = rect


def heading(sheet: Sheet, over: str, title: str) -> None:
    """Write the title of a screen, and a small line over it."""
    if over:
        sheet.line(over, MARGIN, 84, TextStyle("regular", 32))
    style = TextStyle("title", 84)
    sheet.line(title, MARGIN, 160, style, width=sheet.look.width - 2 * MARGIN)


def panel(sheet: Sheet, rect: Rect) -> Rect:
    """Draw a quiet panel and return the place inside it."""
    sheet.add(Box(rect, sheet.palette.panel, RADIUS))
    return rect.inset(40)


def hint_bar(sheet: Sheet, hints: Sequence[Hint], x: float, y: float, width: float) -> None:
    """Write hints side by side from the top ``y``, smaller when they are many, on a second line when too many."""
    look = sheet.palette, sheet.measure
    entries = [(entry.keys, tr(entry.label)) for entry in hints]
    whole = (size for size in _BAR_SIZES if len(hint_line(entries, x, y, width, *look, size=size)) == len(hints))
    size = next(whole, _BAR_SIZES[-1])
    done, top = 0, y
    while done < len(hints):
        placed = hint_line(entries[done:], x, top, width, *look, size=size)
        for entry, (items, rect) in zip(hints[done:], placed, strict=False):
            sheet.add(*items)
            sheet.spot(rect.inset(-HINT_EDGE), entry.action, tr(entry.label))
        done += len(placed)
        top += _BAR_STEP


def slab(
    sheet: Sheet,
    rect: Rect,
    row: Row,
    style: TextStyle,
    *,
    fill: str | None = None,
    is_focused: bool = False,
    reserved: float = 0.0,
) -> None:
    """Draw a button or a row: outlined, or filled with a colour; ``reserved`` px at its right stay free."""
    ground = fill or sheet.palette.surface
    writing = ink_on(ground) if fill else sheet.palette.ink
    radius = min(RADIUS, rect.h / 3)
    sheet.add(Box(rect, ground, radius, None if fill else sheet.palette.ink, 0 if fill else STROKE))
    if is_focused:
        ring(sheet, rect)
    left, right = rect.x + rect.h * 0.26, rect.right - 28 - reserved
    if row.icon:
        side = min(56.0, rect.h * 0.5)
        sheet.add(Icon(centred((left + side / 2, rect.centre[1]), side, side), row.icon, writing))
        left += side + 24
    two_lines(sheet, Rect(left, rect.y, right - left, rect.h), row, style, writing)


def two_lines(sheet: Sheet, room: Rect, row: Row, style: TextStyle, colour: str) -> None:
    """Write a label and what stands at its right, the detail under them, all a little smaller rather than cut."""
    y = room.y + room.h * (0.33 if row.detail else 0.5)
    width = room.w
    if row.aside:
        sheet.line(row.aside, room.right, y, SMALL, colour=colour, anchor="right")
        width -= sheet.measure.width(row.aside, SMALL) + 24
    sheet.line(row.label, room.x, y, shrunk(sheet, row.label, style, width), width=width, colour=colour)
    if not row.detail:
        return
    detail = shrunk(sheet, row.detail, TextStyle("regular", max(SMALLEST, style.size * 0.66)), room.w)
    sheet.line(row.detail, room.x, room.y + room.h * 0.73, detail, width=room.w, colour=colour)


def shrunk(sheet: Sheet, text: str, style: TextStyle, width: float) -> TextStyle:
    """Return the style, smaller by a quarter at most (never under the smallest size) when a line needs it."""
    least = max(SMALLEST, style.size * 0.75)
    while style.size > least and sheet.measure.width(text, style) > width:
        style = TextStyle(style.font, max(least, style.size - 1))
    return style


def switch(sheet: Sheet, rect: Rect, row: Row, action: str, *, is_on: bool, is_focused: bool) -> None:
    """Draw a row with a switch at its right; on, it is filled and ticked, so that colour does not speak alone."""
    slab(sheet, rect, row, SEMIBOLD, is_focused=is_focused, reserved=104 + 20)
    palette = sheet.palette
    track = Rect(rect.right - 28 - 104, rect.centre[1] - 28, 104, 56)
    sheet.add(Box(track, palette.ink if is_on else palette.surface, 28, palette.ink, STROKE))
    x = track.right - 28 if is_on else track.x + 28
    sheet.add(Disc(x, track.centre[1], 19, palette.surface if is_on else palette.ink))
    if is_on:
        sheet.add(Icon(centred((x, track.centre[1]), 26, 26), "check", palette.ink))
    sheet.spot(rect, action, row.label)


def stepper(sheet: Sheet, rect: Rect, label: str, said: str, action: str) -> None:
    """Draw, over the right of a row, a value between its two buttons; ``action`` with ``:-`` or ``:+`` is a click."""
    side = 54.0
    for icon, sign, x, words in (
        ("minus", "-", rect.x + side / 2, tr("{setting}, moins")),
        ("plus", "+", rect.right - side / 2, tr("{setting}, plus")),
    ):
        button = centred((x, rect.centre[1]), side, side)
        sheet.add(Box(button, sheet.palette.panel, side / 2), Icon(button.inset(15), icon, sheet.palette.ink))
        sheet.spot(button, f"{action}:{sign}", words.format(setting=label))
    room = rect.w - 2 * side - 16
    style = shrunk(sheet, said, TextStyle("bold", 34), room)
    sheet.line(said, rect.centre[0], rect.centre[1], style, width=room, anchor="centre")


def field(sheet: Sheet, rect: Rect, text: str, *, placeholder: str = "", is_active: bool) -> None:
    """Draw a text field, with its caret while one types in it; of a long text the end shows."""
    palette, measure = sheet.palette, sheet.measure
    sheet.add(Box(rect, palette.surface, 18, palette.ink, STROKE))
    style, left, room = REGULAR, rect.x + 24, rect.w - 56
    shown = text
    while measure.width(shown, style) > room:
        shown = shown[1:]
    if shown:
        sheet.line(shown, left, rect.centre[1], style)
    elif placeholder:
        sheet.line(placeholder, left + 6, rect.centre[1], style, width=room, colour=palette.muted)
    if is_active:
        ring(sheet, rect)
        caret = left + measure.width(shown, style) + 2 if shown else left
        sheet.add(Line(caret, rect.centre[1] - 24, caret, rect.centre[1] + 24, 3, palette.ink))


def band(sheet: Sheet, rect: Rect, text: str) -> None:
    """Draw a warning: an icon and a sentence."""
    sheet.add(
        Box(rect, sheet.palette.warning, 18),
        Icon(Rect(rect.x + 26, rect.centre[1] - 22, 44, 44), "warning", sheet.palette.ink),
    )
    room = Rect(rect.x + 92, rect.y + 8, rect.w - 116, rect.h - 16)
    styles = (TextStyle("regular", 34), SMALL, TextStyle("regular", SMALLEST))
    lines = fit(text, styles, room, sheet.measure, leading=1.15)
    if lines is None:
        sheet.line(text, room.x, rect.centre[1], styles[-1], width=room.w)
        return
    sheet.add(*place(lines, room.x, rect.centre[1] - lines.height / 2, sheet.palette.ink))


def confirm_bar(sheet: Sheet, label: str, back: str, more: Sequence[Hint] = ()) -> None:
    """Draw the big button that goes on, with its key, the way back, and more hints."""
    style = TextStyle("bold", 42)
    rect = Rect(MARGIN, 936, sheet.measure.width(label, style) + 92, 96)
    sheet.add(Box(rect, sheet.palette.ink, RADIUS))
    sheet.line(label, *rect.centre, style, colour=ink_on(sheet.palette.ink), anchor="centre")
    sheet.spot(rect, "next", label)
    bar = (Hint(("Entrée",), "", "next"), Hint(("Échap",), back, "back"), *more)
    hint_bar(sheet, bar, rect.right + 28, 960, sheet.look.width - MARGIN - rect.right - 28)


def window(count: int, chosen: int, room: int) -> range:
    """Return the rows of a list that show: at most ``room``, the chosen one among them, near the middle."""
    first = max(0, min(chosen - room // 2, count - room))
    return range(first, min(count, first + room))


def rail(sheet: Sheet, rect: Rect, count: int, shown: range) -> None:
    """Draw where a list stands, when only a part of it shows."""
    if len(shown) >= count:
        return
    sheet.add(Box(rect, sheet.palette.panel, rect.w / 2))
    thumb = Rect(rect.x, rect.y + rect.h * shown.start / count, rect.w, rect.h * len(shown) / count)
    sheet.add(Box(thumb, sheet.palette.ink, rect.w / 2))
