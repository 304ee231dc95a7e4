"""Permis de se reconstruire: run a facilitated goose game on a projector, offline."""
