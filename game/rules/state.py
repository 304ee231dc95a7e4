"""The state of a game: what is true between two commands. Frozen; a new one is made for each event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from game.rules.board import Table

SHARED_PAWN = "*"
"""The key of the one pawn of a cooperative game."""


class Phase(StrEnum):
    """What the turn is waiting for."""

    READY = "ready"
    """The team throws, or draws a card when its pawn may not move."""
    EFFECT = "effect"
    """The pawn stands on a special square; its effect comes next."""
    LANDED = "landed"
    """A card is due."""
    CARD = "card"
    """The group talks about the card."""
    WORD = "word"
    """The team chooses one word for its brick."""


@dataclass(frozen=True)
class Waiting:
    """How many of its team's turns a pawn still waits."""

    turns: int
    relay: bool = False
    """Whether another team that comes or helps frees it at once."""
    leave_on: tuple[int, ...] = ()
    """Totals that let it go on; its team throws while it waits."""


@dataclass(frozen=True)
class Brick:
    """One exchange, laid in the shared wall: the card talked through, its theme, the team and its word."""

    card: str
    theme: str
    team: str
    word: str = ""


@dataclass(frozen=True)
class Due:
    """The card that is due: of a theme, or of a kind. Neither: of the theme least talked about."""

    theme: str | None = None
    kind: str | None = None


class BeforeRoll(NamedTuple):
    """What stood before a throw."""

    team: str
    turns: int
    positions: Mapping[str, int]
    waits: Mapping[str, Waiting]
    chain: int
    thrown: frozenset[str]


@dataclass(frozen=True)
class GameState:
    """The game between two commands."""

    table: Table
    teams: tuple[str, ...] = ()
    """Team ids, in order of play."""
    turn: str = ""
    """The team whose turn it is; empty while nobody plays."""
    turns: int = 0
    """How many turns have begun."""
    phase: Phase = Phase.READY
    positions: Mapping[str, int] = field(default_factory=dict)
    """Where each pawn stands: 0 is the start, ``board.end`` the arrival."""
    waits: Mapping[str, Waiting] = field(default_factory=dict)
    """The pawns that wait, and only these."""
    dice: tuple[int, ...] = ()
    """The last throw; empty before the first one."""
    last_way: tuple[int, ...] = ()
    """Where the last pawn that moved came from, and the last steps it made: they say which way it was going."""
    thrown: frozenset[str] = frozenset()
    """The pawns that have been thrown for; the first throw of the others is their first."""
    has_extra_turn: bool = False
    """Whether the team plays again after this turn."""
    chain: int = 0
    """How many effects have acted in this turn."""
    before_roll: BeforeRoll | None = None
    """What the last throw changed, as long as it can be disputed."""
    due: Due | None = None
    card: str = ""
    """The card on the table."""
    is_revealed: bool = False
    seen: tuple[str, ...] = ()
    """The cards that have come, the latest one at the end; they do not come back while others of their pile remain."""
    bricks: tuple[Brick, ...] = ()
    draws: int = 0
    """How many chance outcomes the machine has given; the index of the next one."""

    def pawn_key(self, team: str) -> str:
        """Return the key of the pawn that a team moves."""
        return SHARED_PAWN if self.table.cooperative else team

    def position_of(self, team: str) -> int:
        """Return where a team's pawn stands."""
        return self.positions[self.pawn_key(team)]

    def wait_of(self, team: str) -> Waiting | None:
        """Return the wait of a team's pawn, if it waits."""
        return self.waits.get(self.pawn_key(team))

    def has_arrived(self, team: str) -> bool:
        """Tell whether a team's pawn is home."""
        return self.position_of(team) >= self.table.board.end

    def can_move(self, team: str) -> bool:
        """Tell whether a team may throw: its pawn is neither home nor waiting."""
        key = SHARED_PAWN if self.table.cooperative else team
        if key in self.waits and not self.waits[key].leave_on:
            return False
        return self.positions[key] < self.table.board.end
