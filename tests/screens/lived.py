"""A small session that was lived to its end, as its journal keeps it."""

from pathlib import Path

from builders import GAME_ACT, START, begun, give

from game.rules import commands as g
from game.session import commands as c
from game.session.clock import ManualClock
from game.session.journal import read
from game.session.records import Record

MINUTE = 60


def lived(tmp_path: Path) -> tuple[Record, ...]:
    """Play a few turns, a throw that is taken back, a pause, another act."""
    clock = ManualClock(START)
    opened = begun(tmp_path, clock)
    session = opened.session
    give(session, c.GoToAct(GAME_ACT))
    for command, minutes in (
        (g.RollDice((1,)), 1),
        (c.Undo(), 1),
        (g.RollDice((2,)), 1),
        (g.DrawCard(), 1),
        (g.FinishExchange(), 4),
        (g.LayBrick("tenir"), 1),
        (c.PauseSession(), 1),
        (c.ResumeSession(), 600),
        (g.RollDice((3,)), 1),
        (g.RerollDice((4,)), 1),
        (c.GoToAct(GAME_ACT + 1), 1),
        (c.CloseSession(), 5),
    ):
        clock.advance(minutes * MINUTE)
        give(session, command)
    opened.close()
    return read((opened.path / "journal.jsonl").read_bytes()).records
