"""What a copilote reads: a code over time, the points due at 1, 3 and 6 months, an export that is whole."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from sealing import AT, DAY, Office, play

from game.sealed.dossiers import after, as_json, as_rows, as_text, dossier_of, dossiers, step_envelope
from game.sealed.envelopes import Reading, read, seal_follow_up
from game.sealed.errors import SealedError
from game.sealed.payload import FollowUp, Step


def reading(team: Office) -> Reading:
    return read([team.data], team.key)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
    ],
)
def test_some_months_after_a_day_is_a_day_of_the_calendar(day: date, months: int, then: date) -> None:
    assert after(day, months) == then


def test_points_are_due_at_one_three_and_six_months_until_the_step_is_over(team: Office, session: Path) -> None:
    team.step(session, "A12")
    [envelope] = team.opened()

    def due(days: int) -> int | None:
        return dossier_of(reading(team), "A12").paths[0].due(DAY + timedelta(days=days))

    assert [due(days) for days in (0, 29, 30, 89, 92, 180, 181, 900)] == [None, None, 1, 1, 3, 3, 6, 6]

    seal_follow_up(envelope, team.key.public, 3, "en cours", AT + timedelta(days=92), agreed=True)
    assert [due(days) for days in (30, 92, 181)] == [None, None, 6]

    seal_follow_up(envelope, team.key.public, 6, "abandonné", AT + timedelta(days=181), agreed=True)
    assert due(900) is None


def test_a_code_is_followed_over_several_sessions(team: Office) -> None:
    first, second = play(team.data), play(team.data, "2026-12-01_Nantes")
    team.attend(first, "A12")
    team.attend(second, "a12", "excusé")
    team.attend(second, "B7")

    found = dossiers(reading(team).facts)

    assert list(found) == ["A12", "B7"]
    assert [fact.session for fact in found["A12"].attendances] == [first.name, second.name]


def test_the_export_of_a_code_holds_all_of_it_and_nothing_of_another(team: Office, session: Path) -> None:
    team.attend(session, "A12", "excusé")
    team.attend(session, "B7")
    team.step(session, "A12")
    step = next(one for one in team.opened() if isinstance(one.fact, Step))
    seal_follow_up(step, team.key.public, 1, "tenu", AT, agreed=True)

    dossier = dossier_of(reading(team), "A12")
    values = json.loads(as_json(dossier))
    head, *rows = as_rows(dossier)
    text = as_text(dossier)

    assert values["presences"][0]["statut"] == "excusé"
    [kept] = values["prochains_pas"]
    assert (kept["theme"], kept["objectif"]) == ("logement", "Accéder à un logement")
    assert (kept["statut"], kept["statut_actuel"], kept["accord"]) == ("à faire", "tenu", True)
    assert kept["echeances"] == {"1": "2026-12-23", "3": "2027-02-23", "6": "2027-05-23"}
    assert [row[head.index("genre")] for row in rows] == ["presence", "pas", "suivi"]
    assert {len(row) for row in rows} == {len(head)}
    assert "Accéder à un logement" in text
    assert "À 1 mois, le 23 novembre 2026" in text
    assert "B7" not in as_json(dossier) + text + str(rows)


def test_a_follow_up_whose_step_is_gone_is_still_in_the_export(team: Office, session: Path) -> None:
    path = team.step(session, "A12")
    [step] = team.opened()
    seal_follow_up(step, team.key.public, 1, "tenu", AT, agreed=True)
    path.unlink()

    dossier = dossier_of(reading(team), "A12")

    assert isinstance(dossier.orphans[0], FollowUp)
    assert len(json.loads(as_json(dossier))["suivis_sans_pas"]) == 1
    assert len(as_rows(dossier)) == 2
    assert "à 1 mois" in as_text(dossier).lower().replace("\u00a0", " ")


def test_an_unknown_code_and_an_unclear_step_are_explained(team: Office, session: Path) -> None:
    team.step(session, "A12")

    with pytest.raises(SealedError, match="Aucune enveloppe ouverte ne concerne le code C3"):
        dossier_of(reading(team), "C3")
    for start in ("", "zz"):
        with pytest.raises(SealedError, match="Aucun pas ne commence"):
            step_envelope(reading(team), start)
