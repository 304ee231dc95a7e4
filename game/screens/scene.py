"""A scene is one screen: it makes a picture, says its keys, and answers what a person does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from game.drawing.drawlist import Picture
from game.drawing.geometry import Rect
from game.drawing.text import Measure
from game.drawing.theme import Palette
from game.language import current
from game.screens.inputs import Click, Input


@dataclass(frozen=True)
class Look:
    """How things are drawn now: the colours, the canvas in logical px (at least 1440 x 1080), how text measures."""

    palette: Palette
    measure: Measure
    width: float
    height: float
    reduced_motion: bool = False
    is_private: bool = False
    """Whether only the facilitator sees it: the room has a window of its own."""
    text_size: float = 1.0
    """How much larger than usual the room's pages are written."""
    spacing: float = 0.0
    """What stands between two letters on the room's pages more than usual, in em (see `TextStyle`)."""
    least: float = 0.0
    """The least size of the room's text, in logical px, for the last row to read it; 0 when nobody has measured."""
    language: str = field(default_factory=current)
    """The language spoken now: what was drawn in another one is drawn again."""

    def sizes(self, *sizes: float) -> tuple[float, ...]:
        """Return sizes to try for words that the room has to read, the largest first: none under the least."""
        return tuple(dict.fromkeys(max(size, self.least) for size in sizes))

    @property
    def canvas(self) -> Rect:
        """The whole canvas."""
        return Rect(0, 0, self.width, self.height)


@dataclass(frozen=True)
class Binding:
    """A key and what it does, for the screen of keys. ``keys`` are written as they stand on a keyboard.

    Both are French here, and drawn in the language spoken.
    """

    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Push:
    """Show a scene over this one."""

    scene: "Scene"


@dataclass(frozen=True)
class Replace:
    """Show a scene instead of this one."""

    scene: "Scene"


@dataclass(frozen=True)
class Pop:
    """Go back to the scene underneath."""


@dataclass(frozen=True)
class Quit:
    """Leave the program."""


@dataclass(frozen=True)
class Home:
    """Put every scene away and show this one."""

    scene: "Scene"


@dataclass(frozen=True)
class Black:
    """Turn the screen black, until the next key."""


Step = Push | Replace | Pop | Quit | Home | Black


class Scene(Protocol):
    """One screen."""

    def picture(self, look: Look, now: float) -> Picture:
        """Return what is on the screen at an instant (seconds since 1970). Drawing changes nothing."""
        ...

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this screen, for the screen of keys."""
        ...

    def handle(self, given: Input, now: float) -> Step | None:
        """Answer what a person does."""
        ...

    def wakes_in(self, now: float) -> float | None:
        """Return after how many seconds the picture changes by itself; ``None`` when it never does."""
        ...

    @property
    def is_typing(self) -> bool:
        """Whether letters and spaces are text here, and not keys."""
        ...


@runtime_checkable
class ShowsRoom(Scene, Protocol):
    """A scene that has something for the room, when the room has a window of its own."""

    def room_picture(self, look: Look, now: float) -> Picture:
        """Return what the room sees at an instant, made from what the room may know and nothing else."""
        ...


@runtime_checkable
class HasBanner(Protocol):
    """A scene that has something to say on every screen of both windows, those of the scenes over it included."""

    @property
    def banner(self) -> str:
        """A few words; empty when there is nothing to say."""
        ...


def banner_of(scenes: Sequence[Scene]) -> str:
    """Return what has to be said on every screen while these scenes are in the pile; empty for nothing."""
    return next((scene.banner for scene in scenes if isinstance(scene, HasBanner) and scene.banner), "")


@runtime_checkable
class Tells(Scene, Protocol):
    """A scene that says what happens in words of its own, for who does not see it."""

    def telling(self, now: float) -> str | None:
        """Return what happens on the room's page at an instant, in a few sentences; ``None`` while it is read aloud."""
        ...


@runtime_checkable
class HearsKeys(Scene, Protocol):
    """A scene that may ask for a key: it is given the physical one, that no map has changed."""

    @property
    def hears_keys(self) -> bool:
        """Whether the next key is the answer."""
        ...


def clicked(picture: Picture, click: Click) -> str | None:
    """Return the action under a click; the last spot drawn is on top."""
    for spot in reversed(picture.spots):
        if spot.rect.contains(click.x, click.y):
            return spot.action
    return None
