"""A canvas in memory, for a computer without a display."""

from collections.abc import Iterable
from io import BytesIO

import pygame

from game.screens.inputs import Input
from game.screens.window import Closed, Exposed


class Offscreen:
    """A surface that nobody sees until it is saved."""

    def __init__(self, size: tuple[int, int] = (1920, 1080)) -> None:
        pygame.font.init()
        self._surface = pygame.Surface(size)

    @property
    def surface(self) -> pygame.Surface:
        """The surface to draw on."""
        return self._surface

    def show(self) -> None:
        """Show nothing: what was drawn stays on the surface."""

    def poll(self, seconds: float | None) -> Iterable[Input | Closed | Exposed]:  # noqa: ARG002 - nobody is there
        """Return nothing: nobody is there."""
        return ()

    def set_full_screen(self, *, on: bool) -> None:
        """Do nothing: there is no display to fill."""

    def png(self) -> bytes:
        """Return what was drawn, as the bytes of a PNG file."""
        found = BytesIO()
        pygame.image.save(self._surface, found, "png")
        return found.getvalue()
