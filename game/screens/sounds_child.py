"""The process that plays the sounds of the game, so that no audio device can make the windows wait.

Opening a device blocks every thread of a process (pygame keeps the interpreter's lock); here nothing else is lost.

One request a line on the standard input: ``{"asked": seconds since 1970, "cues": [[sound, at in seconds]...]}``; no cue
asks for silence. One answer a line on the standard output: ``ok``, ``no_audio`` or ``broken_sound``.
"""

import json
import os
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from game.screens.soundtrack import SOUNDS, BrokenSoundError, Cue, as_wav, mixed, samples_of, still_due

os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"  # the standard output is for the game
import pygame

if TYPE_CHECKING:
    from array import array

_FADE_MS = 40
"""A sound that is cut goes down this fast: at once, it would click."""


class Speaker:
    """Plays one track at a time from the files of a folder. The mixer is opened at the first one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._samples: dict[str, array[int]] = {}

    def play(self, asked: float, cues: list[Cue]) -> str:
        """Play these sounds, asked for at an instant, instead of the last ones. Return ``ok`` or what is wrong."""
        if pygame.mixer.get_init() is not None:
            pygame.mixer.fadeout(_FADE_MS)
        if not cues:
            return "ok"
        try:
            if pygame.mixer.get_init() is None:
                pygame.mixer.init()
            if not self._samples:
                self._samples = {name: samples_of(self._folder / f"{name}.wav") for name in SOUNDS}
            track = mixed(still_due(cues, time.time() - asked), self._samples)
            if track:
                pygame.mixer.Sound(BytesIO(as_wav(track))).play()
        except BrokenSoundError:
            return "broken_sound"
        except (pygame.error, NotImplementedError):
            return "no_audio"
        return "ok"


def main() -> None:
    """Answer requests until there are no more."""
    speaker = Speaker(Path(sys.argv[1]))
    for line in sys.stdin:
        request = json.loads(line)
        answer = speaker.play(request["asked"], [Cue(sound, at) for sound, at in request["cues"]])
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
