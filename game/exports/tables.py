"""The tables: one row a session, a theme of a session, a card, a next step; each column as `content/bilans.yaml` says.

Every value keeps its type (a day, an instant, a number, a text) so that each kind of file writes it in its own way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from game.content.record_columns import RecordColumn
from game.records.adding import MODE_TITLES
from game.records.outcome import CardOutcome, Outcome, StepOutcome, ThemeOutcome
from game.screens.phrases import KINDS

Value = str | int | float | date | datetime | None
"""What a cell holds. An instant has no zone: it is the time on the clock of the laptop that facilitated."""
TITLES = {"seance": "Séances", "theme": "Thèmes", "carte": "Cartes", "pas": "Prochains pas"}
"""The tables, and how they are called."""
_FILES = {"seance": "seances", "theme": "themes", "carte": "cartes", "pas": "prochains-pas"}
PILLAR_TITLES = {"tete": "Tête", "corps": "Corps", "vie": "Vie", "job": "Job"}
_WEATHERS = ("soleil", "eclaircies", "nuages", "pluie", "orage")
_MINUTES_IN_HOUR = 60


@dataclass(frozen=True)
class Table:
    """Columns with their titles, and rows of as many values."""

    file_name: str
    title: str
    columns: tuple[RecordColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class _ThemeRow:
    one: Outcome
    theme: ThemeOutcome
    pillar: str


@dataclass(frozen=True)
class _CardRow:
    card: CardOutcome
    theme: str
    sessions: int
    minutes: float


@dataclass(frozen=True)
class _StepRow:
    one: Outcome
    step: StepOutcome


def tables_of(
    outcomes: Iterable[Outcome], columns: Sequence[RecordColumn], pillars: Mapping[str, str]
) -> tuple[Table, ...]:
    """Return the tables of some sessions, in the order of the days; a table without any column kept is left out.

    Args:
        outcomes: The sessions to tell, all of them.
        columns: Which columns, in their order.
        pillars: The pillar of each theme, by id.
    """
    told = sorted(outcomes, key=lambda one: (one.start, one.session))
    rows: dict[str, Iterable[Any]] = {
        "seance": told,
        "theme": [_ThemeRow(one, theme, pillars.get(theme.id, "")) for one in told for theme in one.themes],
        "carte": _card_rows(told),
        "pas": [_StepRow(one, step) for one in told for step in one.next_steps],
    }
    kept = {name: tuple(each for each in columns if each.table == name and each.is_kept) for name in TITLES}
    return tuple(_table(name, chosen, rows[name]) for name, chosen in kept.items() if chosen)


def _table(name: str, columns: tuple[RecordColumn, ...], rows: Iterable[Any]) -> Table:
    cells = [CELLS[column.key] for column in columns]
    return Table(_FILES[name], TITLES[name], columns, tuple(tuple([cell(row) for cell in cells]) for row in rows))


def _card_rows(told: Iterable[Outcome]) -> list[_CardRow]:
    """Return the cards, by theme and then by name: all sessions together."""
    found: dict[str, list[tuple[CardOutcome, str]]] = {}
    for one in told:
        titles = {theme.id: theme.title for theme in one.themes}
        for card in one.cards:
            found.setdefault(card.id, []).append((card, titles.get(card.theme, card.theme)))
    rows = [
        _CardRow(seen[-1][0], seen[-1][1], len(seen), round(sum(card.minutes for card, _ in seen), 1))
        for seen in found.values()
    ]
    return sorted(rows, key=lambda row: (row.theme, row.card.id))


def yes_or_no(value: bool | None) -> str:  # noqa: FBT001 - it is the value that is told
    """Return « oui » or « non », and nothing for what nobody said."""
    return "" if value is None else "oui" if value else "non"


def _local(at: datetime | None) -> datetime | None:
    return at and at.replace(tzinfo=None, microsecond=0)


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(texts))


def _hands(at: int, *, is_arrival: bool) -> Callable[[Outcome], Value]:
    """Return what tells the hands of one weather."""

    def cell(one: Outcome) -> Value:
        counts = one.mood.at_start if is_arrival else one.mood.at_end
        return None if counts is None else counts[at]

    return cell


_OF_SESSION: dict[str, Callable[[Outcome], Value]] = {
    "seance-nom": lambda one: one.session,
    "seance-titre": lambda one: one.title,
    "seance-date": lambda one: one.day,
    "seance-demi-journees": lambda one: _listed(one.half_days),
    "seance-debut": lambda one: _local(one.start),
    "seance-fin": lambda one: _local(one.end),
    "seance-lieu": lambda one: one.place,
    "seance-mode": lambda one: MODE_TITLES.get(one.mode, one.mode),
    "seance-format": lambda one: one.format_title,
    "seance-etat": lambda one: one.status,
    "seance-version": lambda one: one.record_version,
    "seance-transmise": lambda one: _local(one.sent[-1].at) if one.sent else None,
    "seance-minutes": lambda one: one.minutes,
    "seance-heures": lambda one: round(one.minutes / _MINUTES_IN_HOUR, 2),
    "seance-personnes": lambda one: one.people,
    "seance-nouvelles": lambda one: one.newcomers,
    "seance-equipes": lambda one: len(one.teams),
    "seance-pilotes": lambda one: one.facilitation.pilots,
    "seance-copilotes": lambda one: one.facilitation.staff,
    "seance-codes": lambda one: _listed(one.facilitation.codes),
    "seance-relais": lambda one: one.facilitation.relays,
    "seance-echanges": lambda one: one.exchanges,
    "seance-themes": lambda one: _listed(theme.title for theme in one.themes),
    "seance-data-inclusion": lambda one: _listed(each for theme in one.themes for each in theme.data_inclusion),
    "seance-france-travail": lambda one: _listed(each for theme in one.themes for each in theme.france_travail),
    "seance-cartes": lambda one: len(one.cards),
    "seance-mots": lambda one: len(one.words),
    "seance-pas": lambda one: len(one.next_steps),
    **{f"seance-arrivee-{name}": _hands(at, is_arrival=True) for at, name in enumerate(_WEATHERS)},
    **{f"seance-depart-{name}": _hands(at, is_arrival=False) for at, name in enumerate(_WEATHERS)},
    "seance-objectifs": lambda one: _listed(one.aims),
    "seance-competences": lambda one: _listed(one.skills),
    "seance-incident": lambda one: yes_or_no(one.incident),
    "seance-note": lambda one: one.note,
    "seance-papier": lambda one: yes_or_no(one.on_paper),
}
_OF_THEME: dict[str, Callable[[_ThemeRow], Value]] = {
    "theme-seance": lambda row: row.one.session,
    "theme-date": lambda row: row.one.day,
    "theme-nom": lambda row: row.theme.title,
    "theme-pilier": lambda row: PILLAR_TITLES.get(row.pillar, row.pillar),
    "theme-echanges": lambda row: row.theme.exchanges,
    "theme-minutes": lambda row: row.theme.minutes,
    "theme-data-inclusion": lambda row: _listed(row.theme.data_inclusion),
    "theme-france-travail": lambda row: _listed(row.theme.france_travail),
    "theme-pas": lambda row: row.one.steps_by_theme.get(row.theme.id, 0),
}
_OF_CARD: dict[str, Callable[[_CardRow], Value]] = {
    "carte-id": lambda row: row.card.id,
    "carte-theme": lambda row: row.theme,
    "carte-type": lambda row: KINDS.get(row.card.kind, row.card.kind),
    "carte-seances": lambda row: row.sessions,
    "carte-minutes": lambda row: row.minutes,
}
_OF_STEP: dict[str, Callable[[_StepRow], Value]] = {
    "pas-seance": lambda row: row.one.session,
    "pas-date": lambda row: row.one.day,
    "pas-equipe": lambda row: row.step.team,
    "pas-theme": lambda row: row.step.theme_title,
    "pas-texte": lambda row: row.step.text,
}
CELLS: dict[str, Callable[[Any], Value]] = {**_OF_SESSION, **_OF_THEME, **_OF_CARD, **_OF_STEP}
"""What each column says of its row, by its key."""
