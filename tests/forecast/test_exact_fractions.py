"""The analysis in fractions: boards worked by hand, results that others published, and the same in floating point."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from builders import board
from hypothesis import given, settings, strategies as st
from random_boards import tables

from game.cli import main as cli
from game.content.written import boards_of_file
from game.forecast.chain import Chain, Step
from game.forecast.exact import Analysis, analyse
from game.forecast.solving import in_floats, in_fractions
from game.forecast.spread import spread_of
from game.forecast.spread_exact import ExactSpread, exact_spread
from game.forecast.tables import ARRIVED, EndlessTurnError
from game.places import content_folder
from game.rules import Finish, Table
from game.rules.board import START, Back, Effect, ExtraTurn, Forward, GoTo, Options, Wait

SEVEN_SIXTHS = Fraction(7, 6)
HALF = Fraction(1, 2)


def exactly(table: Table) -> Analysis:
    return analyse(table, in_whole_fractions=True)


def coin(length: int, effects: dict[int, Effect] | None = None, finish: Finish = Finish.PASS) -> Table:
    """Return a table whose die has two faces."""
    return Table(replace(board(length, effects, finish=finish), faces=2))


def weighted(chances: Iterable[Fraction]) -> Fraction:
    """Return the mean of a law from the chances of 1, 2, …"""
    return sum((turn * chance for turn, chance in enumerate(chances, start=1)), Fraction(0))


def test_twelve_squares_and_one_die_worked_by_hand() -> None:
    # E(n), the mean number of throws for n steps: E(n + 1) - E(n) = (E(n) - E(n - 6)) / 6, and E(n) = (7/6)^(n - 1)
    # up to 7. So E(8) = (7/6)^7 - 1/6, E(9) = (7/6)^8 - 2/6 (7/6), … E(13) = (7/6)^12 - 6/6 (7/6)^5.
    found = exactly(Table(board(12)))
    assert found.turns is not None
    assert found.turns.mean == SEVEN_SIXTHS**12 - SEVEN_SIXTHS**5
    # Three throws make 13 or more as often as 8 or less: 56 times in 216; two never do. After twelve ones, any arrives.
    assert found.spread.chances[:3] == (0, 0, Fraction(56, 216))
    assert found.spread.chances[12:] == (Fraction(1, 6**12),)
    assert found.spread.left == 0
    assert found.quantiles == {0.1: 3, 0.25: 3, 0.5: 4, 0.75: 5, 0.9: 5, 0.95: 6}


def test_twelve_squares_and_a_coin_that_lead_back_from_the_last_worked_by_hand() -> None:
    # u(n), the chance of stepping on n: u(n) = ½ u(n - 1) + ½ u(n - 2) = 2/3 + (-½)^n / 3. T(n), the mean number of
    # throws to reach n: 2n/3 + 2/9 (1 - (-½)^n). Each try ends on 12, and begins anew, or on 13.
    on_twelve = Fraction(2, 3) + HALF**12 / 3
    one_try = Fraction(2 * 12, 3) + Fraction(2, 9) * (1 - HALF**12)
    found = exactly(coin(12, {12: GoTo(START)}))
    assert found.turns is not None
    assert found.turns.mean == one_try / (1 - on_twelve)
    assert found.visits[12] == on_twelve / (1 - on_twelve)
    assert found.visits[13] == 1


def test_twelve_squares_with_a_wait_worked_by_hand() -> None:
    # With u and T as above, square 6 holds back two turns with chance u(6) = 43/64.
    found, plain = exactly(coin(12, {6: Wait(2)})), exactly(coin(12))
    assert found.turns is not None
    assert found.throws is not None
    assert plain.turns is not None
    assert found.visits[6] == Fraction(43, 64)
    assert found.throws.mean == plain.turns.mean == Fraction(2 * 13, 3) + Fraction(2, 9) * (1 + HALF**13)
    assert found.turns.mean == plain.turns.mean + 2 * Fraction(43, 64)


def test_an_exact_finish_is_a_geometric_law_to_the_last_fraction() -> None:
    # One square, a coin, no overshooting: each turn arrives with chance ½, whatever happened before.
    found = exactly(coin(1, finish=Finish.STAY))
    assert found.turns is not None
    assert (found.turns.mean, found.turns.variance) == (2, 2)
    turns = len(found.spread.chances)
    assert found.spread.chances == tuple(HALF**turn for turn in range(1, turns + 1))
    assert found.spread.left == HALF**turns
    # The first of two is geometric with ¾, and first and last add up to twice the mean: without end, so floating.
    assert found.rounds.first_of(2) == pytest.approx(4 / 3, rel=1e-9)
    assert found.rounds.last_of(2) == pytest.approx(8 / 3, rel=1e-9)


def test_first_and_last_arrivals_are_fractions_when_the_game_has_a_bound() -> None:
    # Two turns with chance ¾, three with ¼: the first of two teams takes three with chance 1/16, the last 7/16.
    rounds = exactly(coin(2)).rounds
    assert (rounds.first_of(2), rounds.last_of(2)) == (2 + Fraction(1, 16), 2 + Fraction(7, 16))
    # Extra turns: one round with chance ½, two and three with ¼ each; the first of three teams, 1 + 1/8 + 1/64.
    extra = exactly(Table(replace(coin(2).board, options=Options(extra_turn=ExtraTurn.HIGHEST)))).rounds
    assert isinstance(extra, ExactSpread)
    assert extra.chances == (HALF, Fraction(1, 4), Fraction(1, 4))
    assert extra.first_of(3) == 1 + Fraction(1, 8) + Fraction(1, 64)
    assert extra.last_of(1) == Fraction(7, 4)


LADDERS = {1: 38, 4: 14, 9: 31, 21: 42, 28: 84, 36: 44, 51: 67, 71: 91, 80: 100}
CHUTES = {16: 6, 47: 26, 49: 11, 56: 53, 62: 19, 64: 60, 87: 24, 93: 73, 95: 75, 98: 78}


def test_chutes_and_ladders_is_the_very_fraction_that_was_published() -> None:
    """Althoen, King, Schilling, "How long is a game of Snakes and Ladders?", The Mathematical Gazette 77 (1993).

    The fraction as quoted by https://www.futilitycloset.com/2018/09/21/for-what-its-worth-5/.
    """
    effects: dict[int, Effect] = {at: Forward(to - at) for at, to in LADDERS.items()}
    effects |= {at: Back(at - to) for at, to in CHUTES.items()}
    found = exactly(Table(board(99, effects, finish=Finish.STAY)))
    assert found.turns is not None
    assert found.turns.mean == Fraction(
        225837582538403273407117496273279920181931269186581786048583,
        5757472998140039232950575874628786131130999406013041613400,
    )


def classic() -> Table:
    return Table(boards_of_file(content_folder() / "boards" / "oie-63.yaml").good[0].model.rules())


def test_a_nine_at_the_start_would_end_the_classic_game_at_once_but_for_its_two_squares() -> None:
    """The geese carry a nine from the start to 63, which is why 6 and 3 lead to 26, and 5 and 4 to 53.

    http://argolance.free.fr/english/the_game_of_the_goose.htm, and the model of examples/games/game_of_goose in
    https://github.com/mCRL2org/mCRL2; one game in nine would last one turn.
    """
    table = classic()
    assert exactly(table).spread.chances[0] == 0
    without = replace(table, board=replace(table.board, options=replace(table.board.options, first_throws=())))
    assert exactly(without).spread.chances[0] == Fraction(1, 9)


@pytest.mark.parametrize(("squares", "least", "most"), [(24, 60, 80), (30, 80, 100), (63, 180, 240)])
def test_four_teams_on_a_plain_board_take_as_long_as_is_told(squares: int, least: int, most: int) -> None:
    """The first is home after a little over an hour for 24 squares, an hour and a half for 30, three hours for 63.

    With one die, three minutes a turn, and the finish on or past the last square, as is told of plain goose boards.
    """
    first = exactly(Table(board(squares - 1))).rounds.first_of(4)
    assert isinstance(first, Fraction)
    assert least < 4 * 3 * first < most


def close(one: float | Fraction, other: float | Fraction) -> bool:
    return float(one) == pytest.approx(float(other), rel=1e-9, abs=1e-15)


@settings(max_examples=60)
@given(tables())
def test_floating_results_are_the_fractions_to_nine_digits(table: Table) -> None:
    try:
        whole = exactly(table)
    except EndlessTurnError:
        return
    floating = analyse(table)
    assert close(floating.arrival, whole.arrival)
    assert (floating.stuck, floating.quantiles) == (whole.stuck, whole.quantiles)
    for chance, exact in zip(floating.spread.chances, whole.spread.chances, strict=False):
        assert close(chance, exact)
    for found, exact in ((floating.turns, whole.turns), (floating.throws, whole.throws)):
        assert (found is None) == (exact is None)
        if found is not None and exact is not None:
            assert close(found.mean, exact.mean)
            assert close(found.variance, exact.variance)
            assert close(found.deviation, exact.deviation)
    for means, exact_means in ((floating.visits, whole.visits), (floating.cards, whole.cards)):
        assert means.keys() == exact_means.keys()
        assert all(close(means[name], exact_means[name]) for name in means)
    for teams in (1, 3):
        for one, other in (
            (floating.rounds.first_of(teams), whole.rounds.first_of(teams)),
            (floating.rounds.last_of(teams), whole.rounds.last_of(teams)),
        ):
            assert (one is None and other is None) or close(one or 0, other or 0)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Draw a chain whose steps take no turn, one or two, and may come back in no time to where they began."""
    size, total = draw(st.integers(1, 6)), 6
    inside = st.builds(lambda after, turns: Step(after, turns, turns, 1), st.integers(0, size - 1), st.integers(0, 2))
    ways = st.one_of(inside, inside, st.just(Step(ARRIVED, 1, 1, 1)))
    rows = draw(st.lists(st.lists(ways, min_size=total, max_size=total), min_size=size, max_size=size))
    nothing: tuple[Counter[Any], ...] = tuple(Counter() for _ in rows)
    return Chain(tuple(range(size)), tuple(map(Counter, rows)), nothing, nothing, total)


@settings(max_examples=200)
@given(chains())
def test_steps_that_take_no_turn_are_the_same_in_both_ways_of_counting(chain: Chain) -> None:
    floating = spread_of(chain)
    whole = exact_spread(chain, len(floating.chances))
    assert all(close(chance, exact) for chance, exact in zip(floating.chances, whole.chances, strict=False))
    assert sum(whole.chances) + whole.left == 1
    if 0 in chain.arriving:
        solved = chain.without_stuck()
        found, exact = in_floats(solved), in_fractions(solved)
        assert close(found.arrival, exact.arrival)
        assert all(map(close, found.turns, exact.turns))
        assert all(map(close, found.occupation, exact.occupation))


@settings(max_examples=60)
@given(tables())
def test_the_chances_and_what_is_left_add_up_to_one_exactly(table: Table) -> None:
    try:
        whole = exactly(table)
    except EndlessTurnError:
        return
    assert isinstance(whole.spread, ExactSpread)
    assert sum(whole.spread.chances) + whole.spread.left == 1
    if not whole.spread.left:
        assert whole.turns is not None
        assert weighted(whole.spread.chances) == whole.turns.mean
        assert isinstance(whole.rounds, ExactSpread)
        assert whole.rounds.first_of(1) == weighted(whole.rounds.chances)


Told = Callable[..., dict[str, Any]]


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Return what the exact analysis writes in JSON of a board, by its id or its text."""

    def run(text: str, *options: str) -> dict[str, Any]:
        file = tmp_path / "essai.yaml"
        file.write_text(f"id: essai\ntitre: Essai\n{text}", encoding="utf-8")
        name = str(file) if "\n" in text else text
        assert cli.main(["--donnees", str(tmp_path), "simuler", name, "--exact", "--json", *options]) == 0
        report: dict[str, Any] = json.loads(capsys.readouterr().out)
        return report

    return run


@pytest.mark.parametrize("text", ["cases:\n" + "  - theme: emploi\n" * 12, "permis"])
def test_the_command_writes_everything_rational_as_a_fraction(told: Told, text: str) -> None:
    floating, whole = told(text), told(text, "--fractions")
    tours = whole["tours"]
    assert sum(map(Fraction, tours["repartition"])) + Fraction(tours["reste"]) == 1
    assert tours["quantiles"] == floating["tours"]["quantiles"]
    assert float(Fraction(tours["variance"])) == pytest.approx(tours["ecart_type"] ** 2, rel=1e-9)
    for part, key in (("tours", "moyenne"), ("tours", "variance"), ("lancers", "moyenne"), ("lancers", "variance")):
        assert isinstance(whole[part][key], str), f"{part}.{key} is a fraction"
        assert float(Fraction(whole[part][key])) == pytest.approx(floating[part][key], rel=1e-9)
    for key in ("premiere", "derniere"):
        assert float(Fraction(whole["manches"][key])) == pytest.approx(floating["manches"][key], rel=1e-9)
    assert all(isinstance(square["visites"], str) for square in whole["cases"])
    assert whole["themes"]
    assert all(isinstance(mean, str) for mean in whole["themes"].values())


def test_a_game_that_has_a_bound_is_listed_to_its_last_turn(told: Told) -> None:
    whole = told("cases:\n" + "  - libre: oui\n" * 40, "--fractions", "--equipes", "3")
    tours = whole["tours"]
    assert (tours["reste"], len(tours["repartition"]), tours["repartition"][-1]) == ("0", 41, f"1/{6**40}")
    assert weighted(map(Fraction, tours["repartition"])) == Fraction(tours["moyenne"])
    assert all("/" in whole["manches"][key] for key in ("premiere", "derniere"))


def test_a_fraction_too_long_to_be_read_back_is_a_number(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    mean = told("permis")["tours"]["moyenne"]
    monkeypatch.setattr("game.cli.board_report.MOST_BITS", 20)
    assert told("permis", "--fractions")["tours"]["moyenne"] == pytest.approx(mean, rel=1e-9)
