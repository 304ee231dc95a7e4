"""From the records of many sessions to what they say together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from game.french import long_date
from game.records.outcome import PollOutcome, ThemeOutcome, Totals
from game.records.rollup import (
    Apart,
    CodeTotal,
    Count,
    FacilitationTotal,
    Group,
    LabelTotal,
    MoodTotal,
    PollTotal,
    Report,
    SessionLine,
    ThemeTotal,
)
from game.session.state import WEATHERS

Kind = TypeVar("Kind", bound=Totals)
MODE_TITLES = {"pilotes": "Entre pilotes", "sensibilisation": "Sensibilisation"}
MOST_WORDS = 60
"""Words of the wall that a report keeps: what a page can show."""
_TOLD_TWICE = 2
"""A word that one group alone laid once may tell who was there: it stays in the record of its session."""


def report(
    outcomes: Iterable[Totals],
    since: date,
    until: date,
    *,
    apart: Sequence[Apart] = (),
    pillars: Mapping[str, str] | None = None,
) -> Report:
    """Return what the sessions of a period say together, both days included.

    Args:
        outcomes: Of all sessions that could be read; those of other days are left out here.
        since: The first day.
        until: The last day.
        apart: Those that could not be read, or not to the end.
        pillars: The pillar of each theme, by id: a record does not hold it.
    """
    outcomes = list(outcomes)
    within = _between(outcomes, since, until)
    closed = counted_ones(outcomes, since, until)
    minutes = _sum(one.minutes for one in closed)
    themes = _themes(closed, pillars or {})
    words = [word.casefold() for one in closed for word in one.words]
    return Report(
        since=since,
        until=until,
        sessions=len(closed),
        minutes=minutes,
        hours=round(minutes / 60, 1),
        people=sum(one.people for one in closed),
        newcomers=sum(one.newcomers or 0 for one in closed),
        newcomers_unsaid=sum(one.newcomers is None for one in closed),
        by_mode=_groups(closed, lambda one: one.mode, lambda one: MODE_TITLES.get(one.mode, one.mode)),
        by_format=_groups(closed, lambda one: one.format, lambda one: one.format_title),
        by_month=_months(closed),
        by_place=_groups(closed, lambda one: " ".join(one.place.casefold().split()), lambda one: one.place),
        exchanges=sum(one.exchanges for one in closed),
        themes=themes,
        by_pillar=_labels(closed, lambda theme: _pillar(theme, pillars or {})),
        by_data_inclusion=_labels(closed, lambda theme: theme.data_inclusion),
        by_france_travail=_labels(closed, lambda theme: theme.france_travail),
        cards_by_kind=_counts(_summed(one.cards_by_kind for one in closed)),
        facilitation=_facilitation(closed),
        mood=_mood(closed),
        polls=_polls(closed),
        next_steps=sum(len(one.next_steps) for one in closed),
        steps_by_theme=_counts(Counter(step.theme_title for one in closed for step in one.next_steps)),
        words=_words(words),
        words_laid=len(words),
        aims=_counts(Counter(aim for one in closed for aim in one.aims)),
        skills=_counts(Counter(skill for one in closed for skill in one.skills)),
        incidents=sum(bool(one.incident) for one in closed),
        incidents_unsaid=sum(one.incident is None for one in closed),
        lines=tuple(map(_line, closed)),
        not_sent=tuple(one.session for one in closed if one.status != "transmise"),
        not_closed=tuple(one.session for one in within if one.status == "en cours" and not one.demonstration),
        demonstrations=tuple(one.session for one in within if one.demonstration),
        apart=tuple(apart),
    )


def counted_ones(outcomes: Iterable[Kind], since: date, until: date) -> list[Kind]:
    """Return the sessions of a period that a report counts, from the first to the last: closed, with a group."""
    return [one for one in _between(outcomes, since, until) if one.status != "en cours" and not one.demonstration]


def _between(outcomes: Iterable[Kind], since: date, until: date) -> list[Kind]:
    return sorted((one for one in outcomes if since <= one.day <= until), key=lambda one: (one.start, one.session))


def _sum(minutes: Iterable[float]) -> float:
    return round(sum(minutes), 1)


def _counts(counter: Counter[str]) -> tuple[Count, ...]:
    """Return counts in the order in which things first came: nothing is ranked."""
    return tuple(Count(name=name, count=count) for name, count in counter.items())


def _summed(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total = Counter[str]()
    for some in counts:
        total.update(some)
    return total


def _group(key: str, title: str, some: Sequence[Totals]) -> Group:
    return Group(
        key=key,
        title=title,
        sessions=len(some),
        minutes=_sum(one.minutes for one in some),
        people=sum(one.people for one in some),
        exchanges=sum(one.exchanges for one in some),
    )


def _groups(
    closed: Sequence[Totals], key: Callable[[Totals], str], title: Callable[[Totals], str]
) -> tuple[Group, ...]:
    """Return groups in the order of their keys, each named as its last session names it."""
    found: dict[str, list[Totals]] = {}
    for one in closed:
        found.setdefault(key(one), []).append(one)
    return tuple(_group(name, title(some[-1]), some) for name, some in sorted(found.items()))


def _months(closed: Sequence[Totals]) -> tuple[Group, ...]:
    """Return each month from the first session to the last: a month without any is a fact too."""
    if not closed:
        return ()
    found: dict[tuple[int, int], list[Totals]] = {}
    for one in closed:
        found.setdefault((one.day.year, one.day.month), []).append(one)
    first, last = (day.year * 12 + day.month - 1 for day in (closed[0].day, closed[-1].day))
    months = ((at // 12, at % 12 + 1) for at in range(first, last + 1))
    return tuple(
        _group(f"{year:04}-{month:02}", long_date(date(year, month, 2)).partition(" ")[2], found.get((year, month), []))
        for year, month in months
    )


def _themes(closed: Sequence[Totals], pillars: Mapping[str, str]) -> tuple[ThemeTotal, ...]:
    """Return the themes in the order of the content, then those that left it; each named as its last session did."""
    found: dict[str, list[tuple[int, float]]] = {}
    titles, services, labels = {}, dict[str, dict[str, None]](), dict[str, dict[str, None]]()
    for one in closed:
        for theme in one.themes:
            found.setdefault(theme.id, []).append((theme.exchanges, theme.minutes))
            titles[theme.id] = theme.title
            services.setdefault(theme.id, {}).update(dict.fromkeys(theme.data_inclusion))
            labels.setdefault(theme.id, {}).update(dict.fromkeys(theme.france_travail))
    order = [*(theme for theme in pillars if theme in found), *sorted(theme for theme in found if theme not in pillars)]
    return tuple(
        ThemeTotal(
            id=theme,
            title=titles[theme],
            pillar=pillars.get(theme, ""),
            sessions=len(found[theme]),
            exchanges=sum(exchanges for exchanges, _ in found[theme]),
            minutes=_sum(minutes for _, minutes in found[theme]),
            data_inclusion=tuple(services[theme]),
            france_travail=tuple(labels[theme]),
        )
        for theme in order
    )


def _pillar(theme: ThemeOutcome, pillars: Mapping[str, str]) -> tuple[str, ...]:
    return (pillars[theme.id],) if theme.id in pillars else ()


def _labels(closed: Sequence[Totals], labels: Callable[[ThemeOutcome], Sequence[str]]) -> tuple[LabelTotal, ...]:
    """Return the totals of each label of the themes, in alphabetical order."""
    sessions, exchanges, minutes, last = dict[str, int](), dict[str, int](), dict[str, float](), dict[str, str]()
    for one in closed:
        for theme in one.themes:
            for label in labels(theme):
                if last.get(label) != one.session:
                    last[label] = one.session
                    sessions[label] = sessions.get(label, 0) + 1
                exchanges[label] = exchanges.get(label, 0) + theme.exchanges
                minutes[label] = minutes.get(label, 0.0) + theme.minutes
    return tuple(
        LabelTotal(label=label, sessions=sessions[label], exchanges=exchanges[label], minutes=round(minutes[label], 1))
        for label in sorted(sessions)
    )


def _facilitation(closed: Sequence[Totals]) -> FacilitationTotal:
    done = [one.facilitation for one in closed]
    coded: dict[str, list[Totals]] = {}
    for one in closed:
        for code in dict.fromkeys(one.facilitation.codes):
            coded.setdefault(code, []).append(one)
    return FacilitationTotal(
        pilots=sum(one.pilots or 0 for one in done),
        staff=sum(one.staff or 0 for one in done),
        relays=sum(one.relays for one in done),
        by_pilots=sum(bool(one.pilots) for one in done),
        unsaid=sum(one.pilots is None and one.staff is None for one in done),
        codes=tuple(
            CodeTotal(code=code, sessions=len(some), minutes=_sum(one.minutes for one in some))
            for code, some in sorted(coded.items())
        ),
    )


def _added(columns: Iterable[Sequence[int] | None], width: int) -> tuple[int, ...]:
    """Return the sums of counts of one width, those that were not asked left out."""
    asked = [counts for counts in columns if counts is not None]
    return tuple(map(sum, zip(*asked, strict=True))) if asked else (0,) * width


def _mood(closed: Sequence[Totals]) -> MoodTotal:
    starts, ends = [one.mood.at_start for one in closed], [one.mood.at_end for one in closed]
    return MoodTotal(
        at_start=_added(starts, WEATHERS),
        at_end=_added(ends, WEATHERS),
        asked_at_start=sum(counts is not None for counts in starts),
        asked_at_end=sum(counts is not None for counts in ends),
    )


def _polls(closed: Sequence[Totals]) -> tuple[PollTotal, ...]:
    """Return the polls by question and answers; what was asked in other words is another question."""
    found: dict[tuple[str, tuple[str, ...]], list[PollOutcome]] = {}
    for one in closed:
        for asked in one.poll:
            if asked.before is not None or asked.after is not None:
                found.setdefault((asked.question, asked.answers), []).append(asked)
    return tuple(
        PollTotal(
            question=question,
            answers=answers,
            before=_added((asked.before for asked in some), len(answers)),
            after=_added((asked.after for asked in some), len(answers)),
            sessions=len(some),
        )
        for (question, answers), some in found.items()
    )


def _words(words: Sequence[str]) -> tuple[Count, ...]:
    often = sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(name=word, count=count) for word, count in often[:MOST_WORDS] if count >= _TOLD_TWICE)


def _line(one: Totals) -> SessionLine:
    return SessionLine(
        session=one.session,
        day=one.day,
        title=one.title,
        place=one.place,
        mode=one.mode,
        minutes=one.minutes,
        people=one.people,
        exchanges=one.exchanges,
        status=one.status,
        record_version=one.record_version,
        mood_at_start=one.mood.at_start,
        mood_at_end=one.mood.at_end,
    )
