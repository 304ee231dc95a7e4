"""What the phone of the facilitator shows of a session."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pilot import Pilot, plain
from remotely import come_in, labels, serve, shown

from game.remote.page import Action
from game.rules import Phase
from game.screens.remote_control import KEYS


def test_the_phone_names_the_team_and_the_next_thing_to_do(on_board: Pilot) -> None:
    page = shown(on_board)
    team = on_board.state.teams[on_board.state.game.turn].name
    assert plain(page.title) == team
    assert labels(on_board)[Action.NEXT] == "Lancer le dé"
    assert page.where.startswith("Jeu")


def test_the_phone_has_the_prompts_and_the_warning_of_the_card(on_board: Pilot) -> None:
    on_board.to_phase(Phase.CARD)
    face = on_board.desk.faces.card(on_board.state.game.card)
    assert face is not None
    page = shown(on_board)
    assert page.prompts == face.prompts
    assert page.warning == face.warning
    assert set(labels(on_board)) == {Action.NEXT, Action.PASS, Action.PAUSE, Action.UNDO}


def test_the_prompts_are_not_on_the_screen_of_the_room(on_board: Pilot) -> None:
    on_board.to_phase(Phase.CARD)
    serve(on_board)
    come_in(on_board)
    for prompt in shown(on_board).prompts:
        assert prompt not in on_board.text_on_screen()


def test_the_phone_says_that_something_is_written_on_the_laptop(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    page = shown(on_board)
    assert page.is_typing
    assert labels(on_board)[Action.NEXT] == "Poser la brique"
    assert Action.PASS not in labels(on_board), "P is a letter here"


def test_the_phone_says_that_a_list_is_open_and_can_put_it_away(on_board: Pilot) -> None:
    on_board.press("e")
    assert labels(on_board) == {Action.CLOSE: "Revenir à la séance"}
    on_board.press(KEYS[Action.CLOSE])
    assert on_board.stage.scene is on_board.play


def test_the_phone_says_that_the_screen_is_black_and_lights_it(on_board: Pilot) -> None:
    on_board.press("b")
    assert labels(on_board) == {Action.NEXT: "Rallumer l’écran"}
    on_board.press(KEYS[Action.NEXT])
    assert not on_board.is_black


def test_the_phone_says_when_a_die_has_to_be_typed(on_board: Pilot) -> None:
    opening = replace(on_board.state.opening, physical_dice=True)
    history = on_board.opened.session.history
    history.present = replace(on_board.state, opening=opening)
    page = shown(on_board)
    assert Action.NEXT not in labels(on_board)
    assert page.idle == "Tapez le dé sur l’ordinateur"


def test_each_page_is_another_moment(on_board: Pilot) -> None:
    moments = [shown(on_board).moment]
    for key in ("1", "space", "space", "s", "s", "e", "escape", "b"):
        on_board.press(key)
        moments.append(shown(on_board).moment)
    assert all(one != other for one, other in pairwise(moments)), moments


def test_a_card_on_two_pages_says_that_it_goes_on(on_board: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    on_board.to_phase(Phase.CARD)
    if on_board.state.is_card_hidden:  # the card of this square wants to be read by the facilitator first
        on_board.press("space")
    monkeypatch.setattr("game.screens.remote_page.card_pages", lambda *_: 2)
    assert labels(on_board)[Action.NEXT] == "Suite de la carte"
