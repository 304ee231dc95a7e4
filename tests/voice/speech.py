"""Children that play a part, and waiting without sleeping, for the tests of the voice."""

import json
import sys
from collections.abc import Callable
from threading import Condition

from game.voice.speaker import SystemVoice

LONG = 30.0
"""Seconds after which a test gives up; it never takes as long."""


class Listener:
    """Waits until a voice tells something, and keeps each word it tells."""

    def __init__(self) -> None:
        self.voice: SystemVoice
        self.heard: list[int | None] = []
        self._condition = Condition()

    def told(self) -> None:
        """Remember the word that is heard, and wake whoever waits."""
        with self._condition:
            self.heard.append(self.voice.position)
            self._condition.notify_all()

    def wait(self, until: Callable[[], bool]) -> bool:
        """Wait until something is true."""
        with self._condition:
            return self._condition.wait_for(until, LONG)

    def wait_for_the_end(self) -> bool:
        """Wait until nothing is read any more."""
        return self.wait(lambda: not self.voice.is_speaking)


def real_voice(*, patience: float = LONG) -> tuple[SystemVoice, Listener]:
    """Return the voice of this computer."""
    listener = Listener()
    return _listened(SystemVoice(patience=patience, told=listener.told), listener)


def voice_of(*answers: dict[str, object], ends: bool = True) -> tuple[SystemVoice, Listener]:
    """Return a voice whose child answers this, then ends, or goes on without a word."""
    printed = "\n".join(json.dumps(answer) for answer in answers)
    rest = "" if ends else "import time; time.sleep(600)"
    return voice_that_runs(f"import sys; sys.stdin.readline(); print({printed!r}, flush=True)\n{rest}")


def voice_that_runs(program: str, *, patience: float = LONG) -> tuple[SystemVoice, Listener]:
    """Return a voice whose child is this program."""
    listener = Listener()
    return _listened(
        SystemVoice(child=(sys.executable, "-c", program), patience=patience, told=listener.told), listener
    )


def _listened(voice: SystemVoice, listener: Listener) -> tuple[SystemVoice, Listener]:
    listener.voice = voice
    return voice, listener
