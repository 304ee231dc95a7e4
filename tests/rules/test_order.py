"""Who plays after whom: in the order of entry, the last one first, or drawn by lot."""

from collections import Counter
from itertools import permutations, product

import pytest
from builders import board, game, no_chance, play, throw

from game.rules import Board, Chance, GameState, Refusal, Table, commands as g, decide, events as e, evolve

DRAWN = board(30, drawn_order=True)
REVERSED = board(30, reversed_order=True)


def drawing(*outcomes: int) -> Chance:
    """Return a chance that gives these outcomes, by the index of the draw."""

    def outcome(index: int, sides: int) -> int:
        assert 0 <= outcomes[index] < sides, f"draw {index} has {sides} sides"
        return outcomes[index]

    return outcome


def joined(on: Board, teams: str, chance: Chance = no_chance, state: GameState | None = None) -> GameState:
    """Return a game that these teams have joined one after the other."""
    state = state or GameState(Table(on))
    for team in teams:
        events = decide(state, g.JoinGame(team), chance)
        assert not isinstance(events, Refusal)
        state = evolve(state, events)
    return state


def turns(state: GameState, count: int) -> str:
    """Return the teams that have the next turns, the present one first."""
    seen = ""
    for _ in range(count):
        seen += state.turn
        state = play(state, throw(1))
    return seen


def test_each_order_of_the_teams_is_drawn_by_as_many_outcomes() -> None:
    orders = Counter(joined(DRAWN, "abcd", drawing(*places)).teams for places in product((0,), *map(range, (2, 3, 4))))
    assert orders == dict.fromkeys(permutations("abcd"), 1), "twenty-four draws, twenty-four orders"


def test_the_event_says_which_place_was_drawn() -> None:
    events = decide(joined(DRAWN, "ab", drawing(0, 1)), g.JoinGame("c"), drawing(0, 1, 1))
    assert events == (e.TeamJoined("c", 1),)


def test_teams_play_in_the_order_that_was_drawn() -> None:
    state = joined(DRAWN, "abc", drawing(0, 0, 1))
    assert state.teams == ("b", "c", "a")
    assert turns(state, 6) == "abcabc"
    assert turns(joined(DRAWN, "abc", drawing(0, 1, 1)), 6) == "acbacb"


def test_each_draw_counts_so_that_the_dice_have_outcomes_of_their_own() -> None:
    state = joined(DRAWN, "abc", drawing(0, 0, 0))
    assert state.draws == 3
    events = decide(state, g.RollDice(), drawing(0, 0, 0, 4))
    assert isinstance(events, tuple)
    assert events[0] == e.DiceRolled((5,))


@pytest.mark.parametrize("place", range(4))
def test_a_team_that_comes_during_the_game_draws_its_place_and_the_turn_stays(place: int) -> None:
    before = play(joined(DRAWN, "abc", drawing(0, 1, 2)), throw(4))
    assert before.turn == "b"
    after = joined(DRAWN, "d", lambda _index, _sides: place, before)
    assert (after.turn, after.turns, after.positions["d"]) == ("b", before.turns, 0)
    assert after.teams.index("d") == place
    assert [team for team in after.teams if team != "d"] == ["a", "b", "c"], "the others keep their order"


def test_a_team_that_leaves_in_its_turn_gives_it_to_the_next_one_drawn() -> None:
    state = play(joined(DRAWN, "abc", drawing(0, 1, 1)), throw(1))
    assert state.turn == "c"
    assert play(state, g.LeaveGame("c")).turn == "b"


def test_one_pawn_for_all_has_teams_in_a_drawn_order_too() -> None:
    state = GameState(Table(DRAWN, cooperative=True))
    state = joined(DRAWN, "abc", drawing(0, 0, 0), state)
    assert (state.teams, dict(state.positions)) == (("c", "b", "a"), {"*": 0})


def test_nothing_is_drawn_where_the_order_is_that_of_entry_or_its_reverse() -> None:
    def never(index: int, sides: int) -> int:
        raise AssertionError(index, sides)

    assert joined(board(30), "abc", never).teams == ("a", "b", "c")
    assert joined(REVERSED, "abc", never).teams == ("c", "b", "a")


def test_in_a_reversed_order_the_team_that_comes_last_is_first_of_a_round() -> None:
    state = joined(REVERSED, "abc")
    assert turns(state, 4) == "acba"
    assert turns(joined(REVERSED, "d", no_chance, state), 5) == "adcba"


def test_a_journal_written_before_places_were_drawn_reads_as_it_did() -> None:
    entered = (e.TeamJoined("a"), e.TeamJoined("b"), e.TeamJoined("c"), e.TurnPassed("a"))
    for on, expected in ((board(30), "abca"), (REVERSED, "acba")):
        assert turns(evolve(GameState(Table(on)), entered), 4) == expected


def test_the_teams_of_a_game_are_listed_as_they_play() -> None:
    for on in (board(30), REVERSED):
        state = game(on, "abcd")
        first = state.teams.index(state.turn)
        assert turns(state, 4) == "".join(state.teams[first:] + state.teams[:first])
