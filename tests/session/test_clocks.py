"""Times are of session: they run while nobody has paused and the program is open."""

from datetime import timedelta
from pathlib import Path

import pytest
from builders import START, begun, give

from game.rules import commands as g
from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.folder import OpenFolder


def act_times(opened: OpenFolder) -> tuple[float, ...]:
    return opened.session.state.act_seconds


def killed(opened: OpenFolder) -> Path:
    """Let a program die: nothing is signed, only the lock goes with the process."""
    opened.session.journal.close()
    opened.lock.release()
    return opened.path


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
def opened(tmp_path: Path, clock: ManualClock) -> OpenFolder:
    return begun(tmp_path, clock)


def test_each_act_counts_its_own_time_and_a_second_stay_adds_up(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    for seconds, act in ((60, 1), (30, 2), (500, 1), (20, 2)):
        clock.advance(seconds)
        give(session, c.GoToAct(act))
    clock.advance(100)
    assert act_times(opened)[:3] == (60, 50, 500)
    assert session.state.in_act(session.now) == 600
    assert session.state.act_left(session.now) == 45 * 60 - 600


def test_the_time_left_goes_below_zero_and_nothing_else_happens(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(10 * 60 + 1)
    assert opened.session.state.act_left(opened.session.now) == -1
    assert opened.session.state.act == 0


def test_a_pause_counts_for_nothing(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    clock.advance(60)
    give(session, c.PauseSession())
    clock.advance(3600)
    assert session.state.elapsed(session.now) == 60
    give(session, c.ResumeSession())
    clock.advance(5)
    assert session.state.elapsed(session.now) == 65


def test_a_pause_counts_for_nothing_even_if_what_came_before_is_undone(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    clock.advance(60)
    give(session, c.GoToAct(2), g.RollDice())
    clock.advance(10)
    give(session, c.PauseSession())
    clock.advance(3600)
    give(session, c.ResumeSession(), c.Undo(), c.Undo())
    assert session.state.elapsed(session.now) == 70


def test_the_time_of_an_act_that_is_undone_goes_to_the_act_it_came_from(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    clock.advance(60)
    give(session, c.GoToAct(2))
    clock.advance(10)
    give(session, c.Undo())
    assert session.state.in_act(session.now) == 70


def test_time_away_after_a_close_is_not_counted(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    opened.close()
    clock.advance(86400)
    again = folder.reopen(opened.path, clock)
    clock.advance(7)
    assert again.session.state.elapsed(again.session.now) == 67
    again.close()


def test_time_away_after_a_kill_begins_at_the_last_sign_of_life(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    opened.sign()
    clock.advance(4)
    killed(opened)
    clock.advance(3600)
    again = folder.reopen(opened.path, clock)
    assert again.session.state.elapsed(again.session.now) == 60
    again.close()


@pytest.mark.parametrize("sign", [None, b"", b"\xff\xfe", b"hier", b"2026-11-23T14:0"])
def test_without_a_sign_of_life_time_away_begins_at_the_last_record(
    opened: OpenFolder, clock: ManualClock, sign: bytes | None
) -> None:
    clock.advance(60)
    give(opened.session, c.GoToAct(1))
    clock.advance(30)
    path = killed(opened)
    if sign is not None:
        (path / "dernier-signe.txt").write_bytes(sign)
    again = folder.reopen(path, clock)
    assert again.session.state.elapsed(again.session.now) == 60
    again.close()


def test_time_away_during_a_pause_is_not_taken_away_twice(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    give(opened.session, c.PauseSession())
    opened.close()
    clock.advance(3600)
    again = folder.reopen(opened.path, clock)
    assert again.session.state.is_paused
    give(again.session, c.ResumeSession())
    assert again.session.state.elapsed(again.session.now) == 60
    again.close()


def test_undoing_across_an_interruption_does_not_count_the_time_away(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    give(opened.session, c.GoToAct(1))
    opened.close()
    clock.advance(3600)
    again = folder.reopen(opened.path, clock)
    give(again.session, c.Undo())
    assert again.session.state.elapsed(again.session.now) == 60
    assert again.session.state.act == 0
    again.close()


def test_a_clock_set_back_never_takes_time_away_nor_counts_it_twice(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    clock.advance(600)
    give(session, c.GoToAct(1))
    clock.advance(-300)
    assert session.state.elapsed(session.now) == 600
    give(session, c.GoToAct(2))
    assert session.state.elapsed(session.now) == 600
    clock.advance(330)
    assert session.state.elapsed(session.now) == 630
    opened.close()


def test_a_session_reopened_on_a_clock_that_is_late_goes_on(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    give(opened.session, c.GoToAct(1))
    opened.close()
    again = folder.reopen(opened.path, ManualClock(START - timedelta(days=2)))
    assert again.session.state.elapsed(again.session.now) == 60
    again.close()


def test_the_talk_about_a_card_is_timed(opened: OpenFolder, clock: ManualClock) -> None:
    session = opened.session
    give(session, c.GoToAct(2), g.RollDice((1,)), g.DrawCard())
    clock.advance(200)
    assert session.state.on_card(session.now) == 200
    give(session, g.FinishExchange())
    clock.advance(15)
    assert give(session, g.LayBrick("clé")).exchanges[0].seconds == 200


def test_a_closed_session_keeps_its_time(opened: OpenFolder, clock: ManualClock) -> None:
    clock.advance(60)
    give(opened.session, c.CloseSession())
    clock.advance(60)
    assert opened.session.state.elapsed(opened.session.now) == 60
    assert act_times(opened)[0] == 60
    opened.close()


def test_what_the_room_saw_is_what_a_resume_gives_to_the_microsecond(tmp_path: Path) -> None:
    clock = ManualClock(START)
    opened = begun(tmp_path, clock)
    clock.advance(1.234567)
    seen = give(opened.session, c.GoToAct(2), g.RollDice())
    path = killed(opened)
    assert folder.summary(path).state == seen
