"""What is wrong in the content: where, what, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from game.french import unbroken


class Severity(StrEnum):
    """How much a problem matters; the value is the word that staff read."""

    ERROR = "erreur"
    """The entry is left out of the library."""
    WARNING = "avertissement"
    """The entry is kept, but it is probably not what its author meant."""
    ADVICE = "conseil"
    """The entry is kept, and it could be better."""


MOST_IN_A_FILE = 1_000
"""How many problems of one file are worth listing; beyond it, the rest of the file is not read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One located problem.

    Attributes:
        path: From the folder that holds the content folder, with ``/``: ``content/cards/x.yaml``.
        line: Counted from 1.
        column: Counted from 1, in characters.
        severity: How much it matters.
        message: What is wrong, in French.
        remedy: What to do about it, in French; may be empty when the message says it.
    """

    path: str
    line: int
    column: int
    severity: Severity
    message: str
    remedy: str = ""

    def __post_init__(self) -> None:
        """Keep the signs of the sentences with their words, so that a narrow terminal breaks lines well."""
        object.__setattr__(self, "message", unbroken(self.message))
        object.__setattr__(self, "remedy", unbroken(self.remedy))

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}  {self.severity}  {self.message}"
        return f"{head}\n    {self.remedy}" if self.remedy else head


def in_reading_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Return the problems by path, line and column, each one once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.path, p.line, p.column, p.message)))
