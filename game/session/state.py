"""The state of a session: the game, the acts and their clocks, the moods, the next steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules import GameState, Phase, Table
from game.session.agenda import (
    Act,
    ActKind,
    ClosingPage,
    closing_pages,
    is_mood_asked_at_closing,
    is_polled_first,
    own_pages,
    page_count,
)
from game.session.events import Opening, TeamEntry
from game.session.sheet import Sheet

WEATHERS = 5
"""How many weathers there are to choose from, from the sunniest to the stormiest."""


@dataclass(frozen=True)
class Exchange:
    """A card talked through: for how long, and the word that stayed."""

    card: str
    theme: str
    team: str
    word: str
    seconds: float


@dataclass(frozen=True)
class PlayBegan:
    """The first throw, or the first card: what came before it in the game act is no turn."""

    seconds: float
    """Of the game act."""
    turns: int
    """How many turns had begun."""


@dataclass(frozen=True)
class NextStep:
    """What a team wants to do next: a theme, and a few words."""

    theme: str
    text: str = ""


@dataclass(frozen=True)
class SessionState:
    """The session between two commands.

    Times are seconds of session: they run while nobody has paused and the program is open.
    """

    opening: Opening
    game: GameState
    teams: Mapping[str, TeamEntry] = field(default_factory=dict)
    """All teams that have been here, by id; those who play are in ``game.teams``."""
    act: int = 0
    page: int = 0
    act_began: float = 0.0
    act_seconds: tuple[float, ...] = ()
    """Seconds spent in each act, without the present stay."""
    card_began: float = 0.0
    is_card_shown: bool = False
    """Whether the facilitator has shown the room a card that has a warning."""
    talked: float = 0.0
    """Seconds of talk about the last card, once its exchange is finished."""
    exchanges: tuple[Exchange, ...] = ()
    play_began: PlayBegan | None = None
    turn_began: float = 0.0
    """When the present turn began, in seconds of the game act."""
    last_round: tuple[str, ...] | None = None
    """The teams that still play in the last round, empty once it is over; ``None`` as long as it is not called."""
    has_extra_turn: bool = False
    """Whether the present team has earned another turn, which the last round waits for."""
    moods: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    polls: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """Hands counted by moment (``before``, ``after``), then by question and answer."""
    steps: Mapping[str, NextStep] = field(default_factory=dict)
    language: str = ""
    """In which language cards show beside French, if any."""
    is_language_alone: bool = False
    """Whether they show in that language instead of French, where they are translated."""
    ran: float = 0.0
    """Seconds of session up to ``since``."""
    since: float = 0.0
    """The instant of the last record, in seconds since 1970."""
    is_paused: bool = False
    pause_reason: str = ""
    interlude: str = ""
    """What the room sees over where it is: ``cadre``, ``help``; empty when it sees where it is."""
    interlude_page: int = 0
    is_closed: bool = False
    sheet: Sheet | None = None
    """What was filled in by hand, the last time."""
    record_version: int = 1
    """Of the session's record: one more with each correction."""
    sent: tuple[tuple[int, float], ...] = ()
    """The versions of the record that were handed over, each with when, in seconds since 1970."""

    @property
    def is_sent(self) -> bool:
        """Whether the record was handed over as it stands."""
        return bool(self.sent) and self.sent[-1][0] == self.record_version

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts of the session."""
        return self.opening.acts

    @property
    def current_act(self) -> Act:
        """The act that is going on."""
        return self.opening.acts[self.act]

    @property
    def is_card_hidden(self) -> bool:
        """Whether the card on the table has a warning, and the room has not been shown it yet."""
        game = self.game
        return game.phase is Phase.CARD and not self.is_card_shown and game.card in self.opening.warned

    @property
    def pages(self) -> int:
        """How many pages the present act shows."""
        return page_count(self.opening.acts, self.act, self.game.teams, len(self.opening.poll))

    @property
    def cadre(self) -> tuple[str, ...]:
        """The sentences of the welcome: what makes the room safe, which can be called back at any time."""
        return next((act.lines for act in self.acts if act.kind is ActKind.WELCOME), ())

    @property
    def is_breathing(self) -> bool:
        """Whether the session is paused for the room to breathe."""
        return self.is_paused and self.pause_reason == "breath"

    @property
    def is_on_board(self) -> bool:
        """Whether the game is on the screen: its act goes on, and its rules have been said."""
        return self.current_act.kind is ActKind.GAME and self.page + 1 >= self.pages

    @property
    def page_kind(self) -> str:
        """What the present page of the closing act shows; empty in other acts."""
        return self._closing_page.kind if self._closing_page else ""

    @property
    def step_team(self) -> str:
        """The team whose next step is asked on this page; empty on other pages."""
        return self._closing_page.team if self._closing_page else ""

    @property
    def _closing_page(self) -> ClosingPage | None:
        if self.current_act.kind is not ActKind.CLOSING:
            return None
        pages = closing_pages(self.acts, self.game.teams, len(self.opening.poll))
        return pages[min(self.page, len(pages) - 1)]

    @property
    def poll_asked(self) -> tuple[str, int] | None:
        """The question of the poll that hands are counted for now: ``before`` or ``after`` the game, and its index."""
        page = self._closing_page
        if page is not None:
            return ("after", page.question) if page.kind == "poll" else None
        index = self.page - own_pages(self.current_act)
        return ("before", index) if index >= 0 and self.opening.poll and is_polled_first(self.acts, self.act) else None

    @property
    def poll_compared(self) -> int | None:
        """The index of the question whose counts before and after are side by side; ``None`` on other pages."""
        page = self._closing_page
        return page.question if page is not None and page.kind == "compare" else None

    def poll_counts(self, moment: str, question: int) -> tuple[int, ...]:
        """Return the hands counted for each answer to a question; zeros before any is."""
        counted = self.polls.get(moment)
        return counted[question] if counted else (0,) * len(self.opening.poll[question].answers)

    @property
    def mood_moment(self) -> str:
        """Which mood is asked now: ``in``, ``out`` or nothing."""
        if self.poll_asked is not None:
            return ""
        if self.current_act.kind is ActKind.MOOD:
            game = next(index for index, act in enumerate(self.acts) if act.kind is ActKind.GAME)
            return "in" if self.act < game else "out"
        return "out" if is_mood_asked_at_closing(self.acts) and self.page_kind == "mood" else ""

    @property
    def turns_over(self) -> int:
        """How many turns are over since the game began."""
        return max(0, self.game.turns - self.play_began.turns) if self.play_began else 0

    @property
    def turns_seconds(self) -> float:
        """How long the turns that are over lasted, their exchanges included."""
        return max(0.0, self.turn_began - self.play_began.seconds) if self.play_began and self.turns_over else 0.0

    def elapsed(self, now: float) -> float:
        """Return the seconds of session at an instant (seconds since 1970)."""
        return self.ran if self.is_paused or self.is_closed else self.ran + max(0.0, now - self.since)

    def in_act(self, now: float) -> float:
        """Return the seconds spent in the present act, earlier stays included."""
        return self.act_seconds[self.act] + self.elapsed(now) - self.act_began

    def act_left(self, now: float) -> float:
        """Return the seconds left in the present act; negative once its time is over."""
        return self.current_act.minutes * 60 - self.in_act(now)

    def on_card(self, now: float) -> float:
        """Return for how many seconds the group has talked about the card."""
        return self.elapsed(now) - self.card_began


def new_state(opening: Opening) -> SessionState:
    """Return the state of a session that begins."""
    table = Table(opening.board, opening.cards, opening.cooperative)
    return SessionState(opening, GameState(table), act_seconds=(0.0,) * len(opening.acts))
