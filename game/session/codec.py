"""Commands and events to JSON values and back. The class name is the tag; fields keep their names.

A field may be added with a default: older records are read without it. A class or a field is never renamed; when its
meaning has to change, it gets a new name and the old one stays readable.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, get_args

from game.rules import board, commands as rules_commands, events as rules_events
from game.session import agenda, commands, events

JSON = Any
"""What the ``json`` module reads and writes."""


class UnknownRecordError(ValueError):
    """A record names a class or a field that this version of the program does not know."""


_FIXED = (board.Board, board.Square, board.Card, agenda.Act, events.Opening, events.TeamEntry, *get_args(board.Effect))
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
_FIELDS = {kind: tuple(item.name for item in fields(kind)) for kind in _CLASSES.values()}
_ENUMS: dict[tuple[type, str], Callable[[str], Any]] = {
    (board.Board, "finish"): board.Finish,
    (agenda.Act, "kind"): agenda.ActKind,
}


def to_json(value: object) -> JSON:
    """Return a command, an event or a field of one as JSON values."""
    names = _FIELDS.get(type(value))
    if names is not None:
        return {"t": type(value).__name__, **{name: to_json(getattr(value, name)) for name in names}}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return value


def from_json(value: JSON) -> Any:  # noqa: ANN401 - the tag says which class comes back
    """Return what `to_json` was given.

    Raises:
        UnknownRecordError: the tag or a field is not known to this version.
    """
    if isinstance(value, list):
        return tuple([from_json(item) for item in value])
    if not isinstance(value, dict) or "t" not in value:
        return value
    kind = _CLASSES.get(value["t"])
    if kind is None:
        raise UnknownRecordError(value["t"])
    kept = {}
    for name, field in value.items():
        if name == "t":
            continue
        if type(field) is list or type(field) is dict:
            kept[name] = from_json(field)
        else:
            enum = _ENUMS.get((kind, name))
            kept[name] = enum(field) if enum else field
    try:
        return kind(**kept)
    except TypeError as error:
        raise UnknownRecordError(f"{value['t']}: {error}") from error
