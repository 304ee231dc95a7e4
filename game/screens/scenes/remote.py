"""A phone as remote: where it comes in, the code, and how it goes. For the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import tr
from game.remote.page import State
from game.screens.inputs import BACK, CONFIRM, DIGITS, NEXT, Click, Input, Press, Scroll
from game.screens.scene import Binding, Black, Pop, clicked
from game.screens.scenes.remote_views import code_picture, networks_picture
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.remote_control import RemoteControl
    from game.screens.scene import Look, Step

_ASLEEP_SECONDS = 1.0
"""While a phone is asleep, how long before looking whether it is still."""


class RemoteScene:
    """Choose a network, then show the code that lets one phone in."""

    is_typing = False

    def __init__(self, remote: RemoteControl) -> None:
        """Show this remote, as it stands."""
        self._remote = remote
        self._networks = () if self._is_on else tuple(remote.networks())
        self._index = 0
        self._is_revealed = False
        self._is_private = False
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the networks to choose from, or the code; where the room sees this too, the code stays hidden."""
        self._is_private = look.is_private
        if self._is_on:
            modules = self._remote.modules() if self._shows_code else ()
            self._picture = code_picture(look, self._remote.status, modules, is_hidden=not self._shows_code)
        else:
            self._picture = networks_picture(look, self._networks, self._index, self._remote.trouble)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this screen."""
        return (
            Binding(UP_DOWN, tr("choisir un réseau")),
            Binding((tr("Entrée"),), tr("valider")),
            Binding(("N",), tr("nouveau code")),
            Binding(("A",), tr("arrêter la télécommande")),
            Binding((tr("Échap"),), tr("fermer")),
        )

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - nothing moves here
        """Choose, show, renew, stop or close."""
        match given:
            case Press("period" | "b"):
                return Black()
            case Press(key) if key in DIGITS:
                self._start(int(key) - 1)
            case Press(key):
                return self._act(_KEYS.get(key, ""))
            case Scroll(steps):
                self._move(steps)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - nothing moves here
        """Return when to look again at a phone that sleeps; anything else that happens wakes the program."""
        return _ASLEEP_SECONDS if self._remote.status.state is State.ASLEEP else None

    @property
    def _is_on(self) -> bool:
        return self._remote.status.state is not State.OFF

    @property
    def _shows_code(self) -> bool:
        return self._is_private or self._is_revealed

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        if name == "close":
            return Pop()
        if name == "go":
            return self._go()
        if name == "start":
            self._start(int(index))
        elif name in {"up", "down"}:
            self._move(1 if name == "down" else -1)
        elif name == "renew" and self._is_on:
            self._remote.new_code()
        elif name == "stop" and self._is_on:
            self._remote.stop()
            self._networks = tuple(self._remote.networks())
        return None

    def _go(self) -> Step | None:
        """Do what the screen asks for next: start, show the code, or close once there is nothing more to do."""
        if not self._is_on:
            if not self._networks:
                return Pop()
            self._start(self._index)
            return None
        if not self._shows_code and self._remote.status.code:
            self._is_revealed = True
            return None
        return Pop()

    def _start(self, index: int) -> None:
        if not self._is_on and index < len(self._networks):
            self._index, self._is_revealed = index, False
            self._remote.start(self._networks[index])

    def _move(self, by: int) -> None:
        self._index = max(0, min(self._index + by, len(self._networks) - 1))


_KEYS = {
    **dict.fromkeys(CONFIRM | NEXT, "go"),
    **dict.fromkeys(BACK | {"escape", "backspace"}, "close"),
    "up": "up",
    "down": "down",
    "n": "renew",
    "a": "stop",
}
