"""The picture of the first screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing import pieces, wall
from game.drawing.geometry import Rect, pack_row
from game.drawing.parts import SMALLEST
from game.drawing.text import shorten
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.sheet import Sheet
from game.screens.widgets import BAND_HEIGHT, BAR_TOP, MARGIN, SMALL, Hint, Row, band, hint_bar, slab
from game.wording import counted

if TYPE_CHECKING:
    from game.drawing.drawlist import Picture
    from game.screens.scene import Look

_RESUME = "#FFE066"
_COLUMN, _GAP = 824.0, 20.0
_LARGE_HEIGHT, _SMALL_HEIGHT, _BOTTOM = 124.0, 104.0, 884.0
_LARGE, _MIDDLE = TextStyle("bold", 48), TextStyle("semibold", 35)
_SMALL_BUTTONS = (
    ("cards", "cards", mark("Cartes")),
    ("sessions", "chart-bar", mark("Bilans")),
    ("settings", "gear", mark("Réglages")),
)
_DETAIL_WIDTH = 682.0
"""Px for the words under « Reprendre la séance », beside its icon."""
_BRICK_PITCH = 126.0
_WALL_ROWS = 9
_LAID = 34 / 54
"""The share of the places of the wall that hold a brick."""


@dataclass(frozen=True)
class HomeView:
    """What home shows: the button that has the keyboard, the themes' (colour, icon), what to say.

    ``resume`` is the place of the interrupted session, and when and where it was left.
    """

    focus: str
    resume: tuple[str, str] | None
    bricks: tuple[tuple[str, str], ...]
    problems: int
    error: str


def home_picture(look: Look, view: HomeView) -> Picture:
    """Return the first screen."""
    sheet = Sheet(look)
    title = TextStyle("title", 108)
    sheet.line(tr("Permis de"), MARGIN, 134, title)
    sheet.line(tr("se reconstruire"), MARGIN, 238, title)
    sheet.line(tr("Le jeu de l’oie du parcours d’après."), MARGIN, 344, TextStyle("regular", 40))
    _wall(sheet, view)
    _buttons(sheet, view)
    if view.error:
        band(sheet, Rect(MARGIN, 382, _COLUMN, BAND_HEIGHT), view.error)
    if view.problems:
        told = tr("{problems} dans les cartes\u00a0: permis verifier")
        told = told.format(problems=counted(view.problems, "problème"))
        sheet.line(told, MARGIN, 918, SMALL, colour=look.palette.muted)
    bar = (Hint(("?",), "toutes les touches", "help"), Hint(("Q",), "quitter", "quit"))
    hint_bar(sheet, bar, MARGIN, BAR_TOP + 14, _COLUMN)
    return sheet.picture()


def _buttons(sheet: Sheet, view: HomeView) -> None:
    top = _BOTTOM - _SMALL_HEIGHT - (_LARGE_HEIGHT + _GAP) * (2 if view.resume else 1)
    large = Rect(MARGIN, top, _COLUMN, _LARGE_HEIGHT)
    _large(sheet, large, Row(tr("Nouvelle séance"), "", "play"), sheet.palette.ink, "new", view.focus)
    if view.resume:
        large = large.moved(0, _LARGE_HEIGHT + _GAP)
        row = Row(tr("Reprendre la séance"), _told(sheet, *view.resume), "arrow-clockwise")
        _large(sheet, large, row, _RESUME, "resume", view.focus)
    strip = Rect(MARGIN, _BOTTOM - _SMALL_HEIGHT, _COLUMN, _SMALL_HEIGHT)
    widths = [sheet.measure.width(tr(label), _MIDDLE) for _, _, label in _SMALL_BUTTONS]
    spare = (strip.w - sum(widths) - 2 * _GAP) / len(widths)
    places = pack_row(strip, [width + spare for width in widths], _GAP)
    for rect, (action, icon, label) in zip(places, _SMALL_BUTTONS, strict=True):
        slab(sheet, rect, Row(tr(label), "", icon), _MIDDLE, is_focused=view.focus == action)
        sheet.spot(rect, action, tr(label))


def _told(sheet: Sheet, place: str, left: str) -> str:
    """Return where and when; when it is too long the place is cut, since it is where one is."""
    style = TextStyle("regular", SMALLEST)
    return shorten(place, style, _DETAIL_WIDTH - sheet.measure.width(left, style), sheet.measure) + left


def _large(sheet: Sheet, rect: Rect, row: Row, fill: str, action: str, focus: str) -> None:
    slab(sheet, rect, row, _LARGE, fill=fill, is_focused=focus == action)
    sheet.spot(rect, action, row.label)


def _wall(sheet: Sheet, view: HomeView) -> None:
    """Build a wall beside the buttons, as high as they reach; it tells what the game is about."""
    area = Rect(1060, 150, sheet.look.width - 1060 - 52, 748)
    per_row = max(3, round(area.w / _BRICK_PITCH - 0.4))
    places = wall.bricks(0, area, per_row, _WALL_ROWS)
    laid = round(len(places) * _LAID) if view.bricks else 0
    for index, place in enumerate(places):
        if index >= laid:
            sheet.add(*pieces.empty_brick(place, sheet.palette))
            continue
        line, column = divmod(index, per_row)
        colour, icon = view.bricks[(column + 4 * line) % len(view.bricks)]
        sheet.add(*pieces.brick(place, colour, icon, "", sheet.measure))
