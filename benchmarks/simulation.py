"""Simulated turns a second against the rules engine, twenty thousand sessions, and the forecast of the set-up."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.content.load import load  # noqa: E402 - the checkout is run in place
from game.desk.laptop import LaptopDesk  # noqa: E402 - as above
from game.forecast.lanes import find_lanes  # noqa: E402 - as above
from game.forecast.simulation import Plan, simulate  # noqa: E402 - as above
from game.forecast.simulation_background import GAMES as FORESEEN  # noqa: E402 - as above
from game.forecast.simulation_plain import play_plainly  # noqa: E402 - as above
from game.places import assets_folder, content_folder  # noqa: E402 - as above
from game.rules import Card, Table  # noqa: E402 - as above
from game.screens.desk import SessionChoice  # noqa: E402 - as above
from game.session.clock import SystemClock  # noqa: E402 - as above
from game.session.events import TeamEntry  # noqa: E402 - as above

TEAMS, SECONDS = 4, 45 * 60.0
GAMES, MANY, PLAIN = 20_000, 200_000, 1_000
ROUNDS = 5


def best(action: Callable[[], object]) -> float:
    """Return the shortest time of a few rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def wait_for_forecast(desk: LaptopDesk, teams: int) -> float:
    """Return the time from a choice never made before to its forecast, in seconds."""
    entries = tuple(TeamEntry(f"t{team}", f"T{team}", "bird", 3) for team in range(teams))
    choice = SessionChoice("entre-pilotes-90", "Ripaillon", entries)
    start = time.perf_counter()
    while desk.forecast(choice) is None:
        time.sleep(0.001)
    return time.perf_counter() - start


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    loaded = load(content_folder(), assets=assets_folder())
    cards = tuple(Card(card.id, card.theme, card.kind) for card in loaded.library.cards.values())
    plan = Plan(Table(loaded.library.boards["permis"].rules(), cards), TEAMS, SECONDS)
    tables = best(lambda: find_lanes(plan.table))
    session = best(lambda: simulate(plan, GAMES, 1))
    at_once = simulate(plan, MANY, 1).played.throws / best(lambda: simulate(plan, MANY, 1))
    plainly = play_plainly(plan.table, TEAMS, SECONDS, plan.durations, PLAIN, (1,)).throws
    plain = plainly / best(lambda: play_plainly(plan.table, TEAMS, SECONDS, plan.durations, PLAIN, (1,)))
    classic = Plan(Table(loaded.library.boards["oie-63"].rules(), cards), TEAMS, SECONDS)
    classic_tables = best(lambda: find_lanes(classic.table))
    foreseen = best(lambda: simulate(classic, FORESEEN, 1))
    with tempfile.TemporaryDirectory() as data:
        desk = LaptopDesk(loaded, Path(data), SystemClock())
        first = wait_for_forecast(desk, 4)
        next_ones = max(wait_for_forecast(desk, teams) for teams in (2, 3, 5, 6, 7, 8))
        desk.close()
    return [
        ("simulated turns a second, whole sessions, one core", f"{at_once:,.0f}", "aim 10,000,000"),
        ("the same sessions by the rules engine", f"{plain:,.0f}", f"{at_once / plain:,.0f} x slower; aim 20 x"),
        ("20,000 sessions of the default board, its tables kept", f"{session * 1e3:.0f} ms", "under 500 ms"),
        ("the tables of the default board, from its rules", f"{tables * 1e3:.0f} ms", "once for a board"),
        ("the tables of the classic 63 board", f"{classic_tables * 1e3:.0f} ms", "once for a board"),
        (f"{FORESEEN:,} sessions of it, as for a forecast", f"{foreseen * 1e3:.0f} ms", "under 100 ms"),
        ("first forecast of the set-up, in its thread", f"{first * 1e3:.0f} ms", "under 100 ms"),
        ("forecast after a change of the teams, the slowest", f"{next_ones * 1e3:.0f} ms", "under 100 ms"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
