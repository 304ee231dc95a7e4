"""The windows of the program, and what comes from the keyboard and the mouse in any of them."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pygame

from game.screens.controllers import Controllers
from game.screens.display import Display, RefusedError
from game.screens.inputs import Click, Input, Plug, Press, Scroll, Typed

LEAST_SIZE = (640, 400)
_NAP = 0.02
"""Seconds between two looks at the keyboard. `pygame.event.wait` looks every millisecond: 2 % of a core for nothing."""
_MOST_OF_A_DISPLAY = 0.9
"""A window that comes to a smaller display leaves its edges to be seen."""


class NoDisplayError(Exception):
    """This computer has no screen to open a window on."""


@dataclass(frozen=True)
class Closed:
    """A window was asked to close: the room's, or the one that ends the program."""

    in_room: bool = False


@dataclass(frozen=True)
class Exposed:
    """A window has to be drawn again: it was resized, or came back."""

    in_room: bool = False


_NAMES = {
    pygame.K_SPACE: "space",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_TAB: "tab",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_F1: "f1",
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(2, 13)},
    **{pygame.K_F13 + number - 13: f"f{number}" for number in range(13, 25)},
    pygame.K_INSERT: "insert",
    pygame.K_SCROLLOCK: "scroll lock",
    pygame.K_KP_MULTIPLY: "keypad times",
    pygame.K_KP_DIVIDE: "keypad divide",
    pygame.K_PAUSE: "pause",
    pygame.K_KP_PLUS: "plus",
    pygame.K_KP_MINUS: "minus",
    pygame.K_PLUS: "plus",
    pygame.K_EQUALS: "plus",
    pygame.K_MINUS: "minus",
}
_SCANCODES = {
    # By the place on the keyboard: the black-screen button of a clicker types « : » on AZERTY, and the row of
    # digits asks for Shift there.
    pygame.KSCAN_PERIOD: "period",
    pygame.KSCAN_KP_PERIOD: "period",
    **{getattr(pygame, f"KSCAN_{digit}"): str(digit) for digit in range(10)},
    **{getattr(pygame, f"KSCAN_KP_{digit}"): str(digit) for digit in range(10)},
}
_MODIFIERS = frozenset(
    {
        pygame.K_LSHIFT,
        pygame.K_RSHIFT,
        pygame.K_LCTRL,
        pygame.K_RCTRL,
        pygame.K_LALT,
        pygame.K_RALT,
        pygame.K_LMETA,
        pygame.K_RMETA,
        pygame.K_CAPSLOCK,
        pygame.K_NUMLOCKCLEAR,
        pygame.K_MODE,
    }
)
_EXPOSING = frozenset({pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN})


_FROM_ELSEWHERE = pygame.event.custom_type()


def press_from_elsewhere(key: str) -> None:
    """Press a key from any thread: it wakes the program, and acts as the keyboard's. An empty one only wakes it."""
    with suppress(pygame.error):  # the windows are closed, or far too much is waiting
        pygame.event.post(pygame.Event(_FROM_ELSEWHERE, key=key))


def has_keyboard() -> bool:
    """Tell whether a window of the program has the keyboard."""
    return bool(pygame.key.get_focused())


class _Frame(pygame.Window):
    """The system's window, which the events of SDL bring along."""

    is_room = False


class Window:
    """A window that shows a surface, and gives what people do in all the windows of the program."""

    def __init__(self, frame: _Frame, *, is_unseen: bool = False) -> None:
        self._window = frame
        self._is_full_screen = False
        self._is_unseen = is_unseen
        self._controllers = Controllers()

    @property
    def surface(self) -> pygame.Surface:
        """The surface to draw on, as large as the window in real pixels."""
        return self._window.get_surface()

    @property
    def centre(self) -> tuple[int, int]:
        """The point of the desktop in the middle of the window."""
        (x, y), (width, height) = self._window.position, self._window.size
        return x + width // 2, y + height // 2

    def show(self) -> None:
        """Put what was drawn on the screen."""
        self._window.flip()
        if self._is_unseen:
            self._uncover()

    def set_full_screen(self, *, on: bool) -> None:
        """Fill the display, or go back to a window."""
        if on == self._is_full_screen:
            return
        self._is_full_screen = on
        if not self._is_unseen:
            self._fill()

    def poll(self, seconds: float | None) -> Iterator[Input | Closed | Exposed | Plug]:
        """Wait for something to happen, ``seconds`` at most (``None``: as long as it takes), and give all of it."""
        self._controllers.open()
        until = None if seconds is None else time.monotonic() + seconds
        events = pygame.event.get()
        while not events and (until is None or time.monotonic() < until):
            time.sleep(_NAP if until is None else max(0.0, min(_NAP, until - time.monotonic())))
            events = pygame.event.get()
        for event in events:
            yield from self._controllers.heard(event)
            yield from _translated(event)

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()

    def _hide(self) -> None:
        self._is_unseen = True
        self._window.hide()
        self._window.set_windowed()

    def _fill(self) -> None:
        if self._is_full_screen:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()

    def _uncover(self) -> None:
        """Show the window, then what was drawn again: a hidden window keeps nothing on some systems."""
        self._is_unseen = False
        self._window.show()
        if self._is_full_screen:
            self._fill()
        self._window.flip()


class MainWindow(Window):
    """The window of the facilitator, or of everybody when there is no other."""

    def __init__(self, title: str, size: tuple[int, int] = (1280, 720), *, full_screen: bool = False) -> None:
        """Open the window.

        Raises:
            NoDisplayError: there is no display.
        """
        # The room's window stays on its display when the facilitator clicks in the other one.
        os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
        try:
            pygame.display.init()
            pygame.font.init()
            if pygame.display.get_driver() == "x11":
                # Our surface is in memory: without a graphics card, handing it to OpenGL costs 13 ms a frame.
                os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
            super().__init__(_Frame(title, size, resizable=True, allow_high_dpi=True))
        except pygame.error as error:
            raise NoDisplayError(str(error)) from error
        self._window.minimum_size = LEAST_SIZE
        self.set_full_screen(on=full_screen)
        pygame.key.start_text_input()

    def handle(self) -> int:
        """Return how the system knows the window. It is unseen until the next picture is shown, as some ask for."""
        self._hide()
        return self._window.handle

    def place(self, display: Display) -> None:
        """Go to the middle of a display, unseen until the next picture is shown."""
        self._hide()
        most = round(display.width * _MOST_OF_A_DISPLAY), round(display.height * _MOST_OF_A_DISPLAY)
        width, height = min(self._window.size[0], most[0]), min(self._window.size[1], most[1])
        self._window.size = width, height
        self._window.position = display.x + (display.width - width) // 2, display.y + (display.height - height) // 2

    def close(self) -> None:
        """Close the window, and end the program's hold on the displays."""
        self._controllers.close()
        super().close()
        pygame.display.quit()


class RoomWindow(Window):
    """The window of the room: it fills the projector, has no edge, and is unseen until its first picture."""

    def __init__(self, title: str, display: Display) -> None:
        """Open the window, while the main one is open.

        Raises:
            RefusedError: the system does not let it open.
        """
        try:
            frame = _Frame(title, display.size, display.corner, hidden=True, borderless=True, allow_high_dpi=True)
        except pygame.error as error:
            raise RefusedError(str(error)) from error
        frame.is_room = True
        super().__init__(frame, is_unseen=True)
        self._is_full_screen = display.is_known

    def place(self, display: Display) -> None:
        """Go and fill a display, unseen until the next picture is shown."""
        self._hide()
        self._window.position = display.corner
        self._window.size = display.size
        self._is_full_screen = display.is_known


def _translated(event: pygame.Event) -> Iterator[Input | Closed | Exposed]:
    frame = getattr(event, "window", None)
    in_room = isinstance(frame, _Frame) and frame.is_room
    if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
        yield Closed(in_room)
    elif event.type in _EXPOSING:
        yield Exposed(in_room)
    elif event.type == pygame.KEYDOWN and not getattr(event, "repeat", False):
        key = key_name(event.key, event.scancode, event.mod)
        if key:
            yield Press(key, with_shift=bool(event.mod & pygame.KMOD_SHIFT))
    elif event.type == _FROM_ELSEWHERE and event.key:
        yield Press(event.key, is_meant=True)
    elif event.type == pygame.TEXTINPUT:
        yield Typed(event.text)
    elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
        across = _density(frame)
        yield Click(event.pos[0] * across, event.pos[1] * across, in_room)
    elif event.type == pygame.MOUSEWHEEL:
        yield Scroll(-event.y)


def _density(frame: pygame.Window | None) -> float:
    """Return how many real px a px of the system is in this window."""
    return 1.0 if frame is None else float(frame.get_surface().get_width() / max(1, frame.size[0]))


def key_name(key: int, scancode: int, modifiers: int) -> str:
    """Return the name of a key as in `Press`: ``other`` for one without a meaning; empty for no key by itself."""
    if modifiers & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return {pygame.K_z: "undo", pygame.K_y: "redo", pygame.K_s: "save"}.get(key, "")
    if modifiers & pygame.KMOD_ALT:
        return ""
    if scancode in _SCANCODES:
        return _SCANCODES[scancode]
    if key in _NAMES:
        return _NAMES[key]
    if key in _MODIFIERS:
        return ""
    return chr(key) if pygame.K_a <= key <= pygame.K_z else "other"
