"""The facilitator's page of a session: made again when something in it changes, and only then."""

from dataclasses import replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Picture
from game.language import current
from game.screens.pages.facilitator_page import Noted, facilitator_picture, has_stopwatch
from game.screens.pages.facilitator_panel import stopwatch
from game.screens.scene import Look
from game.session.facilitator import FacilitatorView, clocks_of, facilitator_view

if TYPE_CHECKING:
    from game.screens.play import PlayScene


class PrivatePage:
    """What only the facilitator sees of a session."""

    def __init__(self, play: "PlayScene") -> None:
        self._play = play
        self._made: tuple[object, Picture, FacilitatorView] | None = None
        self.pages = 1
        """On how many pages the notes of the last picture stand."""

    def view(self, now: float) -> FacilitatorView:
        """Return what the facilitator may know at an instant."""
        play = self._play
        zone = play.desk.clock.now().tzinfo
        found = facilitator_view(play.state, play.desk.faces, now, play.day, play.opened.session.chance, zone)
        return found if found.over else replace(found, room=play.view(now))

    def picture(self, look: Look, now: float) -> Picture:
        """Return the page at an instant: the stopwatch of a card moves over it, the rest stays."""
        play, state = self._play, self._play.state
        clocks = clocks_of(state, now, play.desk.clock.now().tzinfo)
        key = (state, look, play.drafts, clocks, play.trouble(), current())
        if self._made is None or self._made[0] != key:
            view = self.view(now)
            drafts = play.drafts
            noted = Noted(drafts.notes_page, drafts.words, drafts.theme, play.trouble())
            still, self.pages = facilitator_picture(view, look, noted)
            self._made = (key, still, view)
        _, still, view = self._made
        return replace(still, moving=stopwatch(state.on_card(now), look)) if has_stopwatch(view) else still

    def turned(self, page: int, by: int) -> int:
        """Return which page of the notes shows after turning ``by`` pages."""
        return max(0, min(page + by, self.pages - 1))
