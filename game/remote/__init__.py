"""A phone as remote: a small page on the local network, and what it taps. It knows nothing of the game."""
