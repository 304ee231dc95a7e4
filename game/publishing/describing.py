"""What is made anew around the tables each time they change: the views, the words on each column, and the rights."""

from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection, text
from sqlalchemy.schema import SetColumnComment, SetTableComment

from game.french import unbroken
from game.publishing.schema import metadata
from game.publishing.views import VIEWS, View

ROLES = ("permis_ecriture", "permis_lecture")
_RIGHTS = "-- Droits"
"""The line of ``roles.sql`` after which rights are given; before it, the roles are made."""


def describe(connection: Connection) -> None:
    """Make the views; in PostgreSQL, say what each column holds, and give the roles their rights when they exist."""
    for view in VIEWS:
        connection.execute(text(view.sql))
    if connection.dialect.name == "postgresql":
        _comment(connection)
        known = connection.execute(text("SELECT rolname FROM pg_roles WHERE rolname LIKE 'permis%'")).scalars()
        if set(ROLES) <= set(known):
            _run(connection, roles_sql().partition(_RIGHTS)[2])


def drop_views(connection: Connection) -> None:
    """Take the views away: while they look at a column, it cannot change."""
    for view in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {view.name}"))


def roles_sql() -> str:
    """Return the SQL that makes the roles and gives them their rights."""
    return files("game.publishing").joinpath("roles.sql").read_text(encoding="utf-8")


def _comment(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        connection.execute(SetTableComment(table))
        for column in table.columns:
            connection.execute(SetColumnComment(column))
    for view in VIEWS:
        for command in _comments_of(view):
            _run(connection, command)


def _run(connection: Connection, command: str) -> None:
    """Run a command as it is written: to the driver, a lone percent sign would stand for a value."""
    connection.exec_driver_sql(command.replace("%", "%%"))


def _comments_of(view: View) -> Iterator[str]:
    yield f"COMMENT ON VIEW {view.name} IS {_quoted(view.told)}"
    for name, _, told in view.columns:
        yield f"COMMENT ON COLUMN {view.name}.{name} IS {_quoted(told)}"


def _quoted(told: str) -> str:
    return "'" + unbroken(told).replace("'", "''") + "'"
