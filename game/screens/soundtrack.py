"""What is heard of what happened: a few soft sounds, each in time with something that is seen.

They come from the events of a record, never from the drawing. All the sounds of a motion are mixed into one track, so
that they keep in time with it whatever the program is doing, and so that one gesture cuts them all.
"""

import sys
import wave
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

from game.rules import events as ge
from game.screens.motion import Hop, Motion, Tumble
from game.session.events import ActStarted

DIE, STEP, BRICK, ACT = "die", "step", "brick", "act"
SOUNDS = (DIE, STEP, BRICK, ACT)
"""The names of the sounds, and of their files."""
RATE = 22_050
"""Samples a second of every sound."""
_LOUDEST = 32_767
_TOO_LATE = 0.25
"""Seconds after which a sound no longer goes with what is seen."""
_OF_EVENTS: dict[type, str] = {ge.DiceRolled: DIE, ge.PawnMoved: STEP, ge.BrickLaid: BRICK, ActStarted: ACT}


@dataclass(frozen=True)
class Cue:
    """A sound that begins ``at`` seconds from now."""

    sound: str
    at: float = 0.0


class BrokenSoundError(Exception):
    """The file of a sound is not there, or is none."""


class Loudspeaker(Protocol):
    """What plays the sounds of the game. It never waits, and tells what went wrong as a code."""

    def prepare(self) -> None:
        """Get ready: sounds will be asked for soon."""
        ...

    def play(self, cues: Sequence[Cue]) -> None:
        """Play these sounds, instead of what is still heard of the last ones."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def take_trouble(self) -> str:
        """Return what went wrong since the last call (``no_audio``, ``broken_sound``); empty when nothing did."""
        ...

    def close(self) -> None:
        """Be done."""
        ...


class Silence:
    """A loudspeaker that plays nothing: for the tests, and for a session that plays by itself in memory."""

    def prepare(self) -> None:
        """Do nothing."""

    def play(self, cues: Sequence[Cue]) -> None:
        """Play nothing."""

    def stop(self) -> None:
        """Stay silent."""

    def take_trouble(self) -> str:
        """Return that all is well: nobody expects a sound."""
        return ""

    def close(self) -> None:
        """Do nothing."""


def cues_of(events: Iterable[object], motion: Motion | None) -> tuple[Cue, ...]:
    """Return what is heard of a record: along its motion, else one sound, as all of it is seen at once."""
    if motion is not None:
        return _along(motion)
    heard = (_OF_EVENTS[type(event)] for event in events if type(event) in _OF_EVENTS)
    first = next(heard, None)
    return (Cue(first),) if first else ()


def _along(motion: Motion) -> tuple[Cue, ...]:
    """Return the sounds of a motion: the die while it tumbles, a step as the pawn lands, the brick as it does."""
    cues: list[Cue] = []
    at = 0.0
    for beat in motion.beats:
        end = at + beat.seconds
        if isinstance(beat, Tumble):
            cues.append(Cue(DIE, at))
        else:
            cues.append(Cue(STEP if isinstance(beat, Hop) else BRICK, end))
        at = end
    return tuple(cues)


def still_due(cues: Sequence[Cue], late: float) -> tuple[Cue, ...]:
    """Return the cues that still go with what is seen, when they are played ``late`` seconds after they were asked."""
    return tuple(Cue(cue.sound, max(0.0, cue.at - late)) for cue in cues if cue.at - late > -_TOO_LATE)


def samples_of(path: Path) -> "array[int]":
    """Return the samples of a sound: mono, 16 bits, `RATE` a second.

    Raises:
        BrokenSoundError: there is no such file, or it is no such sound.
    """
    try:
        with wave.open(str(path), "rb") as file:
            shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
            found = array("h", file.readframes(file.getnframes()))
    except (OSError, EOFError, ValueError, wave.Error) as error:
        raise BrokenSoundError(path.name) from error
    if shape != (1, 2, RATE):
        raise BrokenSoundError(path.name)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def mixed(cues: Sequence[Cue], samples: dict[str, "array[int]"]) -> "array[int]":
    """Return one track with every cue in its place; where two are heard together they are added."""
    starts = [round(cue.at * RATE) for cue in cues]
    length = max((start + len(samples[cue.sound]) for cue, start in zip(cues, starts, strict=True)), default=0)
    track, used = array("h", bytes(2 * length)), 0
    for start, cue in sorted(zip(starts, cues, strict=True), key=lambda pair: pair[0]):
        sound = samples[cue.sound]
        shared = min(max(0, used - start), len(sound))
        for index in range(shared):
            track[start + index] = max(-_LOUDEST, min(_LOUDEST, track[start + index] + sound[index]))
        track[start + shared : start + len(sound)] = sound[shared:]
        used = max(used, start + len(sound))
    return track


def as_wav(track: "array[int]") -> bytes:
    """Return a track as a WAV file."""
    held = BytesIO()
    written = array("h", track)
    if sys.byteorder == "big":
        written.byteswap()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(written.tobytes())
    return held.getvalue()
