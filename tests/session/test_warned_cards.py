"""A card with a warning waits for the facilitator before the room sees it."""

from pathlib import Path

import pytest
from builders import GAME_ACT, begun, give

from game.rules import Phase, Refusal, commands as g
from game.session import commands as c
from game.session.dispatch import Session
from game.session.following import next_command
from game.session.history import replay
from game.session.journal import read
from game.session.room import page_shown
from game.session.views import BoardView, CardView, ComingView

DECK = ("emploi-1", "emploi-2", "emploi-3", "logement-1", "logement-2", "logement-3")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Draw a card that has a warning."""
    session = begun(tmp_path, warned=DECK).session
    give(session, c.GoToAct(GAME_ACT), g.RollDice((1,)), g.DrawCard())
    return session


def test_the_room_does_not_see_a_card_with_a_warning_when_it_is_drawn(session: Session) -> None:
    assert session.state.game.phase is Phase.CARD
    assert page_shown(session.state) is ComingView


def test_the_big_action_shows_it(session: Session) -> None:
    command = next_command(session.state, session.now)
    assert command == c.ShowCard()
    give(session, c.ShowCard())
    assert page_shown(session.state) is CardView
    assert next_command(session.state, session.now) != c.ShowCard()


@pytest.mark.parametrize("command", [g.RevealAnswer(), g.FinishExchange()])
def test_nothing_is_done_with_a_card_that_nobody_has_seen(session: Session, command: g.GameCommand) -> None:
    assert session.dispatch(command) == Refusal("card_hidden")


def test_passing_before_it_is_shown_is_free_and_the_next_team_plays(session: Session) -> None:
    state = give(session, g.Pass())
    assert (state.game.turn, page_shown(state)) == ("b", BoardView)
    assert state.exchanges == ()


def test_another_card_waits_too_when_it_has_a_warning(session: Session) -> None:
    first = session.state.game.card
    state = give(session, g.SwapCard())
    assert state.game.card != first
    assert state.is_card_hidden


def test_a_card_drawn_after_one_that_was_shown_is_hidden_again(session: Session) -> None:
    state = give(session, c.ShowCard(), g.SwapCard())
    assert state.is_card_hidden


def test_the_talk_is_counted_from_when_the_room_sees_it(session: Session) -> None:
    session.clock.advance(60)  # type: ignore[attr-defined]  # the clock of `begun` is moved by hand
    give(session, c.ShowCard())
    session.clock.advance(90)  # type: ignore[attr-defined]
    state = give(session, g.FinishExchange(), g.LayBrick("tenir"))
    assert [exchange.seconds for exchange in state.exchanges] == [90]


def test_a_card_without_a_warning_shows_at_once(tmp_path: Path) -> None:
    session = begun(tmp_path).session
    state = give(session, c.GoToAct(GAME_ACT), g.RollDice((1,)), g.DrawCard())
    assert page_shown(state) is CardView
    assert session.dispatch(c.ShowCard()) == Refusal("no_card_to_show")


def test_showing_is_a_record_that_undo_takes_back_and_a_resume_reads(tmp_path: Path) -> None:
    opened = begun(tmp_path, warned=DECK)
    give(opened.session, c.GoToAct(GAME_ACT), g.RollDice((1,)), g.DrawCard(), c.ShowCard())
    opened.close()
    history = replay(read((opened.path / "journal.jsonl").read_bytes()).records)
    assert not history.state.is_card_hidden
    assert history.states[-2].is_card_hidden


def test_undo_hides_the_card_again(session: Session) -> None:
    give(session, c.ShowCard(), c.Undo())
    assert session.state.is_card_hidden
