"""A journal as it was lived: the state after each of its records, and when in the session each of them came.

Nothing is left out: a step that was taken back is shown, then the undo, which leads to the state from before. So what
the room saw is seen again in its order, and the folding stays that of `History`.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from game.session.events import ActStarted
from game.session.history import History
from game.session.records import Record
from game.session.state import SessionState

USUAL_SPEED = 60.0
"""Seconds of session in a second: a minute of the session goes by in one."""


@dataclass(frozen=True)
class Moment:
    """A record, the state it led to, and when: in seconds of session, which pauses are not in."""

    record: Record
    state: SessionState
    at: float


@dataclass(frozen=True)
class Tape:
    """The moments of a session, at least one."""

    moments: tuple[Moment, ...]

    @property
    def last(self) -> int:
        """The index of the last moment."""
        return len(self.moments) - 1

    @property
    def seconds(self) -> float:
        """How long the session lasted."""
        return self.moments[-1].at

    def wait_after(self, index: int) -> float:
        """Return the seconds of session between a moment and the next one; 0 after the last."""
        return self.moments[index + 1].at - self.moments[index].at if index < self.last else 0.0

    def index_at(self, part: float) -> int:
        """Return the last moment of a part of the session, from 0 (its beginning) to 1 (its end)."""
        if part >= 1:
            return self.last
        return max(0, bisect_right(self.moments, part * self.seconds, key=lambda moment: moment.at) - 1)

    def part_of(self, seconds: float) -> float:
        """Return which part of the session is over, from 0 to 1, at a time in seconds of session."""
        return min(1.0, seconds / self.seconds) if self.seconds > 0 else 1.0

    def acts(self) -> tuple[float, ...]:
        """Return where acts began, as parts of the session."""
        began = (
            moment.at
            for moment in self.moments[1:]
            if any(isinstance(event, ActStarted) for event in moment.record.events)
        )
        return tuple(self.part_of(at) for at in began)


def tape(records: Iterable[Record]) -> Tape:
    """Return the tape of a journal.

    Raises:
        ValueError: there is no record.
    """
    history = History()
    moments: list[Moment] = []
    for record in records:
        history.add(record)
        at = max(history.state.ran, moments[-1].at if moments else 0.0)
        moments.append(Moment(record, history.state, at))
    if not moments:
        raise ValueError("a session has at least one record")
    return Tape(tuple(moments))
