"""The pace of the game against its clock, and the last round."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import GAME_ACT, START, begun, board, deck, give, timeless

from game.rules import Board, Phase, Refusal, commands as g
from game.rules.board import ExtraTurn, Options, Wait
from game.session import commands as c, events as e
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.following import is_time_for_next_act, next_command
from game.session.history import replay
from game.session.pace import Pace, pace, round_from_here

MINUTE = 60


class Table:
    """A session at its board, and the time that its turns take."""

    def __init__(self, session: Session, clock: ManualClock) -> None:
        self.session, self.clock = session, clock

    def turn(self, minutes: float = 3, die: int = 1) -> None:
        give(self.session, g.RollDice((die,)))
        if self.session.state.game.phase is Phase.LANDED:
            give(self.session, g.DrawCard())
        self.clock.advance(minutes * MINUTE)
        if self.session.state.game.phase is Phase.CARD:
            give(self.session, g.FinishExchange(), g.LayBrick())

    @property
    def pace(self) -> Pace | None:
        return pace(self.session.state, self.session.now)

    @property
    def left(self) -> tuple[str, ...] | None:
        return self.session.state.last_round

    @property
    def is_over(self) -> bool:
        return is_time_for_next_act(self.session.state, self.session.now)


ALL_THEMED = board(30, themes=dict.fromkeys(range(1, 31), "emploi"))


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Begin a session of three teams and 45 minutes of game, every square with a theme."""
    yield from at_table(tmp_path, ALL_THEMED)


def at_table(tmp_path: Path, on: Board, **changes: object) -> Iterator[Table]:
    clock = ManualClock(START)
    folder = begun(tmp_path, clock, board=on, cards=deck("emploi", each=20), **changes)
    give(folder.session, c.GoToAct(GAME_ACT))
    yield Table(folder.session, clock)
    folder.close()


def test_nothing_is_told_before_three_turns_are_over(table: Table) -> None:
    assert table.pace is None
    for _ in range(2):
        table.turn()
    assert table.pace is None
    table.turn()
    assert table.pace is not None


def test_the_turns_to_come_last_as_long_as_those_before(table: Table) -> None:
    for _ in range(3):
        table.turn(3)
    # 36 minutes are left: twelve turns, the present one among them
    assert table.pace == Pace(exchanges=15, more=12, rounds=4)
    assert not table.pace.is_short


def test_slow_exchanges_leave_few_rounds_and_this_is_told_early(table: Table) -> None:
    for _ in range(3):
        table.turn(6)
    foreseen = table.pace
    assert foreseen is not None
    assert (foreseen.exchanges, foreseen.rounds) == (8, 1)
    assert foreseen.is_short


def test_when_some_teams_will_not_play_again_no_whole_turn_is_left(table: Table) -> None:
    for _ in range(3):
        table.turn(14)
    assert table.pace == Pace(exchanges=4, more=1, rounds=0)


def test_a_turn_that_lasts_already_takes_less_of_what_is_left(table: Table) -> None:
    for _ in range(3):
        table.turn(5)
    before = table.pace
    table.clock.advance(4 * MINUTE)
    assert before is not None
    assert table.pace == before, "the present turn was counted with its five minutes from the start"
    table.clock.advance(10 * MINUTE)
    assert table.pace is not None
    assert table.pace.exchanges < before.exchanges


def test_the_rules_of_the_game_being_read_are_no_turn(table: Table) -> None:
    table.clock.advance(9 * MINUTE)
    for _ in range(3):
        table.turn(3)
    # 27 minutes are left
    assert table.pace == Pace(exchanges=12, more=9, rounds=3)


def test_a_pause_and_another_act_are_no_time_of_the_game(table: Table) -> None:
    for _ in range(3):
        table.turn(3)
    before = table.pace
    give(table.session, c.PauseSession())
    table.clock.advance(20 * MINUTE)
    give(table.session, c.ResumeSession(), c.GoToAct(1))
    assert table.pace is None
    table.clock.advance(20 * MINUTE)
    give(table.session, c.GoToAct(GAME_ACT))
    assert table.pace == before


def test_turns_without_an_exchange_make_fewer_exchanges(tmp_path: Path) -> None:
    for table in at_table(tmp_path, board(30, themes={2: "emploi"})):
        table.turn(3, die=2)
        for _ in range(3):
            table.clock.advance(3 * MINUTE)
            give(table.session, g.RollDice((1,)))
        assert table.pace is not None
        assert table.pace.exchanges == 4  # one turn in four, and 33 minutes are left


def test_nothing_is_foreseen_once_the_time_is_over(table: Table) -> None:
    for _ in range(3):
        table.turn(16)
    assert table.pace is None


def test_the_last_round_ends_before_the_team_that_plays_first(table: Table) -> None:
    table.turn()
    give(table.session, c.LastRound())
    assert table.left == ("b", "c")
    assert table.pace is None
    table.turn()
    assert table.left == ("c",)
    assert not table.is_over
    table.turn()
    assert table.left == ()
    assert table.is_over
    assert next_command(table.session.state, table.session.now) == c.GoToAct(GAME_ACT + 1)


def test_called_at_the_start_of_a_round_it_is_a_whole_round(table: Table) -> None:
    give(table.session, c.LastRound())
    for _ in range(3):
        assert not table.is_over
        table.turn()
    assert table.is_over


def test_the_last_round_is_called_in_the_middle_of_an_exchange_too(table: Table) -> None:
    give(table.session, g.RollDice((1,)), g.DrawCard(), c.LastRound(), g.FinishExchange(), g.LayBrick())
    assert table.left == ("b", "c")


def test_one_may_play_on_after_it_and_each_turn_asks_again(table: Table) -> None:
    give(table.session, c.LastRound())
    for _ in range(3):
        table.turn()
    table.turn()
    assert table.left == ()
    assert table.is_over


def test_it_is_called_once_on_the_board_and_never_during_a_pause(table: Table) -> None:
    session = table.session
    give(session, c.LastRound())
    assert session.dispatch(c.LastRound()) == Refusal("last_round_called")
    give(session, c.GoToAct(1))
    assert session.dispatch(c.LastRound()) == Refusal("not_in_game")
    give(session, c.GoToAct(GAME_ACT))
    assert table.left is None, "to come back to the game is to play again"
    give(session, c.PauseSession())
    assert session.dispatch(c.LastRound()) == Refusal("paused")


def test_it_can_be_undone_and_done_again(table: Table) -> None:
    before = table.session.state
    called = give(table.session, c.LastRound())
    assert timeless(give(table.session, c.Undo())) == timeless(before)
    assert timeless(give(table.session, c.Redo())) == timeless(called)
    assert replay(table.session.history.effective).state.last_round == ("a", "b", "c")


def test_a_team_that_leaves_is_not_waited_for(table: Table) -> None:
    give(table.session, c.LastRound(), g.LeaveGame("b"))
    assert table.left == ("a", "c")
    give(table.session, g.LeaveGame("a"))
    assert table.left == ("c",)
    table.turn()
    assert table.is_over


def test_a_team_that_arrives_during_the_last_round_does_not_make_it_longer(table: Table) -> None:
    give(table.session, c.LastRound(), c.EnterTeam(e.TeamEntry("d", "Les Tard Venus", "boat", 2)))
    for _ in range(3):
        table.turn()
    assert table.is_over


def test_a_team_that_waits_is_passed_over(tmp_path: Path) -> None:
    for table in at_table(tmp_path, board(30, effects={2: Wait(1)})):
        for die in (1, 2):
            table.turn(die=die)
            while table.session.state.game.phase is Phase.EFFECT:
                give(table.session, g.FollowEffect())
        table.turn()
        give(table.session, c.LastRound())
        table.turn(die=3)
        assert table.left == ("c",)
        table.turn(die=3)
        assert table.is_over


def test_an_extra_turn_is_in_the_round(tmp_path: Path) -> None:
    on = board(30)
    extra = Board(on.id, on.squares, options=Options(extra_turn=ExtraTurn.HIGHEST))
    for table in at_table(tmp_path, extra):
        give(table.session, c.LastRound(), g.RollDice((6,)))
        assert table.session.state.game.turn == "a"
        assert table.left == ("a", "b", "c")


def test_the_round_follows_the_order_of_the_board(tmp_path: Path) -> None:
    on = board(30)
    for table in at_table(tmp_path, Board(on.id, on.squares, options=Options(reversed_order=True))):
        first = table.session.state.game.turn
        assert round_from_here(table.session.state.game)[0] == first
        give(table.session, c.LastRound())
        while not table.is_over:
            table.turn()
        played = table.session.state.turns_over
        assert 1 <= played <= 3
