"""A remote that serves on this machine, and what it was asked."""

import threading

from game.remote.interfaces import LOOPBACK
from game.remote.page import Action, Button, RemotePage
from game.remote.server import Remote

PATIENCE = 10.0
"""Seconds after which something that should come is taken as missing."""


class Laptop:
    """A remote that serves on this machine, and the taps that it heard."""

    def __init__(self) -> None:
        self.taps: list[Action] = []
        self._states: list[str] = []
        self._heard = threading.Condition()
        self.remote = Remote(self._tap, self._change)
        self.address = self.remote.start(LOOPBACK)

    def _tap(self, action: Action) -> None:
        with self._heard:
            self.taps.append(action)
            self._heard.notify_all()

    def _change(self) -> None:
        with self._heard:
            self._states.append(self.remote.status.state)
            self._heard.notify_all()

    def hears(self, count: int) -> bool:
        """Wait for this many taps."""
        with self._heard:
            return self._heard.wait_for(lambda: len(self.taps) >= count, PATIENCE)

    def becomes(self, state: str) -> bool:
        """Wait until the remote has been in a state, after the one that was waited for last."""
        with self._heard:
            is_there = self._heard.wait_for(lambda: state in self._states, PATIENCE)
            if is_there:
                del self._states[: self._states.index(state) + 1]
            return is_there

    def cut(self) -> None:
        """Cut the line, as a bad network does."""
        self.remote._hang_up(1001)  # noqa: SLF001 - nobody cuts it on purpose

    @property
    def token(self) -> str:
        """What the QR code carries beside the address."""
        return self.remote.status.link.partition("#")[2]


PAGE = RemotePage(
    "12",
    "Jeu · Encore 38 min",
    "« Le trou dans mon CV »",
    "Je suis arrivé en avance à l’entretien.",
    ("Que peut demander un employeur sur le casier ?", "Qui peut vous aider à préparer un entretien ?"),
    "Sujet sensible : rejet, honte. Chacun peut passer.",
    (
        Button(Action.NEXT, "Échange terminé"),
        Button(Action.PASS, "Passer"),
        Button(Action.PAUSE, "Pause"),
        Button(Action.UNDO, "Annuler"),
    ),
)
