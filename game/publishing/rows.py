"""From the journal of a closed session to the rows of the database: the same journal always gives the same rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Table

from game.publishing import schema
from game.publishing.happenings import Row, happenings
from game.records.computing import outcome, outcome_of
from game.records.outcome import WEATHER_NAMES, Outcome
from game.session.commands import FillSheet
from game.session.history import replay
from game.session.records import Record
from game.session.skim import told_by

FORM = 2
"""Of these rows. One more when the same journal gives other rows, so that what is published is made anew."""
Rows = dict[Table, list[Row]]


def session_rows(session_id: str, records: Sequence[Record]) -> Rows:
    """Return the rows of a session, but for its envelopes and for what `seal_columns` tells of its journal.

    Raises:
        ValueError: there is no record.
    """
    history = replay(records)
    last = outcome_of(told_by(history))
    record = _record(last)
    earlier = [_version(one, _record(one)) for one in _earlier(records, last)]
    rows: Rows = {
        schema.sessions: [_session(last) | {"record": record}],
        schema.session_versions: [*earlier, _version(last, record)],
        schema.events: list(happenings(history)),
        **_told(last),
        **_played(last),
    }
    for table, found in rows.items():
        key = "id" if table is schema.sessions else "session_id"
        for row in found:
            row[key] = session_id
    return rows


def seal_columns(lines: int, seal: str) -> Row:
    """Return the columns of ``sessions`` that say how much of a journal is published."""
    return {"journal_lines": lines, "journal_seal": seal, "form": FORM}


def local(at: datetime) -> datetime:
    """Return the time that the clock of the place showed: the one that people look for."""
    return at.replace(tzinfo=None)


def _session(one: Outcome) -> Row:
    same = {"type", "title", "day", "place", "mode", "format", "format_title", "status", "minutes", "people"}
    same |= {"newcomers", "exchanges", "incident", "note", "cooperative", "on_paper", "record_version"}
    return {
        **one.model_dump(include=same),
        "name": one.session,
        "record_format": one.version,
        "month": one.day.strftime("%Y-%m"),
        "half_days": ", ".join(one.half_days),
        "started_at": local(one.start),
        "ended_at": local(one.end) if one.end else None,
        "pilots": one.facilitation.pilots,
        "staff": one.facilitation.staff,
        "relays": one.facilitation.relays,
    }


def _record(one: Outcome) -> dict[str, Any]:
    return one.model_dump(mode="json", by_alias=True, exclude={"seal"})


def _version(one: Outcome, record: dict[str, Any]) -> Row:
    return {"version": one.record_version, "status": one.status, "record": record}


def _earlier(records: Sequence[Record], last: Outcome) -> Iterator[Outcome]:
    """Yield the earlier versions of a record: what the journal said just before each correction."""
    corrections = (at for at, record in enumerate(records) if isinstance(record.command, FillSheet))
    before = [outcome(records[:at]) for at in corrections] if last.record_version > 1 else []
    earlier = {one.record_version: one for one in before if one.end}
    yield from (one for version, one in sorted(earlier.items()) if version < last.record_version)


def _told(one: Outcome) -> Rows:
    """Return the rows of what was filled in and of what other tools want to know."""
    return {
        schema.sendings: [{"version": sent.version, "sent_at": local(sent.at)} for sent in one.sent],
        schema.facilitators: [{"code": code} for code in dict.fromkeys(one.facilitation.codes)],
        schema.labels: [
            {"theme": theme.id, "source": source, "label": label}
            for theme in one.themes
            for source, values in (("data.inclusion", theme.data_inclusion), ("France Travail", theme.france_travail))
            for label in dict.fromkeys(values)
        ],
        schema.learnings: [
            {"kind": kind, "position": position, "text": text}
            for kind, texts in (("objectif", one.aims), ("compétence", one.skills))
            for position, text in enumerate(texts, 1)
        ],
        schema.moods: [*_mood("arrivée", one.mood.at_start), *_mood("départ", one.mood.at_end)],
        schema.poll: list(_poll(one)),
    }


def _played(one: Outcome) -> Rows:
    """Return the rows of what the room did."""
    return {
        schema.teams: _numbered(team.model_dump(include={"name", "people"}) for team in one.teams),
        schema.acts: _numbered(act.model_dump(include={"kind", "title", "planned", "minutes"}) for act in one.acts),
        schema.themes: [
            {"theme": theme.id, **theme.model_dump(include={"title", "exchanges", "minutes"})} for theme in one.themes
        ],
        schema.cards: [
            {"card": card.id, **card.model_dump(include={"theme", "kind", "minutes"})} for card in one.cards
        ],
        schema.words: _numbered({"word": word} for word in one.words),
        schema.next_steps: _numbered(
            step.model_dump(include={"team", "theme", "theme_title", "text"}) for step in one.next_steps
        ),
    }


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"position": position, **row} for position, row in zip(count(1), rows, strict=False)]


def _mood(moment: str, hands: tuple[int, ...] | None) -> list[Row]:
    return [
        {"moment": moment, "rank": rank, "weather": weather, "hands": raised}
        for rank, (weather, raised) in enumerate(zip(WEATHER_NAMES, hands or (), strict=False), 1)
    ]


def _poll(one: Outcome) -> Iterator[Row]:
    for question_rank, asked in enumerate(one.poll, 1):
        for index, answer in enumerate(asked.answers):
            yield {
                "question_rank": question_rank,
                "answer_rank": index + 1,
                "question": asked.question,
                "answer": answer,
                "before": asked.before[index] if asked.before else None,
                "after": asked.after[index] if asked.after else None,
            }
