"""Reads aloud: a recording when there is one, else the voice of the system. It knows nothing of the game."""
