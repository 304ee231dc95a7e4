"""Teams that meet: all can arrive on a board that is accepted; on one that is refused, the example shows the trap."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import board
from hypothesis import given, settings, strategies as st

from game.cli.main import main
from game.forecast import meetings
from game.forecast.checker import Finding, check_board
from game.forecast.meetings import Verdict, judge_meetings
from game.forecast.tables import begun, follow
from game.french import NO_BREAK
from game.rules import Board, GameState, Table, commands as g
from game.rules.board import Back, Collision, Effect, FirstThrow, Forward, Goose, GoTo, Options, Relay, RollAgain, Wait

CHASE = {at: GoTo("s3") for at in range(1, 26) if at != 20} | {3: GoTo("s20")}
"""From 20, a six arrives and the rest comes back to 20 by way of 3; from anywhere else, all throws lead to 20 so."""


def teams_of(count: int) -> str:
    return "abc"[:count]


def everything_after(state: GameState) -> dict[object, tuple[GameState, set[object]]]:
    """Play all that can happen from a state with the engine; return each state and what follows it, by its key."""
    found: dict[object, tuple[GameState, set[object]]] = {}
    todo = [state]
    while todo:
        here = todo.pop()
        if key(here) in found:
            continue
        following = list(all_next(here))
        found[key(here)] = (here, {key(after) for after in following})
        todo += following
    return found


def key(state: GameState) -> object:
    waits = tuple(sorted((team, wait.turns) for team, wait in state.waits.items()))
    places = tuple(sorted(state.positions.items()))
    return (state.turn, places, waits, state.chain, state.has_extra_turn, tuple(sorted(state.thrown)))


def all_next(state: GameState) -> Iterable[GameState]:
    faces = range(1, state.table.board.faces + 1)
    if not state.can_move(state.turn):
        return [follow(state, g.Pass())[0]]
    return [follow(state, g.RollDice((face,)))[0] for face in faces]


def are_home(state: GameState) -> bool:
    return all(state.has_arrived(team) for team in state.teams)


def never_arriving(state: GameState) -> list[GameState]:
    """Return the states that can follow one, and from which some team never arrives."""
    found = everything_after(state)
    good = {name for name, (here, _) in found.items() if are_home(here)}
    while more := {name for name, (_, after) in found.items() if name not in good and after & good}:
        good |= more
    return [here for name, (here, _) in found.items() if name not in good]


def replay(squares: Board, found: Finding) -> GameState:
    """Play the example of a finding with the engine."""
    state = begun(Table(squares), teams_of(found.params["teams"]))
    for dice in found.throws:
        state, _ = follow(state, g.RollDice(dice) if dice else g.Pass())
    return state


def test_pawns_that_chase_each_other_for_ever_are_found_with_the_game_that_shows_it() -> None:
    squares = board(25, CHASE, collision=Collision.SWAP)
    [found] = [one for one in check_board(Table(squares)) if one.code != "too_long"]
    assert (found.code, found.params["teams"]) == ("endless_meetings", 2)
    assert found.params["squares"] == (3, 20)
    trapped = everything_after(replay(squares, found))
    assert not any(are_home(state) for state, _ in trapped.values())
    assert {place for state, _ in trapped.values() for place in state.positions.values()} == {3, 20}


@pytest.mark.parametrize("collision", [Collision.SHARE, Collision.MOVER_BACK])
def test_the_same_squares_are_good_where_nobody_is_pushed_off(collision: Collision) -> None:
    assert check_board(Table(board(25, CHASE, collision=collision))) == ()


def test_a_calm_square_ends_the_chase() -> None:
    assert check_board(Table(board(25, CHASE, collision=Collision.SWAP, quiet=("s20",)))) != ()
    assert judge_meetings(Table(board(25, CHASE, collision=Collision.SWAP, quiet=("s20",))), 2).trap is None


def test_a_board_where_each_throw_may_lead_elsewhere_is_proved_for_any_number_of_teams() -> None:
    squares = board(30, {3: Forward(2), 7: Back(3), 9: Wait(2), 12: Relay(3)}, collision=Collision.SWAP)
    assert judge_meetings(Table(squares), 4) == Verdict()


def test_one_shared_pawn_meets_nobody() -> None:
    assert judge_meetings(Table(board(25, CHASE, collision=Collision.SWAP), cooperative=True), 4) == Verdict()


def test_what_is_too_large_to_play_through_is_said_and_nothing_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    squares = board(14, {at: GoTo("s12") for at in range(6, 12)}, collision=Collision.SWAP)
    monkeypatch.setattr(meetings, "MOST_THROWS", 5_000)
    [found] = check_board(Table(squares))
    assert (found.code, found.params) == ("meetings_unproved", {"teams": 2})
    monkeypatch.setattr(meetings, "MOST_THROWS", 50)
    assert judge_meetings(Table(squares), 4) == Verdict(1)


def test_a_pawn_sent_back_to_the_start_has_no_first_throw_any_more() -> None:
    """Only a first throw of six passes the wall; a pawn that is sent back to the start has had its first throw."""
    wall = {at: GoTo("s1") for at in range(2, 8)}
    first = (FirstThrow((6,), "s9"),)
    squares = board(12, wall, collision=Collision.SWAP, first_throws=first)
    codes = {one.code for one in check_board(Table(squares))}
    assert codes & {"end_out_of_reach", "endless_meetings"}


def test_the_trap_is_told_in_french_at_its_square_with_the_game_that_leads_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    squares = ["  - {nom: Retour, icone: path, texte: Oh., effet: {aller: case-3}}"] * 25
    squares[2] = "  - {id: case-3, nom: Saut, icone: path, texte: Oh., effet: {aller: case-20}}"
    squares[19] = "  - {id: case-20, libre: oui}"
    file = tmp_path / "chasse.yaml"
    head = "id: chasse\ntitre: La chasse\nregles: {rencontre: echanger}\ncases:\n"
    file.write_text(head + "\n".join(squares) + "\n", encoding="utf-8")
    assert main(["plateau", str(file)]) == 1
    told = plain(capsys.readouterr().out)
    assert f"{file}:24:5  erreur  à 2 équipes, les pions se chassent sans fin l’un l’autre" in told
    assert "n’arrivent jamais : 3, 20. Exemple : depuis le départ, lancer 1, puis 1." in told
    assert "rencontre: partager" in told


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ").replace("\u202f", " ")


EFFECTS = st.one_of(
    st.builds(GoTo, st.sampled_from(["s2", "s5", "s6", "start"])),
    st.builds(GoTo, st.sampled_from(["s2", "s5"])),
    st.builds(Back, st.integers(1, 3)),
    st.builds(Forward, st.integers(1, 2)),
    st.builds(Wait, st.integers(1, 2)),
    st.builds(Relay, st.integers(1, 2), st.booleans()),
    st.just(RollAgain()),
)
OPTIONS = st.builds(
    Options,
    goose=st.sampled_from(list(Goose)),
    chain=st.booleans(),
    collision=st.sampled_from([*Collision, Collision.SWAP]),
    quiet=st.sampled_from([(), ("s2",)]),
    reversed_order=st.booleans(),
    arrived_helps=st.booleans(),
)
SERIOUS = {"dead_end", "end_out_of_reach", "endless_chain", "endless_wait", "endless_meetings"}


def assert_it_is_so(squares: Board, teams: int) -> list[str]:
    """Play through all that can happen, and compare it with what the checker says of a board; return its codes."""
    found = check_board(Table(squares), teams)
    for one in found:
        if one.code == "endless_meetings":
            trapped = everything_after(replay(squares, one))
            assert not any(are_home(state) for state, _ in trapped.values()), "the example leads to no trap"
    codes = [one.code for one in found]
    if not SERIOUS & set(codes):
        assert never_arriving(begun(Table(squares), teams_of(teams))) == [], "a team never arrives, and it is not told"
    return codes


@settings(max_examples=40)
@given(st.dictionaries(st.integers(1, 7), EFFECTS, max_size=7), st.sampled_from([2, 3]), OPTIONS, st.integers(2, 3))
def test_teams_arrive_where_it_is_accepted_and_never_where_the_example_leads(
    effects: dict[int, Effect], faces: int, options: Options, teams: int
) -> None:
    assert_it_is_so(replace(board(7, effects), faces=faces, options=options), teams)


@settings(max_examples=40)
@given(st.integers(4, 6), st.integers(1, 3), st.dictionaries(st.integers(1, 8), EFFECTS, max_size=2), st.integers(2, 3))
def test_so_it_is_on_boards_that_are_nearly_a_chase(
    goal: int, by_way: int, changes: dict[int, Effect], teams: int
) -> None:
    chase: dict[int, Effect] = {at: GoTo(f"s{by_way}") for at in range(1, goal + 3)}
    chase |= {by_way: GoTo(f"s{goal}"), **{at: effect for at, effect in changes.items() if at <= goal + 2}}
    if goal not in changes:
        del chase[goal]
    assert_it_is_so(replace(board(goal + 2, chase, collision=Collision.SWAP), faces=3), teams)


@pytest.mark.parametrize("teams", [2, 3])
def test_a_chase_of_any_length_is_found(teams: int) -> None:
    chase: dict[int, Effect] = {at: GoTo("s2") for at in (1, 3, 4, 6, 7)} | {2: GoTo("s5")}
    assert "endless_meetings" in assert_it_is_so(replace(board(7, chase, collision=Collision.SWAP), faces=3), teams)
