"""The voice of this computer, in the service of a window that never waits for it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.voice.voices import VoiceName

_ROOT = Path(__file__).resolve().parents[2]
CHILD = (sys.executable, "-m", "game.voice.child")
_PATIENCE = 8.0
"""Seconds that a driver may take to begin: Windows loads its voices slowly the first time."""
_SLOWEST, _QUICKEST = 60, 400

Answer = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """What is to be read: a text in a language, by a voice, or its recording.

    ``rate`` is in words per minute; ``voice`` is the id of one of `SystemVoice.voices`, empty for the usual one.
    """

    text: str
    language: str = "fr"
    voice: str = ""
    rate: int = 160
    recording: Path | None = None


class SystemVoice:
    """Reads one thing at a time, in a process of its own that a thread listens to: what hangs in a driver is killed.

    Trouble is a value, never an exception: ``no_voice``, ``no_language``, ``no_audio``, ``broken_recording`` (the
    system's voice then reads), ``hangs``, ``failed``.
    """

    def __init__(
        self,
        *,
        child: Sequence[str] = CHILD,
        patience: float = _PATIENCE,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        """Start nothing yet. ``told`` is called from a thread when something new can be seen."""
        self._child = tuple(child)
        self._patience = patience
        self._told = told
        self._task: _Task | None = None
        self._trouble = ""
        self._voices: tuple[VoiceName, ...] | None = None
        self._lister: threading.Thread | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether something is being read, or is about to be."""
        return self._task is not None and not self._task.is_over

    @property
    def has_begun(self) -> bool:
        """Whether the present reading, or the last one, was heard from its first word on."""
        return self._task is not None and self._task.has_begun

    @property
    def position(self) -> int | None:
        """Where the word that is heard begins in the text that is read; ``None`` where the voice does not tell."""
        return self._task.position if self._task is not None and not self._task.is_over else None

    def take_trouble(self) -> str:
        """Return what went wrong since the last call, as a code; empty when nothing did."""
        trouble, self._trouble = self._trouble, ""
        return trouble

    def say(self, reading: Reading) -> None:
        """Stop what is being read, and read this."""
        before = self._task
        self.stop()
        self._trouble = ""
        self._task = task = _Task(reading)
        threading.Thread(target=self._read, args=(task, before), name="voice", daemon=True).start()
        self._guard(lambda: self._give_up(task))

    def stop(self) -> None:
        """Be silent; return at once."""
        if self._task is not None:
            self._task.end()

    def voices(self) -> tuple[VoiceName, ...]:
        """Return the voices of this computer. Never waits: empty until they are known, asked for at the first call."""
        if self._voices is None and self._lister is None:
            self._lister = threading.Thread(target=self._list, name="voices", daemon=True)
            self._lister.start()
        return self._voices or ()

    def _guard(self, give_up: Callable[[], None]) -> None:
        guard = threading.Timer(self._patience, give_up)
        guard.daemon = True
        guard.start()

    def _list(self) -> None:
        task = _Task(Reading(""))
        self._guard(task.end)
        for answer in self._answers(task, {"do": "voices"}):
            if "voices" in answer:
                self._voices = tuple(VoiceName(*voice) for voice in answer["voices"])
        self._told()

    def _read(self, task: "_Task", before: "_Task | None") -> None:
        if before is not None:
            before.silent.wait(self._patience)
        reading = task.reading
        recording = os.fspath(reading.recording) if reading.recording is not None else None
        rate = min(max(reading.rate, _SLOWEST), _QUICKEST)
        words = {"text": reading.text, "language": reading.language, "voice": reading.voice, "rate": rate}
        is_whole = False
        for answer in self._answers(task, {"do": "say", "recording": recording, **words}):
            is_whole = is_whole or "end" in answer
            self._hear(task, answer)
        if not is_whole:
            self._fail(task, "failed")
        task.end()
        task.silent.set()
        self._told()

    def _hear(self, task: "_Task", answer: Answer) -> None:
        if "trouble" in answer:
            self._fail(task, answer["trouble"])
        elif "began" in answer or "word" in answer:
            task.has_begun = True
            task.position = answer.get("word")
            self._told()

    def _answers(self, task: "_Task", request: Answer) -> Iterator[Answer]:
        """Yield what the child answers, until it ends or is killed."""
        try:
            child = subprocess.Popen(  # noqa: S603 - our own module, or what a test puts in its place
                self._child,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.getenv("PYTHONPATH"))))},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return
        with child:
            task.owns(child)
            try:
                assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018 - both are pipes
                child.stdin.write(json.dumps(request).encode() + b"\n")
                child.stdin.close()
                yield from filter(None, map(_answer, child.stdout))
            except OSError:  # it ended before it had read the request
                return
            finally:
                child.kill()

    def _give_up(self, task: "_Task") -> None:
        if not task.has_begun and not task.is_over:
            self._fail(task, "hangs")
            task.end()
            self._told()

    def _fail(self, task: "_Task", trouble: str) -> None:
        if task is self._task and not task.is_over:
            self._trouble = trouble
            self._told()


class _Task:
    """One reading, shared by the window's thread and its own."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.position: int | None = None
        self.has_begun = False
        self.silent = threading.Event()
        """Set once nothing of it is heard any more: the next reading waits for it."""
        self._ended = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more is wanted of it."""
        return self._ended.is_set()

    def owns(self, process: "subprocess.Popen[bytes]") -> None:
        """Let this process end with the task."""
        self._process = process
        if self.is_over:
            process.kill()

    def end(self) -> None:
        """End the task; the process that still speaks for it is killed."""
        self._ended.set()
        if self._process is not None:
            self._process.kill()


def _answer(line: bytes) -> Answer | None:
    """Return one line of the child; ``None`` for what its drivers print themselves."""
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
