"""What stands on the keys of this keyboard: hints name the usual key, and are drawn with the one that does the same.

One map for the whole program, as there is one keyboard: it is set before a picture is drawn.
"""

from collections.abc import Mapping


class _Keyboard:
    """The caps that are drawn instead of the usual ones."""

    caps: Mapping[str, str] = {}


def use(caps: Mapping[str, str]) -> None:
    """Draw these caps instead of the usual ones, from now on."""
    _Keyboard.caps = caps


def shown(cap: str) -> str:
    """Return what to draw for a usual cap (``P``, ``Espace``): the key that does the same on this keyboard."""
    return _Keyboard.caps.get(cap, cap)
