"""What happens on the room's page, as one says it to somebody who does not see it: whose turn, the die, the card.

Made from what the room may know, so that a loudspeaker gives nothing away.
"""

from collections.abc import Callable, Sequence
from typing import Any

from game.french import NO_BREAK
from game.language import tr
from game.rules import Phase
from game.screens import phrases
from game.screens.pages.frame import act_title
from game.session.views import (
    BoardView,
    BreathView,
    CadreView,
    CardView,
    ComingView,
    HelpView,
    LinesView,
    MoodView,
    PausedView,
    PollResultView,
    PollView,
    RoomView,
    StepView,
    WordView,
)
from game.wording import listed


def telling(view: RoomView) -> str:
    """Return what a page says first, in one or two sentences; the name of the act where there is nothing else."""
    teller = _TELLERS.get(type(view))
    return teller(view) if teller is not None else act_of(view)


def act_of(view: RoomView) -> str:
    """Return the name of the act that is going on."""
    acts = getattr(view, "acts", None)
    return tr("Acte\u00a0: {act}.").format(act=act_title(acts, acts.current)) if acts is not None else ""


def _board(view: BoardView) -> str:
    team = view.team.name
    if view.is_game_over_time:
        return tr("Le temps du jeu est passé. On en parle\u202f?")
    if view.phase is Phase.READY:
        return tr("{team}\u00a0: c’est votre tour.").format(team=team)
    said = []
    if view.dice:
        dice = listed([str(face) for face in view.dice])
        said.append(tr("{team}\u00a0: dé {dice}.").format(team=team, dice=dice))
    if view.came_from is not None:
        where = phrases.square(view.pawn, len(view.squares) + 1)
        said.append(tr("Le pion est là\u00a0: {where}.").format(where=where))
    square = view.square if view.phase is Phase.EFFECT else None
    if square is not None:
        said += [f"{square.name}.", square.text, phrases.effect(square.effect, square.goes_to)]
    elif view.due is not None:
        said.append(f"{view.due.title}.")
    return _joined(said) or tr("{team}\u00a0: c’est votre tour.").format(team=team)


def _card(view: CardView) -> str:
    if view.right is not None:
        return tr("Réponse\u00a0: {answer}.").format(answer=view.choices[view.right])
    if view.explanation:
        return _joined([tr("Réponse."), view.explanation])
    title = view.title or view.text
    end = "." if title[-1:].isalnum() else ""
    return _joined([tr("Carte\u00a0: {title}").format(title=title) + end, view.question])


def _coming(view: ComingView) -> str:
    return tr("{team}\u00a0: une carte arrive.").format(team=view.team.name)


def _word(view: WordView) -> str:
    return tr("{team}\u00a0: un mot pour le mur.").format(team=view.team.name)


def _step(view: StepView) -> str:
    return tr("{team}\u00a0: prochain pas.").format(team=view.team.name)


def _lines(view: LinesView | CadreView) -> str:
    return view.lines[view.page] if view.page < len(view.lines) else act_of(view)


def _question(view: MoodView | PollView | PollResultView) -> str:
    return view.question or act_of(view)


def _joined(said: Sequence[str]) -> str:
    return " ".join(part for part in said if part.strip(f" .{NO_BREAK}"))


_TELLERS: dict[type[RoomView], Callable[[Any], str]] = {
    BoardView: _board,
    CardView: _card,
    ComingView: _coming,
    WordView: _word,
    StepView: _step,
    LinesView: _lines,
    CadreView: _lines,
    MoodView: _question,
    PollView: _question,
    PollResultView: _question,
    PausedView: lambda _: tr("Pause."),
    BreathView: lambda _: tr("Respiration."),
    HelpView: lambda _: tr("À qui demander de l’aide."),
}
"""The pages that say more than the name of their act."""
