"""Which records count. Undo and redo are records too: nothing is ever taken out of the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.collector import collector_paused
from game.rules import Refusal
from game.session import commands as c, events as e
from game.session.evolve import begin, evolve
from game.session.records import Record
from game.session.state import SessionState

LASTING = (
    c.OpenSession,
    c.ShowInterlude,
    c.ShowLanguage,
    c.ChangeFacilitator,
    c.PauseSession,
    c.ResumeSession,
    c.ReopenSession,
    c.CloseSession,
    c.FillSheet,
    c.SendRecord,
)
"""Commands that an undo leaves: they say what happened to the session, not what was decided in it."""


@dataclass
class History:
    """The records that count, with the state after each of them."""

    effective: list[Record] = field(default_factory=list)
    states: list[SessionState] = field(default_factory=list)
    undone: list[list[Record]] = field(default_factory=list)
    """What each undo took out, the last one at the end; emptied by a new command."""
    present: SessionState | None = None
    """The last of `states` with its clock at the last undo or redo; ``None`` once a new record has come."""

    @property
    def state(self) -> SessionState:
        """The state of the session."""
        return self.present or self.states[-1]

    def add(self, record: Record) -> None:
        """Fold one more record of the journal."""
        first = record.events[0]
        if isinstance(first, e.Undone):
            self._undo(first.to, record.instant)
        elif isinstance(first, e.Redone):
            self._redo(record.instant)
        else:
            self._fold(record)
            if not isinstance(record.command, LASTING):
                self.undone.clear()

    def last_undoable(self) -> Record | None:
        """Return the record that an undo would take out."""
        return next((record for record in reversed(self.effective) if is_undoable(record)), None)

    def refusal(self, command: c.Undo | c.Redo) -> Refusal | None:
        """Tell why there is nothing to undo or to redo, or ``None`` when there is."""
        if self.states and self.state.is_closed:
            return Refusal("closed")
        if isinstance(command, c.Redo):
            return None if self.undone else Refusal("nothing_to_redo")
        target = self.target(command)
        return None if target is not None else Refusal("nothing_to_undo")

    def target(self, command: c.Undo) -> int | None:
        """Return the sequence number from which an undo takes records out."""
        if command.to is None:
            last = self.last_undoable()
            return last.seq if last else None
        return next((r.seq for r in self.effective if r.seq >= command.to and is_undoable(r)), None)

    def _fold(self, record: Record) -> None:
        first = record.events[0]
        if isinstance(first, e.SessionOpened):
            self.states.append(begin(first, record.events[1:], record.instant))
        else:
            self.states.append(evolve(self.state, record.events, record.instant))
        self.effective.append(record)
        self.present = None

    def _undo(self, to: int, now: float) -> None:
        out = [record for record in self.effective if record.seq >= to and is_undoable(record)]
        if out:
            self.undone.append(out)
            kept = [record for record in self.effective if record.seq < to or not is_undoable(record)]
            self._fold_again(kept, out[0].seq, now)

    def _redo(self, now: float) -> None:
        if self.undone:
            back = self.undone.pop()
            self._fold_again(sorted(self.effective + back, key=lambda record: record.seq), back[0].seq, now)

    def _fold_again(self, records: list[Record], seq: int, now: float) -> None:
        """Let these records count, and no others; those before ``seq`` have not changed."""
        same = sum(record.seq < seq for record in records)
        del self.effective[same:], self.states[same:]
        self.present = None
        for record in records[same:]:
            self._fold(record)
        self.present = evolve(self.state, (), now)


def is_undoable(record: Record) -> bool:
    """Tell whether an undo takes this record out."""
    return not isinstance(record.command, LASTING)


def replay(records: Iterable[Record]) -> History:
    """Fold the records of a journal."""
    history = History()
    with collector_paused():
        for record in records:
            history.add(record)
    return history
