"""Read a journal for its record alone: the same facts as a whole replay, several times faster.

A year has a thousand journals, and their records need neither pawns nor turns. Here every seal is checked as ever;
but of each line only its instant and the names of its events are looked at, and just the events that the record tells
are made and folded, by the folds of `evolve`. A test plays sessions both ways, and asks for the same record.

Names are found in the text of a line without parsing it: inside a JSON text a quote has its backslash, so that
``{"t":"`` never comes from something that somebody typed.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from game.rules import Board, Card, GameState, Table, events as ge
from game.session import events as e
from game.session.codec import KNOWN, UnknownRecordError, from_json
from game.session.evolve import TOLD, Draft, elapse, fold_apart
from game.session.history import LASTING, History, replay
from game.session.journal import read
from game.session.records import VERSION, DamagedLineError, has_seal, unsealed
from game.session.state import SessionState

_NAME = re.compile(r'\{"t":"(\w+)"')
_EVENTS = ',"events":['
_WITHOUT_FIELDS: dict[str, e.Event] = {
    "CardDrawn": ge.CardDrawn(""),
    "CardSwapped": ge.CardSwapped(""),
    "ExchangeFinished": ge.ExchangeFinished(),
    "CardShown": e.CardShown(),
}
"""Events that tell the record when, and nothing else: which card it was comes with its brick."""
_LASTING = frozenset(kind.__name__ for kind in LASTING)
_MARKS = (',"acts":[', ',"seed":', ',"aims":', '}},{"t":"')
"""Where an opening turns from what is its own to what it shares with others, and back; its end, before a team."""
_TELLING = TOLD | {e.Undone.__name__}
_NO_BOARD = Board("", ())
_NO_GAME = GameState(Table(_NO_BOARD, (), cooperative=False))
_BRICK = re.compile(r'\{"t":"BrickLaid","card":"([^"\\]*)","theme":"([^"\\]*)","team":"([^"\\]*)","word":"([^"\\]*)"\}')
"""The event that comes most, when its word needs no unescaping."""
_VERSION = f":{VERSION},"
_KEYS = ["v", "seq", "at"]
"""How a line begins; then comes the instant."""
_parse = json.JSONDecoder().raw_decode


@dataclass(frozen=True)
class Told:
    """What a journal tells of its session, for the record."""

    state: SessionState
    """At the end. It may be without the game that was played: no record tells of pawns."""
    began: datetime
    last: datetime
    """The last record that counts."""
    closed: datetime | None
    relays: int
    """How many times somebody else went on facilitating."""


@dataclass(frozen=True)
class Skimmed:
    """A journal that was skimmed: what it tells, and which bytes told it."""

    told: Told
    size: int
    """How many bytes its sound lines are."""
    last_hash: str
    is_damaged: bool


class _Line(NamedTuple):
    """A line whose seal is sound."""

    seq: int
    at: datetime
    command: str
    events: Sequence[Any]
    """Those that the record tells."""
    tick: float | None = None
    """When an undo came just before: the clock was read then."""

    @property
    def is_undoable(self) -> bool:
        return self.command not in _LASTING


_seq = attrgetter("seq")


class _OtherShapeError(ValueError):
    """A sound line is not written as this program writes."""


def told_by(history: History) -> Told:
    """Return what a whole replay tells.

    Raises:
        ValueError: there is no record.
    """
    if not history.effective:
        raise ValueError("a session has at least one record")
    first, last = history.effective[0], history.effective[-1]
    closing = (record.at for record in history.effective if isinstance(record.events[0], e.SessionClosed))
    relays = sum(isinstance(event, e.FacilitatorChanged) for record in history.effective for event in record.events)
    return Told(history.state, first.at, last.at, next(closing, None), relays)


def skim(content: bytes) -> Skimmed | None:
    """Return what the sound lines of a journal tell; ``None`` when there is none.

    Raises:
        UnknownRecordError: a sound line is newer than this program.
    """
    try:
        return _skim(content)
    except _OtherShapeError:
        reading = read(content)
        return Skimmed(
            told_by(replay(reading.records)), len(content) - len(reading.torn), reading.last_hash, reading.is_damaged
        )


def _skim(content: bytes) -> Skimmed | None:
    found = _Found()
    lines = content.split(b"\n")
    size, previous, is_damaged = 0, "", False
    for index, line in enumerate(lines):
        if not line and index == len(lines) - 1:
            break
        try:
            body, previous = unsealed(line, previous)
        except DamagedLineError:
            is_damaged = index < len(lines) - 1 or has_seal(line)
            break
        size += len(line) + 1
        found.add(_line(body.decode(), is_first=not index))
    return Skimmed(found.told(), size, previous, is_damaged) if found.lines else None


def _line(text: str, *, is_first: bool) -> _Line:
    """Return what the record needs of a line.

    Raises:
        UnknownRecordError: it is newer than this program.
    """
    parts = text.split('"', 8)
    if parts[1:6:2] != _KEYS or parts[2] != _VERSION:
        raise _OtherShapeError
    seq, at = int(parts[4][1:-1]), datetime.fromisoformat(parts[7])
    if is_first:
        return _Line(seq, at, "OpenSession", _opening_events(text))
    names = tuple(_NAME.findall(text))
    return _Line(seq, at, names[0], _told_events(text, names))


def _told_events(text: str, names: tuple[str, ...]) -> Sequence[Any]:
    """Return the events of a line that the record tells, and those that undo.

    Raises:
        UnknownRecordError: a name of the line is newer than this program.
    """
    ready = _ready(names)
    return _made(text, text.index(_EVENTS) + len(_EVENTS)) if ready is None else ready


@lru_cache(maxsize=4096)
def _ready(names: tuple[str, ...]) -> tuple[Any, ...] | None:
    """Return what a line with these names tells when it need not be read for it, else ``None``."""
    _know(names)
    telling = [name for name in names if name in _TELLING]
    if any(name not in _WITHOUT_FIELDS for name in telling):
        return None
    return tuple(_WITHOUT_FIELDS[name] for name in telling)


def _know(names: Iterable[str]) -> None:
    unknown = next((name for name in names if name not in KNOWN), None)
    if unknown is not None:
        raise UnknownRecordError(unknown)


def _made(text: str, start: int) -> list[Any]:
    """Return the telling events of a line, from a place of it on."""
    brick = _BRICK.match(text, start)
    if brick is not None:  # with a brick come the pawn and the turn, which tell nothing
        return [ge.BrickLaid(*brick.groups())]
    found = [match.start() for match in _NAME.finditer(text, start) if match[1] in _TELLING]
    return [from_json(_parse(text, place)[0]) for place in found]


class _Found:
    """The lines that count, undone ones taken out as `History` does, each with the clock reading before it."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self._undone: list[list[_Line]] = []
        self._tick: float | None = None

    def add(self, line: _Line) -> None:
        """Take one more line of the journal."""
        if line.command == "Undo":
            self._undo(line.events[0].to, line.at.timestamp())
        elif line.command == "Redo":
            self._redo(line.at.timestamp())
        else:
            self.lines.append(line if self._tick is None else line._replace(tick=self._tick))
            self._tick = None
            if self._undone and line.is_undoable:
                self._undone.clear()

    def told(self) -> Told:
        """Fold the lines that count."""
        first, last = self.lines[0], self.lines[-1]
        draft = _opened(first)
        for line in self.lines[1:]:
            if line.tick is not None:
                elapse(draft, line.tick)
            elapse(draft, line.at.timestamp())
            if line.events:
                fold_apart(draft, line.events)
        if self._tick is not None:
            elapse(draft, self._tick)
        closing = (line.at for line in self.lines if line.command == "CloseSession")
        relays = sum(line.command == "ChangeFacilitator" for line in self.lines)
        return Told(SessionState(**draft), first.at, last.at, next(closing, None), relays)

    def _undo(self, to: int, now: float) -> None:
        last = self.lines[bisect_left(self.lines, to, key=_seq) :]
        out = [line for line in last if line.is_undoable]
        if out:
            self._undone.append(out)
            self._fold_again([line for line in last if not line.is_undoable], to, out[0].seq, now)

    def _redo(self, now: float) -> None:
        if self._undone:
            back = self._undone.pop()
            first = back[0].seq
            last = self.lines[bisect_left(self.lines, first, key=_seq) :]
            self._fold_again(sorted(last + back, key=_seq), first, first, now)

    def _fold_again(self, last: list[_Line], start: int, seq: int, now: float) -> None:
        """Let these lines count from ``start`` on; from ``seq`` on they follow each other without a reading between."""
        del self.lines[bisect_left(self.lines, start, key=_seq) :]
        self.lines += [line if line.seq < seq else line._replace(tick=None) for line in last]
        self._tick = now


def _opened(line: _Line) -> Draft:
    """Return the first state of a session, as a draft."""
    opening, *others = line.events
    draft: Draft = SessionState(opening, _NO_GAME, act_seconds=(0.0,) * len(opening.acts)).__dict__.copy()
    draft["since"] = line.at.timestamp()
    fold_apart(draft, others)
    return draft


def _opening_events(text: str) -> list[Any]:
    """Return the opening of a session, then what else its first line tells.

    Raises:
        UnknownRecordError: something of it is newer than this program.
    """
    opening, rest = _opening(text, text.index(_EVENTS) + len(_EVENTS))
    _know(_NAME.findall(text, rest))
    return [opening, *_made(text, rest)]


def _opening(text: str, start: int) -> tuple[e.Opening, int]:
    """Return the opening whose event starts there, and where the next event does.

    It is the longest line by far, and most of it is the same for all sessions of one deck: that is read once.
    """
    places = [start]
    for mark in _MARKS:
        places.append(text.find(mark, places[-1]))
    if -1 in places:
        raise _OtherShapeError
    _, acts, seed, aims, end = places
    own, _ = _parse(text[start:acts] + text[seed:aims] + "}}")
    _know((own["t"], own["opening"]["t"]))
    fields: dict[str, Any] = {
        name: tuple(told) if type(told) is list else told for name, told in own["opening"].items()
    }
    fields.pop("t")
    try:
        return e.Opening(**fields, **_shared(text[acts:seed]), **_shared(text[aims:end])), end
    except TypeError as error:
        raise UnknownRecordError(f"Opening: {error}") from error


@lru_cache(maxsize=64)
def _shared(fields: str) -> dict[str, Any]:
    """Return fields of openings, without what no record tells: the board, who may hear what."""
    _know(_NAME.findall(fields))
    read: dict[str, Any] = _parse("{" + fields[1:] + "}")[0]
    if "cards" in read:
        read["board"] = _NO_BOARD
        read["cards"] = tuple([Card(card["id"], card["theme"], card["kind"]) for card in read["cards"]])
    return {name: from_json(value) if type(value) is list else value for name, value in read.items()}
