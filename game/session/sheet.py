"""What the record of a session says that play does not: the words of other tools, and the sheet filled in by hand."""

from dataclasses import dataclass

LONGEST_NOTE = 280
"""Characters of the closing note. Free text is the weak point of every file about people: it is kept short."""
LONGEST_TITLE = 80
LONGEST_CODE = 16
MOST_FACILITATORS = 20
MOST_PEOPLE = 999


@dataclass(frozen=True)
class ThemeTerms:
    """The words that other tools use for a theme, and what talking about it works on."""

    theme: str
    data_inclusion: tuple[str, ...] = ()
    """Values of the thématiques of data.inclusion."""
    france_travail: tuple[str, ...] = ()
    """Labels of France Travail’s diagnostic: its codes are not stable, its labels are."""
    aims: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class CardTerms:
    """The values of data.inclusion of a card that has its own; the others have those of their theme."""

    card: str
    data_inclusion: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """What somebody who was there fills in, in counts: it names nobody.

    ``None`` stands for what nobody has said yet.
    """

    title: str = ""
    """Of the action, as on its other papers; empty: the title of the format."""
    people: int | None = None
    """How many were there, when the teams do not add up to it."""
    newcomers: int | None = None
    pilots: int | None = None
    """Pilotes who facilitated."""
    staff: int | None = None
    """Copilotes who facilitated."""
    codes: tuple[str, ...] = ()
    """Internal codes of those who facilitated and agreed to be noted; never names."""
    incident: bool | None = None
    note: str = ""
    """At most `LONGEST_NOTE` characters, about the session and not about persons."""


def is_code(text: str) -> bool:
    """Tell whether a text can be an internal code: letters, digits, hyphens, and one digit at least: no name is one."""
    plain = text.replace("-", "")
    return plain.isalnum() and any(letter.isdigit() for letter in plain) and len(text) <= LONGEST_CODE
