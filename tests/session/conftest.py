from collections.abc import Iterator
from pathlib import Path

import pytest
from boarded import ALL_THEMED, Table, at_table


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Begin a session of three teams and 45 minutes of game, every square with a theme."""
    yield from at_table(tmp_path, ALL_THEMED)
