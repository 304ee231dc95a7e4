"""What is installed is what was written: content and assets travel, and the game runs without the checkout."""

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

from game.screens import lettering

ROOT = Path(__file__).resolve().parents[1]
PLAY = "python -m pip install . && python -m game"
TEST = 'python -m pip install ".[tests]" && python -m pytest'
SHIPPED = "game/_shipped/"
FALLBACK_ICON = "question"
"""Drawn by the painter in the place of an icon that is not there."""


def run(folder: Path, *command: str, **changes: str) -> str:
    """Run a command in a folder, and return what it prints."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **changes}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, with the tools that are installed here."""
    top = tmp_path_factory.mktemp("sources")
    for name in ("game", "content", "assets"):
        shutil.copytree(ROOT / name, top / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copyfile(ROOT / name, top / name)
    built = tmp_path_factory.mktemp("wheel")
    run(top, "-m", "pip", "wheel", ".", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(built))
    [found] = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a folder of its own, beside the libraries that are here."""
    target = tmp_path_factory.mktemp("installed")
    run(target, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def in_wheel(wheel: Path, folder: str) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
    return {name.removeprefix(folder) for name in names if name.startswith(folder)}


def in_checkout(folder: str) -> set[str]:
    top = ROOT / folder
    return {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file() and path.suffix != ".pyc"}


@pytest.mark.parametrize("folder", ["content", "assets"])
def test_all_that_is_shipped_travels_in_the_wheel(wheel: Path, folder: str) -> None:
    assert in_wheel(wheel, f"{SHIPPED}{folder}/") == in_checkout(folder)


def test_all_the_program_travels_in_the_wheel_and_no_test_does(wheel: Path) -> None:
    program = {name for name in in_wheel(wheel, "game/") if not name.startswith("_shipped/")}
    assert program == in_checkout("game")
    assert {name.partition("/")[0].partition("-")[0] for name in in_wheel(wheel, "")} == {
        "game",
        "permis_de_se_reconstruire",
    }


def test_the_installed_content_is_read_and_checked_from_another_folder(installed: Path, tmp_path: Path) -> None:
    where = run(tmp_path, "-c", "import game; print(game.__file__)", PYTHONPATH=str(installed))
    assert Path(where.strip()).is_relative_to(installed)
    folders = "from game.places import *; print(content_folder(), assets_folder(), sep='\\n')"
    for folder in run(tmp_path, "-c", folders, PYTHONPATH=str(installed)).splitlines():
        assert Path(folder).is_relative_to(installed)
        assert Path(folder).is_dir()
    told = run(tmp_path, "-m", "game", "verifier", PYTHONPATH=str(installed))
    assert "problème" in told.splitlines()[-1]
    assert "erreur" not in told.splitlines()[-1]


def test_the_installed_game_plays_a_whole_session_from_another_folder(installed: Path, tmp_path: Path) -> None:
    told = run(
        tmp_path,
        *("-m", "game", "demo", "--sans-ecran", "--rapide", "--graine", "7", "--sortie", "jouee"),
        PYTHONPATH=str(installed),
    )
    assert [Path(line).name for line in told.splitlines()[:3]] == ["journal.jsonl", "bilan.json", "bilan.md"]
    assert len(list((tmp_path / "jouee").glob("*.png"))) == len(told.splitlines()) - 3 > 20


def test_the_readme_tells_one_command_to_play_and_one_to_test() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines.count(PLAY) == lines.count(TEST) == 1
    assert sum(line.startswith("python -m pip install") for line in lines) == 2


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"^command=\$\(grep -m1 '([^']+)' README\.md\)$", ci, re.MULTILINE)
    assert pattern is not None
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if re.search(pattern[1], line)] == [TEST]
    assert '\nbash -c "$command"\n' in ci


@cache
def code() -> list[ast.AST]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "game").rglob("*.py"))
    return [node for tree in trees for node in ast.walk(tree)]


def texts(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def icons_in_content() -> set[str]:
    files = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.yaml"))
    return set(re.findall(r"\bicone:\s*[\"']?([a-z0-9-]+)", files))


def icons_drawn_by_name() -> set[str]:
    """Return the names that the code draws itself: ``Icon(place, "timer", ink)``, ``icon = "check" if ...``."""
    names: set[str] = set()
    for node in code():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Icon":
            names |= texts(node.args[1])
        elif isinstance(node, ast.Assign) and any(getattr(to, "id", "") == "icon" for to in node.targets):
            names |= texts(node.value)
    return names


def shipped_icons() -> set[str]:
    return {path.stem for path in (ROOT / "assets" / "icons").glob("*.svg")}


def test_every_icon_that_is_drawn_is_shipped() -> None:
    assert len(icons_drawn_by_name()) > 5
    assert len(icons_in_content()) > 10
    assert (icons_drawn_by_name() | icons_in_content() | {FALLBACK_ICON}) - shipped_icons() == set()


def test_every_icon_that_is_shipped_is_named_somewhere() -> None:
    named = {text for node in code() for text in texts(node)} | icons_in_content()
    assert shipped_icons() - named == set()


def test_fonts_are_those_that_the_lettering_reads_each_with_its_licence() -> None:
    tree = ast.parse(Path(lettering.__file__).read_text(encoding="utf-8"))
    read = {text for text in texts(tree) if text.endswith(".ttf")}
    shipped = {path.name for path in (ROOT / "assets" / "fonts").iterdir()}
    assert {name for name in shipped if name.endswith(".ttf")} == read
    families = {name.partition("-")[0] for name in read}
    assert families == {name.split("-")[1] for name in shipped if name.startswith("OFL-")}
