"""The deck: all its cards by theme, as the room would see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.inputs import Click, Input, Press, Scroll
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.cards_page import CardsView, cards_picture
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import CardEntry, Desk
    from game.screens.scene import Look, Step

_STEPS = {"up": -1, "pageup": -1, "home": -1000, "down": 1, "pagedown": 1, "space": 1, "end": 1000}
_BINDINGS = (
    Binding(("←", "→"), "changer de thème"),
    Binding(UP_DOWN, "choisir une carte"),
    Binding(("Échap",), "retour"),
)


class CardsScene:
    """Look through the deck; back from its first card, or its first theme, leaves.

    The answer of a question is not shown: the room may be looking.
    """

    is_typing = False

    def __init__(self, desk: Desk) -> None:
        """Show all cards, the first one read."""
        self._faces = desk.faces
        self._cards = tuple(desk.cards())
        self._themes = ("", *dict.fromkeys(card.face.theme for card in self._cards))
        self._theme, self._index = 0, 0
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the list of the chosen theme, and the chosen card beside it."""
        cards = self._shown()
        themes = {theme: self._faces.theme(theme) for theme in self._themes if theme}
        view = CardsView(tuple(card.face for card in cards), self._index, self._themes, self._theme, themes)
        self._picture = cards_picture(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the browser."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Change the theme or the card, or go back."""
        match given:
            case Press("escape" | "backspace"):
                return Pop()
            case Press("pageup") if self._index == 0:
                return Pop()
            case Press("left") if self._theme == 0:
                return Pop()
            case Press("left" | "right" as key):
                self._filter(self._theme + (1 if key == "right" else -1))
            case Press(key) if key in _STEPS:
                self._stand(self._index + _STEPS[key])
            case Scroll(steps):
                self._stand(self._index + steps)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        if name == "back":
            return Pop()
        if name == "theme":
            self._filter(int(index))
        elif name == "card":
            self._stand(int(index))
        elif name == "down":
            self._stand(self._index + 1)
        elif name == "right":
            self._filter(self._theme + 1)
        return None

    def _shown(self) -> tuple[CardEntry, ...]:
        theme = self._themes[self._theme]
        return tuple(card for card in self._cards if not theme or card.face.theme == theme)

    def _filter(self, theme: int) -> None:
        self._theme, self._index = theme % len(self._themes), 0

    def _stand(self, index: int) -> None:
        self._index = max(0, min(index, len(self._shown()) - 1))
