"""A PostgreSQL server of the tests and of a benchmark: on a free port, under an ordinary user, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psycopg

OWNER, PASSWORD = "proprietaire", "mot-de-passe-secret"
MISSING = "PostgreSQL is not installed here (Debian: postgresql): publishing to a server is not tested"
QUICK = "-c fsync=off -c full_page_writes=off -c shared_buffers=16MB -c max_connections=30"
_ORDINARY = ("postgres", "nobody")


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest ones; none when it is not installed."""
    if os.name == "nt":
        return None  # it cannot be made an ordinary user's here
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


@cache
def _ordinary_user() -> dict[str, Any]:
    """Return what makes a program run as an ordinary user: initdb refuses to be run by root."""
    if os.geteuid():
        return {}
    import pwd  # noqa: PLC0415 - Windows has none, and no root either

    for name in _ORDINARY:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError(f"no ordinary user among {_ORDINARY}")


@dataclass
class Server:
    """A server that can be stopped and started again."""

    programs: Path
    top: Path
    port: int
    options: str

    @classmethod
    def make(cls, programs: Path, options: str = QUICK) -> "Server":
        """Make a server and start it; without the quick options, what it says is written is on the disk."""
        top = Path(tempfile.mkdtemp(prefix="permis-postgresql-"))
        (top / "password").write_text(PASSWORD)
        if not os.geteuid():
            for path in (top, top / "password"):
                os.chown(path, _ordinary_user()["user"], _ordinary_user()["group"])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = cls(programs, top, port, options)
        server._run("initdb", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256", "-U", OWNER,
                    "--pwfile", str(top / "password"))  # fmt: skip
        server.start()
        return server

    def start(self) -> None:
        """Start it, and come back when it answers."""
        listen = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p {self.port}"
        self._run("pg_ctl", "-w", "-l", str(self.top / "log"), "-o", f"{listen} {self.options}", "start")

    def stop(self) -> None:
        """Stop it as a power cut does: no session of a client is waited for."""
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    def remove(self) -> None:
        """Stop it for good."""
        if self.is_up():
            self.stop()
        shutil.rmtree(self.top, ignore_errors=True)

    def is_up(self) -> bool:
        """Tell whether it answers."""
        command = [str(self.programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0

    def address(self, database: str, user: str = OWNER, password: str = PASSWORD) -> str:
        """Return the address of one of its databases."""
        return f"postgresql+psycopg://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def sql(self, command: str, database: str = "postgres", user: str = OWNER) -> list[tuple[Any, ...]]:
        """Run a command as a user, and return its rows."""
        place = f"host=127.0.0.1 port={self.port} dbname={database} user={user} password={PASSWORD}"
        with psycopg.connect(place, autocommit=True) as connection:
            done = connection.execute(command)
            return done.fetchall() if done.description else []

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), "-D", str(self.top / "data"), *arguments]
        done = subprocess.run(
            command,
            check=False,
            cwd=self.top,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            **_ordinary_user(),
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")
