"""What a session like this one gives, beside the teams that are chosen for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.geometry import Rect
from game.drawing.parts import SMALLEST
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.widgets import SEMIBOLD, SMALL, TITLE, panel
from game.wording import counted, grouped

if TYPE_CHECKING:
    from game.screens.desk import Forecast
    from game.screens.sheet import Sheet

_TITLE_ROOM, _END_ROOM, _BELOW, _MAIN_PART = 72.0, 48.0, 18.0, 0.62
_WORDS = (TextStyle("regular", 38), TextStyle("regular", 34), SMALL, TextStyle("regular", SMALLEST))
_SMALL_WORDS = (SMALL, TextStyle("regular", SMALLEST))
_TENTHS = 10


@dataclass(frozen=True)
class Outlook:
    """What is known of the session to be; ``forecast`` is ``None`` while it is being computed."""

    minutes: int
    teams: int
    cooperative: bool
    forecast: Forecast | None


def forecast_panel(sheet: Sheet, rect: Rect, outlook: Outlook, end: str) -> None:
    """Draw the panel; ``end`` says when the session would end."""
    inside = panel(sheet, rect)
    sheet.line(tr("Prévision"), inside.x, inside.y + 24, TITLE)
    room = Rect(inside.x, inside.y + _TITLE_ROOM, inside.w, inside.h - _TITLE_ROOM - _END_ROOM)
    y = sheet.paragraph(main_words(outlook), Rect(room.x, room.y, room.w, room.h * _MAIN_PART), _WORDS) + _BELOW
    rest = Rect(room.x, y, room.w, room.bottom - y)
    sheet.paragraph(source_words(outlook), rest, _SMALL_WORDS)
    sheet.line(end, inside.x, inside.bottom - 18, SEMIBOLD, width=inside.w)


def main_words(outlook: Outlook) -> str:
    """Return what one may expect of the session, in one sentence."""
    forecast, talks, arrival = outlook.forecast, "", ""
    if forecast is None:
        said = tr("{minutes}\u00a0minutes pour {teams}\u00a0: calcul en cours…")
    elif not forecast.games:
        said = tr(
            "{minutes}\u00a0minutes pour {teams}\u00a0: la prévision n’a pas pu être calculée."
            " La séance peut commencer."
        )
    else:
        said = tr("{minutes}\u00a0minutes pour {teams}\u00a0: environ {talks}, {arrival}.")
        talks = counted(forecast.exchanges, "échange")
        arrival = _arrival(forecast.arrival_chance, outlook.cooperative)
    teams = counted(outlook.teams, "équipe")
    return said.format(minutes=outlook.minutes, teams=teams, talks=talks, arrival=arrival)


def source_words(outlook: Outlook) -> str:
    """Return what the forecast is made of."""
    if outlook.forecast is None or not outlook.forecast.games:
        return ""
    said = tr("Calculé sur {games} parties simulées de ce plateau, avec {durations}.")
    return said.format(games=grouped(outlook.forecast.games), durations=_durations(outlook.forecast))


def _durations(forecast: Forecast) -> str:
    """Return where the durations come from."""
    if not forecast.learned_sessions:
        return tr("les durées usuelles")
    sessions = counted(forecast.learned_sessions, "séance passée", "séances passées")
    exchanges = counted(forecast.learned_exchanges, "échange")
    return tr("vos durées\u00a0: {sessions}, {exchanges}").format(sessions=sessions, exchanges=exchanges)


def _arrival(chance: float, cooperative: bool) -> str:  # noqa: FBT001 - a fact of the session, not a switch
    """Return how often somebody arrives, in tenths; never « 10 sur 10 » nor « 0 sur 10 », which would promise."""
    tenths = round(chance * _TENTHS)
    if tenths == _TENTHS:
        return tr("le pion arrive presque toujours") if cooperative else tr("une équipe arrive presque toujours")
    if not tenths:
        return tr("le pion arrive rarement") if cooperative else tr("une équipe arrive rarement")
    said = (
        tr("le pion arrive dans {sessions} sur\u00a010")
        if cooperative
        else tr("une équipe arrive dans {sessions} sur\u00a010")
    )
    return said.format(sessions=counted(tenths, "séance"))
