"""What happened, told in sentences: one for each record, for the list of steps that one can go back to."""

from collections.abc import Callable
from typing import Any

from game.french import NO_BREAK
from game.language import mark, tr
from game.rules import commands as g, events as ge
from game.screens import phrases
from game.session import commands as c
from game.session.faces import Faces
from game.session.records import Record
from game.session.state import SessionState

_N = NO_BREAK


def told(record: Record, after: SessionState, faces: Faces) -> str:
    """Return what a record did, in one sentence; ``after`` is the state it led to."""
    teller = _TELLERS.get(type(record.command))
    return teller(record, after, faces) if teller else ""


def team_names(state: SessionState) -> dict[str, str]:
    """Return the names of all teams, by id."""
    return {team: entry.name for team, entry in state.teams.items()}


def _name(state: SessionState, team: str) -> str:
    return state.teams[team].name if team in state.teams else "L’équipe"


def _roll(record: Record, after: SessionState, _: Faces) -> str:
    rolled = next(event for event in record.events if isinstance(event, ge.DiceRolled))
    before = after.game.before_roll
    who = _name(after, before.team) if before else "L’équipe"
    how = "dé tapé" if rolled.source == "physical" else "dé"
    again = "relance, " if isinstance(record.command, g.RerollDice) else ""
    return f"{who}{_N}: {again}{how} {' et '.join(map(str, rolled.dice))}"


def _card(record: Record, after: SessionState, faces: Faces) -> str:
    drawn = next(event for event in record.events if isinstance(event, ge.CardDrawn | ge.CardSwapped))
    face = faces.card(drawn.card, after.opening.audiences)
    words = "Autre carte" if isinstance(drawn, ge.CardSwapped) else "Carte"
    return f"{words}{_N}: {(face.title or face.question or face.text) if face else drawn.card}"


def _brick(record: Record, after: SessionState, _: Faces) -> str:
    laid = next(event for event in record.events if isinstance(event, ge.BrickLaid))
    word = f"«{_N}{laid.word}{_N}»" if laid.word else "sans mot"
    return f"{_name(after, laid.team)}{_N}: une brique, {word}"


def _act(record: Record, after: SessionState, _: Faces) -> str:
    command = record.command
    if not isinstance(command, c.GoToAct):
        return ""
    act = after.acts[command.act]
    return f"Acte{_N}: {act.title or phrases.ACTS[act.kind]}"


def _entered(record: Record, _after: SessionState, _: Faces) -> str:
    command = record.command
    return f"{command.entry.name} entre dans le jeu" if isinstance(command, c.EnterTeam) else ""


def _step(record: Record, after: SessionState, _: Faces) -> str:
    command = record.command
    return f"{_name(after, command.team)}{_N}: prochain pas" if isinstance(command, c.SetNextStep) else ""


def _placed(record: Record, after: SessionState, _: Faces) -> str:
    command = record.command
    if not isinstance(command, g.PlacePawn):
        return ""
    where = phrases.square(command.position, after.game.table.board.end)
    reason = tr(dict(phrases.REASONS).get(command.reason, "")).lower()
    return tr("{team}\u00a0: pion remis, {place} ({reason})").format(
        team=_name(after, command.team), place=where, reason=reason
    )


def _pause(record: Record, _after: SessionState, _: Faces) -> str:
    command = record.command
    is_breath = isinstance(command, c.PauseSession) and command.reason == "breath"
    return tr("Respiration") if is_breath else "Pause"


def _interlude(record: Record, _after: SessionState, _: Faces) -> str:
    command = record.command
    return tr(_INTERLUDES.get(command.kind, "")) if isinstance(command, c.ShowInterlude) else ""


def _of_team(sentence: str) -> Callable[[Record, SessionState, Faces], str]:
    def tell(record: Record, after: SessionState, _: Faces) -> str:
        command: Any = record.command
        return sentence.format(_name(after, command.team))

    return tell


def _plain(sentence: str) -> Callable[[Record, SessionState, Faces], str]:
    def tell(_record: Record, _after: SessionState, _faces: Faces) -> str:
        return sentence

    return tell


_INTERLUDES = {"cadre": mark("Le cadre est relu"), "help": mark("L’aide est montrée"), "": mark("On revient où on était")}
_TELLERS: dict[type, Callable[[Record, SessionState, Faces], str]] = {
    c.GoToAct: _act,
    c.OpenSession: _plain("La séance commence"),
    c.ShowCard: lambda _record, _after, _faces: tr("Carte montrée à la salle"),
    c.PauseSession: _pause,
    c.ShowInterlude: _interlude,
    c.CountPoll: lambda _record, _after, _faces: tr("Sondage compté"),
    c.ResumeSession: _plain("La séance reprend"),
    c.ReopenSession: _plain("La séance est ouverte à nouveau"),
    c.CloseSession: _plain("La séance est clôturée"),
    c.Undo: _plain("On revient en arrière"),
    c.Redo: _plain("On refait ce qui était annulé"),
    c.LastRound: _plain("Dernier tour annoncé"),
    c.TurnPage: _plain("Page suivante"),
    c.CountMood: _plain("Météo comptée"),
    c.EnterTeam: _entered,
    c.SetNextStep: _step,
    c.ChangeWord: _plain("Mot changé"),
    c.ShowLanguage: _plain("Langue des cartes changée"),
    c.ChangeFacilitator: lambda _record, _after, _faces: tr("L’animation change de mains"),
    g.RollDice: _roll,
    g.RerollDice: _roll,
    g.FollowEffect: _plain("Effet de la case"),
    g.DrawCard: _card,
    g.SwapCard: _card,
    g.RevealAnswer: _plain("Réponse affichée"),
    g.FinishExchange: _plain("Échange terminé"),
    g.LayBrick: _brick,
    g.Pass: _plain("Au tour suivant"),
    g.HelpTeam: _of_team("{} reçoit de l’aide"),
    g.FreeTeam: _of_team("{} est libre de repartir"),
    g.JoinGame: _of_team("{} revient dans le jeu"),
    g.LeaveGame: _of_team("{} quitte le jeu"),
    g.PlacePawn: _placed,
}
