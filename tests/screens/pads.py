"""Game controllers that SDL believes in: it makes virtual ones, with their buttons, and they can be unplugged."""

import ctypes
from functools import cache
from pathlib import Path

import pygame

CONTROLLER, PLAIN = 1, 0
_AXES, _BUTTONS = 6, 15
_FULL = 32767


@cache
def sdl() -> ctypes.CDLL | None:
    """Return the SDL that pygame has loaded; ``None`` where it cannot be found."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return None
    files = {line.split()[-1] for line in maps.read_text(encoding="utf-8").splitlines() if "libSDL2-2" in line}
    if not files:
        return None
    library = ctypes.CDLL(files.pop())
    library.SDL_JoystickOpen.restype = ctypes.c_void_p
    library.SDL_JoystickSetVirtualButton.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]
    library.SDL_JoystickSetVirtualAxis.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int16]
    library.SDL_JoystickClose.argtypes = [ctypes.c_void_p]
    return library


class Pad:
    """A controller, or a joystick without names, as a person holds it."""

    def __init__(self, kind: int = CONTROLLER) -> None:
        library = sdl()
        assert library is not None
        self._sdl = library
        self._index = library.SDL_JoystickAttachVirtual(kind, _AXES, _BUTTONS, 0)
        assert self._index >= 0
        self._joystick = library.SDL_JoystickOpen(self._index)

    def push(self, button: int) -> None:
        """Push a button and let it go."""
        self.hold(button)
        self._sdl.SDL_JoystickSetVirtualButton(self._joystick, button, 0)
        self._sdl.SDL_JoystickUpdate()

    def hold(self, button: int) -> None:
        """Push a button."""
        self._sdl.SDL_JoystickSetVirtualButton(self._joystick, button, 1)
        self._sdl.SDL_JoystickUpdate()

    def tilt(self, axis: int, part: float) -> None:
        """Push a stick or a trigger, a part of the way from -1 to 1."""
        self._sdl.SDL_JoystickSetVirtualAxis(self._joystick, axis, round(part * _FULL))
        self._sdl.SDL_JoystickUpdate()

    def unplug(self) -> None:
        """Pull the cable."""
        self._sdl.SDL_JoystickClose(self._joystick)
        self._sdl.SDL_JoystickDetachVirtual(self._index)
        self._index = -1

    @property
    def is_in(self) -> bool:
        """Whether it is plugged in."""
        return self._index >= 0


A, B, X, Y = (
    pygame.CONTROLLER_BUTTON_A,
    pygame.CONTROLLER_BUTTON_B,
    pygame.CONTROLLER_BUTTON_X,
    pygame.CONTROLLER_BUTTON_Y,
)
SELECT, START = pygame.CONTROLLER_BUTTON_BACK, pygame.CONTROLLER_BUTTON_START
LEFT_STICK, RIGHT_STICK = pygame.CONTROLLER_BUTTON_LEFTSTICK, pygame.CONTROLLER_BUTTON_RIGHTSTICK
LEFT_SHOULDER, RIGHT_SHOULDER = pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER
UP, DOWN, RIGHT = (
    pygame.CONTROLLER_BUTTON_DPAD_UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
)
STICK_ACROSS, LEFT_TRIGGER, RIGHT_TRIGGER = (
    pygame.CONTROLLER_AXIS_LEFTX,
    pygame.CONTROLLER_AXIS_TRIGGERLEFT,
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT,
)
