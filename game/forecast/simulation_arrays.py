"""Lanes as arrays, ready for many games at once.

A *row* is one outcome: ``node * columns + throw`` for a pawn that meets nobody, and rows after these for meetings.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from game.forecast.durations import QUANTILES, Durations, Tally
from game.forecast.lanes import Lanes, Meeting, Outcome
from game.forecast.simulation_cards import Codes

Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_WORD = 64


@dataclass(frozen=True)
class Meetings:
    """What each row becomes where another pawn stands: arrays [rows, most meetings of a row]."""

    around: Bits
    """[rows], one bit for each position where there is a meeting, see `place_bit`."""
    position: Ints
    """-1 where there is no more of them."""
    waits: Flags
    row: Ints
    other_node: Ints
    """-1 where the other pawn stays."""
    frees: Flags


@dataclass(frozen=True)
class Arrays:
    """Everything that a step of many games looks up."""

    falls: Ints
    """[ways the dice fall] -> throw"""
    columns: int
    position: Ints
    """[nodes]"""
    place: Bits
    """[nodes], the bit of its position, see `place_bit`"""
    home: Flags
    """[nodes]"""
    rest: Ints
    """[rows] -> node"""
    wait: Ints
    """[rows], turns"""
    keeps: Flags
    """[rows]: the same team throws again"""
    turns: Ints
    """[rows], 0 or 1"""
    seconds: Floats
    """[rows], all that does not depend on a card"""
    card: Ints
    """[rows]: what is drawn, by its code, or `NO_CARD`"""
    visited: Bits
    """[words, rows]: one bit for each position where a pawn comes to stand"""
    least: int
    """The code of a card of the theme least talked about."""
    exchange: Floats
    """[kinds, `QUANTILES`], seconds: the exchange and its word"""
    idle_row: int
    """A row that changes nothing."""
    meetings: Meetings


def lane_arrays(lanes: Lanes, durations: Durations, codes: Codes) -> Arrays:
    """Lay out lanes; durations are applied here, so that other durations need no other lanes."""
    columns = len(lanes.throws)
    outcomes = [each for row in lanes.outcomes for each in (row if len(row) == columns else row * columns)]
    met = {node * columns + column: found for (node, column), found in lanes.meetings.items()}
    first_met = len(outcomes)
    outcomes += [meeting.outcome for found in met.values() for meeting in found]
    idle_row = len(outcomes)
    outcomes.append(Outcome(0, 0, keeps_turn=True, turns=0, due=None, tally=Tally((0, 0, 0, 0)), rests=()))
    return Arrays(
        falls=np.array(lanes.columns, np.int64),
        columns=columns,
        position=np.array(lanes.positions, np.int64),
        place=np.array([place_bit(position) for position in lanes.positions], np.uint64),
        home=np.array(lanes.homes, np.bool_),
        rest=np.array([each.node for each in outcomes], np.int64),
        wait=np.array([each.wait for each in outcomes], np.int64),
        keeps=np.array([each.keeps_turn for each in outcomes], np.bool_),
        turns=np.array([each.turns for each in outcomes], np.int64),
        seconds=np.array([each.tally.seconds(durations) for each in outcomes], np.float64),
        card=np.array([codes.of(each.due) for each in outcomes], np.int64),
        visited=_bits(outcomes, lanes.table.board.end),
        least=codes.least,
        exchange=exchange_seconds(codes, durations),
        idle_row=idle_row,
        meetings=_meetings(met, first_met, len(outcomes)),
    )


def place_bit(position: int) -> int:
    """Return the bit of a position in one word; positions `_WORD` apart share theirs, so it only tells who may meet."""
    return 1 << position % _WORD


def exchange_seconds(codes: Codes, durations: Durations) -> Floats:
    """Return how long a card and its word may last: [kinds, `QUANTILES`], seconds."""
    lengths = [[durations.word + length for length in durations.exchange_lengths(kind)] for kind in codes.kinds]
    return np.array(lengths or [[durations.idle] * QUANTILES], np.float64)


def _bits(outcomes: list[Outcome], end: int) -> Bits:
    words = np.zeros((end // _WORD + 1, len(outcomes)), np.uint64)
    for row, outcome in enumerate(outcomes):
        for position in outcome.rests:
            words[position // _WORD, row] |= np.uint64(1 << position % _WORD)
    return words


def _meetings(met: dict[int, tuple[Meeting, ...]], first_row: int, rows: int) -> Meetings:
    most = max(map(len, met.values()), default=0)
    ends = np.cumsum([first_row, *map(len, met.values())]).tolist()
    found = Meetings(
        around=np.zeros(rows, np.uint64),
        position=np.full((rows, most), -1, np.int64),
        waits=np.zeros((rows, most), np.bool_),
        row=np.zeros((rows, most), np.int64),
        other_node=np.full((rows, most), -1, np.int64),
        frees=np.zeros((rows, most), np.bool_),
    )
    for (row, meetings), (start, _) in zip(met.items(), pairwise(ends), strict=True):
        for column, meeting in enumerate(meetings):
            found.around[row] |= np.uint64(place_bit(meeting.position))
            found.position[row, column] = meeting.position
            found.waits[row, column] = meeting.waits
            found.row[row, column] = start + column
            found.other_node[row, column] = meeting.other_node
            found.frees[row, column] = meeting.frees
    return found
