"""Sessions simulated beside the screen: asked at each picture, answered once they are there."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.forecast.simulation import Plan, Simulated

GAMES = 10_000
"""Sessions that a forecast is made of: a chance is told in tenths, and known to half a hundredth."""


class Background:
    """One thread that simulates what is asked, each plan once. numpy is loaded there, not as the program opens."""

    def __init__(self) -> None:
        self._found: dict[Hashable, Future[Simulated]] = {}
        self._pool = ThreadPoolExecutor(1, "prevision")

    def ask(self, key: Hashable, plan: "Callable[[], Plan]") -> "Simulated | None":
        """Return the sessions of a plan, or ``None`` as long as they are being simulated.

        Args:
            key: what tells this plan from others; the same key is simulated once.
            plan: makes the plan, in the thread.

        Raises:
            Exception: whatever stopped the simulation.
        """
        if key not in self._found:
            self._found[key] = self._pool.submit(_simulated, plan)
        future = self._found[key]
        return future.result() if future.done() else None

    def close(self) -> None:
        """Let go of the thread; what has not begun is given up."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _simulated(plan: "Callable[[], Plan]") -> "Simulated":
    from game.forecast.simulation import simulate  # noqa: PLC0415 - loads numpy, see above

    return simulate(plan(), GAMES)
