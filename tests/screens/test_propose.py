from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import FakeDesk, click, press, said
from pilot import Pilot, piloted
from screens import two_screens

from game.screens.desk import CardProposal
from game.screens.scene import Pop, Replace, Scene
from game.screens.scenes.propose import ProposeScene, propose

THEMES = (("emploi", "Emploi"), ("logement", "Logement"))


def page(desk: FakeDesk, told: list[str], kind: int = 0, theme: int = 1) -> Scene:
    """Go through the two lists as a person does, to the page where one types."""
    step = press(propose(desk, THEMES, told.append), *["down"] * kind, "enter")
    assert isinstance(step, Replace)
    step = press(step.scene, *["down"] * theme, "enter")
    assert isinstance(step, Replace)
    return step.scene


def test_a_card_is_typed_and_kept_with_its_kind_and_its_theme() -> None:
    desk, told = FakeDesk(), []
    scene = page(desk, told, kind=1)
    press(scene, *"Le bail", "enter", *"On signe demain.", "enter")
    assert press(scene, "enter") == Pop()
    assert desk.proposed == [CardProposal("mise-en-situation", "logement", "Le bail", "On signe demain.")]
    assert told, "nobody was told that it is kept"


def test_the_page_asks_for_no_name_before_anything_is_typed() -> None:
    told = said(page(FakeDesk(), []))
    assert "Aucun nom, aucun lieu, aucune date" in told
    assert "l’accord écrit de la personne" in told, "a testimony needs the consent of who lived it"


def test_a_card_that_says_nothing_is_not_kept() -> None:
    desk = FakeDesk()
    scene = page(desk, [])
    press(scene, *"Un titre", "enter", "enter", "enter")
    assert desk.proposed == []
    assert "Écrivez d’abord ce que dit la carte." in said(scene)


def test_escape_leaves_without_keeping_anything() -> None:
    desk = FakeDesk()
    scene = page(desk, [])
    press(scene, "enter", *"Une phrase.")
    assert press(scene, "escape") == Pop()
    assert desk.proposed == []


def test_a_disk_that_refuses_is_said_and_the_words_stay() -> None:
    desk = FakeDesk()
    scene = page(desk, [])
    desk.refusal = "Il n’y a plus de place sur le disque."
    press(scene, "enter", *"Une phrase.", "enter", "enter")
    told = said(scene)
    assert desk.refusal in told
    assert "Une phrase." in told


def test_the_mouse_alone_goes_from_line_to_line_and_keeps() -> None:
    desk = FakeDesk()
    scene = page(desk, [])
    assert isinstance(scene, ProposeScene)
    click(scene, "text")
    press(scene, *"Une phrase.")
    assert click(scene, "keep") == Pop()
    assert desk.proposed[0].text == "Une phrase."


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    with piloted(tmp_path) as pilot:
        yield pilot


def begin(pilot: Pilot, *, rehearsal: bool = False) -> None:
    pilot.press("n", "enter", "enter", "enter", *("r",) * rehearsal, "enter")


def test_a_proposal_of_a_session_is_a_draft_beside_the_sessions_and_no_more(pilot: Pilot, tmp_path: Path) -> None:
    begin(pilot)
    journal = next((tmp_path / "seances").rglob("*.jsonl"))
    lines = len(journal.read_text(encoding="utf-8").splitlines())
    pilot.press("w", "enter", "enter")
    pilot.press("enter")
    pilot.type("Le dernier bus est parti. Je marche.")
    pilot.press("enter", "enter")
    [draft] = (tmp_path / "brouillons").iterdir()
    text = draft.read_text(encoding="utf-8")
    assert "type: temoignage" in text
    assert "theme: emploi" in text
    assert "bus est parti" not in journal.read_text(encoding="utf-8"), "the words of the group are in the journal"
    assert len(journal.read_text(encoding="utf-8").splitlines()) == lines
    assert draft.parent.parent.name not in text


def test_the_menu_leads_there_too(pilot: Pilot) -> None:
    begin(pilot)
    pilot.press("m", *["down"] * 20, "up", "enter")
    assert pilot.sees("Proposer une carte : quel type")


def to_the_end(pilot: Pilot) -> None:
    """Go through the last act without a word, to the page that thanks."""
    pilot.press("g", "5", then=1)
    for _ in range(12):
        if not pilot.sees("Merci à toutes et à tous"):
            pilot.press("pagedown", then=1)


def test_the_last_page_leads_there_before_and_after_the_session_is_closed(pilot: Pilot, tmp_path: Path) -> None:
    begin(pilot)
    to_the_end(pilot)
    for number, key in enumerate(("", "space")):
        pilot.press(*filter(None, [key]))
        assert pilot.sees("proposer une carte")
        pilot.press("w", "down", "enter", "enter", "enter")
        pilot.type(f"Une phrase {number}.")
        pilot.press("enter", "enter")
    assert pilot.sees("Séance clôturée")
    assert len(list((tmp_path / "brouillons").iterdir())) == 2


def test_with_a_projector_the_room_never_reads_what_is_being_typed(tmp_path: Path) -> None:
    with two_screens(tmp_path) as screens:
        screens.begin()
        before = screens.room_text()
        screens.press("w", "down", "enter", "enter", "enter")
        screens.type("Un texte que la salle ne lit pas encore.")
        screens.wait(1)
        assert screens.sees("Un texte que la salle")
        assert screens.room_text() == before
        screens.press("enter", "enter")
        assert len(list((tmp_path / "brouillons").iterdir())) == 1


def test_a_clicker_leaves_an_empty_page_and_keeps_a_typed_one() -> None:
    desk = FakeDesk()
    assert press(page(desk, []), "pageup") == Pop()
    scene = page(desk, [])
    press(scene, "pagedown", *"Une phrase.", "pagedown")
    assert press(scene, "pagedown") == Pop()
    assert [proposal.text for proposal in desk.proposed] == ["Une phrase."]


def test_a_rehearsal_proposes_nothing(pilot: Pilot, tmp_path: Path) -> None:
    begin(pilot, rehearsal=True)
    before = pilot.stage.scene
    pilot.press("w")
    assert pilot.stage.scene is before
    assert not (tmp_path / "brouillons").exists()
