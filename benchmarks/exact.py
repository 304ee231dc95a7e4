"""How fast a board is solved: the classic goose game of 63 squares, tables included, floating and by fractions."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.content.written import boards_of_file  # noqa: E402 - the checkout is run in place
from game.forecast.checker import check_board  # noqa: E402 - as above
from game.forecast.exact import analyse  # noqa: E402 - as above
from game.rules import Table  # noqa: E402 - as above

TIMES = 10
CLASSIC = ROOT / "content" / "boards" / "oie-63.yaml"


def shortest(work: Callable[[], object]) -> float:
    """Return the shortest time that a work takes, in seconds."""
    best = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    table = Table(boards_of_file(CLASSIC).good[0].model.rules())
    floating = shortest(lambda: analyse(table))
    exact = shortest(lambda: analyse(table, in_whole_fractions=True))
    checked = shortest(lambda: check_board(table))
    return [
        ("classic 63 board solved, floating", f"{floating * 1000:.1f} ms", "under 50 ms"),
        ("classic 63 board solved, by fractions", f"{exact * 1000:.0f} ms", "under 5 s"),
        ("classic 63 board checked from every square", f"{checked * 1000:.0f} ms", "with permis verifier"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
