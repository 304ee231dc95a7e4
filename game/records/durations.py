"""How long things last in this computer's own sessions, once there are enough of them to say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.session.folder import SessionFolderError, read_records, session_folders
from game.session.history import replay
from game.session.records import Record
from game.session.state import SessionState

LEAST_SESSIONS = 5
LEAST_EXCHANGES = 30
LEAST_OF_A_KIND = 5
"""Exchanges about cards of one kind before that kind has a mean of its own."""
SHORTEST_EXCHANGE = 10.0
"""Seconds. Below, a card was clicked through, not talked about."""


@dataclass(frozen=True)
class Learned:
    """Mean durations, in seconds, and how much they come from."""

    sessions: int
    exchanges: int
    exchange: float
    """Of an exchange about any card."""
    rest_of_turn: float
    """Of a turn, without its exchange: the throw, the pawn, the reading out, the word."""
    exchange_by_kind: Mapping[str, float] = field(default_factory=dict)
    """Of an exchange about a card of a kind, for the kinds seen often enough."""
    names: tuple[str, ...] = ()
    """The sessions, by their ids, in the order in which they were read."""


def learned_durations(sessions: Iterable[Sequence[Record]]) -> Learned | None:
    """Return what past sessions teach, from the records of each.

    Sessions that are not closed teach nothing, nor do demonstrations, nor those without a turn played to its end.
    Returns ``None`` below `LEAST_SESSIONS` sessions or `LEAST_EXCHANGES` exchanges.
    """
    states = [state for state in map(_state, sessions) if state is not None]
    talks = [talk for state in states for talk in _talks(state)]
    if len(states) < LEAST_SESSIONS or len(talks) < LEAST_EXCHANGES:
        return None
    by_kind: dict[str, list[float]] = {}
    for kind, seconds in talks:
        by_kind.setdefault(kind, []).append(seconds)
    talked = sum(exchange.seconds for state in states for exchange in state.exchanges)
    turns = sum(state.turns_over for state in states)
    return Learned(
        sessions=len(states),
        exchanges=len(talks),
        exchange=_mean([seconds for _, seconds in talks]),
        rest_of_turn=max(0.0, sum(state.turns_seconds for state in states) - talked) / turns,
        exchange_by_kind={kind: _mean(found) for kind, found in by_kind.items() if len(found) >= LEAST_OF_A_KIND},
        names=tuple(state.opening.id for state in states),
    )


def past_sessions(sessions: Path) -> Iterator[tuple[Record, ...]]:
    """Yield the records of each session of a folder that can be read; the others are left out."""
    with suppress(SessionFolderError):
        for path in session_folders(sessions):
            with suppress(SessionFolderError):
                yield read_records(path).records


def _state(records: Sequence[Record]) -> SessionState | None:
    """Return the end of a session that teaches something."""
    if not records:
        return None
    state = replay(records).state
    is_real = state.is_closed and not state.opening.demonstration
    return state if is_real and state.turns_over and any(True for _ in _talks(state)) else None


def _talks(state: SessionState) -> Iterator[tuple[str, float]]:
    """Yield the kind of the card and the seconds of each exchange that was one."""
    kinds = {card.id: card.kind for card in state.opening.cards}
    for exchange in state.exchanges:
        if exchange.seconds >= SHORTEST_EXCHANGE:
            yield kinds.get(exchange.card, ""), exchange.seconds


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
