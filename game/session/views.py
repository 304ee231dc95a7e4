"""What the room sees. Built from what the room may know: answers, prompts and notes were never put in."""

from dataclasses import dataclass

from game.rules import Phase
from game.rules.board import Effect
from game.session.agenda import ActKind
from game.session.pace import Pace
from game.session.state import NextStep


@dataclass(frozen=True)
class ActsView:
    """The acts and their clock."""

    kinds: tuple[ActKind, ...]
    titles: tuple[str, ...]
    current: int
    minutes_left: int | None = None
    """Of the present act, 0 or less once its time is over; ``None`` where no clock shows."""


@dataclass(frozen=True)
class ThemeView:
    """A theme: never its colour alone, always its word and its icon."""

    id: str
    title: str
    icon: str
    colour: str
    words: tuple[str, ...] = ()
    """Words that a team may choose for its brick."""


@dataclass(frozen=True)
class SquareView:
    """One square of the board, with a theme or with a name of its own."""

    theme: ThemeView | None = None
    name: str = ""
    icon: str = ""
    text: str = ""
    effect: Effect | None = None
    goes_to: int = 0
    """The number of the square that the effect leads to, for an effect that names one."""


@dataclass(frozen=True)
class TeamView:
    """A team that plays."""

    id: str
    name: str
    icon: str
    heads: int
    position: int
    wait: int = 0
    is_relay: bool = False
    has_arrived: bool = False


@dataclass(frozen=True)
class BrickView:
    """A brick of the wall."""

    theme: ThemeView
    word: str


@dataclass(frozen=True)
class BoardView:
    """The board, whose turn it is, the last throw, the wall."""

    acts: ActsView
    squares: tuple[SquareView, ...]
    teams: tuple[TeamView, ...]
    turn: int
    """Index in ``teams``."""
    phase: Phase
    pawns: tuple[int, ...]
    """Where each pawn stands; one for each team, or a single one that all share."""
    dice: tuple[int, ...]
    came_from: int | None
    """Where the pawn stood before the throw of this turn; ``None`` before the throw."""
    due: ThemeView | None
    bricks: tuple[BrickView, ...]
    physical_dice: bool
    faces: int
    dice_count: int
    can_move: bool
    is_game_over_time: bool
    pace: Pace | None = None
    """What still fits, told early enough to shorten; ``None`` while there is time."""
    last_round: tuple[str, ...] | None = None
    """The teams that still play in the last round; ``None`` as long as it is not called."""

    @property
    def team(self) -> TeamView:
        """The team whose turn it is."""
        return self.teams[self.turn]

    @property
    def pawn(self) -> int:
        """Where the pawn of that team stands."""
        return self.pawns[self.turn if len(self.pawns) > 1 else 0]

    @property
    def square(self) -> SquareView | None:
        """The square under that pawn; ``None`` at the start and at the arrival."""
        return self.squares[self.pawn - 1] if 0 < self.pawn <= len(self.squares) else None


@dataclass(frozen=True)
class TranslationView:
    """The words of a card in another language. Why its answer is right is there only once it is revealed."""

    language: str
    title: str
    text: str
    question: str
    choices: tuple[str, ...]
    explanation: str
    is_alone: bool
    """Whether it shows instead of French."""


@dataclass(frozen=True)
class PictureView:
    """The picture of a card, and its words for who does not see it."""

    file: str
    """Empty when it cannot be shown: its words then stand in its place."""
    description: str


@dataclass(frozen=True)
class CardView:
    """The card on the table. The answer is there only once it is revealed."""

    acts: ActsView
    id: str
    team: TeamView
    theme: ThemeView
    kind: str
    title: str = ""
    text: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()
    is_fiction: bool = False
    has_answer: bool = False
    right: int | None = None
    explanation: str = ""
    sources: tuple[str, ...] = ()
    """With the answer; those of a figure at once."""
    resource: str = ""
    picture: PictureView | None = None
    is_known: bool = True
    """Whether its words are still in the content."""
    translation: TranslationView | None = None


@dataclass(frozen=True)
class ComingView:
    """A card that the facilitator has not shown yet: nothing of it is here."""

    acts: ActsView
    team: TeamView


@dataclass(frozen=True)
class WordView:
    """The team chooses one word for its brick."""

    acts: ActsView
    team: TeamView
    theme: ThemeView
    bricks: tuple[BrickView, ...]


@dataclass(frozen=True)
class LinesView:
    """Sentences or questions, one by one: the welcome, the debrief, the questions to the pilotes."""

    acts: ActsView
    lines: tuple[str, ...]
    page: int
    is_notice: bool
    """Whether the notice on what is recorded shows, after the sentences of the welcome."""
    aside: str = ""


@dataclass(frozen=True)
class MoodView:
    """The weather of the room, counted by hands."""

    acts: ActsView
    moment: str
    counts: tuple[int, ...]
    question: str = ""
    aside: str = ""


@dataclass(frozen=True)
class PollView:
    """A question of the poll, its answers counted by hands."""

    acts: ActsView
    moment: str
    index: int
    total: int
    """How many questions there are."""
    question: str
    answers: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class PollResultView:
    """A question of the poll: the hands before the game and after it; empty when they were not counted."""

    acts: ActsView
    question: str
    answers: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True)
class WallView:
    """The wall that the group built."""

    acts: ActsView
    bricks: tuple[BrickView, ...]
    themes: int
    seconds: float
    place: str
    day: str
    """ISO date."""


@dataclass(frozen=True)
class StepView:
    """A team says its next step."""

    acts: ActsView
    team: TeamView
    themes: tuple[ThemeView, ...]
    chosen: NextStep | None


@dataclass(frozen=True)
class EndView:
    """The end: what the group did together."""

    acts: ActsView
    bricks: tuple[BrickView, ...]
    steps: tuple[tuple[str, str, str], ...]
    """Team name, theme title, words."""
    seconds: float
    place: str
    day: str
    is_closed: bool
    asides: tuple[str, ...] = ()
    is_kept: bool = True
    """Whether something stays of the session: of a rehearsal nothing does."""


@dataclass(frozen=True)
class PausedView:
    """A neutral screen."""

    place: str


@dataclass(frozen=True)
class BreathView:
    """A calm screen: the room breathes for as long as it needs."""


@dataclass(frozen=True)
class CadreView:
    """The sentences of the welcome, called back."""

    lines: tuple[str, ...]
    page: int


@dataclass(frozen=True)
class AidView:
    """Somebody who can help: a name, a telephone number (or how to reach them), for what, when."""

    name: str
    phone: str
    purpose: str
    when: str
    source: str = ""


@dataclass(frozen=True)
class HelpView:
    """The list of real help."""

    aids: tuple[AidView, ...]


RoomView = (
    BoardView
    | CardView
    | ComingView
    | WordView
    | LinesView
    | MoodView
    | PollView
    | PollResultView
    | WallView
    | StepView
    | EndView
    | PausedView
    | BreathView
    | CadreView
    | HelpView
)
