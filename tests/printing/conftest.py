from pathlib import Path

import pytest
from printable import Deck


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return Deck(tmp_path / "contenu")
