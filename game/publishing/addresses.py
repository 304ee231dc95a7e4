"""Where a database is: its address, shown without its secrets, and the engine that goes there."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError

from game.french import unbroken
from game.publishing.troubles import PublishingError

_POSTGRESQL = "postgresql+psycopg"
_KNOWN = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    _POSTGRESQL: _POSTGRESQL,
    "postgresql": _POSTGRESQL,
    "postgres": _POSTGRESQL,
}
_PATIENCE = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""How long one waits for a server (seconds; the last one in milliseconds): a network that falls silent must not hold us
for hours. An address may say otherwise.
"""
_WAIT_SECONDS = 30
"""How long one waits for another program that writes in the same SQLite file."""
_EXAMPLES = "sqlite:///bilans.sqlite, ou postgresql+psycopg://UTILISATEUR@SERVEUR/BASE"


def file_address(path: Path) -> str:
    """Return the address of a SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def parsed(text: str) -> URL:
    """Return the address that somebody typed.

    Raises:
        PublishingError: it is none, or its kind of database is not one of ours. The text is not repeated: there may be
            a password in it.
    """
    try:
        address = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise PublishingError(unbroken(f"Cette adresse de base ne se lit pas. Elle s’écrit : {_EXAMPLES}.")) from error
    driver = _KNOWN.get(address.drivername)
    if driver is None:
        said = f"On ne sait pas publier vers « {address.drivername} ». L’adresse s’écrit : {_EXAMPLES}."
        raise PublishingError(unbroken(said))
    if not address.database:
        raise PublishingError(unbroken(f"Cette adresse ne dit pas quelle base. Elle s’écrit : {_EXAMPLES}."))
    return address.set(drivername=driver)


def shown(address: URL) -> str:
    """Return how an address is shown: where, and neither a password nor any option."""
    where = URL.create(address.drivername, address.username, None, address.host, address.port, address.database)
    return where.render_as_string()


def opened(address: URL) -> Engine:
    """Return the engine of an address; nothing is reached yet."""
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, connect_args={"timeout": _WAIT_SECONDS})
        event.listen(engine, "connect", _own_transactions)
        event.listen(engine, "begin", _begin)
        return engine
    patience = {name: value for name, value in _PATIENCE.items() if name not in address.query}
    return create_engine(address, connect_args=patience, hide_parameters=True)


def _own_transactions(connection: DBAPIConnection, _: object) -> None:
    """Let no transaction begin by itself: Python’s module would begin them late, and never around a CREATE TABLE."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Any) -> None:  # noqa: ANN401 - the event gives a connection of any dialect
    """Take the right to write at once: two programs that would both begin by reading could not both go on."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
