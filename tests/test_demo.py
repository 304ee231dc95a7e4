"""The session that plays itself: the same files for the same seed, without a display, without a network."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from kill_driver import SmallCanvas

from game.demo import show
from game.drawing.drawlist import Icon, Picture
from game.screens.painter import Painter

ROOT = Path(__file__).resolve().parents[1]
IN_README = "permis demo --sans-ecran --rapide --graine 7 --sortie demonstration"
KEPT = ("journal.jsonl", "bilan.json", "bilan.md")
SIZE = (1920, 1080)
SCREENS = {
    # around a session
    "accueil",
    "cartes",
    "reglages",
    "nouvelle-seance-1",
    "nouvelle-seance-2",
    "nouvelle-seance-3",
    "accueil-apres",
    "bilans",
    # its acts
    "ce-qui-est-note",
    "meteo-arrivee",
    "regles-du-jeu",
    "plateau",
    "de-lance",
    "pion-en-route",
    "arrivee-sur-une-case",
    "mot",
    "brique",
    "fin-du-jeu",
    "debrief",
    "mur",
    "prochain-pas",
    "meteo-depart",
    "fin",
    "seance-cloturee",
    # what can be asked at any moment
    "retour-en-arriere",
    "pause",
    "menu",
    "actes",
    "revenir-la",
    "equipes",
    "touches",
    "ecran-noir",
}
BY_CHANCE = {
    # a session that draws few cards may miss one of these; two sessions do not
    "carte-temoignage",
    "carte-mise-en-situation",
    "carte-question",
    "carte-reponse",
    "carte-defi",
    "case-speciale",
    "effet",
}
OFFLINE = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind", "socket.gethostbyname"):
        os._exit(99)

sys.addaudithook(refuse)
"""


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a computer without a display."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return {**kept, "PYTHONUTF8": "1", **changes}


def permis(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the command of the checkout."""
    command = [sys.executable, "-m", "game", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(**changes), capture_output=True, text=True, check=False, encoding="utf-8"
    )


def played(output: Path, seed: int, **changes: str) -> Path:
    """Run the command of the README, but for its seed and its folder."""
    arguments = shlex.split(IN_README)[1:]
    arguments[arguments.index("--graine") + 1] = str(seed)
    arguments[-1] = str(output)
    done = permis(*arguments, **changes)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert sorted(done.stdout.split()) == sorted(map(str, output.iterdir()))
    return output


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder for ``PYTHONPATH`` that ends a program at once when it turns to the network."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    return str(folder)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("first") / "seven", 7)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("other") / "eight", 8)


def names(output: Path) -> list[str]:
    return [path.stem.partition("-")[2] for path in sorted(output.glob("*.png"))]


def test_the_readme_tells_the_command() -> None:
    assert IN_README in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_same_seed_leaves_the_same_files_with_the_network_cut(first: Path, offline: str, tmp_path: Path) -> None:
    again = played(tmp_path / "again", 7, PYTHONPATH=offline)
    for name in KEPT:
        assert (again / name).read_bytes() == (first / name).read_bytes(), name
    assert names(again) == names(first)


def test_a_program_that_turns_to_the_network_would_be_noticed(offline: str) -> None:
    program = "import socket; socket.socket().connect(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", program], env=environment(PYTHONPATH=offline), check=False)
    assert done.returncode == 99


def test_another_seed_plays_another_session(first: Path, other: Path) -> None:
    assert (other / "journal.jsonl").read_bytes() != (first / "journal.jsonl").read_bytes()


def test_there_is_a_picture_of_every_kind_of_screen(first: Path, other: Path) -> None:
    assert SCREENS - set(names(first)) == set()
    assert BY_CHANCE - set(names(first)) - set(names(other)) == set()


def test_pictures_are_numbered_in_the_order_they_were_seen(first: Path) -> None:
    pictures = sorted(first.glob("*.png"))
    assert [path.name[:3] for path in pictures] == [f"{number:02}-" for number in range(1, len(pictures) + 1)]
    assert len(set(names(first))) == len(pictures)


def test_pictures_fill_a_projector_and_only_the_black_screen_is_empty(first: Path) -> None:
    for path in first.glob("*.png"):
        picture = pygame.image.load(path)
        assert picture.get_size() == SIZE, path.name
        small = pygame.transform.scale(picture, (192, 108))
        seen = {small.get_at((x, y))[:3] for x in range(192) for y in range(108)}
        if path.stem.endswith("ecran-noir"):
            assert seen == {(0, 0, 0)}
        else:
            assert len(seen) > 5, path.name


def test_no_two_pictures_are_the_same_but_home_before_and_after(first: Path) -> None:
    pictures = [path.read_bytes() for path in first.glob("*.png") if not path.stem.endswith("accueil-apres")]
    assert len(set(pictures)) == len(pictures)


def test_every_icon_that_is_seen_is_shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: set[str] = set()

    def look(_: Painter, __: pygame.Surface, picture: Picture, ___: float) -> list[pygame.Rect]:
        seen.update(item.name for item in (*picture.base, *picture.moving) if isinstance(item, Icon))
        return []

    monkeypatch.setattr(show, "Offscreen", SmallCanvas)
    monkeypatch.setattr(Painter, "paint", look)
    show.in_memory(tmp_path, 7, quick=True)
    assert len(seen) > 20
    assert seen - {path.stem for path in (ROOT / "assets" / "icons").glob("*.svg")} == set()


def test_without_a_display_one_sentence_names_what_can_be_done(tmp_path: Path) -> None:
    done = permis("--donnees", str(tmp_path), SDL_VIDEODRIVER="x11")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "permis demo --sans-ecran --rapide --sortie DOSSIER" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_demonstration_in_a_window_says_the_same_without_a_display(tmp_path: Path) -> None:
    done = permis("demo", "--sortie", str(tmp_path / "sortie"), SDL_VIDEODRIVER="x11")
    assert (done.returncode, done.stderr) == (1, permis(SDL_VIDEODRIVER="x11").stderr)
