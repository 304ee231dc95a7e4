import errno
import os
import unicodedata
from pathlib import Path

import pytest
from played import Play

from game.records.shelf import Kept, NoSuchSessionError, Unreadable, browse, find, take
from game.session import commands as c
from game.session.folder import JOURNAL, SessionFolderError


def test_sessions_are_listed_with_the_latest_first(play: Play, tmp_path: Path) -> None:
    for name in ("2026-11-23_14h05_Ripaillon", "2026-12-01_10h00_Nantes", "2025-01-02_09h00_Nantes"):
        play(id=name)

    names = [item.folder.name for item in browse(tmp_path / "seances")]

    assert names == ["2026-12-01_10h00_Nantes", "2026-11-23_14h05_Ripaillon", "2025-01-02_09h00_Nantes"]


def test_without_a_folder_there_is_no_session(tmp_path: Path) -> None:
    assert list(browse(tmp_path / "seances")) == []


def test_a_session_that_cannot_be_read_is_listed_and_hides_no_other(play: Play, tmp_path: Path) -> None:
    play()
    spoiled = tmp_path / "seances" / "2026-11-24_abimee"
    spoiled.mkdir()
    (spoiled / JOURNAL).write_bytes(b"rien\n")
    (tmp_path / "seances" / "autre-dossier").mkdir()

    first, second = browse(tmp_path / "seances")

    assert isinstance(first, Unreadable)
    assert first.error.code == "empty"
    assert isinstance(second, Kept)


def test_a_session_whose_folder_is_closed_to_us_is_listed_and_hides_no_other(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play()
    closed = tmp_path / "seances" / "2026-11-24_fermee"
    closed.mkdir()

    open_stat = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        if path.parent == closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_stat(path, **options)

    monkeypatch.setattr(Path, "stat", stat)

    first, second = browse(tmp_path / "seances")

    assert isinstance(first, Unreadable)
    assert (first.folder, first.error.code) == (closed, "unreadable")
    assert isinstance(second, Kept)


def test_a_folder_of_sessions_that_cannot_be_listed_is_said_and_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    in_the_way = tmp_path / "seances"
    in_the_way.write_text("")

    (only,) = browse(in_the_way)

    assert isinstance(only, Unreadable)
    assert (only.folder, only.error.code) == (in_the_way, "unlisted")
    with pytest.raises(SessionFolderError):
        find(in_the_way, "2026")


@pytest.mark.parametrize("name", ["2026-11-23_14h05_Séance", "2026-11", "2026-11-23_14H05_séa"])
def test_a_session_is_found_from_the_start_of_its_name(play: Play, tmp_path: Path, name: str) -> None:
    path = play(id="2026-11-23_14h05_Séance").path
    play(id="2026-12-01_10h00_Nantes")

    assert find(tmp_path / "seances", name) == path
    assert find(tmp_path / "seances", unicodedata.normalize("NFD", name)) == path


def test_a_whole_name_wins_over_a_longer_one(play: Play, tmp_path: Path) -> None:
    short = play(id="2026-11-23_Nantes").path
    play(id="2026-11-23_Nantes_2")

    assert find(tmp_path / "seances", "2026-11-23_Nantes") == short


def test_a_session_is_found_from_the_path_of_its_folder(play: Play, tmp_path: Path) -> None:
    path = play().path

    assert find(tmp_path / "ailleurs", str(path)) == path


@pytest.mark.parametrize(("name", "candidates"), [("2027", 0), ("", 0), ("2026", 2)])
def test_a_name_of_none_or_of_several_is_refused(play: Play, tmp_path: Path, name: str, candidates: int) -> None:
    for other in ("2026-11-23_a", "2026-11-23_b"):
        play(id=other)

    with pytest.raises(NoSuchSessionError) as refused:
        find(tmp_path / "seances", name)

    assert len(refused.value.candidates) == candidates


def test_a_damaged_journal_is_told_up_to_the_damage(play: Play) -> None:
    played = play()
    played.do(c.TurnPage(1), c.CloseSession())
    journal = played.path / JOURNAL
    lines = journal.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"TurnPage", b"TurnPagf")
    journal.write_bytes(b"\n".join(lines))

    kept = take(played.path)

    assert kept.is_damaged
    assert kept.outcome.status == "en cours"


def test_reading_a_session_changes_nothing_in_its_folder(play: Play) -> None:
    played = play()
    before = {path.name: path.read_bytes() for path in played.path.iterdir() if path.suffix}

    take(played.path)

    assert {path.name: path.read_bytes() for path in played.path.iterdir() if path.suffix} == before


def test_a_folder_without_a_journal_is_not_a_session(tmp_path: Path) -> None:
    with pytest.raises(SessionFolderError):
        take(tmp_path)
