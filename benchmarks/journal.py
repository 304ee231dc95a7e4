"""What a dispatch costs beside the disk, and how long a long session takes to resume."""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.rules import Board, Card, GameState, Phase, Square, commands as g  # noqa: E402 - the checkout is run in place
from game.session import commands as c, folder  # noqa: E402 - as above
from game.session.agenda import Act, ActKind  # noqa: E402 - as above
from game.session.clock import ManualClock  # noqa: E402 - as above
from game.session.dispatch import Session  # noqa: E402 - as above
from game.session.events import Opening, TeamEntry  # noqa: E402 - as above
from game.session.folder import JOURNAL  # noqa: E402 - as above
from game.session.history import replay  # noqa: E402 - as above
from game.session.journal import read  # noqa: E402 - as above

DISPATCHES, RECORDS, ROUNDS = 1_000, 5_000, 10
THEMES = ("emploi", "justice", "liens", "logement", "sante", "vie-quotidienne")
STEPS: dict[Phase, g.GameCommand] = {
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
    Phase.WORD: g.LayBrick("ensemble"),
}


def opening() -> c.OpenSession:
    """Return the command that begins a session of four teams, with a deck of 96 cards."""
    squares = tuple(Square(f"s{at}", THEMES[at % 6]) for at in range(1, 31))
    cards = tuple(Card(f"c{number}", THEMES[number % 6], "question") for number in range(96))
    acts = (Act(ActKind.GAME, 45), Act(ActKind.CLOSING, 5))
    titles = {theme: theme.title() for theme in THEMES}
    fixed = Opening("seance", "Ripaillon", "pilotes", "f", "F", acts, Board("b", squares), "B", cards, titles, seed=7)
    return c.OpenSession(fixed, tuple(TeamEntry(f"t{team}", f"Équipe {team}", "bird", 4) for team in range(4)))


def next_step(state: GameState) -> g.GameCommand:
    """Return the command that goes on with the game."""
    if state.phase is Phase.READY:
        return g.RollDice() if state.can_move(state.turn) else g.DrawCard()
    return STEPS[state.phase]


def timed_dispatch(session: Session) -> float:
    """Give one command, and return how many seconds it took."""
    command = next_step(session.state.game)
    start = time.perf_counter()
    session.dispatch(command)
    return time.perf_counter() - start


def timed_append(file: int, line: bytes) -> float:
    """Append the same bytes to a bare file, and return how many seconds it took."""
    start = time.perf_counter()
    os.write(file, line)
    os.fsync(file)
    return time.perf_counter() - start


def played(place: Path) -> tuple[float, float, bytes]:
    """Play a very long session, each of its first records also appended to a bare file.

    Returns:
        The median seconds of a dispatch, those of a bare append, and the journal.
    """
    opened = folder.create(place, opening(), ManualClock(datetime(2026, 11, 23, 14, 5, tzinfo=UTC)))
    journal = os.open(opened.path / JOURNAL, os.O_RDONLY)
    bare = os.open(place / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    size, ours, theirs = os.fstat(journal).st_size, [], []
    for _ in range(DISPATCHES):
        ours.append(timed_dispatch(opened.session))
        os.lseek(journal, size, os.SEEK_SET)
        line = os.read(journal, 1 << 20)
        size += len(line)
        theirs.append(timed_append(bare, line))
    os.close(bare)
    os.close(journal)
    for _ in range(RECORDS - 1 - DISPATCHES):
        opened.session.dispatch(next_step(opened.session.state.game))
    opened.close()
    return statistics.median(ours), statistics.median(theirs), (opened.path / JOURNAL).read_bytes()


def resume_seconds(content: bytes) -> float:
    """Return the shortest time to read and fold a journal."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        replay(read(content).records)
        times.append(time.perf_counter() - start)
    return min(times)


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs, content = played(Path(name))
    bare = f"{theirs * 1e6:.0f} µs for a bare append and fsync: {ours / theirs:.2f} x (under 1.5 x)"
    return [
        ("dispatch, on the disk", f"{ours * 1e6:.0f} µs", bare),
        (f"resume {RECORDS:,} records", f"{resume_seconds(content) * 1000:.0f} ms", "under 100 ms"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
