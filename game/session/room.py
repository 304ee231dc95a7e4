"""Build what the room sees: from what it may know, and from nothing else."""

from dataclasses import dataclass

from game.rules import Phase
from game.rules.board import GoTo
from game.session.agenda import ActKind
from game.session.faces import Faces
from game.session.following import KIND_WITH_ANSWER, is_time_for_next_act
from game.session.pace import pace
from game.session.state import WEATHERS, SessionState
from game.session.views import (
    ActsView,
    BoardView,
    BrickView,
    CardView,
    EndView,
    LinesView,
    MoodView,
    PausedView,
    RoomView,
    SquareView,
    StepView,
    TeamView,
    ThemeView,
    WallView,
    WordView,
)


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
        foreseen = pace(state, self.now)
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
            pace=foreseen if foreseen is not None and foreseen.is_short else None,
            last_round=state.last_round,
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
