"""What a journal tells of a session, as rows: acts, exchanges, pauses; no text that somebody typed, and no move.

Moves are left out on purpose. With them one could tell who arrived first and who passed: nobody is ranked, and passing
is never counted.
"""

from collections.abc import Iterator
from typing import Any

from game.rules import events as g
from game.session import events as e
from game.session.history import History

Row = dict[str, Any]
KINDS: dict[type, str] = {
    e.SessionOpened: "séance ouverte",
    e.TeamEntered: "équipe entrée",
    g.TeamLeft: "équipe partie",
    e.ActStarted: "acte commencé",
    g.BrickLaid: "échange fini",
    e.LastRoundCalled: "dernier tour",
    e.NextStepSet: "prochain pas",
    e.FacilitatorChanged: "relais d’animation",
    e.SessionPaused: "pause",
    e.SessionResumed: "fin de pause",
    e.SessionReopened: "reprise après interruption",
    e.SessionClosed: "clôture",
    e.SheetFilled: "fiche remplie",
    e.RecordSent: "bilan transmis",
}
"""What is published of a journal; all other events stay in it."""


def happenings(history: History) -> Iterator[Row]:
    """Yield a row for each event that matters, in their order; what was undone is not among them."""
    state = history.state
    teams = {team: position for position, team in enumerate(state.teams, 1)}
    for record in history.effective:
        for rank, event in enumerate(record.events, 1):
            if type(event) in KINDS:
                yield {
                    "seq": record.seq,
                    "rank": rank,
                    "at": record.at.replace(tzinfo=None),
                    "kind": KINDS[type(event)],
                    "act": str(state.acts[event.act].kind) if isinstance(event, e.ActStarted) else None,
                    "team": teams.get(_team(event)),
                    "card": getattr(event, "card", None),
                    "theme": getattr(event, "theme", None),
                }


def _team(event: object) -> str:
    if isinstance(event, e.TeamEntered):
        return event.entry.id
    return str(getattr(event, "team", ""))
