"""What a person who does not see the screen is told: what happens now, and where the keyboard stands.

A `Moment` is what a screen reader gets (`screen_reader`), and what the program's own voice says when the
settings ask for it (`Announcer`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.drawing.drawlist import Spot
from game.language import current
from game.screens.aloud import Voice
from game.screens.desk import Settings
from game.screens.reading_order import Words, written
from game.screens.scene import Tells

if TYPE_CHECKING:
    from game.screens.stage import Stage


TITLE = 52.0
"""Logical px: words as large as this are a title."""


class Assistant(Protocol):
    """Whoever tells the facilitator's window to somebody who does not see it."""

    def follow(self, stage: "Stage") -> None:
        """Look at what was just drawn, tell what is new, and do what was asked for."""
        ...

    def interrupt(self) -> None:
        """Be silent: somebody does something."""
        ...


@dataclass(frozen=True)
class Moment:
    """What is to be told of a moment: what happens, what is wrong with the screens, where the keyboard stands.

    ``happens`` is ``None`` while the page is read aloud.
    """

    happens: str | None
    notice: str
    spot: Spot | None

    @property
    def label(self) -> str:
        """The name of what the keyboard stands on."""
        return self.spot.label if self.spot is not None else ""

    @property
    def live(self) -> str:
        """What happens, and what is said of it."""
        return " ".join(filter(None, (self.happens, self.notice)))


def moment_of(stage: "Stage") -> Moment:
    """Return what is to be told of the facilitator's window as it was drawn last."""
    scene, focus = stage.scene, stage.main.focus
    notice = stage.main.notice.text if stage.main.notice is not None else ""
    if isinstance(scene, Tells):
        return Moment(scene.telling(stage.now), notice, focus.spot)
    title = ""
    if focus.picture is not None and focus.look is not None:
        title = title_of(tuple(written(focus.picture, focus.look.measure)))
    return Moment(title, notice, focus.spot)


def title_of(words: Sequence[Words]) -> str:
    """Return the words that are written large, one sentence for each; numbers alone say nothing."""
    large = (part.text for part in words if part.size >= TITLE and any(letter.isalpha() for letter in part.text))
    return " ".join(map(_sentence, large))


class Announcer:
    """Says aloud what happens and where the keyboard stands, when the settings ask for it."""

    def __init__(self, voice: Voice, settings: Callable[[], Settings]) -> None:
        self._voice = voice
        self._settings = settings
        self._told: Moment | None = None
        self._is_ours = False

    def follow(self, stage: "Stage") -> None:
        """Say what is new. While the page is read aloud, it has the voice."""
        if not self._settings().speak_focus:
            self._told = None
            return
        moment, before = moment_of(stage), self._told
        if moment.happens is None:
            return
        self._told = moment
        said = _news(before, moment)
        if said:
            self._is_ours = True
            self._voice.read(said, current())

    def interrupt(self) -> None:
        """Be silent, when it is this that speaks."""
        if self._is_ours and self._voice.is_speaking:
            self._voice.stop()
        self._is_ours = False


def _news(before: Moment | None, now: Moment) -> str:
    """Return what is new since the moment before, in a few sentences."""
    then = (before.happens, before.notice, before.label) if before is not None else ("", "", "")
    said = [new or "" for new, old in zip((now.happens, now.notice, now.label), then, strict=True) if new != old]
    return " ".join(map(_sentence, filter(None, said)))


def _sentence(words: str) -> str:
    return words if words[-1:] in ".!?…" else f"{words}."
