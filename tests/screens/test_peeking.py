"""One display for all: the facilitator's page shows on request, and a warning comes before its card."""

import re

import pytest
from pilot import Pilot, plain

from game.rules import Phase

NOTES = "vous seul·e voyez ceci"
WARNED, PLAIN = "2", "1"


@pytest.fixture
def on_card(on_board: Pilot) -> Pilot:
    """Draw a card without a warning."""
    on_board.press(PLAIN, "space")
    assert on_board.state.game.phase is Phase.CARD
    return on_board


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


def test_the_only_screen_shows_the_warning_and_nothing_of_its_card(on_board: Pilot) -> None:
    on_board.press(WARNED, "space")
    face = on_board.desk.faces.card(on_board.state.game.card)
    assert face is not None
    assert on_board.sees("Une carte arrive.")
    assert on_board.sees("Sujet sensible")
    assert not on_board.sees(plain(face.title))
    for label in ("Montrer", "Passer", "Autre carte"):
        assert on_board.spot(label)
    on_board.press("space")
    assert on_board.sees(plain(face.title))
    assert not on_board.sees("Sujet sensible")


def test_a_warned_card_can_be_passed_by_a_click(on_board: Pilot) -> None:
    on_board.press(WARNED, "space")
    on_board.click("Passer")
    assert on_board.state.game.phase is Phase.READY


def test_no_clock_shows_until_it_is_asked_for_and_the_end_of_the_act_is_said(on_board: Pilot) -> None:
    assert not re.search(r"Encore|\d:\d\d", on_board.text_on_screen())
    on_board.press("t", then=6)
    assert on_board.sees("Encore 45 min")
    on_board.press("t", then=6)
    assert not on_board.sees("Encore")
    on_board.wait(46 * 60)
    assert on_board.sees("Temps prévu écoulé")
    assert on_board.sees("Le temps du jeu est passé")
