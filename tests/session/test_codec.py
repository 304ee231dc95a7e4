"""Every command and every event comes back from JSON as it was."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from builders import START, begun
from hypothesis import given, settings, strategies as st

from game.rules import Board, Finish, Square, commands as rules_commands, events as rules_events
from game.rules.board import Effect
from game.session import commands, events, folder
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.codec import UnknownRecordError, from_json, to_json
from game.session.folder import JOURNAL, SessionFolderError
from game.session.records import Record, decode, digest, encode

KINDS = (*get_args(commands.Command), *get_args(events.Event), *get_args(Effect), Board, Act)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def through_json(value: object) -> object:
    return from_json(json.loads(json.dumps(value, default=to_json)))


def test_no_command_and_no_event_is_left_out() -> None:
    for module, kinds in (
        (rules_commands, get_args(rules_commands.GameCommand)),
        (rules_events, get_args(rules_events.GameEvent)),
        (commands, get_args(commands.Command)),
        (events, (*get_args(events.Event), events.Opening, events.TeamEntry)),
    ):
        defined = {item for item in vars(module).values() if getattr(item, "__module__", "") == module.__name__}
        assert {item for item in defined if isinstance(item, type)} == {
            kind for kind in kinds if kind.__module__ == module.__name__
        }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_it_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    back = through_json(value)
    assert back == value
    assert repr(back) == repr(value), "the types of the fields too"


@settings(max_examples=30)
@given(st.from_type(commands.Command), st.lists(st.from_type(events.Event), min_size=1, max_size=4))
def test_a_record_comes_back_from_its_line(command: commands.Command, happened: list[events.Event]) -> None:
    record = Record(3, START, command, tuple(happened))
    line, sealed = encode(record, "before")
    assert b"\n" not in line
    assert decode(line, "before") == (record, sealed)


def test_a_theme_may_have_the_name_of_the_tag() -> None:
    themes = {"t": "Transports", "v": "Vie quotidienne"}
    assert through_json(_opened(themes)) == _opened(themes)


def _opened(themes: dict[str, str]) -> events.SessionOpened:
    board = Board("b", (Square("s1"),))
    acts = (Act(ActKind.GAME, 5),)
    return events.SessionOpened(events.Opening("i", "p", "m", "f", "t", acts, board, "B", (), themes, 1))


def test_an_unknown_tag_is_refused_with_its_name() -> None:
    with pytest.raises(UnknownRecordError, match="TeleportPawn"):
        from_json({"t": "TeleportPawn", "to": 3})


@pytest.mark.parametrize(
    "value",
    [
        {"t": "TurnPassed", "team": "a", "mood": "sunny"},
        {"t": "TurnPassed"},
        {"t": "Board", "id": "b", "squares": [], "finish": "explode"},
        {"t": "SessionOpened", "opening": {"t": "Teleport"}},
        {"team": "a"},
    ],
)
def test_what_this_version_does_not_know_is_refused_and_never_guessed(value: dict[str, Any]) -> None:
    with pytest.raises(UnknownRecordError):
        from_json(value)


def test_an_older_record_is_read_without_the_fields_that_came_later() -> None:
    assert from_json({"t": "Board", "id": "b", "squares": []}) == Board("b", (), 1, 6, Finish.PASS)


def test_a_session_of_a_newer_program_is_refused_as_newer_and_left_as_it_is(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    opened.close()
    content = (opened.path / JOURNAL).read_bytes()
    last_hash = content[-35:-3].decode()
    line, _ = encode(Record(2, START, commands.PauseSession(), (events.SessionPaused(),)), last_hash)
    newer = line.replace(b"SessionPaused", b"SessionFrozen")
    resealed = _sealed_again(newer, last_hash)
    (opened.path / JOURNAL).write_bytes(content + resealed + b"\n")
    with pytest.raises(SessionFolderError) as trouble:
        folder.reopen(opened.path, ManualClock(START))
    assert trouble.value.code == "newer"
    assert "SessionFrozen" in trouble.value.detail
    assert (opened.path / JOURNAL).read_bytes() == content + resealed + b"\n"


def _sealed_again(line: bytes, previous: str) -> bytes:
    body = line.rpartition(b',"hash":"')[0]
    return body + b',"hash":"' + digest(previous, body).encode() + b'"}'
