"""The processor time of a frame while a pawn hops on a projector, and the frames of a screen where nothing moves."""

import json
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.displays import displays, told_by  # noqa: E402 - the checkout is run in place
from game.app import TITLE, load_content, make_stage  # noqa: E402 - as above
from game.desk import LaptopDesk  # noqa: E402 - as above
from game.rules import Phase  # noqa: E402 - as above
from game.screens.inputs import Press  # noqa: E402 - as above
from game.screens.play import PlayScene  # noqa: E402 - as above
from game.screens.stage import Stage  # noqa: E402 - as above
from game.screens.window import RoomWindow  # noqa: E402 - as above
from game.session.clock import ManualClock  # noqa: E402 - as above

SIZE = (1920, 1080)
THROWS, FRAME_SECONDS, STILL_STEPS = 12, 1 / 60, 100
GOAL_MS = 4.0


class CountingWindow(RoomWindow):
    """A window that counts how many times it was shown."""

    shown = 0

    def show(self) -> None:
        """Show, and count."""
        self.shown += 1
        super().show()


def press(stage: Stage, clock: ManualClock, key: str) -> None:
    """Press a key, long enough after the last one; what it moves is over when the next one comes."""
    clock.advance(1)
    stage.give(Press(key))


def begin(stage: Stage, clock: ManualClock) -> PlayScene:
    """Go from home to a session with its game on the board."""
    for key in ("n", "pagedown", "pagedown", "pagedown"):
        press(stage, clock, key)
    play = stage.scene
    if not isinstance(play, PlayScene):
        raise TypeError(f"expected a session, found {type(play).__name__}")
    while not play.state.is_on_board:
        press(stage, clock, "space")
    return play


def throw(stage: Stage, clock: ManualClock, play: PlayScene) -> list[int]:
    """Throw the die, and return the nanoseconds of processor of each frame until the pawn has arrived."""
    while play.state.game.phase is not Phase.READY:
        press(stage, clock, "space")
        stage.draw()
    clock.advance(1)
    stage.draw()
    stage.give(Press("6"))
    spent = []
    while (play.wakes_in(stage.now) or 1) <= FRAME_SECONDS:
        start = time.process_time_ns()
        stage.draw()
        spent.append(time.process_time_ns() - start)
        clock.advance(FRAME_SECONDS)
    return spent


def frames_of_a_still_screen(stage: Stage, window: CountingWindow) -> int:
    """Return how many times the window is shown while nothing happens."""
    for _ in range(3):  # what opening the window asked for
        stage.step(0.05)
    before = window.shown
    for _ in range(STILL_STEPS):
        stage.step(0.001)
    return window.shown - before


def measured() -> dict[str, float]:
    """Open a window, play, and return milliseconds of a frame and frames of a still screen."""
    clock = ManualClock(datetime(2026, 11, 23, 14, 5, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as data:
        desk = LaptopDesk(load_content(), Path(data), clock, seed=7)
        window = CountingWindow(TITLE, SIZE)
        stage = make_stage(window, desk, clock)
        stage.draw()
        at_home = frames_of_a_still_screen(stage, window)
        play = begin(stage, clock)
        spent = sorted(nanoseconds / 1e6 for _ in range(THROWS) for nanoseconds in throw(stage, clock, play))
        desk.close()
        window.close()
    shares = statistics.quantiles(spent, n=100)
    return {"p50": shares[49], "p99": shares[98], "most": spent[-1], "frames": len(spent), "still": at_home}


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    rows = []
    for display in displays():
        told = told_by(Path(__file__), display)
        frame = f"p50 {told['p50']:.2f} ms, p99 {told['p99']:.2f} ms, most {told['most']:.1f} ms"
        rows += [
            (f"processor time of a frame, 1080p, {display}", frame, f"p99 under {GOAL_MS:.0f} ms"),
            (f"frames in {STILL_STEPS} steps of a still screen, {display}", f"{told['still']}", "0"),
        ]
    return rows


if __name__ == "__main__":
    if "alone" in sys.argv:
        print(json.dumps(measured()))
    else:
        for row in run():
            print(*row, sep=" | ")
