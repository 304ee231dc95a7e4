"""« Au fil du temps »: the sessions of a year together, as pictures. Arrows go from year to year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.geometry import Rect, row
from game.language import mark, tr
from game.screens.desk import DeskError
from game.screens.inputs import BACK, NEXT, Click, Input, Press
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.charts import PITCH, bars, columns_of, moods, theme_bar
from game.screens.sheet import Sheet
from game.screens.widgets import BAND_HEIGHT, BAR_TOP, MARGIN, REGULAR, SEMIBOLD, SMALL, Hint, band, heading, hint_bar
from game.wording import counted, duration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk, Trends
    from game.screens.scene import Look, Step

_TOP, _MONTHS = 236.0, 230.0
_MOST_BARS = 6
_BINDINGS = (
    Binding(("←", "→"), mark("année d’avant, année d’après")),
    Binding(("Échap",), "retour"),
)
_INITIALS = mark("J F M A M J J A S O N D")


class TrendsScene:
    """A year at a time, the present one first; a clicker goes back through the years, and out of the present one."""

    is_typing = False

    def __init__(self, desk: Desk) -> None:
        """Begin with the present year."""
        self._desk = desk
        self._last = self._year = desk.clock.now().year
        self._error = ""
        self._trends: Trends | None = None
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the year as it stands."""
        if self._trends is None and not self._error:
            self._read()
        self._picture = _page(look, self._desk, self._year, self._trends, self._error)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this page."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Go to another year, or back."""
        if isinstance(given, Click) and self._picture is not None:
            return self._act(clicked(self._picture, given) or "")
        if not isinstance(given, Press):
            return None
        if given.key in {"escape", "backspace", "enter"} or (given.key == "pageup" and self._year == self._last):
            return Pop()
        return self._act("before" if given.key in BACK else "after" if given.key in NEXT else "")

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _act(self, action: str) -> Step | None:
        if action == "back":
            return Pop()
        by = {"before": -1, "after": 1}.get(action, 0)
        if by and self._year + by <= self._last:
            self._year += by
            self._trends, self._error = None, ""
        return None

    def _read(self) -> None:
        try:
            self._trends = self._desk.trends(self._year)
        except DeskError as error:
            self._error = str(error)


def _page(look: Look, desk: Desk, year: int, trends: Trends | None, error: str) -> Picture:
    sheet = Sheet(look)
    heading(sheet, tr("Bilans · au fil du temps"), str(year))
    room = look.width - 2 * MARGIN
    if trends is not None and trends.sessions:
        _year(sheet, Rect(MARGIN, _TOP, room, BAR_TOP - _TOP - 30), desk, trends)
    elif trends is not None:
        sheet.paragraph(tr("Aucune séance clôturée cette année-là."), Rect(MARGIN, _TOP + 40, room, 120), (REGULAR,))
    if error:
        band(sheet, Rect(MARGIN, BAR_TOP - 32 - BAND_HEIGHT, room, BAND_HEIGHT), error)
    hints = (Hint(("←",), mark("année d’avant"), "before"), Hint(("→",), mark("année d’après"), "after"))
    hint_bar(sheet, (*hints, Hint(("Échap",), "retour", "back")), MARGIN, BAR_TOP, room)
    return sheet.picture()


def _year(sheet: Sheet, area: Rect, desk: Desk, trends: Trends) -> None:
    told = ", ".join(
        (
            counted(trends.sessions, "séance"),
            duration(trends.minutes),
            counted(trends.presences, "présence"),
        )
    )
    sheet.line(told, area.x, area.y + 10, SEMIBOLD, width=area.w)
    left, right = row(Rect(area.x, area.y + 60, area.w, area.h - 60), (1, 1), 70)
    _months(sheet, left, trends)
    _talk(sheet, Rect(left.x, left.y + _MONTHS + 80, left.w, left.bottom - left.y - _MONTHS - 80), trends)
    _bars(sheet, right, desk, trends)


def _months(sheet: Sheet, area: Rect, trends: Trends) -> None:
    sheet.line(tr("Séances de chaque mois"), area.x, area.y + 14, SMALL)
    months = list(zip(tr(_INITIALS).split(), trends.months, strict=True))
    columns_of(sheet, Rect(area.x, area.y + 40, area.w, _MONTHS), months, sheet.palette.ink)


def _talk(sheet: Sheet, area: Rect, trends: Trends) -> None:
    """Draw the moods, and the words that came back most."""
    under = moods(sheet, area, trends.at_start, trends.at_end)
    if trends.words and area.bottom - under > 110:  # noqa: PLR2004 - a title and one line
        sheet.line(tr("Les mots du mur"), area.x, under + 30, SMALL)
        room = Rect(area.x, under + 56, area.w, area.bottom - under - 56)
        sheet.paragraph(" · ".join(trends.words), room, (REGULAR, SMALL))


def _bars(sheet: Sheet, area: Rect, desk: Desk, trends: Trends) -> None:
    y = area.y
    for title, counts in ((tr("Cartes dont on a parlé"), trends.themes), (tr("Prochains pas"), trends.steps)):
        shown = counts[: min(_MOST_BARS, int((area.bottom - y - 40) // PITCH))]
        if shown:
            sheet.line(title, area.x, y + 14, SMALL)
            entries = [theme_bar(desk.faces, *counted_theme) for counted_theme in shown]
            y = bars(sheet, Rect(area.x, y + 40, area.w, 0), entries) + 20
