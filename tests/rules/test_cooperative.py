from builders import board, deck, game, no_chance, play, throw

from game.rules import SHARED_PAWN, Refusal, commands as g, decide
from game.rules.board import Relay, Wait


def test_all_teams_move_one_pawn_in_turn() -> None:
    state = play(game(board(), "abc", cooperative=True), throw(2), throw(3), throw(1))
    assert dict(state.positions) == {SHARED_PAWN: 6}
    assert state.turn == "a"
    assert [state.position_of(team) for team in "abc"] == [6, 6, 6]


def test_a_team_that_joins_or_leaves_does_not_move_the_pawn() -> None:
    state = play(game(board(), cooperative=True), throw(4), g.JoinGame("c"), g.LeaveGame("a"))
    assert (dict(state.positions), state.teams) == ({SHARED_PAWN: 4}, ("b", "c"))


def test_while_the_shared_pawn_waits_no_team_is_skipped_and_each_one_draws() -> None:
    state = game(board(effects={3: Wait(2)}), cards=deck("sante"), cooperative=True)
    state = play(state, throw(3), g.FollowEffect())
    for team in "ba":
        assert state.turn == team
        assert decide(state, g.RollDice(), no_chance) == Refusal("waiting", {"team": team})
        state = play(state, g.DrawCard(), g.FinishExchange(), g.LayBrick())
    assert not state.waits
    assert play(state, throw(1)).positions[SHARED_PAWN] == 4


def test_passing_spends_the_shared_wait_too() -> None:
    state = play(game(board(effects={3: Wait(1)}), cooperative=True), throw(3), g.FollowEffect(), g.Pass())
    assert not state.waits


def test_swapping_the_card_drawn_while_waiting_spends_no_second_turn() -> None:
    state = game(board(effects={3: Wait(2)}), cards=deck("sante"), cooperative=True)
    state = play(state, throw(3), g.FollowEffect(), g.DrawCard(), g.SwapCard(), g.Pass())
    assert state.waits[SHARED_PAWN].turns == 1


def test_a_team_may_help_the_shared_pawn_out_of_a_relay() -> None:
    state = play(game(board(effects={3: Relay(2)}), cooperative=True), throw(3), g.FollowEffect(), g.HelpTeam("a"))
    assert not state.waits
    assert play(state, throw(1)).positions[SHARED_PAWN] == 4


def test_once_the_shared_pawn_is_home_all_teams_go_on_with_exchanges() -> None:
    state = play(game(board(3), cards=deck("sante"), cooperative=True), throw(6))
    for team in "ba":
        assert state.turn == team
        state = play(state, g.DrawCard(), g.FinishExchange(), g.LayBrick())
    assert len(state.bricks) == 2
