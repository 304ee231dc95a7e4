"""What happened, told in sentences: one for each record, for the list of steps that one can go back to."""

from collections.abc import Callable
from typing import Any

from game.language import mark, tr
from game.rules import commands as g, events as ge
from game.screens import phrases
from game.session import commands as c
from game.session.faces import Faces
from game.session.records import Record
from game.session.state import SessionState
from game.wording import listed


def told(record: Record, after: SessionState, faces: Faces) -> str:
    """Return what a record did, in one sentence; ``after`` is the state it led to."""
    teller = _TELLERS.get(type(record.command))
    return teller(record, after, faces) if teller else ""


def team_names(state: SessionState) -> dict[str, str]:
    """Return the names of all teams, by id."""
    return {team: entry.name for team, entry in state.teams.items()}


def _name(state: SessionState, team: str) -> str:
    return state.teams[team].name if team in state.teams else tr("L’équipe")


def _roll(record: Record, after: SessionState, _: Faces) -> str:
    rolled = next(event for event in record.events if isinstance(event, ge.DiceRolled))
    before = after.game.before_roll
    who = _name(after, before.team) if before else tr("L’équipe")
    is_typed = rolled.source == "physical"
    if isinstance(record.command, g.RerollDice):
        said = tr("{team}\u00a0: relance, dé tapé {dice}") if is_typed else tr("{team}\u00a0: relance, dé {dice}")
    else:
        said = tr("{team}\u00a0: dé tapé {dice}") if is_typed else tr("{team}\u00a0: dé {dice}")
    return said.format(team=who, dice=listed([str(die) for die in rolled.dice]))


def _card(record: Record, after: SessionState, faces: Faces) -> str:
    drawn = next(event for event in record.events if isinstance(event, ge.CardDrawn | ge.CardSwapped))
    face = faces.card(drawn.card, after.opening.audiences)
    said = tr("Autre carte\u00a0: {card}") if isinstance(drawn, ge.CardSwapped) else tr("Carte\u00a0: {card}")
    return said.format(card=(face.title or face.question or face.text) if face else drawn.card)


def _brick(record: Record, after: SessionState, _: Faces) -> str:
    laid = next(event for event in record.events if isinstance(event, ge.BrickLaid))
    said = (
        tr("{team}\u00a0: une brique, «\u00a0{word}\u00a0»") if laid.word else tr("{team}\u00a0: une brique, sans mot")
    )
    return said.format(team=_name(after, laid.team), word=laid.word)


def _act(record: Record, after: SessionState, _: Faces) -> str:
    command = record.command
    if not isinstance(command, c.GoToAct):
        return ""
    return tr("Acte\u00a0: {act}").format(act=phrases.act_title(after.acts[command.act]))


def _entered(record: Record, _after: SessionState, _: Faces) -> str:
    command = record.command
    return tr("{} entre dans le jeu").format(command.entry.name) if isinstance(command, c.EnterTeam) else ""


def _step(record: Record, after: SessionState, _: Faces) -> str:
    command = record.command
    if not isinstance(command, c.SetNextStep):
        return ""
    return tr("{team}\u00a0: prochain pas").format(team=_name(after, command.team))


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
    return tr("Respiration") if is_breath else tr("Pause")


def _interlude(record: Record, _after: SessionState, _: Faces) -> str:
    command = record.command
    return tr(_INTERLUDES.get(command.kind, "")) if isinstance(command, c.ShowInterlude) else ""


def _of_team(sentence: str) -> Callable[[Record, SessionState, Faces], str]:
    def tell(record: Record, after: SessionState, _: Faces) -> str:
        command: Any = record.command
        return tr(sentence).format(_name(after, command.team))

    return tell


def _plain(sentence: str) -> Callable[[Record, SessionState, Faces], str]:
    def tell(_record: Record, _after: SessionState, _faces: Faces) -> str:
        return tr(sentence)

    return tell


_INTERLUDES = {
    "cadre": mark("Le cadre est relu"),
    "help": mark("L’aide est montrée"),
    "": mark("On revient où on était"),
}
_TELLERS: dict[type, Callable[[Record, SessionState, Faces], str]] = {
    c.GoToAct: _act,
    c.OpenSession: _plain(mark("La séance commence")),
    c.ShowCard: lambda _record, _after, _faces: tr("Carte montrée à la salle"),
    c.PauseSession: _pause,
    c.ShowInterlude: _interlude,
    c.CountPoll: lambda _record, _after, _faces: tr("Sondage compté"),
    c.ResumeSession: _plain(mark("La séance reprend")),
    c.ReopenSession: _plain(mark("La séance est ouverte à nouveau")),
    c.CloseSession: _plain(mark("La séance est clôturée")),
    c.Undo: _plain(mark("On revient en arrière")),
    c.Redo: _plain(mark("On refait ce qui était annulé")),
    c.LastRound: _plain(mark("Dernier tour annoncé")),
    c.TurnPage: _plain(mark("Page suivante")),
    c.CountMood: _plain(mark("Météo comptée")),
    c.EnterTeam: _entered,
    c.SetNextStep: _step,
    c.ChangeWord: _plain(mark("Mot changé")),
    c.ShowLanguage: _plain(mark("Langue des cartes changée")),
    c.ChangeFacilitator: lambda _record, _after, _faces: tr("L’animation change de mains"),
    g.RollDice: _roll,
    g.RerollDice: _roll,
    g.FollowEffect: _plain(mark("Effet de la case")),
    g.DrawCard: _card,
    g.SwapCard: _card,
    g.RevealAnswer: _plain(mark("Réponse affichée")),
    g.FinishExchange: _plain(mark("Échange terminé")),
    g.LayBrick: _brick,
    c.NoteExchange: _brick,
    g.Pass: _plain(mark("Au tour suivant")),
    g.HelpTeam: _of_team(mark("{} reçoit de l’aide")),
    g.FreeTeam: _of_team(mark("{} est libre de repartir")),
    g.JoinGame: _of_team(mark("{} revient dans le jeu")),
    g.LeaveGame: _of_team(mark("{} quitte le jeu")),
    g.PlacePawn: _placed,
}
