"""Packs of the data folder, chosen before a session by keyboard or by mouse, and kept in its opening record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pilot import Pilot

from game.packs.shelf import new_pack
from game.places import assets_folder
from game.session.folder import read_records
from game.session.records import Record


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    for title in ("Le Ripaillon", "Les Jardiniers"):
        new_pack(title, tmp_path / "paquets", assets_folder() / "paquet")
    pilot = Pilot(tmp_path)
    yield pilot
    pilot.leave()


def opening(pilot: Pilot) -> Record:
    return read_records(pilot.opened.path).records[0]


def test_several_packs_are_chosen_by_the_keyboard_and_are_in_the_opening_record(pilot: Pilot) -> None:
    pilot.press("n", *["down"] * 12, then=0.1)
    pilot.press("space", "up", "space", "up", "space")  # both packs in, the cards of the game out
    pilot.press("enter", "enter", "enter", "enter")
    packs = pilot.state.opening.packs
    assert set(packs) == {"le-ripaillon", "les-jardiniers"}
    assert all(version.startswith("1 (") for version in packs.values()), packs
    assert '"le-ripaillon":"1 (' in pilot.journal.decode().replace(": ", ":")
    dealt = {card.id for card in pilot.state.opening.cards}
    assert dealt, "no card is in play"
    assert all(name.startswith(("le-ripaillon", "les-jardiniers")) for name in dealt), "cards of the game are dealt too"


def test_a_pack_is_chosen_by_the_mouse_beside_the_cards_of_the_game(pilot: Pilot) -> None:
    pilot.press("n")
    pilot.click("Le Ripaillon")
    pilot.press("enter", "enter", "enter", "enter")
    dealt = {card.id for card in pilot.state.opening.cards}
    assert set(pilot.state.opening.packs) == {"le-ripaillon"}
    assert any(name.startswith("le-ripaillon") for name in dealt)
    assert any(not name.startswith("le-ripaillon") for name in dealt)


def test_the_last_pack_cannot_be_taken_out(pilot: Pilot) -> None:
    pilot.press("n")
    pilot.click("Cartes du jeu")
    pilot.press("enter", "enter", "enter", "enter")
    assert pilot.state.opening.packs == {}
    assert pilot.state.opening.cards
