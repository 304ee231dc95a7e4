"""The facilitator is told early that the time will not do, and shortens with one key."""

import pytest
from pilot import Pilot

from game.french import NO_BREAK
from game.rules import Phase
from game.screens import phrases
from game.screens.scenes.choose import ChoiceScene
from game.session.agenda import ActKind
from game.session.pace import Pace

TEAMS = 4
SLOW, QUICK = 5 * 60, 20


def turns(pilot: Pilot, count: int, seconds: float) -> None:
    """Play turns whose exchanges last so long, every team throwing a five first."""
    for _ in range(count):
        pilot.press("5" if not any(pilot.state.game.positions.values()) else "2", "space")
        pilot.wait(seconds)
        while pilot.state.game.phase is not Phase.READY:
            pilot.press("space")


@pytest.mark.parametrize(
    ("foreseen", "sentence"),
    [
        (Pace(14, 8, 2), "À ce rythme : 14 échanges en tout, il reste 2 tours par équipe."),
        (Pace(5, 4, 1), "À ce rythme : 5 échanges en tout, il reste 1 tour par équipe."),
        (Pace(1, 0, 0), "À ce rythme : 1 échange en tout, il reste moins d’un tour par équipe."),
    ],
)
def test_the_pace_is_one_sentence(foreseen: Pace, sentence: str) -> None:
    assert phrases.pace(foreseen).replace(NO_BREAK, " ") == sentence


def test_slow_exchanges_are_told_on_the_board_and_not_on_the_card(on_board: Pilot) -> None:
    turns(on_board, 3, SLOW)
    assert on_board.sees("À ce rythme :")
    assert on_board.sees("dernier tour")
    on_board.press("2", "space")
    assert on_board.state.game.phase is Phase.CARD
    assert not on_board.sees("À ce rythme")


def test_quick_exchanges_leave_the_board_quiet_and_the_menu_tells_all_the_same(on_board: Pilot) -> None:
    turns(on_board, 4, QUICK)
    assert not on_board.sees("À ce rythme")
    on_board.press("m")
    assert on_board.sees("À ce rythme :")
    assert on_board.sees("touche N")


def test_n_plays_the_round_to_its_end_and_then_goes_on_to_the_next_act(on_board: Pilot) -> None:
    turns(on_board, 2, QUICK)
    on_board.press("n")
    assert on_board.sees("Dernier tour : encore 2 équipes.")
    assert b"LastRoundCalled" in on_board.journal
    turns(on_board, 1, QUICK)
    assert on_board.sees("Dernier tour : c’est la dernière équipe.")
    turns(on_board, 1, QUICK)
    assert on_board.sees("Le dernier tour est joué")
    on_board.press("space")
    assert on_board.state.current_act.kind is ActKind.DEBRIEF


def test_one_may_play_on_after_the_last_round(on_board: Pilot) -> None:
    on_board.press("n")
    turns(on_board, TEAMS, QUICK)
    assert on_board.sees("jouer encore")
    on_board.press("enter")
    assert on_board.state.game.phase is not Phase.READY


def test_the_last_round_is_undone_like_any_step(on_board: Pilot) -> None:
    on_board.press("n", "left")
    assert on_board.state.last_round is None
    on_board.press("ctrl+y")
    assert on_board.state.last_round is not None
    on_board.press("j")
    assert on_board.sees("Dernier tour annoncé")


def test_it_is_called_during_an_exchange_and_said_over_the_card(on_board: Pilot) -> None:
    on_board.press("5", "space")
    on_board.press("n", then=1)
    assert on_board.sees("Dernier tour : encore 4 équipes.")
    on_board.press("n", then=1)
    assert on_board.sees("Le dernier tour est déjà annoncé")


def test_it_is_called_from_the_menu_too(on_board: Pilot) -> None:
    on_board.press("m")
    assert isinstance(on_board.scene, ChoiceScene)
    on_board.click("Dernier tour")
    assert on_board.state.last_round is not None


def test_away_from_the_board_it_is_refused(pilot: Pilot) -> None:
    pilot.begin()
    pilot.press("n", then=1)
    assert pilot.sees("Ce n’est pas l’acte du jeu.")


def test_the_letter_is_text_where_one_writes(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.type("non")
    assert on_board.play.drafted_words == "non"
    assert on_board.state.last_round is None
