"""The picture of the list of sessions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.geometry import Rect, row
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.phrases import began, moment
from game.screens.scenes.charts import CLOSE_PITCH, PITCH, bars, moods, theme_bar
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    BAR_TOP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    UP_DOWN,
    Hint,
    Row,
    band,
    heading,
    hint_bar,
    panel,
    rail,
    slab,
    window,
)
from game.wording import counted

if TYPE_CHECKING:
    from datetime import datetime

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look
    from game.session.faces import Faces
    from game.session.folder import Summary
    from game.session.state import SessionState

_TOP, _HEIGHT = 236.0, 680.0
_ROW_HEIGHT, _ROW_GAP = 100.0, 16.0
_MOST_BARS = 6
_TITLED_WORDS = 112.0
"""The least height, in px, where the words have a title."""
_WORDS = tuple(TextStyle("regular", size) for size in (32, 30, 27))


@dataclass(frozen=True)
class SessionsView:
    """The sessions, the chosen one, the present instant, and what went wrong."""

    sessions: tuple[Summary, ...]
    chosen: int
    now: datetime
    error: str
    has_persons: bool = False
    """Whether attendance may be noted by code for the chosen session."""


def sessions_picture(look: Look, view: SessionsView, faces: Faces) -> Picture:
    """Return the list, and what the chosen session left."""
    sheet = Sheet(look)
    heading(sheet, counted(len(view.sessions), "séance") if view.sessions else "", tr("Bilans"))
    height = _HEIGHT - (BAND_HEIGHT + 24 if view.error else 0)
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, height), (1.05, 1), 60)
    if view.sessions:
        _list(sheet, left, view)
        _session(sheet, right, view.sessions[view.chosen].state, faces)
    else:
        told = tr("Aucune séance sur cet ordinateur pour l’instant. La première apparaîtra ici.")
        sheet.paragraph(told, Rect(MARGIN, _TOP + 40, look.width - 2 * MARGIN, 200), (TextStyle("regular", 40),))
    if view.error:
        band(sheet, Rect(MARGIN, BAR_TOP - 32 - BAND_HEIGHT, look.width - 2 * MARGIN, BAND_HEIGHT), view.error)
    hint_bar(sheet, _hints(view), MARGIN, BAR_TOP, look.width - 2 * MARGIN)
    return sheet.picture()


def _hints(view: SessionsView) -> tuple[Hint, ...]:
    back = Hint(("Échap",), "retour", "back")
    if not view.sessions:
        return (back,)
    resume = Hint(("Entrée",), "reprendre", "resume")
    is_over = view.sessions[view.chosen].is_closed
    move, show = Hint(UP_DOWN, "choisir", "down"), Hint(("O",), mark("dossier"), "open")
    years = Hint(("A",), mark("au fil du temps"), "years")
    again, fill = Hint(("V",), "revoir", "replay"), Hint(("R",), mark("fiche"), "sheet")
    persons = (Hint(("P",), mark("présences"), "persons"),) if view.has_persons else ()
    send = Hint(("T",), mark("transmis"), "send")
    first = (move, fill, send) if is_over else (move, resume, fill)
    return (*first, *persons, again, years, show, back)


def _list(sheet: Sheet, area: Rect, view: SessionsView) -> None:
    shown = window(len(view.sessions), view.chosen, int((area.h + _ROW_GAP) / (_ROW_HEIGHT + _ROW_GAP)))
    for step, index in enumerate(shown):
        rect = Rect(area.x, area.y + step * (_ROW_HEIGHT + _ROW_GAP), area.w, _ROW_HEIGHT)
        session = view.sessions[index]
        place = session.state.opening.place
        exchanges = counted(len(session.state.exchanges), "échange")
        state = _status(session.state)
        when = moment(began(session), view.now)
        icon = "check" if session.is_closed else "play"
        words = Row(place, f"{when[0].upper()}{when[1:]} · {state}", icon, exchanges)
        slab(sheet, rect, words, SEMIBOLD, is_focused=index == view.chosen)
        sheet.spot(rect, f"session:{index}", place)
    rail(sheet, Rect(area.right + 24, area.y, 12, area.h), len(view.sessions), shown)


def _status(state: SessionState) -> str:
    if not state.is_closed:
        return tr("en cours")
    told = tr("transmise") if state.is_sent else tr("clôturée")
    return (
        told
        if state.record_version == 1
        else tr("{status}, version {version}").format(status=told, version=state.record_version)
    )


def _session(sheet: Sheet, area: Rect, state: SessionState, faces: Faces) -> None:
    inside = panel(sheet, area)
    opening = state.opening
    title = opening.format_title + (tr(" · démonstration") if opening.demonstration else "")
    sheet.line(title, inside.x, inside.y + 20, TITLE, width=inside.w)
    heads = sum(team.heads for team in state.teams.values())
    people = f"{counted(len(state.teams), 'équipe')}, {counted(heads, 'personne')}"
    told = f"{people}, {counted(len(state.exchanges), 'échange')}"
    under = sheet.paragraph(told, Rect(inside.x, inside.y + 54, inside.w, 84), (SMALL,))
    under = _themes(sheet, Rect(inside.x, under + 22, inside.w, 0), state, faces)
    if state.moods:
        under = moods(sheet, Rect(inside.x, under + 18, inside.w, 0), state.moods.get("in"), state.moods.get("out"))
    _words(sheet, Rect(inside.x, under, inside.w, inside.bottom - under), state)


def _words(sheet: Sheet, area: Rect, state: SessionState) -> None:
    """Write the words of the wall under their title, or as many as one line holds where room is scarce."""
    words = " · ".join(dict.fromkeys(exchange.word for exchange in state.exchanges if exchange.word))
    if area.h < _TITLED_WORDS:
        sheet.line(words, area.x, area.y + 18, _WORDS[-1], width=area.w)
    elif words:
        sheet.line(tr("Les mots du mur"), area.x, area.y + 38, SEMIBOLD)
        sheet.paragraph(words, Rect(area.x, area.y + 70, area.w, area.h - 70), _WORDS)


def _themes(sheet: Sheet, area: Rect, state: SessionState, faces: Faces) -> float:
    """Draw a bar for each theme that was talked about; return the y under."""
    counts = Counter(exchange.theme for exchange in state.exchanges).most_common(_MOST_BARS)
    if not counts:
        sheet.line(tr("Pas encore d’échange."), area.x, area.y + 22, SMALL)
        return area.y + 60
    titles = state.opening.themes
    entries = [theme_bar(faces, theme, titles.get(theme, theme), count) for theme, count in counts]
    return bars(sheet, area, entries, CLOSE_PITCH if state.moods else PITCH)
