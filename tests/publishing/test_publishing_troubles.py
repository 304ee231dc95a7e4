"""Two publishers, a killed one, a server that goes away: complete sessions only, and plain sentences."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from closed import Closed, of_session, publish, rows
from sqlalchemy import Connection, Engine, event

from benchmarks.postgres import PASSWORD, Server
from game.publishing import addresses, publishing, writing
from game.publishing.rows import Rows
from game.publishing.sources import gather
from game.session.folder import session_folders

HERE = Path(__file__).resolve().parent
Keep = Callable[..., Closed]
Permis = Callable[..., tuple[int, str, str]]
NAMES = [f"s{number}" for number in range(1, 7)]


@pytest.fixture
def six(closed: Keep, sessions: Path) -> Path:
    """Keep six sessions, each its own."""
    for number, name in enumerate(NAMES):
        closed(name, seed=number).seal(f"enveloppe-{number}")
    return sessions


@pytest.fixture
def wanted(six: Path, tmp_path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows that a publisher leaves whom nothing disturbs."""
    address = f"sqlite:///{tmp_path / 'tranquille.sqlite'}"
    publish(address, six)
    return rows(address)


def publisher(address: str, sessions: Path, held: int = 0) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), "PYTHONUTF8": "1"}
    command = [sys.executable, str(HERE / "kill_publisher.py"), address, str(sessions), str(held)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_publishers_at_once_leave_the_rows_of_one(
    six: Path, wanted: dict[str, list[tuple[object, ...]]], base: str
) -> None:
    both = [publisher(base, six), publisher(base, six)]  # they begin with an empty database: both want to make it

    assert [one.communicate()[0].split() for one in both] == [NAMES, NAMES]

    assert [one.returncode for one in both] == [0, 0]
    assert rows(base) == wanted


def test_a_killed_publisher_leaves_complete_sessions_and_the_next_goes_on(
    six: Path, wanted: dict[str, list[tuple[object, ...]]], base: str
) -> None:
    with publisher(base, six, held=4) as killed:
        assert killed.stdout is not None
        assert [killed.stdout.readline().strip() for _ in range(4)] == [*NAMES[:3], "middle"]
        killed.kill()

    left = rows(base)
    assert [row[1] for row in sorted(left["sessions"], key=lambda row: row[1])] == NAMES[:3]
    for row in left["sessions"]:
        assert of_session(left, row[0]) == of_session(wanted, row[0])
    publish(base, six)
    assert rows(base) == wanted


@pytest.fixture
def stopped_after_three(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Let the server go away in the middle of the fourth session, and bring it back after the test."""
    add_parts, begun = writing._add_parts, 0  # noqa: SLF001 - the place that is in the middle of a session

    def cut(connection: Connection, rows: Rows) -> None:
        nonlocal begun
        begun += 1
        if begun == 4:
            server.stop()
        add_parts(connection, rows)

    monkeypatch.setattr(writing, "_add_parts", cut)
    yield server
    if not server.is_up():
        server.start()


def test_a_server_that_goes_away_is_said_and_nothing_is_half_there(
    six: Path,
    wanted: dict[str, list[tuple[object, ...]]],
    stopped_after_three: Server,
    database: str,
    permis: Permis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = stopped_after_three
    address = server.address(database)

    code, out, err = permis("publier", "--vers", address)

    assert (code, out) == (1, "")
    assert err == (
        f"La base «\u00a0postgresql+psycopg://proprietaire@127.0.0.1:{server.port}/{database}\u00a0»\u00a0: "
        "la connexion s’est coupée\u202f; le serveur s’est arrêté, ou le réseau.\n"
        "Séances\u00a0: 3\u00a0publiées, 3\u00a0enveloppes scellées ajoutées. "
        "Ce qui est publié l’est en entier\u202f; relancez la même commande pour continuer.\n"
    )
    server.start()
    left = rows(address)
    assert sorted(row[1] for row in left["sessions"]) == NAMES[:3]
    for row in left["sessions"]:
        assert of_session(left, row[0]) == of_session(wanted, row[0])
    monkeypatch.undo()
    publish(address, six)
    assert rows(address) == wanted


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("bilans", "ne se lit pas. Elle s’écrit"),
        ("mysql://quelqu-un:mot-de-passe-secret@serveur/base", "On ne sait pas publier vers «\u00a0mysql\u00a0»"),
        ("postgresql+psycopg://proprietaire:mot-de-passe-secret@serveur", "ne dit pas quelle base"),
        ("sqlite://", "ne dit pas quelle base"),
        ("postgresql+psycopg://a:mot-de-passe-secret@pas-de-serveur.invalid/base", "ce serveur est introuvable"),
        ("postgresql://a:mot-de-passe-secret@127.0.0.1:1/base", "le serveur ne répond pas\u202f; est-il démarré"),
        ("postgresql+psycopg://a@127.0.0.1:1/base?password=mot-de-passe-secret", "le serveur ne répond pas"),
        ("postgresql+psycopg://a@127.0.0.1:quatre/mot-de-passe-secret", "ne se lit pas"),
        ("sqlite:////nulle-part/bilans.sqlite", "le fichier ne s’ouvre pas"),
    ],
)
def test_a_wrong_address_is_said_without_any_password(permis: Permis, closed: Keep, address: str, said: str) -> None:
    closed()

    code, out, err = permis("publier", "--vers", address)

    assert (code, out) == (1, "")
    assert said in err
    assert PASSWORD not in err
    assert "Traceback" not in err


def test_what_the_server_refuses_is_said_without_any_password(
    permis: Permis, closed: Keep, server: Server, database: str, tmp_path: Path
) -> None:
    closed()
    wrong = server.address(database, password="autre-secret")  # noqa: S106 - a wrong one
    nowhere = server.address("pas_de_base")

    first, second = permis("publier", "--vers", wrong), permis("publier", "--vers", nowhere)

    assert (first[0], second[0]) == (1, 1)
    assert first[2].endswith("l’utilisateur ou le mot de passe est refusé.\n")
    assert second[2].endswith("cette base n’existe pas sur le serveur.\n")
    assert all(secret not in first[2] + second[2] for secret in (PASSWORD, "autre-secret"))
    assert list(tmp_path.glob("erreur_*")) == [], "nothing of it is logged"


def test_the_password_may_come_from_the_environment(
    permis: Permis, closed: Keep, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed()
    monkeypatch.setenv("PGPASSWORD", PASSWORD)

    code, _, err = permis("publier", "--vers", server.address(database).replace(f":{PASSWORD}", ""))

    assert (code, err) == (0, "")


def test_a_file_that_cannot_be_written_is_said(permis: Permis, closed: Keep, sessions: Path, tmp_path: Path) -> None:
    closed()
    address = f"sqlite:///{tmp_path / 'bilans.sqlite'}"
    publish(address, sessions)
    closed("s2")

    code, _, err = permis("publier", "--vers", f"sqlite:///file:{tmp_path / 'bilans.sqlite'}?mode=ro&uri=true")

    assert code == 1
    assert "en lecture seule" in err
    assert len(rows(address)["sessions"]) == 1


def test_a_full_disk_is_said_and_leaves_complete_sessions(
    permis: Permis,
    six: Path,
    wanted: dict[str, list[tuple[object, ...]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = f"sqlite:///{tmp_path / 'bilans.sqlite'}"
    publish(address, six / "pas-encore")
    with sqlite3.connect(tmp_path / "bilans.sqlite") as connection:
        [[pages]] = connection.execute("PRAGMA page_count")
    opened = addresses.opened

    def small(place: addresses.URL) -> Engine:
        engine = opened(place)
        event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count={pages + 8}"))
        return engine

    monkeypatch.setattr(publishing, "opened", small)

    code, _, err = permis("publier", "--vers", address)

    assert code == 1
    assert "il n’y a plus de place sur le disque" in err
    left = rows(address)
    assert 0 < len(left["sessions"]) < len(NAMES)
    for row in left["sessions"]:
        assert of_session(left, row[0]) == of_session(wanted, row[0])


def test_a_file_that_is_no_database_is_said_and_left_as_it_is(permis: Permis, closed: Keep, tmp_path: Path) -> None:
    closed()
    (tmp_path / "bilans.sqlite").write_text("Ceci est une lettre, assez longue pour ne pas être une base vide. " * 20)
    before = (tmp_path / "bilans.sqlite").read_bytes()

    code, _, err = permis("publier")

    assert code == 1
    assert "ce fichier n’est pas une base SQLite" in err
    assert (tmp_path / "bilans.sqlite").read_bytes() == before


def test_without_what_it_needs_the_command_says_what_to_install(
    permis: Permis, closed: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed()
    monkeypatch.setattr("game.cli.publish.find_spec", lambda name: None if name == "sqlalchemy" else True)

    code, _, err = permis("publier")

    assert code == 1
    assert 'pip install ".[publier]"' in err
    assert not (tmp_path / "bilans.sqlite").exists()


def test_the_first_line_of_a_journal_names_the_session_on_every_copy(closed: Keep, sessions: Path) -> None:
    one = closed()
    shutil.copytree(one.path, sessions / "copie-sur-une-cle")

    names = {gather(folder).id for folder in session_folders(sessions)}  # type: ignore[union-attr]

    assert len(names) == 1
