"""The sheets of sessions that are over: filled in, corrected, handed over, from the list of « Bilans »."""

from collections.abc import Sequence
from pathlib import Path

from game.content.reading.names import full_names, given_names
from game.desk.words import ERRORS, cannot_write
from game.language import tr
from game.records.files import write_outcome
from game.rules import Refusal
from game.screens.desk import DeskError
from game.screens.phrases import refused
from game.session import commands as c
from game.session.clock import Clock
from game.session.folder import SessionFolderError, read_records, reopen


def tell(folder: Path, command: c.FillSheet | c.SendRecord, clock: Clock) -> None:
    """Give a command to a session that is open nowhere, and write its record again.

    Raises:
        DeskError: it is open elsewhere, cannot be read, refuses the command, or the disk refuses.
    """
    try:
        opened = reopen(folder, clock)
    except SessionFolderError as error:
        raise DeskError(tr(ERRORS[error.code]).format(error.folder.name)) from error
    try:
        answer = opened.session.dispatch(command)
        if isinstance(answer, Refusal):
            raise DeskError(refused(answer, {}))
        if opened.session.journal.held and opened.session.journal.trouble:
            raise opened.session.journal.trouble
        write_outcome(folder, read_records(folder).records)
    except OSError as error:
        raise DeskError(cannot_write(folder, error)) from error
    finally:
        opened.close()


def names_in(text: str) -> Sequence[str]:
    """Return what looks like the name of a person in a text: whole names first, then first names alone."""
    whole = full_names(text)
    alone = [name for name in given_names(text) if not any(name in found for found in whole)]
    return tuple(dict.fromkeys([*whole, *alone]))
