"""The one way through: a command is judged, its record is written, and only then does the state change."""

from game.rules import Chance, Refusal
from game.session import commands as c, events as e
from game.session.chance import seeded
from game.session.clock import Clock
from game.session.decide import decide, open_session, refusal
from game.session.history import History
from game.session.journal import Journal
from game.session.records import Record
from game.session.state import SessionState

_NOT_OF_THE_STATE = (c.OpenSession, c.Undo, c.Redo)
"""Commands that are judged by the history of the session."""


class Session:
    """A session that is going on."""

    def __init__(self, journal: Journal, clock: Clock, history: History, last_seq: int) -> None:
        self.journal = journal
        self.clock = clock
        self.history = history
        self._seq = last_seq
        self._chance: Chance = seeded(history.state.opening.seed)

    @classmethod
    def begin(cls, command: c.OpenSession, journal: Journal, clock: Clock) -> "Session":
        """Open a session and write its first record."""
        record = Record(1, clock.now(), command, open_session(command, seeded(command.opening.seed)))
        journal.append(record)
        history = History()
        history.add(record)
        return cls(journal, clock, history, record.seq)

    @property
    def chance(self) -> Chance:
        """The chance of this session, to say what a draw would give now."""
        return self._chance

    @property
    def state(self) -> SessionState:
        """The state that the room sees."""
        return self.history.state

    @property
    def now(self) -> float:
        """The present instant, in seconds since 1970."""
        return self.clock.now().timestamp()

    def refusal(self, command: c.Command) -> Refusal | None:
        """Tell why a command cannot be given now, or ``None`` when it can."""
        if isinstance(command, c.Undo | c.Redo):
            return self.history.refusal(command)
        if isinstance(command, c.OpenSession):
            return Refusal("already_open")
        return refusal(self.state, command)

    def dispatch(self, command: c.Command) -> tuple[e.Event, ...] | Refusal:
        """Give a command. Its record is on the disk (or held, see `Journal.held`) when this returns."""
        events = self._decide(command)
        if isinstance(events, Refusal):
            return events
        record = Record(self._seq + 1, self.clock.now(), command, events)
        self.journal.append(record)
        self._seq = record.seq
        self.history.add(record)
        return events

    def _decide(self, command: c.Command) -> tuple[e.Event, ...] | Refusal:
        if not isinstance(command, _NOT_OF_THE_STATE):
            return decide(self.state, command, self._chance)
        refused = self.refusal(command)
        if refused is not None:
            return refused
        return (e.Undone(self.history.target(command) or 0),) if isinstance(command, c.Undo) else (e.Redone(),)
