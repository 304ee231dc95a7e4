"""The keys of this computer: each action with what it is done with, and another key for it when a person wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import tr
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press, Scroll
from game.screens.keymap import ACTIONS, PAD, USUAL_KEYS, KeyChoiceError, Keymap, cap_of
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.keys_page import Waiting, keys_picture
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.scene import Look, Step

_MOVES = {"up": -1, "down": 1, "home": -len(ACTIONS), "end": len(ACTIONS)}
_GIVEN_UP = frozenset({"escape", f"{PAD}leftstick"})


class KeysScene:
    """A list of actions. Enter on one asks for its new key; Escape gives up, Delete puts its usual keys back.

    The back button of a clicker goes down the list, and leaves after the last row.
    """

    def __init__(self, desk: Desk) -> None:
        """Show the keys of the desk."""
        self._desk = desk
        self._index = 0
        self._is_waiting = False
        self._said = ""
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether a letter is an answer, and no key of the program."""
        return self._is_waiting

    @property
    def hears_keys(self) -> bool:
        """Whether the next key is the one that was asked for."""
        return self._is_waiting

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the list, and what is asked for."""
        waiting = Waiting(self._index, self._is_waiting, self._said)
        self._picture = keys_picture(look, self._desk.keys, waiting)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this screen."""
        return (
            Binding(UP_DOWN, tr("aller d’une action à l’autre")),
            Binding((tr("Entrée"), tr("Pg suiv.")), tr("choisir une autre touche")),
            Binding((tr("Suppr"),), tr("touches habituelles de cette action")),
            Binding((tr("Fin"),), tr("aller au bout de la liste")),
            Binding((tr("Échap"),), tr("retour")),
        )

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move, ask for a key, take it, or go back."""
        if isinstance(given, Scroll):
            self._move(given.steps)
        elif isinstance(given, Click) and self._picture is not None:
            return self._act(clicked(self._picture, given) or "")
        elif isinstance(given, Press) and self._is_waiting:
            self._take(given.key)
        elif isinstance(given, Press):
            return self._pressed(given.key)
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _pressed(self, key: str) -> Step | None:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in BACK and self._index + 1 < len(ACTIONS):
            self._move(1)
        elif key in BACK | {"escape"}:
            return Pop()
        elif key in CONFIRM | NEXT:
            return self._act("ask")
        elif key == "delete":
            return self._act("usual")
        return None

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        self._is_waiting = False
        if name == "back":
            return Pop()
        if name == "down":
            self._move(1)
        elif name == "ask":
            self._index = int(index) if index else self._index
            self._is_waiting, self._said = True, ""
        elif name == "usual":
            self._put_back()
        elif name == "all":
            self._change(USUAL_KEYS, tr("Toutes les touches habituelles sont là."))
        return None

    def _move(self, by: int) -> None:
        self._index = max(0, min(self._index + by, len(ACTIONS) - 1))
        self._said = ""

    def _take(self, key: str) -> None:
        """Give the action the key that was pressed; a key that cannot be had is refused, and another may be tried."""
        if key in _GIVEN_UP:
            self._is_waiting, self._said = False, ""
            return
        action = ACTIONS[self._index]
        if key in action.always:
            self._said = tr("La touche {key} le fait déjà, toujours.").format(key=cap_of(key))
            return
        try:
            keys = self._desk.keys.with_key(action, key)
        except KeyChoiceError as error:
            self._said = str(error)
            return
        self._is_waiting = False
        self._change(keys, tr("{key}\u00a0: {does}.").format(key=cap_of(key), does=tr(action.label)))

    def _put_back(self) -> None:
        try:
            keys = self._desk.keys.with_usual(ACTIONS[self._index])
        except KeyChoiceError as error:
            self._said = str(error)
            return
        self._change(keys, tr("Les touches habituelles de cette action sont là."))

    def _change(self, keys: Keymap, said: str) -> None:
        self._said = self._desk.change_keys(keys) or said
