"""Play the demonstration and acknowledge each record on standard output, for a test that kills this program.

Usage: kill_driver.py DATA [HELD]. The session is kept under DATA; after the record numbered HELD, the program stays
alive with the session open, until its standard input is closed.
"""

import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

import pygame

from game.demo import show
from game.demo.offscreen import Offscreen
from game.desk.laptop import LaptopDesk
from game.drawing.drawlist import Picture
from game.rules import Refusal
from game.screens.desk import SessionChoice
from game.screens.painter import Painter
from game.session.commands import Command
from game.session.dispatch import Session
from game.session.events import Event
from game.session.folder import OpenFolder

SEED = 7


class SmallCanvas(Offscreen):
    """A surface that is quick to draw on, and not kept."""

    def __init__(self) -> None:
        super().__init__((480, 360))

    def save(self, path: Path) -> None:
        """Keep nothing."""


class WithoutPaint(Painter):
    """A painter that measures and draws nothing: what is killed here is what keeps the session."""

    def paint(
        self,
        surface: pygame.Surface,  # noqa: ARG002 - nothing is painted
        picture: Picture,  # noqa: ARG002 - as above
        scale: float,
        origin: tuple[float, float] = (0.0, 0.0),  # noqa: ARG002 - as above
    ) -> list[pygame.Rect]:
        """Remember the scale alone."""
        self.scale = scale
        return []


class Acknowledging:
    """Says each record's number once the program goes on after it."""

    def __init__(self, held: int) -> None:
        self._held = held
        self._said = 0

    def record(self) -> None:
        """Say that one more record was kept."""
        self._said += 1
        sys.stdout.write(f"{self._said}\n")
        sys.stdout.flush()
        if self._said == self._held:
            sys.stdin.read()


def main(data: Path, held: int) -> None:
    """Play it all."""
    heard = Acknowledging(held)
    start, dispatch = LaptopDesk.start, Session.dispatch

    def acknowledged_start(desk: LaptopDesk, choice: SessionChoice) -> OpenFolder:
        opened = start(desk, choice)
        heard.record()
        return opened

    def acknowledged_dispatch(session: Session, command: Command) -> tuple[Event, ...] | Refusal:
        answer = dispatch(session, command)
        if not isinstance(answer, Refusal):
            heard.record()
        return answer

    tempfile.tempdir = str(data)
    with (
        patch.object(LaptopDesk, "start", acknowledged_start),
        patch.object(Session, "dispatch", acknowledged_dispatch),
        patch.object(show, "Offscreen", SmallCanvas),
        patch.object(Painter, "paint", WithoutPaint.paint),
    ):
        show.in_memory(data / "sortie", SEED, quick=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
