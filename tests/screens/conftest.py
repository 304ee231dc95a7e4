"""The window that the tests of the screens use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pilot import Pilot, piloted


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """Open the game on an empty folder."""
    with piloted(tmp_path) as opened:
        yield opened


@pytest.fixture
def on_board(pilot: Pilot) -> Pilot:
    """Begin a session and go to the board."""
    pilot.begin()
    pilot.to_board()
    return pilot
