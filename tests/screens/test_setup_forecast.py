"""The set-up says what the session should give, without ever making anybody wait."""

from dataclasses import replace
from pathlib import Path

import pytest
from desk import FORESEEN, FakeDesk, Played, look, press, said

from game.content.load import load
from game.desk.laptop import LaptopDesk
from game.french import NO_BREAK
from game.places import assets_folder, content_folder
from game.screens.desk import Forecast
from game.screens.scenes.setup import SetupScene
from game.screens.scenes.setup_forecast import Outlook, main_words, source_words
from game.session.clock import SystemClock

FOUND = FORESEEN


def scene_with(forecast: Forecast | None, *keys: str) -> SetupScene:
    scene = SetupScene(FakeDesk(foreseen=forecast), Played)
    press(scene, *keys)
    return scene


def told(**changes: object) -> str:
    outlook = replace(Outlook(90, 4, cooperative=False, forecast=FOUND), **changes)  # type: ignore[arg-type]
    return f"{main_words(outlook)} {source_words(outlook)}".replace(NO_BREAK, " ")


def test_the_third_step_says_what_the_session_should_give() -> None:
    shown = said(scene_with(FOUND, "enter", "enter"))
    for words in ("Prévision", "environ 19 échanges", "7 séances", "20 000 parties", "Fin vers 16:00"):
        assert words in shown


def test_the_sentences_are_whole() -> None:
    assert told() == (
        "90 minutes pour 4 équipes : environ 19 échanges, une équipe arrive dans 7 séances sur 10. "
        "Calculé sur 20 000 parties simulées de ce plateau, avec les durées usuelles."
    )


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "arrive rarement."),
        (0.04, "arrive rarement."),
        (0.1, "dans 1 séance sur 10."),
        (0.999, "presque toujours."),
    ],
)
def test_a_chance_is_said_in_tenths_and_promises_nothing(chance: float, words: str) -> None:
    assert words in told(forecast=replace(FOUND, arrival_chance=chance))


def test_with_one_shared_pawn_it_is_the_pawn_that_arrives() -> None:
    assert "le pion arrive dans 7 séances sur 10" in told(cooperative=True)


def test_while_it_is_computed_the_screen_says_so_and_looks_again() -> None:
    scene = scene_with(None, "enter", "enter")
    assert "calcul en cours" in said(scene)
    assert scene.wakes_in(0) == pytest.approx(0.05)


def test_once_it_is_there_nothing_moves_any_more() -> None:
    assert scene_with(FOUND, "enter", "enter").wakes_in(0) is None
    assert scene_with(None).wakes_in(0) is None


def test_a_forecast_that_fails_does_not_stop_the_session() -> None:
    assert "La séance peut commencer." in told(forecast=replace(FOUND, games=0))


@pytest.mark.parametrize("width", [1440.0, 1920.0])
@pytest.mark.parametrize("forecast", [None, FOUND, replace(FOUND, games=0)])
def test_the_words_of_the_panel_are_never_cut(width: float, forecast: Forecast | None) -> None:
    picture = scene_with(forecast, "enter", "enter").picture(look(width), 0)
    lines = [item.text for item in picture.base if hasattr(item, "text")]
    assert [line for line in lines if line.endswith("…") and not line.endswith("cours…")] == []


def test_the_laptop_computes_it_beside_the_screen(tmp_path: Path) -> None:
    desk = LaptopDesk(load(content_folder(), assets=assets_folder()), tmp_path, SystemClock())
    scene = SetupScene(desk, Played)
    press(scene, "enter", "enter")
    while scene.wakes_in(0) is not None:
        scene.picture(look(), 0)
    assert "environ" in said(scene)
    press(scene, "plus")
    assert "5 équipes" in said(scene)
    desk.close()


def test_durations_learned_from_past_sessions_say_how_many_they_come_from() -> None:
    taught = replace(FOUND, learned_sessions=6, learned_exchanges=118)
    assert "avec vos durées : 6 séances passées, 118 échanges." in told(forecast=taught)
    assert "avec les durées usuelles." in told()
