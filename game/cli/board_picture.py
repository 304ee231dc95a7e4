"""A board as the room sees it in the game: for `permis plateau --image`, and for the guides."""

from dataclasses import replace
from typing import TYPE_CHECKING

from game.desk.faces import LibraryFaces
from game.desk.opening import acts_of
from game.drawing.drawlist import Picture
from game.drawing.theme import LIGHT
from game.rules import Phase, Refusal, events as ge
from game.screens.pages.board_page import board_picture
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.chance import seeded
from game.session.decide import decide
from game.session.events import ActStarted, Opening, PageTurned, SessionOpened, TeamEntered, TeamEntry
from game.session.evolve import begin, evolve
from game.session.following import next_command
from game.session.room import room_view
from game.session.state import SessionState
from game.session.views import BoardView

if TYPE_CHECKING:
    from game.content.boards import BoardFile
    from game.content.library import Library
    from game.drawing.text import Measure

WIDTH, HEIGHT = 1920.0, 1080.0
"""Of the page, in logical px."""
_TEAMS = 4
_TURNS = 2 * _TEAMS
"""Two rounds: pawns are seen on the path, and the start without them."""
_MOST_STEPS = 20 * _TURNS
_SEED = 11


def played_board(board: "BoardFile", library: "Library", measure: "Measure") -> Picture:
    """Return the page of the board after four teams have played twice; the same board gives the same picture.

    There are no cards, so that the wall is empty and a new card changes no picture of a guide.

    Args:
        board: the board, which need not be among those of the library.
        library: gives the themes and the teams; the acts and their time are those of a format played on this board,
            or else of any.
        measure: how large text is.
    """
    faces = LibraryFaces(replace(library, boards={board.id: board}))
    view = room_view(_played(_begun(board, library)), faces, 0.0, "")
    if not isinstance(view, BoardView):
        raise TypeError(f"the game stays on its board, not on {type(view).__name__}")
    return board_picture(view, Look(LIGHT, measure, WIDTH, HEIGHT))


def _begun(board: "BoardFile", library: "Library") -> SessionState:
    """Return a session at instant 0, once the rules of the game have been said."""
    opening = _opening(board, library)
    game = next(index for index, act in enumerate(opening.acts) if act.kind is ActKind.GAME)
    teams = [TeamEntry(f"e{number}", team.name, team.icon, 0) for number, team in enumerate(library.teams[:_TEAMS], 1)]
    entered = [event for entry in teams for event in (TeamEntered(entry), ge.TeamJoined(entry.id))]
    to_the_board = (ge.TurnPassed(teams[0].id), ActStarted(game), PageTurned(len(opening.acts[game].lines)))
    return begin(SessionOpened(opening), (*entered, *to_the_board), 0.0)


def _played(state: SessionState) -> SessionState:
    chance = seeded(_SEED)
    first = state.game.turns
    for _ in range(_MOST_STEPS):
        command = next_command(state, 0.0)
        if command is None or (state.game.phase is Phase.READY and state.game.turns - first >= _TURNS):
            break
        events = decide(state, command, chance)
        if isinstance(events, Refusal):
            break
        state = evolve(state, events, 0.0)
    return state


def _opening(board: "BoardFile", library: "Library") -> Opening:
    script = min(library.formats.values(), key=lambda script: (script.board != board.id, script.id))
    return Opening(
        id="",
        place="",
        mode=script.mode,
        format=script.id,
        format_title=script.title,
        acts=acts_of(script),
        board=board.rules(),
        board_title=board.title,
        cards=(),
        themes={},
        seed=0,
    )
