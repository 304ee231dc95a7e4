"""What scenes ask of the program around them: the content to choose from, the sessions, the settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.session.agenda import Act
from game.session.clock import Clock
from game.session.events import TeamEntry
from game.session.faces import CardFace, Faces
from game.session.folder import OpenFolder, Summary
from game.session.records import Record


@dataclass(frozen=True)
class Settings:
    """What a person may set. Kept beside the sessions."""

    is_dark: bool = False
    reduced_motion: bool = False
    full_screen: bool = False


@dataclass(frozen=True)
class FormatChoice:
    """A format of session to choose from."""

    id: str
    title: str
    mode: str
    board_title: str
    acts: tuple[Act, ...]

    @property
    def minutes(self) -> int:
        """How long the whole session should last."""
        return sum(act.minutes for act in self.acts)


@dataclass(frozen=True)
class SessionChoice:
    """What the set-up screens decide."""

    format: str
    place: str
    teams: tuple[TeamEntry, ...]
    cooperative: bool = False
    physical_dice: bool = False


@dataclass(frozen=True)
class Forecast:
    """What a session should give, from sessions simulated beforehand."""

    minutes: int
    """Of the whole session."""
    exchanges: int
    """As many in half of the sessions, or more."""
    arrival_chance: float
    """That at least one team arrives, from 0 to 1."""
    games: int
    """How many sessions were simulated; 0 when it could not be done."""
    learned_sessions: int = 0
    """From how many past sessions of this laptop the durations come; 0 for the usual ones."""
    learned_exchanges: int = 0


@dataclass(frozen=True)
class CardEntry:
    """A card of the deck, for the browser of cards."""

    id: str
    face: CardFace


class Desk(Protocol):
    """The program around the scenes. Methods that touch the disk raise `DeskError` with a sentence for a person."""

    @property
    def clock(self) -> Clock: ...
    @property
    def faces(self) -> Faces: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def sessions_folder(self) -> Path: ...

    def change_settings(self, settings: Settings) -> None:
        """Apply and keep the settings."""
        ...

    def formats(self) -> Sequence[FormatChoice]:
        """Return the formats to choose from, the usual one first."""
        ...

    def team_presets(self) -> Sequence[tuple[str, str]]:
        """Return names and icons for teams."""
        ...

    def cards(self) -> Sequence[CardEntry]:
        """Return the whole deck, by theme."""
        ...

    def problems(self) -> Sequence[str]:
        """Return what is wrong in the content, each in one sentence."""
        ...

    def forecast(self, choice: SessionChoice) -> Forecast | None:
        """Return what a session should give; ``None`` while it is being computed. Never waits."""
        ...

    def start(self, choice: SessionChoice) -> OpenFolder:
        """Begin a session."""
        ...

    def reopen(self, folder: Path) -> OpenFolder:
        """Go on with a session that was interrupted."""
        ...

    def summaries(self) -> Sequence[Summary]:
        """Return the sessions of this computer that can be read, the latest first."""
        ...

    def unreadable(self) -> Sequence[str]:
        """Return, for each session that cannot be read, a sentence that says why."""
        ...

    def records(self, folder: Path) -> Sequence[Record]:
        """Return what the journal of a session holds, to see it again."""
        ...

    def keep_record(self, opened: OpenFolder) -> None:
        """Write what a closed session leaves."""
        ...

    def leave(self, opened: OpenFolder) -> None:
        """Let a session go; it can be opened again."""
        ...

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's own window."""
        ...


class DeskError(Exception):
    """Something could not be done; the message is a sentence for a person."""
