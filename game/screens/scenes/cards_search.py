"""Which cards the browser shows: words to find, a kind, an audience, a sensitivity."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.phrases import KINDS
from game.screens.scenes.setup_care_page import AUDIENCES

if TYPE_CHECKING:
    from game.screens.proofs import Proof

SENSITIVITIES = (mark("Légère"), mark("Parfois sensible"), mark("Très sensible"))
"""What a card is, for each level of sensitivity."""


@dataclass(frozen=True)
class Filters:
    """What is asked of a card; empty, or ``None``, where nothing is."""

    words: str = ""
    kind: str = ""
    audience: str = ""
    sensitivity: int | None = None

    def keeps(self, proof: Proof) -> bool:
        """Tell whether a card shows. A file in which there is no card shows as long as nothing is asked."""
        face = proof.face
        if face is None:
            return self == Filters(self.words) and self._finds(proof.file)
        if (self.kind and face.kind != self.kind) or (self.audience and self.audience not in proof.audiences):
            return False
        if self.sensitivity not in (None, proof.sensitivity):
            return False
        title = proof.theme.title if proof.theme else face.theme
        told = (proof.id, title, tr(KINDS.get(face.kind, face.kind)), face.title, face.text, face.question)
        return self._finds(" ".join((*told, *(choice.text for choice in face.choices))))

    def told(self) -> str:
        """Return what is asked, in words; empty when nothing is."""
        kind = tr(KINDS.get(self.kind, self.kind)) if self.kind else ""
        audience = tr(AUDIENCES.get(self.audience, self.audience)) if self.audience else ""
        sensitivity = tr(SENSITIVITIES[self.sensitivity]) if self.sensitivity is not None else ""
        return " · ".join(filter(None, (kind, audience, sensitivity)))

    def _finds(self, text: str) -> bool:
        """Tell whether every word, or the beginning of it that was typed so far, is in a text."""
        words = plain(self.words).split()
        if not words:
            return True
        found = plain(text)
        return all(word in found for word in words)


def plain(text: str) -> str:
    """Return a text as one types it in a hurry: small letters, no accents, straight apostrophes."""
    spelled = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(letter))
