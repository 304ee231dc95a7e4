"""The board, the cards and the table: the fixed things that a game is played with.

A board has its squares in order. Position 0 is the start, positions 1 to ``len(squares)`` are the squares, and
``board.end`` is the arrival, one step after the last square.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Finish(StrEnum):
    """What a throw that overshoots the arrival does."""

    PASS = "pass"  # noqa: S105 - a rule of the game, not a password
    """Reaching or going beyond the arrival is arriving."""
    STAY = "stay"
    """The pawn does not move."""
    BOUNCE = "bounce"
    """The pawn counts to the arrival, then back."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Move the pawn ``by`` squares onward."""

    by: int


@dataclass(frozen=True, slots=True)
class Back:
    """Move the pawn ``by`` squares back, never before the start."""

    by: int


@dataclass(frozen=True, slots=True)
class GoTo:
    """Move the pawn to the square whose id is ``square``."""

    square: str


@dataclass(frozen=True, slots=True)
class RollAgain:
    """The same team throws again."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The pawn waits ``turns`` of its team's turns."""

    turns: int


@dataclass(frozen=True, slots=True)
class Relay:
    """The pawn waits ``turns`` turns at most; another team that comes or helps frees it at once."""

    turns: int


@dataclass(frozen=True, slots=True)
class DrawKind:
    """Draw a card of this kind, whatever its theme."""

    kind: str


Effect = Forward | Back | GoTo | RollAgain | Wait | Relay | DrawKind


@dataclass(frozen=True, slots=True)
class Square:
    """One square: of a theme (a card is drawn there), with an effect, or plain."""

    id: str
    theme: str | None = None
    effect: Effect | None = None


@dataclass(frozen=True)
class Board:
    """The squares in order, and the rules that go with them."""

    id: str
    squares: tuple[Square, ...]
    dice: int = 1
    faces: int = 6
    finish: Finish = Finish.PASS

    @cached_property
    def end(self) -> int:
        """The position of the arrival."""
        return len(self.squares) + 1

    @cached_property
    def paths(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """The way of each throw, by position and total, once it has been needed (see `throw_path`)."""
        return {}

    @cached_property
    def positions(self) -> dict[str, int]:
        """The position of each square, by its id."""
        return {square.id: position for position, square in enumerate(self.squares, start=1)}

    def square_at(self, position: int) -> Square | None:
        """Return the square at a position; ``None`` at the start and at the arrival."""
        return self.squares[position - 1] if 0 < position < self.end else None


@dataclass(frozen=True, slots=True)
class Card:
    """What the rules need to know of a card; its words belong to the content."""

    id: str
    theme: str
    kind: str


@dataclass(frozen=True)
class Table:
    """All that is fixed for one game: the board, the cards in play, one shared pawn or one for each team."""

    board: Board
    cards: tuple[Card, ...] = ()
    cooperative: bool = False

    by_id: dict[str, Card] = field(init=False, compare=False, repr=False)
    by_theme: dict[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)
    by_kind: dict[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the cards; the order of the deck is kept, so that chance picks the same card again."""
        object.__setattr__(self, "by_id", {card.id: card for card in self.cards})
        for name in ("theme", "kind"):
            groups: dict[str, tuple[str, ...]] = {}
            for card in self.cards:
                key = getattr(card, name)
                groups[key] = (*groups.get(key, ()), card.id)
            object.__setattr__(self, f"by_{name}", groups)
