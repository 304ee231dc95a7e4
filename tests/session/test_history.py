"""Undo, redo, back to here: across turns, dice and acts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import START, begun, entries, give, opening, step, timeless
from hypothesis import given, settings, strategies as st

from game.rules import Refusal, commands as g
from game.session import commands as c, events as e
from game.session.agenda import ActKind
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.folder import OpenFolder
from game.session.history import History, replay
from game.session.journal import Journal
from game.session.records import Record, decode, encode


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenFolder]:
    folder = begun(tmp_path)
    give(folder.session, c.GoToAct(2))
    yield folder
    folder.close()


def test_undo_takes_out_the_last_command_and_redo_puts_it_back(opened: OpenFolder) -> None:
    session = opened.session
    before = session.state
    after = give(session, g.RollDice())
    assert timeless(give(session, c.Undo())) == timeless(before)
    assert timeless(give(session, c.Redo())) == timeless(after)


def test_throwing_again_after_an_undo_gives_the_same_die_and_the_same_card(opened: OpenFolder) -> None:
    session = opened.session
    first = give(session, g.RollDice(), g.DrawCard()).game
    give(session, c.Undo(), c.Undo())
    again = give(session, g.RollDice(), g.DrawCard()).game
    assert (again.dice, again.card) == (first.dice, first.card)


def test_a_disputed_throw_is_its_own_record_and_throws_another_die(opened: OpenFolder) -> None:
    session = opened.session
    give(session, g.RollDice())
    draws = session.state.game.draws
    give(session, g.RerollDice())
    assert session.history.effective[-1].command == g.RerollDice()
    assert session.state.game.draws == draws + 1
    give(session, c.Undo())
    assert session.state.game.draws == draws, "the dispute is undone, not the first throw"


def test_undo_crosses_turns_and_acts(opened: OpenFolder) -> None:
    session = opened.session
    states = [session.state, *(give(session, step(session.state.game)) for _ in range(9))]
    states.append(give(session, c.GoToAct(3)))
    for state in reversed(states[:-1]):
        assert timeless(give(session, c.Undo())) == timeless(state)
    for state in states[1:]:
        assert timeless(give(session, c.Redo())) == timeless(state)


def test_back_to_here_undoes_all_from_there_on_and_one_redo_brings_it_back(opened: OpenFolder) -> None:
    session = opened.session
    before = session.state
    seq = session.history.effective[-1].seq + 1
    for _ in range(7):
        after = give(session, step(session.state.game))
    assert timeless(give(session, c.Undo(seq))) == timeless(before)
    assert timeless(give(session, c.Redo())) == timeless(after)


def test_a_new_command_after_an_undo_leaves_nothing_to_redo(opened: OpenFolder) -> None:
    give(opened.session, g.RollDice(), c.Undo(), g.Pass())
    assert opened.session.dispatch(c.Redo()) == Refusal("nothing_to_redo")


def test_what_begins_a_session_cannot_be_undone(opened: OpenFolder) -> None:
    give(opened.session, c.Undo())
    assert opened.session.dispatch(c.Undo()) == Refusal("nothing_to_undo")
    assert opened.session.state.current_act.kind is ActKind.WELCOME
    assert opened.session.dispatch(c.Undo(999)) == Refusal("nothing_to_undo")


def test_a_pause_survives_an_undo(opened: OpenFolder) -> None:
    give(opened.session, g.RollDice(), c.PauseSession(), c.Undo())
    assert opened.session.state.is_paused
    assert opened.session.state.game.dice == ()
    give(opened.session, c.Redo())
    assert opened.session.state.is_paused
    assert opened.session.state.game.dice != ()


def test_what_was_undone_stays_readable_in_the_journal(opened: OpenFolder) -> None:
    give(opened.session, g.RollDice(), c.Undo())
    lines = opened.session.journal.path.read_text(encoding="utf-8").splitlines()
    assert '"RollDice"' in lines[-2]
    assert '"Undone"' in lines[-1]


def test_a_team_that_entered_can_be_undone(opened: OpenFolder) -> None:
    before = opened.session.state
    give(opened.session, c.EnterTeam(e.TeamEntry("d", "Les Tard Venus", "boat", 2)))
    assert "d" in opened.session.state.game.teams
    assert timeless(give(opened.session, c.Undo())) == timeless(before)


class Memory(Journal):
    """A journal that keeps its records and writes nothing."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.records: list[Record] = []

    def append(self, record: Record) -> None:
        self.records.append(decode(encode(record, "")[0], "")[0])


def in_memory() -> tuple[Session, ManualClock, Memory]:
    clock, journal = ManualClock(START), Memory()
    command = c.OpenSession(opening(), entries())
    return Session.begin(command, journal, clock), clock, journal


ANY_COMMAND: st.SearchStrategy[Any] = st.one_of(
    st.just("step"),
    st.just("step"),
    st.just("step"),
    st.builds(c.GoToAct, st.integers(0, 4)),
    st.builds(c.TurnPage, st.integers(0, 3)),
    st.builds(c.CountMood, st.integers(0, 4), st.integers(0, 9)),
    st.builds(c.SetNextStep, st.sampled_from("abc"), st.sampled_from(("emploi", "sante")), st.text(max_size=9)),
    st.builds(c.ChangeWord, st.integers(0, 2), st.text(max_size=9)),
    st.builds(g.LeaveGame, st.sampled_from("abcd")),
    st.sampled_from("abcd").map(lambda team: c.EnterTeam(e.TeamEntry(team, "Nous", "bird", 3))),
    st.sampled_from((c.PauseSession(), c.ResumeSession(), c.Undo(), c.Redo(), c.LastRound())),
    st.sampled_from((g.Pass(), g.RerollDice(), g.SwapCard())),
    st.builds(c.Undo, st.integers(1, 40)),
)


@settings(max_examples=150)
@given(st.lists(st.tuples(ANY_COMMAND, st.integers(0, 90)), max_size=40))
def test_undo_then_redo_changes_nothing_and_a_replay_gives_the_same_state(script: list[tuple[Any, int]]) -> None:
    session, clock, journal = in_memory()
    give(session, c.GoToAct(2))
    for command, seconds in script:
        clock.advance(seconds)
        session.dispatch(step(session.state.game) if command == "step" else command)
        if session.refusal(c.Undo()) is None:
            before = session.state
            give(session, c.Undo(), c.Redo())
            assert timeless(session.state) == timeless(before)
            assert session.state.elapsed(session.now) == before.elapsed(session.now)
    again: History = replay(journal.records)
    assert again.state == session.state
    assert [record.seq for record in again.effective] == [record.seq for record in session.history.effective]
