"""Sounds through pygame's mixer, so that an audio device that hangs does not hang the game.

Opening a device blocks every thread of a process (pygame keeps the interpreter’s lock): the voice is played in the
child process alone, and the game opens a device for its own sounds once a process of its own could.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from game.voice.sound import mark_at

os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"  # the standard output is for the game
import pygame

_LOOK = 0.02
_TRIAL = (sys.executable, "-c", "import pygame; pygame.mixer.init(); pygame.mixer.quit()")
_PATIENCE = 8.0
"""Seconds that a device may take to open."""


class NoAudioError(Exception):
    """There is no audio device, or it refuses us."""


class BrokenSoundError(Exception):
    """The sound cannot be read."""


def open_mixer() -> bool:
    """Open the mixer of this process, if it is not open. Return whether there is one; takes its time to know."""
    if pygame.mixer.get_init() is not None:
        return True
    try:
        subprocess.run(_TRIAL, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - our own line
        pygame.mixer.init()
    except (OSError, subprocess.SubprocessError, pygame.error, NotImplementedError):
        return False
    return True


def play(sound: bytes | Path, marks: Sequence[tuple[int, int]], heard: Callable[[int | None], None]) -> None:
    """Play a WAV in memory or a file (ogg) to its end.

    ``marks`` says which word begins at which millisecond; ``heard`` gets ``None`` as the sound begins, then where each
    word begins as it is heard.

    Raises:
        NoAudioError: there is no audio device.
        BrokenSoundError: the sound is not there, or is no sound.
    """
    try:
        pygame.mixer.init()
    except (pygame.error, NotImplementedError) as error:
        raise NoAudioError from error
    music = pygame.mixer.music
    try:
        if isinstance(sound, bytes):
            music.load(BytesIO(sound), "wav")
        else:
            music.load(sound)
        music.play()
    except (pygame.error, OSError) as error:
        raise BrokenSoundError from error
    last: int | None = None
    heard(last)
    while music.get_busy():
        position = mark_at(marks, music.get_pos())
        if position != last:
            last = position
            heard(position)
        time.sleep(_LOOK)
