"""The kinds of value that content is made of. Every scalar arrives as the text that its author typed."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from game.content.typography import french

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Model(BaseModel):
    """The base of all content: frozen, with no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def broken_rule(code: str, **context: object) -> PydanticCustomError:
    """Return the error of a rule of ours; ``messages.RULES`` has its sentence.

    A ``key`` in the context is the French key to show to the author; without it the whole entry is shown.
    """
    return PydanticCustomError(code, "{code}", {"code": code, **context})


def broken_rules(codes: list[str], **context: object) -> PydanticCustomError:
    """Return one error for several rules of ours that an entry breaks at once."""
    return PydanticCustomError("rules", "{codes}", {"codes": codes, **context})


def _yes_or_no(value: object) -> bool:
    if value not in ("oui", "non"):
        raise broken_rule("yes_or_no")
    return value == "oui"


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise broken_rule("day")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise broken_rule("day") from None


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(french)]
"""Something a person reads: never empty, set in French typography."""

Foreign = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Something a person reads in another language, with its own typography."""

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A value that is kept exactly as typed: a label of a referential, a file name."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
"""An id: small letters without accents, digits, hyphens."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
AuthorCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}-?[0-9]{1,6}$")]
"""A code such as ``T-012``: the list that says who it is stays at the association's."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_day)]
Minutes = Annotated[int, Field(ge=1, le=240)]
