"""How the game goes against its clock: what still fits at the pace so far, and who plays in a last round."""

from dataclasses import dataclass

from game.rules import GameState
from game.session.state import SessionState

LEAST_TURNS = 3
"""Finished turns before a pace is told: two say too little about the next ones."""
EARLY_ROUNDS = 3
"""With fewer rounds left than this, the facilitator is told without asking."""


@dataclass(frozen=True)
class Pace:
    """What fits in the time of the game, when the next turns last as long as those before them."""

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
    seconds = state.turns_seconds / over if is_told else 0.0
    if seconds <= 0:
        return None
    gone = state.in_act(now) - state.turn_began
    # The present turn is played to its end, however long it lasts already.
    turns = 1 + max(0.0, left - max(0.0, seconds - gone)) / seconds
    more = int(turns * len(state.exchanges) / over + 0.5)
    return Pace(len(state.exchanges) + more, more, int(turns / len(state.game.teams)))


def round_from_here(game: GameState) -> tuple[str, ...]:
    """Return the teams that still play in this round, the one whose turn it is first."""
    options = game.table.board.options
    order = game.teams[::-1] if options.reversed_order else game.teams
    following = order[order.index(game.turn) + 1 :]
    return (game.turn, *(team for team in following if options.arrived_helps or not game.has_arrived(team)))
