from builders import board, deck, game, no_chance, play, throw

from game.rules import Phase, Refusal, commands as g, decide
from game.rules.board import Wait


def test_a_team_joins_during_the_game_from_the_start_and_plays_last() -> None:
    state = play(game(board()), throw(4), g.JoinGame("c"), throw(1))
    assert (state.turn, state.positions["c"]) == ("c", 0)


def test_up_to_eight_teams_play() -> None:
    state = game(board(), "abcdefgh")
    assert decide(state, g.JoinGame("i"), no_chance) == Refusal("too_many_teams", {"most": 8})


def test_a_team_joins_once() -> None:
    assert decide(game(board()), g.JoinGame("a"), no_chance) == Refusal("team_exists", {"team": "a"})


def test_the_last_team_stays() -> None:
    assert decide(game(board(), "a"), g.LeaveGame("a"), no_chance) == Refusal("last_team")
    assert decide(game(board()), g.LeaveGame("z"), no_chance) == Refusal("unknown_team", {"team": "z"})


def test_a_team_that_leaves_in_its_turn_gives_it_to_the_next_one() -> None:
    for gone, following in (("a", "b"), ("b", "c"), ("c", "a")):
        state = game(board(), "abc", turn=gone)
        assert play(state, g.LeaveGame(gone)).turn == following


def test_a_team_that_leaves_out_of_its_turn_leaves_the_turn_where_it_is() -> None:
    state = play(game(board(), "abc"), throw(1), g.LeaveGame("a"))
    assert (state.turn, state.teams, set(state.positions)) == ("b", ("b", "c"), {"b", "c"})


def test_the_bricks_of_a_team_that_left_stay_in_the_wall() -> None:
    state = game(board(themes={1: "sante"}), cards=deck("sante"))
    state = play(state, throw(1), g.DrawCard(), g.FinishExchange(), g.LayBrick("soin"), g.LeaveGame("a"))
    assert [brick.word for brick in state.bricks] == ["soin"]


def test_a_team_that_leaves_with_a_card_on_the_table_lets_the_next_one_begin_afresh() -> None:
    state = play(game(board(themes={1: "sante"}), cards=deck("sante")), throw(1), g.DrawCard(), g.LeaveGame("a"))
    assert (state.turn, state.phase, state.card) == ("b", Phase.READY, "")


def test_a_team_that_leaves_while_the_next_one_waits_lets_that_wait_be_spent() -> None:
    state = play(game(board(effects={3: Wait(1)}), "abc"), throw(1), throw(3), g.FollowEffect())
    assert state.turn == "c"
    state = play(state, throw(1), g.LeaveGame("a"))
    assert state.turn == "c"
    assert not state.waits


def test_a_throw_cannot_be_disputed_once_its_team_has_left() -> None:
    state = play(game(board(), "abc"), throw(2), g.LeaveGame("a"))
    assert decide(state, g.RerollDice(), no_chance) == Refusal("nothing_to_reroll")


def test_a_team_that_comes_back_starts_again() -> None:
    state = play(game(board(), "abc"), throw(5), g.LeaveGame("a"), g.JoinGame("a"))
    assert (state.positions["a"], state.teams) == (0, ("b", "c", "a"))
