"""What ``permis simuler`` prints about whole sessions."""

import json
from pathlib import Path

import pytest

from game.cli.errors import CommandError
from game.cli.simulation import grouped, simulate_command

FORMAT = "entre-pilotes-90"
NO_BREAK = "\u00a0"


def printed(capsys: pytest.CaptureFixture[str], *, as_json: bool = False, image: Path | None = None) -> str:
    simulate_command(None, FORMAT, 4, 500, 1, as_json, image)
    return capsys.readouterr().out.replace(NO_BREAK, " ")


def test_it_says_what_a_session_gives_and_draws_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys)
    for words in (
        "1 h 30 pour 4 équipes, dont 45 min de jeu",
        "échanges",
        "Une équipe arrive dans",
        "500 séances",
        "█",
    ):
        assert words in told


def test_its_json_is_alone_and_the_same_for_the_same_seed(capsys: pytest.CaptureFixture[str]) -> None:
    first, again = (json.loads(printed(capsys, as_json=True)) for _ in range(2))
    assert first == again
    assert sum(first["echanges"]["repartition"]) == pytest.approx(1)
    mean = sum(number * share for number, share in enumerate(first["echanges"]["repartition"]))
    assert mean == pytest.approx(first["echanges"]["moyenne"])
    assert sum(first["themes"]["echanges"].values()) == pytest.approx(mean)
    assert set(first["cases"]["jamais_visitees"]) >= {"case-1", "colocation", "case-30"}


def test_it_writes_a_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    printed(capsys, image=tmp_path / "images" / "seances.png")
    assert (tmp_path / "images" / "seances.png").read_bytes().startswith(b"\x89PNG")


def test_a_format_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(CommandError, match=FORMAT):
        simulate_command(None, "inconnu", 4, 10, 1, False, None)  # noqa: FBT003 - as the command line gives it


def test_a_picture_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    with pytest.raises(CommandError, match="Impossible d’écrire"):
        simulate_command(None, FORMAT, 4, 10, 1, False, tmp_path / "fichier" / "a.png")  # noqa: FBT003 - as above


def test_a_wide_histogram_puts_numbers_side_by_side_together() -> None:
    bars = grouped([(number, 0.01) for number in range(100)])
    assert bars[0][0] == "0–4"
    assert len(bars) <= 24
    assert sum(share for _, share in bars) == pytest.approx(1)
