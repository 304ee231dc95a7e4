"""What an envelope holds: one fact about one person, under an internal code.

The vocabulary of attendance is that of group appointments in rdv-insertion, the one of next steps follows the targets
of carnet de bord (theme, status, consent of the person): see docs/donnees.md, which gives the JSON Schema too.
"""

import json
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from game.records.outcome import HalfDay
from game.sealed.errors import SealedError, Unopened
from game.session.sheet import is_code

VERSION: Literal[1] = 1
BLOCK = 1024
"""Bytes. A payload is filled up with spaces to a multiple of it: the size of an envelope does not tell what it says."""
Presence = Literal["présent", "excusé", "absent", "annulé", "à préciser"]
StepStatus = Literal["à faire", "en cours", "tenu", "abandonné"]
FollowStatus = Literal["tenu", "en cours", "abandonné"]
Months = Literal[1, 3, 6]
# Whoever has the public key can seal anything: what is read goes to terminals and calendars, and must fit in them.
Line = Annotated[str, Field(max_length=120, pattern="^[^\\x00-\\x1f\\x7f-\\x9f]*$")]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]


def usual_code(text: str) -> str:
    """Return an internal code as it is compared: A12 and « a12 » are the same person.

    Raises:
        SealedError: it is not a code, it may be a name.
    """
    code = unicodedata.normalize("NFC", text).strip().upper()
    if not is_code(code):
        raise SealedError(
            "Il faut un code interne, jamais un nom\u00a0: des lettres, des chiffres et des tirets, dont au moins un "
            "chiffre, 16 signes au plus (A12)."
        )
    return code


def _checked(text: str) -> str:
    if not is_code(text):
        raise ValueError
    return text


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="forbid")

    version: Literal[1] = Field(VERSION, description="La version de ce format.")
    id: UUID = Field(description="L’identifiant du fait\u00a0; c’est aussi le nom de l’enveloppe.")
    at: AwareDatetime = Field(alias="ecrite_le", description="Quand l’enveloppe a été fermée.")
    code: Annotated[str, AfterValidator(_checked)] = Field(description="Le code interne de la personne, jamais un nom.")
    session: Line = Field(alias="seance", description="Le nom de la séance, celui de son dossier.")
    day: Day = Field(alias="date", description="Le jour de la séance\u00a0; celui du point, pour un suivi.")


class Attendance(_Fact):
    """La présence d’une personne à une demi-journée. La dernière écrite l’emporte."""

    kind: Literal["presence"] = Field("presence", alias="genre", description="Ce que dit l’enveloppe.")
    half_day: HalfDay = Field(alias="demi_journee", description="La demi-journée.")
    status: Presence = Field(alias="statut", description="Présent, excusé, absent, annulé ou à préciser.")


class Step(_Fact):
    """Le prochain pas d’une personne, noté avec son accord, sans texte libre."""

    kind: Literal["pas"] = Field("pas", alias="genre", description="Ce que dit l’enveloppe.")
    theme: Line = Field(description="L’identifiant du thème.")
    aim: Line = Field(alias="objectif", description="Le libellé d’objectif de France Travail.")
    status: StepStatus = Field("à faire", alias="statut", description="Où il en est, quand il est noté.")
    agreed: Literal[True] = Field(alias="accord", description="La personne est d’accord pour que ce pas soit noté.")


class FollowUp(_Fact):
    """Un point sur un pas, à 1, 3 ou 6 mois, avec l’accord de la personne."""

    kind: Literal["suivi"] = Field("suivi", alias="genre", description="Ce que dit l’enveloppe.")
    step: UUID = Field(alias="pas", description="L’identifiant du pas.")
    months: Months = Field(alias="echeance_mois", description="L’échéance\u00a0: 1, 3 ou 6 mois.")
    status: FollowStatus = Field(alias="statut", description="Tenu, en cours ou abandonné.")
    agreed: Literal[True] = Field(alias="accord", description="La personne est d’accord pour que ce point soit noté.")


Fact = Attendance | Step | FollowUp
_FACTS: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="kind")])


class PayloadError(Exception):
    """An opened envelope does not hold a fact that this program can read; ``why`` tells which way."""

    def __init__(self, why: Unopened) -> None:
        super().__init__(why)
        self.why = why


def to_bytes(fact: Fact) -> bytes:
    """Return a fact as JSON, filled up with spaces to a multiple of `BLOCK` bytes."""
    plain = fact.model_dump_json(by_alias=True).encode()
    return plain + b" " * (-len(plain) % BLOCK)


def from_bytes(content: bytes) -> Fact:
    """Return the fact that `to_bytes` wrote.

    Raises:
        PayloadError: it is something else, or newer than this program.
    """
    try:
        # Errors are not chained: what pydantic says quotes the values, and nothing of them may reach a report.
        values = json.loads(content)
        version = values["version"]
    except (ValueError, TypeError, KeyError):
        raise PayloadError(Unopened.UNKNOWN) from None
    if isinstance(version, int) and version > VERSION:
        raise PayloadError(Unopened.NEWER)
    try:
        return _FACTS.validate_json(content)
    except ValidationError:
        raise PayloadError(Unopened.UNKNOWN) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what envelopes hold, with descriptions in French."""
    return _FACTS.json_schema(by_alias=True, mode="serialization")
