"""The loudspeaker of this computer: a thread hands what is to be heard to a process that plays it."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

from game.screens.soundtrack import Cue

_ROOT = Path(__file__).resolve().parents[2]
CHILD = (sys.executable, "-m", "game.screens.sounds_child")
_PATIENCE = 8.0
"""Seconds that an audio device may take to open."""
_FAREWELL = 1.0


class Sounds:
    """Plays the sounds of a folder. Nothing here waits: neither for the device, nor for the process that opens it.

    Trouble is a value: ``no_audio``, ``broken_sound``.
    """

    def __init__(self, folder: Path, *, child: Sequence[str] = CHILD, patience: float = _PATIENCE) -> None:
        """Start nothing yet. ``child`` plays, and is given the folder; after ``patience`` seconds it is given up."""
        self._command = (*child, str(folder))
        self._patience = patience
        self._asked: SimpleQueue[tuple[float, tuple[Cue, ...]] | None] = SimpleQueue()
        self._worker: threading.Thread | None = None
        self._child: subprocess.Popen[str] | None = None
        self._trouble = ""
        self._is_given_up = False
        self._is_playing = False

    def prepare(self) -> None:
        """Start the process that plays, so that the first sound comes in time."""
        if self._worker is None and not self._is_given_up:
            self._worker = threading.Thread(target=self._work, name="sounds", daemon=True)
            self._worker.start()

    def play(self, cues: Sequence[Cue]) -> None:
        """Play these sounds, instead of what is still heard of the last ones."""
        if cues:
            self._ask(tuple(cues))

    def stop(self) -> None:
        """Be silent."""
        if self._is_playing:
            self._ask(())

    def take_trouble(self) -> str:
        """Return what went wrong since the last call, as a code; empty when nothing new did."""
        trouble, self._trouble = self._trouble, ""
        return trouble

    def close(self, seconds: float = _FAREWELL) -> None:
        """Let the process that plays end once it has answered, at most so many seconds later."""
        if self._worker is not None:
            self._asked.put(None)
            self._worker.join(seconds)
            self._worker = None
            self._end_child()

    def _ask(self, cues: tuple[Cue, ...]) -> None:
        self._is_playing = bool(cues)
        if self._is_given_up:
            self._trouble = "no_audio"
        else:
            self.prepare()
            self._asked.put((time.time(), cues))

    def _work(self) -> None:
        with suppress(OSError):
            self._start_child()
        while (asked := self._asked.get()) is not None:
            self._trouble = self._played(*asked)

    def _start_child(self) -> None:
        self._child = subprocess.Popen(  # noqa: S603 - our own module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            text=True,
            bufsize=1,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _played(self, at: float, cues: tuple[Cue, ...]) -> str:
        """Hand over a request, and return what is wrong, as a code. A process that does not answer is ended."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return "no_audio"
        guard = threading.Timer(self._patience, child.kill)
        guard.daemon = True
        guard.start()
        try:
            child.stdin.write(json.dumps({"asked": at, "cues": [(cue.sound, cue.at) for cue in cues]}) + "\n")
            answered = child.stdout.readline().strip()
        except OSError:
            answered = ""
        finally:
            guard.cancel()
        if not answered:  # it is gone, and would go again
            self._is_given_up = True
            self._end_child()
            return "no_audio"
        return "" if answered == "ok" else answered

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with suppress(OSError, ValueError, subprocess.TimeoutExpired):
                child.communicate(timeout=_FAREWELL)
