"""The voice of Windows (SAPI) and of macOS (NSSpeechSynthesizer), through pyttsx3. It plays by itself.

Only the child process loads it (see `child`): what hangs in there can be ended without harm.
"""

from collections.abc import Callable
from typing import Any

from game.voice.espeak import NoEngineError
from game.voice.voices import VoiceName


class SystemEngine:
    """The engine that pyttsx3 finds on this computer."""

    def __init__(self, driver: str | None = None) -> None:
        """Start the engine; ``driver`` is a name that pyttsx3 knows, its usual one otherwise.

        Raises:
            NoEngineError: pyttsx3 is not installed, or finds no engine here.
        """
        try:
            import pyttsx3  # noqa: PLC0415 - only there where the system has a voice that it drives

            self._engine: Any = pyttsx3.init(driver)
        except Exception as error:
            # Each driver fails in its own way: an import, a COM error, an Objective-C one.
            raise NoEngineError from error

    def voices(self) -> list[VoiceName]:
        """Return the voices that are installed, once for each language that they read."""
        return [
            VoiceName(str(voice.id), str(voice.name), str(language))
            for voice in self._engine.getProperty("voices")
            for language in voice.languages or [""]
        ]

    def say(self, text: str, voice: str, rate: int, on_word: Callable[[int], None]) -> None:
        """Say a text to its end, at a rate in words per minute; ``on_word`` gets where each word begins."""
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)

        def started(name: str | None, location: int, length: int) -> None:  # noqa: ARG001 - pyttsx3 passes them by name
            if length:  # SAPI tells the start of its stream the same way, with no length
                on_word(location)

        self._engine.connect("started-word", started)
        self._engine.say(text)
        self._engine.runAndWait()
