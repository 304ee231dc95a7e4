"""A year of sessions for the screens: the report that ``permis bilans`` writes, as the pictures need it."""

from datetime import date
from pathlib import Path

from game.content.library import Library
from game.language import tr
from game.records.adding import report
from game.records.gathering import gather
from game.records.outcome import Totals
from game.screens.desk import DeskError, Trends

_MONTHS = 12
_MOST_WORDS = 12


def trends(sessions: Path, year: int, library: Library) -> Trends:
    """Return what the closed sessions of a year left.

    Raises:
        DeskError: the folder of the sessions cannot be listed.
    """
    found = gather(sessions, Totals)
    if any(one.reason == "unlisted" for one in found.apart):
        raise DeskError(tr("Le dossier des séances ne peut pas être lu."))
    told = report(found.outcomes, date(year, 1, 1), date(year, 12, 31), apart=found.apart)
    months = {group.key: group.sessions for group in told.by_month}
    ids = {theme.title: theme.id for theme in library.themes.values()}
    themes = sorted(told.themes, key=lambda theme: -theme.exchanges)
    return Trends(
        year=year,
        sessions=told.sessions,
        minutes=told.minutes,
        presences=told.people,
        months=tuple(months.get(f"{year}-{month:02}", 0) for month in range(1, _MONTHS + 1)),
        themes=tuple((theme.id, theme.title, theme.exchanges) for theme in themes),
        steps=tuple((ids.get(step.name, step.name), step.name, step.count) for step in told.steps_by_theme),
        at_start=told.mood.at_start if told.mood.asked_at_start else None,
        at_end=told.mood.at_end if told.mood.asked_at_end else None,
        words=tuple(word.name for word in told.words[:_MOST_WORDS]),
    )
