"""Two facilitators share a session: a page for the one who takes over. With one display, the room may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import tr
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.scene import Binding, Black, Pop, clicked
from game.screens.scenes.handover_page import Handover, handover_picture
from game.session.commands import ChangeFacilitator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.play import PlayScene
    from game.screens.scene import Look, Step

_MINUTE = 60.0


class HandoverScene:
    """Where the session stands, in a few words; then it goes on in other hands."""

    is_typing = False

    def __init__(self, play: PlayScene) -> None:
        """Hand this session over."""
        self._play = play
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:
        """Return the page; what is not for the room is only on it where the room has a window of its own."""
        self._picture = handover_picture(look, self._told(now))
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this page."""
        return (Binding((tr("Entrée"),), tr("prendre la suite")), Binding((tr("Échap"),), tr("revenir à la séance")))

    def handle(self, given: Input, now: float) -> Step | None:
        """Take over, or go back as one was."""
        match given:
            case Press("period" | "b"):
                return Black()
            case Press(key) if key in CONFIRM | NEXT:
                return self._act("next", now)
            case Press(key) if key in BACK | {"escape", "backspace", "z"}:
                return Pop()
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given), now)
        return None

    def wakes_in(self, now: float) -> float | None:
        """Return when the minutes that are left change."""
        return _MINUTE - now % _MINUTE

    def _act(self, action: str | None, now: float) -> Step | None:
        if action == "next":
            self._play.give(ChangeFacilitator(), now)
            self._play.say(tr("La séance continue en d’autres mains."), now)
        return Pop() if action else None

    def _told(self, now: float) -> Handover:
        state, faces = self._play.state, self._play.desk.faces
        out = (faces.theme(theme) for theme in state.opening.left_out)
        return Handover(
            view=self._play.windows.private.view(now),
            minutes=tuple(act.minutes for act in state.acts),
            exchanges=len(state.exchanges),
            themes=len({exchange.theme for exchange in state.exchanges}),
            words=tuple(brick.word for brick in state.game.bricks if brick.word),
            is_paused=state.is_paused,
            left_out=tuple(theme.title for theme in out if theme is not None),
        )
