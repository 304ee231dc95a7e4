"""What takes care of the room during a session: the calm screen, the cadre again, real help, hands counted."""

from typing import TYPE_CHECKING

from game.language import tr
from game.screens.desk import DeskError
from game.screens.scene import Push, Step
from game.screens.scenes.aids import AidsScene
from game.session import commands as c
from game.session.room import aid_views, page_shown
from game.session.state import WEATHERS, SessionState
from game.session.views import MoodView, PollView

if TYPE_CHECKING:
    from game.screens.play import PlayScene


def breathe_or_go_on(state: SessionState) -> c.Command:
    """Return what calms the room's screen, or brings it back."""
    return c.ResumeSession() if state.is_breathing else c.PauseSession("breath")


def cadre_or_back(state: SessionState) -> c.Command:
    """Return what shows the cadre again from its first sentence, or goes back to where the room was."""
    return c.ShowInterlude("" if state.interlude == "cadre" else "cadre")


def aids_menu(play: "PlayScene") -> Step:
    """Return the list of real help, over the session."""

    def show() -> None:
        play.give(c.ShowInterlude("help"), play.opened.session.now)

    def print_() -> str:
        try:
            return tr("Le PDF est ici\u00a0: {file}").format(file=play.desk.print_aids())
        except DeskError as error:
            return str(error)

    return Push(AidsScene(aid_views(play.desk.faces), show, print_))


def hands_command(state: SessionState, index: int, by: int) -> c.Command | None:
    """Return the count of one hand more or less for a weather or for an answer; ``None`` where no hand is asked."""
    page = page_shown(state)
    if page is MoodView and index < WEATHERS:
        counts = state.moods.get(state.mood_moment, (0,) * WEATHERS)
        return c.CountMood(index, max(0, counts[index] + by))
    if page is PollView and state.poll_asked is not None:
        moment, question = state.poll_asked
        answers = state.poll_counts(moment, question)
        return c.CountPoll(question, index, max(0, answers[index] + by)) if index < len(answers) else None
    return None
