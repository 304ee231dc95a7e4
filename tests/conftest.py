"""What all tests share. It also puts this folder on the path, so that `builders` can be imported."""

from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("house")
