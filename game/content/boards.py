"""Boards as they are written: squares in order, and the rules that go with them."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from game.content.boardrules import BoardRules
from game.content.cards import Kind
from game.content.fields import Model, Slug, Text, YesNo, broken_rule
from game.rules import board as rules

if TYPE_CHECKING:
    from collections.abc import Callable

_FINISH = {
    "depasser": rules.Finish.PASS,
    "rester": rules.Finish.STAY,
    "rebondir": rules.Finish.BOUNCE,
    "un-de": rules.Finish.ONE_DIE,
}
START = "depart"
"""What an author writes for the start, as the place that an effect leads to."""

Steps = Annotated[int, Field(ge=1, le=12)]
Turns = Annotated[int, Field(ge=1, le=3)]


class LeaveOn(Model):
    """Wait until the dice give one of these totals, and no longer than some turns."""

    totals: tuple[Annotated[int, Field(ge=1, le=60)], ...] = Field(alias="totaux", min_length=1)
    turns: Turns = Field(alias="tours")


class Effect(Model):
    """What a special square does: exactly one of these keys."""

    forward: Steps | None = Field(None, alias="avancer")
    back: Steps | None = Field(None, alias="reculer")
    go_to: Slug | None = Field(None, alias="aller")
    roll_again: YesNo | None = Field(None, alias="relancer")
    wait: Turns | None = Field(None, alias="attendre")
    relay: Turns | None = Field(None, alias="relais")
    well: Turns | None = Field(None, alias="releve")
    leave_on: LeaveOn | None = Field(None, alias="sortir-sur")
    goose: YesNo | None = Field(None, alias="oie")
    draw: Kind | None = Field(None, alias="carte")

    @model_validator(mode="after")
    def _has_one_key(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise broken_rule("one_effect", count=len(self.model_fields_set))
        if self.roll_again is False or self.goose is False:
            raise broken_rule("effect_no", key="oie" if self.goose is False else "relancer")
        return self

    def rules(self) -> rules.Effect:
        """Return the effect as the rules know it."""
        name = next(iter(self.model_fields_set))
        makers: dict[str, Callable[..., rules.Effect]] = {
            "forward": rules.Forward,
            "back": rules.Back,
            "go_to": lambda place: rules.GoTo(rules.START if place == START else place),
            "roll_again": lambda _: rules.RollAgain(),
            "wait": rules.Wait,
            "relay": rules.Relay,
            "well": lambda turns: rules.Relay(turns, takes_place=True),
            "leave_on": lambda leave: rules.LeaveOn(leave.totals, leave.turns),
            "goose": lambda _: rules.Bird(),
            "draw": rules.DrawKind,
        }
        return makers[name](getattr(self, name))


class BoardSquare(Model):
    """One square: of a theme, special (with a name, an icon and what it says), or free."""

    id: Slug
    """What the author gave, or ``case-N`` where N is the position, counted from 1."""
    theme: Slug | None = None
    free: YesNo = Field(default=False, alias="libre")
    """Whether nothing happens there."""
    name: Text = Field("", alias="nom")
    icon: Slug | None = Field(None, alias="icone")
    text: Text = Field("", alias="texte")
    effect: Effect | None = Field(None, alias="effet")

    @model_validator(mode="after")
    def _is_of_one_sort(self) -> Self:
        if [bool(self.theme), bool(self.name), self.free].count(True) != 1:
            raise broken_rule("theme_or_name")
        if self.name and not (self.icon and self.text):
            raise broken_rule("special_square", name=self.name)
        return self

    def rules(self) -> rules.Square:
        """Return the square as the rules know it."""
        return rules.Square(self.id, self.theme, self.effect.rules() if self.effect else None)


class BoardFile(Model):
    """A board, as its author wrote it."""

    id: Slug
    title: Text = Field(alias="titre")
    dice: int = Field(1, alias="de", ge=1, le=3)
    faces: int = Field(6, ge=2, le=20)
    finish: Literal["depasser", "rester", "rebondir", "un-de"] = Field("depasser", alias="fin")
    options: BoardRules = Field(default_factory=BoardRules, alias="regles")
    squares: tuple[BoardSquare, ...] = Field(alias="cases", min_length=12, max_length=100)

    @field_validator("squares", mode="before")
    @classmethod
    def _number_squares(cls, squares: object) -> object:
        """Give its default id to every square without one, so that nobody has to count."""
        if not isinstance(squares, list):
            return squares
        return [
            {"id": f"case-{position}", **square} if isinstance(square, dict) else square
            for position, square in enumerate(squares, start=1)
        ]

    def rules(self) -> rules.Board:
        """Return the board as the rules know it."""
        return rules.Board(
            id=self.id,
            squares=tuple(square.rules() for square in self.squares),
            dice=self.dice,
            faces=self.faces,
            finish=_FINISH[self.finish],
            options=self.options.rules(),
        )
