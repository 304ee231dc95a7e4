"""The first screen: begin a session, go on with the one that was interrupted, or look at the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.desk import DeskError
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.phrases import interrupted
from game.screens.scene import Binding, Push, Quit, clicked
from game.screens.scenes.cards import CardsScene
from game.screens.scenes.help import HelpScene
from game.screens.scenes.home_page import HomeView, home_picture
from game.screens.scenes.sessions import SessionsScene
from game.screens.scenes.settings import SettingsScene
from game.screens.scenes.setup import SetupScene
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.scene import Look, Scene, Step
    from game.session.folder import OpenFolder, Summary

_LETTERS = {"n": "new", "r": "resume", "c": "cards", "b": "sessions", "g": "settings", "q": "quit"}
_SMALL = ("cards", "sessions", "settings")
_BINDINGS = (
    Binding(("N",), "nouvelle séance"),
    Binding(("R",), "reprendre la séance interrompue"),
    Binding(("C",), "cartes"),
    Binding(("B",), "bilans des séances"),
    Binding(("G",), "réglages"),
    Binding((*UP_DOWN, "←", "→"), "aller d’un bouton à l’autre"),
    Binding(("Entrée",), "choisir"),
    Binding(("Q",), "quitter"),
)


class HomeScene:
    """Home. A clicker's next chooses the ringed button, its back goes round the buttons."""

    is_typing = False

    def __init__(self, desk: Desk, play: Callable[[OpenFolder], Scene]) -> None:
        """Show what the desk has; ``play`` makes the scene of an open session."""
        self._desk, self._play = desk, play
        self._resumable: Summary | None = None
        self._is_stale = True
        self._error = ""
        self._focus = "new"
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the home screen."""
        self._refresh()
        self._picture = home_picture(look, self._view())
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of home."""
        return tuple(binding for binding in _BINDINGS if self._resumable or binding.keys != ("R",))

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move between the buttons, or do what one says."""
        self._refresh()
        match given:
            case Press(key) if key in _LETTERS:
                return self._act(_LETTERS[key])
            case Press(key) if key in {"up", "down", "left", "right"}:
                return self._arrow(key)
            case Press(key) if key in CONFIRM | NEXT:
                return self._act(self._focus)
            case Press(key) if key in BACK:
                self._go_round()
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given))
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _view(self) -> HomeView:
        faces = [
            self._desk.faces.theme(theme) for theme in dict.fromkeys(card.face.theme for card in self._desk.cards())
        ]
        return HomeView(
            focus=self._focus,
            resume=interrupted(self._resumable, self._desk.clock.now()) if self._resumable else None,
            bricks=tuple((face.colour, face.icon) for face in faces if face),
            problems=len(self._desk.problems()),
            error=self._error,
        )

    def _refresh(self) -> None:
        """Read the sessions again when another scene was shown meanwhile: one may have begun or ended."""
        if not self._is_stale:
            return
        self._is_stale = False
        had_one = self._resumable is not None
        try:
            self._resumable = self._desk.unfinished()
        except DeskError as error:
            self._error = str(error)
        if self._resumable and not had_one:
            self._focus = "resume"
        elif self._focus not in self._buttons():
            self._focus = "new"

    def _buttons(self) -> tuple[str, ...]:
        return ("new", "resume", *_SMALL) if self._resumable else ("new", *_SMALL)

    def _go_round(self) -> None:
        buttons = self._buttons()
        self._focus = buttons[(buttons.index(self._focus) + 1) % len(buttons)]

    def _arrow(self, key: str) -> Step | None:
        if self._focus in _SMALL:
            return self._arrow_among_small(key)
        large = self._buttons()[: -len(_SMALL)]
        if key == "right":
            return self._act(self._focus)
        if key == "up":
            self._focus = large[max(0, large.index(self._focus) - 1)]
        else:
            self._go_round()
        return None

    def _arrow_among_small(self, key: str) -> Step | None:
        place = _SMALL.index(self._focus)
        if key == "right" and self._focus == _SMALL[-1]:
            return self._act(self._focus)
        if key == "right":
            self._focus = _SMALL[place + 1]
        elif key == "left":
            self._focus = _SMALL[place - 1] if place else self._buttons()[0]
        elif key == "up":
            self._focus = self._buttons()[-len(_SMALL) - 1]
        return None

    def _act(self, action: str | None) -> Step | None:
        desk, play = self._desk, self._play
        scenes: dict[str, Callable[[], Scene]] = {
            "new": lambda: SetupScene(desk, play),
            "cards": lambda: CardsScene(desk),
            "sessions": lambda: SessionsScene(desk, play),
            "settings": lambda: SettingsScene(desk),
            "help": lambda: HelpScene(self.bindings()),
        }
        if action == "quit":
            return Quit()
        if action == "resume":
            return self._resume()
        return self._leave_for(scenes[action]()) if action in scenes else None

    def _resume(self) -> Step | None:
        if self._resumable is None:
            return None
        try:
            opened = self._desk.reopen(self._resumable.folder)
        except DeskError as error:
            self._error = str(error)
            return None
        return self._leave_for(self._play(opened))

    def _leave_for(self, scene: Scene) -> Push:
        self._is_stale, self._error = True, ""
        return Push(scene)
