"""Commands: what a person asks of the game. They are judged by ``decide``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RollDice:
    """Throw the dice. ``dice`` holds the faces of physical dice; ``None`` lets the machine throw."""

    dice: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class RerollDice:
    """Throw a disputed throw again, from where the pawns stood before it."""

    dice: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class FollowEffect:
    """Let the special square act on the pawn that stands on it."""


@dataclass(frozen=True, slots=True)
class DrawCard:
    """Draw the card that is due."""


@dataclass(frozen=True, slots=True)
class SwapCard:
    """Put the card aside and draw another one of the same pile."""


@dataclass(frozen=True, slots=True)
class RevealAnswer:
    """Show the answer of a question."""


@dataclass(frozen=True, slots=True)
class FinishExchange:
    """The group has talked; the team now chooses its word."""


@dataclass(frozen=True, slots=True)
class LayBrick:
    """Lay the brick of this exchange, with the word that the team chose (it may stay empty)."""

    word: str = ""


@dataclass(frozen=True, slots=True)
class Pass:
    """Pass: the throw, the card or the word. Nobody asks why, and nothing counts it."""


@dataclass(frozen=True, slots=True)
class HelpTeam:
    """The team whose turn it is helps a team that waits for a relay; it leaves at once. The helper still throws."""

    team: str


@dataclass(frozen=True, slots=True)
class FreeTeam:
    """The facilitator frees a waiting team."""

    team: str


@dataclass(frozen=True, slots=True)
class JoinGame:
    """A team joins, from the start of the board."""

    team: str


@dataclass(frozen=True, slots=True)
class LeaveGame:
    """A team leaves; the bricks it laid stay in the wall."""

    team: str


@dataclass(frozen=True, slots=True)
class PlacePawn:
    """Put the pawn of a team on a square: 0 is the start, ``board.end`` the arrival. Nothing happens there.

    ``reason`` is the code of what was wrong: ``die``, ``pawn`` or ``other``.
    """

    team: str
    position: int
    reason: str = "other"


GameCommand = (
    RollDice
    | RerollDice
    | FollowEffect
    | DrawCard
    | SwapCard
    | RevealAnswer
    | FinishExchange
    | LayBrick
    | Pass
    | HelpTeam
    | FreeTeam
    | JoinGame
    | LeaveGame
    | PlacePawn
)
