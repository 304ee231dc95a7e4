"""Game controllers and big buttons: what SDL tells of them, as presses of keys whose names begin with ``pad``.

A controller that SDL knows has buttons with names; any other joystick has numbers: its first button is ``pad a``, its
second ``pad b``. Sticks and hats are arrows.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pygame
from pygame._sdl2 import controller

from game.screens.inputs import Plug, Press

_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "a",
    pygame.CONTROLLER_BUTTON_B: "b",
    pygame.CONTROLLER_BUTTON_X: "x",
    pygame.CONTROLLER_BUTTON_Y: "y",
    pygame.CONTROLLER_BUTTON_BACK: "back",
    pygame.CONTROLLER_BUTTON_START: "start",
    pygame.CONTROLLER_BUTTON_GUIDE: "guide",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "leftstick",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "rightstick",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "leftshoulder",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "rightshoulder",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
}
_PLAIN_BUTTONS = ("a", "b", "x", "y")
_AXES = {
    # what an axis is when it goes down, and when it goes up
    pygame.CONTROLLER_AXIS_LEFTX: ("left", "right"),
    pygame.CONTROLLER_AXIS_LEFTY: ("up", "down"),
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: ("", "lefttrigger"),
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: ("", "righttrigger"),
}
_PLAIN_AXES = {0: ("left", "right"), 1: ("up", "down")}
_OF_JOYSTICKS = frozenset({pygame.JOYBUTTONDOWN, pygame.JOYAXISMOTION, pygame.JOYHATMOTION})
_FULL = 32767
_PRESSED, _LET_GO = 0.7, 0.4
"""Parts of the way where a stick counts as pressed, and where it counts as let go: a worn one trembles."""


@dataclass(frozen=True)
class _Device:
    """What is plugged in; it is heard as long as it is held. ``named``: SDL knows the names of its buttons."""

    joystick: pygame.joystick.JoystickType
    named: controller.Controller | None

    @property
    def instance(self) -> int:
        """How its events name it: the ``id`` of a controller is its place in a list, which changes."""
        return self.joystick.get_instance_id()


def _opened(index: int) -> _Device:
    """Open the device at a place of SDL's list, as a controller where SDL knows its buttons."""
    if controller.is_controller(index):
        named = controller.Controller(index)
        return _Device(named.as_joystick(), named)
    return _Device(pygame.joystick.Joystick(index), None)


class Controllers:
    """All that is plugged in. It is looked for when the first event is asked for, and heard from then on."""

    def __init__(self) -> None:
        self._devices: dict[int, _Device] = {}
        self._pushed: dict[tuple[int, bool, int], str] = {}
        """Which way each axis is pushed: of a device, whether its axes have names, the axis."""
        self._lost = 0
        self._is_open = False

    def open(self) -> None:
        """Begin to listen, once. A computer that cannot has its keyboard."""
        if self._is_open:
            return
        self._is_open = True
        with suppress(pygame.error):
            pygame.joystick.init()
            controller.init()
            for index in range(pygame.joystick.get_count()):
                self._open(index)

    def heard(self, event: pygame.Event) -> Iterator[Press | Plug]:
        """Yield what an event of a controller means; nothing for any other."""
        if event.type in (pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED):
            yield from self._added(event)
        elif event.type in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
            yield from self._removed(event.instance_id)
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            yield from _press(_BUTTONS.get(event.button, "misc"))
        elif event.type == pygame.CONTROLLERAXISMOTION:
            yield from self._pushes(event, _AXES, event.value / _FULL, is_named=True)
        elif event.type in _OF_JOYSTICKS:
            device = self._devices.get(event.instance_id)
            if device is not None and device.named is None:
                yield from self._plain(event)

    def close(self) -> None:
        """Let the devices go."""
        self._devices.clear()
        if self._is_open:
            controller.quit()
            pygame.joystick.quit()

    def _plain(self, event: pygame.Event) -> Iterator[Press]:
        if event.type == pygame.JOYBUTTONDOWN:
            yield from _press(_PLAIN_BUTTONS[event.button] if event.button < len(_PLAIN_BUTTONS) else "misc")
        elif event.type == pygame.JOYAXISMOTION:
            yield from self._pushes(event, _PLAIN_AXES, event.value, is_named=False)
        elif event.type == pygame.JOYHATMOTION:
            across, upwards = event.value
            yield from _press({-1: "left", 1: "right"}.get(across, ""))
            yield from _press({-1: "down", 1: "up"}.get(upwards, ""))

    def _added(self, event: pygame.Event) -> Iterator[Plug]:
        """Open what was plugged in. A controller that SDL knows is told twice, and opened once."""
        if self._open(event.device_index) and self._lost:
            self._lost -= 1
            yield Plug(is_in=True)

    def _open(self, index: int) -> bool:
        """Open a device; tell whether it is there and was not open."""
        try:
            device = _opened(index)
        except pygame.error:  # it has gone again meanwhile
            return False
        return self._devices.setdefault(device.instance, device) is device

    def _removed(self, instance: int) -> Iterator[Plug]:
        self._pushed = {axis: way for axis, way in self._pushed.items() if axis[0] != instance}
        if self._devices.pop(instance, None) is not None:
            self._lost += 1
            yield Plug(is_in=False)

    def _pushes(
        self, event: pygame.Event, axes: dict[int, tuple[str, str]], value: float, *, is_named: bool
    ) -> Iterator[Press]:
        """Yield the arrow of an axis once, as it passes the threshold; ``value`` is from -1 to 1."""
        axis = (event.instance_id, is_named, event.axis)
        way = axes.get(event.axis, ("", ""))[value > 0]
        if abs(value) < _LET_GO:
            self._pushed.pop(axis, None)
        elif abs(value) > _PRESSED and self._pushed.get(axis) != way:
            self._pushed[axis] = way
            yield from _press(way)


def _press(name: str) -> Iterator[Press]:
    if name:
        yield Press(f"pad {name}")
