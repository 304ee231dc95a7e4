"""How long 1,000 sessions of 300 records take to be published in PostgreSQL; published twice, the rows are compared."""

import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from sqlalchemy import create_engine, select

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.postgres import MISSING, Server, programs  # noqa: E402 - the checkout is run in place
from benchmarks.records import write_journals  # noqa: E402 - as above
from game.publishing.publishing import publish_all  # noqa: E402 - as above
from game.publishing.schema import metadata  # noqa: E402 - as above
from game.session.folder import session_folders  # noqa: E402 - as above

SESSIONS = 1_000


def seconds_to_publish(address: str, sessions: Path) -> float:
    """Publish the sessions of a folder, and return how many seconds it took."""
    start = time.perf_counter()
    told = list(publish_all(address, session_folders(sessions)))
    seconds = time.perf_counter() - start
    if len(told) != SESSIONS:
        raise SystemExit(f"{len(told)} sessions were published out of {SESSIONS}")
    return seconds


def rows_of(address: str) -> tuple[int, str]:
    """Return how many rows the database has, and a digest of them all."""
    digest, count = sha256(), 0
    engine = create_engine(address)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key)):
                digest.update(repr(tuple(row)).encode())
                count += 1
    engine.dispose()
    return count, digest.hexdigest()


def measured(address: str, sessions: Path) -> list[tuple[str, str, str]]:
    """Publish twice, and return the rows of the table of benchmarks."""
    first = seconds_to_publish(address, sessions)
    count, before = rows_of(address)
    again = seconds_to_publish(address, sessions)
    if rows_of(address) != (count, before):
        raise SystemExit("publishing twice does not give the same rows")
    return [
        (f"publish {SESSIONS:,} sessions to PostgreSQL, {count:,} rows", f"{first:.1f} s", "under 20 s"),
        ("publish them again", f"{again:.1f} s", "the same rows, compared one by one"),
    ]


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    found = programs()
    if found is None:
        return [("publish to PostgreSQL", "not measured", MISSING)]
    server = Server.make(found, options="")
    try:
        with tempfile.TemporaryDirectory() as name:
            write_journals(Path(name), SESSIONS)
            return measured(server.address("postgres"), Path(name))
    finally:
        server.remove()


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
