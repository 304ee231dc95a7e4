"""A disk that is full, or that goes away: the game goes on, and what was held is written when it is back."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from builders import START, begun, give, step
from hypothesis import HealthCheck, given, settings, strategies as st

from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.folder import JOURNAL, OpenFolder
from game.session.journal import read


class Disk:
    """Does what it is told at each write and each sync: ``ok``, ``refuse``, ``half`` or ``short``; then ``ok``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.plan: list[str] = []
        self.is_full = False
        self._write, self._fsync = os.write, os.fsync
        monkeypatch.setattr(os, "write", self.write)
        monkeypatch.setattr(os, "fsync", self.fsync)

    def next(self) -> str:
        return "refuse" if self.is_full else self.plan.pop(0) if self.plan else "ok"

    def write(self, file: int, content: memoryview) -> int:
        what = self.next()
        if what == "refuse":
            raise OSError(errno.ENOSPC, "No space left on device")
        if what == "short":
            return self._write(file, content[: len(content) // 2 + 1])
        if what == "half":
            self._write(file, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._write(file, content)

    def fsync(self, file: int) -> None:
        if self.next() in {"refuse", "half"}:
            raise OSError(errno.EIO, "Input/output error")
        self._fsync(file)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def played(opened: OpenFolder, steps: int = 1) -> None:
    for _ in range(steps):
        give(opened.session, step(opened.session.state.game))


def on_disk(opened: OpenFolder) -> bytes:
    return (opened.path / JOURNAL).read_bytes()


@pytest.fixture
def expected(tmp_path: Path) -> bytes:
    """Return the journal of the same session on a disk that is well."""
    twin = begun(tmp_path / "jumelle")
    give(twin.session, c.GoToAct(2))
    played(twin, 8)
    twin.session.journal.close()
    return on_disk(twin)


@pytest.fixture
def opened(tmp_path: Path) -> OpenFolder:
    folder = begun(tmp_path / "seances")
    give(folder.session, c.GoToAct(2))
    return folder


def test_on_a_full_disk_the_game_goes_on_and_says_how_much_is_held(disk: Disk, opened: OpenFolder) -> None:
    before = on_disk(opened)
    disk.is_full = True
    for held in (1, 2, 3):
        turn = opened.session.state
        played(opened)
        assert opened.session.state != turn
        assert opened.session.journal.held == held
    assert opened.session.journal.trouble is not None
    assert on_disk(opened) == before


def test_what_was_held_is_written_with_the_next_command(disk: Disk, opened: OpenFolder, expected: bytes) -> None:
    disk.is_full = True
    played(opened, 7)
    disk.is_full = False
    played(opened)
    assert (opened.session.journal.held, opened.session.journal.trouble) == (0, None)
    assert on_disk(opened) == expected


def test_what_was_held_is_written_as_soon_as_somebody_tries(disk: Disk, opened: OpenFolder, expected: bytes) -> None:
    disk.is_full = True
    played(opened, 8)
    assert not opened.session.journal.flush()
    disk.is_full = False
    assert opened.session.journal.flush()
    assert on_disk(opened) == expected


@pytest.mark.parametrize("plan", [["half"], ["short"], ["short", "half"], ["ok", "refuse"], ["half", "half", "half"]])
def test_a_part_of_a_line_left_by_a_write_that_failed_is_taken_back(
    disk: Disk, opened: OpenFolder, expected: bytes, plan: list[str]
) -> None:
    disk.plan = plan
    played(opened, 8)
    assert on_disk(opened) == expected


def test_a_session_killed_while_the_disk_was_full_resumes_on_what_was_written(disk: Disk, opened: OpenFolder) -> None:
    played(opened, 3)
    seen = read(on_disk(opened)).records
    disk.plan = ["half"]
    played(opened)
    opened.lock.release()
    again = folder.reopen(opened.path, ManualClock(START))
    assert again.mended == "torn"
    assert read(on_disk(again)).records[:-1] == seen
    again.close()


def test_a_folder_that_is_removed_is_written_again_whole(opened: OpenFolder, expected: bytes) -> None:
    played(opened, 4)
    shutil.rmtree(opened.path)
    played(opened, 4)
    assert on_disk(opened) == expected


def test_a_disk_that_goes_away_and_comes_back_empty_is_written_whole(opened: OpenFolder, expected: bytes) -> None:
    played(opened, 4)
    sessions = opened.path.parent
    shutil.rmtree(sessions)
    sessions.write_text("not a folder")
    played(opened, 4)
    assert opened.session.journal.held == 4
    opened.sign()
    sessions.unlink()
    assert opened.session.journal.flush()
    assert on_disk(opened) == expected


def test_a_disk_that_comes_back_as_it_was_gets_what_is_missing(
    opened: OpenFolder, expected: bytes, tmp_path: Path
) -> None:
    played(opened, 4)
    sessions = opened.path.parent
    backup = shutil.copytree(sessions, tmp_path / "debranche")
    shutil.rmtree(sessions)
    sessions.write_text("not a folder")
    played(opened, 2)
    sessions.unlink()
    shutil.copytree(backup, sessions)
    played(opened, 2)
    assert on_disk(opened) == expected


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.sampled_from(("ok", "ok", "refuse", "half", "short")), max_size=40))
def test_whatever_the_disk_refuses_and_when_the_file_ends_as_it_should(
    disk: Disk, expected: bytes, tmp_path_factory: pytest.TempPathFactory, plan: list[str]
) -> None:
    disk.plan = []
    opened = begun(tmp_path_factory.mktemp("seances"))
    give(opened.session, c.GoToAct(2))
    disk.plan = list(plan)
    for _ in range(8):
        played(opened)
        written = read(on_disk(opened))
        assert len(written.records) >= len(opened.session.history.effective) - opened.session.journal.held
        assert all(line in expected for line in written.lines)
    disk.plan = []
    assert opened.session.journal.flush()
    assert on_disk(opened) == expected
