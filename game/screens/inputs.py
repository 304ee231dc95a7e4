"""What a person does, in words that no windowing library owns.

Clickers send PageDown, Right or Space for next, PageUp or Left for back, ``b`` or the period key for a black screen,
and alternate F5 with Escape on one button; so F5 and Escape never end or restart anything.
"""

from dataclasses import dataclass

NEXT = frozenset({"pagedown", "right", "space"})
BACK = frozenset({"pageup", "left"})
BLACK = frozenset({"period"})
"""Everywhere; the letter B too where it means nothing else."""
HELP = frozenset({"?", "f1"})
CONFIRM = frozenset({"enter"})
DIGITS = frozenset("123456789")


@dataclass(frozen=True, slots=True)
class Press:
    """A key went down.

    ``key`` is a letter or a digit (by its place on the keyboard for digits, so that AZERTY needs no Shift), or a
    name: ``space enter escape backspace delete tab up down left right pageup pagedown home end f1 f5 f11 f12 plus minus
    period undo redo save pause``, and ``other`` for any key without a meaning. Before the map of keys (`keymap`), it is
    the physical key: also ``f7``, ``insert``, or a button of a controller, ``pad a``.
    """

    key: str
    with_shift: bool = False
    is_meant: bool = False
    """Whether the key was named by what it does, and no map applies: a phone's button."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Text came from the keyboard, as the layout makes it. It follows the `Press` of the same key."""

    text: str


@dataclass(frozen=True, slots=True)
class Click:
    """The left button went down, at a place in logical px (real px until the stage has placed it)."""

    x: float
    y: float
    in_room: bool = False
    """Whether it was in the room's own window."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned; ``steps`` is positive downwards."""

    steps: int


@dataclass(frozen=True, slots=True)
class Plug:
    """A game controller was unplugged, or is there again."""

    is_in: bool


Input = Press | Typed | Click | Scroll
