"""Play the golden sessions again and write them anew: only when what a session means is changed on purpose.

From the root: ``PYTHONPATH=.:tests python tests/session/make_golden.py``.
"""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from builders import START, begun, board, deck, give, step

from game.rules import commands as g
from game.rules.board import Back, DrawKind, Forward, GoTo, Relay, RollAgain, Wait
from game.session import commands as c, events as e
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.folder import JOURNAL
from game.session.state import SessionState

GOLDEN = Path(__file__).parent / "golden"
_THEMES = ("emploi", "logement", "sante")
_SQUARES = board(
    24,
    effects={
        4: Forward(2),
        7: Wait(1),
        10: Relay(2),
        13: RollAgain(),
        16: Back(3),
        19: DrawKind("defi"),
        22: GoTo("s5"),
    },
    themes={at: _THEMES[at // 3 % 3] for at in range(1, 25) if at % 3 != 1},
)


def summary(state: SessionState) -> dict[str, Any]:
    """Return what a person would look at to tell two sessions apart, as JSON values."""
    game = state.game
    told = {
        "teams": {entry.id: [entry.name, entry.heads] for entry in state.teams.values()},
        "playing": game.teams,
        "turn": [game.turn, game.turns, game.phase, game.card],
        "positions": dict(game.positions),
        "waits": {pawn: [wait.turns, wait.relay] for pawn, wait in game.waits.items()},
        "seen": game.seen,
        "bricks": [[brick.card, brick.theme, brick.team, brick.word] for brick in game.bricks],
        "talk": [[exchange.card, exchange.seconds] for exchange in state.exchanges],
        "act": [state.act, state.page],
        "seconds": [*state.act_seconds, state.ran],
        "moods": state.moods,
        "steps": {team: [chosen.theme, chosen.text] for team, chosen in state.steps.items()},
        "paused, closed": [state.is_paused, state.is_closed],
    }
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]  # tuples become lists


def _steps(session: Session, clock: ManualClock, count: int) -> None:
    for _ in range(count):
        clock.advance(15)
        give(session, step(session.state.game))


def _plain(session: Session, clock: ManualClock) -> None:
    give(session, c.TurnPage(1), c.GoToAct(1), c.CountMood(0, 3), c.CountMood(2, 5), c.GoToAct(2))
    _steps(session, clock, 60)
    give(session, c.GoToAct(3), c.GoToAct(4), c.SetNextStep("a", "sante", "appeler le centre de santé"))
    give(session, c.TurnPage(4), c.CountMood(1, 8), c.CloseSession())


def _busy(session: Session, clock: ManualClock) -> None:
    give(session, c.GoToAct(2), g.RollDice((2,)), g.DrawCard(), g.SwapCard(), g.RevealAnswer(), g.FinishExchange())
    give(session, g.LayBrick("un  mot"), c.Undo(), g.LayBrick("un autre mot"), g.RollDice(), g.RerollDice((6,)))
    _steps(session, clock, 20)
    seq = session.history.effective[-3].seq
    give(session, c.Undo(seq), c.Redo(), c.PauseSession())
    clock.advance(600)
    give(session, c.ResumeSession(), c.EnterTeam(e.TeamEntry("d", "Les Tard Venus", "boat", 2)), g.LeaveGame("b"))
    _relay(session)
    _steps(session, clock, 30)
    give(session, c.ChangeWord(0, "le bon mot"), g.Pass(), c.GoToAct(3), c.Undo())


def _relay(session: Session) -> None:
    """Play until a team waits for a relay; then the team whose turn it is helps it."""
    while True:
        game = session.state.game
        waiting = [team for team, wait in game.waits.items() if wait.relay and team != game.turn]
        helping = g.HelpTeam(waiting[0]) if waiting else None
        if helping and session.refusal(helping) is None:
            give(session, helping)
            return
        to_relay = 10 - game.positions[game.turn]
        aims = step(game) == g.RollDice() and 1 <= to_relay <= 6
        give(session, g.RollDice((to_relay,)) if aims else step(game))


def _cooperative(session: Session, clock: ManualClock) -> None:
    give(session, c.GoToAct(2))
    _steps(session, clock, 50)
    give(session, g.LeaveGame("a"), c.Undo(), c.EnterTeam(e.TeamEntry("d", "Nous aussi", "eye", 0)))
    _steps(session, clock, 25)


_SCRIPTS = {
    "plain": (_plain, {}),
    "busy": (_busy, {"seed": 11}),
    "cooperative": (_cooperative, {"cooperative": True, "seed": 5}),
}


def main() -> None:
    """Write each golden session and its summary."""
    for name, (script, changes) in _SCRIPTS.items():
        clock = ManualClock(START)
        with tempfile.TemporaryDirectory() as place:
            opened = begun(Path(place), clock, board=_SQUARES, cards=deck(*_THEMES, each=4), **changes)
            script(opened.session, clock)
            opened.close()
            shutil.copyfile(opened.path / JOURNAL, GOLDEN / f"{name}.jsonl")
            told = json.dumps(summary(opened.session.state), ensure_ascii=False, indent=1)
        (GOLDEN / f"{name}.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
