"""Cards as they stand in their files while somebody writes them, with what is wrong beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.session.faces import CardFace, ThemeFace


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file: how much it matters, where, what, and what to do. In French, as staff write."""

    level: str
    """One of ``erreur``, ``avertissement``, ``conseil``."""
    line: int
    column: int
    message: str
    remedy: str = ""


@dataclass(frozen=True)
class Proof:
    """A card in its last good version, or a file in which there is none yet."""

    file: str
    """From the folder that holds the content folder."""
    id: str = ""
    face: CardFace | None = None
    """``None`` where no version was good, or where it may not be shown."""
    theme: ThemeFace | None = None
    sources: tuple[str, ...] = ()
    image: str = ""
    """The file of its picture; empty where it has none, or one that cannot be shown."""
    audiences: tuple[str, ...] = ()
    sensitivity: int = 0
    is_stale: bool = False
    """Whether the file was saved since, with errors."""
    level: str = ""
    """Of the worst fault that makes the card wrong or doubtful; empty when there is none."""


class Proofs(Protocol):
    """Follows the files. Nothing is raised for what is in them."""

    def follow(self, now: float) -> bool:
        """Read again what was saved since the last time. Tell whether something changed."""
        ...

    def left(self, now: float) -> float:
        """Return after how many seconds there is to look again."""
        ...

    def all(self) -> Sequence[Proof]:
        """Return every card, by theme, then the files in which there is none."""
        ...

    def faults(self, proof: Proof) -> Sequence[Fault]:
        """Return all that there is to say about the file of a card."""
        ...
