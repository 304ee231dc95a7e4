"""What the room sees. Built from what the room may know: answers, prompts and notes were never put in."""

from dataclasses import dataclass

from game.rules import Phase
from game.rules.board import Effect, GoTo
from game.session.agenda import ActKind
from game.session.faces import Faces
from game.session.following import KIND_WITH_ANSWER, is_time_for_next_act
from game.session.state import WEATHERS, NextStep, SessionState


@dataclass(frozen=True)
class ActsView:
    """The acts and their clock."""

    kinds: tuple[ActKind, ...]
    titles: tuple[str, ...]
    current: int
    minutes_left: int
    """Of the present act; 0 or less once its time is over."""


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
    resource: str = ""
    is_known: bool = True
    """Whether its words are still in the content."""


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


@dataclass(frozen=True)
class PausedView:
    """A neutral screen."""

    place: str


RoomView = BoardView | CardView | WordView | LinesView | MoodView | WallView | StepView | EndView | PausedView


def room_view(state: SessionState, faces: Faces, now: float, day: str) -> RoomView:
    """Return what the room sees at an instant (seconds since 1970); ``day`` is the ISO date of the session."""
    return _Builder(state, faces, now, day).view()


@dataclass(frozen=True)
class _Builder:
    state: SessionState
    faces: Faces
    now: float
    day: str

    def view(self) -> RoomView:
        state = self.state
        if state.is_closed:
            return self.end()
        if state.is_paused:
            return PausedView(state.opening.place)
        kind = state.current_act.kind
        if state.is_on_board:
            return self.game()
        if state.mood_moment:
            counts = state.moods.get(state.mood_moment, (0,) * WEATHERS)
            question = next(iter(state.current_act.lines), "") if kind is ActKind.MOOD else ""
            aside = " ".join(state.current_act.asides) if kind is ActKind.MOOD else ""
            return MoodView(self.acts(), state.mood_moment, counts, question, aside)
        if kind is ActKind.CLOSING:
            return self.closing()
        lines = state.current_act.lines
        is_notice = kind is ActKind.WELCOME and state.page >= len(lines)
        return LinesView(self.acts(), lines, state.page, is_notice, " ".join(state.current_act.asides))

    def closing(self) -> RoomView:
        if self.state.page_kind == "wall":
            return self.wall()
        return self.step() if self.state.page_kind == "step" else self.end()

    def game(self) -> RoomView:
        phase = self.state.game.phase
        if phase is Phase.CARD:
            return self.card()
        if phase is Phase.WORD:
            game = self.state.game
            theme = game.table.by_id[game.card].theme if game.card in game.table.by_id else ""
            return WordView(self.acts(), self.team(game.turn), self.theme(theme), self.bricks())
        return self.board()

    def acts(self) -> ActsView:
        acts = self.state.acts
        left = self.state.act_left(self.now)
        return ActsView(
            tuple(act.kind for act in acts),
            tuple(act.title for act in acts),
            self.state.act,
            -int(-left // 60),
        )

    def theme(self, theme: str) -> ThemeView:
        face = self.faces.theme(theme)
        if face is None:
            return ThemeView(theme, self.state.opening.themes.get(theme, theme), "chats-circle", "#F0E9DB")
        return ThemeView(theme, face.title, face.icon, face.colour, face.words)

    def team(self, team: str) -> TeamView:
        game, entry = self.state.game, self.state.teams[team]
        wait = game.wait_of(team)
        return TeamView(
            team,
            entry.name,
            entry.icon,
            entry.heads,
            game.position_of(team),
            wait.turns if wait else 0,
            wait.relay if wait else False,
            game.has_arrived(team),
        )

    def bricks(self) -> tuple[BrickView, ...]:
        return tuple(BrickView(self.theme(brick.theme), brick.word) for brick in self.state.game.bricks)

    def squares(self) -> tuple[SquareView, ...]:
        board = self.state.opening.board
        squares = []
        for square in board.squares:
            face = self.faces.square(board.id, square.id)
            theme = self.theme(square.theme) if square.theme else None
            goes_to = board.positions[square.effect.square] if isinstance(square.effect, GoTo) else 0
            if face is not None and face.name:
                squares.append(SquareView(theme, face.name, face.icon or "", face.text, square.effect, goes_to))
            else:
                squares.append(SquareView(theme, effect=square.effect, goes_to=goes_to))
        return tuple(squares)

    def board(self) -> BoardView:
        state, game = self.state, self.state.game
        before = game.before_roll if game.before_roll and game.before_roll.team == game.turn else None
        is_after_throw = before is not None and game.phase is not Phase.READY
        return BoardView(
            acts=self.acts(),
            squares=self.squares(),
            teams=tuple(self.team(team) for team in game.teams),
            turn=game.teams.index(game.turn),
            phase=game.phase,
            pawns=tuple(game.positions[key] for key in dict.fromkeys(map(game.pawn_key, game.teams))),
            dice=game.dice,
            came_from=before.positions[game.pawn_key(game.turn)] if before and is_after_throw else None,
            due=self.theme(game.due.theme) if game.due and game.due.theme else None,
            bricks=self.bricks(),
            physical_dice=state.opening.physical_dice,
            faces=state.opening.board.faces,
            dice_count=state.opening.board.dice,
            can_move=game.can_move(game.turn),
            is_game_over_time=is_time_for_next_act(state, self.now),
        )

    def card(self) -> CardView:
        game = self.state.game
        card = game.table.by_id.get(game.card)
        theme = self.theme(card.theme if card else "")
        face = self.faces.card(game.card)
        team = self.team(game.turn)
        if face is None:
            kind = card.kind if card else ""
            return CardView(self.acts(), game.card, team, theme, kind, is_known=False)
        view = CardView(
            acts=self.acts(),
            id=game.card,
            team=team,
            theme=theme,
            kind=face.kind,
            title=face.title,
            text=face.text,
            question=face.question,
            choices=tuple(choice.text for choice in face.choices),
            is_fiction=face.origin == "fiction",
            has_answer=face.kind == KIND_WITH_ANSWER,
            resource=face.resource,
        )
        return self.revealed(view) if game.is_revealed else view

    def revealed(self, view: CardView) -> CardView:
        face = self.faces.card(view.id)
        if face is None:
            return view
        right = next((index for index, choice in enumerate(face.choices) if choice.right), None)
        fields = {**view.__dict__, "right": right, "explanation": face.explanation}
        return CardView(**fields | {"sources": self.faces.sources(view.id)})

    def wall(self) -> WallView:
        themes = len({brick.theme for brick in self.state.game.bricks})
        seconds = self.state.elapsed(self.now)
        return WallView(self.acts(), self.bricks(), themes, seconds, self.state.opening.place, self.day)

    def step(self) -> StepView:
        team = self.state.step_team
        themes = tuple(self.theme(theme) for theme in self.state.opening.themes)
        return StepView(self.acts(), self.team(team), themes, self.state.steps.get(team))

    def end(self) -> EndView:
        state = self.state
        steps = tuple(
            (state.teams[team].name, self.theme(step.theme).title, step.text) for team, step in state.steps.items()
        )
        seconds = state.elapsed(self.now)
        return EndView(
            self.acts(),
            self.bricks(),
            steps,
            seconds,
            state.opening.place,
            self.day,
            state.is_closed,
            state.current_act.asides,
        )
