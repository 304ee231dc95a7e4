from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from closed import Closed, keep

from benchmarks.postgres import MISSING, Server, programs
from game.cli import main as cli

_numbers = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL server; without it these tests are skipped, and say so."""
    found = programs()
    if found is None:
        pytest.skip(MISSING)
    made = Server.make(found)
    yield made
    made.remove()


@pytest.fixture
def database(server: Server) -> str:
    """Make an empty database on the server, and return its name."""
    name = f"bilans_{next(_numbers)}"
    server.sql(f"CREATE DATABASE {name}")
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bilans.sqlite'}"
    server: Server = request.getfixturevalue("server")
    return server.address(request.getfixturevalue("database"))


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    """The folder of sessions of a laptop."""
    return tmp_path / "seances"


@pytest.fixture
def closed(sessions: Path) -> Callable[..., Closed]:
    """Keep sessions that are closed, with all that a record can hold."""
    return lambda name="2026-11-23_14h05_Ripaillon", **changes: keep(sessions, name, **changes)


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command on the data folder of the test: its exit code, what it prints, what it complains about."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--donnees", str(tmp_path), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run
