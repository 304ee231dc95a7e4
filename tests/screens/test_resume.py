"""What interrupts a session: a window that closes, a torn file, another program, a disk that refuses."""

import errno
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pilot import START, Pilot, piloted

from game.rules import Phase
from game.session import journal as journal_module
from game.session.folder import read_records
from game.session.history import replay
from game.session.journal import read

LATER = START + timedelta(minutes=30)
TROUBLE = "Le disque ne répond plus"
HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def without_clocks(text: str) -> str:
    return re.sub(r"\d+:\d\d|Encore \d+ min", "", text)


def interrupted(data: Path, *keys: str) -> tuple[str, Path]:
    """Play a turn, press keys, close the window there; return what was on the screen and the session's folder."""
    with piloted(data) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.turn(2)
        pilot.press(*keys)
        shown, folder = pilot.text_on_screen(), pilot.opened.path
        pilot.close_window()
        assert pilot.stage.is_over
    return shown, folder


@pytest.mark.parametrize(
    "keys",
    [(), ("3",), ("3", "space"), ("3", "space", "c"), ("g", "4", "space"), ("s",), ("g", "2", "3", "3")],
    ids=["board", "thrown", "card", "another card", "debrief", "pause", "weather"],
)
def test_a_session_left_in_the_middle_goes_on_where_it_was(tmp_path: Path, keys: tuple[str, ...]) -> None:
    shown, folder = interrupted(tmp_path, *keys)
    with piloted(tmp_path, at=LATER) as pilot:
        assert pilot.sees("Reprendre la séance")
        pilot.press("r", then=0)
        assert pilot.opened.path == folder
        assert without_clocks(pilot.text_on_screen()) == without_clocks(shown)


def test_home_says_where_and_when_the_session_was_left(tmp_path: Path) -> None:
    interrupted(tmp_path, "3")
    with piloted(tmp_path, at=LATER) as pilot:
        assert pilot.sees("Séance, aujourd’hui 14:05 — interrompue au tour 2")
        pilot.press("enter")
        assert pilot.state.game.phase is Phase.LANDED
    with piloted(tmp_path, at=START + timedelta(days=1)) as pilot:
        assert pilot.sees("hier 14:05")


def test_time_away_is_not_time_of_session(tmp_path: Path) -> None:
    shown, _ = interrupted(tmp_path, "t")
    with piloted(tmp_path, at=LATER + timedelta(hours=5)) as pilot:
        pilot.press("r", then=0)
        pilot.press("t", then=0)
        left = [re.search(r"Encore (\d+) min", text) for text in (shown, pilot.text_on_screen())]
        assert left[0]
        assert left[1]
        assert abs(int(left[0][1]) - int(left[1][1])) <= 1


def test_undo_goes_back_through_an_interruption(tmp_path: Path) -> None:
    interrupted(tmp_path, "3")
    with piloted(tmp_path, at=LATER) as pilot:
        pilot.press("r", "ctrl+z")
        assert pilot.state.game.phase is Phase.READY


def test_a_torn_last_line_is_said_and_kept_aside_and_the_rest_is_there(tmp_path: Path) -> None:
    shown, folder = interrupted(tmp_path, "3")
    with (folder / "journal.jsonl").open("ab") as file:
        file.write(b'{"seq": 99, "torn')
    with piloted(tmp_path, at=LATER) as pilot:
        pilot.press("r", then=0)
        assert pilot.sees("La dernière ligne du journal était incomplète")
        assert without_clocks(shown) in without_clocks(pilot.text_on_screen())
        pilot.press("space")
        assert not pilot.sees("La dernière ligne du journal")
        assert not read(pilot.journal).torn
    assert [path.read_bytes() for path in folder.glob("ligne-incomplete*")] == [b'{"seq": 99, "torn']


def test_a_session_that_another_program_has_is_refused_with_a_sentence(tmp_path: Path) -> None:
    _, folder = interrupted(tmp_path)
    holder = [sys.executable, "-c", HOLD, str(folder / ".verrou")]
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with piloted(tmp_path, at=LATER) as pilot:
            pilot.press("r")
            assert pilot.sees("est déjà ouverte dans une autre fenêtre du programme. Fermez-la d’abord.")
            assert pilot.sees("Nouvelle séance")
            other.communicate()
            pilot.press("r")
            assert pilot.sees("Au tour de")


class Disk:
    """The system as the journal sees it, with a disk that can be full."""

    def __init__(self) -> None:
        self.is_full = False

    def write(self, file: int, content: bytes) -> int:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return os.write(file, content)

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(journal_module, "os", disk)
    return disk


def test_a_full_disk_is_said_the_game_goes_on_and_all_is_written_when_it_is_back(on_board: Pilot, disk: Disk) -> None:
    before = on_board.journal
    disk.is_full = True
    on_board.press("2", then=1)
    assert on_board.sees(TROUBLE)
    assert on_board.sees("1 action attend")
    on_board.wait(5)
    while on_board.state.game.phase is not Phase.READY:
        on_board.press("space")
        assert on_board.sees(TROUBLE)
    assert len(on_board.state.exchanges) == 1
    assert on_board.journal == before
    disk.is_full = False
    on_board.wait(10)
    on_board.step()
    assert not on_board.sees(TROUBLE)
    assert on_board.journal.startswith(before)
    assert replay(read_records(on_board.opened.path).records).state == on_board.state


def test_asking_to_save_does_not_say_that_all_is_well_while_the_disk_refuses(on_board: Pilot, disk: Disk) -> None:
    on_board.press("ctrl+s", then=0.5)
    assert on_board.sees("Tout est enregistré")
    disk.is_full = True
    on_board.press("2")
    on_board.press("ctrl+s", then=0.5)
    assert on_board.sees(TROUBLE)
    assert not on_board.sees("Tout est enregistré")


def test_a_disk_that_is_full_at_the_end_is_said_and_leaves_no_record_of_an_unfinished_session(
    on_board: Pilot, disk: Disk
) -> None:
    on_board.press("g", "5")
    disk.is_full = True
    while not on_board.state.is_closed:
        on_board.press("pagedown")
    assert on_board.sees(TROUBLE)
    disk.is_full = False
    on_board.wait(10)
    on_board.step()
    assert not on_board.sees(TROUBLE)
    assert replay(read_records(on_board.opened.path).records).state.is_closed
    record = on_board.opened.path / "bilan.json"
    assert not record.exists() or '"clôturée"' in record.read_text(encoding="utf-8")
