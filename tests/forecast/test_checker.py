"""The board checker: what it finds is real when the engine plays its example, and what it accepts ends."""

from dataclasses import replace

from builders import board, deck, game
from hypothesis import given, settings, strategies as st

from game.checks.boards import check_alone, full_deck
from game.forecast.checker import Finding, check_board
from game.forecast.exact import analyse
from game.forecast.tables import follow, standing
from game.forecast.waiting import interacts, somebody_leaves, waits
from game.rules import Board, Finish, GameState, Table, Waiting, commands as g
from game.rules.board import Back, Bird, ExtraTurn, Forward, Goose, GoTo, LeaveOn, Options, Relay, RollAgain, Wait


def codes(squares: Board) -> list[str]:
    return [found.code for found in check_board(Table(squares))]


def replay(squares: Board, found: Finding) -> GameState:
    """Play an example with the engine, from where it begins."""
    state = standing(Table(squares), found.origin)
    for dice in found.throws:
        state, _ = follow(state, g.RollDice(dice) if dice else g.Pass())
    return state


def test_a_good_board_has_no_finding() -> None:
    assert check_board(Table(board(20, {3: Forward(2), 7: Back(3), 9: Wait(2), 12: Relay(3), 15: RollAgain()}))) == ()


def test_two_dice_that_must_be_exact_leave_a_dead_end_before_the_arrival() -> None:
    squares = board(12, dice=2, finish=Finish.STAY)
    [found] = check_board(Table(squares))
    assert (found.code, found.position, found.throws) == ("dead_end", 12, ((6, 6),))
    stuck = replay(squares, found)
    assert stuck.positions == {"a": 12}
    for dice in [(1, 1), (3, 4), (6, 6)]:
        assert follow(stuck, g.RollDice(dice))[0].positions == {"a": 12}


def test_one_die_that_must_be_exact_leaves_none() -> None:
    assert codes(board(12, finish=Finish.STAY)) == []


def test_effects_that_lead_to_each_other_are_an_endless_chain_with_the_throw_that_starts_it() -> None:
    squares = board(12, {3: GoTo("s7"), 7: Back(4)})
    [found] = check_board(Table(squares))
    assert (found.code, found.throws, found.params["squares"]) == ("endless_chain", ((3,),), (3, 7))
    _, events = follow(standing(Table(squares), 0), g.RollDice((3,)))
    assert sum(getattr(event, "cause", "") == "effect" for event in events) > 6


def test_a_wall_of_squares_that_lead_back_puts_the_arrival_out_of_reach() -> None:
    squares = board(12, {at: GoTo("s1") for at in range(6, 12)})
    [found] = check_board(Table(squares))
    assert (found.code, found.params["squares"]) == ("end_out_of_reach", (0, 1, 2, 3, 4, 5))
    assert analyse(Table(squares)).turns is None


def test_an_effect_that_leads_to_no_square_is_told_before_anything_is_played() -> None:
    [found] = check_board(Table(board(12, {5: GoTo("nulle-part")})))
    assert (found.code, found.position, found.params) == ("effect_to_nowhere", 5, {"square": "nulle-part"})


def test_effects_that_the_edge_cuts_short_are_told() -> None:
    found = check_board(Table(board(12, {2: Back(3), 3: Back(3), 10: Forward(4), 9: Forward(3)})))
    assert [(one.code, one.position) for one in found] == [("effect_past_edge", 2), ("effect_past_edge", 10)]


def test_too_few_cards_for_the_teams_and_themes_without_cards_are_told() -> None:
    themes = dict.fromkeys(range(1, 12), "emploi") | {12: "sante"}
    found = check_board(Table(board(12, themes=themes), deck("emploi", each=4)), teams=4)
    assert [(one.code, one.position) for one in found] == [("no_card", 12), ("few_cards", 1)]
    assert found[1].params["cards"] == 4
    assert found[1].params["needed"] > 4
    assert check_board(Table(board(12, themes=themes), deck("emploi", "sante", each=40)), teams=4) == ()


def test_teams_that_all_wait_are_freed_by_the_bounds_of_their_waits() -> None:
    squares = board(12, {3: Relay(3), 6: Relay(2, takes_place=True), 9: LeaveOn((6,), 3), 11: Wait(1)})
    table = Table(squares)
    assert set(waits(table)) == {3, 6, 9, 11}
    assert codes(squares) == []


def test_a_wait_that_has_no_bound_worth_the_name_is_found() -> None:
    assert codes(board(12, {3: Relay(10_000)})) == ["endless_wait"]
    assert not somebody_leaves(Table(board(12)), {3: Waiting(10_000, relay=True)}, (3, 3))


def test_boards_on_which_teams_act_on_one_another_are_known() -> None:
    assert interacts(Table(board(12, {3: Relay(2)})))
    assert not interacts(Table(board(12, {3: Wait(2)})))
    assert not interacts(Table(board(12, {3: Relay(2)}), cooperative=True))


EFFECTS = st.one_of(
    st.builds(Forward, st.integers(1, 6)),
    st.builds(Back, st.integers(1, 8)),
    st.builds(GoTo, st.integers(1, 14).map(lambda at: f"s{at}")),
    st.just(RollAgain()),
    st.just(Bird()),
    st.builds(Wait, st.integers(1, 3)),
    st.builds(Relay, st.integers(1, 3)),
    st.builds(LeaveOn, st.just((2, 5)), st.integers(1, 3)),
)
BOARDS = st.builds(
    board,
    st.just(14),
    st.dictionaries(st.integers(1, 14), EFFECTS, max_size=10),
    dice=st.integers(1, 2),
    finish=st.sampled_from(list(Finish)),
)
OPTIONS = st.builds(
    Options,
    goose=st.sampled_from(list(Goose)),
    chain=st.booleans(),
    acts_on_way_back=st.booleans(),
    extra_turn=st.sampled_from(list(ExtraTurn)),
)
HARMLESS = {"effect_past_edge"}


@settings(max_examples=60)
@given(BOARDS, st.sampled_from([2, 3, 6]), OPTIONS)
def test_a_board_that_is_accepted_ends_and_one_that_is_refused_has_a_real_example(
    squares: Board, faces: int, options: Options
) -> None:
    squares = replace(squares, faces=faces, options=options)
    table = Table(squares)
    found = [one for one in check_board(table) if one.code not in HARMLESS]
    for one in found:
        assert_is_real(squares, one)
    if not found:
        result = analyse(table)
        assert result.turns is not None
        assert result.turns.mean > 0


def assert_is_real(squares: Board, found: Finding) -> None:
    """Replay the example with the engine: a dead end stays where it is, a chain goes on, no throw arrives."""
    if found.code == "endless_chain":
        before = replay(squares, replace(found, throws=found.throws[:-1]))
        _, events = follow(before, g.RollDice(found.throws[-1]))
        assert sum(getattr(event, "cause", "") == "effect" for event in events) > 6
        return
    assert found.code in {"dead_end", "end_out_of_reach"}
    seen, todo = set(), [replay(squares, found)]
    while todo:
        state = todo.pop()
        assert not state.has_arrived("a")
        key = (state.positions["a"], state.chain, state.has_extra_turn, tuple(state.waits.items()))
        if key in seen:
            continue
        seen.add(key)
        todo += [after for dice in every_throw(squares) for after in [next_state(state, dice)]]
    if found.code == "dead_end":
        assert {position for position, *_ in seen} == {found.position}


def every_throw(squares: Board) -> list[tuple[int, ...]]:
    faces = range(1, squares.faces + 1)
    return [(one,) for one in faces] if squares.dice == 1 else [(one, two) for one in faces for two in faces]


def next_state(state: GameState, dice: tuple[int, ...]) -> GameState:
    command: g.GameCommand = g.RollDice(dice) if state.can_move("a") else g.Pass()
    return follow(state, command)[0]


def test_the_builders_of_the_tests_and_of_the_forecast_begin_the_same_game() -> None:
    squares = board(12)
    assert standing(Table(squares), 0) == game(squares, "a")


def test_a_board_that_no_format_plays_on_is_not_told_that_it_lacks_cards() -> None:
    themed = board(40, {40: Back(39)}, themes=dict.fromkeys(range(1, 40), "emploi"), finish=Finish.STAY)
    assert "few_cards" in {found.code for found in check_board(Table(themed, full_deck(themed)))}
    assert "few_cards" not in {found.code for found in check_alone(themed)}
