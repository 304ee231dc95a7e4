"""Commands of the session, beside those of the game."""

from dataclasses import dataclass

from game.rules.commands import GameCommand
from game.session.events import Opening, TeamEntry
from game.session.sheet import Sheet


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Begin a session with these teams."""

    opening: Opening
    teams: tuple[TeamEntry, ...]


@dataclass(frozen=True, slots=True)
class GoToAct:
    """Go to an act, whichever comes next or not."""

    act: int


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Show another page of the act."""

    page: int


@dataclass(frozen=True, slots=True)
class CountMood:
    """Say how many hands went up for a weather (0 is the sunniest)."""

    weather: int
    count: int


@dataclass(frozen=True, slots=True)
class CountPoll:
    """Say how many hands went up for an answer to a question of the poll (both from 0 on)."""

    question: int
    answer: int
    count: int


@dataclass(frozen=True, slots=True)
class ShowInterlude:
    """Show the room something over where it is: ``cadre`` (page by page), ``help``; empty: back to where it was."""

    kind: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class EnterTeam:
    """A team enters, with the name it chose and the number of people."""

    entry: TeamEntry


@dataclass(frozen=True, slots=True)
class LastRound:
    """Play this round to its end, and no other."""


@dataclass(frozen=True, slots=True)
class SetNextStep:
    """Note a team's next step: a theme, and a few words that name nobody."""

    team: str
    theme: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """Change the word on a brick of the wall."""

    brick: int
    word: str


@dataclass(frozen=True, slots=True)
class ShowLanguage:
    """Show cards in another language too (``ar``), beside French or instead of it; empty: in French alone."""

    language: str
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class ShowCard:
    """Show the room the card that a warning kept from it."""


@dataclass(frozen=True, slots=True)
class NoteExchange:
    """Note a card that was talked through on paper, and the word of its brick (it may stay empty)."""

    card: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class ChangeFacilitator:
    """Hand the session over to the other facilitator."""


@dataclass(frozen=True, slots=True)
class PauseSession:
    """Stop the clocks; the room sees a neutral screen, or with the reason ``breath`` a calm one."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeSession:
    """Let the clocks run again."""


@dataclass(frozen=True, slots=True)
class ReopenSession:
    """Go on after an interruption; ``away`` is how many seconds nobody played."""

    away: float


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session for good."""


@dataclass(frozen=True, slots=True)
class FillSheet:
    """Say in counts what play does not: newcomers, facilitators, an incident, a note. Also once it is closed."""

    sheet: Sheet


@dataclass(frozen=True, slots=True)
class SendRecord:
    """Say that the record of a closed session was handed over."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo from a record on (its sequence number); without it, undo the last one."""

    to: int | None = None


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what the last undo undid."""


SessionCommand = (
    OpenSession
    | GoToAct
    | TurnPage
    | CountMood
    | CountPoll
    | ShowInterlude
    | LastRound
    | EnterTeam
    | SetNextStep
    | ChangeWord
    | ShowCard
    | ShowLanguage
    | NoteExchange
    | ChangeFacilitator
    | PauseSession
    | ResumeSession
    | ReopenSession
    | CloseSession
    | FillSheet
    | SendRecord
)
Command = SessionCommand | GameCommand | Undo | Redo
