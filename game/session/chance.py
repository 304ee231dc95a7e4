"""Chance, passed in: the outcome of a draw depends on the seed and on the index of the draw, on nothing else.

So a throw that is undone and thrown again gives the same die, and a session goes on with the same chance elsewhere.
"""

import secrets

from game.rules import Chance

_MASK = (1 << 64) - 1


def new_seed() -> int:
    """Return a seed that nobody can guess."""
    return secrets.randbits(48)


def seeded(seed: int) -> Chance:
    """Return the chance of a seed.

    Each outcome is SplitMix64 (Steele, Lea and Flood, 2014) of the seed and the index, reduced to the number of
    sides; with 64 bits the bias of the reduction is below 1e-17 for a die.
    """

    def outcome(index: int, sides: int) -> int:
        mixed = (seed * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & _MASK
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % sides

    return outcome
