"""From the journal of a session to its record."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time

from game.records.outcome import (
    ActOutcome,
    CardOutcome,
    Facilitation,
    HalfDay,
    MoodOutcome,
    Outcome,
    PollOutcome,
    Sending,
    Status,
    StepOutcome,
    TeamOutcome,
    ThemeOutcome,
)
from game.session.agenda import Act, ActKind
from game.session.history import replay
from game.session.records import Record
from game.session.sheet import Sheet, ThemeTerms
from game.session.skim import Told, told_by
from game.session.state import SessionState

ACT_TITLES = {
    ActKind.WELCOME: "Accueil",
    ActKind.MOOD: "Météo",
    ActKind.GAME: "Jeu",
    ActKind.DEBRIEF: "Débrief",
    ActKind.QUESTIONS: "Questions aux pilotes",
    ActKind.CLOSING: "Clôture",
}
"""The titles of acts whose format gives none."""
_NOON, _EVENING = time(13), time(18)
"""Until when is morning, and from when on is evening: a half-day is what an attendance sheet is signed for."""


def outcome(records: Iterable[Record]) -> Outcome:
    """Return the outcome of a session, from the records of its journal.

    Raises:
        ValueError: there is no record.
    """
    return outcome_of(told_by(replay(records)))


def outcome_of(told: Told) -> Outcome:
    """Return the outcome of a session, from what its journal tells."""
    state, opening = told.state, told.state.opening
    sheet = state.sheet or Sheet()
    start, end = told.began, told.closed
    cards = _cards(state)
    return Outcome(
        record_version=state.record_version,
        session=opening.id,
        title=sheet.title or opening.format_title,
        day=start.date(),
        half_days=half_days(start, end or told.last),
        start=start,
        end=end,
        place=opening.place,
        mode=str(opening.mode),
        format=opening.format,
        format_title=opening.format_title,
        status=_status(state),
        sent=tuple(Sending(version=version, at=datetime.fromtimestamp(at, start.tzinfo)) for version, at in state.sent),
        minutes=_minutes(state.ran),
        acts=tuple(_act(state, index, act) for index, act in enumerate(state.acts)),
        teams=tuple(TeamOutcome(name=team.name, people=team.heads) for team in state.teams.values()),
        people=sum(team.heads for team in state.teams.values()) if sheet.people is None else sheet.people,
        newcomers=sheet.newcomers,
        facilitation=Facilitation(pilots=sheet.pilots, staff=sheet.staff, codes=sheet.codes, relays=told.relays),
        exchanges=len(state.exchanges),
        themes=_themes(state),
        cards=cards,
        cards_by_kind=dict(Counter(card.kind for card in cards)),
        words=tuple(exchange.word for exchange in state.exchanges if exchange.word),
        mood=MoodOutcome(at_start=state.moods.get("in"), at_end=state.moods.get("out")),
        poll=_poll(state),
        next_steps=_next_steps(state),
        steps_by_theme=dict(Counter(step.theme for step in state.steps.values())),
        aims=_worked(opening.aims, (terms.aims for terms in _terms_seen(state))),
        skills=_worked(opening.skills, (terms.skills for terms in _terms_seen(state))),
        incident=sheet.incident,
        note=sheet.note,
        versions=opening.versions,
        cooperative=opening.cooperative,
        demonstration=opening.demonstration,
        on_paper=opening.on_paper,
    )


def half_days(start: datetime, end: datetime) -> tuple[HalfDay, ...]:
    """Return the half-days that a session has touched, in their order; those of its first day only."""
    last = end.time() if end.date() == start.date() else time.max
    spans: tuple[tuple[HalfDay, time, time], ...] = (
        ("matin", time.min, _NOON),
        ("après-midi", _NOON, _EVENING),
        ("soir", _EVENING, time.max),
    )
    return tuple(
        name for name, begins, ends in spans if start.time() < ends and (last > begins or start.time() >= begins)
    )


def _status(state: SessionState) -> Status:
    if not state.is_closed:
        return "en cours"
    return "transmise" if state.is_sent else "clôturée"


def _terms_seen(state: SessionState) -> Iterator[ThemeTerms]:
    """Yield the terms of the themes talked about, in the order of the content."""
    seen = {exchange.theme for exchange in state.exchanges}
    return (terms for terms in state.opening.theme_terms if terms.theme in seen)


def _worked(first: tuple[str, ...], more: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what the format works on, then what the themes add to it, each once."""
    return tuple(dict.fromkeys([*first, *(item for items in more for item in items)]))


def _minutes(seconds: float) -> float:
    return round(max(0.0, seconds) / 60, 1)


def _act(state: SessionState, index: int, act: Act) -> ActOutcome:
    seconds = state.in_act(state.since) if index == state.act else state.act_seconds[index]
    title = act.title or ACT_TITLES[act.kind]
    return ActOutcome(kind=str(act.kind), title=title, planned=act.minutes, minutes=_minutes(seconds))


def _themes(state: SessionState) -> tuple[ThemeOutcome, ...]:
    """Return the themes talked about, in the order of the content."""
    seconds: dict[str, list[float]] = {}
    for exchange in state.exchanges:
        seconds.setdefault(exchange.theme, []).append(exchange.seconds)
    titles = state.opening.themes
    terms = {item.theme: item for item in state.opening.theme_terms}
    services = _services(state)
    ordered = [theme for theme in (*titles, *(theme for theme in seconds if theme not in titles)) if theme in seconds]
    return tuple(
        ThemeOutcome(
            id=theme,
            title=titles.get(theme, theme),
            exchanges=len(seconds[theme]),
            minutes=_minutes(sum(seconds[theme])),
            data_inclusion=services[theme],
            france_travail=terms[theme].france_travail if theme in terms else (),
        )
        for theme in ordered
    )


def _services(state: SessionState) -> dict[str, tuple[str, ...]]:
    """Return the values of data.inclusion by theme: those of the cards talked through, else of the theme itself."""
    own = {item.card: item.data_inclusion for item in state.opening.card_terms}
    usual = {item.theme: item.data_inclusion for item in state.opening.theme_terms}
    found: dict[str, dict[str, None]] = {}
    for exchange in state.exchanges:
        values = own.get(exchange.card) or usual.get(exchange.theme, ())
        found.setdefault(exchange.theme, {}).update(dict.fromkeys(values))
    return {theme: tuple(values) for theme, values in found.items()}


def _cards(state: SessionState) -> tuple[CardOutcome, ...]:
    """Return the cards talked through, in the order of their first exchange."""
    kinds = {card.id: card.kind for card in state.opening.cards}
    themes: dict[str, str] = {}
    seconds: dict[str, float] = {}
    for exchange in state.exchanges:
        themes[exchange.card] = exchange.theme
        seconds[exchange.card] = seconds.get(exchange.card, 0.0) + exchange.seconds
    return tuple(
        CardOutcome(id=card, theme=themes[card], kind=kinds.get(card, ""), minutes=_minutes(total))
        for card, total in seconds.items()
    )


def _poll(state: SessionState) -> tuple[PollOutcome, ...]:
    before, after = (state.polls.get(moment) for moment in ("before", "after"))
    return tuple(
        PollOutcome(
            question=asked.question,
            answers=asked.answers,
            before=before[index] if before else None,
            after=after[index] if after else None,
        )
        for index, asked in enumerate(state.opening.poll)
    )


def _next_steps(state: SessionState) -> tuple[StepOutcome, ...]:
    return tuple(
        StepOutcome(
            team=state.teams[team].name,
            theme=step.theme,
            theme_title=state.opening.themes.get(step.theme, step.theme),
            text=step.text,
        )
        for team, step in state.steps.items()
    )
