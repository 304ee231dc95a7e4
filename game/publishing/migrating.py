"""The database follows the program: its tables are made, or brought up to date with their rows kept."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, inspect, select

from game.french import unbroken
from game.publishing import schema
from game.publishing.describing import describe, drop_views
from game.publishing.troubles import PublishingError

VERSION_TABLE = "permis_version"
"""Where the database tells its revision. Not Alembic’s usual name: the database may be another program’s too."""
_FOLDER = Path(__file__).with_name("migrations")
_LOCK = 7_365_021_118
"""Any number, the same in every program: whoever holds it in PostgreSQL changes the tables."""


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to the present tables, or to those of a revision; one program at a time, all or nothing.

    Raises:
        PublishingError: it belongs to a newer program, or to another one.
        SQLAlchemyError: it refused.
    """
    scripts = ScriptDirectory(str(_FOLDER))
    wanted = scripts.get_current_head() if revision == "head" else revision
    with engine.begin() as connection:
        if _revision(connection) == wanted:
            return
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        # Judged with the lock only: before it, another program may be making the very tables that are looked for.
        present = _revision(connection)
        _check(connection, present, {script.revision for script in scripts.walk_revisions()})
        if present != wanted:
            drop_views(connection)
            command.upgrade(config(connection), revision)
            if revision == "head":
                describe(connection)


def config(connection: Connection) -> Config:
    """Return what Alembic needs to work in the transaction of a connection."""
    made = Config()
    made.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    made.attributes["version_table"] = VERSION_TABLE
    return made


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _check(connection: Connection, present: str | None, known: set[str]) -> None:
    """Check that the tables can be brought up to date.

    Raises:
        PublishingError: they belong to a newer program, or to another one.
    """
    if present is None:
        _check_free(connection)
    elif present not in known:
        said = "Cette base vient d’une version plus récente du programme : mettez-le à jour, puis publiez à nouveau."
        raise PublishingError(unbroken(said))


def _check_free(connection: Connection) -> None:
    taken = sorted(set(inspect(connection).get_table_names()) & set(schema.metadata.tables))
    if taken:
        names = ", ".join(taken)
        said = f"Cette base a déjà des tables d’un autre programme ({names}) : publiez dans une base à part."
        raise PublishingError(unbroken(said))
