"""The clock, passed in. Nothing else in the program asks the machine what time it is."""

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present instant, with its time zone."""
        ...


class SystemClock:
    """The machine's clock, in the local time zone."""

    def now(self) -> datetime:
        """Return the present instant."""
        return datetime.now().astimezone()


class ManualClock:
    """A clock that moves only when it is told to: for tests and for the quick demonstration."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the instant that the clock was moved to."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Move the clock onward."""
        self._now += timedelta(seconds=seconds)
