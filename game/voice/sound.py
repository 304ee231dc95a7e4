"""The sound of a speech: its samples as a WAV, and the word that is heard at each moment."""

import wave
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from io import BytesIO

_BYTES_PER_SAMPLE = 2


def wav(samples: bytes, hertz: int) -> bytes:
    """Return 16-bit mono samples as a WAV file."""
    held = BytesIO()
    with wave.open(held, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(_BYTES_PER_SAMPLE)
        sound.setframerate(hertz)
        sound.writeframes(samples)
    return held.getvalue()


def forward(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return marks (milliseconds, position in the text) that never go back.

    At the end of a clause eSpeak NG tells its last words again: a word that was told already is left out.
    """
    kept: list[tuple[int, int]] = []
    for milliseconds, position in marks:
        if not kept or position > kept[-1][1]:
            kept.append((milliseconds, position))
    return tuple(kept)


def mark_at(marks: Sequence[tuple[int, int]], milliseconds: int) -> int | None:
    """Return where the word begins that is heard at a moment; ``None`` before the first one."""
    index = bisect_right(marks, milliseconds, key=lambda mark: mark[0])
    return marks[index - 1][1] if index else None
