"""How the game goes against its clock: what still fits at the pace so far, and who plays in a last round.

A pace seen on a few turns is mixed with the usual one, as if the group had played `USUAL_WEIGHT` usual turns before its
own: the first turns are few, and one long story among them says little about the next ones. Exchanges are mixed by
their logarithms, because their lengths differ by factors: one of ten minutes among short ones hardly counts, while
exchanges that are all long are believed after a few. It tells a little less than the plain mean does when they are
uneven, so it errs on the side of not disturbing the room.
"""

import math
from dataclasses import dataclass

from game.rules import GameState
from game.session.state import SessionState

LEAST_TURNS = 3
"""Finished turns before a pace is told: two say too little about the next ones."""
EARLY_ROUNDS = 3
"""With fewer rounds left than this, the facilitator is told without asking."""


USUAL_EXCHANGE = 100.0
"""Seconds of talk about a card, before anything was seen; those of `game.forecast.durations`."""
USUAL_REST = 36.0
"""Seconds of a turn without its exchange: the throw, the pawn, the word; likewise."""
USUAL_WEIGHT = 4
"""Turns and exchanges that the usual ones count for: with four teams, one round."""
SHORTEST_EXCHANGE = 10.0
"""Seconds; a card that was clicked through counts for so much."""


@dataclass(frozen=True)
class Pace:
    """What fits in the time of the game, when the next turns last as `turn_seconds` foresees."""

    exchanges: int
    """By the end of the game, those of the past included."""
    more: int
    """Exchanges still to come."""
    rounds: int
    """Whole turns left for each team; 0 when some teams will not play again."""

    @property
    def is_short(self) -> bool:
        """Whether it is time to say so."""
        return self.rounds < EARLY_ROUNDS


def pace(state: SessionState, now: float) -> Pace | None:
    """Return what still fits at an instant (seconds since 1970).

    ``None`` away from the board, before `LEAST_TURNS` turns are over, once the time is over, and when the last round
    has been called: there is nothing to foresee any more.
    """
    left, over = state.act_left(now), state.turns_over
    is_told = state.is_on_board and state.last_round is None and left > 0 and over >= LEAST_TURNS
    if not is_told:
        return None
    seconds = turn_seconds(state)
    gone = state.in_act(now) - state.turn_began
    # The present turn is played to its end, however long it lasts already.
    turns = 1 + max(0.0, left - max(0.0, seconds - gone)) / seconds
    more = int(turns * len(state.exchanges) / over + 0.5)
    return Pace(len(state.exchanges) + more, more, int(turns / len(state.game.teams)))


def turn_seconds(state: SessionState) -> float:
    """Return how long a turn to come should last, in seconds: some turn must be over.

    As many of the next turns as of those before have an exchange.
    """
    over, talks = state.turns_over, [exchange.seconds for exchange in state.exchanges]
    seen = max(0.0, state.turns_seconds - sum(talks))
    rest = (USUAL_WEIGHT * USUAL_REST + seen) / (USUAL_WEIGHT + over)
    logs = sum(math.log(max(SHORTEST_EXCHANGE, talk)) for talk in talks)
    talk = math.exp((USUAL_WEIGHT * math.log(USUAL_EXCHANGE) + logs) / (USUAL_WEIGHT + len(talks)))
    return rest + talk * len(talks) / over


def round_from_here(game: GameState) -> tuple[str, ...]:
    """Return the teams that still play in this round, the one whose turn it is first."""
    following = game.teams[game.teams.index(game.turn) + 1 :]
    arrived_helps = game.table.board.options.arrived_helps
    return (game.turn, *(team for team in following if arrived_helps or not game.has_arrived(team)))
