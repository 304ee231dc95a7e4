"""The pace of the game against its clock."""

from pathlib import Path

from boarded import MINUTE, Table, at_table
from builders import GAME_ACT, board, give

from game.rules import commands as g
from game.session import commands as c
from game.session.pace import Pace, turn_seconds


def test_nothing_is_told_before_three_turns_are_over(table: Table) -> None:
    assert table.pace is None
    for _ in range(2):
        table.turn()
    assert table.pace is None
    table.turn()
    assert table.pace is not None


def test_the_first_turns_are_mixed_with_usual_ones(table: Table) -> None:
    for _ in range(3):
        table.turn(3)
    # 36 minutes are left: twelve turns like the first three, eighteen usual ones
    assert table.pace == Pace(exchanges=17, more=14, rounds=4)
    assert not table.pace.is_short


def test_what_was_seen_counts_more_and_more(table: Table) -> None:
    foreseen = []
    for _ in range(9):
        table.turn(4)
        foreseen.append(turn_seconds(table.session.state))
    assert foreseen == sorted(foreseen), "each turn of four minutes brings the foreseen turn closer to four minutes"
    assert foreseen[0] < 150
    assert 180 < foreseen[-1] < 240


def test_one_long_exchange_among_short_ones_cries_no_wolf(table: Table) -> None:
    table.turn(9)
    for _ in range(2):
        table.turn(1.5)
    assert table.pace is not None
    assert not table.pace.is_short, "33 minutes are left for turns of a minute and a half"
    assert turn_seconds(table.session.state) < 180


def test_a_card_that_was_clicked_through_promises_no_endless_time(table: Table) -> None:
    table.turn(0)
    for _ in range(2):
        table.turn(3)
    assert 60 < turn_seconds(table.session.state) < 180


def test_slow_exchanges_leave_few_rounds_and_this_is_told_early(table: Table) -> None:
    for _ in range(3):
        table.turn(6)
    foreseen = table.pace
    assert foreseen is not None
    assert (foreseen.exchanges, foreseen.rounds) == (11, 2)
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
    assert table.pace == Pace(exchanges=14, more=11, rounds=3)


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
        assert table.pace.exchanges == 5  # one turn in four, and 33 minutes are left


def test_nothing_is_foreseen_once_the_time_is_over(table: Table) -> None:
    for _ in range(3):
        table.turn(16)
    assert table.pace is None
