"""Attendance by code on the screen: sealed one by one, nothing left to be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import FakeDesk, Played, click, press, said, summary
from pilot import Pilot, piloted
from pyrage import decrypt, x25519
from test_propose import begin, to_the_end

from game.screens.desk import PersonalLayer, PersonNote
from game.screens.scene import Pop, Push, Scene
from game.screens.scenes.sessions import SessionsScene

LAYER = PersonalLayer(
    statuses=("présent", "excusé", "absent", "annulé", "à préciser"),
    half_days=("matin", "après-midi", "soir"),
    usual="après-midi",
    aims=(("logement", "Logement", ("Accéder à un logement", "Changer de logement")),),
)
CLOSED = summary("Le Local", is_closed=True)


def persons(desk: FakeDesk) -> Scene:
    step = press(SessionsScene(desk, Played), "p")
    assert isinstance(step, Push)
    return step.scene


def desk(**parts: object) -> FakeDesk:
    return FakeDesk(sessions=(CLOSED,), layer=LAYER, **parts)


def test_without_a_key_it_is_not_offered() -> None:
    scene = SessionsScene(FakeDesk(sessions=(CLOSED,)), Played)
    assert "présences" not in said(scene)
    assert press(scene, "p") is None


def test_a_code_and_a_status_are_sealed_and_leave_the_screen() -> None:
    given = desk()
    scene = persons(given)
    press(scene, *"X99", "down", "right", "save")
    assert given.sealed == [(CLOSED.folder, PersonNote("X99", "excusé", "après-midi"))]
    told = said(scene)
    assert "X99" not in told
    assert "1 personne notée" in told


def test_a_next_step_is_noted_with_consent_and_its_label() -> None:
    given = desk()
    scene = persons(given)
    press(scene, *"B07", "down", "down", "down", "right", "down", "right", "down", "right", "down", "enter")
    step = ("logement", "Changer de logement")
    assert given.sealed[0][1] == PersonNote("B07", "présent", "après-midi", *step, agreed=True)


def test_the_mouse_alone_does_it_and_escape_ends() -> None:
    given = desk()
    scene = persons(given)
    click(scene, "code")
    press(scene, *"C3")
    click(scene, "status:-")
    click(scene, "keep")
    assert given.sealed[0][1].status == "à préciser"
    assert press(scene, "escape") == Pop()


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with piloted(tmp_path) as pilot:
        yield pilot


def test_only_the_key_of_the_association_opens_what_the_laptop_wrote(pilot: Pilot, tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    (tmp_path / "association.pub").write_text(f"{identity.to_public()}\n", encoding="utf-8")
    begin(pilot)
    to_the_end(pilot)
    pilot.press("space", "space", "b")
    assert pilot.sees("présences")
    pilot.press("p")
    pilot.type("Marie")
    pilot.press(*["down"] * 4, "enter")
    assert pilot.sees("Il faut un code interne, jamais un nom")
    assert not list(tmp_path.rglob("enveloppes/*"))
    pilot.press(*["up"] * 4, *["backspace"] * 5)
    pilot.type("Q77Z")
    pilot.press(*["down"] * 4, "enter")
    [envelope] = tmp_path.rglob("enveloppes/*.age")
    assert b"Q77Z" in decrypt(envelope.read_bytes(), [identity])
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in files if b"Q77Z" in path.read_bytes()] == [], "the code is in the clear"
