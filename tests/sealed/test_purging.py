"""`permis donnees purger`: tried first, then done, and proved by searching every byte that is left."""

import errno
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sealing import DAY, Office, Permis, found_in, office, play

from game.places import cache_folder, sessions_folder
from game.retention.inventory import inventory
from game.retention.purging import MonthsError, plan, plan_envelopes, purge
from game.sealed.envelopes import Layer, read, seal_attendance, seal_follow_up
from game.session import folder
from game.session.clock import ManualClock

OLD, YOUNG = datetime(2024, 5, 3, 14, tzinfo=UTC), datetime(2026, 5, 3, 14, tzinfo=UTC)
MARK, KEPT = "Zwrkl-le-vieux", "Bqxtz-le-jeune"
TODAY = date(2026, 11, 23)


@pytest.fixture
def full(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with an old session and a young one, and all that the program may leave around them."""
    monkeypatch.setattr("game.places.user_data_dir", lambda *_, **__: str(tmp_path / "maison"))
    team = office(data)
    for at, mark in ((OLD, MARK), (YOUNG, KEPT)):
        name = f"{at:%Y-%m-%d_%Hh%M}_{mark}"
        session = play(data, name, at, place=mark)
        (session / "bilan.md").write_text(mark, encoding="utf-8")
        (session / f"affiche-{mark}.pdf").write_text(mark, encoding="utf-8")
        seal_attendance(Layer(session / "enveloppes", name, at.date(), team.key.public), "A12", "présent", "matin", at)
        for place in (f"brouillons/{at.date()}_{mark}.yaml", f"brouillons/ecartes/{at.date()}_{mark}.yaml"):
            _write(data / place, mark, at)
        _write(data / f"erreur_{at:%Y-%m-%d_%Hh%Mm%S}.txt", mark, at)
        _write(tmp_path / "temp" / f"erreur_{at:%Y-%m-%d_%Hh%Mm%S}.txt", mark, at)
    _write(data / "saisie-en-cours.json", MARK, OLD)
    _write(data / "bilans.sqlite", f"… {data} 2024-05-03_14h00_{MARK} …", YOUNG)
    _write(data / "bilans.sqlite-wal", MARK, YOUNG)
    _write(cache_folder(data) / "cartes.json", MARK, YOUNG)
    _write(data / "reglages.json", "{}", OLD)
    return data


def _write(file: Path, text: str, at: datetime) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (at.timestamp(), at.timestamp()))


def _every_file(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and path.name != ".verrou"}


def test_a_try_tells_what_would_go_and_changes_nothing(permis: Permis, full: Path, tmp_path: Path) -> None:
    before = _every_file(tmp_path)

    for options in (("--essai",), ()):
        code, out, err = permis("donnees", "purger", "--mois", "24", *options)
        assert (code, err) == (0, "")
        assert "C’est un essai : rien n’est effacé" in out
        assert f"séance, du 3 mai 2024 : {full / 'seances' / f'2024-05-03_14h00_{MARK}'}" in out
        assert KEPT not in out

    assert _every_file(tmp_path) == before


def test_after_a_purge_no_byte_of_what_is_old_is_left_and_the_young_is_whole(
    permis: Permis, full: Path, tmp_path: Path
) -> None:
    young = {path: content for path, content in _every_file(full / "seances").items() if KEPT in str(path)}
    assert len(found_in(MARK, tmp_path)) > 8

    code, out, err = permis("donnees", "purger", "--pour-de-vrai")

    assert (code, err) == (0, ""), out
    assert found_in(MARK, tmp_path) == []
    assert _every_file(full / "seances") == young
    assert (full / "brouillons" / f"2026-05-03_{KEPT}.yaml").exists()
    assert (full / "reglages.json").exists()
    assert "sur d’autres clés USB" in out
    assert "Rien n’est assez vieux" in permis("donnees", "purger")[1]


def test_time_is_counted_from_the_end_of_the_session_to_the_day(full: Path) -> None:
    def planned(day: date) -> list[str]:
        return [one.path.name for one in plan(full, 24, day) if one.what == "séance"]

    assert planned(date(2026, 5, 2)) == []
    assert planned(date(2026, 5, 3)) == [f"2024-05-03_14h00_{MARK}"]
    assert len(planned(date(2028, 5, 3))) == 2


def test_a_session_that_was_never_closed_is_counted_from_its_last_record(data: Path) -> None:
    path = play(data, at=OLD)
    lines = (path / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (path / "journal.jsonl").write_bytes(b"".join(lines[:-1]))

    assert plan(data, 24, date(2026, 5, 3))[0].since == OLD.date()


def test_a_session_that_cannot_be_read_is_counted_from_the_day_in_its_name(data: Path) -> None:
    path = play(data, "2024-01-10_Nantes", YOUNG)
    (path / "journal.jsonl").write_bytes(b"?\n")

    assert [one.since for one in plan(data, 24, TODAY)] == [date(2024, 1, 10)]


@pytest.mark.parametrize("months", [0, 37, -1])
def test_time_is_between_one_month_and_thirty_six(permis: Permis, full: Path, months: int) -> None:
    with pytest.raises(MonthsError):
        plan(full, months, TODAY)
    code, _, err = permis("donnees", "purger", "--mois", str(months), "--pour-de-vrai")
    assert (code, "de 1 à 36" in err) == (1, True)
    assert found_in(MARK, full)


def test_a_session_open_elsewhere_stays_and_is_told_and_the_rest_goes(permis: Permis, full: Path) -> None:
    play(full, "2024-04-01_ouverte", OLD)
    opened = folder.reopen(full / "seances" / "2024-04-01_ouverte", ManualClock(OLD))
    try:
        code, _, err = permis("donnees", "purger", "--pour-de-vrai")
    finally:
        opened.close()

    assert (code, "ouverte dans une autre fenêtre" in err) == (1, True)
    assert (full / "seances" / "2024-04-01_ouverte" / "journal.jsonl").exists()
    assert found_in(MARK, full) == []


def test_a_file_that_the_disk_keeps_is_told_and_goes_the_next_time(
    permis: Permis, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.unlink

    def refuse(file: Path, *, missing_ok: bool = False) -> None:
        if file.name == "bilan.md":
            raise PermissionError(errno.EACCES, "")
        real(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    code, _, err = permis("donnees", "purger", "--pour-de-vrai")
    left = found_in(MARK, full)

    assert (code, "bilan.md » (l’accès est refusé)" in err) == (1, True)
    assert [path.name for path in left if path.is_file()] == ["bilan.md"]
    assert not [path for path in folder.session_folders(full / "seances") if MARK in path.name]

    monkeypatch.setattr(Path, "unlink", real)
    assert purge(plan(full, 24, TODAY)).kept == ()
    assert found_in(MARK, full / "seances") == []


def test_a_link_is_not_followed(data: Path, tmp_path: Path) -> None:
    elsewhere = play(tmp_path / "ailleurs", "2024-05-03_x", OLD)
    sessions_folder(data).mkdir(parents=True)
    link = sessions_folder(data) / "2024-05-03_x"
    link.symlink_to(elsewhere, target_is_directory=True)

    done = purge(plan(data, 24, TODAY))

    assert [path for path, _ in done.kept] == [link]
    assert (elsewhere / "journal.jsonl").exists()


def test_an_interrupted_rehearsal_goes_whatever_its_age(data: Path, tmp_path: Path) -> None:
    left = tmp_path / "temp" / "permis-repetition-x"
    _write(left / "s" / "journal.jsonl", MARK, YOUNG)

    assert purge(plan(data, 24, TODAY, [left])).kept == ()
    assert found_in(MARK, tmp_path) == []


def test_old_envelopes_of_a_copilote_go_by_the_day_written_in_them(team: Office, session: Path) -> None:
    recent = Layer(session / "enveloppes", session.name, DAY, team.key.public)
    old = Layer(recent.folder, session.name, OLD.date(), team.key.public)
    young = seal_attendance(recent, "A12", "présent", "matin", YOUNG)
    seal_attendance(old, "A12", "présent", "matin", OLD)

    done = purge(plan_envelopes(read([team.data], team.key), 24, DAY))

    assert len(done.gone) == 1
    assert [one.paths for one in team.opened()] == [(young.resolve(),)]


def test_a_step_stays_as_long_as_its_last_follow_up(team: Office, session: Path) -> None:
    team.step(session, "A12", OLD.date())
    [step] = team.opened()
    seal_follow_up(step, team.key.public, 6, "en cours", OLD + timedelta(days=200), agreed=True)

    reading = read([team.data], team.key)
    assert plan_envelopes(reading, 24, date(2026, 11, 18)) == ()
    assert len(plan_envelopes(reading, 24, date(2026, 11, 19))) == 2


def test_envelopes_are_purged_elsewhere_only_with_the_key(permis: Permis, full: Path, tmp_path: Path) -> None:
    shutil.copytree(full / "seances", tmp_path / "usb")

    code, _, err = permis("donnees", "purger", "--enveloppes", tmp_path / "usb", "--pour-de-vrai")

    assert (code, "il faut aussi --cle" in err) == (1, True)
    assert found_in(MARK, full)


def test_what_is_stored_is_told_with_where_why_and_how_long(permis: Permis, full: Path) -> None:
    code, out, err = permis("donnees")

    assert (code, err) == (0, "")
    assert f"où : {full / 'seances'}" in out
    assert "Enveloppes scellées" in out
    assert "24 mois après la séance, 36 au plus" in out
    assert out.count("pourquoi : ") == out.count("combien de temps : ") == len(inventory(full))


def test_every_file_of_the_data_folder_is_in_what_is_told(full: Path) -> None:
    told = {file for kind in inventory(full) for file in kind.files}

    assert {path for path in full.rglob("*") if path.is_file()} - told == set()


def test_what_was_published_on_this_computer_goes_with_its_session_and_is_made_again(
    permis: Permis, data: Path
) -> None:
    pytest.importorskip("sqlalchemy", reason="the extra publier is not installed")
    for at, mark in ((OLD, MARK), (YOUNG, KEPT)):
        play(data, f"{at:%Y-%m-%d_%Hh%M}_{mark}", at, place=mark)
    assert permis("publier")[0] == 0
    assert data / "bilans.sqlite" in found_in(MARK, data)

    code, out, _ = permis("donnees", "purger", "--pour-de-vrai")

    assert (code, "copie publiée, que permis publier refait" in out) == (0, True)
    assert found_in(MARK, data) == []
    assert permis("publier")[0] == 0
    assert data / "bilans.sqlite" in found_in(KEPT, data)
