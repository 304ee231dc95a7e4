"""What all tests share. It also puts this folder on the path, so that `builders` can be imported."""

import os

from hypothesis import settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # windows open for real, on a display that nobody sees
settings.register_profile("house", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("house")
