"""Reading aloud on this laptop: the settings, the recordings of the cards, the voice of the system."""

import time
from collections.abc import Callable

from game.content.library import Library
from game.screens.desk import Settings
from game.voice.speaker import Reading, SystemVoice
from game.voice.voices import VoiceName

_TRIAL_SECONDS, _TRIAL_STEP = 3.0, 0.02


class Reader:
    """What the scenes know as `game.screens.aloud.Voice`, with the voices to choose from."""

    def __init__(self, library: Library, settings: Callable[[], Settings], voice: SystemVoice | None = None) -> None:
        self._library = library
        self._settings = settings
        self._voice = voice or SystemVoice()

    def use(self, library: Library) -> None:
        """Read the recordings of another library from now on."""
        self._library = library

    @property
    def is_speaking(self) -> bool:
        """Whether something is being read, or is about to be."""
        return self._voice.is_speaking

    @property
    def position(self) -> int | None:
        """Where the word that is heard begins in the text that is read; ``None`` where the voice does not tell."""
        return self._voice.position

    def read(self, text: str, language: str, card: str = "") -> None:
        """Stop what is being read, and read a text (``fr``): the recording of that card where it has one."""
        found = self._library.cards.get(card)
        recording = self._library.root / found.audio if found is not None and found.audio else None
        settings = self._settings()
        self._voice.say(Reading(text, language, settings.voice, settings.voice_rate, recording))

    def try_out(self, text: str) -> str:
        """Read a few words in French. Return what is wrong, as a code, empty once the voice is heard.

        Waits for the voice to begin, `_TRIAL_SECONDS` at most: for the check of a laptop, never during a session.
        """
        self.read(text, "fr")
        until = time.monotonic() + _TRIAL_SECONDS
        while self._voice.is_speaking and not self._voice.has_begun and time.monotonic() < until:
            time.sleep(_TRIAL_STEP)
        trouble = self.take_trouble()
        if not trouble and self._voice.is_speaking and not self._voice.has_begun:
            self.stop()
            return "hangs"
        return trouble

    def stop(self) -> None:
        """Be silent."""
        self._voice.stop()

    def take_trouble(self) -> str:
        """Return what went wrong since the last call, as a code; empty when nothing did."""
        return self._voice.take_trouble()

    def voices(self) -> tuple[VoiceName, ...]:
        """Return the voices of this computer; empty until they are known. Never waits."""
        return self._voice.voices()
