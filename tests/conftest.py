"""What all tests share. It also puts this folder on the path, so that `builders` can be imported."""

import os

import pytest
from hypothesis import settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # windows open for real, on a display that nobody sees
settings.register_profile("house", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("house")

LONGEST = ("test_kill", "test_audit", "test_mouse", "test_demo", "test_two_languages", "test_remapping", "test_package")
"""The files that take longest. A file is played by one process: begun last, one of them would have the other wait."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Play the longest files first."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)
