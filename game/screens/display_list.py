"""The displays that are plugged in now, as the system tells them."""

from dataclasses import replace

import pygame

from game.screens.display import Display

_CENTRED_ON = 0x2FFF0000
"""SDL_WINDOWPOS_CENTERED_DISPLAY: with the number of a display added, the middle of that display."""


class DisplayList:
    """Lists the displays, the main one first. Needs an open display; `close` it before the video ends."""

    def __init__(self) -> None:
        self._probe = pygame.Window("", (2, 2), hidden=True)
        self._known = self._of_sdl()

    def __call__(self) -> tuple[Display, ...]:
        """Return the displays that are plugged in now."""
        if pygame.display.get_driver() == "x11":
            # SDL 2 lists the displays of X11 once, when it starts: one plugged in later is asked of X itself.
            found = _of_x11()
            if found:
                return tuple(
                    display if display in self._known else replace(display, is_known=False) for display in found
                )
        return self._of_sdl()

    def close(self) -> None:
        """Let go of what looks at the displays."""
        self._probe.destroy()

    def _of_sdl(self) -> tuple[Display, ...]:
        """Ask SDL. It gives sizes alone; a small window sent to the middle of each display tells its place."""
        return tuple(self._placed(index, size) for index, size in enumerate(pygame.display.get_desktop_sizes()))

    def _placed(self, index: int, size: tuple[int, int]) -> Display:
        self._probe.position = (_CENTRED_ON + index, _CENTRED_ON + index)
        x, y = self._probe.position
        return Display(x + 1 - size[0] // 2, y + 1 - size[1] // 2, *size)


def _of_x11() -> list[Display]:
    """Ask X11, the primary display first; nothing when it does not answer."""
    from mss import MSS  # noqa: PLC0415 - 35 ms, on X11 alone
    from mss.exception import ScreenShotError  # noqa: PLC0415 - as above

    try:
        with MSS() as system:
            monitors = system.monitors[1:]  # the first is the whole desktop
    except ScreenShotError:
        return []
    monitors.sort(key=lambda monitor: not monitor.get("is_primary"))
    return [Display(item["left"], item["top"], item["width"], item["height"]) for item in monitors]
