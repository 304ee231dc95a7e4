"""How many pages a card takes on the screen: counted by what draws, asked for by what reads."""

from typing import NamedTuple


class Pages(NamedTuple):
    """How a card shows: pages before its answer, pages after it (0 without one), the French keys of what is cut."""

    front: int
    back: int = 0
    cut: tuple[str, ...] = ()
