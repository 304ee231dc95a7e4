"""The durations of a forecast, learned from this computer's own sessions: for the set-up and for the command line."""

from game.forecast.durations import Durations, learned
from game.records.durations import Learned


def durations_from(taught: Learned | None) -> Durations:
    """Return the durations that past sessions teach; the usual ones when they teach nothing."""
    if taught is None:
        return Durations()
    return learned(taught.exchange_by_kind, taught.exchange, taught.rest_of_turn)
