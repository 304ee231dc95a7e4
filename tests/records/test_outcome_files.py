import json
from pathlib import Path
from typing import NoReturn

import pytest
from played import Play

from game.records.files import write_outcome
from game.session import commands as c


def test_both_files_are_in_the_folder_of_the_session(play: Play) -> None:
    played = play()
    played.do(c.CloseSession())

    write_outcome(played.path, played.records)

    text = (played.path / "bilan.json").read_text(encoding="utf-8")
    assert json.loads(text)["etat"] == "clôturée"
    assert '\n  "etat": "clôturée"' in text
    assert (played.path / "bilan.md").read_text(encoding="utf-8").startswith("# Bilan de séance")


def test_writing_again_replaces_them_and_leaves_nothing_else(play: Play) -> None:
    played = play()
    write_outcome(played.path, played.records)
    before = {path.name for path in played.path.iterdir()}
    played.do(c.CloseSession())

    write_outcome(played.path, played.records)

    assert {path.name for path in played.path.iterdir()} == before
    assert "clôturée" in (played.path / "bilan.md").read_text(encoding="utf-8")


def test_a_folder_that_is_gone_is_said_to_the_caller(play: Play, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nulle-part"):
        write_outcome(tmp_path / "nulle-part", play().records)


def test_a_disk_that_refuses_leaves_the_earlier_files_as_they_were(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    played = play()
    write_outcome(played.path, played.records)
    before = {path.name: path.read_bytes() for path in played.path.iterdir()}
    records = played.records

    def refuse(_: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    played.open.close()
    monkeypatch.setattr("game.records.files.os.fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_outcome(played.path, records)

    kept = {path.name: path.read_bytes() for path in played.path.iterdir()}
    assert {name: kept[name] for name in ("bilan.json", "bilan.md")} == {
        name: before[name] for name in ("bilan.json", "bilan.md")
    }
    assert not [name for name in kept if name.endswith(".tmp")]
