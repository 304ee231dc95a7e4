"""Databases of other times and other hands: brought up to date with their rows, or left as they are and said so."""

import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from closed import Closed, publish, rows
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, Table, create_engine, insert, inspect, text

from benchmarks.postgres import OWNER, PASSWORD, Server
from game.publishing import addresses, migrating, schema
from game.publishing.migrating import VERSION_TABLE, upgrade
from game.publishing.views import VIEWS
from game.publishing.writing import Fate
from game.session import commands as c
from game.session.sheet import Sheet

ROOT = Path(__file__).resolve().parents[2]
VERSION_1 = Path(__file__).with_name("version-1")
"""A database that the first revision made, with the sessions that were published in it."""
Keep = Callable[..., Closed]
Permis = Callable[..., tuple[int, str, str]]
OLD = sorted(set(schema.metadata.tables) - {"session_versions"})
LATER = {"relays"}
"""Columns that came after version 1."""


def upgraded(address: str, revision: str = "head") -> None:
    engine = addresses.opened(addresses.parsed(address))
    upgrade(engine, revision)
    engine.dispose()


def fill(address: str) -> None:
    """Put the rows of the kept database of version 1 in another one."""
    upgraded(address, "0001")
    engine = create_engine(address)
    kept = rows(f"sqlite:///{VERSION_1 / 'bilans.sqlite'}", OLD, but_for=LATER)
    with engine.begin() as connection:
        for table in schema.metadata.sorted_tables:
            if kept.get(table.name):
                named = [named_row(table, row) for row in kept[table.name]]
                connection.execute(insert(table), named)
    engine.dispose()


def named_row(table: Table, row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip([name for name in table.c.keys() if name not in LATER], row, strict=True))  # noqa: SIM118


def back_to_version_1(server: Server, database: str) -> None:
    server.sql("DROP TABLE session_versions", database)
    server.sql("ALTER TABLE sessions DROP COLUMN relays CASCADE", database)
    server.sql(f"UPDATE {VERSION_TABLE} SET version_num = '0001'", database)  # noqa: S608


def test_a_database_of_version_1_is_brought_up_to_date_with_its_rows(base: str, tmp_path: Path) -> None:
    if base.startswith("sqlite"):
        shutil.copyfile(VERSION_1 / "bilans.sqlite", tmp_path / "bilans.sqlite")
    else:
        fill(base)
    before = rows(base, OLD, but_for=LATER)

    upgraded(base)

    after = rows(base)
    assert rows(base, OLD, but_for=LATER) == before
    assert {row[-1] for row in after["sessions"]} == {None}, "the new column is empty"
    assert len(before["sessions"]) == 2
    assert len(before["envelopes"]) == 1
    sessions = [named_row(schema.sessions, row) for row in before["sessions"]]
    assert after["session_versions"] == [(row["id"], 1, row["status"], row["record"]) for row in sessions]


def test_sessions_published_with_version_1_are_known_again(tmp_path: Path) -> None:
    shutil.copyfile(VERSION_1 / "bilans.sqlite", tmp_path / "bilans.sqlite")
    address = f"sqlite:///{tmp_path / 'bilans.sqlite'}"

    told = publish(address, VERSION_1 / "seances")

    assert {one.fate for one in told} == {Fate.REPLACED}, "their new column is filled"
    assert {row[-1] for row in rows(address)["sessions"]} == {0}
    assert [len(rows(address)[name]) for name in ("sessions", "session_versions", "envelopes")] == [2, 2, 1]


def test_the_revisions_make_the_tables_that_the_program_knows(base: str) -> None:
    upgraded(base)
    engine = create_engine(base)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, schema.metadata) == []
        assert set(inspect(connection).get_view_names()) == {view.name for view in VIEWS}
    engine.dispose()


def test_many_laptops_may_bring_a_database_up_to_date_at_once(base: str) -> None:
    with ThreadPoolExecutor() as pool:
        list(pool.map(upgraded, [base] * 6))

    assert rows(base)["sessions"] == []


def test_a_laptop_that_another_one_overtakes_finds_the_tables_made(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = migrating._revision  # noqa: SLF001 - the moment between looking and waiting for one's turn

    def overtaken(connection: Connection) -> str | None:
        found = looked(connection)
        monkeypatch.setattr(migrating, "_revision", looked)
        upgraded(server.address(database))
        return found

    monkeypatch.setattr(migrating, "_revision", overtaken)

    upgraded(server.address(database))

    assert rows(server.address(database))["sessions"] == []


def test_a_newer_database_is_said_and_left_as_it_is(permis: Permis, closed: Keep, sessions: Path, base: str) -> None:
    closed("s1")
    publish(base, sessions)
    engine = create_engine(base)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608
    engine.dispose()
    closed("s2")
    before = rows(base)

    code, out, err = permis("publier", "--vers", base)

    assert (code, out) == (1, "")
    assert err.startswith("Cette base vient d’une version plus récente du programme\u00a0: mettez-le à jour")
    assert rows(base) == before


def test_a_database_of_another_program_is_said_and_left_as_it_is(permis: Permis, closed: Keep, base: str) -> None:
    closed()
    engine = create_engine(base)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE sessions (id INTEGER)"))

    code, _, err = permis("publier", "--vers", base)

    assert code == 1
    assert "des tables d’un autre programme (sessions)" in err
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["sessions"]
    engine.dispose()


@pytest.fixture
def roles(server: Server, database: str, permis: Permis) -> str:
    """Create the roles as the owner of a database does: with psql, from what the command prints."""
    upgraded(server.address(database))
    code, sql, _ = permis("publier", "--roles")
    assert code == 0
    for _ in range(2):  # it may be run again
        psql(server, database, sql)
    for user, role in (("portable", "permis_ecriture"), ("tableau", "permis_lecture")):
        server.sql(f"DROP ROLE IF EXISTS {user}")
        server.sql(f"CREATE ROLE {user} LOGIN PASSWORD '{PASSWORD}' IN ROLE {role}")
    return database


def psql(server: Server, database: str, sql: str) -> None:
    place = f"postgresql://{OWNER}:{PASSWORD}@127.0.0.1:{server.port}/{database}"
    command = [server.programs / "psql", "-q", "-v", "ON_ERROR_STOP=1", place]
    done = subprocess.run(command, input=sql, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_writer_publishes_corrects_and_takes_nothing_away(
    closed: Keep, sessions: Path, server: Server, roles: str
) -> None:
    one = closed()
    one.seal("e1")
    address = server.address(roles, "portable")

    assert [told.fate for told in publish(address, sessions)] == [Fate.NEW]
    one.do(c.FillSheet(Sheet(people=12)))
    assert [told.fate for told in publish(address, sessions)] == [Fate.REPLACED]

    for command in (
        "DELETE FROM sessions",
        "DELETE FROM session_versions",
        "DELETE FROM envelopes",
        "UPDATE envelopes SET sealed = ''",
        "SELECT sealed FROM envelopes",
        "DROP TABLE sessions",
        "UPDATE permis_version SET version_num = '0001'",
    ):
        with pytest.raises(InsufficientPrivilege):
            server.sql(command, roles, "portable")


def test_the_reader_sees_the_views_and_nothing_else(closed: Keep, sessions: Path, server: Server, roles: str) -> None:
    closed().seal("e1")
    publish(server.address(roles), sessions)

    for view in VIEWS:
        server.sql(f"SELECT * FROM {view.name}", roles, "tableau")  # noqa: S608
    assert server.sql("SELECT lieu FROM v_seances", roles, "tableau") == [("Ripaillon",)]

    for table in [*schema.metadata.tables, VERSION_TABLE]:
        with pytest.raises(InsufficientPrivilege):
            server.sql(f"SELECT 1 FROM {table}", roles, "tableau")  # noqa: S608
    for command in (
        "DELETE FROM v_seances",
        "INSERT INTO words VALUES ('x', 1, 'x')",
        "UPDATE v_seances SET lieu = ''",
    ):
        with pytest.raises(InsufficientPrivilege):
            server.sql(command, roles, "tableau")


def test_a_database_brought_up_to_date_keeps_its_readers(server: Server, roles: str) -> None:
    back_to_version_1(server, roles)

    upgraded(server.address(roles))

    assert server.sql("SELECT * FROM v_seances", roles, "tableau") == []


def test_a_writer_who_meets_an_older_database_is_told_what_to_do(
    permis: Permis, closed: Keep, server: Server, roles: str
) -> None:
    closed()
    back_to_version_1(server, roles)

    code, _, err = permis("publier", "--vers", server.address(roles, "portable"))

    assert code == 1
    assert "cet utilisateur n’a pas le droit de le faire\u202f; voyez les rôles" in err


def test_postgresql_tells_what_each_column_holds(server: Server, database: str) -> None:
    upgraded(server.address(database))

    told = dict(
        server.sql(
            "SELECT column_name, col_description('v_meteo'::regclass, ordinal_position) "
            "FROM information_schema.columns WHERE table_name = 'v_meteo'",
            database,
        )
    )

    assert told["mains"] == "Combien de mains."
    assert all(told.values())


def test_the_guide_names_each_table_each_view_and_their_columns() -> None:
    guide = (ROOT / "docs" / "publier.md").read_text(encoding="utf-8")
    names = [(table.name, table.c.keys()) for table in schema.metadata.sorted_tables]
    names += [(view.name, [name for name, *_ in view.columns]) for view in VIEWS]
    sections = {part.partition("`")[0]: part for part in guide.split("\n#### `")[1:]}
    missing = [
        f"{name}.{column}"
        for name, columns in names
        for column in columns
        if f"`{column}`" not in sections.get(name, "")
    ]
    assert missing == []
