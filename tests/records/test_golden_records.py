"""Journals of every version are read for ever, and tell the same record."""

import json
from pathlib import Path

import jsonschema
import pytest
from make_golden_records import FIRST_VERSION, SCRIPTS, journals, record_of

from game.records.computing import outcome, outcome_of
from game.records.outcome import schema
from game.session.journal import read
from game.session.skim import skim


def test_there_are_journals_of_both_versions() -> None:
    assert {path.stem for path in journals()} >= {*SCRIPTS, *(path.stem for path in FIRST_VERSION.glob("*.jsonl"))}


@pytest.mark.parametrize("path", journals(), ids=lambda path: path.stem)
def test_a_golden_journal_tells_its_golden_record(path: Path) -> None:
    expected = json.loads(record_of(path).read_text(encoding="utf-8"))
    skimmed = skim(path.read_bytes())
    assert skimmed is not None
    assert json.loads(outcome(read(path.read_bytes()).records).as_json()) == expected
    assert json.loads(outcome_of(skimmed.told).as_json()) == expected


@pytest.mark.parametrize("path", journals(), ids=lambda path: path.stem)
def test_a_golden_record_is_right_for_the_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(record_of(path).read_text(encoding="utf-8")))


def test_what_was_sent_then_corrected_then_sent_again_keeps_both_versions() -> None:
    record = json.loads((record_of(Path("corrected.jsonl"))).read_text(encoding="utf-8"))
    assert (record["etat"], record["version_bilan"]) == ("transmise", 2)
    assert [each["version"] for each in record["transmissions"]] == [1, 2]
    assert (record["personnes"], record["dont_nouvelles"], record["incident"]) == (11, 3, True)
    assert record["animation"]["relais"] == 1
