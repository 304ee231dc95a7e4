"""A session is one folder with a human name; one program at a time writes it."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from builders import START, begun, give, step

import game
from game.rules import Refusal, commands as g
from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.folder import JOURNAL, SessionFolderError, folder_name, free_name

HERE = Path(__file__).parents[1]
_OTHER_PROGRAM = """
import sys
from pathlib import Path
from builders import START
from game.session import folder
from game.session.clock import ManualClock
try:
    folder.reopen(Path(sys.argv[1]), ManualClock(START))
except folder.SessionFolderError as trouble:
    print(trouble.code)
else:
    print("open")
"""
_PROGRAM_THAT_DIES = """
import sys
from pathlib import Path
from builders import begun, give, step
from game.session import commands as c
opened = begun(Path(sys.argv[1]))
give(opened.session, c.GoToAct(2))
for _ in range(5):
    give(opened.session, step(opened.session.state.game))
print(opened.session.state.game.turn, opened.session.state.game.phase, flush=True)
sys.stdin.read()
"""


def program(text: str, path: Path) -> "subprocess.Popen[str]":
    """Start another program on a folder."""
    paths = os.pathsep.join((str(HERE), str(Path(game.__file__).parents[1])))
    return subprocess.Popen(
        [sys.executable, "-c", text, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )


def other_program_says(path: Path) -> str:
    return program(_OTHER_PROGRAM, path).communicate(timeout=60)[0].strip()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Ripaillon", "2026-11-23_14h05_Ripaillon"),
        ("Salle des fêtes, Orée-d’Anjou", "2026-11-23_14h05_Salle-des-fêtes-Orée-d-Anjou"),
        ('../..\\C:|?*"<>', "2026-11-23_14h05_C"),
        ("", "2026-11-23_14h05_Séance"),
        ("  …  ", "2026-11-23_14h05_Séance"),
        ("e\u0301cole", "2026-11-23_14h05_école"),
        ("x" * 300, "2026-11-23_14h05_" + "x" * 40),
    ],
)
def test_a_folder_has_a_human_name_that_every_system_accepts(place: str, name: str) -> None:
    assert folder_name(place, START) == name


def test_a_second_session_at_the_same_minute_and_place_has_a_name_of_its_own(tmp_path: Path) -> None:
    for name in ("a", "a_2", "a_3"):
        assert free_name(tmp_path, "a") == name
        (tmp_path / name).mkdir()


def test_a_session_never_begins_in_the_folder_of_another(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    with pytest.raises(FileExistsError):
        begun(tmp_path)
    opened.close()


def test_two_programs_cannot_write_one_session(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    before = (opened.path / JOURNAL).read_bytes()
    assert other_program_says(opened.path) == "busy"
    assert (opened.path / JOURNAL).read_bytes() == before
    opened.close()
    assert other_program_says(opened.path) == "open"


def test_one_program_cannot_open_a_session_twice(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    with pytest.raises(SessionFolderError, match="busy"):
        folder.reopen(opened.path, ManualClock(START))
    opened.close()


def test_a_program_that_is_killed_leaves_the_session_as_the_room_last_saw_it(tmp_path: Path) -> None:
    other = program(_PROGRAM_THAT_DIES, tmp_path)
    assert other.stdout is not None
    turn, phase = other.stdout.readline().split()
    other.kill()
    other.communicate(timeout=60)
    (path,) = tmp_path.iterdir()
    opened = folder.reopen(path, ManualClock(START))
    assert (opened.session.state.game.turn, opened.session.state.game.phase, opened.mended) == (turn, phase, "")
    opened.close()


def test_a_session_copied_elsewhere_resumes_there_with_the_same_chance(tmp_path: Path) -> None:
    opened = begun(tmp_path / "ici")
    give(opened.session, c.GoToAct(2), g.RollDice(), g.DrawCard())
    opened.close()
    there = tmp_path / "autre portable" / "Séance copiée"
    shutil.copytree(opened.path, there)
    copies = [folder.reopen(path, ManualClock(START)) for path in (opened.path, there)]
    for copy in copies:
        for _ in range(7):
            give(copy.session, step(copy.session.state.game))
    assert copies[0].session.state == copies[1].session.state
    for copy in copies:
        copy.close()


def test_undo_and_redo_still_work_after_a_resume(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    after = give(opened.session, c.GoToAct(2), g.RollDice()).game
    give(opened.session, c.Undo())
    opened.close()
    again = folder.reopen(opened.path, ManualClock(START))
    assert give(again.session, c.Redo()).game == after
    again.close()


def test_a_closed_session_is_read_and_never_written_again(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    give(opened.session, c.CloseSession())
    opened.close()
    before = (opened.path / JOURNAL).read_bytes()
    again = folder.reopen(opened.path, ManualClock(START))
    for command in (c.GoToAct(1), g.RollDice(), c.Undo(), c.Redo(), c.ResumeSession(), c.CloseSession()):
        assert again.session.dispatch(command) == Refusal("closed"), command
    again.close()
    assert (opened.path / JOURNAL).read_bytes() == before


def test_an_open_session_is_not_opened_again_by_a_command(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    first = opened.session.history.effective[0].command
    assert opened.session.dispatch(first) == Refusal("already_open")
    opened.close()


def test_a_team_that_was_never_here_cannot_come_back(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    assert opened.session.dispatch(g.JoinGame("z")) == Refusal("unknown_team", {"team": "z"})
    give(opened.session, g.LeaveGame("a"), g.JoinGame("a"))
    assert opened.session.state.game.teams == ("b", "c", "a")
    opened.close()


def test_sessions_are_listed_the_latest_first_and_one_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    for days in (0, 2, 1):
        at = START + timedelta(days=days)
        begun(tmp_path, ManualClock(at), id=folder_name("Ripaillon", at)).close()
    (tmp_path / "2030-01-01_vide").mkdir()
    unreadable = tmp_path / "2030-01-01_abîmée"
    unreadable.mkdir()
    (unreadable / JOURNAL).write_bytes(b"\x00" * 100)
    lost, *found = folder.summaries(tmp_path)
    assert isinstance(lost, SessionFolderError)
    assert (lost.folder, lost.code) == (unreadable, "empty")
    assert [item.folder.name[:10] for item in found] == ["2026-11-25", "2026-11-24", "2026-11-23"]
    assert not found[0].is_closed
    assert list(folder.summaries(tmp_path / "nulle part")) == []


def test_a_folder_of_sessions_that_cannot_be_listed_says_so(tmp_path: Path) -> None:
    (tmp_path / "seances").write_text("")
    (trouble,) = folder.summaries(tmp_path / "seances")
    assert isinstance(trouble, SessionFolderError)
    assert trouble.code == "unlisted"


@pytest.mark.parametrize("content", [None, b"", b"{}\n", b"\xff\xfe\x00", b"\n\n\n"])
def test_what_is_not_a_session_is_refused_with_a_reason(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "s"
    path.mkdir()
    if content is not None:
        (path / JOURNAL).write_bytes(content)
    with pytest.raises(SessionFolderError) as trouble:
        folder.reopen(path, ManualClock(START))
    assert trouble.value.code == ("unreadable" if content is None else "empty")
    assert trouble.value.folder == path
    with pytest.raises(SessionFolderError):
        folder.reopen(path, ManualClock(START))


def test_a_closed_session_with_a_torn_end_is_mended_once(tmp_path: Path) -> None:
    clock = ManualClock(START)
    opened = begun(tmp_path, clock)
    give(opened.session, c.CloseSession())
    opened.close()
    with (opened.path / "journal.jsonl").open("ab") as journal:
        journal.write(b'{"v":1,"se')
    first = folder.reopen(opened.path, clock)
    first.close()
    again = folder.reopen(opened.path, clock)
    again.close()
    assert (first.mended, again.mended) == ("torn", "")
    assert len(list(opened.path.glob("ligne-incomplete*"))) == 1


def test_the_latest_session_that_was_not_closed_is_the_one_to_go_on_with(tmp_path: Path) -> None:
    for days in (0, 1, 2):
        at = START + timedelta(days=days)
        opened = begun(tmp_path, ManualClock(at), id=folder_name("Ripaillon", at))
        if days == 2:
            give(opened.session, c.CloseSession())
        opened.close()
    found = folder.unfinished(tmp_path)
    assert found is not None
    assert found.folder.name.startswith("2026-11-24"), "the one of the 25th is closed"
    assert folder.unfinished(tmp_path / "nulle part") is None
