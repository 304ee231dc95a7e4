"""A display of this computer, as a plain value."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Display:
    """A display of this computer: its place on the desktop and its size, in the system's px."""

    x: int
    y: int
    width: int
    height: int
    is_known: bool = True
    """Whether the windowing library can fill it by itself."""

    @property
    def corner(self) -> tuple[int, int]:
        """The top left corner."""
        return self.x, self.y

    @property
    def size(self) -> tuple[int, int]:
        """The width and the height."""
        return self.width, self.height

    def contains(self, point: tuple[int, int]) -> bool:
        """Tell whether a point of the desktop is on this display."""
        return 0 <= point[0] - self.x < self.width and 0 <= point[1] - self.y < self.height


class RefusedError(Exception):
    """The system does not let the room's window open."""


def distinct(displays: Iterable[Display]) -> list[Display]:
    """Return the displays that show something of their own: those that mirror another one show one picture."""
    apart: dict[tuple[int, int], Display] = {}
    for display in displays:
        apart.setdefault(display.corner, display)
    return list(apart.values())
