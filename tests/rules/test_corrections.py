"""A pawn put right by the facilitator: no square acts, and what stood on it before is forgotten."""

import pytest
from builders import board, deck, game, no_chance, play, throw

from game.rules import Phase, Refusal, commands as g, decide
from game.rules.board import Forward, Wait


def test_a_pawn_is_put_where_it_should_be_and_no_square_acts() -> None:
    state = play(game(board(effects={5: Forward(2)})), g.PlacePawn("a", 5, "pawn"))
    assert (state.position_of("a"), state.phase, state.turn) == (5, Phase.READY, "a")


def test_the_card_of_the_right_square_comes_when_its_team_was_about_to_draw() -> None:
    on = board(themes={1: "emploi", 4: "sante"})
    state = play(game(on, cards=deck("emploi", "sante")), throw(1), g.PlacePawn("a", 4, "die"), g.DrawCard())
    assert state.table.by_id[state.card].theme == "sante"


def test_a_square_that_was_wrong_does_not_act_any_more() -> None:
    on = board(effects={3: Wait(2)}, themes={4: "emploi"})
    state = play(game(on, cards=deck("emploi")), throw(3))
    assert state.phase is Phase.EFFECT
    state = play(state, g.PlacePawn("a", 4))
    assert state.phase is Phase.LANDED, "the card of the right square comes, not the wait of the wrong one"


def test_a_pawn_that_is_moved_by_hand_waits_no_more() -> None:
    state = play(game(board(effects={3: Wait(2)})), throw(3), g.FollowEffect())
    assert state.wait_of("a")
    assert play(state, g.PlacePawn("a", 2)).wait_of("a") is None


def test_a_throw_that_was_corrected_by_hand_cannot_be_disputed_back() -> None:
    state = play(game(board(themes=dict.fromkeys(range(1, 13), "emploi")), cards=deck("emploi")), throw(3))
    state = play(state, g.PlacePawn("a", 5))
    assert decide(state, g.RerollDice((1,)), no_chance) == Refusal("nothing_to_reroll")


def test_all_move_with_the_shared_pawn() -> None:
    state = play(game(board(), cooperative=True), g.PlacePawn("b", 7))
    assert (state.position_of("a"), state.position_of("b")) == (7, 7)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (g.PlacePawn("z", 1), "unknown_team"),
        (g.PlacePawn("a", -1), "no_such_square"),
        (g.PlacePawn("a", 14), "no_such_square"),
    ],
)
def test_a_pawn_stays_on_the_board(command: g.PlacePawn, code: str) -> None:
    refused = decide(game(board()), command, no_chance)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_nothing_moves_while_a_card_is_on_the_table() -> None:
    on = board(themes=dict.fromkeys(range(1, 13), "emploi"))
    state = play(game(on, cards=deck("emploi")), throw(1), g.DrawCard())
    assert decide(state, g.PlacePawn("a", 4), no_chance) == Refusal("card_on_table")


def test_without_cards_the_turn_goes_on_once_a_wrong_square_is_put_right() -> None:
    state = play(game(board(effects={3: Wait(2)})), throw(3), g.PlacePawn("a", 4))
    assert (state.turn, state.phase) == ("b", Phase.READY)
