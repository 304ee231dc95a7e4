"""The acts of a session, as data, and the pages that each of them shows."""

from dataclasses import dataclass
from enum import StrEnum


class ActKind(StrEnum):
    """What happens in an act."""

    WELCOME = "accueil"
    MOOD = "meteo"
    GAME = "jeu"
    DEBRIEF = "debrief"
    QUESTIONS = "questions-aux-pilotes"
    CLOSING = "cloture"


@dataclass(frozen=True)
class Act:
    """One act: its kind, how long it should last, and what it shows.

    ``lines`` are sentences or questions shown one by one (before the board, in the game); ``asides`` are sentences that
    stay on the page meanwhile.
    """

    kind: ActKind
    minutes: int
    lines: tuple[str, ...] = ()
    title: str = ""
    asides: tuple[str, ...] = ()


@dataclass(frozen=True)
class PollQuestion:
    """A question asked before the game and after it, and the answers that hands go up for."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class ClosingPage:
    """One page of the closing: ``wall``, ``step`` (a team), ``mood``, ``poll`` or ``compare`` (a question), ``end``."""

    kind: str
    team: str = ""
    question: int = 0


def is_mood_asked_at_closing(acts: tuple[Act, ...]) -> bool:
    """Tell whether the closing act asks the mood: yes unless an act of its own does so after the game."""
    after_game = False
    for act in acts:
        if act.kind is ActKind.MOOD and after_game:
            return False
        after_game = after_game or act.kind is ActKind.GAME
    return True


def closing_pages(acts: tuple[Act, ...], teams: tuple[str, ...], poll: int = 0) -> tuple[ClosingPage, ...]:
    """Return the pages of the closing act: the wall, each team's next step, the mood, the poll again, the end.

    ``poll`` is how many questions the poll has: they are all counted before any of them is compared.
    """
    steps = tuple(ClosingPage("step", team) for team in teams)
    mood = (ClosingPage("mood"),) if is_mood_asked_at_closing(acts) else ()
    asked = tuple(ClosingPage(kind, question=index) for kind in ("poll", "compare") for index in range(poll))
    return (ClosingPage("wall"), *steps, *mood, *asked, ClosingPage("end"))


def is_polled_first(acts: tuple[Act, ...], index: int) -> bool:
    """Tell whether an act ends with the questions of the poll: the one just before the game."""
    return index + 1 < len(acts) and acts[index + 1].kind is ActKind.GAME


def page_count(acts: tuple[Act, ...], index: int, teams: tuple[str, ...], poll: int = 0) -> int:
    """Return how many pages an act shows, at least one; ``poll`` is how many questions the poll has.

    After its sentences, the welcome has the notice on what is recorded, and the game has the board.
    """
    if acts[index].kind is ActKind.CLOSING:
        return len(closing_pages(acts, teams, poll))
    return own_pages(acts[index]) + (poll if is_polled_first(acts, index) else 0)


def own_pages(act: Act) -> int:
    """Return how many pages an act shows before those of the poll; the closing has its own list."""
    if act.kind in (ActKind.WELCOME, ActKind.GAME):
        return len(act.lines) + 1
    if act.kind in (ActKind.DEBRIEF, ActKind.QUESTIONS):
        return max(1, len(act.lines))
    return 1
