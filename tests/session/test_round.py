"""The last round: who still plays in it, and when it is over."""

from collections.abc import Iterator
from pathlib import Path

from boarded import Table, at_table
from builders import GAME_ACT, board, give, timeless

from game.rules import Board, Phase, Refusal, commands as g
from game.rules.board import ExtraTurn, Options, Wait
from game.session import commands as c, events as e
from game.session.following import next_command
from game.session.history import replay
from game.session.pace import round_from_here


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


def last_team_at_table(tmp_path: Path) -> Iterator[Table]:
    """Go to the last team's turn of a last round, on a board where a six gives another turn."""
    on = board(30)
    for table in at_table(tmp_path, Board(on.id, on.squares, options=Options(extra_turn=ExtraTurn.HIGHEST))):
        give(table.session, c.LastRound())
        for _ in range(2):
            table.turn()
        assert table.left == ("c",)
        yield table


def test_an_extra_turn_of_the_last_team_is_waited_for(tmp_path: Path) -> None:
    for table in last_team_at_table(tmp_path):
        table.turn(die=6)
        assert table.session.state.game.turn == "c"
        assert not table.is_over, "the last team earned another turn and did not get it"
        table.turn(die=6)
        assert not table.is_over, "it earned one more"
        table.turn(die=1)
        assert table.is_over


def test_an_extra_turn_earned_before_the_last_round_is_called_is_waited_for(tmp_path: Path) -> None:
    on = board(30, themes={6: "emploi"})
    for table in at_table(tmp_path, Board(on.id, on.squares, options=Options(extra_turn=ExtraTurn.HIGHEST))):
        for _ in range(2):
            table.turn()
        give(table.session, g.RollDice((6,)), g.DrawCard(), c.LastRound(), g.FinishExchange(), g.LayBrick())
        assert table.session.state.game.turn == "c"
        assert not table.is_over
        table.turn()
        assert table.is_over


def test_a_throw_made_again_takes_back_the_extra_turn_and_gives_back_the_turn(tmp_path: Path) -> None:
    for table in last_team_at_table(tmp_path):
        give(table.session, g.RollDice((6,)), g.RerollDice((2,)))
        assert table.session.state.game.turn == "a"
        assert table.is_over


def test_a_throw_of_the_team_before_the_last_made_again_does_not_cost_the_last_one_its_turn(table: Table) -> None:
    give(table.session, c.LastRound())
    give(table.session, g.RollDice((1,)), g.DrawCard(), g.FinishExchange(), g.LayBrick())
    give(table.session, g.RollDice((1,)), g.RerollDice((2,)), g.DrawCard(), g.FinishExchange(), g.LayBrick())
    assert table.left == ("c",)
    assert not table.is_over


def test_a_throw_made_again_after_the_turn_was_passed_on_leaves_the_round_as_long(tmp_path: Path) -> None:
    for table in at_table(tmp_path, board(30)):
        give(table.session, c.LastRound(), g.RollDice((1,)), g.RollDice((1,)))
        assert table.left == ("c",)
        give(table.session, g.RerollDice((2,)))
        assert table.left == ("c",)
        assert not table.is_over, "the last team has not played yet"


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
