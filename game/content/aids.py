"""Real help: who can be called or visited, for what and when. Every line says where it was read."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from game.content.fields import Model, Text, broken_rule

Telephone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]+(?: [0-9]+)*$")]
"""Digits and spaces, as one reads it aloud: ``116 006``."""


class Aid(Model):
    """Somebody who can help: a number or a place, never a private person."""

    name: Text = Field(alias="nom")
    telephone: Telephone = ""
    place: Text = Field("", alias="lieu")
    """How to reach those who have no number here."""
    purpose: Text = Field(alias="pour")
    when: Text = Field(alias="quand")
    source: Text
    year: int = Field(alias="annee", ge=1900, le=2100)
    """The year for which the source holds."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not self.telephone and not self.place:
            raise broken_rule("aid_reach")
        return self

    @property
    def phone(self) -> str:
        """The number, else the place."""
        return self.telephone or self.place
