"""Envelopes: the laptop writes them and cannot read them; the key opens them; nothing is anywhere in the clear."""

import errno
import json
import os
import shutil
import traceback
from datetime import timedelta
from pathlib import Path
from typing import NoReturn, get_args
from uuid import uuid4

import pytest
from pyrage import encrypt, x25519
from sealing import AIMS, AT, STEP, Office, found_in, office, play

from game.records.outcome import HalfDay
from game.sealed.dossiers import dossiers
from game.sealed.envelopes import layer_of, open_envelope, put, read, seal_attendance, seal_follow_up, seal_step
from game.sealed.errors import SealedError, Unopened
from game.sealed.payload import BLOCK, Attendance, PayloadError, Presence, Step, to_bytes
from game.session import folder

HIDDEN = ("ZQ-7731", "Accéder à un logement", "excusé")


def test_what_is_sealed_is_found_in_no_file_of_the_laptop(team: Office, session: Path, tmp_path: Path) -> None:
    team.attend(session, "ZQ-7731", "excusé")
    team.step(session, "ZQ-7731")

    assert len(list((session / "enveloppes").iterdir())) == 2
    assert {mark: found_in(mark, tmp_path) for mark in HIDDEN} == {mark: [] for mark in HIDDEN}


def test_the_public_key_of_the_laptop_opens_nothing_and_the_private_one_opens_all(team: Office, session: Path) -> None:
    team.attend(session, "a12", "excusé", "soir")
    team.step(session, "A12")

    attendance, step = sorted((one.fact for one in team.opened()), key=lambda fact: fact.kind == "pas")

    assert isinstance(attendance, Attendance)
    assert (attendance.code, attendance.status, attendance.half_day) == ("A12", "excusé", "soir")
    assert isinstance(step, Step)
    assert (step.code, step.theme, step.aim, step.status, step.agreed) == ("A12", *STEP, "à faire", True)
    assert (step.session, step.day) == (session.name, AT.date())


@pytest.mark.parametrize("mode", [{"mode": "sensibilisation"}, {"demonstration": True}, {"rehearsal": True}])
def test_the_layer_exists_only_for_a_session_that_is_played_for_real_between_pilotes(
    team: Office, data: Path, mode: dict[str, object]
) -> None:
    assert team.layer(play(data, "2026-11-24_autre", **mode)) is None
    assert team.layer(play(data)) is not None


def test_without_the_key_of_the_association_there_is_no_layer(data: Path, session: Path) -> None:
    assert layer_of(data, session, folder.summary(session).state, AT.date()) is None


def test_each_status_and_each_half_day_comes_back_and_the_last_one_written_counts(team: Office, session: Path) -> None:
    for half_day in get_args(HalfDay):
        for minute, status in enumerate(get_args(Presence)):
            seal_attendance(team.layer(session), "A12", status, half_day, AT + timedelta(minutes=minute))

    found = dossiers(read([team.data], team.key).facts)["A12"].attendances

    assert {fact.status for one in team.opened() for fact in [one.fact]} == set(get_args(Presence))
    assert [(fact.half_day, fact.status) for fact in found] == [(name, "à préciser") for name in get_args(HalfDay)]


def test_the_size_of_an_envelope_does_not_tell_what_it_says(team: Office, session: Path) -> None:
    facts = [team.attend(session, "A1", status) for status in get_args(Presence)]
    facts.append(team.step(session, "ASSEZ-LONG-CODE9"))

    assert {len(to_bytes(open_envelope(path, team.key))) for path in facts} == {BLOCK}


def test_a_name_is_refused_in_the_place_of_a_code(team: Office, session: Path) -> None:
    for name in ("Karim", "Jean-Paul", "Mme B.", "", "un code bien trop long 7"):
        with pytest.raises(SealedError, match="jamais un nom"):
            team.attend(session, name)

    assert not (session / "enveloppes").exists()


def test_a_step_needs_the_consent_of_the_person_and_words_of_the_list(team: Office, session: Path) -> None:
    layer = team.layer(session)
    with pytest.raises(SealedError, match="accord"):
        seal_step(layer, "A12", STEP, AT, agreed=False, known=AIMS)
    with pytest.raises(SealedError, match="pas un objectif"):
        seal_step(layer, "A12", ("logement", "Voir Karim"), AT, agreed=True, known=AIMS)

    assert not (session / "enveloppes").exists()


def test_a_full_disk_leaves_no_half_envelope(team: Office, session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(SealedError, match="plus de place sur le disque"):
        team.attend(session, "A12")
    assert list((session / "enveloppes").iterdir()) == []


def test_envelopes_for_another_pair_are_said_to_be(team: Office, session: Path, tmp_path: Path) -> None:
    team.attend(session, "A12")
    other = office(tmp_path / "autre")

    with pytest.raises(SealedError, match="d’une autre paire"):
        read([team.data], other.key)


def test_a_damaged_envelope_wherever_it_is_cut_stops_none_of_the_others(team: Office, session: Path) -> None:
    sound, torn = team.attend(session, "A12"), team.attend(session, "B7")
    whole = torn.read_bytes()

    for length in (0, 10, 60, 200, len(whole) // 2, len(whole) - 1):
        torn.write_bytes(whole[:length])
        reading = read([team.data], team.key)
        assert [one.paths for one in reading.opened] == [(sound.resolve(),)]
        assert [one.why for one in reading.closed] == [Unopened.DAMAGED]

    torn.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])
    assert [one.why for one in read([team.data], team.key).closed] == [Unopened.DAMAGED]


def _sealed(team: Office, session: Path, content: bytes) -> Path:
    path = session / "enveloppes" / f"{uuid4()}.age"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encrypt(content, [x25519.Recipient.from_str(team.key.public.text)]))
    return path


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"version": 2, "genre": "autre"}', Unopened.NEWER),
        (b'{"version": 1, "genre": "autre"}', Unopened.UNKNOWN),
        (b'{"version": 1, "genre": "presence", "code": "Karim"}', Unopened.UNKNOWN),
        (b"[]", Unopened.UNKNOWN),
        (b"\xff", Unopened.UNKNOWN),
    ],
)
def test_what_is_sealed_by_a_newer_program_or_by_something_else_is_told(
    team: Office, session: Path, content: bytes, why: Unopened
) -> None:
    path = _sealed(team, session, content)

    assert [(one.path, one.why) for one in read([team.data], team.key).closed] == [(path.resolve(), why)]


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "\x1b[2J"},
        {"objectif": "x" * 121},
        {"date": "9999-12-31"},
        {"ecrite_le": "2026-11-23T14:05:00"},
        {"code": "=1+1"},
        {"accord": False},
    ],
)
def test_what_somebody_forged_with_the_public_key_does_no_harm(
    team: Office, session: Path, changes: dict[str, object]
) -> None:
    known = json.loads(to_bytes(open_envelope(team.step(session, "A12"), team.key)))
    forged = _sealed(team, session, json.dumps({**known, **changes}).encode())

    assert [(one.path, one.why) for one in read([team.data], team.key).closed] == [(forged.resolve(), Unopened.UNKNOWN)]


def test_a_link_to_an_envelope_is_not_followed(team: Office, session: Path, tmp_path: Path) -> None:
    path = team.attend(session, "A12")
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / path.name).symlink_to(path)

    assert team.opened(tmp_path / "usb") == ()


def test_what_cannot_be_read_quotes_nothing_of_the_person(team: Office, session: Path) -> None:
    bad = json.dumps({"version": 1, "genre": "presence", "code": "ZQ-7731", "statut": "?"}).encode()

    with pytest.raises(PayloadError) as raised:
        open_envelope(_sealed(team, session, bad), team.key)

    assert "ZQ-7731" not in "".join(traceback.format_exception(raised.value))


def test_copies_on_several_sticks_are_one_envelope(team: Office, session: Path, tmp_path: Path) -> None:
    team.attend(session, "A12")
    shutil.copytree(session, tmp_path / "cle-usb" / session.name)

    [one] = team.opened(team.data, tmp_path / "cle-usb")

    assert len(one.paths) == 2


def test_a_follow_up_goes_beside_its_step_with_the_consent_of_the_person(team: Office, session: Path) -> None:
    path = team.step(session, "A12")
    [step] = team.opened()

    with pytest.raises(SealedError, match="accord"):
        seal_follow_up(step, team.key.public, 1, "tenu", AT, agreed=False)
    made = seal_follow_up(step, team.key.public, 3, "tenu", AT, agreed=True)

    assert made.parent == path.parent.resolve()
    assert dossiers(read([team.data], team.key).facts)["A12"].paths[0].status == "tenu"


def test_the_same_fact_gives_two_different_envelopes(team: Office, session: Path) -> None:
    fact = open_envelope(team.attend(session, "A12"), team.key)
    first, second = (put(session / name, team.key.public, fact) for name in ("un", "deux"))

    assert first.read_bytes() != second.read_bytes()
