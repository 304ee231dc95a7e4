"""Skimming a journal tells its record exactly as a whole replay does, only sooner."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import START, entries, opening, step
from hypothesis import given, settings, strategies as st
from make_golden import GOLDEN

from game.records.computing import outcome, outcome_of
from game.rules import commands as g
from game.session import commands as c, events as e
from game.session.agenda import PollQuestion
from game.session.clock import ManualClock
from game.session.codec import UnknownRecordError
from game.session.dispatch import Session
from game.session.journal import Journal, read
from game.session.records import Record, digest, encode
from game.session.sheet import CardTerms, Sheet, ThemeTerms
from game.session.skim import skim

JOURNALS = sorted(GOLDEN.glob("*.jsonl"))
TEXTS = st.text(max_size=9) | st.sampled_from(('{"t":"SessionClosed"}', '","events":[', "d\\é", "mot"))
SHEETS = st.builds(Sheet, newcomers=st.none() | st.integers(0, 3), note=TEXTS, incident=st.none() | st.booleans())
ANY_COMMAND: st.SearchStrategy[Any] = st.one_of(
    *[st.just("step")] * 4,
    st.builds(c.GoToAct, st.integers(0, 4)),
    st.builds(c.TurnPage, st.integers(0, 5)),
    st.builds(c.CountMood, st.integers(0, 4), st.integers(0, 9)),
    st.builds(c.CountPoll, st.integers(0, 1), st.integers(0, 1), st.integers(0, 9)),
    st.builds(c.SetNextStep, st.sampled_from("abc"), st.sampled_from(("emploi", "sante")), TEXTS),
    st.builds(c.ChangeWord, st.integers(0, 2), TEXTS),
    st.builds(g.LeaveGame, st.sampled_from("abcd")),
    st.sampled_from("abcd").map(lambda team: c.EnterTeam(e.TeamEntry(team, "Nous", "bird", 3))),
    st.sampled_from((c.PauseSession(), c.ResumeSession(), c.Undo(), c.Redo(), c.Undo(), c.Redo(), c.LastRound())),
    st.sampled_from((g.Pass(), g.RerollDice(), g.SwapCard(), c.ChangeFacilitator(), c.ShowCard())),
    st.builds(c.ReopenSession, st.floats(0, 100)),
    st.builds(c.Undo, st.integers(1, 40)),
    st.builds(c.FillSheet, SHEETS),
)
AFTER = st.lists(st.one_of(st.builds(c.FillSheet, SHEETS), st.just(c.SendRecord())), max_size=4)
WHOLE = opening(
    poll=(PollQuestion("Et vous ?", ("Oui", "Non")),) * 2,
    theme_terms=(ThemeTerms("emploi", ("trouver-un-emploi",), ("Choisir un métier",), ("Oser",), ("Dire",)),),
    card_terms=(CardTerms("sante-1", ("sante--addictions",)),),
    warned=("emploi-1",),
)


class Tape(Journal):
    """A journal in memory."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.lines: list[bytes] = []

    def append(self, record: Record) -> None:
        line, self._last_hash = encode(record, self._last_hash)
        self.lines.append(line + b"\n")


def begun() -> tuple[Session, ManualClock, Tape]:
    clock, tape = ManualClock(START), Tape()
    return Session.begin(c.OpenSession(WHOLE, entries()), tape, clock), clock, tape


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(ANY_COMMAND, st.integers(-20, 90)), max_size=60), st.none() | AFTER)
def test_the_record_is_that_of_a_whole_replay_whatever_was_played(
    script: list[tuple[Any, int]], after: list[Any] | None
) -> None:
    session, clock, tape = begun()
    session.dispatch(c.GoToAct(2))
    for command, seconds in script:
        clock.advance(seconds)  # a clock may be set back
        session.dispatch(step(session.state.game) if command == "step" else command)
    for command in [] if after is None else [c.CloseSession(), *after]:
        session.dispatch(command)
    content = b"".join(tape.lines)

    skimmed = skim(content)

    assert skimmed is not None
    assert outcome_of(skimmed.told) == outcome(read(content).records)
    assert (skimmed.last_hash, skimmed.size, skimmed.is_damaged) == (read(content).last_hash, len(content), False)


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_journals_of_the_first_version_are_told_alike(path: Path) -> None:
    skimmed = skim(path.read_bytes())
    assert skimmed is not None
    assert outcome_of(skimmed.told) == outcome(read(path.read_bytes()).records)


@pytest.mark.parametrize("cut", [-30, -1])
def test_a_torn_end_is_left_out_and_is_no_damage(cut: int) -> None:
    content = JOURNALS[0].read_bytes()[:cut]
    skimmed, reading = skim(content), read(content)
    assert skimmed is not None
    assert skimmed.is_damaged is reading.is_damaged is False
    assert outcome_of(skimmed.told) == outcome(reading.records)


def test_a_changed_byte_in_the_middle_is_damage_and_what_is_before_is_told() -> None:
    content = bytearray(JOURNALS[0].read_bytes())
    content[len(content) // 2] ^= 1
    skimmed, reading = skim(bytes(content)), read(bytes(content))
    assert skimmed is not None
    assert skimmed.is_damaged
    assert reading.is_damaged
    assert outcome_of(skimmed.told) == outcome(reading.records)


def test_nothing_sound_is_no_session() -> None:
    assert skim(b"rien\n") is None
    assert skim(b"") is None


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'{"v":1,', b'{"v":2,'),
        (b'"command":{"t":"GoToAct"', b'"command":{"t":"GoToMoon"'),
        (b'"events":[{"t":"ActStarted"', b'"events":[{"t":"MoonReached"'),
        (b'{"t":"ActStarted","act":2', b'{"t":"ActStarted","act":2,"moon":1'),
    ],
    ids=["version", "command", "event", "field"],
)
def test_a_line_of_a_newer_program_is_said_to_be_newer(was: bytes, becomes: bytes) -> None:
    session, _, tape = begun()
    session.dispatch(c.GoToAct(2))
    first, second = tape.lines
    body = second.rpartition(b',"hash":"')[0]
    assert was in body
    changed = body.replace(was, becomes)
    sealed = digest(first.rpartition(b'"hash":"')[2][:32].decode(), changed)
    with pytest.raises(UnknownRecordError):
        skim(first + changed + b',"hash":"' + sealed.encode() + b'"}\n')


def test_a_journal_written_with_other_spaces_is_read_the_long_way() -> None:
    _, _, tape = begun()
    body = tape.lines[0].rpartition(b',"hash":"')[0].replace(b'"v":1,', b'"v": 1,')
    content = body + b',"hash":"' + digest("", body).encode() + b'"}\n'
    skimmed = skim(content)
    assert skimmed is not None
    assert outcome_of(skimmed.told) == outcome(read(content).records)


def test_a_session_of_many_hours_is_told_to_the_tenth_of_a_minute() -> None:
    session, clock, tape = begun()
    for _ in range(50):
        clock.advance(timedelta(minutes=7).total_seconds() + 1 / 3)
        session.dispatch(c.CountMood(0, 1))
        session.dispatch(c.GoToAct(1))
        session.dispatch(c.Undo())
    content = b"".join(tape.lines)
    skimmed = skim(content)
    assert skimmed is not None
    assert outcome_of(skimmed.told).minutes == outcome(read(content).records).minutes
