"""Commands and events to JSON values and back. The class name is the tag; fields keep their names.

A field may be added with a default: older records are read without it. A class or a field is never renamed; when its
meaning has to change, it gets a new name and the old one stays readable.
"""

from collections.abc import Callable
from dataclasses import fields
from enum import EnumType
from typing import Any, get_args, get_origin

from game.rules import board, commands as rules_commands, events as rules_events
from game.session import agenda, commands, events, sheet

JSON = Any
"""What the ``json`` module reads and writes."""


class UnknownRecordError(ValueError):
    """A record names a class or a field that this version of the program does not know."""


_FIXED = (
    board.Board,
    board.Options,
    board.FirstThrow,
    board.Square,
    board.Card,
    agenda.Act,
    agenda.PollQuestion,
    events.Opening,
    events.TeamEntry,
    sheet.ThemeTerms,
    sheet.CardTerms,
    sheet.Sheet,
    *get_args(board.Effect),
)
_CLASSES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *_FIXED,
        *get_args(rules_commands.GameCommand),
        *get_args(rules_events.GameEvent),
        *get_args(commands.SessionCommand),
        *get_args(events.SessionEvent),
        commands.Undo,
        commands.Redo,
        events.Undone,
        events.Redone,
    )
}
KNOWN = frozenset(_CLASSES)
"""The names of all that a journal may hold."""
_CONTAINERS = frozenset((dict, list))
_FIELDS = {kind: tuple(item.name for item in fields(kind)) for kind in _CLASSES.values()}


def _reader(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - a type, or a form of the typing module
    """Return what makes a field of its JSON value; ``None`` when the value is kept as it is."""
    if isinstance(hint, EnumType):
        return hint
    return from_json if _is_built(hint) else None


def _is_built(hint: Any) -> bool:  # noqa: ANN401 - as above
    return hint in _FIELDS or get_origin(hint) is tuple or any(map(_is_built, get_args(hint)))


def to_json(value: object) -> JSON:
    """Return a command, an event or a part of one as the fields of a JSON object: the ``default`` of a JSON encoder.

    Raises:
        TypeError: nothing of this class is written in a journal.
    """
    kind = type(value)
    names = _FIELDS.get(kind)
    if names is None:
        raise TypeError(f"{kind.__name__} is not for a journal")
    written: dict[str, object] = {"t": kind.__name__}
    for name in names:
        written[name] = getattr(value, name)
    return written


def from_json(value: JSON) -> Any:  # noqa: ANN401 - the tag says which class comes back
    """Return the command or the event that was written by `to_json`.

    Raises:
        UnknownRecordError: the tag or a field is not known to this version.
    """
    if type(value) is list:
        return tuple([from_json(item) if type(item) in _CONTAINERS else item for item in value])
    if type(value) is not dict:
        return value
    tag = value.get("t", "")
    kind = _CLASSES.get(tag)
    if kind is None:
        raise UnknownRecordError(tag)
    kept = value.copy()
    del kept["t"]
    try:
        for name, reader in _READERS[kind].items():
            if name in kept:
                kept[name] = reader(kept[name])
        return kind(**kept)
    except UnknownRecordError:
        raise
    except (TypeError, ValueError) as error:
        raise UnknownRecordError(f"{tag}: {error}") from error


_READERS = {
    kind: {item.name: reader for item in fields(kind) if (reader := _reader(item.type)) is not None}
    for kind in _CLASSES.values()
}
"""The fields of each class that are not kept as they are."""
