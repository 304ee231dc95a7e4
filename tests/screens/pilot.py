"""A person at the real window: real keys, real clicks, a real disk, and a clock that moves when it is told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import keyboard
import pygame

from game.app import load_content, make_stage
from game.content.load import Loaded
from game.desk.laptop import LaptopDesk
from game.drawing.drawlist import Picture, Spot, Text
from game.places import assets_folder
from game.rules import Phase
from game.screens.painter import Painter
from game.screens.play import PlayScene
from game.screens.scene import Scene
from game.screens.stage import Screens
from game.screens.window import MainWindow
from game.session.clock import ManualClock
from game.session.folder import OpenFolder
from game.session.state import SessionState

START = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
USUAL = (1280, 720)
"""A small projector; the layout is that of 1920 x 1080."""
AFTER_MOTION = 3.5
"""Longer than any motion, shorter than a notice stays."""
_BEFORE_PRESS = 0.4
_GAME_ACT = 2


@cache
def shipped() -> Loaded:
    """Return the shipped content, read once for all tests."""
    return load_content()


class WatchedPainter(Painter):
    """A painter that remembers the picture it was given last."""

    picture: Picture
    paints = True
    """Whether it draws at all. What is written and where is known without; a test that looks at pixels asks for it."""

    def paint(
        self, surface: pygame.Surface, picture: Picture, scale: float, origin: tuple[float, float] = (0.0, 0.0)
    ) -> list[pygame.Rect]:
        """Draw, and remember."""
        self.picture = picture
        if not self.paints:
            self.scale = scale
            return []
        return super().paint(surface, picture, scale, origin)


def watched_painter() -> WatchedPainter:
    """Return such a painter, with the shipped fonts and icons."""
    return WatchedPainter(assets_folder() / "fonts", assets_folder() / "icons")


class Pilot:
    """Opens the game on a folder, and does what a person does."""

    def __init__(
        self,
        data: Path,
        *,
        loaded: Loaded | None = None,
        at: datetime = START,
        seed: int = 7,
        size: tuple[int, int] = USUAL,
        paints: bool = False,
    ) -> None:
        pygame.display.init()
        pygame.event.clear()
        self.clock = ManualClock(at)
        self.desk = LaptopDesk(loaded or shipped(), data, self.clock, seed=seed)
        self.window = MainWindow("test", size, full_screen=self.desk.settings.full_screen)
        self.stage = make_stage(self.window, self.desk, self.clock, self.screens())
        self.painter = watched_painter()
        self.painter.paints = paints
        self.stage.main.painter = self.painter
        self.step()

    def screens(self) -> Screens | None:
        """Return what follows the displays; here there is one window, and none to follow."""
        return None

    def step(self) -> None:
        """Let the window draw, hear all that was posted, answer it and draw again."""
        self.stage.step(0)
        self.stage.draw()

    def press(self, *names: str, then: float = AFTER_MOTION) -> None:
        """Press keys one after the other; after each, ``then`` seconds pass."""
        for name in names:
            self.wait(_BEFORE_PRESS)
            self.send(keyboard.key(name))
            self.wait(then)

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self.send(keyboard.letter(letter))

    def send(self, key: keyboard.Key, *, repeat: bool = False) -> None:
        """Send one key at once."""
        for event in key.events(repeat=repeat):
            pygame.event.post(event)
        self.step()

    def click(self, label: str, *, then: float = AFTER_MOTION) -> None:
        """Click in the middle of the place with this name; the last drawn is on top."""
        self.wait(_BEFORE_PRESS)
        spot = self.spot(label)
        scale = self.painter.scale
        x, y = spot.rect.centre
        self.click_at(x * scale, y * scale)
        self.wait(then)

    def click_at(self, x: float, y: float) -> None:
        """Click at a place of the window, in px."""
        fields = {"button": pygame.BUTTON_LEFT, "pos": (round(x), round(y))}
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, fields))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, fields))
        self.step()

    def resize(self, width: int, height: int) -> None:
        """Drag the corner of the window."""
        self.window._window.size = (width, height)  # noqa: SLF001 - as the system would
        self.step()

    def wait(self, seconds: float) -> None:
        """Let time pass, and what the screen does by itself."""
        self.clock.advance(seconds)
        self.stage.draw()

    @property
    def picture(self) -> Picture:
        """What is on the screen."""
        return self.painter.picture

    def spot(self, label: str) -> Spot:
        """Return the place to click with this name."""
        found = [spot for spot in self.picture.spots if plain(spot.label) == label]
        assert found, (label, [spot.label for spot in self.picture.spots])
        return found[-1]

    def text_on_screen(self) -> str:
        """Return all that is written, with plain spaces."""
        items = (*self.picture.base, *self.picture.moving)
        return plain(" ".join(item.text for item in items if isinstance(item, Text)))

    def sees(self, words: str) -> bool:
        """Tell whether these words are on the screen."""
        return words in self.text_on_screen()

    @property
    def formats(self) -> int:
        """How many formats of session there are to choose from."""
        return len(self.desk.formats())

    @property
    def is_black(self) -> bool:
        """Whether nothing at all is on the screen."""
        return self.picture.background == "#000000" and not self.text_on_screen()

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self.stage.scene

    @property
    def play(self) -> PlayScene:
        """The session on the screen."""
        return next(scene for scene in reversed(self.stage.scenes) if isinstance(scene, PlayScene))

    @property
    def opened(self) -> OpenFolder:
        """The folder of that session."""
        return self.play.opened

    @property
    def state(self) -> SessionState:
        """The state of that session."""
        return self.play.state

    @property
    def journal(self) -> bytes:
        """What the disk holds of that session."""
        return (self.opened.path / "journal.jsonl").read_bytes()

    def begin(self) -> None:
        """Go from home into a session with the usual choices."""
        self.press("n", "enter", "enter", "enter", "enter")

    def to_board(self) -> None:
        """Go to the board by the list of acts, past the rules of the game."""
        self.press("g", str(_GAME_ACT + 1), then=1)
        while not self.state.is_on_board:
            self.press("space", then=1)

    def turn(self, die: int) -> None:
        """Throw a physical die and go through what it leads to, up to the next team; the word stays empty."""
        self.press(str(die))
        while self.state.game.phase is not Phase.READY:
            self.press("space")

    def to_phase(self, phase: Phase, die: int = 1) -> None:
        """Throw a physical die and go on as far as this phase."""
        self.press(str(die))
        while self.state.game.phase is not phase:
            self.press("space")

    def close_window(self) -> None:
        """Press the cross of the window, as one does in the middle of a session."""
        pygame.event.post(pygame.Event(pygame.WINDOWCLOSE))
        self.step()

    def leave(self) -> None:
        """End the program, as `game.app.run` does."""
        self.desk.close()
        self.window.close()


@contextmanager
def piloted(data: Path, **choices: object) -> Iterator[Pilot]:
    """Open the game, and let it go whatever happens."""
    pilot = Pilot(data, **choices)  # type: ignore[arg-type]  # the choices of Pilot
    try:
        yield pilot
    finally:
        pilot.leave()


def plain(text: str) -> str:
    """Return a text with plain spaces, as one searches for it."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
