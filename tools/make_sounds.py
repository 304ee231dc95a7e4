"""Make the sounds of the game, from nothing but numbers: ``python tools/make_sounds.py``.

Mono WAV files of 16 bits, a few tenths of a second each, at most -14 dBFS, silent at both ends so that nothing clicks.
The same numbers come out on every computer, up to the last bit of a sample.
"""

import random
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]
"""Samples from -1 to 1, shape (count,)."""

RATE = 22_050
"""Samples a second."""
FOLDER = Path(__file__).resolve().parents[1] / "assets" / "sounds"
_FULL_SCALE = 32_767
_ATTACK, _RELEASE = 0.003, 0.02
"""Seconds over which a sound comes from silence, and goes back to it."""
_ROLLS = ((0.0, 1.0), (0.1, 0.8), (0.19, 0.85), (0.31, 0.6), (0.42, 0.65), (0.56, 0.45), (0.72, 0.5))
"""When the die knocks on the table (seconds), and how hard: it slows down, as on the screen."""


def seconds(length: float) -> Wave:
    """Return the instants of a sound of this length in seconds."""
    return np.arange(round(RATE * length)) / RATE


def noise(count: int, seed: int) -> Wave:
    """Return a soft hiss: chance that is the same each time, its high notes taken away."""
    chance = random.Random(seed)  # noqa: S311 - a hiss, no secret; the standard library never changes its numbers
    raw = np.array([chance.uniform(-1, 1) for _ in range(count + 7)])
    return np.convolve(raw, np.ones(8) / 8, mode="valid")


def knock(pitch: float, decay: float, length: float, hiss: float, seed: int) -> Wave:
    """Return wood on wood: two notes (hertz) that die within ``decay`` seconds, and a part of hiss from 0 to 1."""
    at = seconds(length)
    notes = np.sin(2 * np.pi * pitch * at) + 0.4 * np.sin(2 * np.pi * 2.76 * pitch * at) * np.exp(-at / (decay / 2))
    return np.asarray((notes + 3 * hiss * noise(at.size, seed)) * np.exp(-at / decay))


def die() -> Wave:
    """Return a die that tumbles on a table and settles."""
    found = np.zeros(round(RATE * 0.9))
    for index, (at, strength) in enumerate(_ROLLS):
        start = round(RATE * at)
        hit = strength * knock(760 + 90 * (index % 3), 0.02, 0.14, 0.5, seed=index)
        found[start : start + hit.size] += hit[: found.size - start]
    return found


def step() -> Wave:
    """Return a wooden pawn put down on a square."""
    return knock(430, 0.022, 0.13, 0.25, seed=20)


def brick() -> Wave:
    """Return a brick laid on another: lower and longer than a step."""
    return knock(150, 0.07, 0.4, 0.5, seed=30)


def act() -> Wave:
    """Return the end of an act: two calm notes, one after the other."""
    at = seconds(1.7)
    second = np.clip(at - 0.28, 0, None)
    low = np.sin(2 * np.pi * 392.0 * at) * np.exp(-at / 0.5) * np.minimum(1, at / 0.02)
    high = np.sin(2 * np.pi * 523.25 * second) * np.exp(-second / 0.5) * np.minimum(1, second / 0.02)
    return np.asarray(low + high)


SOUNDS: dict[str, tuple[Callable[[], Wave], float]] = {
    "die": (die, 0.17),
    "step": (step, 0.13),
    "brick": (brick, 0.19),
    "act": (act, 0.15),
}
"""The name of each sound, what makes it, and its peak as a part of full scale (0.2 is -14 dBFS)."""


def finished(raw: Wave, peak: float) -> NDArray[np.int16]:
    """Return the samples of a file: as loud as asked, and silent at both ends."""
    at = np.arange(raw.size) / RATE
    left = (raw.size - 1) / RATE - at
    shaped = raw * np.minimum(1, at / _ATTACK) * np.minimum(1, left / _RELEASE)
    scaled: NDArray[np.int16] = np.round(shaped / np.abs(shaped).max() * peak * _FULL_SCALE).astype("<i2")
    return scaled


def make(folder: Path) -> None:
    """Write all the sounds into a folder.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, (maker, peak) in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(finished(maker(), peak).tobytes())


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
