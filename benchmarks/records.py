"""How long a year takes to be told: 1,000 real journals rolled up, again from their records, and written in Excel."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.content.library import Library  # noqa: E402 - the checkout is run in place
from game.content.load import load  # noqa: E402 - as above
from game.content.record_columns import read_columns, read_pillars  # noqa: E402 - as above
from game.desk.opening import opening_of  # noqa: E402 - as above
from game.exports.tables import tables_of  # noqa: E402 - as above
from game.exports.workbook import workbook_of  # noqa: E402 - as above
from game.places import assets_folder, content_folder  # noqa: E402 - as above
from game.records.adding import report  # noqa: E402 - as above
from game.records.gathering import gather  # noqa: E402 - as above
from game.records.outcome import Outcome, Totals  # noqa: E402 - as above
from game.rules import Phase, Refusal, commands as g  # noqa: E402 - as above
from game.screens.desk import SessionChoice  # noqa: E402 - as above
from game.session import commands as c  # noqa: E402 - as above
from game.session.clock import ManualClock  # noqa: E402 - as above
from game.session.dispatch import Session  # noqa: E402 - as above
from game.session.events import SessionOpened, TeamEntry  # noqa: E402 - as above
from game.session.folder import JOURNAL  # noqa: E402 - as above
from game.session.journal import Journal  # noqa: E402 - as above
from game.session.records import Record, encode  # noqa: E402 - as above
from game.session.sheet import Sheet  # noqa: E402 - as above
from game.session.state import SessionState  # noqa: E402 - as above

SESSIONS, EVENTS, PLAYED = 1_000, 300, 9
"""How many journals, of how many events each, and how many of them are played; the others are these on other days."""
YEAR = 2026
_WORDS = ("oser", "demander", "ensemble", "tenir bon", "respirer", "appeler")
_STEPS: dict[Phase, g.GameCommand] = {
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
}


class _Tape(Journal):
    """A journal in memory: what is measured is reading, and a disk that waits for each line would take the day."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.records: list[Record] = []

    def append(self, record: Record) -> None:
        """Keep a record."""
        self.records.append(record)


def _next(session: SessionState, turn: int) -> g.GameCommand | c.ShowCard:
    state = session.game
    if session.is_card_hidden:
        return c.ShowCard()
    if state.phase is Phase.WORD:
        return g.LayBrick(_WORDS[turn % len(_WORDS)])
    if state.phase is Phase.READY:
        return g.RollDice() if state.can_move(state.turn) else g.DrawCard()
    return _STEPS[state.phase]


def played(library: Library, number: int) -> list[Record]:
    """Play a whole session of `EVENTS` events with the shipped deck, its sheet filled in and handed over."""
    script = list(library.formats.values())[number % len(library.formats)]
    teams = tuple(TeamEntry(f"t{at}", name, "bird", 4) for at, name in enumerate(("Les Hérons", "Le Phare", "Le Pont")))
    clock = ManualClock(datetime(YEAR, 1, 1, 13, 5, tzinfo=UTC))
    choice = SessionChoice(script.id, f"Lieu {number}", teams)
    tape = _Tape()
    opening = opening_of(library, choice, clock.now().date(), name="seance", seed=number)
    session = Session.begin(c.OpenSession(opening, teams), tape, clock)
    game = next(index for index, act in enumerate(opening.acts) if act.kind.value == "jeu")
    session.dispatch(c.GoToAct(game))
    session.dispatch(c.TurnPage(session.state.pages - 1))
    while (
        sum(len(record.events) for record in tape.records) < EVENTS - 8 or session.state.game.phase is not Phase.READY
    ):
        clock.advance(17)
        at = len(tape.records)
        done = session.dispatch(c.Undo() if at % 40 == 0 else _next(session.state, at))  # a slip now and then
        if isinstance(done, Refusal):
            raise TypeError(f"the benchmark plays no longer: {done}")
    session.dispatch(c.GoToAct(len(opening.acts) - 1))
    session.dispatch(c.SetNextStep("t0", next(iter(opening.themes)), "appeler la mission locale"))
    clock.advance(240)
    session.dispatch(c.CloseSession())
    sheet = Sheet(newcomers=2, pilots=1, staff=1, codes=("P-12",), incident=False, note="Un groupe attentif.")
    session.dispatch(c.FillSheet(sheet))
    session.dispatch(c.SendRecord())
    return tape.records


def _moved(records: list[Record], name: str, days: int) -> Iterator[Record]:
    """Yield the records of a session as if it had been played on another day, under another name."""
    first = records[0]
    opened, *rest = first.events
    opening = replace(opened.opening, id=name)  # type: ignore[union-attr]  # a session begins with its opening
    command = replace(first.command, opening=opening)  # type: ignore[arg-type]  # as above
    yield Record(1, first.at + timedelta(days), command, (SessionOpened(opening), *rest))
    for record in records[1:]:
        yield Record(record.seq, record.at + timedelta(days), record.command, record.events)


def write_journals(sessions: Path, many: int = SESSIONS) -> None:
    """Write so many journals in a folder of sessions, over one year."""
    library = load(content_folder(), assets=assets_folder()).library
    tapes = [played(library, number) for number in range(min(PLAYED, many))]
    for number in range(many):
        days = number * 365 // many
        name = f"{date(YEAR, 1, 1) + timedelta(days)}_14h05_Lieu-{number}"
        lines, last = [], ""
        for record in _moved(tapes[number % len(tapes)], name, days):
            line, last = encode(record, last)
            lines.append(line + b"\n")
        (sessions / name).mkdir(parents=True)
        (sessions / name / JOURNAL).write_bytes(b"".join(lines))


def told(sessions: Path) -> None:
    """Roll a year up, as ``permis bilans`` does."""
    said = report(gather(sessions, Totals).outcomes, date(YEAR, 1, 1), date(YEAR, 12, 31), pillars={})
    if said.sessions != SESSIONS:
        raise ValueError(f"{said.sessions} sessions counted")


def seconds_to_write(sessions: Path) -> float:
    """Return how long a workbook of the year takes, from records that are read already."""
    content = content_folder()
    columns, pillars = read_columns(content)[0], read_pillars(content)
    outcomes = gather(sessions, Outcome).outcomes
    begun = time.perf_counter()
    said = report(outcomes, date(YEAR, 1, 1), date(YEAR, 12, 31), pillars=pillars)
    workbook_of(tables_of(outcomes, columns, pillars), said, columns)
    return time.perf_counter() - begun


def _timed(what: Callable[[Path], None], sessions: Path) -> float:
    begun = time.perf_counter()
    what(sessions)
    return time.perf_counter() - begun


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    with tempfile.TemporaryDirectory() as name:
        sessions = Path(name)
        write_journals(sessions)
        first = _timed(told, sessions)
        after = min(_timed(told, sessions) for _ in range(3))
        book = seconds_to_write(sessions)
    many = f"{SESSIONS:,} sessions of {EVENTS} events"
    return [
        (f"roll up {many}, from journals", f"{first:.2f} s", "under 2 s"),
        ("the same, from their records", f"{after:.2f} s", "under 0.2 s"),
        ("the same in a workbook (XLSX)", f"{book:.2f} s", "under 3 s"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
