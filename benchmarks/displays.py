"""Where the windows of the benchmarks open: in memory, and on a real X server when there is one."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_XVFB = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")


def displays() -> dict[str, tuple[tuple[str, ...], dict[str, str]]]:
    """Return, by name, what a command needs before it and in its environment to open windows."""
    found: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {"no display": ((), {"SDL_VIDEODRIVER": "dummy"})}
    if os.environ.get("DISPLAY"):
        found["X11"] = ((), {"SDL_VIDEODRIVER": "x11"})
    elif shutil.which(_XVFB[0]):
        found["Xvfb"] = (_XVFB, {"SDL_VIDEODRIVER": "x11"})
    return found


def told_by(script: Path, display: str, *arguments: str) -> Any:  # noqa: ANN401 - what the script tells, read from JSON
    """Run a script of the benchmarks in a process of its own on a display, and return what it prints."""
    prefix, changes = displays()[display]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SDL_AUDIODRIVER": "dummy", **changes}
    command = [*prefix, sys.executable, str(script), "alone", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])
