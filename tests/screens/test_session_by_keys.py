"""Whole sessions, from home to the record: with the keyboard, with a clicker alone, with the mouse alone."""

import json
from typing import Any

import pytest
from pilot import Pilot

from game.rules import Phase
from game.session.agenda import ActKind

CROWD = 250
"""More steps than any of these sessions takes: beyond, it goes round in circles."""
GAME_SECONDS = 45 * 60


def record(pilot: Pilot) -> dict[str, Any]:
    """Return the record of the only session of this computer."""
    (folder,) = pilot.desk.sessions_folder.iterdir()
    assert (folder / "bilan.md").is_file()
    found: dict[str, Any] = json.loads((folder / "bilan.json").read_bytes())
    return found


def kinds_seen(pilot: Pilot) -> tuple[ActKind, str, Phase]:
    state = pilot.state
    return state.current_act.kind, state.page_kind, state.game.phase


def test_a_session_goes_from_home_to_its_record_by_keyboard(pilot: Pilot) -> None:
    pilot.press("n", *("down",) * pilot.formats)
    pilot.type("Ripaillon")
    pilot.press("enter", "enter", "delete", "4", "enter")
    assert pilot.sees("3 équipes, 10 personnes")
    assert pilot.sees("Ripaillon")
    pilot.press("enter")
    _welcome_and_mood(pilot)
    _three_turns(pilot)
    _debrief(pilot)
    _closing(pilot)
    assert pilot.sees("Séance clôturée")
    assert record(pilot)["lieu"] == "Ripaillon"
    assert record(pilot)["echanges"] == 3
    assert record(pilot)["mots"] == ["oser", "un toit"]
    assert record(pilot)["prochains_pas"][0]["texte"] == "appeler"
    pilot.press("enter")
    assert pilot.sees("Nouvelle séance")
    assert not pilot.sees("Reprendre la séance")


def _welcome_and_mood(pilot: Pilot) -> None:
    assert pilot.sees("Bienvenue")
    while pilot.state.current_act.kind is ActKind.WELCOME:
        pilot.press("space", then=20)
    pilot.press("1", "1", "3")
    assert pilot.state.moods["in"] == (2, 0, 1, 0, 0)
    while not pilot.state.is_on_board:
        pilot.press("space", then=20)


def _three_turns(pilot: Pilot) -> None:
    for die, word in ((1, "oser"), (2, "un toit"), (4, "")):
        pilot.press(str(die))
        while pilot.state.game.phase is not Phase.WORD:
            pilot.press("space", then=120)
        pilot.type(word)
        pilot.press("enter")
    assert pilot.sees("3 échanges")
    pilot.wait(GAME_SECONDS)
    assert pilot.sees("Le temps du jeu est passé")
    pilot.press("space")


def _debrief(pilot: Pilot) -> None:
    while pilot.state.current_act.kind is ActKind.DEBRIEF:
        pilot.press("space", then=90)


def _closing(pilot: Pilot) -> None:
    assert pilot.sees("Le mur de notre séance")
    assert pilot.sees("oser")
    pilot.press("space", "down")
    pilot.type("appeler")
    pilot.press("enter", "enter", "enter", "2")
    assert pilot.state.moods["out"] == (0, 1, 0, 0, 0)
    pilot.press("space")
    assert pilot.sees("appeler")
    pilot.press("space")


def test_a_clicker_alone_runs_a_session_and_its_play_button_never_ends_nor_restarts_it(pilot: Pilot) -> None:
    for _ in range(5):
        pilot.press("pagedown")
    session, seen = pilot.opened.path, set()
    for _ in range(CROWD):
        if pilot.state.is_closed:
            break
        if kinds_seen(pilot) not in seen:
            seen.add(kinds_seen(pilot))
            _fidget(pilot)
        if pilot.state.game.turns > 6 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(GAME_SECONDS)
        pilot.press("pagedown", then=30)
    assert pilot.opened.path == session
    assert {phase for _, _, phase in seen} >= {Phase.READY, Phase.LANDED, Phase.CARD, Phase.WORD}
    assert {page for _, page, _ in seen} >= {"wall", "step", "mood", "end"}
    assert record(pilot)["echanges"] >= 4
    pilot.press("pagedown")
    assert pilot.sees("Nouvelle séance")


def _fidget(pilot: Pilot) -> None:
    """Press the button that sends F5 and Escape by turns, then the black screen and the way back."""
    before = pilot.state
    pilot.press("f5", "escape", "f5", "escape")
    after = pilot.state
    assert not pilot.stage.is_over
    assert not after.is_closed
    assert (after.act, after.game.turn) == (before.act, before.game.turn)
    assert (after.game.bricks, after.game.positions) == (before.game.bricks, before.game.positions)
    assert before.page - 2 <= after.page <= before.page
    black = "period" if pilot.scene.is_typing else "b"
    pilot.press(black)
    assert pilot.is_black
    pilot.press(black)
    assert pilot.state == after
    if after.page and after.game.phase is Phase.READY:
        pilot.press("pageup")
        assert pilot.state.page == after.page - 1
        pilot.press("pagedown")
        assert pilot.state.page == after.page


def test_the_play_button_of_a_clicker_never_leaves_the_program_around_a_session(pilot: Pilot) -> None:
    for screen in ("", "n", "c", "b", "g"):
        if screen:
            pilot.press(screen)
        for key in ("escape", "f5", "escape", "f5", "escape", "escape", "escape"):
            pilot.press(key)
        assert not pilot.stage.is_over
        assert pilot.sees("Nouvelle séance")
        assert not list(pilot.desk.sessions_folder.glob("*"))


@pytest.mark.parametrize("menu", ["g", "e", "j", "m", "d"])
def test_the_play_button_of_a_clicker_chooses_nothing_in_a_list_of_the_session(on_board: Pilot, menu: str) -> None:
    on_board.turn(2)
    before = on_board.state
    on_board.press(menu, "f5", "escape", "f5", "escape")
    assert on_board.state == before
    assert on_board.stage.scene is on_board.play


def test_the_play_button_of_a_clicker_loses_no_next_step(on_board: Pilot) -> None:
    on_board.press("g", "5", "space", "down")
    on_board.type("appeler")
    on_board.press("enter")
    noted = on_board.state.steps
    assert noted
    on_board.press("f5", "escape", "f5", "escape", "f5", "escape")
    assert on_board.state.steps == noted


def test_the_mouse_alone_runs_a_session(pilot: Pilot) -> None:
    for button in ("Nouvelle séance", "Un seul pion pour tous", *["Continuer"] * 3, "Commencer"):
        pilot.click(button)
    assert pilot.state.game.table.cooperative
    for _ in range(CROWD):
        if pilot.state.is_closed:
            break
        if pilot.state.game.turns > 3 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(GAME_SECONDS)
        _point(pilot)
    assert record(pilot)["prochains_pas"]
    assert record(pilot)["mots"]
    assert sum(pilot.state.moods["in"]) == 1
    pilot.click("accueil")
    assert pilot.sees("Nouvelle séance")


def _point(pilot: Pilot) -> None:
    """Click on what goes on here; where something may be chosen, choose it first."""
    labels = [spot.label for spot in pilot.picture.spots]
    if "Grand soleil" in labels and not sum(pilot.state.moods.get(pilot.state.mood_moment, ())):
        pilot.click("Grand soleil")
    elif "poser la brique" in labels:
        if pilot.state.current_act.kind is ActKind.GAME and not pilot.play.drafted_words:
            pilot.click(labels[0])
        pilot.click("poser la brique")
    elif pilot.state.page_kind == "step":
        pilot.click("Logement")
        pilot.click("noter et continuer")
    else:
        on = next(spot for spot in pilot.picture.spots if spot.action == "press:space")
        pilot.click(on.label, then=30)
