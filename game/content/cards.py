"""Cards, and what they lean on: themes, sourced facts, explained terms, ready-made teams."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from game.content.alphabets import is_drawn
from game.content.fields import (
    AuthorCode,
    Colour,
    Day,
    Foreign,
    Minutes,
    Model,
    Slug,
    Text,
    Url,
    Word,
    YesNo,
    broken_rule,
    broken_rules,
)
from game.rules import board as rules


class Kind(StrEnum):
    """What a card asks of the room."""

    TESTIMONY = "temoignage"
    SITUATION = "mise-en-situation"
    QUESTION = "question"
    CHALLENGE = "defi"
    TERM = "mot"
    FIGURE = "chiffre"
    BOOST = "coup-de-pouce"
    OBSTACLE = "obstacle"


class Origin(StrEnum):
    """Where the words of a card come from."""

    FICTION = "fiction"
    TESTIMONY = "temoignage"
    COLLECTIVE = "collectif"


class Tone(StrEnum):
    """What a card leaves in the room, so that a deck tells successes as well as obstacles."""

    SUCCESS = "reussite"
    OBSTACLE = "obstacle"
    NEUTRAL = "neutre"


class Audience(StrEnum):
    """Who a card or a session is for."""

    PILOTES = "pilotes"
    COMPANIES = "entreprises"
    STUDENTS = "etudiants"
    PUBLIC = "public"


class Pillar(StrEnum):
    """The four pillars: bien dans sa tête, dans sa vie, dans son corps, dans son job."""

    MIND = "tete"
    LIFE = "vie"
    BODY = "corps"
    JOB = "job"


_DOUBTED_YEAR = re.compile(r"as_of|\bannée\b[^.;]*(?:approximati|visible|n’apparaît pas)", re.IGNORECASE)
"""In the note of a fact: « année (as_of) approximative », « année de l’article non visible »."""

Audiences = Annotated[tuple[Audience, ...], Field(alias="publics", min_length=1)]


class Theme(Model):
    """A theme of the board, with the words that other tools use for it."""

    id: Slug
    title: Text = Field(alias="titre")
    icon: Slug = Field(alias="icone")
    colour: Colour = Field(alias="couleur")
    pillar: Pillar = Field(alias="pilier")
    data_inclusion: tuple[Word, ...] = Field((), alias="data-inclusion")
    france_travail: tuple[Word, ...] = Field((), alias="france-travail")
    france_travail_aims: tuple[Word, ...] = Field((), alias="objectifs-france-travail")
    """The labels that a next step may carry: its codes differ from one tool to another, its labels do not."""
    logbook: tuple[Word, ...] = Field((), alias="carnet-de-bord")
    aims: tuple[Text, ...] = Field((), alias="objectifs")
    skills: tuple[Text, ...] = Field((), alias="competences")
    """What talking about a card of the theme works on, for the session's record."""
    words: tuple[Text, ...] = Field((), alias="mots")
    """A few words to suggest when a team writes its brick."""


class Consent(Model):
    """What the author of a testimony has agreed to."""

    author: AuthorCode = Field(alias="auteur")
    on: Day = Field(alias="date")
    audiences: Audiences
    until: Day = Field(alias="jusqu-au")
    withdrawn: YesNo = Field(default=False, alias="retire")

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.until < self.on:
            raise broken_rule("consent_ends_before", key="jusqu-au")
        return self

    def allows(self, audiences: Iterable[str], on: date) -> bool:
        """Say whether the testimony may be shown to all these audiences on that day (both ends included)."""
        return not self.withdrawn and self.on <= on <= self.until and set(audiences) <= set(self.audiences)


class Choice(Model):
    """One of the answers offered; in YAML a sentence, or ``juste:`` and a sentence."""

    text: Text = Field(alias="juste")
    right: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, value: object) -> object:
        if isinstance(value, dict) and set(value) == {"juste"}:
            return {"juste": value["juste"], "right": True}
        if isinstance(value, str):
            return {"juste": value}
        raise broken_rule("choice")


class Translation(Model):
    """A card in another language."""

    title: Foreign = Field("", alias="titre")
    text: Foreign = Field("", alias="texte")
    question: Foreign = ""
    choices: tuple[Foreign, ...] = Field((), alias="choix")
    """In the order of the card's own: the card says which one is right."""
    explanation: Foreign = Field("", alias="explication")

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        words = " ".join((self.title, self.text, self.question, *self.choices, self.explanation))
        lacking = next((letter for letter in words if not is_drawn(letter)), "")
        if lacking:
            raise broken_rule("letter_without_typeface", letter=lacking)
        if not words.strip():
            raise broken_rule("empty_translation")
        return self


Language = Annotated[str, Field(pattern="^[a-z]{2,3}$")]


class Card(Model):
    """A card, as its author wrote it."""

    id: Slug
    kind: Kind = Field(alias="type")
    theme: Slug
    title: Text = Field("", alias="titre")
    text: Text = Field("", alias="texte")
    question: Text = ""
    prompts: tuple[Text, ...] = Field((), alias="relances")
    """For the facilitator only."""
    origin: Origin = Field(Origin.COLLECTIVE, alias="origine")
    consent: Consent | None = Field(None, alias="consentement")
    audiences: Audiences = tuple(Audience)
    sensitivity: int = Field(0, alias="sensibilite", ge=0, le=2)
    warning: Text = Field("", alias="avertissement")
    minutes: Minutes = Field(3, alias="duree")
    topics: tuple[Word, ...] = Field((), alias="thematiques")
    """Values of data.inclusion; when empty, those of the theme hold."""
    resource: Text = Field("", alias="ressource")
    facts: tuple[Slug, ...] = Field((), alias="faits")
    image: Word = ""
    """A path from the content folder, like ``audio``."""
    image_description: Text = Field("", alias="description")
    audio: Word = ""
    choices: tuple[Choice, ...] = Field((), alias="choix", max_length=6)
    explanation: Text = Field("", alias="explication")
    translations: dict[Language, Translation] = Field(default_factory=dict, alias="traductions")
    lexicon: tuple[Text, ...] = Field((), alias="lexique")
    """Terms of the glossary that the card uses."""
    tone: Tone | None = Field(None, alias="ton")
    """When it is not said, the kind says it (see `told_tone`)."""

    @field_validator("choices")
    @classmethod
    def _has_one_right_choice(cls, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        right = sum(choice.right for choice in choices)
        if choices and right != 1:
            raise broken_rule("one_right_choice", count=right)
        return choices

    @model_validator(mode="after")
    def _keeps_its_word(self) -> Self:
        kept = {
            "text_or_question": self.text or self.question,
            "origin_of_testimony": self.kind is not Kind.TESTIMONY or "origin" in self.model_fields_set,
            "consent_of_testimony": self.origin is not Origin.TESTIMONY or self.consent,
            "warning_of_sensitive": not self.sensitivity or self.warning,
            "explanation_of_question": self.kind is not Kind.QUESTION or self.explanation,
            "description_of_image": not self.image or self.image_description,
            "choices_of_translation": all(
                len(translation.choices) in (0, len(self.choices)) for translation in self.translations.values()
            ),
        }
        if not all(kept.values()):
            broken = [code for code, is_kept in kept.items() if not is_kept]
            raise broken_rules(broken, level=self.sensitivity, count=len(self.choices))
        return self

    def allows(self, audiences: Iterable[str], on: date) -> bool:
        """Say whether the card may be shown to every one of these audiences on that day."""
        audiences = tuple(audiences)
        if not set(audiences) <= set(self.audiences):
            return False
        return self.consent is None or self.consent.allows(audiences, on)

    @property
    def told_tone(self) -> Tone:
        """The tone: what its author said, else what its kind says; a story that nobody has judged is neutral."""
        by_kind = {Kind.BOOST: Tone.SUCCESS, Kind.OBSTACLE: Tone.OBSTACLE}
        return self.tone or by_kind.get(self.kind, Tone.NEUTRAL)

    def rules(self) -> rules.Card:
        """Return what the rules need to know of the card."""
        return rules.Card(id=self.id, theme=self.theme, kind=self.kind)


class Fact(Model):
    """A sourced fact. Its keys are in English: the file is shared with other tools."""

    id: Slug
    theme: Slug
    fact: Text
    as_of: int = Field(ge=1900, le=2100)
    """The year for which the fact holds."""
    source_title: Text
    source_url: Url
    confidence: Word
    scope: Word
    note: Text = ""

    @property
    def source(self) -> str:
        """Where it comes from and its year, as people read them: « vers 2024 » when the note doubts the year."""
        about = "vers " if _DOUBTED_YEAR.search(self.note) else ""
        return f"{self.source_title}, {about}{self.as_of}"


class Term(Model):
    """A term of the glossary, explained in plain words. Its keys are in English, like those of facts."""

    term: Text
    full: Text = ""
    definition: Text
    source_url: Url


class TeamPreset(Model):
    """A ready-made team: a name, and an icon for its pawn."""

    name: Text = Field(alias="nom")
    icon: Slug = Field(alias="icone")
