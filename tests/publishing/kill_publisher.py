"""Publish, acknowledge each session on standard output, and stop in the middle of one, for a test that kills this.

Usage: kill_publisher.py ADDRESS SESSIONS HELD. In the middle of the session numbered HELD, some of its rows written and
others not, the program says ``middle`` and waits until its standard input is closed. With 0 it goes to the end.
"""

import sys
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Connection

from game.publishing import publishing, writing
from game.publishing.rows import Rows
from game.session.folder import session_folders


def main(address: str, sessions: Path, held: int) -> None:
    """Publish it all, or up to the middle of one."""
    add_parts = writing._add_parts  # noqa: SLF001 - the place that is in the middle of a session
    begun = 0

    def waiting(connection: Connection, rows: Rows) -> None:
        nonlocal begun
        begun += 1
        if begun == held:
            say("middle")
            sys.stdin.read()
        add_parts(connection, rows)

    with patch.object(writing, "_add_parts", waiting):
        for told in publishing.publish_all(address, session_folders(sessions)[::-1]):
            say(told.name)


def say(line: str) -> None:
    """Write a line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
