"""Build what the room sees: from what it may know, and from nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from game.rules import Phase
from game.rules.board import GoTo
from game.session.agenda import ActKind
from game.session.faces import Faces
from game.session.following import KIND_WITH_ANSWER, KIND_WITH_SOURCES, is_time_for_next_act
from game.session.pace import pace
from game.session.state import WEATHERS, SessionState
from game.session.views import (
    ActsView,
    AidView,
    BoardView,
    BreathView,
    BrickView,
    CadreView,
    CardView,
    ComingView,
    EndView,
    HelpView,
    LinesView,
    MoodView,
    PausedView,
    PictureView,
    PollResultView,
    PollView,
    RoomView,
    SquareView,
    StepView,
    TeamView,
    ThemeView,
    TranslationView,
    WallView,
    WordView,
)

_IN_GAME: dict[Phase, type[RoomView]] = {Phase.CARD: CardView, Phase.WORD: WordView}
_IN_CLOSING: dict[str, type[RoomView]] = {"wall": WallView, "step": StepView, "compare": PollResultView}


def room_view(
    state: SessionState, faces: Faces, now: float, day: str, *, has_clock: bool = True, has_pace: bool = True
) -> RoomView:
    """Return what the room sees at an instant (seconds since 1970); ``day`` is the ISO date of the session.

    Without a clock nothing in it says how much time is left, and without the pace how many turns.
    """
    return _Builder(state, faces, now, day, has_clock, has_pace).view()


def acts_view(state: SessionState, now: float, *, has_clock: bool = True) -> ActsView:
    """Return the acts, and with a clock how many minutes are left in the present one."""
    kinds, titles = tuple(act.kind for act in state.acts), tuple(act.title for act in state.acts)
    return ActsView(kinds, titles, state.act, -int(-state.act_left(now) // 60) if has_clock else None)


def theme_view(state: SessionState, faces: Faces, theme: str) -> ThemeView:
    """Return how a theme looks; one that left the content since keeps its title."""
    face = faces.theme(theme)
    if face is None:
        return ThemeView(theme, state.opening.themes.get(theme, theme), "chats-circle", "#F0E9DB")
    return ThemeView(theme, face.title, face.icon, face.colour, face.words)


def team_view(state: SessionState, team: str) -> TeamView:
    """Return a team that plays, where it stands and how long it waits."""
    game, entry = state.game, state.teams[team]
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


def aid_views(faces: Faces) -> tuple[AidView, ...]:
    """Return who can help, with where it was read and for which year."""
    return tuple(
        AidView(aid.name, aid.phone, aid.purpose, aid.when, f"{aid.source}, {aid.year}") for aid in faces.aids()
    )


def page_shown(state: SessionState) -> type[RoomView]:
    """Return which page the room sees, without making it: the type of its view."""
    if state.is_closed:
        return EndView
    if state.is_paused:
        return BreathView if state.is_breathing else PausedView
    if state.interlude:
        return CadreView if state.interlude == "cadre" else HelpView
    if state.poll_asked is not None:
        return PollView
    if state.is_on_board:
        if state.is_card_hidden:
            return ComingView
        return _IN_GAME.get(state.game.phase, BoardView)
    if state.mood_moment:
        return MoodView
    if state.current_act.kind is ActKind.CLOSING:
        return _IN_CLOSING.get(state.page_kind, EndView)
    return LinesView


@dataclass(frozen=True)
class _Builder:
    state: SessionState
    faces: Faces
    now: float
    day: str
    has_clock: bool
    has_pace: bool

    def view(self) -> RoomView:
        return _MAKERS[page_shown(self.state)](self)

    def paused(self) -> PausedView:
        return PausedView(self.state.opening.place)

    def breath(self) -> BreathView:
        return BreathView()

    def cadre(self) -> CadreView:
        return CadreView(self.state.cadre, self.state.interlude_page)

    def help(self) -> HelpView:
        return HelpView(aid_views(self.faces))

    def poll(self) -> PollView:
        polls = self.state.opening.poll
        moment, index = self.state.poll_asked or ("before", 0)
        asked, counts = polls[index], self.state.poll_counts(moment, index)
        return PollView(self.acts(), moment, index, len(polls), asked.question, asked.answers, counts)

    def poll_result(self) -> PollResultView:
        state, index = self.state, self.state.poll_compared or 0
        asked = state.opening.poll[index]
        before, after = (state.poll_counts(moment, index) for moment in ("before", "after"))
        hands = tuple(counts if any(counts) else () for counts in (before, after))
        return PollResultView(self.acts(), asked.question, asked.answers, *hands)

    def mood(self) -> MoodView:
        state, act = self.state, self.state.current_act
        counts = state.moods.get(state.mood_moment, (0,) * WEATHERS)
        question = next(iter(act.lines), "") if act.kind is ActKind.MOOD else ""
        aside = " ".join(act.asides) if act.kind is ActKind.MOOD else ""
        return MoodView(self.acts(), state.mood_moment, counts, question, aside)

    def lines(self) -> LinesView:
        act, page = self.state.current_act, self.state.page
        is_notice = act.kind is ActKind.WELCOME and page >= len(act.lines)
        return LinesView(self.acts(), act.lines, page, is_notice, " ".join(act.asides))

    def word(self) -> WordView:
        game = self.state.game
        theme = game.table.by_id[game.card].theme if game.card in game.table.by_id else ""
        return WordView(self.acts(), self.team(game.turn), self.theme(theme), self.bricks())

    def acts(self) -> ActsView:
        return acts_view(self.state, self.now, has_clock=self.has_clock)

    def coming(self) -> ComingView:
        return ComingView(self.acts(), self.team(self.state.game.turn))

    def theme(self, theme: str) -> ThemeView:
        return theme_view(self.state, self.faces, theme)

    def team(self, team: str) -> TeamView:
        return team_view(self.state, team)

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
            pace=foreseen if self.has_pace and foreseen is not None and foreseen.is_short else None,
            last_round=state.last_round,
        )

    def card(self) -> CardView:
        game = self.state.game
        card = game.table.by_id.get(game.card)
        theme = self.theme(card.theme if card else "")
        face = self.faces.card(game.card, self.state.opening.audiences)
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
            sources=self.faces.sources(game.card) if face.kind == KIND_WITH_SOURCES else (),
            picture=PictureView(self.faces.image(game.card), face.image_description) if face.image else None,
            translation=self.translation(game.card),
        )
        return self.revealed(view) if game.is_revealed else view

    def translation(self, card: str) -> TranslationView | None:
        language = self.state.language
        face = self.faces.translation(card, language) if language else None
        if face is None:
            return None
        explanation = face.explanation if self.state.game.is_revealed else ""
        alone = self.state.is_language_alone
        return TranslationView(language, face.title, face.text, face.question, face.choices, explanation, alone)

    def revealed(self, view: CardView) -> CardView:
        face = self.faces.card(view.id, self.state.opening.audiences)
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
            is_kept=not state.opening.rehearsal,
        )


_MAKERS: dict[type[RoomView], Callable[[_Builder], RoomView]] = {
    BoardView: _Builder.board,
    CardView: _Builder.card,
    ComingView: _Builder.coming,
    WordView: _Builder.word,
    LinesView: _Builder.lines,
    MoodView: _Builder.mood,
    WallView: _Builder.wall,
    StepView: _Builder.step,
    EndView: _Builder.end,
    PausedView: _Builder.paused,
    BreathView: _Builder.breath,
    CadreView: _Builder.cadre,
    HelpView: _Builder.help,
    PollView: _Builder.poll,
    PollResultView: _Builder.poll_result,
}
