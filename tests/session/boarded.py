"""A session at its board, turn by turn, with a clock of its own."""

from collections.abc import Iterator
from pathlib import Path

from builders import GAME_ACT, START, begun, board, deck, give

from game.rules import Board, Phase, commands as g
from game.session import commands as c
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.following import is_time_for_next_act
from game.session.pace import Pace, pace

MINUTE = 60


class Table:
    """A session at its board, and the time that its turns take."""

    def __init__(self, session: Session, clock: ManualClock) -> None:
        self.session, self.clock = session, clock

    def turn(self, minutes: float = 3, die: int = 1) -> None:
        give(self.session, g.RollDice((die,)))
        if self.session.state.game.phase is Phase.LANDED:
            give(self.session, g.DrawCard())
        self.clock.advance(minutes * MINUTE)
        if self.session.state.game.phase is Phase.CARD:
            give(self.session, g.FinishExchange(), g.LayBrick())

    @property
    def pace(self) -> Pace | None:
        return pace(self.session.state, self.session.now)

    @property
    def left(self) -> tuple[str, ...] | None:
        return self.session.state.last_round

    @property
    def is_over(self) -> bool:
        return is_time_for_next_act(self.session.state, self.session.now)


ALL_THEMED = board(30, themes=dict.fromkeys(range(1, 31), "emploi"))


def at_table(tmp_path: Path, on: Board, **changes: object) -> Iterator[Table]:
    clock = ManualClock(START)
    folder = begun(tmp_path, clock, board=on, cards=deck("emploi", each=20), **changes)
    give(folder.session, c.GoToAct(GAME_ACT))
    yield Table(folder.session, clock)
    folder.close()
