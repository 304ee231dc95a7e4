"""The sounds of a session: on or off, in time with what moves, cut with it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.language import tr
from game.screens import phrases
from game.screens.motion import Motion
from game.screens.soundtrack import cues_of

if TYPE_CHECKING:
    from game.screens.play import PlayScene


class PlaySounds:
    """What a session lets hear. Each sound goes with something that is seen: without any, nothing is missing."""

    def __init__(self, play: "PlayScene") -> None:
        self._play = play
        self._is_wanted = play.state.opening.sounds
        self._has_told = False
        if self.is_on:
            play.desk.sounds.prepare()

    @property
    def is_on(self) -> bool:
        """Whether sounds are heard: neither the settings nor this session has put them off."""
        return self._is_wanted and self._play.desk.settings.sounds

    def hear(self, events: Iterable[object], motion: Motion | None) -> None:
        """Let hear what happened, along the motion that shows it."""
        cues = cues_of(events, motion) if self.is_on else ()
        if cues:
            self._play.desk.sounds.play(cues)

    def hush(self) -> None:
        """Be silent: what was moving has been finished at once, or somebody leaves."""
        self._play.desk.sounds.stop()

    def toggle(self, now: float) -> None:
        """Put the sounds of this session on or off, and say which. The settings have the last word."""
        self._is_wanted = not self.is_on
        self.hush()
        if self._is_wanted and not self.is_on:
            self._is_wanted = False
            self._play.say(tr("Les sons sont coupés dans les réglages."), now)
            return
        self._play.say(tr("Les sons sont allumés.") if self.is_on else tr("Les sons sont coupés."), now)

    def tell_trouble(self, now: float) -> None:
        """Say once in a session why nothing is heard."""
        if self._has_told or not self.is_on:
            return
        trouble = self._play.desk.sounds.take_trouble()
        if trouble:
            self._has_told = True
            self._play.say(phrases.sound_trouble(trouble), now)
