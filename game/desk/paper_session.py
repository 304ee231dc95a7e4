"""A session that was played on paper, written into the same journal and the same record as any other."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from game.content.library import Library
from game.desk.opening import opening_of
from game.records.files import write_outcome
from game.rules import Refusal
from game.screens.desk import SessionChoice
from game.session import commands as c
from game.session.agenda import ActKind
from game.session.chance import new_seed
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.events import Opening, TeamEntry
from game.session.folder import OpenFolder, create, folder_name, free_name, read_records
from game.session.state import NextStep

MOST_SENSITIVE = 2
_DRAFT = ".saisie-"


class PaperSessionError(Exception):
    """What was typed is not a session: ``code`` is that of the refusal."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Noted:
    """A card that was talked through, and the word of its brick."""

    card: str
    word: str = ""


@dataclass(frozen=True)
class PaperSession:
    """What the sheet of a session says: counts and words, and no name of a person."""

    place: str
    format: str
    began: datetime
    minutes: tuple[int, ...]
    """Of each act of the format."""
    teams: tuple[TeamEntry, ...]
    moods: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Hands by weather, ``in`` and ``out``; what was not counted is not there."""
    polls: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """Hands by question and answer, ``before`` and ``after``; likewise."""
    exchanges: tuple[Noted, ...] = ()
    steps: Mapping[str, NextStep] = field(default_factory=dict)
    """By team."""


def paper_opening(library: Library, paper: PaperSession, name: str = "") -> Opening:
    """Return what such a session begins with; every card that its public may see is in it, however sensitive."""
    choice = SessionChoice(paper.format, paper.place, paper.teams, physical_dice=True, sensitivity=MOST_SENSITIVE)
    opening = opening_of(library, choice, paper.began.date(), name=name, seed=new_seed())
    return replace(opening, on_paper=True)


def keep(library: Library, paper: PaperSession, sessions: Path) -> Path:
    """Write the journal and the record of a session played on paper, and return its folder.

    It is written aside and then moved among the sessions: whatever happens, it is there whole or not at all.

    Raises:
        OSError: the folder of the sessions cannot be written.
        PaperSessionError: a card, a team or a theme of it is not one of the content.
    """
    sessions.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=sessions))
    try:
        name = free_name(sessions, folder_name(paper.place, paper.began))
        clock = ManualClock(paper.began)
        opening = paper_opening(library, paper, name)
        opened = create(aside, c.OpenSession(opening, paper.teams), clock)
        _fill(opened, paper, clock)
        write_outcome(opened.path, read_records(opened.path).records)
        return opened.path.rename(sessions / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fill(opened: OpenFolder, paper: PaperSession, clock: ManualClock) -> None:
    session = opened.session
    try:
        for index, minutes in enumerate(paper.minutes):
            if index:
                _do(session, c.GoToAct(index))
            _act(session, paper)
            clock.advance(minutes * 60)
        _do(session, c.CloseSession())
    finally:
        opened.close()
    if session.journal.held and session.journal.trouble:
        raise session.journal.trouble


def _act(session: Session, paper: PaperSession) -> None:
    """Turn the pages of an act, and note on each what it asks for."""
    for page in range(session.state.pages):
        if page:
            _do(session, c.TurnPage(page))
        _page(session, paper)
    if session.state.current_act.kind is ActKind.GAME:
        for noted in paper.exchanges:
            _do(session, c.NoteExchange(noted.card, noted.word))


def _page(session: Session, paper: PaperSession) -> None:
    state = session.state
    for weather, count in enumerate(paper.moods.get(state.mood_moment, ())):
        _do(session, c.CountMood(weather, count))
    asked = state.poll_asked
    if asked is not None and asked[0] in paper.polls:
        for answer, count in enumerate(paper.polls[asked[0]][asked[1]]):
            _do(session, c.CountPoll(asked[1], answer, count))
    step = paper.steps.get(state.step_team)
    if step is not None:
        _do(session, c.SetNextStep(state.step_team, step.theme, step.text))


def _do(session: Session, command: c.Command) -> None:
    done = session.dispatch(command)
    if isinstance(done, Refusal):
        raise PaperSessionError(done.code)
