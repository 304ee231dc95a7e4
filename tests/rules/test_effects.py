import pytest
from builders import board, deck, game, no_chance, play, throw

from game.rules import Phase, Refusal, commands as g, decide
from game.rules.board import Back, DrawKind, Effect, Forward, GoTo, Relay, RollAgain, Wait
from game.rules.events import PawnFreed, WaitSpent
from game.rules.movement import MOST_EFFECTS_A_TURN


@pytest.mark.parametrize(
    ("effect", "rests_at"),
    [(Forward(3), 6), (Back(2), 1), (Back(9), 0), (GoTo("s8"), 8), (GoTo("s1"), 1), (Forward(50), 13)],
)
def test_an_effect_that_moves_takes_the_pawn_there_and_the_turn_passes(effect: Effect, rests_at: int) -> None:
    state = play(game(board(effects={3: effect})), throw(3))
    assert (state.phase, state.positions["a"]) == (Phase.EFFECT, 3), "the room sees the square first"
    state = play(state, g.FollowEffect())
    assert (state.positions["a"], state.turn) == (rests_at, "b")


def test_an_effect_that_passes_the_end_is_arriving() -> None:
    assert play(game(board(effects={3: Forward(50)})), throw(3), g.FollowEffect()).has_arrived("a")


def test_a_card_is_drawn_where_an_effect_brings_the_pawn() -> None:
    on = board(effects={3: Forward(1)}, themes={4: "sante"})
    assert play(game(on, cards=deck("sante")), throw(3), g.FollowEffect()).phase is Phase.LANDED


def test_throwing_again_leaves_the_turn_to_the_same_team() -> None:
    state = play(game(board(effects={3: RollAgain()})), throw(3), g.FollowEffect())
    assert (state.turn, state.phase) == ("a", Phase.READY)
    assert play(state, throw(2)).positions["a"] == 5


def test_a_square_of_a_kind_makes_a_card_of_that_kind_due() -> None:
    state = play(game(board(effects={3: DrawKind("defi")}), cards=deck("sante")), throw(3), g.FollowEffect())
    assert play(state, g.DrawCard()).card == "sante-2"


def test_a_square_of_a_kind_without_cards_lets_the_turn_pass() -> None:
    state = play(game(board(effects={3: DrawKind("conte")}), cards=deck("sante")), throw(3), g.FollowEffect())
    assert state.turn == "b"


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_waiting_team_lets_just_so_many_turns_go_by(turns: int) -> None:
    state = game(board(30, effects={3: Wait(turns)}), positions={"a": 0, "b": 10})
    state = play(state, throw(3), g.FollowEffect())
    for left in range(turns, 0, -1):
        assert state.turn == "b"
        assert state.waits["a"].turns == left
        state = play(state, throw(1))
    assert state.turn == "b", "the last wait is spent, b has just thrown and a was skipped"
    assert not state.waits
    assert play(state, throw(1)).turn == "a"


def test_when_every_team_waits_the_game_goes_on_at_once() -> None:
    on = board(effects={3: Wait(2)})
    state = play(game(on), throw(3), g.FollowEffect(), throw(3), g.FollowEffect())
    assert state.turn in state.teams
    assert state.can_move(state.turn)


def test_a_team_that_comes_to_the_relay_frees_the_one_that_waits_and_does_not_wait() -> None:
    state = play(game(board(effects={3: Relay(3)})), throw(3), g.FollowEffect())
    assert state.waits["a"].relay
    events = decide(state, throw(3), no_chance)
    assert isinstance(events, tuple)
    assert PawnFreed("a", "relay") in events
    assert not any(isinstance(event, WaitSpent) for event in events)
    state = play(state, throw(3))
    assert (state.turn, state.phase, dict(state.waits)) == ("a", Phase.READY, {})


def test_a_team_may_help_the_one_that_waits_for_a_relay_and_still_throws() -> None:
    state = play(game(board(effects={3: Relay(3)})), throw(3), g.FollowEffect(), g.HelpTeam("a"))
    assert (state.turn, state.phase, dict(state.waits)) == ("b", Phase.READY, {})
    assert play(state, throw(1)).turn == "a"


def test_a_relay_that_nobody_brings_ends_by_itself() -> None:
    state = play(game(board(effects={3: Relay(2)})), throw(3), g.FollowEffect(), throw(1), throw(1), throw(2))
    assert state.turn == "a"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (g.HelpTeam("b"), "cannot_help_oneself"),
        (g.HelpTeam("a"), "no_relay"),
        (g.HelpTeam("z"), "unknown_team"),
        (g.FreeTeam("z"), "unknown_team"),
        (g.FreeTeam("b"), "not_waiting"),
    ],
)
def test_help_goes_only_to_who_may_be_helped(command: g.GameCommand, code: str) -> None:
    state = play(game(board(effects={3: Wait(2)})), throw(3), g.FollowEffect())
    answer = decide(state, command, no_chance)
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_the_facilitator_may_free_any_waiting_team() -> None:
    state = play(game(board(effects={3: Wait(2)})), throw(3), g.FollowEffect(), g.FreeTeam("a"))
    assert not state.waits


def test_squares_that_send_the_pawn_to_each_other_end() -> None:
    state = play(game(board(effects={3: Forward(2), 5: Back(2)})), throw(3))
    followed = 0
    while state.phase is Phase.EFFECT and followed < 50:
        state = play(state, g.FollowEffect())
        followed += 1
    assert followed == MOST_EFFECTS_A_TURN
    assert state.turn == "b"


def test_throwing_again_without_end_ends() -> None:
    on = board(effects=dict.fromkeys(range(1, 13), RollAgain()))
    state, throws = game(on), 0
    while state.turn == "a" and throws < 50:
        state = play(state, g.FollowEffect() if state.phase is Phase.EFFECT else throw(1))
        throws += state.phase is Phase.EFFECT
    assert throws == MOST_EFFECTS_A_TURN
