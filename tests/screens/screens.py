"""A person with a laptop and a projector: displays that are plugged and unplugged, and every frame that was shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import keyboard
import pygame
from pilot import Pilot, WatchedPainter, plain, watched_painter

from game.drawing.drawlist import Picture, Text
from game.screens.display import Display, RefusedError
from game.screens.displays import Projector
from game.screens.stage import Screens
from game.screens.window import RoomWindow, Window

LAPTOP = Display(-640, -640, 2000, 1600, is_known=False)
"""Around the only display of the tests' driver, which is (0, 0, 1024, 768) and fills no other."""
PROJECTOR = Display(1360, -640, 1280, 720, is_known=False)


@dataclass(frozen=True)
class Frame:
    """What a window put on its display: its picture, and its pixels."""

    picture: Picture
    pixels: bytes


def written(picture: Picture) -> str:
    """Return all that is written in a picture, with plain spaces."""
    return plain(" ".join(item.text for item in (*picture.base, *picture.moving) if isinstance(item, Text)))


class TwoScreens(Pilot):
    """The game with a projector plugged in. ``displays`` may change at any moment."""

    def __init__(self, data: Path, *, displays: tuple[Display, ...] = (LAPTOP, PROJECTOR), **choices: object) -> None:
        self.displays = list(displays)
        self.is_refused = False
        self.room_window: RoomWindow | None = None
        self.room_painter = watched_painter()
        self.room_painter.paints = bool(choices.get("paints"))
        self.shown: dict[str, list[Frame]] = {"main": [], "room": []}
        super().__init__(data, **choices)  # type: ignore[arg-type]  # the choices of Pilot

    def screens(self) -> Screens:
        """Return what follows these displays; the frames of both windows are kept from now on."""
        keep_frames(self.window, "main", self.shown, lambda: self.painter)
        self.projector = Projector(
            self.window,
            self._open,
            self.room_painter,
            lambda: tuple(self.displays),
            settings=lambda: self.desk.settings,
            change_settings=self.desk.change_settings,
        )
        return self.projector

    def _open(self, display: Display) -> RoomWindow:
        if self.is_refused:
            raise RefusedError("no")
        self.room_window = RoomWindow("room", display)
        keep_frames(self.room_window, "room", self.shown, lambda: self.room_painter)
        return self.room_window

    def plug(self, *displays: Display) -> None:
        """Have these displays from now on, and let the program find out."""
        self.displays[:] = displays
        self.look_around()

    def look_around(self) -> None:
        """Let the program look at the displays again."""
        self.clock.advance(1.1)
        self.step()

    @property
    def room_picture(self) -> Picture:
        """What is on the projector."""
        assert self.room_window is not None
        return self.room_painter.picture

    def room_text(self) -> str:
        """Return all that the room can read."""
        return written(self.room_picture)

    @property
    def has_room(self) -> bool:
        """Whether the room has a window of its own."""
        return self.stage.room is not None

    def press_in_room(self, name: str) -> None:
        """Press a key while the room's window has the focus."""
        self.wait(0.4)
        assert self.room_window is not None
        for event in keyboard.key(name).events():
            pygame.event.post(pygame.Event(event.type, {**event.dict, "window": self.room_window._window}))  # noqa: SLF001
        self.step()
        self.wait(3.5)

    def click_in_room(self, x: float, y: float) -> None:
        """Click at a place of the room's window, in px."""
        self.wait(0.4)
        assert self.room_window is not None
        fields = {"button": pygame.BUTTON_LEFT, "pos": (round(x), round(y)), "window": self.room_window._window}  # noqa: SLF001
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, fields))
        self.step()
        self.wait(3.5)

    def close_room_window(self) -> None:
        """Press Alt and F4 on the projector."""
        assert self.room_window is not None
        pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=self.room_window._window))  # noqa: SLF001
        self.step()

    def leave(self) -> None:
        """End the program, as `game.app.run` does."""
        self.projector.close()
        super().leave()


def keep_frames(window: Window, name: str, kept: dict[str, list[Frame]], painter: Callable[[], WatchedPainter]) -> None:
    """Keep each frame that a window shows."""
    show = window.show

    def shown() -> None:
        kept[name].append(Frame(painter().picture, pygame.image.tobytes(window.surface, "RGB")))
        show()

    window.show = shown  # type: ignore[method-assign]  # it is watched


@contextmanager
def two_screens(data: Path, **choices: object) -> Iterator[TwoScreens]:
    """Open the game with a projector, and let it go whatever happens."""
    screens = TwoScreens(data, **choices)  # type: ignore[arg-type]  # the choices of TwoScreens
    try:
        yield screens
    finally:
        screens.leave()
