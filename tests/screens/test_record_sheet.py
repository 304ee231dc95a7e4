import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from desk import NOW, FakeDesk, Played, click, press, said, summary, texts
from pilot import Pilot
from screens import LAPTOP, two_screens
from test_propose import begin, to_the_end

from game.app import make_painter
from game.drawing.theme import LIGHT
from game.screens.scene import Look, Pop, Push, Scene
from game.screens.scenes.sessions import SessionsScene
from game.session.sheet import Sheet

CLOSED = summary("Le Local", NOW - timedelta(days=1), words=("droits",), is_closed=True)


def sheet_of(desk: FakeDesk) -> Scene:
    step = press(SessionsScene(desk, Played), "r")
    assert isinstance(step, Push)
    return step.scene


def test_the_keyboard_counts_answers_writes_and_keeps() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    press(scene, "down", "1", "2", "down", "right", "right", "down", "left", "down", "right")
    press(scene, "down", "down", *"a12, b07", "enter", *"Bonne ambiance.", "enter")
    assert press(scene, "enter") == Pop()
    assert desk.sheets == [
        (CLOSED.folder, Sheet(newcomers=12, pilots=1, codes=("A12", "B07"), incident=False, note="Bonne ambiance."))
    ]


def test_what_nobody_has_said_stays_to_be_told() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    assert said(scene).count("à préciser") == 4, "newcomers, pilotes, copilotes and the incident"
    press(scene, "save")
    assert desk.sheets == [(CLOSED.folder, Sheet())]


def test_one_less_than_none_is_what_nobody_knows() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    press(scene, "down", "right", "left", "left", "save")
    assert desk.sheets[0][1].newcomers is None


def test_the_mouse_alone_counts_and_keeps() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    for action in ("staff:+", "staff:+", "staff:-", "incident:+"):
        click(scene, action)
    assert click(scene, "keep") == Pop()
    assert (desk.sheets[0][1].staff, desk.sheets[0][1].incident) == (0, False)


def test_what_looks_like_a_name_is_said_while_it_can_still_be_taken_away() -> None:
    scene = sheet_of(FakeDesk(sessions=(CLOSED,)))
    assert "Aucun nom de personne" in said(scene)
    press(scene, *["down"] * 7)
    press(scene, *"Merci à Karim.")
    assert "On dirait un nom de personne : Karim." in said(scene)


def test_a_disk_that_refuses_is_said_and_nothing_typed_is_lost() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    press(scene, *["down"] * 7)
    press(scene, *"Trois CV refaits.")
    desk.refusal = "Le disque est plein."
    assert press(scene, "enter", "enter") is None
    assert "Le disque est plein." in said(scene)
    assert "Trois CV refaits." in said(scene)


def test_escape_keeps_nothing() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    scene = sheet_of(desk)
    assert press(scene, "down", "5", "escape") == Pop()
    assert desk.sheets == []


def test_a_record_is_handed_over_only_after_a_yes() -> None:
    desk = FakeDesk(sessions=(CLOSED,))
    asked = press(SessionsScene(desk, Played), "t")
    assert isinstance(asked, Push)
    press(asked.scene, "enter")
    assert desk.sent == [], "the first answer, that a clicker gives, is « not yet »"
    press(asked.scene, "down", "enter")
    assert desk.sent == [CLOSED.folder]


def test_a_session_that_goes_on_cannot_be_handed_over() -> None:
    desk = FakeDesk(sessions=(summary(),))
    assert press(SessionsScene(desk, Played), "t") is None


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with two_screens(tmp_path, displays=(LAPTOP,)) as pilot:  # what answers F and X is there too
        yield pilot


def records(folder: Path) -> dict[str, object]:
    return json.loads(next((folder / "seances").rglob("bilan.json")).read_text(encoding="utf-8"))


def test_from_the_last_page_of_a_session_to_its_record_and_to_a_correction(pilot: Pilot, tmp_path: Path) -> None:
    begin(pilot)
    to_the_end(pilot)
    pilot.press("space")
    assert pilot.sees("remplir la fiche")
    pilot.press("r", "down", "3", *["down"] * 7, "enter")
    first = records(tmp_path)
    assert (first["dont_nouvelles"], first["version_bilan"], first["etat"]) == (3, 1, "clôturée")
    pilot.press("space", "b", "t", "down", "enter")
    assert pilot.sees("transmise")
    assert records(tmp_path)["etat"] == "transmise"
    pilot.press("r")
    assert pilot.sees("en fait une nouvelle version")
    pilot.press("down", "right", *["down"] * 7, "enter")
    second = records(tmp_path)
    assert (second["dont_nouvelles"], second["version_bilan"], second["etat"]) == (4, 2, "clôturée")
    assert [sent["version"] for sent in second["transmissions"]] == [1]


def test_a_rehearsal_has_no_sheet(pilot: Pilot) -> None:
    begin(pilot, rehearsal=True)
    to_the_end(pilot)
    pilot.press("space", "r")
    assert not pilot.sees("Fiche de la séance")


def test_with_a_projector_the_room_keeps_its_last_page_while_the_sheet_is_filled_in(tmp_path: Path) -> None:
    with two_screens(tmp_path) as screens:
        begin(screens)
        to_the_end(screens)
        screens.press("space", "r")
        assert screens.sees("Fiche de la séance")
        assert "Fiche de la séance" not in screens.room_text()


@pytest.mark.parametrize("width", [1440, 1920], ids=["4:3", "16:9"])
def test_no_row_is_cut_on_any_projector(width: int) -> None:
    scene = sheet_of(FakeDesk(sessions=(CLOSED,)))
    picture = scene.picture(Look(LIGHT, make_painter(), width, 1080), 0)
    assert [text for text in texts(picture) if "…" in text] == []
