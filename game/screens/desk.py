"""What scenes ask of the program around them: the content to choose from, the sessions, the settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from game.drawing.theme import ThemeName
from game.language import Language
from game.screens.aloud import Voice
from game.screens.keymap import Keymap
from game.screens.proofs import Proofs
from game.screens.remote_control import RemoteControl
from game.screens.soundtrack import Loudspeaker
from game.session.agenda import Act
from game.session.clock import Clock
from game.session.events import TeamEntry
from game.session.faces import CardFace, Faces
from game.session.folder import OpenFolder, Summary
from game.session.records import Record
from game.session.sheet import Sheet
from game.session.state import SessionState


@dataclass(frozen=True)
class Settings:
    """What a person may set. Kept beside the sessions."""

    theme: ThemeName = "light"
    text_size: float = 1.0
    """How much larger than usual the room's pages are written."""
    spacing: float = 0.0
    """Between two letters of the room's pages, in em; words are spaced with them."""
    row_metres: float = 0.0
    """From the image to the last row; 0 when nobody has measured."""
    image_metres: float = 1.5
    """The height of the image on the wall."""
    sounds: bool = True
    """Whether the die, the steps, the bricks and the ends of acts are heard. What they say is always seen too."""
    reduced_motion: bool = False
    full_screen: bool = False
    voice: str = ""
    """The id of the voice that reads aloud, as its engine knows it; empty for the usual one of each language."""
    voice_rate: int = 160
    """Words a minute."""
    speak_focus: bool = False
    """Whether the voice says what happens, and the name of what the keyboard stands on."""
    one_window: bool = False
    """The same picture on every display: the room has no window of its own."""
    swapped_screens: bool = False
    """The facilitator's window is on the other display than the main one."""
    is_checked: bool = False
    """Whether displays, sound, voice and clicker were tried once on this computer."""
    language: Language = "fr"
    """The one that the screens speak."""

    def with_usual_display(self) -> "Settings":
        """Return the settings with all that changes how the screens look as on the first day."""
        usual = Settings()
        return replace(
            self,
            theme=usual.theme,
            text_size=usual.text_size,
            spacing=usual.spacing,
            row_metres=usual.row_metres,
            image_metres=usual.image_metres,
            reduced_motion=usual.reduced_motion,
            full_screen=usual.full_screen,
            one_window=usual.one_window,
        )


@dataclass(frozen=True)
class FormatChoice:
    """A format of session to choose from."""

    id: str
    title: str
    mode: str
    acts: tuple[Act, ...]
    audiences: tuple[str, ...] = ()
    """Those who may be there, as consents name them: ``pilotes``, ``entreprises``…"""

    @property
    def minutes(self) -> int:
        """How long the whole session should last."""
        return sum(act.minutes for act in self.acts)


USUAL_PACK = "*"
"""Stands for the cards that come with the program, among packs; no folder has that name."""


@dataclass(frozen=True)
class SessionChoice:
    """What the set-up screens decide."""

    format: str
    place: str
    teams: tuple[TeamEntry, ...]
    cooperative: bool = False
    physical_dice: bool = False
    rehearsal: bool = False
    """Whether somebody practises alone: nothing is kept of the session."""
    audiences: tuple[str, ...] = ()
    """Who is there, among the audiences of the format; empty: all of them may be."""
    sensitivity: int = 1
    """The highest that a card may have, from 0 to 2."""
    left_out: tuple[str, ...] = ()
    """Themes that nobody talks about today."""
    packs: tuple[str, ...] = (USUAL_PACK,)
    """Whose cards are in play."""


@dataclass(frozen=True)
class PackChoice:
    """A pack to play with or not: an id, a title, how many cards."""

    id: str
    title: str
    cards: int


@dataclass(frozen=True)
class CardProposal:
    """A card that a group proposes, in its words: never a name."""

    kind: str
    theme: str
    title: str
    text: str


@dataclass(frozen=True)
class ThemeChoice:
    """A theme to keep or to leave out, with how many cards of it may come up."""

    id: str
    title: str
    icon: str
    cards: int


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
class Trends:
    """What the sessions of a year left, all together. Demonstrations are not among them."""

    year: int
    sessions: int
    minutes: float
    presences: int
    months: tuple[int, ...]
    """Sessions of each month, from January on."""
    themes: tuple[tuple[str, str, int], ...]
    """The id and the title of each theme, and how many cards of it were talked through; the most first."""
    steps: tuple[tuple[str, str, int], ...]
    """The same, of next steps."""
    at_start: tuple[int, ...] | None
    at_end: tuple[int, ...] | None
    """Hands for each weather, from the sunniest; ``None`` when no session asked."""
    words: tuple[str, ...]
    """Of the walls, the most frequent first."""


@dataclass(frozen=True)
class Shelf:
    """The sessions of this computer that can be read, the latest first; for each other one a sentence that says why."""

    sessions: tuple[Summary, ...]
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptSession:
    """A session of which something more is noted: its folder, where it stands, when it began."""

    folder: Path
    state: SessionState
    began: datetime


@dataclass(frozen=True)
class PersonalLayer:
    """What may be noted of a person, by code and sealed at once; nothing of it can be read here again."""

    statuses: tuple[str, ...]
    """Of attendance, the usual one first."""
    half_days: tuple[str, ...]
    usual: str
    """The half-day in which the session began."""
    aims: tuple[tuple[str, str, tuple[str, ...]], ...]
    """The id and the title of each theme, and the labels that a next step may carry."""


@dataclass(frozen=True)
class PersonNote:
    """The attendance of a person, and a next step where ``theme`` is not empty, noted with consent only."""

    code: str
    status: str
    half_day: str
    theme: str = ""
    aim: str = ""
    agreed: bool = False


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
    @property
    def voice(self) -> Voice: ...
    @property
    def remote(self) -> RemoteControl: ...
    @property
    def sounds(self) -> Loudspeaker: ...
    @property
    def keys(self) -> Keymap: ...

    def change_settings(self, settings: Settings) -> None:
        """Apply and keep the settings."""
        ...

    def change_keys(self, keys: Keymap) -> str:
        """Apply and keep the keys. Return what is wrong with the disk in a sentence, or empty."""
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

    def proofs(self) -> Proofs:
        """Return all the cards as their files are now, followed while somebody writes them."""
        ...

    def packs(self) -> Sequence[PackChoice]:
        """Return the packs to choose from, the cards of the program first; nothing where no pack was added."""
        ...

    def keep_proposal(self, proposal: CardProposal) -> None:
        """Keep a card that a group proposed, outside the deck, for staff to read."""
        ...

    def themes(self, choice: SessionChoice) -> Sequence[ThemeChoice]:
        """Return the themes, with how many cards of each may come up in such a session."""
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

    def unfinished(self) -> Summary | None:
        """Return the latest session of this computer that was not closed, to go on with it."""
        ...

    def shelf(self) -> Shelf:
        """Return the sessions of this computer."""
        ...

    def records(self, folder: Path) -> Sequence[Record]:
        """Return what the journal of a session holds, to see it again."""
        ...

    def keep_record(self, opened: OpenFolder) -> None:
        """Write what a closed session leaves."""
        ...

    def keep_sheet(self, folder: Path, sheet: Sheet) -> None:
        """Fill in the sheet of a session that is open nowhere, and write its record again."""
        ...

    def personal_layer(self, kept: KeptSession) -> PersonalLayer | None:
        """Return what may be noted of a person of a session; ``None`` where nothing may."""
        ...

    def seal(self, kept: KeptSession, note: PersonNote) -> None:
        """Note something about a person in envelopes that stay sealed here."""
        ...

    def trends(self, year: int) -> Trends:
        """Return what the closed sessions of a year left."""
        ...

    def send_record(self, folder: Path) -> None:
        """Note that the record of a closed session was handed over."""
        ...

    def names_in(self, text: str) -> Sequence[str]:
        """Return what looks like the name of a person in a text."""
        ...

    def leave(self, opened: OpenFolder) -> None:
        """Let a session go; it can be opened again."""
        ...

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's own window."""
        ...

    def print_aids(self) -> Path:
        """Write the list of real help as a PDF, open it, and return its file."""
        ...

    def try_voice(self) -> str:
        """Say a few words aloud. Return what is wrong in a sentence, empty when the voice speaks."""
        ...

    def voices(self) -> Sequence[tuple[str, str]]:
        """Return the French voices of this computer, by id and name; empty until they are known."""
        ...


class DeskError(Exception):
    """Something could not be done; the message is a sentence for a person."""
