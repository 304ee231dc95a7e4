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
class ClosingPage:
    """One page of the closing act: ``wall``, ``step`` (of a team), ``mood`` or ``end``."""

    kind: str
    team: str = ""


def is_mood_asked_at_closing(acts: tuple[Act, ...]) -> bool:
    """Tell whether the closing act asks the mood: yes unless an act of its own does so after the game."""
    after_game = False
    for act in acts:
        if act.kind is ActKind.MOOD and after_game:
            return False
        after_game = after_game or act.kind is ActKind.GAME
    return True


def closing_pages(acts: tuple[Act, ...], teams: tuple[str, ...]) -> tuple[ClosingPage, ...]:
    """Return the pages of the closing act: the wall, each team's next step, the mood, the end."""
    steps = tuple(ClosingPage("step", team) for team in teams)
    mood = (ClosingPage("mood"),) if is_mood_asked_at_closing(acts) else ()
    return (ClosingPage("wall"), *steps, *mood, ClosingPage("end"))


def page_count(acts: tuple[Act, ...], index: int, teams: tuple[str, ...]) -> int:
    """Return how many pages an act shows, at least one.

    After its sentences, the welcome has the notice on what is recorded, and the game has the board.
    """
    act = acts[index]
    if act.kind is ActKind.CLOSING:
        return len(closing_pages(acts, teams))
    if act.kind in (ActKind.WELCOME, ActKind.GAME):
        return len(act.lines) + 1
    if act.kind in (ActKind.DEBRIEF, ActKind.QUESTIONS):
        return max(1, len(act.lines))
    return 1
