"""Boards that go on for ever, or nearly: the analysis ends, is right, and says in French what is the matter."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import board

from game.cli import main as cli
from game.forecast.exact import analyse
from game.forecast.spread import MOST_TURNS
from game.forecast.spread_exact import MOST_TURNS as MOST_FRACTIONS
from game.rules import Finish, Table
from game.rules.board import START, Effect, ExtraTurn, FirstThrow, GoTo, RollAgain

Report = Callable[..., tuple[str, str]]
HEAD = "id: essai\ntitre: Essai\n"
FREE = "  - libre: oui\n"
BACK = "  - {nom: Retour, icone: path, texte: Oh., effet: {aller: depart}}\n"


@pytest.fixture
def exactly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    """Write a board, and return what the exact analysis prints of it and what it complains about."""
    file = tmp_path / "essai.yaml"

    def run(text: str, *options: str) -> tuple[str, str]:
        file.write_text(HEAD + text, encoding="utf-8")
        cli.main(["--donnees", str(tmp_path), "simuler", str(file), "--exact", *options])
        out, err = capsys.readouterr()
        return out.replace("\u00a0", " ").replace("\u202f", " "), err

    return run


def sixes(runs: int) -> str:
    """Write a board that only so many sixes in a row finish: every other throw leads back to the start."""
    return "cases:\n" + "".join(BACK if at % 6 else FREE for at in range(1, 6 * runs))


def in_a_row(runs: int) -> Table:
    effects: dict[int, Effect] = {at: GoTo(START) for at in range(1, 6 * runs) if at % 6}
    return Table(board(6 * runs - 1, effects))


def run_law(runs: int, p: Fraction = Fraction(1, 6)) -> tuple[Fraction, Fraction]:
    """Return the mean and the variance of the throws until a run of successes.

    W. Feller, "An Introduction to Probability Theory and Its Applications", volume 1, XIII.7, (7.7).
    """
    q, power = 1 - p, p**runs
    return (1 - power) / (q * power), 1 / (q * power) ** 2 - (2 * runs + 1) / (q * power) - p / q**2


@pytest.mark.parametrize("runs", [2, 5, 10, 16])
def test_a_board_that_takes_thousands_of_billions_of_turns_is_solved_to_the_digit(runs: int) -> None:
    mean, variance = run_law(runs)
    whole, floating = analyse(in_a_row(runs), in_whole_fractions=True), analyse(in_a_row(runs))
    assert whole.turns is not None
    assert floating.turns is not None
    assert (whole.turns.mean, whole.turns.variance) == (mean, variance)
    assert floating.turns.mean == pytest.approx(float(mean), rel=1e-9)
    assert floating.turns.deviation == pytest.approx(float(variance) ** 0.5, rel=1e-9)


def test_throws_that_are_given_over_and_over_are_solved_as_well() -> None:
    effects: dict[int, Effect] = {at: RollAgain() if at % 6 == 1 else GoTo("s1") for at in range(1, 97)}
    whole, floating = analyse(Table(board(96, effects)), in_whole_fractions=True), analyse(Table(board(96, effects)))
    for exact, found in ((whole.turns, floating.turns), (whole.throws, floating.throws)):
        assert exact is not None
        assert found is not None
        assert found.mean == pytest.approx(float(exact.mean), rel=1e-9)
        assert found.deviation == pytest.approx(exact.deviation, rel=1e-9)


def test_extra_turns_that_come_back_to_where_they_began_are_one_round() -> None:
    # A 2 leads to square 2, back to the start, and gives another turn in the same round. From the start, r rounds:
    # r = ½ (1 + a) + ½ r; from square 1, a = ½ (1 + r) + ½: r = 4.
    squares = replace(board(2, {2: GoTo(START)}, extra_turn=ExtraTurn.HIGHEST), faces=2)
    for in_whole_fractions in (False, True):
        found = analyse(Table(squares), in_whole_fractions=in_whole_fractions)
        assert found.rounds.first_of(1) == pytest.approx(4, rel=1e-9)


def test_the_list_of_a_very_slow_board_stops_and_says_what_is_left() -> None:
    floating = analyse(in_a_row(16))
    assert len(floating.spread.chances) == MOST_TURNS
    assert floating.spread.left == pytest.approx(1, abs=1e-8)
    assert floating.playing_on == floating.spread.left
    assert set(floating.quantiles.values()) == {None}
    assert floating.rounds.first_of(4) is None, "a mean that the list cannot tell is not told"
    whole = analyse(in_a_row(16), in_whole_fractions=True)
    assert len(whole.spread.chances) == MOST_FRACTIONS
    assert whole.spread.left == 1 - sum(whole.spread.chances)
    assert whole.spread.chances[15] == Fraction(1, 6**16)


def test_a_quantile_after_the_last_fraction_is_still_told() -> None:
    whole, floating = analyse(in_a_row(4), in_whole_fractions=True), analyse(in_a_row(4))
    assert whole.quantiles == floating.quantiles
    assert MOST_FRACTIONS < (whole.quantiles[0.95] or 0) < MOST_TURNS


def test_a_very_slow_board_is_told_in_french_with_the_same_keys(exactly: Report) -> None:
    out, err = exactly(sixes(16))
    assert err == ""
    assert "La liste s’arrête au tour 10 000 : après lui, le jeu continue dans plus de 99,9 % des parties." in out
    assert "fois en moyenne sur le départ. Pour raccourcir, ôtez des effets qui ramènent en arrière" in out
    slow, quick = (json.loads(exactly(sixes(runs), "--json")[0]) for runs in (16, 3))
    for part in (None, "tours", "lancers", "manches"):
        assert list(slow[part] if part else slow) == list(quick[part] if part else quick)
    assert (quick["trop_long"], slow["trop_long"]["tours"], slow["infini"]) == (None, 10_000, None)
    assert slow["tours"]["moyenne"] == pytest.approx(float(run_law(16)[0]), rel=1e-9)
    assert slow["manches"]["premiere"] is None


def test_a_slow_board_in_fractions_adds_up_to_one(exactly: Report) -> None:
    report = json.loads(exactly(sixes(5), "--json", "--fractions")[0])
    tours = report["tours"]
    assert sum(map(Fraction, tours["repartition"])) + Fraction(tours["reste"]) == 1
    assert Fraction(tours["moyenne"]) == run_law(5)[0]
    assert Fraction(tours["variance"]) == run_law(5)[1]
    assert report["trop_long"]["tours"] == MOST_FRACTIONS


def test_an_end_that_two_exact_dice_miss_for_ever_is_told_with_the_chance_of_arriving(exactly: Report) -> None:
    text = "de: 2\nfin: rester\ncases:\n" + FREE * 12
    out, _ = exactly(text)
    report = json.loads(exactly(text, "--json", "--fractions")[0])
    chance = Fraction(report["infini"]["chance"])
    tours = report["tours"]
    assert "la moyenne est infinie : l’équipe n’arrive que dans" in out
    assert "l’arrivée ne peut plus être atteinte depuis la case 12." in out
    assert (tours["moyenne"], tours["ecart_type"], tours["variance"]) == (None, None, None)
    assert (report["cases"], report["themes"], report["trop_long"]) == ([], {}, None)
    assert 0 < chance < 1
    assert sum(map(Fraction, tours["repartition"])) + Fraction(tours["reste"]) == 1
    assert 0 <= Fraction(tours["reste"]) - (1 - chance) < Fraction(1, 10**12)
    assert json.loads(exactly(text, "--json")[0])["infini"]["chance"] == pytest.approx(float(chance), rel=1e-9)


def test_a_wall_that_nobody_passes_is_told(exactly: Report) -> None:
    out, err = exactly(f"cases:\n{FREE * 4}{BACK * 6}{FREE * 4}")
    assert err == ""
    assert "la moyenne est infinie : l’équipe n’arrive jamais ;" in out
    report = json.loads(exactly(f"cases:\n{FREE * 4}{BACK * 6}{FREE * 4}", "--json", "--fractions")[0])
    assert (report["infini"]["chance"], report["tours"]["reste"], report["tours"]["repartition"]) == ("0", "1", [])


def test_the_chance_of_arriving_worked_by_hand() -> None:
    # One square, two coins: 2 arrives (¼), 3 and 4 overshoot and are thrown again.
    found = analyse(Table(replace(board(1, dice=2, finish=Finish.STAY), faces=2)), in_whole_fractions=True)
    assert found.turns is not None
    assert (found.turns.mean, found.arrival) == (4, 1)
    # With two squares, 3 arrives (½), 2 comes to the square before the arrival (¼) and is stuck there: 2 in 3 arrive.
    found = analyse(Table(replace(board(2, dice=2, finish=Finish.STAY), faces=2)), in_whole_fractions=True)
    assert (found.turns, found.stuck, found.arrival) == (None, (2,), Fraction(2, 3))


def behind_a_wall(runs: int, otherwise: str) -> Table:
    """Return a board whose first throw, a six, leads past a wall, and where only sixes then lead to the end.

    From behind the wall, squares 7 to 12, nobody gets out. Past it, what is not a six leads to ``otherwise``.
    """
    effects: dict[int, Effect] = {at: GoTo("s1") for at in range(7, 13)}
    effects |= {20 + at: GoTo(otherwise) for at in range(1, 6 * runs) if at % 6}
    return Table(board(19 + 6 * runs, effects, first_throws=(FirstThrow((6,), "s20"),)))


def test_a_board_that_is_stuck_or_else_very_slow_is_both() -> None:
    found = analyse(behind_a_wall(14, "s20"))
    assert found.turns is None
    assert found.stuck == (1, 2, 3, 4, 5, 6)
    assert found.arrival == pytest.approx(1 / 6, rel=1e-9)
    assert found.playing_on == pytest.approx(1 / 6, rel=1e-6)
    assert analyse(behind_a_wall(14, "s20"), in_whole_fractions=True).arrival == Fraction(1, 6)


def test_an_arrival_that_almost_never_comes_is_not_lost() -> None:
    table = behind_a_wall(16, "s1")
    floating, whole = analyse(table), analyse(table, in_whole_fractions=True)
    assert whole.arrival == Fraction(1, 6**17)
    assert floating.arrival == pytest.approx(6**-17, rel=1e-9)
    assert (floating.turns, floating.playing_on, whole.playing_on) == (None, 0, 0)
    assert floating.spread.left == 1
