"""From the start of the process to the first frame on the window: ``permis``, against a bare window of pygame."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.displays import displays, told_by  # noqa: E402 - the checkout is run in place

ROUNDS = 7
BARE = """
import pygame
pygame.display.init()
window = pygame.Window("permis", (1280, 720), resizable=True, allow_high_dpi=True)
window.get_surface().fill("white")
window.flip()
print("shown", flush=True)
"""
PERMIS = """
import sys
from game.cli.main import main
from game.screens.stage import Stage

def first_frame(stage):
    stage.draw()
    print("shown", flush=True)

Stage.run = first_frame
sys.exit(main(["--donnees", sys.argv[1]]))
"""


def seconds_to_first_frame(program: str, data: str) -> float:
    """Start a program, and return after how many seconds it says that its window is shown."""
    command = [sys.executable, "-c", program, data]
    # Both have their bytecode ready, as a program that was installed and opened once.
    bytecode = {"PYTHONPYCACHEPREFIX": f"{data}/bytecode", "PYTHONDONTWRITEBYTECODE": ""}
    environment = {**os.environ, **bytecode, "PYTHONPATH": str(ROOT), "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdout.readline() != "shown\n":
            raise SystemExit("a program of the benchmark did not start")
        return time.perf_counter() - start


def measured() -> dict[str, float]:
    """Start both programs in turn on the present display, and return the median seconds of each."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as data:
        for program in (PERMIS, BARE):  # once for nothing: it writes the bytecode, and files come into memory
            seconds_to_first_frame(program, data)
        for _ in range(ROUNDS):
            ours.append(seconds_to_first_frame(PERMIS, data))
            bare.append(seconds_to_first_frame(BARE, data))
    return {"ours": statistics.median(ours), "bare": statistics.median(bare)}


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    rows = []
    for display in displays():
        told = told_by(Path(__file__), display)
        measure = f"{told['ours'] * 1000:.0f} ms"
        compared = f"{told['bare'] * 1000:.0f} ms for a bare window of pygame: {told['ours'] / told['bare']:.1f} x"
        rows.append((f"start to first frame, {display}", measure, compared))
    return rows


if __name__ == "__main__":
    if "alone" in sys.argv:
        print(json.dumps(measured()))
    else:
        for row in run():
            print(*row, sep=" | ")
