"""``permis aide``: real help on the terminal and on paper, from what staff wrote and nothing else."""

from pathlib import Path

import pytest

from game.cli.main import main


def test_the_list_is_told_with_where_each_number_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aide"]) == 0
    told = capsys.readouterr().out
    for words in ("115", "3114", "116 006", "Un copilote de la maison", "SIAO 44", "2024"):
        assert words in told


def test_the_list_is_printed_on_a4_in_a_folder_that_is_made_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "papier" / "aide.pdf"
    assert main(["aide", "--pdf", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert b"595.27" in file.read_bytes(), "as wide as A4, in points"
    assert str(file) in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["aide", "--pdf", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "Le PDF ne peut pas être écrit" in told
    assert "Traceback" not in told
