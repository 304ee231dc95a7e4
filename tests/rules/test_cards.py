import pytest
from builders import board, deck, game, no_chance, play, throw

from game.rules import Board, Card, GameState, Refusal, Table, commands as g, decide
from game.rules.board import DrawKind
from game.rules.piles import least_talked_theme, pick_card
from game.rules.state import Brick, Due

ALL_SANTE = board(40, themes=dict.fromkeys(range(1, 41), "sante"))


def exchanges(state: GameState, count: int) -> list[str]:
    drawn = []
    for _ in range(count):
        state = play(state, throw(1), g.DrawCard())
        drawn.append(state.card)
        state = play(state, g.FinishExchange(), g.LayBrick())
    return drawn


def test_a_square_of_a_theme_gives_a_card_of_that_theme() -> None:
    state = play(game(ALL_SANTE, cards=deck("emploi", "sante")), throw(1), g.DrawCard())
    assert state.table.by_id[state.card].theme == "sante"


@pytest.mark.parametrize("outcome", [0, 1, 2, 3, 2**32 - 1])
def test_any_outcome_of_chance_picks_a_card_of_the_pile(outcome: int) -> None:
    state = game(ALL_SANTE, cards=deck("emploi", "sante"))
    assert pick_card(state, Due("sante"), outcome).startswith("sante")


def test_no_card_comes_twice_while_others_of_its_pile_remain() -> None:
    drawn = exchanges(game(ALL_SANTE, cards=deck("sante", each=5)), 5)
    assert len(set(drawn)) == 5


def test_a_pile_that_is_used_up_comes_again_the_card_seen_longest_ago_first() -> None:
    drawn = exchanges(game(ALL_SANTE, cards=deck("sante", each=4)), 12)
    assert drawn[:4] == drawn[4:8] == drawn[8:]


def test_a_card_seen_on_a_square_of_a_kind_does_not_come_back_on_its_theme() -> None:
    on = board(themes={2: "sante"}, effects={1: DrawKind("defi")})
    drawn = play(game(on, cards=deck("sante", each=2)), throw(1), g.FollowEffect(), g.DrawCard(), g.FinishExchange())
    later = play(drawn, g.LayBrick(), throw(2), g.DrawCard())
    assert (drawn.card, later.card) == ("sante-2", "sante-1")


def test_a_swapped_card_gives_another_one_of_the_same_pile_and_does_not_come_back() -> None:
    state = play(game(ALL_SANTE, cards=deck("emploi", "sante")), throw(1), g.DrawCard())
    swapped = play(state, g.SwapCard())
    assert swapped.card != state.card
    assert swapped.table.by_id[swapped.card].theme == "sante"
    third = play(swapped, g.SwapCard())
    assert len({state.card, swapped.card, third.card}) == 3


def test_the_only_card_of_a_pile_is_swapped_for_one_of_another_pile() -> None:
    cards = (Card("seule", "sante", "question"), *deck("emploi"))
    state = play(game(ALL_SANTE, cards=cards), throw(1), g.DrawCard())
    assert state.card == "seule"
    assert play(state, g.SwapCard()).card.startswith("emploi")


def test_the_only_card_of_the_deck_cannot_be_swapped() -> None:
    state = play(game(ALL_SANTE, cards=deck("sante", each=1)), throw(1), g.DrawCard())
    assert decide(state, g.SwapCard(), no_chance) == Refusal("no_card")


def test_the_answer_of_a_new_card_is_hidden() -> None:
    state = play(game(ALL_SANTE, cards=deck("sante")), throw(1), g.DrawCard(), g.RevealAnswer(), g.SwapCard())
    assert not state.is_revealed


def test_a_pawn_that_may_not_move_draws_from_the_theme_least_talked_about() -> None:
    bricks = (Brick("emploi-1", "emploi", "a"), Brick("sante-1", "sante", "b"), Brick("sante-2", "sante", "a"))
    state = game(Board("b", ()), cards=deck("emploi", "logement", "sante"), bricks=bricks, positions={"a": 1, "b": 1})
    assert least_talked_theme(state) == "logement"
    assert play(state, g.DrawCard()).card.startswith("logement")


def test_a_group_that_only_draws_sees_the_whole_deck_before_any_card_again() -> None:
    cards = deck("emploi", "logement", "sante")
    state = game(Board("b", ()), cards=cards, positions={"a": 1, "b": 1})
    drawn = []
    for _ in cards:
        state = play(state, g.DrawCard())
        drawn.append(state.card)
        state = play(state, g.FinishExchange(), g.LayBrick())
    assert sorted(drawn) == sorted(card.id for card in cards)


def test_piles_keep_the_order_of_the_deck() -> None:
    table = Table(board(), deck("sante", "emploi", each=2))
    assert table.by_theme == {"sante": ("sante-1", "sante-2"), "emploi": ("emploi-1", "emploi-2")}
    assert table.by_kind == {"question": ("sante-1", "emploi-1"), "defi": ("sante-2", "emploi-2")}
