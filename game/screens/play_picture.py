"""From what the room may see to what is on its screen."""

from dataclasses import dataclass, replace

from game.drawing.drawlist import Item, Picture
from game.screens.motion import Drop, Motion
from game.screens.pages.board_page import board_picture
from game.screens.pages.card_page import card_picture, card_timer
from game.screens.pages.lines_page import lines_picture, paused_picture
from game.screens.pages.mood_page import mood_picture
from game.screens.pages.moving import hidden_by, moving_items
from game.screens.pages.step_page import step_picture
from game.screens.pages.wall_page import end_picture, wall_picture
from game.screens.pages.word_page import word_picture
from game.screens.scene import Look
from game.session.state import SessionState
from game.session.views import (
    BoardView,
    CardView,
    EndView,
    LinesView,
    MoodView,
    PausedView,
    RoomView,
    StepView,
    TeamView,
    WallView,
    WordView,
)


@dataclass(frozen=True)
class Drafts:
    """What is being chosen and is not decided yet: the page of a card, the words typed, the theme picked."""

    card_page: int = 0
    words: str = ""
    theme: int | None = None
    brick: int | None = None
    """The brick whose word is written again, on the wall."""
    dice: tuple[int, ...] = ()
    """Faces of physical dice typed so far, when there are several."""


@dataclass(frozen=True)
class Moving:
    """A motion, with the board that stays underneath it."""

    motion: Motion
    board: BoardView


def still_picture(view: RoomView, look: Look, drafts: Drafts) -> Picture:
    """Return the page of a view, at rest."""
    match view:
        case BoardView():
            return board_picture(view, look)
        case CardView():
            return card_picture(view, look, drafts.card_page)
        case WordView():
            return word_picture(view, look, drafts.words)
        case LinesView():
            return lines_picture(view, look)
        case MoodView():
            return mood_picture(view, look)
        case WallView():
            return wall_picture(view, look)
        case StepView():
            return step_picture(view, look, drafts.theme, drafts.words)
        case EndView():
            return end_picture(view, look)
        case PausedView():
            return paused_picture(view, look)


def word_again(wall: WallView, state: SessionState, brick: int) -> WordView:
    """Return the page where the word of a brick is written again."""
    entry = state.teams[state.game.bricks[brick].team]
    team = TeamView(entry.id, entry.name, entry.icon, entry.heads, 0)
    return WordView(wall.acts, team, wall.bricks[brick].theme, wall.bricks)


def moving_board(moving: Moving, look: Look) -> Picture:
    """Return the board under a motion: what moves is left out of it, and the keys of its page too."""
    still = board_picture(moving.board, look, hidden_by(moving.motion, moving.board))
    return replace(still, spots=())


def over(view: RoomView, moving: Moving | None, look: Look, now: float, seconds_on_card: float) -> tuple[Item, ...]:
    """Return what is drawn over the page: what moves, or the stopwatch of a card."""
    if moving is not None:
        return moving_items(moving.board, moving.motion, look, now)
    return card_timer(view, look, seconds_on_card) if isinstance(view, CardView) else ()


def board_under(before: RoomView, after: RoomView, motion: Motion, stood: tuple[int, ...] | None) -> Moving | None:
    """Choose the board that stays under a motion: the one before a move, the one after a brick was laid.

    ``stood`` says where the pawns stood when that is not where the view has them (a disputed throw).
    """
    board = after if any(isinstance(beat, Drop) for beat in motion.beats) else before
    if not isinstance(board, BoardView):
        return None
    return Moving(motion, replace(board, pawns=stood) if stood is not None else board)
