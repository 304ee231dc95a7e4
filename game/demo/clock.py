"""The clock of the demonstration: it can be moved onward, so that an hour of talk lasts a minute."""

from datetime import datetime, timedelta

from game.session.clock import Clock


class SkippingClock:
    """Another clock, plus all that was skipped."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._skipped = timedelta()

    def now(self) -> datetime:
        """Return the present instant of the demonstration."""
        return self._clock.now() + self._skipped

    def skip(self, seconds: float) -> None:
        """Move onward at once."""
        self._skipped += timedelta(seconds=seconds)
