"""Run the demonstration: in a window at a human pace, or in memory as fast as it goes."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from game.app import TITLE, load_content, make_stage
from game.demo.clock import SkippingClock
from game.demo.offscreen import Offscreen
from game.demo.script import Beat, script
from game.desk.laptop import LaptopDesk
from game.screens.inputs import Input, Press, Typed
from game.screens.stage import Canvas, Stage
from game.screens.window import Closed, Exposed, MainWindow
from game.session.chance import new_seed, seeded
from game.session.clock import Clock, ManualClock, SystemClock

_QUICK_START = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
"""When the quick demonstration pretends to begin: with the same seed, it leaves the same files to the byte."""
_MOTION_SECONDS = 4.0
_FRAME_SECONDS = 1 / 60
_KEPT = ("journal.jsonl", "bilan.json", "bilan.md")


@dataclass
class Album:
    """Numbered pictures, one of each kind of screen."""

    canvas: Offscreen
    folder: Path
    names: list[str] = field(default_factory=list)

    def keep(self, name: str) -> None:
        """Save the screen under a name, the first time that name comes."""
        if name and name not in self.names:
            self.names.append(name)
            (self.folder / f"{len(self.names):02}-{name}.png").write_bytes(self.canvas.png())


class LeftError(Exception):
    """Someone closed the window of the demonstration."""


def in_memory(output: Path, seed: int, *, quick: bool) -> list[Path]:
    """Play the demonstration without a display; return the files it leaves in ``output``.

    When it is not ``quick`` it takes the time that a person would look at each screen.

    Raises:
        OSError: ``output`` cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    clock = SkippingClock(ManualClock(_QUICK_START))
    canvas = Offscreen()
    album = Album(canvas, output)

    def wait(stage: Stage, beat: Beat) -> None:
        clock.skip(beat.seconds)
        if not quick:
            time.sleep(beat.seconds)
        stage.draw()
        album.keep(beat.shot)

    def watch(stage: Stage, beat: Beat) -> None:
        clock.skip(beat.motion_seconds)
        stage.draw()
        album.keep(beat.shot_in_motion)
        clock.skip(_MOTION_SECONDS)

    with tempfile.TemporaryDirectory() as data:
        folder = _play(canvas, clock, clock.skip, Path(data), seed, wait, watch)
        for name in _KEPT:
            shutil.copyfile(folder / name, output / name)
    return [output / name for name in _KEPT] + sorted(output.glob("*.png"))


def in_window(output: Path | None, seed: int | None, pace: float) -> None:
    """Play the demonstration in a window; ``pace`` divides the time to look at each screen.

    Raises:
        NoDisplayError: there is no screen to open a window on.
        OSError: ``output`` cannot be written.
    """
    canvas = MainWindow(TITLE)
    clock = SkippingClock(SystemClock())

    def wait(stage: Stage, beat: Beat) -> None:
        _look(stage, canvas, beat.seconds / pace)

    def watch(stage: Stage, _: Beat) -> None:
        ends = time.monotonic() + _MOTION_SECONDS
        while (stage.scene.wakes_in(stage.now) or 1) <= _FRAME_SECONDS and time.monotonic() < ends:
            _look(stage, canvas, _FRAME_SECONDS)

    with tempfile.TemporaryDirectory() as data:
        try:
            folder = _play(
                canvas,
                clock,
                clock.skip,
                Path(data),
                new_seed() if seed is None else seed,
                wait,
                watch,
                has_captions=True,
            )
            if output is not None:
                output.mkdir(parents=True, exist_ok=True)
                for name in _KEPT:
                    shutil.copyfile(folder / name, output / name)
        except LeftError:
            pass
        finally:
            canvas.close()


def _play(
    canvas: Canvas,
    clock: Clock,
    skip: Callable[[float], None],
    data: Path,
    seed: int,
    wait: Callable[[Stage, Beat], None],
    watch: Callable[[Stage, Beat], None],
    *,
    has_captions: bool = False,
) -> Path:
    """Play all the beats, and return the folder of the session."""
    desk = LaptopDesk(load_content(), data, clock, seed=seed, demonstration=True)
    stage = make_stage(canvas, desk, clock)
    try:
        for beat in script(stage, seeded(seed)):
            stage.main.caption = beat.caption if has_captions else ""
            wait(stage, beat)
            skip(beat.talk)
            _do(stage, beat.given)
            watch(stage, beat)
    finally:
        desk.close()
    return next(desk.sessions_folder.iterdir())


def _do(stage: Stage, given: Input | None) -> None:
    """Give the stage what a person would: text comes letter by letter, each after its key."""
    if isinstance(given, Typed):
        for letter in given.text:
            stage.give(Press("space" if letter == " " else letter))
            stage.give(Typed(letter))
    elif given is not None:
        stage.give(given)


def _look(stage: Stage, canvas: Canvas, seconds: float) -> None:
    """Let people look for a while; the window can be resized and closed meanwhile, and Escape leaves."""
    ends = time.monotonic() + seconds
    while True:
        stage.draw()
        left = ends - time.monotonic()
        if left <= 0:
            return
        wakes = stage.scene.wakes_in(stage.now)
        for given in canvas.poll(min(left, wakes) if wakes is not None else left):
            if isinstance(given, Closed) or given == Press("escape"):
                raise LeftError
            if isinstance(given, Exposed):
                stage.take(given)
