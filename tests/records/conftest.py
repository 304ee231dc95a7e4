from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from played import OPENING, START, TEAMS, Play, Played

from game.session import folder
from game.session.clock import ManualClock
from game.session.commands import OpenSession
from game.session.events import TeamEntry


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Open sessions in ``seances``; fields of the opening can be changed."""
    opened: list[folder.OpenFolder] = []

    def begin(teams: tuple[TeamEntry, ...] = TEAMS, start: datetime = START, **changes: object) -> Played:
        clock = ManualClock(start)
        command = OpenSession(replace(OPENING, **changes), teams)
        opened.append(folder.create(tmp_path / "seances", command, clock))
        return Played(opened[-1], clock)

    yield begin
    for one in opened:
        one.close()
