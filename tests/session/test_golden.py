"""Sessions saved one day, replayed ever after."""

import json
from pathlib import Path

import pytest
from make_golden import GOLDEN, summary

from game.session import commands as c
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.history import replay
from game.session.journal import Journal, Reading, read

JOURNALS = sorted(GOLDEN.glob("*.jsonl"))


def saved(path: Path) -> Reading:
    reading = read(path.read_bytes())
    assert not reading.torn
    return reading


def expected(path: Path) -> object:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_the_golden_sessions_hold_what_happens_in_a_room() -> None:
    commands = {type(record.command).__name__ for path in JOURNALS for record in saved(path).records}
    assert commands >= {
        *("Undo", "Redo", "RerollDice", "HelpTeam", "SwapCard", "Pass", "LeaveGame", "EnterTeam", "PauseSession"),
        *("FollowEffect", "RevealAnswer", "ChangeWord", "CountMood", "SetNextStep", "CloseSession"),
    }


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_folding_what_happened_gives_the_state_that_the_room_saw(path: Path) -> None:
    assert summary(replay(saved(path).records).state) == expected(path)


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_giving_the_commands_again_makes_the_same_events(path: Path, tmp_path: Path) -> None:
    first, *others = saved(path).records
    clock = ManualClock(first.at)
    assert isinstance(first.command, c.OpenSession)
    session = Session.begin(first.command, Journal(tmp_path / "journal.jsonl"), clock)
    assert session.history.effective[0].events == first.events
    for record in others:
        clock.advance((record.at - clock.now()).total_seconds())
        assert session.dispatch(record.command) == record.events, record.seq
    assert summary(session.state) == expected(path)
    session.journal.close()
