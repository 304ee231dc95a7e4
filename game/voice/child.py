"""The process that speaks: one request on its standard input, answers on its standard output, one JSON a line.

Requests: ``{"do": "voices"}``, or ``{"do": "say"}`` with ``text``, ``language``, ``voice``, ``rate`` and ``recording``
(a path, or nothing). Answers: ``voices`` (a list of id, name, language), ``trouble`` (a code), ``began``, ``word``
(where the word that is heard begins, in characters), and ``end`` once all is said or nothing can be.
"""

import json
import sys
from pathlib import Path
from typing import Any

from game.voice.espeak import Espeak, NoEngineError
from game.voice.sound import forward, wav
from game.voice.system import SystemEngine
from game.voice.voices import chosen

_SPEAKS_BY_ITSELF = ("win32", "darwin")

Request = dict[str, Any]


def main() -> None:
    """Answer the request, and end."""
    request: Request = json.loads(sys.stdin.readline())
    if request["do"] == "voices":
        _list(request)
    elif not _is_played(request):
        _speak(request)
    _answer(end=True)


def _list(request: Request) -> None:
    try:
        _answer(voices=_engine(request).voices())
    except NoEngineError:
        _answer(voices=[])


def _is_played(request: Request) -> bool:
    """Play the recording, if there is one; tell whether that is all there is to do."""
    recording: str | None = request.get("recording")
    return recording is not None and _play(Path(recording), (), broken="broken_recording")


def _play(sound: bytes | Path, marks: tuple[tuple[int, int], ...], *, broken: str) -> bool:
    """Play a sound; tell whether another one has nothing to add: it was heard, or nothing can be."""
    from game.voice.player import BrokenSoundError, NoAudioError, play  # noqa: PLC0415 - not where SAPI speaks alone

    try:
        play(sound, marks, _heard)
    except NoAudioError:
        _answer(trouble="no_audio")
    except BrokenSoundError:
        _answer(trouble=broken)
        return False
    return True


def _speak(request: Request) -> None:
    try:
        engine = _engine(request)
    except NoEngineError:
        _answer(trouble="no_voice")
        return
    voices = engine.voices()
    voice = chosen(voices, request["voice"], request["language"])
    if voice is None:
        _answer(trouble="no_language" if voices else "no_voice")
    elif isinstance(engine, SystemEngine):
        _answer(began=True)
        engine.say(request["text"], voice.id, request["rate"], _heard)
    else:
        speech = engine.speech(request["text"], voice.id, request["rate"])
        _play(wav(bytes(speech.samples), speech.hertz), forward(speech.marks), broken="failed")


def _engine(request: Request) -> Espeak | SystemEngine:
    is_system = sys.platform in _SPEAKS_BY_ITSELF or "driver" in request
    return SystemEngine(request.get("driver")) if is_system else Espeak()


def _heard(position: int | None) -> None:
    if position is None:
        _answer(began=True)
    else:
        _answer(word=position)


def _answer(**fields: object) -> None:
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
