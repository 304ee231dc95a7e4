"""From what the room may see to what is on its screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from game.drawing.drawlist import Item, Picture
from game.screens import far
from game.screens.motion import Drop, Motion
from game.screens.pages.board_page import board_picture
from game.screens.pages.breath_page import breath_items, breath_picture
from game.screens.pages.card_page import card_pages, card_picture, card_timer
from game.screens.pages.care_pages import cadre_picture, help_picture
from game.screens.pages.coming_page import coming_picture
from game.screens.pages.lines_page import lines_picture, paused_picture
from game.screens.pages.mood_page import mood_picture
from game.screens.pages.moving import hidden_by, moving_items
from game.screens.pages.poll_page import poll_picture, poll_result_picture
from game.screens.pages.step_page import step_picture
from game.screens.pages.wall_page import end_picture, wall_picture
from game.screens.pages.word_page import word_picture
from game.screens.scene import Look
from game.session.state import SessionState
from game.session.views import (
    BoardView,
    BreathView,
    CadreView,
    CardView,
    ComingView,
    EndView,
    HelpView,
    LinesView,
    MoodView,
    PausedView,
    PollResultView,
    PollView,
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
    notes_page: int = 0
    """Of the facilitator's notes, where they are long."""
    dice: tuple[int, ...] = ()
    """Faces of physical dice typed so far, when there are several."""


@dataclass(frozen=True)
class Moving:
    """A motion, with the board that stays underneath it."""

    motion: Motion
    board: BoardView


def still_picture(view: RoomView, look: Look, drafts: Drafts) -> Picture:
    """Return the page of a view, at rest, as large as the settings want it."""
    return far.page(look, least_canvas(view), lambda near: _laid_out(view, near, drafts))


def least_canvas(view: RoomView) -> tuple[float, float]:
    """Return the smallest canvas (logical px) that a page can be laid out on, and so how far it can be magnified."""
    return _LEAST_CANVAS.get(type(view), _USUAL_LEAST)


def pages_of(view: CardView, look: Look) -> int:
    """Return on how many pages a card shows."""
    return card_pages(view, far.closer(look, least_canvas(view)))


def _laid_out(view: RoomView, look: Look, drafts: Drafts) -> Picture:
    if isinstance(view, CardView):
        return card_picture(view, look, drafts.card_page)
    if isinstance(view, WordView):
        return word_picture(view, look, drafts.words)
    if isinstance(view, StepView):
        return step_picture(view, look, drafts.theme, drafts.words)
    return _PAGES[type(view)](view, look)


def word_again(wall: WallView, state: SessionState, brick: int) -> WordView:
    """Return the page where the word of a brick is written again."""
    entry = state.teams[state.game.bricks[brick].team]
    team = TeamView(entry.id, entry.name, entry.icon, entry.heads, 0)
    return WordView(wall.acts, team, wall.bricks[brick].theme, wall.bricks)


def moving_board(moving: Moving, look: Look) -> Picture:
    """Return the board under a motion: what moves is left out of it, and the keys of its page too."""
    board, hidden = moving.board, hidden_by(moving.motion, moving.board)
    still = far.page(look, least_canvas(board), lambda near: board_picture(board, near, hidden))
    return replace(still, spots=())


def over(view: RoomView, moving: Moving | None, look: Look, now: float, seconds_on_card: float) -> tuple[Item, ...]:
    """Return what is drawn over the page: what moves, the ring that breathes, or the stopwatch of a card."""
    if moving is not None:
        board, motion = moving.board, moving.motion
        return far.over(look, least_canvas(board), lambda near: moving_items(board, motion, near, now))
    if isinstance(view, BreathView):
        return far.over(look, least_canvas(view), lambda near: breath_items(near, now))
    if not isinstance(view, CardView):
        return ()
    return far.over(look, least_canvas(view), lambda near: card_timer(view, near, seconds_on_card))


def board_under(before: RoomView, after: RoomView, motion: Motion, stood: tuple[int, ...] | None) -> Moving | None:
    """Choose the board that stays under a motion: the one before a move, the one after a brick was laid.

    ``stood`` says where the pawns stood when that is not where the view has them (a disputed throw).
    """
    board = after if any(isinstance(beat, Drop) for beat in motion.beats) else before
    if not isinstance(board, BoardView):
        return None
    return Moving(motion, replace(board, pawns=stood) if stood is not None else board)


_PAGES: dict[type[RoomView], Callable[[Any, Look], Picture]] = {
    BoardView: board_picture,
    ComingView: coming_picture,
    LinesView: lines_picture,
    MoodView: mood_picture,
    WallView: wall_picture,
    EndView: end_picture,
    PausedView: paused_picture,
    BreathView: breath_picture,
    CadreView: cadre_picture,
    HelpView: help_picture,
    PollView: poll_picture,
    PollResultView: poll_result_picture,
}
"""The pages on which nothing is being chosen or typed."""

_USUAL_LEAST = (1200.0, 800.0)
_LEAST_CANVAS: dict[type[RoomView], tuple[float, float]] = {
    BoardView: (1360.0, 940.0),
    CardView: (1100.0, 675.0),
    EndView: (1440.0, 900.0),
    HelpView: (1440.0, 1040.0),
    WordView: (1200.0, 900.0),
    MoodView: (1400.0, 960.0),
    PausedView: (900.0, 675.0),
    StepView: (1200.0, 960.0),
}
"""A board keeps room inside its path for words and dice."""
