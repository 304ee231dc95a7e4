"""Many games at once: at each step, the team whose turn it is throws (or draws) in every game.

Arrays over pawns are flat, ``pawn * games + game``, so that the pawns of a team lie side by side.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.forecast.durations import QUANTILES
from game.forecast.simulation_arrays import Arrays, Bits, Flags, Floats, Ints
from game.forecast.simulation_cards import NO_CARD, SHUFFLES, Piles

_LOW = np.uint64(0xFFFF_FFFF)
_HALF = np.uint64(32)
_NOWHERE = -2
_LENGTHS = np.uint64(QUANTILES - 1)


@dataclass(frozen=True)
class Played:
    """What games left; arrays have one entry for each game."""

    exchanges: Ints
    turns: Ints
    throws: int
    """Of all games together: how many times a team threw, or drew a card instead."""
    arrived: Ints
    """Pawns that are home at the end."""
    by_theme: Ints
    """[games, themes], exchanges"""
    visits: Ints
    """[positions], games in which a pawn stood there"""
    seconds: Floats
    """How long the game lasted: its last turn is played to its end."""


class Games:
    """Games that are played together until the clock of each one ends it, between two throws."""

    def __init__(self, arrays: Arrays, piles: Piles, games: int, pawns: int, chance: np.random.BitGenerator) -> None:
        """Set the pawns on the start."""
        self._a, self._chance = arrays, chance
        self._games, self._pawns = games, pawns
        self._every = np.arange(games)
        self._rank = np.arange(pawns)[:, None]
        self._first = self._rank * games
        self._node = np.zeros(games * pawns, np.int64)
        self._wait = np.zeros(games * pawns, np.int64)
        self._home = np.zeros(games * pawns, np.bool_)
        self._team = np.zeros(games, np.int64)
        self._clock = np.zeros(games)
        self._turns = np.zeros(games, np.int64)
        self._talked = np.zeros((max(1, arrays.least), games), np.int64)
        self._visited = np.zeros((len(arrays.visited), games), np.uint64)
        self._cards = piles.deal((self._raw(games) % np.uint64(SHUFFLES)).view(np.int64))

    def play(self, seconds: float, *, arrived_play: bool) -> Played:
        """Play all games up to their clock.

        Args:
            seconds: how long a game lasts; a throw under way is played to its end.
            arrived_play: whether a team that has arrived still has its turns.
        """
        steps = 0
        over = self._clock >= seconds
        while not over.all():
            steps += int(over.size - np.count_nonzero(over))
            self._step(over, arrived_play=arrived_play)
            over = self._clock >= seconds
        return self._played(steps)

    def _step(self, over: Flags, *, arrived_play: bool) -> None:
        a, raw = self._a, self._raw(self._games)
        place = self._team * self._games + self._every
        fall = (((raw & _LOW) * np.uint64(len(a.falls))) >> _HALF).view(np.int64)
        column = fall if len(a.falls) == a.columns else a.falls.take(fall)
        row = self._node.take(place)
        row *= a.columns
        row += column
        np.putmask(row, over, a.idle_row)
        if a.meetings.position.size and self._pawns > 1:
            self._meet(row)
        live = place if not over.any() else place[~over]
        rows = row if live is place else row[~over]
        self._node[live] = a.rest.take(rows)
        self._wait[live] = a.wait.take(rows)
        self._clock += a.seconds.take(row)
        self._turns += a.turns.take(row)
        for word, bits in zip(self._visited, a.visited, strict=True):
            np.bitwise_or(word, bits.take(row), out=word)
        self._draw(a.card.take(row), raw)
        if self._pawns > 1:
            self._pass_turn(np.flatnonzero(~a.keeps.take(row)), arrived_play=arrived_play)
            if not arrived_play:
                self._home[live] = a.home.take(self._node.take(live))

    def _meet(self, row: Ints) -> None:
        """Change the rows of the throws that lead to where another pawn stands, and move or free that one.

        Of several pawns there, all that wait are freed; where they have to move, the one that entered last does.
        """
        m = self._a.meetings
        games = self._may_meet(m.around.take(row))
        if not games.size:
            return
        lone = row.take(games)
        there = games + self._first  # [pawns, games]
        at = self._a.position.take(self._node.take(there))
        at[self._team.take(games), np.arange(games.size)] = _NOWHERE  # a pawn does not meet itself
        waiting = self._wait.take(there) > 0
        met = (at[:, None] == m.position[lone].T) & (waiting[:, None] == m.waits[lone].T)  # [pawns, meetings, games]
        hits = met.any(axis=0)
        hit = np.flatnonzero(hits.any(axis=0))
        if not hit.size:
            return
        lone, games, there = lone[hit], games[hit], there[:, hit]
        meeting = hits[:, hit].argmax(axis=0)  # the first one on its way
        met = met[:, meeting, hit]
        row[games] = m.row[lone, meeting]
        node, frees = m.other_node[lone, meeting], m.frees[lone, meeting]
        last = self._pawns - 1 - met[::-1].argmax(axis=0)
        met &= (node < 0) | (self._rank == last)
        self._wait[there[met & frees]] = 0
        moved = met & (node >= 0)
        self._node[there[moved]] = np.broadcast_to(node, met.shape)[moved]

    def _may_meet(self, around: Bits) -> Ints:
        """Return the games where a pawn may stand at one of these places; they are few at each step."""
        stand = np.bitwise_or.reduce(self._a.place.take(self._node).reshape(self._pawns, -1), axis=0)
        return np.flatnonzero(stand & around)

    def _draw(self, card: Ints, raw: npt.NDArray[np.uint64]) -> None:
        """Talk about the cards that have come."""
        games = np.flatnonzero(card != NO_CARD)
        if not games.size:
            return
        code = card.take(games)
        asked = np.flatnonzero(code == self._a.least)
        if asked.size:
            code[asked] = self._talked[:, games[asked]].argmin(axis=0)
        theme, kind = self._cards.draw(games, code, self._talked)
        self._talked[theme, games] += 1
        length = ((raw.take(games) >> _HALF) & _LENGTHS).view(np.int64)
        length += kind * QUANTILES
        self._clock[games] += self._a.exchange.take(length)

    def _pass_turn(self, games: Ints, *, arrived_play: bool) -> None:
        """Give the turn to the next team; each wait met on the way is spent by one."""
        stops = None if arrived_play else ~self._home.reshape(self._pawns, -1).all(axis=0)
        while games.size:
            team = self._team.take(games) + 1
            team[team == self._pawns] = 0
            self._team[games] = team
            place = team * self._games + games
            wait = self._wait.take(place)
            blocked = wait > 0
            self._wait[place[blocked]] -= 1
            if stops is not None:
                blocked |= stops.take(games) & self._home.take(place)
            games = games[blocked]

    def _played(self, steps: int) -> Played:
        shifts = np.arange(64, dtype=np.uint64)
        visits = [((word[:, None] >> shifts) & np.uint64(1)).sum(axis=0) for word in self._visited]
        home = self._a.home.take(self._node).reshape(self._pawns, -1)
        return Played(
            exchanges=self._talked.sum(axis=0),
            turns=self._turns,
            throws=steps,
            arrived=home.sum(axis=0),
            by_theme=self._talked.T,
            visits=np.concatenate(visits).astype(np.int64),
            seconds=self._clock,
        )

    def _raw(self, count: int) -> npt.NDArray[np.uint64]:
        return self._chance.random_raw(count)
