"""Events: what happened. They are facts, they hold the outcome of chance, and ``evolve`` folds them into the state."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DiceRolled:
    """The dice of the team whose turn it is; ``source`` is ``machine`` or ``physical``."""

    dice: tuple[int, ...]
    source: str = "machine"


@dataclass(frozen=True)
class DiceDisputed:
    """The last throw does not count; the pawns stand where they stood before it."""


@dataclass(frozen=True)
class PawnMoved:
    """A pawn went along ``path`` (positions, its last one is where it rests).

    ``cause``: ``throw``, ``effect`` or ``meeting`` (another pawn stood there).
    """

    pawn: str
    path: tuple[int, ...]
    cause: str = "throw"


@dataclass(frozen=True)
class PawnArrived:
    """A pawn reached the end."""

    pawn: str


@dataclass(frozen=True)
class PawnWaits:
    """A pawn waits some turns; with ``relay``, a team that comes or helps frees it at once.

    With ``leave_on``, its team throws meanwhile, and one of these totals frees it.
    """

    pawn: str
    turns: int
    relay: bool = False
    leave_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class WaitSpent:
    """A waiting pawn let one turn go by; ``left`` turns remain."""

    pawn: str
    left: int


@dataclass(frozen=True)
class PawnFreed:
    """A waiting pawn is free again; ``by``: ``relay``, ``help``, ``facilitator``, ``throw`` or ``meeting``."""

    pawn: str
    by: str


@dataclass(frozen=True)
class EffectDue:
    """The pawn stands on a special square whose effect comes next."""


@dataclass(frozen=True)
class CardDue:
    """A card is due, of a theme or of a kind."""

    theme: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class RollGranted:
    """The same team throws again."""


@dataclass(frozen=True)
class ExtraTurnEarned:
    """The throw gives the team another turn."""


@dataclass(frozen=True)
class CardDrawn:
    """A card is on the table."""

    card: str


@dataclass(frozen=True)
class CardSwapped:
    """The card was put aside for another one."""

    card: str


@dataclass(frozen=True)
class AnswerRevealed:
    """The room sees the answer."""


@dataclass(frozen=True)
class ExchangeFinished:
    """The group has talked about the card."""


@dataclass(frozen=True)
class BrickLaid:
    """The exchange became a brick of the wall."""

    card: str
    theme: str
    team: str
    word: str = ""


@dataclass(frozen=True)
class Passed:
    """The team passed; the card on the table, if any, is put aside."""


@dataclass(frozen=True)
class TurnPassed:
    """It is this team's turn now."""

    team: str


@dataclass(frozen=True)
class TeamJoined:
    """A team plays from now on; ``place`` is where it drew to be in the order of play, 0 before all others.

    Without a draw (``None``) it is last, or first where the board reverses the order.
    """

    team: str
    place: int | None = None


@dataclass(frozen=True)
class TeamLeft:
    """A team does not play any more."""

    team: str


@dataclass(frozen=True)
class PawnPlaced:
    """A correction: the pawn was put on another square, and waits no more; ``reason`` says what was wrong."""

    pawn: str
    position: int
    reason: str = "other"


GameEvent = (
    DiceRolled
    | DiceDisputed
    | PawnMoved
    | PawnArrived
    | PawnWaits
    | WaitSpent
    | PawnFreed
    | EffectDue
    | CardDue
    | RollGranted
    | ExtraTurnEarned
    | CardDrawn
    | CardSwapped
    | AnswerRevealed
    | ExchangeFinished
    | BrickLaid
    | Passed
    | TurnPassed
    | TeamJoined
    | TeamLeft
    | PawnPlaced
)
