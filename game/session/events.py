"""Events of the session, beside those of the game."""

from dataclasses import dataclass, field

from game.rules.board import Board, Card
from game.rules.events import GameEvent
from game.session.agenda import Act, PollQuestion
from game.session.sheet import CardTerms, Sheet, ThemeTerms


@dataclass(frozen=True)
class TeamEntry:
    """A team that enters: an id, the name it chose, its icon, how many people are in it."""

    id: str
    name: str
    icon: str
    heads: int


@dataclass(frozen=True)
class Opening:
    """All that is fixed when a session begins. It is written in the journal, so a session keeps its own rules."""

    id: str
    """Also the name of the session's folder."""
    place: str
    mode: str
    format: str
    format_title: str
    acts: tuple[Act, ...]
    board: Board
    board_title: str
    cards: tuple[Card, ...]
    themes: dict[str, str]
    """Theme titles, by id."""
    seed: int
    cooperative: bool = False
    physical_dice: bool = False
    demonstration: bool = False
    rehearsal: bool = False
    """Whether somebody practises alone: nothing is kept of it."""
    on_paper: bool = False
    """Whether it was played on paper, and typed in afterwards."""
    sounds: bool = True
    """Whether the sounds of the game are on as it begins."""
    aims: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)
    """Of the program, of the rules and of the content."""
    warned: tuple[str, ...] = ()
    """The ids of the cards with a warning: the facilitator sees it before the room sees the card."""
    audiences: tuple[str, ...] = ()
    """Who is there, as consents name them: the words of a card that is not for them never show. Empty: not told."""
    sensitivity: int = 1
    """The highest that a card has, from 0 to 2."""
    left_out: tuple[str, ...] = ()
    """Themes that nobody talks about today. They are not on the board, and have no cards."""
    poll: tuple[PollQuestion, ...] = ()
    packs: dict[str, str] = field(default_factory=dict)
    """The packs whose cards are in play, beside those of the program: their versions, by name."""
    theme_terms: tuple[ThemeTerms, ...] = ()
    """The words of other tools for the themes, as they were that day: the record needs no content to be computed."""
    card_terms: tuple[CardTerms, ...] = ()


@dataclass(frozen=True)
class SessionOpened:
    """The session began."""

    opening: Opening


@dataclass(frozen=True)
class TeamEntered:
    """A team is here."""

    entry: TeamEntry


@dataclass(frozen=True)
class ActStarted:
    """An act began."""

    act: int


@dataclass(frozen=True)
class PageTurned:
    """Another page of the act shows."""

    page: int


@dataclass(frozen=True)
class MoodCounted:
    """Some hands went up for a weather; ``moment`` is ``in`` (before the game) or ``out`` (after)."""

    moment: str
    weather: int
    count: int


@dataclass(frozen=True)
class PollCounted:
    """Some hands went up for an answer to a question of the poll; ``moment`` is ``before`` or ``after`` the game."""

    moment: str
    question: int
    answer: int
    count: int


@dataclass(frozen=True)
class InterludeShown:
    """The room sees something over where it is (see `ShowInterlude`), or is back."""

    kind: str
    page: int = 0


@dataclass(frozen=True)
class LastRoundCalled:
    """These teams still play, the one whose turn it is first; then the game is over."""

    teams: tuple[str, ...]


@dataclass(frozen=True)
class NextStepSet:
    """A team said its next step."""

    team: str
    theme: str
    text: str = ""


@dataclass(frozen=True)
class WordChanged:
    """A brick has another word."""

    brick: int
    word: str


@dataclass(frozen=True)
class LanguageShown:
    """Cards show in another language too, beside French or instead of it; empty: in French alone."""

    language: str
    is_alone: bool = False


@dataclass(frozen=True)
class CardShown:
    """The room sees the card on the table, which a warning kept from it."""


@dataclass(frozen=True)
class FacilitatorChanged:
    """Somebody else facilitates from now on. Who it is, is written nowhere."""


@dataclass(frozen=True)
class SessionPaused:
    """The clocks stopped; ``reason`` is ``breath`` when the room breathes."""

    reason: str = ""


@dataclass(frozen=True)
class SessionResumed:
    """The clocks run again."""


@dataclass(frozen=True)
class SessionReopened:
    """The session went on after an interruption of ``away`` seconds, which no clock counts."""

    away: float


@dataclass(frozen=True)
class SessionClosed:
    """The session ended."""


@dataclass(frozen=True)
class SheetFilled:
    """Somebody filled in the sheet of the session. Once it is closed, a sheet in place of another is a correction."""

    sheet: Sheet


@dataclass(frozen=True)
class RecordSent:
    """The record of the closed session was handed over, as it stands."""


@dataclass(frozen=True)
class Undone:
    """The records from ``to`` on do not count, as long as they are not done again."""

    to: int


@dataclass(frozen=True)
class Redone:
    """What the last undo undid counts again."""


SessionEvent = (
    SessionOpened
    | TeamEntered
    | ActStarted
    | PageTurned
    | MoodCounted
    | PollCounted
    | InterludeShown
    | LastRoundCalled
    | NextStepSet
    | WordChanged
    | CardShown
    | LanguageShown
    | FacilitatorChanged
    | SessionPaused
    | SessionResumed
    | SessionReopened
    | SessionClosed
    | SheetFilled
    | RecordSent
)
Event = SessionEvent | GameEvent | Undone | Redone
