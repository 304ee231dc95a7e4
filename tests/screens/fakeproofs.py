"""Cards of files that a test saves, as the screens know them."""

from dataclasses import dataclass, field

from game.screens.desk import CardEntry
from game.screens.proofs import Fault, Proof
from game.session.faces import ThemeFace


@dataclass
class FakeProofs:
    """Follows no disk: ``save`` is what a person does in an editor."""

    proofs: tuple[Proof, ...]
    told: dict[str, tuple[Fault, ...]] = field(default_factory=dict)
    has_news: bool = True

    def save(self, *proofs: Proof) -> None:
        self.proofs, self.has_news = proofs, True

    def follow(self, now: float) -> bool:  # noqa: ARG002 - no time passes here
        has_news, self.has_news = self.has_news, False
        return has_news

    def left(self, now: float) -> float:  # noqa: ARG002 - as above
        return 0.1

    def all(self) -> tuple[Proof, ...]:
        return self.proofs

    def faults(self, proof: Proof) -> tuple[Fault, ...]:
        return self.told.get(proof.file, ())


def proof_of(card: CardEntry, theme: ThemeFace | None, **parts: object) -> Proof:
    """Return a card of the deck as its file would be."""
    wanted = {"audiences": ("pilotes",)} | parts
    return Proof(f"content/cards/{card.id}.yaml", card.id, card.face, theme, **wanted)
