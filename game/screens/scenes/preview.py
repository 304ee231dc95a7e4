"""A card being written, drawn again as its file is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark
from game.screens.inputs import Click, Input, Press, Scroll
from game.screens.scene import Binding, Pop, Quit, clicked
from game.screens.scenes.preview_page import PreviewView, page_count, preview_picture
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.proofs import Proof, Proofs
    from game.screens.scene import Look, Step

_ACTS = {
    "right": "right",
    "pagedown": "right",
    "left": "left",
    "pageup": "left",
    "up": "up",
    "down": "down",
    "space": "page",
    "enter": "page",
    "home": "home",
    "end": "end",
    "escape": "back",
    "backspace": "back",
}
_BINDINGS = (
    Binding(("←", "→"), mark("la carte d’avant, la suivante")),
    Binding(("Espace",), mark("la page suivante, puis la réponse")),
    Binding(UP_DOWN, mark("les remarques")),
    Binding(("Échap",), mark("fermer")),
)


class PreviewScene:
    """Shows the cards of the proofs one by one, in their last good version, and what is wrong in their file now."""

    is_typing = False

    def __init__(
        self, proofs: Proofs, *, chosen: str = "", file: str = "", has_notes: bool = True, is_alone: bool = False
    ) -> None:
        """Begin with the card of that id, else the first one.

        Args:
            proofs: The cards.
            chosen: The id of a card.
            file: The file that it is in, as its proof names it.
            has_notes: Whether the answer, the warning and the prompts show: only where the room does not look.
            is_alone: Whether the program ends with this scene.
        """
        self._proofs, self._has_notes, self._is_alone = proofs, has_notes, is_alone
        self._chosen = (file, chosen)
        self._index = self._fault = self._page = 0
        self._look: Look | None = None
        self._drawn: tuple[Look, Picture] | None = None

    def picture(self, look: Look, now: float) -> Picture:
        """Return the chosen card as its file is now."""
        if self._proofs.follow(now) or self._drawn is None or self._drawn[0] != look:
            self._look = look  # how many pages a card has depends on it
            self._find()
            self._drawn = (look, preview_picture(look, self._view()))
        return self._drawn[1]

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this screen."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - nothing here depends on the hour
        """Go from card to card, turn its pages, read the remarks, or leave."""
        match given:
            case Press(key):
                return self._act(_ACTS.get(key, ""))
            case Scroll(steps):
                return self._act("down" if steps > 0 else "up")
            case Click() if self._drawn is not None:
                return self._act(clicked(self._drawn[1], given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:
        """Return when to look at the files again."""
        return self._proofs.left(now)

    def _act(self, action: str) -> Step | None:
        cards = self._proofs.all()
        goals = {"right": self._index + 1, "left": self._index - 1, "home": 0, "end": len(cards) - 1}
        if action == "back":
            return Quit() if self._is_alone else Pop()
        if action in goals:
            self._go(goals[action], cards)
        elif action in {"up", "down"}:
            self._fault = max(0, min(self._fault + (1 if action == "down" else -1), len(self._view().faults) - 1))
        elif action == "page":
            self._turn()
        self._drawn = None
        return None

    def _go(self, index: int, cards: Sequence[Proof]) -> None:
        self._index = max(0, min(index, len(cards) - 1))
        self._fault = self._page = 0
        if cards:
            self._chosen = (cards[self._index].file, cards[self._index].id)

    def _turn(self) -> None:
        proof = self._view().proof
        if proof is not None and proof.face is not None and self._look is not None:
            self._page = (self._page + 1) % page_count(self._look, proof, with_answer=self._has_notes)

    def _find(self) -> None:
        """Stay on the same card when others come and go, or when its id changes in its file."""
        cards = self._proofs.all()
        file, name = self._chosen
        by_id = [index for index, proof in enumerate(cards) if proof.id == name and file in {"", proof.file}]
        by_file = [index for index, proof in enumerate(cards) if proof.file == file]
        found = by_id if name or file else []
        self._index = next(iter((*found, *by_file)), max(0, min(self._index, len(cards) - 1)))
        if cards:
            self._chosen = (cards[self._index].file, cards[self._index].id)
        faults = len(self._view().faults)
        self._fault = max(0, min(self._fault, faults - 1))
        proof = self._view().proof
        if proof is not None and proof.face is not None and self._look is not None:
            self._page = min(self._page, page_count(self._look, proof, with_answer=self._has_notes) - 1)

    def _view(self) -> PreviewView:
        cards = self._proofs.all()
        proof = cards[self._index] if cards else None
        faults = tuple(self._proofs.faults(proof)) if proof else ()
        return PreviewView(proof, faults, self._index, len(cards), self._fault, self._page, self._has_notes)
