"""What takes care of the room in a session: to breathe, the cadre again, the poll; and journals from before it all."""

import json
from pathlib import Path
from typing import Any

import pytest
from builders import ACTS, GAME_ACT, START, begun, give

from game.rules import Refusal, commands as g
from game.session import commands as c, folder
from game.session.agenda import Act, ActKind, PollQuestion
from game.session.clock import ManualClock
from game.session.codec import from_json, to_json
from game.session.dispatch import Session
from game.session.following import next_command
from game.session.state import SessionState

POLL = tuple(PollQuestion(f"Question {index}", ("Oui", "Un peu", "Non")) for index in (1, 2, 3))
MOOD_ACT, CLOSING_ACT = 1, 4


def going(session: Session) -> SessionState:
    """Do what any next does, once."""
    command = next_command(session.state, session.now)
    assert command is not None
    give(session, command)
    return session.state


def at_board(path: Path, clock: ManualClock | None = None, **changes: Any) -> Session:  # noqa: ANN401 - of the opening
    session = begun(path, clock, **changes).session
    give(session, c.GoToAct(GAME_ACT))
    return session


def test_to_breathe_stops_the_clocks_for_as_long_as_it_takes_and_any_next_brings_the_room_back(tmp_path: Path) -> None:
    clock = ManualClock(START)
    session = at_board(tmp_path, clock)
    clock.advance(60)
    give(session, c.PauseSession("breath"))
    left = session.state.act_left(session.now)
    clock.advance(3600)
    assert session.state.is_breathing
    assert session.state.act_left(session.now) == left
    assert session.dispatch(g.RollDice((3,))) == Refusal("paused"), "nothing is played while the room breathes"
    assert not going(session).is_paused
    assert session.state.act_left(session.now) == left


def test_a_pause_may_become_a_breath(tmp_path: Path) -> None:
    session = at_board(tmp_path)
    give(session, c.PauseSession(), c.PauseSession("breath"))
    assert session.state.is_breathing
    assert session.refusal(c.PauseSession("breath")) == Refusal("paused")


def test_the_cadre_comes_back_page_by_page_then_the_room_is_where_it_was(tmp_path: Path) -> None:
    session = at_board(tmp_path)
    give(session, g.RollDice((1,)), g.DrawCard())
    card = session.state.game.card
    give(session, c.ShowInterlude("cadre"))
    assert session.refusal(g.FinishExchange()) == Refusal("interlude")
    assert going(session).interlude_page == 1, "the second sentence of the welcome"
    assert going(session).interlude == ""
    assert session.state.game.card == card, "the card is on the table as it was"
    assert session.refusal(c.ShowInterlude("cadre", 9)) == Refusal("no_cadre")


def test_an_undo_leaves_the_cadre_and_takes_out_what_was_decided(tmp_path: Path) -> None:
    session = at_board(tmp_path)
    give(session, g.RollDice((1,)), c.ShowInterlude("cadre"), c.Undo())
    assert session.state.interlude == "cadre"
    assert session.state.game.before_roll is None


def test_to_go_to_an_act_ends_what_the_room_saw_over_it(tmp_path: Path) -> None:
    session = at_board(tmp_path)
    give(session, c.ShowInterlude("help"), c.GoToAct(CLOSING_ACT))
    assert session.state.interlude == ""


def test_a_format_without_a_welcome_has_no_cadre(tmp_path: Path) -> None:
    session = begun(tmp_path, acts=ACTS[1:]).session
    assert session.refusal(c.ShowInterlude("cadre")) == Refusal("no_cadre")
    assert session.refusal(c.ShowInterlude("help")) is None


def pages(session: Session) -> list[str]:
    """Go to the end, and tell what each page asks: the mood, a question of the poll, a comparison, or nothing."""
    seen = []
    while not session.state.is_closed:
        state = session.state
        asked = f"{state.poll_asked[0]} {state.poll_asked[1]}" if state.poll_asked else ""
        compared = f"compare {state.poll_compared}" if state.poll_compared is not None else ""
        mood = f"mood {state.mood_moment}" if state.mood_moment else ""
        seen.append(asked or compared or mood or state.page_kind)
        if state.is_on_board:
            give(session, c.GoToAct(GAME_ACT + 1))
        else:
            going(session)
    return [page for page in seen if page]


def test_the_poll_is_asked_before_the_game_and_in_the_closing_where_it_is_compared(tmp_path: Path) -> None:
    session = begun(tmp_path, teams="a", poll=POLL).session
    assert pages(session) == [
        *("mood in", "before 0", "before 1", "before 2"),
        *("wall", "step", "mood out", "after 0", "after 1", "after 2", "compare 0", "compare 1", "compare 2", "end"),
    ]


def test_without_a_poll_nothing_is_asked(tmp_path: Path) -> None:
    session = begun(tmp_path, teams="a").session
    assert pages(session) == ["mood in", "wall", "step", "mood out", "end"]


def test_hands_are_counted_for_the_question_on_the_screen_alone(tmp_path: Path) -> None:
    session = begun(tmp_path, poll=POLL).session
    assert session.refusal(c.CountPoll(0, 0, 1)) == Refusal("no_poll_asked")
    give(session, c.GoToAct(MOOD_ACT), c.TurnPage(1), c.CountPoll(0, 2, 7), c.CountPoll(0, 2, 6))
    assert session.refusal(c.CountPoll(1, 0, 1)) == Refusal("no_poll_asked"), "another question is on the screen"
    assert session.refusal(c.CountPoll(0, 3, 1)) == Refusal("wrong_count", {"most": 99}), "there are three answers"
    assert session.refusal(c.CountPoll(0, 0, 100)) == Refusal("wrong_count", {"most": 99})
    assert session.state.polls == {"before": ((0, 0, 6), (0, 0, 0), (0, 0, 0))}
    give(session, c.Undo())
    assert session.state.poll_counts("before", 0) == (0, 0, 7)


def test_a_session_with_all_this_is_the_same_once_it_is_read_again(tmp_path: Path) -> None:
    clock = ManualClock(START)
    opened = begun(tmp_path, clock, poll=POLL, audiences=("entreprises",), left_out=("sante",), sensitivity=2)
    give(opened.session, c.GoToAct(MOOD_ACT), c.TurnPage(1), c.CountPoll(0, 1, 4), c.ShowInterlude("cadre", 1))
    give(opened.session, c.PauseSession("breath"))
    before = opened.session.state
    opened.close()
    again = folder.reopen(opened.path, clock)
    after = again.session.state
    assert after.opening == before.opening
    assert (after.polls, after.interlude, after.interlude_page) == (before.polls, "cadre", 1)
    assert after.is_breathing
    again.close()


@pytest.mark.parametrize("name", ["audiences", "sensitivity", "left_out", "poll"])
def test_a_journal_from_before_these_choices_still_reads(tmp_path: Path, name: str) -> None:
    opening = begun(tmp_path).session.state.opening
    written = json.loads(json.dumps(opening, default=to_json))
    del written[name]
    assert getattr(from_json(written), name) == type(opening).__dataclass_fields__[name].default


def test_a_pause_from_before_the_breath_still_reads() -> None:
    assert from_json({"t": "PauseSession"}) == c.PauseSession()
    assert Act(ActKind.MOOD, 5) == from_json({"t": "Act", "kind": "meteo", "minutes": 5})
