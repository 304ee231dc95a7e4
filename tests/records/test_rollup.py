"""Many records together: what is counted, what is said apart, and what is read again when a journal changes."""

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import jsonschema
import pytest
from played import START, Play, Played

from game.records import files
from game.records.adding import report
from game.records.files import JSON_NAME, write_outcome
from game.records.gathering import gather
from game.records.outcome import Outcome, Totals
from game.records.rollup import Report, schema
from game.session import commands as c
from game.session.folder import JOURNAL
from game.session.records import digest
from game.session.sheet import Sheet, ThemeTerms
from game.session.skim import Skimmed, skim

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
SHEET = Sheet(newcomers=2, pilots=1, staff=1, codes=("P-12", "P-3"), incident=False)
TERMS = (
    ThemeTerms("emploi", ("trouver-un-emploi--maintien-dans-lemploi",), ("Trouver un emploi",)),
    ThemeTerms("sante", ("sante--acces-aux-soins",), ("Prendre en compte son état de santé",)),
)
Held = Callable[..., Played]


@pytest.fixture
def held(play: Play) -> Held:
    """Hold a session of one hour with two exchanges, closed, its sheet filled in."""

    def hold(name: str, at: datetime = START, *, sheet: Sheet | None = SHEET, **changes: object) -> Played:
        played = play(start=at, id=name, theme_terms=TERMS, **changes)
        played.do(c.GoToAct(1), c.CountMood(0, 3), c.CountMood(4, 1))
        played.do(c.GoToAct(2))
        played.exchange("Oser", minutes=3)
        played.exchange("oser", minutes=2)
        played.do(c.GoToAct(4), c.SetNextStep("t1", "sante", "appeler"))
        played.do(*([c.FillSheet(sheet)] if sheet else []), c.CloseSession(), seconds=1800)
        return played

    return hold


def told(tmp_path: Path) -> Report:
    found = gather(tmp_path / "seances", Totals)
    return report(found.outcomes, FIRST, LAST, apart=found.apart, pillars={"emploi": "job", "sante": "corps"})


def test_sessions_hours_and_presences_are_added_up(held: Held, tmp_path: Path) -> None:
    held("2026-11-23_a")
    held("2026-12-01_b", START.replace(month=12, day=1), sheet=None)
    held("2027-01-05_c", START.replace(year=2027, month=1, day=5))

    said = told(tmp_path)

    assert [line.session for line in said.lines] == ["2026-11-23_a", "2026-12-01_b"], "the year after is not counted"
    assert (said.sessions, said.people, said.newcomers, said.newcomers_unsaid) == (2, 14, 2, 1)
    assert said.minutes == sum(line.minutes for line in said.lines)
    assert said.hours == round(said.minutes / 60, 1)
    assert [(month.key, month.title, month.sessions) for month in said.by_month] == [
        ("2026-11", "novembre 2026", 1),
        ("2026-12", "décembre 2026", 1),
    ]
    assert (said.incidents, said.incidents_unsaid) == (0, 1)


def test_a_month_without_any_session_is_there_with_nothing(held: Held, tmp_path: Path) -> None:
    held("2026-09-23_a", START.replace(month=9))
    held("2026-11-23_b")
    assert [month.sessions for month in told(tmp_path).by_month] == [1, 0, 1]


def test_themes_are_told_with_the_words_of_other_tools(held: Held, tmp_path: Path) -> None:
    held("2026-11-23_a")
    said = told(tmp_path)
    assert [(theme.id, theme.sessions, theme.exchanges, theme.pillar) for theme in said.themes] == [
        ("sante", 1, 2, "corps")
    ]
    assert [label.label for label in said.by_france_travail] == ["Prendre en compte son état de santé"]
    assert [(each.label, each.minutes) for each in said.by_data_inclusion] == [("sante--acces-aux-soins", 5.0)]
    assert [(each.label, each.exchanges) for each in said.by_pillar] == [("corps", 2)]


def test_roles_moods_steps_and_words_are_sums_and_codes_are_distinct(held: Held, tmp_path: Path) -> None:
    held("2026-11-23_a")
    held("2026-11-24_b", START.replace(day=24))
    said = told(tmp_path)
    done = said.facilitation
    assert (done.pilots, done.staff, done.by_pilots, done.unsaid) == (2, 2, 2, 0)
    assert [(each.code, each.sessions) for each in done.codes] == [("P-12", 2), ("P-3", 2)]
    assert (said.mood.at_start, said.mood.asked_at_start, said.mood.asked_at_end) == ((6, 0, 0, 0, 2), 2, 0)
    assert (said.next_steps, [(step.name, step.count) for step in said.steps_by_theme]) == (2, [("Santé", 2)])
    assert [(word.name, word.count) for word in said.words] == [("oser", 4)], "capitals make no other word"


def test_a_word_laid_only_once_stays_in_the_record_of_its_session(tmp_path: Path, play: Play) -> None:
    played = play(id="2026-11-23_a")
    played.do(c.GoToAct(2))
    played.exchange("singulier")
    played.do(c.CloseSession())
    assert told(tmp_path).words == ()
    assert told(tmp_path).words_laid == 1


def test_what_is_not_closed_or_a_demonstration_is_not_counted_and_is_said(
    held: Held, play: Play, tmp_path: Path
) -> None:
    held("2026-11-23_a").do(c.SendRecord())
    held("2026-11-24_b")
    play(id="2026-11-25_ouverte")
    held("2026-11-26_demo", demonstration=True)

    said = told(tmp_path)

    assert said.sessions == 2
    assert said.not_sent == ("2026-11-24_b",)
    assert said.not_closed == ("2026-11-25_ouverte",)
    assert said.demonstrations == ("2026-11-26_demo",)


def test_journals_that_cannot_be_read_are_said_and_the_others_counted(held: Held, tmp_path: Path) -> None:
    sessions = tmp_path / "seances"
    held("2026-11-23_a")
    damaged = held("2026-11-24_b").path / JOURNAL
    damaged.write_bytes(damaged.read_bytes().replace(b'"word":"Oser"', b'"word":"Osez"'))
    (sessions / "vide").mkdir()
    (sessions / "vide" / JOURNAL).write_bytes(b"rien\n")

    said = told(tmp_path)

    assert {each.session: each.reason for each in said.apart} == {"2026-11-24_b": "damaged", "vide": "empty"}
    assert said.sessions == 1
    assert said.not_closed == ("2026-11-24_b",), "what is before the damage is not closed yet"


def test_a_journal_of_a_newer_program_is_said_and_one_that_the_disk_refuses(
    held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("2026-11-23_a")
    journal = held("2026-11-24_neuve").path / JOURNAL
    lines = journal.read_bytes().splitlines()
    body = lines[0].rpartition(b',"hash":"')[0].replace(b'{"v":1,', b'{"v":9,')
    journal.write_bytes(body + b',"hash":"' + digest("", body).encode() + b'"}\n')
    refused = held("2026-11-25_refus").path / JOURNAL

    def read(content: bytes) -> Skimmed | None:
        if content == refused.read_bytes():
            raise PermissionError(13, "refused")
        return skim(content)

    monkeypatch.setattr("game.records.gathering.skim", read)
    said = told(tmp_path)

    assert {each.session: each.reason for each in said.apart} == {
        "2026-11-24_neuve": "newer",
        "2026-11-25_refus": "unreadable",
    }
    assert said.sessions == 1


def test_without_a_session_everything_is_nothing(tmp_path: Path) -> None:
    said = told(tmp_path)
    assert (said.sessions, said.hours, said.by_month, said.mood.at_start) == (0, 0.0, (), (0,) * 5)


def test_the_report_is_right_for_its_schema(held: Held, tmp_path: Path) -> None:
    held("2026-11-23_a")
    jsonschema.Draft202012Validator(schema()).validate(json.loads(told(tmp_path).as_json()))


def test_the_second_time_no_journal_is_read(held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held("2026-11-23_a")
    first = gather(tmp_path / "seances", Outcome)
    monkeypatch.setattr("game.records.gathering.skim", pytest.fail)
    again = gather(tmp_path / "seances", Outcome)
    assert [one.model_copy(update={"seal": None}) for one in again.outcomes] == first.outcomes


def test_what_a_closing_wrote_is_read_back(held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played = held("2026-11-23_a")
    write_outcome(played.path, played.records)
    monkeypatch.setattr("game.records.gathering.skim", pytest.fail)
    [one] = gather(tmp_path / "seances", Outcome).outcomes
    assert one.model_copy(update={"seal": None}) == played.outcome


def test_a_journal_that_goes_on_is_read_again(held: Held, tmp_path: Path) -> None:
    played = held("2026-11-23_a")
    assert told(tmp_path).newcomers == 2
    played.do(c.FillSheet(Sheet(newcomers=5)))
    assert told(tmp_path).newcomers == 5
    assert told(tmp_path).lines[0].record_version == 2


def test_a_byte_changed_in_a_journal_of_the_same_length_is_seen(held: Held, tmp_path: Path) -> None:
    journal = held("2026-11-23_a").path / JOURNAL
    assert told(tmp_path).apart == ()
    kept = journal.with_name("bilan.json").stat()
    journal.write_bytes(journal.read_bytes().replace(b'"word":"Oser"', b'"word":"Osez"'))
    os.utime(journal, ns=(kept.st_atime_ns, kept.st_mtime_ns + 1_000_000))
    assert [each.reason for each in told(tmp_path).apart] == ["damaged"]


@pytest.mark.parametrize("was", [b'"personnes": 7', b'"dont_nouvelles": 2'])
def test_a_record_changed_by_hand_is_not_believed(held: Held, tmp_path: Path, was: bytes) -> None:
    path = held("2026-11-23_a").path / JSON_NAME
    before = told(tmp_path)
    assert was in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(was, was[:-1] + b"9"))
    assert told(tmp_path) == before


def test_a_record_of_another_version_of_the_format_is_computed_again(
    held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = held("2026-11-23_a").path / JSON_NAME
    told(tmp_path)
    of_today = path.read_bytes()
    monkeypatch.setattr(files, "VERSION", 99)
    told(tmp_path)
    assert path.read_bytes() != of_today


def test_a_record_cut_short_is_computed_again(held: Held, tmp_path: Path) -> None:
    path = held("2026-11-23_a").path / JSON_NAME
    before = told(tmp_path)
    path.write_bytes(path.read_bytes()[:200])
    assert told(tmp_path) == before


def test_a_session_under_way_leaves_no_record(play: Play, tmp_path: Path) -> None:
    played = play(id="2026-11-23_a")
    told(tmp_path)
    assert not (played.path / JSON_NAME).exists()


def test_nothing_is_left_of_a_session_outside_its_folder(held: Held, tmp_path: Path) -> None:
    played = held("2026-11-23_a")
    told(tmp_path)
    outside = [path for path in tmp_path.rglob("*") if path.is_file() and played.path not in path.parents]
    assert outside == []


def test_several_processes_find_what_one_does(held: Held, tmp_path: Path) -> None:
    for day in range(1, 5):
        held(f"2026-11-0{day}_x", START.replace(day=day))
    alone = gather(tmp_path / "seances", Outcome, processes=1)
    for path in (tmp_path / "seances").glob(f"*/{JSON_NAME}"):
        path.unlink()
    assert gather(tmp_path / "seances", Outcome, processes=2) == alone


def test_a_folder_that_cannot_be_written_is_told_all_the_same(
    held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("2026-11-23_a")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("game.records.gathering.keep_outcome", full)
    assert told(tmp_path).sessions == 1
