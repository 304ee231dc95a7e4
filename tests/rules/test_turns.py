import pytest
from builders import board, deck, game, no_chance, play, throw

from game.rules import GameState, Phase, Refusal, Table, commands as g, decide, evolve
from game.rules.board import Relay, Wait
from game.rules.events import CardDue, DiceDisputed, DiceRolled, PawnMoved, TurnPassed

LOGEMENT = deck("logement")


def refused(state: GameState, command: g.GameCommand) -> str:
    answer = decide(state, command, no_chance)
    assert isinstance(answer, Refusal), answer
    return answer.code


def test_a_plain_square_gives_the_turn_to_the_next_team() -> None:
    state = game(board(), "abc")
    assert [state.turn, (state := play(state, throw(1))).turn, (state := play(state, throw(1))).turn] == ["a", "b", "c"]
    assert play(state, throw(1)).turn == "a"


def test_the_machine_and_a_typed_die_make_the_same_event_but_for_its_source() -> None:
    state = game(board())
    by_machine, by_hand = decide(state, g.RollDice(), no_chance), decide(state, throw(1), no_chance)
    assert by_machine == (DiceRolled((1,), "machine"), PawnMoved("a", (1,)), TurnPassed("b"))
    assert by_hand == (DiceRolled((1,), "physical"), PawnMoved("a", (1,)), TurnPassed("b"))


def test_the_machine_throws_as_many_dice_as_the_board_has() -> None:
    events = decide(game(board(dice=2)), g.RollDice(), lambda index, _sides: index + 2)
    assert isinstance(events, tuple)
    assert events[0] == DiceRolled((3, 4))


@pytest.mark.parametrize("dice", [(), (0,), (7,), (1, 1), (-1,)])
def test_dice_that_do_not_exist_are_refused(dice: tuple[int, ...]) -> None:
    assert refused(game(board()), throw(*dice)) == "wrong_dice"
    assert refused(play(game(board()), throw(1)), g.RerollDice(dice)) == "wrong_dice"


def test_a_typed_die_uses_up_no_chance() -> None:
    assert play(game(board()), throw(4)).draws == 0
    assert play(game(board(dice=2)), g.RollDice()).draws == 2


def test_one_exchange_goes_from_the_throw_to_the_brick() -> None:
    state = play(game(board(themes={2: "logement"}), cards=LOGEMENT), throw(2))
    assert state.phase is Phase.LANDED
    state = play(state, g.DrawCard())
    assert (state.phase, state.card) == (Phase.CARD, "logement-1")
    state = play(state, g.RevealAnswer())
    assert state.is_revealed
    state = play(state, g.FinishExchange())
    assert state.phase is Phase.WORD
    state = play(state, g.LayBrick("  toit "))
    assert [(brick.card, brick.theme, brick.team, brick.word) for brick in state.bricks] == [
        ("logement-1", "logement", "a", "toit")
    ]
    assert (state.turn, state.phase, state.card) == ("b", Phase.READY, "")


def test_each_step_is_refused_out_of_its_time() -> None:
    state = game(board(themes={2: "logement"}), cards=LOGEMENT)
    for command in (g.DrawCard(), g.SwapCard(), g.RevealAnswer(), g.FinishExchange(), g.LayBrick(), g.FollowEffect()):
        assert refused(state, command) == "not_now"
    assert refused(play(state, throw(2)), g.RollDice()) == "not_now"


def test_an_answer_is_revealed_once() -> None:
    state = play(game(board(themes={2: "logement"}), cards=LOGEMENT), throw(2), g.DrawCard(), g.RevealAnswer())
    assert refused(state, g.RevealAnswer()) == "already_revealed"


@pytest.mark.parametrize("before", [(), (throw(2),), (throw(2), g.DrawCard())])
def test_a_team_may_pass_at_any_moment_and_nothing_counts_it(before: tuple[g.GameCommand, ...]) -> None:
    state = play(game(board(themes={2: "logement"}), cards=LOGEMENT), *before, g.Pass())
    assert (state.turn, state.phase, state.bricks) == ("b", Phase.READY, ())


def test_an_arrived_team_goes_on_taking_part_in_exchanges() -> None:
    state = game(board(5), cards=LOGEMENT, positions={"a": 6, "b": 1})
    assert refused(state, g.RollDice()) == "arrived"
    state = play(state, g.DrawCard(), g.FinishExchange(), g.LayBrick("ensemble"))
    assert (state.bricks[0].team, state.turn) == ("a", "b")


def test_when_all_have_arrived_the_game_goes_on() -> None:
    state = game(board(5), cards=LOGEMENT, positions={"a": 6, "b": 6})
    for _ in range(6):
        state = play(state, g.DrawCard(), g.FinishExchange(), g.LayBrick())
    assert [brick.team for brick in state.bricks] == list("ababab")


def test_without_cards_a_theme_square_is_plain() -> None:
    assert play(game(board(themes={2: "logement"})), throw(2)).turn == "b"


def test_a_disputed_throw_starts_again_from_where_the_pawn_stood() -> None:
    state = play(game(board(themes={2: "logement"}), cards=LOGEMENT), throw(2))
    events = decide(state, g.RerollDice((5,)), no_chance)
    assert events == (DiceDisputed(), DiceRolled((5,), "physical"), PawnMoved("a", (1, 2, 3, 4, 5)), TurnPassed("b"))


def test_a_throw_can_be_disputed_once_the_turn_has_passed_and_counts_one_turn() -> None:
    state = play(game(board()), throw(2))
    again = play(state, g.RerollDice((3,)))
    assert (again.positions["a"], again.turn, again.turns) == (3, "b", state.turns)


def test_a_disputed_throw_thrown_by_the_machine_gives_another_die() -> None:
    faces = [2, 5]
    state = game(board())
    rolled = decide(state, g.RollDice(), lambda index, _sides: faces[index])
    assert isinstance(rolled, tuple)
    again = decide(evolve(state, rolled), g.RerollDice(), lambda index, _sides: faces[index])
    assert isinstance(again, tuple)
    assert (rolled[0], again[1]) == (DiceRolled((3,)), DiceRolled((6,)))


def test_a_disputed_throw_gives_back_the_waits_that_it_spent() -> None:
    on = board(effects={3: Wait(1)})
    state = play(game(on), throw(3), g.FollowEffect(), throw(1))
    assert state.turn == "b"
    assert not state.waits
    again = play(state, g.RerollDice((2,)))
    assert (again.positions["b"], again.turn) == (2, "b")
    assert not again.waits


def test_a_throw_cannot_be_disputed_once_its_card_is_on_the_table() -> None:
    state = game(board(themes={2: "logement"}), cards=LOGEMENT)
    assert refused(state, g.RerollDice()) == "nothing_to_reroll"
    assert refused(play(state, throw(2), g.DrawCard()), g.RerollDice()) == "nothing_to_reroll"


def test_a_team_that_joined_after_a_disputed_throw_stays_in_the_game() -> None:
    state = play(game(board()), throw(2), g.JoinGame("c"), g.RerollDice((3,)))
    assert state.positions == {"a": 3, "b": 0, "c": 0}


@pytest.mark.parametrize("freeing", [g.HelpTeam("a"), g.FreeTeam("a")])
def test_a_team_freed_after_a_disputed_throw_stays_free(freeing: g.GameCommand) -> None:
    state = play(game(board(effects={3: Relay(3)}), "abc"), throw(3), g.FollowEffect(), throw(1), freeing)
    assert not play(state, g.RerollDice((2,))).waits


def test_nobody_plays_before_a_team_has_joined() -> None:
    empty = GameState(Table(board()))
    assert refused(empty, g.RollDice()) == "no_team"
    assert play(empty, g.JoinGame("a")).turn == "a"


def test_a_card_of_a_theme_is_due_on_a_square_of_that_theme() -> None:
    events = decide(game(board(themes={2: "logement"}), cards=LOGEMENT), throw(2), no_chance)
    assert isinstance(events, tuple)
    assert events[-1] == CardDue("logement")
