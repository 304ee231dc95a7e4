"""Other keys than the usual ones: chosen on a screen, kept in a file, followed by the hints."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import keyboard
import pads
import pygame
import pytest
from pilot import Pilot, piloted, plain

from game.rules import Phase
from game.screens.inputs import Press
from game.screens.keymap import ACTIONS, CHOOSABLE, USUAL_KEYS, KeyChoiceError, Keymap
from game.session.agenda import ActKind

ROW = {action.id: index for index, action in enumerate(ACTIONS)}


def open_keys(pilot: Pilot) -> None:
    pilot.press("g")
    while not pilot.sees("Chaque action avec sa touche"):
        pilot.press("down")
    pilot.press("enter")


def choose(pilot: Pilot, action: str, key: str) -> None:
    """Give an action another key, on the screen of the keys."""
    pilot.press("home", *["down"] * ROW[action], "enter")
    assert pilot.sees("Appuyez sur la nouvelle touche")
    pilot.press(key)


def to_board(pilot: Pilot, next_key: str) -> None:
    """Begin a session and go to the board with the key that goes on now."""
    pilot.begin()
    while not pilot.state.is_on_board:
        pilot.press(next_key)


def file_of(pilot: Pilot) -> Path:
    return pilot.desk.data_folder / "touches.json"


def caps(pilot: Pilot) -> list[str]:
    return pilot.text_on_screen().split()


@pytest.fixture
def opened_on(tmp_path: Path) -> Iterator[Callable[[str], Pilot]]:
    """Open the program on a file of keys."""
    with ExitStack() as stack:

        def open_with(text: str) -> Pilot:
            (tmp_path / "touches.json").write_text(text, encoding="utf-8")
            return stack.enter_context(piloted(tmp_path))

        yield open_with


def test_a_key_that_is_chosen_counts_and_the_old_one_is_free(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "menu", "y")
    assert pilot.sees("Y : menu, quitter.")
    choose(pilot, "pass", "m")
    assert pilot.sees("M : passer, sans se justifier.")
    pilot.press("escape", "escape")
    pilot.begin()
    pilot.to_board()
    pilot.press("y")
    assert pilot.sees("Respiration")
    pilot.press("escape")
    pilot.to_phase(Phase.CARD)
    pilot.press("p")
    assert pilot.state.game.phase is Phase.CARD
    pilot.press("m")
    assert pilot.state.game.phase is Phase.READY


def test_hints_menus_and_the_list_of_keys_follow(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "next", "f8")
    choose(pilot, "menu", "y")
    choose(pilot, "acts", "f9")
    pilot.press("escape", "escape")
    to_board(pilot, "f8")
    assert pilot.sees("F8 lancer le dé")
    assert "Espace" not in caps(pilot)
    assert "Y" in caps(pilot)
    assert "M" not in caps(pilot)
    pilot.press("y", *["down"] * 8)
    assert pilot.sees("Aller à un acte touche F9") or pilot.sees("touche F9 Aller à un acte")
    pilot.press("escape", "f1")
    assert pilot.sees("F8 Pg suiv. continuer")
    assert pilot.sees("F9 aller à un acte")
    pilot.press("f8", "f8")
    assert pilot.state.game.dice


def test_a_session_goes_on_with_the_chosen_keys_alone(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "next", "f8")
    pilot.press("escape", "escape")
    pilot.press("n", "f8", "f8", "f8", "f8")
    for _ in range(250):
        if pilot.state.is_closed:
            break
        if pilot.state.game.turns > 1 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(45 * 60)
        pilot.press("f8", then=30)
    assert pilot.sees("Séance clôturée")


def test_letters_stay_letters_while_one_types(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "next", "y")
    choose(pilot, "pass", "f9")
    pilot.press("escape", "escape")
    to_board(pilot, "y")
    pilot.press("1")
    while pilot.state.game.phase is not Phase.WORD:
        pilot.press("y")
    pilot.type("wyp yeux")
    assert pilot.play.drafted_words == "wyp yeux"
    assert pilot.state.game.phase is Phase.WORD
    pilot.press("enter")
    assert pilot.state.game.bricks[-1].word == "wyp yeux"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("c", "La touche C sert déjà : changer de carte."),
        ("space", "La touche Espace sert déjà : continuer."),
        ("q", "La touche Q sert déjà : quitter, à l’accueil."),
        ("f12", ""),
        ("f11", ""),
        ("down", "La touche ↓ ne peut pas changer de rôle."),
        ("enter", "La touche Entrée ne peut pas changer de rôle."),
        ("ù", "Cette touche ne peut pas changer de rôle."),
        ("ctrl+z", "Cette touche ne peut pas changer de rôle."),
        ("4", "La touche 4 ne peut pas changer de rôle."),
        ("period", "La touche . ne peut pas changer de rôle."),
    ],
)
def test_a_key_that_is_taken_or_safe_is_refused_and_another_may_be_tried(pilot: Pilot, key: str, sentence: str) -> None:
    open_keys(pilot)
    choose(pilot, "pass", key)
    assert pilot.sees(sentence)
    assert pilot.desk.keys.chosen == {}
    pilot.press("y")
    assert pilot.desk.keys.chosen == {"pass": ("y", "pad x")}


def test_escape_keeps_the_old_key(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "pass", "escape")
    assert pilot.sees("Touches")
    assert pilot.desk.keys.chosen == {}
    pilot.press("escape")
    assert pilot.sees("Réglages")


def test_usual_keys_come_back_one_by_one_or_all_at_once(pilot: Pilot) -> None:
    open_keys(pilot)
    for action, key in (("pass", "y"), ("card", "f7"), ("pause", "f9")):
        choose(pilot, action, key)
    pilot.press("home", "down", "down", "delete")
    assert set(pilot.desk.keys.chosen) == {"card", "pause"}
    assert pilot.sees("Les touches habituelles de cette action sont là.")
    pilot.click("Tout remettre")
    assert pilot.desk.keys.chosen == {}
    assert not file_of(pilot).exists()


def test_a_usual_key_that_does_something_else_now_is_not_taken_back(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "pass", "y")
    choose(pilot, "card", "p")
    pilot.press("home", "down", "down", "delete")
    assert pilot.sees("La touche P sert déjà : ")
    assert pilot.desk.keys.chosen["pass"][0] == "y"


def test_the_file_keeps_the_keys_for_the_next_time(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "pass", "y")
    assert json.loads(file_of(pilot).read_text(encoding="utf-8")) == {"pass": ["y", "pad x"]}
    with piloted(pilot.desk.data_folder) as again:
        assert again.desk.keys.chosen == {"pass": ("y", "pad x")}
        assert not again.sees("Le fichier des touches")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "Le fichier des touches ne se lit pas"),
        ("[]", "Le fichier des touches ne se lit pas"),
        ('{"pass": "y"}', "Le fichier des touches ne se lit pas"),
        ('{"pass": []}', "Le fichier des touches ne se lit pas"),
        ('{"pass": [3]}', "Le fichier des touches ne se lit pas"),
        ("[" * 100_000, "Le fichier des touches ne se lit pas"),
        ('{"fly": ["y"]}', "L’action fly n’existe pas."),
        ('{"pass": ["escape"]}', "La touche Échap ne peut pas changer de rôle."),
        ('{"pass": ["c"]}', "La touche C sert déjà"),
        ('{"pass": ["y"], "menu": ["y"]}', "La touche Y sert déjà"),
    ],
)
def test_a_broken_file_gives_the_usual_keys_and_is_said(
    opened_on: Callable[[str], Pilot], text: str, sentence: str
) -> None:
    pilot = opened_on(text)
    assert pilot.sees(sentence)
    assert pilot.sees("touches habituelles sont reprises")
    assert pilot.desk.keys.chosen == {}
    pilot.press("c")
    assert not pilot.sees("Bilans")


def test_a_disk_that_refuses_is_said_and_the_keys_count(pilot: Pilot) -> None:
    file_of(pilot).mkdir()
    open_keys(pilot)
    choose(pilot, "pass", "y")
    assert pilot.sees("Les touches ne sont pas gardées sur le disque")
    assert pilot.desk.keys.chosen


@pytest.mark.skipif(pads.sdl() is None, reason="the SDL of pygame is not found on this system")
def test_a_button_of_a_controller_is_chosen_like_a_key_and_the_keyboard_keeps_its_own(pilot: Pilot) -> None:
    pad = pads.Pad(pads.PLAIN)
    pilot.step()
    open_keys(pilot)
    pilot.press(*["down"] * ROW["pause"], "enter")
    pad.push(pads.X)
    pilot.step()
    assert pilot.sees("La touche X sert déjà : passer, sans se justifier.")
    pilot.wait(1)
    pad.push(5)
    pilot.step()
    assert pilot.desk.keys.chosen == {"pause": ("s", "pad misc")}
    pilot.press("escape", "escape")
    pilot.begin()
    pad.push(5)
    pilot.step()
    assert pilot.state.is_paused
    pilot.press("s")
    assert not pilot.state.is_paused
    pad.unplug()


def test_a_phone_means_what_it_says_whatever_the_keys(pilot: Pilot) -> None:
    open_keys(pilot)
    choose(pilot, "pass", "y")
    pilot.press("escape", "escape")
    pilot.begin()
    pilot.to_board()
    pilot.to_phase(Phase.CARD)
    pilot.wait(1)
    pilot.stage.take(Press("p", is_meant=True))
    assert pilot.state.game.phase is Phase.READY


@pytest.mark.parametrize("mod", [0, pygame.KMOD_NUM])
@pytest.mark.parametrize("face", range(1, 7))
def test_the_number_pad_enters_the_foam_die_with_its_lock_on_or_off(on_board: Pilot, face: int, mod: int) -> None:
    pressed = keyboard.key(f"num {face}")
    on_board.wait(1)
    on_board.send(keyboard.Key(pressed.key, pressed.scancode, mod, pressed.text if mod else ""))
    assert on_board.state.game.dice == (face,)


def test_every_usual_key_can_be_chosen_and_does_one_thing() -> None:
    keys = [key for action in ACTIONS for key in action.usual]
    assert len(keys) == len(set(keys))
    assert set(keys) <= CHOOSABLE


def test_safe_keys_mean_what_they_say_in_any_map() -> None:
    chosen = {"pass": ("f8",), "next": ("y",)}
    for key in ("escape", "f1", "f12", "up", "down", "left", "right", "enter", "pagedown", "pageup", "period", "5"):
        assert Keymap(chosen).meant(Press(key), is_typing=False) == Press(key)
        for action in ACTIONS:
            with pytest.raises(KeyChoiceError) as refused:
                USUAL_KEYS.with_key(action, key)
            assert "ne peut pas changer de rôle" in plain(str(refused.value))
