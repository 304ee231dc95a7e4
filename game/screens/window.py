"""The room's window, and what comes from the keyboard and the mouse. With the painter, all that pygame is here."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.screens.inputs import Click, Input, Press, Scroll, Typed

LEAST_SIZE = (640, 400)


class NoDisplayError(Exception):
    """This computer has no screen to open a window on."""


@dataclass(frozen=True)
class Closed:
    """The window was asked to close."""


@dataclass(frozen=True)
class Exposed:
    """The window has to be drawn again: it was resized, or came back."""


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
    pygame.K_F2: "f2",
    pygame.K_F5: "f5",
    pygame.K_F11: "f11",
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


class RoomWindow:
    """A window that shows a surface and gives what people do."""

    def __init__(self, title: str, size: tuple[int, int] = (1280, 720), *, full_screen: bool = False) -> None:
        """Open the window.

        Raises:
            NoDisplayError: there is no display.
        """
        try:
            pygame.display.init()
            pygame.font.init()
            if pygame.display.get_driver() == "x11":
                # Our surface is in memory: without a graphics card, handing it to OpenGL costs 13 ms a frame.
                os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
            self._window = pygame.Window(title, size, resizable=True, allow_high_dpi=True)
        except pygame.error as error:
            raise NoDisplayError(str(error)) from error
        self._window.minimum_size = LEAST_SIZE
        self._is_full_screen = False
        self.set_full_screen(on=full_screen)
        pygame.key.start_text_input()

    @property
    def surface(self) -> pygame.Surface:
        """The surface to draw on, as large as the window in real pixels."""
        return self._window.get_surface()

    def show(self) -> None:
        """Put what was drawn on the screen."""
        self._window.flip()

    def set_full_screen(self, *, on: bool) -> None:
        """Fill the display, or go back to a window."""
        if on == self._is_full_screen:
            return
        self._is_full_screen = on
        if on:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()

    def poll(self, seconds: float | None) -> Iterator[Input | Closed | Exposed]:
        """Wait for something to happen, ``seconds`` at most (``None``: as long as it takes), and give all of it."""
        first = pygame.event.wait() if seconds is None else pygame.event.wait(max(1, int(seconds * 1000)))
        for event in [first, *pygame.event.get()]:
            yield from self._translated(event)

    def close(self) -> None:
        """Close the window."""
        self._window.destroy()
        pygame.display.quit()

    def _translated(self, event: pygame.Event) -> Iterator[Input | Closed | Exposed]:
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            yield Closed()
        elif event.type in _EXPOSING:
            yield Exposed()
        elif event.type == pygame.KEYDOWN and not getattr(event, "repeat", False):
            key = key_name(event.key, event.scancode, event.mod)
            if key:
                yield Press(key, with_shift=bool(event.mod & pygame.KMOD_SHIFT))
        elif event.type == pygame.TEXTINPUT:
            yield Typed(event.text)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            across = self.surface.get_width() / max(1, self._window.size[0])
            yield Click(event.pos[0] * across, event.pos[1] * across)
        elif event.type == pygame.MOUSEWHEEL:
            yield Scroll(-event.y)


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
