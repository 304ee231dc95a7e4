"""What the file holds, and what is left of it when the file is not what was written."""

from pathlib import Path

import pytest
from builders import START, begun, give, step

from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.folder import JOURNAL, SessionFolderError
from game.session.journal import read


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the journal of a short session, with an undo and a redo."""
    opened = begun(tmp_path_factory.mktemp("modele"))
    give(opened.session, c.GoToAct(2))
    for _ in range(6):
        give(opened.session, step(opened.session.state.game))
    give(opened.session, c.Undo(), c.Redo(), c.Undo())
    opened.close()
    return (opened.path / JOURNAL).read_bytes()


def left(path: Path, content: bytes) -> Path:
    """Return a session's folder that holds this journal."""
    path.mkdir(parents=True)
    (path / JOURNAL).write_bytes(content)
    return path


def kept_aside(path: Path) -> list[bytes]:
    return [file.read_bytes() for file in (*path.glob("journal-abime_*"), *path.glob("ligne-incomplete_*"))]


def test_each_dispatch_is_one_line_sealed_after_the_one_before(written: bytes) -> None:
    reading = read(written)
    assert written == b"".join(line + b"\n" for line in reading.lines)
    assert [record.seq for record in reading.records] == list(range(1, len(reading.lines) + 1))
    assert (reading.torn, reading.is_damaged) == (b"", False)


def test_the_line_is_on_the_disk_before_the_state_changes(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    seen = []
    history, add = opened.session.history, opened.session.history.add
    history.add = lambda record: (seen.append(read((opened.path / JOURNAL).read_bytes()).records[-1]), add(record))[1]  # type: ignore[method-assign]
    give(opened.session, c.GoToAct(1))
    assert seen[0].command == c.GoToAct(1)
    opened.close()


def test_nothing_written_is_ever_written_again(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    before = (opened.path / JOURNAL).read_bytes()
    for command in (c.GoToAct(2), c.Undo(), c.Redo(), c.Undo(), c.GoToAct(1)):
        give(opened.session, command)
        after = (opened.path / JOURNAL).read_bytes()
        assert after.startswith(before)
        assert len(after) > len(before)
        before = after
    opened.close()


def test_a_refused_command_leaves_no_line(tmp_path: Path) -> None:
    opened = begun(tmp_path)
    before = (opened.path / JOURNAL).read_bytes()
    opened.session.dispatch(c.ResumeSession())
    assert (opened.path / JOURNAL).read_bytes() == before
    opened.close()


def test_wherever_the_last_line_is_cut_the_session_opens_on_the_line_before(written: bytes, tmp_path: Path) -> None:
    start = written.rstrip(b"\n").rfind(b"\n") + 1
    whole = read(written).records
    for cut in range(start, len(written)):
        path = left(tmp_path / str(cut), written[:cut])
        opened = folder.reopen(path, ManualClock(START))
        is_whole = cut == len(written) - 1  # only the end of the line is missing
        expected = whole if is_whole else whole[:-1]
        assert opened.mended == ("" if is_whole or cut == start else "torn"), cut
        assert kept_aside(path) == ([written[start:cut]] if opened.mended else []), cut
        opened.close()
        mended = (path / JOURNAL).read_bytes()
        assert read(mended).records[:-1] == expected, cut
        assert mended.startswith(written[:start])


def test_wherever_a_byte_is_flipped_the_sound_lines_before_it_are_read_and_no_other(written: bytes) -> None:
    whole = read(written)
    line_of = [number for number, line in enumerate(whole.lines) for _ in range(len(line) + 1)]
    for at in range(len(written)):
        for bit in (0x01, 0x80):
            damaged = bytearray(written)
            damaged[at] ^= bit
            reading = read(bytes(damaged))
            assert reading.records == whole.records[: line_of[at]], (at, bit)
            assert b"".join(line + b"\n" for line in reading.lines) + reading.torn == bytes(damaged), (at, bit)


def test_a_session_with_a_flipped_byte_opens_up_to_the_last_good_line_and_the_file_is_kept(
    written: bytes, tmp_path: Path
) -> None:
    lines = read(written).lines
    for number in range(1, len(lines)):
        at = sum(len(line) + 1 for line in lines[:number]) + len(lines[number]) // 2
        damaged = bytearray(written)
        damaged[at] ^= 0x20
        path = left(tmp_path / str(number), bytes(damaged))
        opened = folder.reopen(path, ManualClock(START))
        assert opened.mended == "damaged"
        assert kept_aside(path) == [bytes(damaged)]
        assert opened.session.history.effective[0].seq == 1
        opened.close()
        assert read((path / JOURNAL).read_bytes()).lines[:number] == lines[:number]


def test_a_session_whose_first_line_is_damaged_says_so_and_is_left_as_it_is(written: bytes, tmp_path: Path) -> None:
    damaged = b"?" + written[1:]
    path = left(tmp_path / "s", damaged)
    with pytest.raises(SessionFolderError) as trouble:
        folder.reopen(path, ManualClock(START))
    assert trouble.value.code == "empty"
    assert (path / JOURNAL).read_bytes() == damaged


@pytest.mark.parametrize("change", ["lost", "swapped", "doubled"])
def test_a_line_lost_swapped_or_doubled_shows(written: bytes, change: str) -> None:
    lines = list(read(written).lines)
    if change == "lost":
        del lines[2]
    elif change == "swapped":
        lines[2], lines[3] = lines[3], lines[2]
    else:
        lines.insert(2, lines[2])
    reading = read(b"".join(line + b"\n" for line in lines))
    assert reading.is_damaged
    assert len(reading.records) == (3 if change == "doubled" else 2)


def test_an_empty_file_is_an_empty_session(tmp_path: Path) -> None:
    with pytest.raises(SessionFolderError) as trouble:
        folder.reopen(left(tmp_path / "s", b""), ManualClock(START))
    assert trouble.value.code == "empty"


def test_a_session_mended_twice_keeps_both_pieces(written: bytes, tmp_path: Path) -> None:
    path = left(tmp_path / "s", written + b'{"v":1,')
    clock = ManualClock(START)
    folder.reopen(path, clock).close()
    with (path / JOURNAL).open("ab") as file:
        file.write(b'{"v":1,"s')
    folder.reopen(path, clock).close()
    assert sorted(kept_aside(path)) == [b'{"v":1,', b'{"v":1,"s']
