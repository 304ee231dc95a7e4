"""The rules of a board, as its author writes them under ``regles:``: each one an option with its default."""

from typing import Annotated, Literal

from pydantic import Field

from game.content.fields import Model, Slug, YesNo
from game.rules import board as rules

_GEESE = {
    "meme-sens": rules.Goose.SAME_WAY,
    "avant": rules.Goose.FORWARD,
    "relancer": rules.Goose.THROW_AGAIN,
    "prochaine": rules.Goose.NEXT_GOOSE,
}
_MEETINGS = {
    "partager": rules.Collision.SHARE,
    "echanger": rules.Collision.SWAP,
    "revenir": rules.Collision.MOVER_BACK,
}
_EXTRA_TURNS = {
    "jamais": rules.ExtraTurn.NEVER,
    "le-plus-haut": rules.ExtraTurn.HIGHEST,
    "double": rules.ExtraTurn.DOUBLE,
}
Faces = Annotated[int, Field(ge=1, le=20)]


class FirstThrow(Model):
    """A throw from the start that leads to a square of its own."""

    dice: tuple[Faces, ...] = Field(alias="des", min_length=1, max_length=3)
    square: Slug = Field(alias="case")


class BoardRules(Model):
    """Every rule that may change from one board to the next; what is left out keeps its default."""

    geese: Literal["meme-sens", "avant", "relancer", "prochaine"] = Field(
        "meme-sens", alias="oies", description="Ce que fait une oie : avancer encore du même lancer, ou relancer."
    )
    chain: YesNo = Field(
        default=True, alias="enchainement", description="Une case où mène un effet agit-elle à son tour ?"
    )
    on_way_back: YesNo = Field(
        default=True, alias="effets-en-reculant", description="Les cases agissent-elles sur un pion qui rebondit ?"
    )
    first_throws: tuple[FirstThrow, ...] = Field(
        (), alias="premiers-lancers", description="Des lancers du départ qui mènent à une case choisie."
    )
    first_throws_when: Literal["premier", "depart"] = Field(
        "premier", alias="premiers-lancers-quand", description="Au premier lancer, ou chaque fois au départ."
    )
    meeting: Literal["partager", "echanger", "revenir"] = Field(
        "partager",
        alias="rencontre",
        description="Deux pions sur une case : partager, échanger, ou revenir.",
    )
    quiet: tuple[Slug, ...] = Field((), alias="cases-calmes", description="Des cases où deux pions partagent toujours.")
    order: Literal["inscription", "inverse", "tirage"] = Field(
        "inscription",
        alias="ordre",
        description="L’ordre des équipes : celui des inscriptions, l’inverse, ou un tirage au sort.",
    )
    extra_turn: Literal["jamais", "le-plus-haut", "double"] = Field(
        "jamais", alias="tour-en-plus", description="Le lancer qui donne un tour de plus."
    )
    arrived: Literal["aide", "arret"] = Field(
        "aide", alias="arrivee", description="Une équipe arrivée tire encore des cartes, ou s’arrête."
    )

    def rules(self) -> rules.Options:
        """Return the options as the rules know them."""
        return rules.Options(
            goose=_GEESE[self.geese],
            chain=self.chain,
            acts_on_way_back=self.on_way_back,
            first_throws=tuple(rules.FirstThrow(first.dice, first.square) for first in self.first_throws),
            first_throws_at_start=self.first_throws_when == "depart",
            collision=_MEETINGS[self.meeting],
            quiet=self.quiet,
            reversed_order=self.order == "inverse",
            drawn_order=self.order == "tirage",
            extra_turn=_EXTRA_TURNS[self.extra_turn],
            arrived_helps=self.arrived == "aide",
        )
