"""A session outlives the program: killed at any instant, it loses nothing that was acknowledged."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.app import load_content, make_painter, make_stage
from game.content.load import Loaded
from game.demo.offscreen import Offscreen
from game.desk.laptop import LaptopDesk
from game.drawing.drawlist import Text
from game.drawing.theme import LIGHT
from game.screens.inputs import Press
from game.screens.play import PlayScene
from game.screens.scene import Look
from game.screens.stage import Stage
from game.session.clock import ManualClock
from game.session.folder import JOURNAL, read_records
from game.session.history import replay
from game.session.state import SessionState

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send SIGKILL")

ROOT = Path(__file__).resolve().parents[1]
DRIVER = Path(__file__).parent / "kill_driver.py"
LATER = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
KILLS = 18
LONGEST_DELAY = 0.02
"""In seconds: the time of one or two records."""
MANY_PRESSES = 2000


@dataclass
class Program:
    """Another program that plays a session; it says the number of each record that it has kept."""

    process: subprocess.Popen[str]
    data: Path
    said: int = 0

    def hear(self, number: int) -> None:
        """Wait until the program has acknowledged this record."""
        assert self.process.stdout is not None
        while self.said < number:
            line = self.process.stdout.readline()
            assert line, "the program ended too early"
            self.said = int(line)

    def kill(self, delay: float = 0.0) -> None:
        """Let the program run for a moment, and kill it; hear what it had acknowledged."""
        if delay:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=delay)
        self.process.kill()
        rest, _ = self.process.communicate()
        self.said = max([self.said, *(int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n"))])

    @property
    def sessions(self) -> list[Path]:
        """The folders of the sessions that it has kept."""
        return [path.parent for path in self.data.glob(f"*/seances/*/{JOURNAL}")]


@contextmanager
def started(data: Path, held: int = 0) -> Iterator[Program]:
    """Start the program; it is killed at the end if it still runs."""
    data.mkdir()
    command = [sys.executable, str(DRIVER), str(data), str(held)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=data
    ) as process:
        try:
            yield Program(process, data)
        finally:
            process.kill()


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_content()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    """Play the session to its end, and return the lines of its journal."""
    data = tmp_path_factory.mktemp("whole") / "data"
    with started(data) as program:
        program.process.communicate()
        assert program.process.returncode == 0
    return tuple((data / "sortie" / JOURNAL).read_bytes().splitlines())


@contextmanager
def at_home(session: Path, loaded: Loaded) -> Iterator[tuple[Stage, ManualClock]]:
    """Open the game again on the same data, hours later."""
    clock = ManualClock(LATER)
    desk = LaptopDesk(loaded, session.parents[1], clock)
    stage = make_stage(Offscreen((480, 360)), desk, clock)
    stage.draw()
    try:
        yield stage, clock
    finally:
        desk.close()


def offers(stage: Stage) -> set[str]:
    return {key for binding in stage.scene.bindings() for key in binding.keys}


def said_on(stage: Stage) -> str:
    picture = stage.scene.picture(Look(LIGHT, make_painter(), 1920, 1080), stage.now)
    return " ".join(item.text for item in (*picture.base, *picture.moving) if isinstance(item, Text))


def timeless(state: SessionState) -> SessionState:
    return replace(state, ran=0.0, since=0.0)


def press_on(stage: Stage, clock: ManualClock) -> SessionState:
    """Go on with the big key alone until the session is closed."""
    scene = stage.scene
    assert isinstance(scene, PlayScene)
    for _ in range(MANY_PRESSES):
        if scene.state.is_closed:
            break
        clock.advance(20)
        stage.give(Press("space"))
    return scene.state


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_session_is_offered_again_whole_and_goes_on(
    kill: int, whole: tuple[bytes, ...], loaded: Loaded, tmp_path: Path
) -> None:
    held = len(whole) - 2  # the program waits there: it never closes the session before it is killed
    with started(tmp_path / "data", held) as program:
        program.hear(1 + kill * (held - 1) // KILLS)
        program.kill(random.Random(kill).uniform(0, LONGEST_DELAY))  # noqa: S311 - the same instants every time
        [session] = program.sessions
    reading = read_records(session)
    assert len(reading.records) >= program.said
    assert reading.lines == whole[: len(reading.lines)]
    with at_home(session, loaded) as (stage, clock):
        assert "R" in offers(stage)
        stage.give(Press("r"))
        assert isinstance(stage.scene, PlayScene)
        assert timeless(stage.scene.state) == timeless(replay(reading.records).state)
        assert stage.scene.state == replay(read_records(session).records).state
        assert press_on(stage, clock).is_closed
    after = read_records(session)
    assert (after.torn, after.is_damaged) == (b"", False)
    assert after.lines[: len(reading.lines)] == reading.lines
    assert (session / "bilan.md").is_file()


@pytest.mark.parametrize("kill", range(3))
def test_a_program_killed_while_it_opens_leaves_nothing_in_the_way(kill: int, loaded: Loaded, tmp_path: Path) -> None:
    with started(tmp_path / "data", held=1) as program:
        program.kill(random.Random(kill).uniform(0.1, 0.7))  # noqa: S311 - the same instants every time
        assert len(program.sessions) >= program.said
    with at_home(next(iter(program.sessions), tmp_path / "data" / "seances" / "rien"), loaded) as (stage, _):
        assert "N" in offers(stage)
        assert ("R" in offers(stage)) >= (program.said == 1)


def test_a_session_that_is_open_in_another_program_is_left_to_it(
    whole: tuple[bytes, ...], loaded: Loaded, tmp_path: Path
) -> None:
    held = len(whole) // 2
    with started(tmp_path / "data", held) as program:
        program.hear(held)
        [session] = program.sessions
        before = (session / JOURNAL).read_bytes()
        with at_home(session, loaded) as (stage, _):
            stage.give(Press("r"))
            assert not isinstance(stage.scene, PlayScene)
            sentence = f"La séance {session.name} est déjà ouverte dans une autre fenêtre du programme."
            assert sentence in said_on(stage)
        assert (session / JOURNAL).read_bytes() == before
        program.process.communicate("")
        assert program.process.returncode == 0
    assert (program.data / "sortie" / JOURNAL).read_bytes().splitlines() == list(whole)


def test_a_session_whose_program_was_killed_is_free_again(
    whole: tuple[bytes, ...], loaded: Loaded, tmp_path: Path
) -> None:
    with started(tmp_path / "data", held=len(whole) // 2) as program:
        program.hear(len(whole) // 2)
        [session] = program.sessions
        with at_home(session, loaded) as (stage, _):
            stage.give(Press("r"))
            assert not isinstance(stage.scene, PlayScene)
            program.kill()
            stage.give(Press("r"))
            assert isinstance(stage.scene, PlayScene)
