"""Session scripts: the acts of a session, their minutes, and what the facilitator says and asks."""

from enum import StrEnum

from pydantic import Field, field_validator, model_validator

from game.content.cards import Audiences
from game.content.fields import Minutes, Model, Slug, Text, YesNo, broken_rule


class ActKind(StrEnum):
    """The moments of a session."""

    WELCOME = "accueil"
    MOOD = "meteo"
    GAME = "jeu"
    PILOTES = "questions-aux-pilotes"
    DEBRIEF = "debrief"
    CLOSING = "cloture"


class Mode(StrEnum):
    """Whether records can be kept (between pilotes), or only counts."""

    PILOTES = "pilotes"
    AWARENESS = "sensibilisation"


class Act(Model):
    """One act. In YAML its first key is its kind, and the value of that key its minutes: ``accueil: 10``."""

    kind: ActKind
    minutes: Minutes
    say: tuple[Text, ...] = Field((), alias="dire")
    questions: tuple[Text, ...] = ()
    title: Text = Field("", alias="titre")

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: object) -> object:
        if not isinstance(value, dict):
            raise broken_rule("act", given="")
        kinds = [key for key in value if key in set(ActKind)]
        if len(kinds) != 1 or {"kind", "minutes"} & set(value):
            raise broken_rule("act", given=str(next(iter(value), "")))
        rest = {key: content for key, content in value.items() if key != kinds[0]}
        return {"kind": kinds[0], "minutes": value[kinds[0]], **rest}


class PollQuestion(Model):
    """A question of the poll, and the answers that hands go up for."""

    question: Text
    answers: tuple[Text, ...] = Field(alias="reponses", min_length=3, max_length=4)


POLL_QUESTIONS = 3
"""How many questions a poll has: as many as a group answers by show of hands without tiring."""


class Format(Model):
    """A session script."""

    id: Slug
    title: Text = Field(alias="titre")
    mode: Mode
    board: Slug = Field(alias="plateau")
    audiences: Audiences
    aims: tuple[Text, ...] = Field((), alias="objectifs")
    skills: tuple[Text, ...] = Field((), alias="competences")
    poll: tuple[PollQuestion, ...] = Field((), alias="sondage")
    """Asked before the game and after it, by show of hands; empty: there is no poll."""
    acts: tuple[Act, ...] = Field(alias="actes")
    sounds: YesNo = Field(default=True, alias="sons")
    """Whether the sounds of the game are on as such a session begins; ``non`` where they would not be welcome."""

    @field_validator("poll")
    @classmethod
    def _asks_three_questions(cls, poll: tuple[PollQuestion, ...]) -> tuple[PollQuestion, ...]:
        if len(poll) not in (0, POLL_QUESTIONS):
            raise broken_rule("poll_of_three", count=len(poll), wanted=POLL_QUESTIONS)
        return poll

    @model_validator(mode="after")
    def _polls_before_the_game(self) -> "Format":
        if self.poll and self.acts[0].kind is ActKind.GAME:
            raise broken_rule("poll_before_game", key="sondage")
        return self

    @field_validator("acts")
    @classmethod
    def _plays_once_and_closes(cls, acts: tuple[Act, ...]) -> tuple[Act, ...]:
        kinds = [act.kind for act in acts]
        if kinds.count(ActKind.GAME) != 1:
            raise broken_rule("one_game", count=kinds.count(ActKind.GAME))
        if ActKind.CLOSING not in kinds:
            raise broken_rule("closing")
        return acts

    @property
    def minutes(self) -> int:
        """How long the session lasts, in minutes."""
        return sum(act.minutes for act in self.acts)
