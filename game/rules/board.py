"""The board, the cards and the table: the fixed things that a game is played with.

A board has its squares in order. Position 0 is the start, positions 1 to ``len(squares)`` are the squares, and
``board.end`` is the arrival, one step after the last square.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from game.rules.events import GameEvent

START = "start"
"""The id of the start, for an effect that leads back to it."""


class Finish(StrEnum):
    """What a throw that overshoots the arrival does."""

    PASS = "pass"  # noqa: S105 - a rule of the game, not a password
    """Reaching or going beyond the arrival is arriving."""
    STAY = "stay"
    """The pawn does not move."""
    BOUNCE = "bounce"
    """The pawn counts to the arrival, then back."""
    ONE_DIE = "one_die"
    """The pawn does not move, unless one of the dice alone leads to the arrival."""


class Goose(StrEnum):
    """What a goose does."""

    SAME_WAY = "same_way"
    """The pawn moves again by the same throw, in the direction it was going: also back, after a bounce."""
    FORWARD = "forward"
    """The pawn moves again by the same throw, always onward."""
    THROW_AGAIN = "throw_again"
    """The team throws again."""
    NEXT_GOOSE = "next_goose"
    """The pawn goes to the next goose, and the team throws again."""


class Collision(StrEnum):
    """What happens when a pawn rests where another one stands."""

    SHARE = "share"
    """They share the square."""
    SWAP = "swap"
    """The other pawn goes to the square that the mover came from."""
    MOVER_BACK = "mover_back"
    """The mover goes back to the square it came from."""


class ExtraTurn(StrEnum):
    """Which throw gives the team another turn."""

    NEVER = "never"
    HIGHEST = "highest"
    """Every die shows its highest face."""
    DOUBLE = "double"
    """Two dice or more show the same face."""


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
    """The pawn waits ``turns`` turns at most; another team that comes or helps frees it at once.

    With ``takes_place`` (the well of the classic game) the team that comes waits in its turn.
    """

    turns: int
    takes_place: bool = False


@dataclass(frozen=True, slots=True)
class LeaveOn:
    """The pawn waits ``turns`` turns at most; its team throws meanwhile, and one of these totals lets it go on."""

    totals: tuple[int, ...]
    turns: int


@dataclass(frozen=True, slots=True)
class Bird:
    """A goose: the pawn goes on as the board's option `Goose` says."""


@dataclass(frozen=True, slots=True)
class DrawKind:
    """Draw a card of this kind, whatever its theme."""

    kind: str


Effect = Forward | Back | GoTo | RollAgain | Wait | Relay | LeaveOn | Bird | DrawKind


@dataclass(frozen=True, slots=True)
class Square:
    """One square: of a theme (a card is drawn there), with an effect, or plain."""

    id: str
    theme: str | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class FirstThrow:
    """A throw from the start that leads to a square of its own; the dice count as a pair, in any order."""

    dice: tuple[int, ...]
    square: str


@dataclass(frozen=True)
class Options:
    """Rules of a board that differ from one house to the next; the defaults are the association's."""

    goose: Goose = Goose.SAME_WAY
    chain: bool = True
    """Whether an effect that leads to another special square lets that one act too."""
    acts_on_way_back: bool = True
    """Whether special squares act on a pawn that a bounce brings back."""
    first_throws: tuple[FirstThrow, ...] = ()
    first_throws_at_start: bool = False
    """Whether they count whenever the pawn is on the start, and not for its first throw only."""
    collision: Collision = Collision.SHARE
    quiet: tuple[str, ...] = ()
    """Squares where pawns always share."""
    reversed_order: bool = False
    """Whether the team that entered last plays first."""
    drawn_order: bool = False
    """Whether each team that enters draws its place in the order of play by lot."""
    extra_turn: ExtraTurn = ExtraTurn.NEVER
    arrived_helps: bool = True
    """Whether a team that has arrived still has its turns, to draw a card for everyone."""


@dataclass(frozen=True)
class Board:
    """The squares in order, and the rules that go with them."""

    id: str
    squares: tuple[Square, ...]
    dice: int = 1
    faces: int = 6
    finish: Finish = Finish.PASS
    options: Options = Options()

    @cached_property
    def end(self) -> int:
        """The position of the arrival."""
        return len(self.squares) + 1

    @cached_property
    def positions(self) -> dict[str, int]:
        """The position of each square, by its id, and of the start."""
        return {START: 0} | {square.id: position for position, square in enumerate(self.squares, start=1)}

    @cached_property
    def throws_plainly(self) -> bool:
        """Whether a throw always moves the pawn by its total: no special throws, no die that counts alone."""
        return not self.options.first_throws and self.finish is not Finish.ONE_DIE

    @cached_property
    def pawns_meet(self) -> bool:
        """Whether something happens when pawns meet."""
        return self.options.collision is not Collision.SHARE

    @cached_property
    def gives_extra_turns(self) -> bool:
        """Whether some throws give another turn."""
        return self.options.extra_turn is not ExtraTurn.NEVER

    @cached_property
    def geese(self) -> tuple[int, ...]:
        """The positions of the geese."""
        return tuple(at for at, square in enumerate(self.squares, start=1) if isinstance(square.effect, Bird))

    @cached_property
    def special_throws(self) -> dict[tuple[int, ...], int]:
        """Where the special throws from the start lead, by their dice in rising order."""
        return {tuple(sorted(first.dice)): self.positions[first.square] for first in self.options.first_throws}

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
    """All that is fixed for one game: the board, the cards in play, one shared pawn or one for each team.

    ``landings`` keeps what throws lead to, by pawn, position and total, once it has been needed: see
    `game.rules.movement.throw`.
    """

    board: Board
    cards: tuple[Card, ...] = ()
    cooperative: bool = False

    by_id: dict[str, Card] = field(init=False, compare=False, repr=False)
    by_theme: dict[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)
    by_kind: dict[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)
    landings: dict[tuple[str, int, int], tuple[GameEvent, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        """Index the cards; the order of the deck is kept, so that chance picks the same card again."""
        object.__setattr__(self, "by_id", {card.id: card for card in self.cards})
        for name in ("theme", "kind"):
            groups: dict[str, tuple[str, ...]] = {}
            for card in self.cards:
                key = getattr(card, name)
                groups[key] = (*groups.get(key, ()), card.id)
            object.__setattr__(self, f"by_{name}", groups)
