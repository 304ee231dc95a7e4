"""What a check finds in one entry: the keys that lead to it, and what to say."""

from game.content.messages import Sentence

Steps = tuple[int | str, ...]
"""French keys and indices, from the entry to the value."""
Finding = tuple[Steps, Sentence]
