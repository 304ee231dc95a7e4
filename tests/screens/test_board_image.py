"""`permis plateau --image`: the board as the room sees it, in a file; the pictures of the guides are made so."""

import errno
import os
import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pygame
import pytest
from pilot import shipped

from game.app import make_painter
from game.cli import main as cli
from game.cli.board_picture import played_board
from game.drawing.drawlist import Picture, Text
from game.screens.painter import Painter

ROOT = Path(cli.__file__).parents[2]
GUIDE = ROOT / "docs" / "plateaux.md"
COMMAND = re.compile(r"^permis (plateau \S+ --image (docs/\S+\.png))$", re.MULTILINE)
COARSE = (240, 135)
"""Pictures are compared by places of 8 x 8 px: another FreeType smooths letters otherwise, and moves nothing so far."""
FAINT = 40
"""Levels of 256 by which a place may differ."""


@pytest.fixture
def painter() -> Painter:
    return make_painter()


def permis(*arguments: str) -> int:
    return cli.main(["plateau", *arguments])


def shown_pictures() -> set[str]:
    return {f"docs/{name}" for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", GUIDE.read_text(encoding="utf-8"))}


def commands() -> dict[str, str]:
    """Return the command of the guide that draws each picture."""
    return {file: command for command, file in COMMAND.findall(GUIDE.read_text(encoding="utf-8"))}


def other_places(one: pygame.Surface, other: pygame.Surface) -> int:
    """Count the places where two pictures do not show the same."""
    coarse = [pygame.transform.smoothscale(picture.convert(32), COARSE) for picture in (one, other)]
    faint = pygame.Color(FAINT, FAINT, FAINT)
    alike = pygame.transform.threshold(None, coarse[0], None, faint, set_behavior=0, search_surf=coarse[1])
    return COARSE[0] * COARSE[1] - alike


def test_the_guide_tells_the_command_of_each_of_its_pictures_and_shows_each_that_it_tells() -> None:
    assert shown_pictures() == set(commands()) != set()


@pytest.mark.parametrize("file", sorted(commands()))
def test_the_pictures_of_the_guide_are_what_its_commands_draw_now(file: str, tmp_path: Path) -> None:
    *arguments, _ = shlex.split(commands()[file].removeprefix("plateau "))
    assert permis(*arguments, str(tmp_path / "now.png")) == 0
    now, kept = pygame.image.load(tmp_path / "now.png"), pygame.image.load(ROOT / file)
    assert now.get_size() == kept.get_size() == (1920, 1080)
    again = f"docs/plateaux.md shows an old board: run permis {commands()[file]}"
    assert other_places(now, kept) == 0, again


def test_the_comparison_with_the_guide_sees_a_single_word_that_has_changed(painter: Painter) -> None:
    board, library = shipped().library.boards["permis"], shipped().library
    picture = played_board(board, library, painter)
    renamed = tuple(
        replace(item, text="Départs") if isinstance(item, Text) and item.text == "Départ" else item
        for item in picture.base
    )
    canvases = []
    for items in (picture.base, renamed):
        canvases.append(pygame.Surface((1920, 1080)))
        painter.paint(canvases[-1], replace(picture, base=items), 1.0)
    assert other_places(*canvases) > 0
    assert other_places(canvases[0], canvases[0].copy()) == 0


def test_a_picture_shows_the_squares_the_teams_and_whose_turn_it_is(painter: Painter) -> None:
    board = shipped().library.boards["permis"]
    written = words_of(played_board(board, shipped().library, painter))
    names = {square.name for square in board.squares if square.name}
    assert all(name in written for name in names)
    assert "Au tour de" in written
    assert all(team.name in written for team in shipped().library.teams[:4])
    assert "Encore 45 min" in written.replace("\u00a0", " "), "the time is that of the format played on this board"


def test_the_same_board_gives_the_same_picture(painter: Painter) -> None:
    library = shipped().library
    first, again = (played_board(library.boards["oie-63"], library, painter) for _ in range(2))
    assert first == again


def words_of(picture: Picture) -> str:
    return " ".join(item.text for item in picture.base if isinstance(item, Text))


def test_a_board_of_ones_own_is_drawn_with_its_own_squares(tmp_path: Path) -> None:
    mine = (ROOT / "content/boards/exemple.yaml").read_text(encoding="utf-8")
    (tmp_path / "mien.yaml").write_text(mine, encoding="utf-8")
    assert permis(str(tmp_path / "mien.yaml"), "--image", str(tmp_path / "images" / "mien.PNG")) == 0
    assert (tmp_path / "images" / "mien.PNG").read_bytes().startswith(b"\x89PNG"), "the folder is made"


def test_a_picture_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "plateau.png"
    file.write_bytes(b"avant")
    assert permis("permis", "--image", str(file)) == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    assert list(tmp_path.iterdir()) == [file], "nothing else is left in the folder"


@pytest.mark.parametrize("name", ["plateau.jpg", "plateau", ".png", "plateau.png.txt"])
def test_a_name_that_is_not_that_of_a_png_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("plateau permis", "simuler permis"):
        assert cli.main([*command.split(), "--image", str(tmp_path / name)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "finit par .png" in err
    assert list(tmp_path.iterdir()) == []


def test_what_stands_in_the_way_is_said_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fichier").write_text("")
    (tmp_path / "dossier.png").mkdir()
    for file, reason in (("fichier/a.png", "un fichier est là où il faut un dossier"), ("dossier.png", "un dossier")):
        assert permis("permis", "--image", str(tmp_path / file)) == 1
        said = capsys.readouterr().err
        assert said.startswith("Impossible d’écrire «\u00a0")
        assert reason in said


def test_a_full_disk_is_said_in_french_and_the_picture_that_was_there_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "plateau.png"
    file.write_bytes(b"avant")
    monkeypatch.setattr(os, "fsync", refuse)
    assert permis("permis", "--image", str(file)) == 1
    assert "il n’y a plus de place sur le disque" in capsys.readouterr().err
    assert file.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [file]
