"""The sheet of a session: counts, a short note, codes; refused when it cannot stand, corrected by a new version."""

from pathlib import Path

import pytest
from builders import START, begun, give

from game.rules import Refusal
from game.session import commands as c
from game.session.clock import ManualClock
from game.session.folder import OpenFolder, read_records
from game.session.history import replay
from game.session.sheet import LONGEST_NOTE, Sheet, is_code


@pytest.fixture
def opened(tmp_path: Path) -> OpenFolder:
    return begun(tmp_path, ManualClock(START))


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (Sheet(note="a" * (LONGEST_NOTE + 1)), "note_too_long"),
        (Sheet(codes=("A12", "Karim")), "not_a_code"),
        (Sheet(people=-1), "wrong_count"),
        (Sheet(pilots=21), "wrong_count"),
    ],
)
def test_a_sheet_that_cannot_stand_is_refused_whole(opened: OpenFolder, sheet: Sheet, code: str) -> None:
    answer = opened.session.dispatch(c.FillSheet(sheet))
    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert opened.session.state.sheet is None


def test_a_note_is_one_line_that_every_table_can_hold(opened: OpenFolder) -> None:
    give(opened.session, c.FillSheet(Sheet(note="  Un bon\n moment.\x00\x07 ")))
    assert opened.session.state.sheet == Sheet(note="Un bon moment.")


def test_the_record_goes_forward_and_each_correction_is_a_version(opened: OpenFolder) -> None:
    session = opened.session
    assert session.refusal(c.SendRecord()) == Refusal("not_closed")
    give(session, c.FillSheet(Sheet(newcomers=1)))
    give(session, c.FillSheet(Sheet(newcomers=2)))
    assert session.state.record_version == 1, "nothing is corrected as long as the session goes on"
    give(session, c.CloseSession())
    give(session, c.FillSheet(Sheet(newcomers=2)))
    assert session.state.record_version == 1, "the same sheet again corrects nothing"
    give(session, c.SendRecord())
    assert session.refusal(c.SendRecord()) == Refusal("already_sent")
    give(session, c.FillSheet(Sheet(newcomers=3)))
    assert (session.state.record_version, session.state.is_sent) == (2, False)
    give(session, c.SendRecord())
    assert [version for version, _ in session.state.sent] == [1, 2]


def test_the_sheet_comes_back_from_the_journal(opened: OpenFolder) -> None:
    sheet = Sheet("Atelier", 9, 2, 1, 1, ("A12",), incident=False, note="Calme.")
    give(opened.session, c.FillSheet(sheet))
    opened.close()
    assert replay(read_records(opened.path).records).state.sheet == sheet


def test_an_undo_leaves_the_sheet_as_it_is(opened: OpenFolder) -> None:
    give(opened.session, c.GoToAct(1))
    give(opened.session, c.FillSheet(Sheet(newcomers=2)))
    give(opened.session, c.Undo())
    assert opened.session.state.sheet == Sheet(newcomers=2)


@pytest.mark.parametrize(
    ("text", "is_one"), [("A12", True), ("b-07", True), ("Marie", False), ("", False), ("A 1", False)]
)
def test_a_code_has_a_digit_so_that_no_name_is_one(text: str, *, is_one: bool) -> None:
    assert is_code(text) is is_one
