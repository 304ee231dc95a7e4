"""What the database holds of closed sessions: all of their records, once, and nothing that a session does not leave."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from closed import RETRACTED, SEALED, SHEET, Closed, publish, rows
from sqlalchemy import create_engine, text

from game.publishing import schema
from game.publishing.happenings import KINDS
from game.publishing.sources import LeftOut
from game.publishing.writing import Fate
from game.session import commands as c
from game.session.sheet import Sheet

Keep = Callable[..., Closed]
Permis = Callable[..., tuple[int, str, str]]


def view(address: str, name: str) -> list[dict[str, object]]:
    engine = create_engine(address)
    with engine.connect() as connection:
        found = [dict(row._mapping) for row in connection.execute(text(f"SELECT * FROM {name}"))]  # noqa: S608, SLF001
    engine.dispose()
    return found


def test_a_session_is_there_with_all_its_record(closed: Keep, sessions: Path, base: str) -> None:
    one = closed()
    one.do(c.SendRecord())
    publish(base, sessions)

    found = rows(base)

    assert [name for name, table in found.items() if not table and name != "envelopes"] == []
    [row] = [dict(zip(schema.sessions.c.keys(), row, strict=True)) for row in found["sessions"]]
    assert row["record"] == one.outcome.model_dump(mode="json", by_alias=True, exclude={"seal"})
    assert (row["name"], row["day"], row["month"]) == ("2026-11-23_14h05_Ripaillon", date(2026, 11, 23), "2026-11")
    assert (row["started_at"], row["status"]) == (datetime(2026, 11, 23, 14, 5), "transmise")  # noqa: DTZ001
    assert (row["people"], row["newcomers"], row["pilots"], row["staff"]) == (11, 2, 1, 2)
    assert (row["incident"], row["note"], row["half_days"]) == (False, "Un groupe attentif.", "après-midi")


def test_each_part_of_a_record_has_its_rows(closed: Keep, sessions: Path, base: str) -> None:
    one = closed().outcome
    publish(base, sessions)

    found = {name: [row[1:] for row in table] for name, table in rows(base).items()}

    assert found["teams"] == [(1, "Équipe A", 4), (2, "Équipe B", 4), (3, "Équipe C", 4)]
    assert [row[2] for row in found["acts"]] == [act.title for act in one.acts]
    assert {row[0]: row[2] for row in found["themes"]} == {theme.id: theme.exchanges for theme in one.themes}
    assert {row[0] for row in found["cards"]} == {card.id for card in one.cards}
    assert found["words"] == [(1, "oser"), (2, "tenir")]
    assert found["moods"][:2] == [("arrivée", 1, "soleil", 3), ("arrivée", 2, "éclaircies", 0)]
    assert found["poll"] == [(1, 1, "Ça change quoi ?", "Tout", 4, None), (1, 2, "Ça change quoi ?", "Rien", 0, None)]
    assert found["next_steps"] == [(1, "Équipe A", "emploi", "Emploi", "appeler la mission locale")]
    assert found["facilitators"] == [("C-3",), ("P-12",)]
    theme = one.themes[0].id
    assert (theme, "data.inclusion", f"{theme}--valeur") in found["labels"]
    assert (theme, "France Travail", f"Libellé {theme}") in found["labels"]
    assert ("objectif", 1, "Reprendre confiance") in found["learnings"]
    assert ("compétence", 1, "Écouter") in found["learnings"]


def test_events_tell_the_session_and_neither_who_passed_nor_what_was_taken_back(
    closed: Keep, sessions: Path, tmp_path: Path
) -> None:
    journal = (closed().path / "journal.jsonl").read_text(encoding="utf-8")
    assert "Passed" in journal
    assert RETRACTED in journal
    base = tmp_path / "bilans.sqlite"
    publish(f"sqlite:///{base}", sessions)

    kinds = [row[4] for row in rows(f"sqlite:///{base}")["events"]]

    assert kinds.count("échange fini") == 2
    assert kinds[0] == "séance ouverte"
    assert {"acte commencé", "pause", "fin de pause", "prochain pas", "clôture", "fiche remplie"} <= set(kinds)
    assert set(kinds) <= set(KINDS.values())
    assert RETRACTED.encode() not in base.read_bytes()


def test_publishing_twice_gives_the_same_rows(closed: Keep, sessions: Path, base: str) -> None:
    closed().seal("e1")
    closed("2026-12-01_09h00_Rezé")
    assert [told.fate for told in publish(base, sessions)] == [Fate.NEW, Fate.NEW]
    before = rows(base)

    assert [told.fate for told in publish(base, sessions)] == [Fate.SAME, Fate.SAME]

    assert rows(base) == before
    assert len(before["sessions"]) == 2


def test_both_kinds_of_database_hold_the_same_rows(closed: Keep, sessions: Path, tmp_path: Path, base: str) -> None:
    closed().do(c.FillSheet(SHEET), c.SendRecord())
    other = f"sqlite:///{tmp_path / 'autre.sqlite'}"
    publish(base, sessions)
    publish(other, sessions)

    assert rows(base) == rows(other)


def test_a_correction_replaces_the_rows_and_earlier_versions_stay(
    closed: Keep, sessions: Path, tmp_path: Path, base: str
) -> None:
    one = closed()
    publish(base, sessions)
    one.do(c.SendRecord(), c.FillSheet(Sheet(people=12)))

    assert [told.fate for told in publish(base, sessions)] == [Fate.REPLACED]

    found = rows(base)
    versions = {row[1]: row[3]["personnes"] for row in found["session_versions"]}
    assert versions == {1: 11, 2: 12}
    assert [row[2] for row in found["session_versions"]] == ["transmise", "clôturée"]
    assert found["facilitators"] == []
    [row] = view(base, "v_seances")
    assert (row["personnes"], row["version_bilan"]) == (12, 2)
    late = f"sqlite:///{tmp_path / 'tard.sqlite'}"
    publish(late, sessions)
    assert rows(late) == found, "published at once or step by step, it is the same"


def test_what_is_no_closed_session_of_a_group_stays_here(closed: Keep, sessions: Path, base: str) -> None:
    closed("s1", is_closed=False)
    closed("s2", demonstration=True)
    closed("s3", rehearsal=True)
    damaged = closed("s4").path / "journal.jsonl"
    damaged.write_bytes(damaged.read_bytes().replace(b"oser", b"user"))
    (sessions / "s5").mkdir()
    (sessions / "s5" / "journal.jsonl").write_bytes(b"")
    closed("s6")

    told = publish(base, sessions)

    assert {one.name: one.why for one in told if isinstance(one, LeftOut)} == {
        "s1": "open",
        "s2": "demonstration",
        "s3": "rehearsal",
        "s4": "damaged",
    }
    assert [row["seance"] for row in view(base, "v_seances")] == ["s6"]


def test_the_command_says_what_it_did_and_what_it_left(closed: Keep, permis: Permis, tmp_path: Path) -> None:
    closed("s1", is_closed=False)
    closed("s2", demonstration=True)
    closed("s3").seal("e1")
    closed("s4")

    code, out, err = permis("publier")

    assert (code, err) == (0, "")
    assert out == (
        "Séances\u00a0: 2\u00a0publiées, 1\u00a0enveloppe scellée ajoutée, 1\u00a0pas encore clôturée, "
        "1\u00a0démonstration.\n"
    )
    assert len(rows(f"sqlite:///{tmp_path / 'bilans.sqlite'}")["sessions"]) == 2
    assert permis("publier")[1].startswith("Séances\u00a0: 2\u00a0déjà publiées, ")


def test_one_session_can_be_published_alone(closed: Keep, permis: Permis, tmp_path: Path) -> None:
    closed("2026-11-23_14h05_Ripaillon")
    closed("2026-12-01_09h00_Rezé")

    code, out, _ = permis("publier", "--seance", "2026-12")

    assert (code, out) == (0, "Séances\u00a0: 1\u00a0publiée.\n")
    assert [row[1] for row in rows(f"sqlite:///{tmp_path / 'bilans.sqlite'}")["sessions"]] == ["2026-12-01_09h00_Rezé"]
    code, _, err = permis("publier", "--seance", "2027")
    assert (code, "Aucune séance" in err) == (1, True)


def test_a_damaged_journal_is_said_and_the_others_are_published(closed: Keep, permis: Permis) -> None:
    damaged = closed("s1").path / "journal.jsonl"
    damaged.write_bytes(damaged.read_bytes().replace(b"oser", b"user"))
    closed("s2")

    code, out, err = permis("publier")

    assert code == 1
    assert err.startswith("s1\u00a0: le journal est abîmé")
    assert out == "Séances\u00a0: 1\u00a0publiée, 1\u00a0au journal abîmé.\n"


def test_two_laptops_may_name_two_sessions_alike(closed: Keep, sessions: Path, tmp_path: Path, base: str) -> None:
    closed("jeudi", seed=1)
    publish(base, sessions)
    shutil.move(sessions, tmp_path / "autre-portable")
    closed("jeudi", seed=2)
    publish(base, sessions)

    assert [row[1] for row in rows(base)["sessions"]] == ["jeudi", "jeudi"]


def test_an_older_copy_does_not_undo_a_correction(closed: Keep, sessions: Path, tmp_path: Path, base: str) -> None:
    one = closed()
    shutil.copytree(sessions, tmp_path / "copie")
    one.do(c.FillSheet(Sheet(people=12)))
    publish(base, sessions)
    before = rows(base)

    assert [told.fate for told in publish(base, tmp_path / "copie")] == [Fate.OLDER]

    assert rows(base) == before


def test_copies_that_went_on_apart_are_said_and_the_first_one_stays(
    closed: Keep, sessions: Path, tmp_path: Path, permis: Permis
) -> None:
    one = closed()
    copied = Closed(tmp_path / "copie" / one.path.name, one.clock)
    shutil.copytree(sessions, tmp_path / "copie")
    copied.do(c.FillSheet(Sheet(people=7)))
    base = f"sqlite:///{tmp_path / 'bilans.sqlite'}"
    publish(base, tmp_path / "copie")
    one.do(c.FillSheet(Sheet(people=12)))

    code, out, err = permis("publier")

    assert code == 1
    assert "une autre copie est publiée, qui continue autrement" in err
    assert out == "Séances\u00a0: 1\u00a0publiée par une autre copie.\n"
    assert view(base, "v_seances")[0]["personnes"] == 7


def test_envelopes_travel_sealed_and_an_open_letter_stays(closed: Keep, sessions: Path, base: str) -> None:
    one = closed()
    one.seal("e1")
    one.seal("lettre", b"A12 veut appeler la mission locale")

    [told] = publish(base, sessions)

    assert (told.envelopes, told.unsealed) == (1, ("lettre.age",))
    assert [row[1:] for row in rows(base)["envelopes"]] == [("e1", SEALED)]
    one.seal("e2", SEALED + b"suite")
    [told] = publish(base, sessions)
    assert (told.fate, told.envelopes) == (Fate.SAME, 1)
    assert [row[1] for row in rows(base)["envelopes"]] == ["e1", "e2"]


@pytest.mark.parametrize("name", ["v_themes_par_mois", "v_activite_par_mois"])
def test_months_add_up_their_sessions(closed: Keep, sessions: Path, base: str, name: str) -> None:
    closed("s1")
    closed("s2")
    publish(base, sessions)

    found = view(base, name)

    assert {row["mois"] for row in found} == {"2026-11"}
    assert all(row["seances"] in {1, 2} for row in found)
    assert sum(int(str(row["echanges"])) for row in found) == 4


def test_views_speak_french_and_keep_the_note_to_themselves(closed: Keep, sessions: Path, base: str) -> None:
    closed()
    publish(base, sessions)

    [row] = view(base, "v_seances")

    assert (row["lieu"], row["intitule"], row["incident"], row["sur_papier"]) == (
        "Ripaillon",
        "Atelier du jeudi",
        "non",
        "non",
    )
    assert SHEET.note not in row.values()
    assert {row["temps"]: row["mains"] for row in view(base, "v_meteo")}["orage"] == 1
    assert {row["source"] for row in view(base, "v_mots_des_partenaires")} == {"data.inclusion", "France Travail"}
