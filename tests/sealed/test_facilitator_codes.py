"""The codes of facilitators, which the journals hold in the clear: given on request, and erased to the last byte."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sealing import AT, Permis, found_in, play

from game.records.files import write_outcome
from game.retention.facilitators import clear, facilitated
from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.sheet import Sheet

CODE, OTHER = "ZQ-7731", "B7"


@pytest.fixture
def told(data: Path) -> Path:
    """A session whose sheet names two codes, and was corrected once."""
    path = play(data)
    opened = folder.reopen(path, ManualClock(AT))
    for note in (f"Très calme, animée par {CODE}.", "Très calme."):
        opened.session.dispatch(c.FillSheet(Sheet(codes=(CODE, OTHER), note=note, pilots=2)))
    opened.session.dispatch(c.SendRecord())
    opened.close()
    write_outcome(path, folder.read_records(path).records)
    return path


def test_the_sessions_that_somebody_facilitated_are_told(permis: Permis, told: Path) -> None:
    code, out, err = permis("donnees", "exporter", "zq-7731")

    assert (code, f"Séances animées par {CODE} : 1" in out) == (0, True)
    assert told.name in out
    assert "sans la clé privée, on ne peut ni les lire" in err


def test_the_export_of_somebody_who_facilitated_is_a_file_too(permis: Permis, told: Path, tmp_path: Path) -> None:
    code, _, _ = permis("donnees", "exporter", CODE, "--sortie", tmp_path / "x.json")

    assert code == 0
    values = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert (values["code"], values["seances_animees"], values["presences"]) == (CODE, [told.name], [])


def test_an_erased_code_is_in_no_byte_and_the_session_is_otherwise_the_same(
    permis: Permis, told: Path, tmp_path: Path
) -> None:
    before = facilitated(told.parent, OTHER)[0]
    (told / "ligne-incomplete_x.txt").write_text(f'{{"codes":["{CODE}"]', encoding="utf-8")
    (tmp_path / "portable" / "bilans.sqlite").write_text(CODE, encoding="utf-8")
    assert len(found_in(CODE, tmp_path)) >= 3

    code, out, err = permis("donnees", "effacer", CODE)

    reading = folder.read_records(told)
    assert (code, err) == (0, ""), out
    assert found_in(CODE, tmp_path) == []
    assert not reading.torn
    after = facilitated(told.parent, OTHER)[0]
    assert after.facilitation.codes == (OTHER,)
    assert after == before.model_copy(
        update={"facilitation": before.facilitation.model_copy(update={"codes": (OTHER,)})}
    )
    assert folder.reopen(told, ManualClock(AT)).close() is None


def test_a_code_that_begins_like_another_is_not_touched(told: Path) -> None:
    before = (told / "journal.jsonl").read_bytes()

    assert clear(told.parent, "ZQ-773").sessions == ()
    assert clear(told.parent, "7731").sessions == ()
    assert (told / "journal.jsonl").read_bytes() == before


def test_a_session_that_is_open_stays_as_it_is_and_is_told(permis: Permis, told: Path, data: Path) -> None:
    assert found_in(CODE, told)
    other = play(data, "2026-11-24_autre")
    opened = folder.reopen(other, ManualClock(AT))
    opened.session.dispatch(c.FillSheet(replace(Sheet(), codes=(CODE,))))
    try:
        code, _, err = permis("donnees", "effacer", CODE)
    finally:
        opened.close()

    assert (code, "ouverte dans une autre fenêtre" in err) == (1, True)
    assert [path.parent for path in found_in(CODE, data)] == [other]


def test_what_the_program_does_not_change_is_told(permis: Permis, told: Path) -> None:
    (told / "export.csv").write_text(f"{CODE};x", encoding="utf-8")

    code, _, err = permis("donnees", "effacer", CODE)

    assert (code, "export.csv » (le code y est encore" in err) == (1, True)


def test_a_record_that_is_older_than_its_journal_loses_the_code_too(permis: Permis, data: Path, tmp_path: Path) -> None:
    path = play(data)
    (path / "bilan.md").write_text(f"Animée par {CODE}.", encoding="utf-8")

    code, out, _ = permis("donnees", "effacer", CODE)

    assert (code, "est effacé : 1" in out) == (0, True)
    assert found_in(CODE, tmp_path) == []


def test_the_end_of_a_damaged_journal_does_not_keep_the_code(permis: Permis, told: Path, tmp_path: Path) -> None:
    journal = told / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:-1], lines[-1].replace(b"SendRecord", b"SendRecorc"), lines[-2]]))

    code, _, _ = permis("donnees", "effacer", CODE)

    assert code == 0
    assert found_in(CODE, tmp_path) == []
    assert folder.summary(told).is_closed
