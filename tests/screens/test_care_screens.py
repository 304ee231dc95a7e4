"""What takes care of the room, on screen: the calm page, the cadre, real help, hands counted, choices before play."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import FORESEEN, FakeDesk, Played, press, said
from pilot import Pilot, piloted, plain
from screens import TwoScreens, two_screens, written

from game.drawing.drawlist import Disc, Picture
from game.rules import Phase
from game.screens.desk import Settings
from game.screens.pages.breath_page import openness
from game.screens.scene import Replace
from game.screens.scenes.aids import AidsScene
from game.screens.scenes.setup import SetupScene

AWARE_FORMAT = 2
"""How many times down from the usual format."""


def ring(picture: Picture) -> float:
    """Return how wide the ring that breathes is, px; 0 when there is none."""
    discs = [item for item in picture.moving if isinstance(item, Disc)]
    return max(disc.x for disc in discs) - min(disc.x for disc in discs) if discs else 0.0


def test_one_key_calms_the_screen_for_as_long_as_needed_and_any_next_brings_it_back(on_board: Pilot) -> None:
    shown = on_board.text_on_screen()
    on_board.press("a")
    assert on_board.text_on_screen() == "On prend le temps qu’il faut.", "no clock, no key, nothing to do"
    widths = set()
    for _ in range(10):
        on_board.wait(1)
        widths.add(round(ring(on_board.picture)))
    assert len(widths) > 4, "the ring moves"
    on_board.wait(3600)
    assert on_board.state.is_breathing
    on_board.press("pagedown")
    assert on_board.text_on_screen() == shown


def test_with_reduced_motion_the_ring_is_still_and_costs_nothing(tmp_path: Path) -> None:
    with piloted(tmp_path) as pilot:
        pilot.desk.change_settings(Settings(reduced_motion=True))
        pilot.begin()
        pilot.press("a")
        before = ring(pilot.picture)
        pilot.wait(2)
        assert ring(pilot.picture) == before > 0
        assert pilot.play.wakes_in(pilot.clock.now().timestamp()) is None


def test_the_ring_opens_in_four_seconds_and_closes_in_six() -> None:
    assert [round(openness(at), 3) for at in (0, 2, 4, 7, 10)] == [0, 0.5, 1, 0.5, 0]
    assert all(math.isclose(openness(at), openness(at + 10), abs_tol=1e-9) for at in range(10))


def test_the_cadre_comes_back_from_a_card_and_the_card_after_it(on_board: Pilot) -> None:
    on_board.to_phase(Phase.CARD)
    card = on_board.text_on_screen()
    on_board.press("k")
    assert on_board.sees("Le cadre Bienvenue. Ici, chacun est pilote de son parcours.")
    on_board.press("p")
    assert on_board.state.game.phase is Phase.CARD, "a key of the game does nothing unseen"
    assert on_board.sees("La salle voit autre chose")
    while on_board.state.interlude:
        on_board.press("space")
    assert on_board.text_on_screen() == card
    on_board.press("k", "left")
    assert on_board.text_on_screen() == card


def test_real_help_is_one_key_away_then_shown_then_away(on_board: Pilot) -> None:
    board = on_board.text_on_screen()
    on_board.press("u")
    assert isinstance(on_board.scene, AidsScene)
    for words in ("115", "3114", "Un copilote de la maison"):
        assert on_board.sees(words)
    on_board.press("space")
    assert on_board.sees("3114")
    assert on_board.state.interlude == "help"
    on_board.press("space")
    assert on_board.text_on_screen() == board


def test_the_list_is_printed_beside_the_sessions_and_trouble_is_a_sentence(
    on_board: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    on_board.press("u", "o")
    (file,) = opened
    assert Path(file).parent == on_board.desk.sessions_folder
    assert Path(file).read_bytes().startswith(b"%PDF")
    assert on_board.sees("Le PDF est ici")
    Path(file).unlink()
    Path(file).mkdir()
    on_board.press("o")
    assert on_board.sees("Le PDF n’a pas pu être écrit")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path) as opened:
        opened.begin()
        opened.to_board()
        opened.to_phase(Phase.CARD)
        yield opened


def room(two: TwoScreens) -> str:
    return written(two.room_painter.picture)


def test_the_facilitator_keeps_the_card_while_the_room_sees_something_else(two: TwoScreens) -> None:
    title = two.text_on_screen()[:60]
    for key, seen in (("a", "On prend le temps"), ("k", "Le cadre")):
        two.press(key)
        assert seen in room(two)
        assert seen not in two.text_on_screen().replace("relit le cadre", "")
        assert two.text_on_screen()[:30] == title[:30], "the page of the card stays"
        assert two.sees("À l’écran :")
        two.press(key)
    two.press("u")
    assert "3114" not in room(two).replace("Le 3114", ""), "the room waits until it is shown"
    two.press("space")
    assert "116 006" in room(two)
    assert two.sees("La salle voit à qui demander de l’aide.")


def aware(pilot: Pilot) -> None:
    pilot.press("n", *["down"] * AWARE_FORMAT, *["enter"] * 4)
    assert pilot.state.opening.poll


def test_hands_of_the_poll_are_counted_by_keys_and_by_clicks_and_compared_at_the_end(pilot: Pilot) -> None:
    aware(pilot)
    pilot.press("g", "2", "space", "1", "1", "2", "maj+1", then=0.2)
    assert pilot.sees("Sondage, avant le jeu. Question 1 sur 3.")
    pilot.click("Très difficile")
    pilot.click("Possible avec de l’aide, une de moins")
    assert pilot.state.poll_counts("before", 0) == (1, 0, 1, 0)
    pilot.press("5")
    assert pilot.state.poll_counts("before", 0) == (1, 0, 1, 0), "there are four answers"
    pilot.press("g", str(len(pilot.state.acts)), then=0.2)
    while pilot.state.poll_asked is None:
        pilot.press("enter" if pilot.play.is_typing else "space", then=0.2)
    pilot.press("2", "2", "space", "space", "space", then=0.2)
    assert pilot.sees("Avant le jeu À la fin")
    assert pilot.sees("Possible avec de l’aide 0 main 2 mains")
    assert "%" not in pilot.text_on_screen(), "people, and no share of a small group"
    pilot.press("space")
    assert pilot.sees("pas compté"), "a question that nobody counted says so"


def setup(*keys: str, **parts: object) -> SetupScene:
    scene = SetupScene(FakeDesk(**parts), Played)
    press(scene, "enter")
    said(scene)  # a person sees the step before they press anything
    press(scene, *keys)
    return scene


def begun(scene: SetupScene) -> object:
    step = press(scene, "enter")
    while not isinstance(step, Replace):
        step = press(scene, "enter")
    return scene._desk.started[-1]  # noqa: SLF001 - the desk is the test's own


def test_each_level_of_sensitivity_is_told_in_words_and_chosen_by_a_key() -> None:
    scene = setup()
    for words in ("Sujets légers", "Sujets de la vie, parfois sensibles", "Tous les sujets", "54 cartes peuvent venir"):
        assert words in said(scene)
    assert begun(setup()).sensitivity == 1
    assert begun(setup("up", "space")).sensitivity == 0
    assert begun(setup("down")).sensitivity == 2, "enter takes the row where the keyboard stands"


def test_a_theme_is_left_out_by_a_key_and_one_always_stays() -> None:
    scene = setup("down", "down", "space")
    assert "Les cases de « Emploi » vont aux autres thèmes." in said(scene)
    assert begun(scene).left_out == ("emploi",)
    everything = setup("down", *["down", "space"] * 6)
    assert len(begun(everything).left_out) == 5


def test_too_few_cards_is_said_before_the_session_and_again_before_the_button() -> None:
    scene = setup(cards_each=1, foreseen=FORESEEN)
    told = "12 cartes pour environ 19 échanges : certaines cartes reviendront."
    assert told in said(scene)
    press(scene, "enter", "enter")
    assert "Tout est prêt" in said(scene)
    assert told in said(scene)
    assert "Il ne reste aucune carte." in said(setup(cards_each=-1))


def test_who_is_there_is_asked_where_a_format_has_several_audiences() -> None:
    assert "Dans la salle" not in said(setup())
    scene = SetupScene(FakeDesk(), Played)
    press(scene, "down", "enter")
    assert all(words in said(scene) for words in ("Dans la salle", "Entreprises", "Étudiants", "Grand public"))
    press(scene, "down", "down", "down", "space")
    assert begun(scene).audiences == ("entreprises", "public")


def test_nothing_on_a_screen_counts_how_often_a_team_passed(on_board: Pilot) -> None:
    """Thirty-seven times: there is no such square, and no such number of cards or minutes."""
    for _ in range(37):
        on_board.press("p", then=0.1)
    screens = [on_board.text_on_screen()]
    for keys in (("m",), ("j",), ("e",), ("g",), ("v",)):
        on_board.press(*keys, then=0.1)
        screens.append(on_board.text_on_screen())
        on_board.press("escape", then=0.1)
    on_board.press("g", "5", then=0.1)
    while not on_board.state.is_closed:
        screens.append(on_board.text_on_screen())
        on_board.press("enter" if on_board.play.is_typing else "space", then=0.1)
    screens.append(on_board.text_on_screen())
    told = plain(" ".join(screens))
    assert "37" not in told.split()
    assert not any(f"{count} fois" in told for count in range(2, 40))
