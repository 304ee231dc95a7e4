"""One display for all: the facilitator's page shows on request, and a warning comes before its card."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from decks import questions, warned
from pilot import Pilot, piloted, plain

from game.rules import Phase

NOTES = "vous seul·e voyez ceci"


@pytest.fixture
def on_card(tmp_path: Path) -> Iterator[Pilot]:
    """Draw a question without a warning."""
    with piloted(tmp_path, loaded=questions()) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        yield pilot


@pytest.fixture
def on_warning(tmp_path: Path) -> Iterator[Pilot]:
    """Draw a card that has a warning."""
    with piloted(tmp_path, loaded=warned()) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        yield pilot


def test_prompts_are_not_on_the_only_screen_until_they_are_asked_for(on_card: Pilot) -> None:
    assert not on_card.sees(NOTES)
    on_card.press("v")
    assert on_card.sees("La salle voit aussi cet écran")
    pages = [on_card.text_on_screen()]
    for _ in range(3):
        on_card.press("down", then=0.1)
        pages.append(on_card.text_on_screen())
    assert NOTES in " ".join(pages)


@pytest.mark.parametrize("key", ["v", "escape"])
def test_the_rooms_page_comes_back_as_it_was(on_card: Pilot, key: str) -> None:
    before, state = on_card.text_on_screen(), on_card.state
    on_card.press("v", key, then=6)
    assert on_card.text_on_screen() == before
    assert on_card.state == state


def test_what_comes_next_puts_the_notes_away(on_card: Pilot) -> None:
    on_card.press("v", "space")
    assert on_card.state.game.is_revealed
    assert not on_card.sees(NOTES)
    on_card.press("v", "c")
    assert not on_card.sees("Ce que voit la salle"), "so does every action"


def test_the_notes_can_be_clicked(on_card: Pilot) -> None:
    on_card.press("v")
    on_card.click("Passer la carte")
    assert on_card.state.game.phase is Phase.READY


def test_the_only_screen_shows_the_warning_and_nothing_of_its_card(on_warning: Pilot) -> None:
    face = on_warning.desk.faces.card(on_warning.state.game.card)
    assert face is not None
    assert on_warning.sees("Une carte arrive.")
    assert on_warning.sees("Sujet sensible")
    assert not on_warning.sees(plain(face.title))
    for label in ("Montrer", "Passer", "Autre carte"):
        assert on_warning.spot(label)
    on_warning.press("space")
    assert on_warning.sees(plain(face.title))
    assert not on_warning.sees("Sujet sensible")


def test_a_warned_card_can_be_passed_by_a_click(on_warning: Pilot) -> None:
    on_warning.click("Passer")
    assert on_warning.state.game.phase is Phase.READY


def test_no_clock_shows_until_it_is_asked_for_and_the_end_of_the_act_is_said(on_board: Pilot) -> None:
    assert not re.search(r"Encore|\d:\d\d", on_board.text_on_screen())
    on_board.press("t", then=6)
    assert on_board.sees("Encore 45 min")
    on_board.press("t", then=6)
    assert not on_board.sees("Encore")
    on_board.wait(46 * 60)
    assert on_board.sees("Temps prévu écoulé")
    assert on_board.sees("Le temps du jeu est passé")
