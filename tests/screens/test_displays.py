"""Displays that come and go in the middle of a session: nothing is lost, and the facilitator is told what to do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from screens import LAPTOP, PROJECTOR, TwoScreens, two_screens

from game.screens.display import Display, distinct
from game.screens.display_list import DisplayList

LOST = "Le projecteur n’est plus branché. Rebranchez-le : l’image revient toute seule."
OTHER = Display(1360, -640, 1024, 768, is_known=False)


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path, paints=True) as opened:
        opened.begin()
        opened.to_board()
        yield opened


def test_a_projector_unplugged_in_the_middle_loses_nothing_and_says_what_to_do(screens: TwoScreens) -> None:
    screens.press("4")
    journal = screens.journal
    screens.plug(LAPTOP)
    assert not screens.has_room
    assert screens.sees(LOST)
    assert not screens.stage.main.is_private, "the page of the room: prompts come on request"
    assert screens.journal == journal
    assert not screens.stage.is_over
    screens.press("space")
    assert screens.journal != journal, "the session goes on"


def test_the_picture_comes_back_by_itself_when_the_projector_does(screens: TwoScreens) -> None:
    before = screens.room_text()
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, PROJECTOR)
    assert screens.has_room
    assert screens.room_text() == before
    assert not screens.sees("Le projecteur n’est plus branché")


def test_the_sentence_stays_until_it_is_understood(screens: TwoScreens) -> None:
    screens.plug(LAPTOP)
    screens.wait(600)
    assert screens.sees(LOST)
    screens.press("escape")
    assert not screens.sees(LOST)
    assert not screens.stage.is_over


def test_the_sentence_can_be_put_away_with_the_mouse(screens: TwoScreens) -> None:
    screens.plug(LAPTOP)
    screens.click("compris")
    assert not screens.sees(LOST)


def test_a_dark_room_stays_dark_through_a_loose_cable_but_the_facilitator_sees(screens: TwoScreens) -> None:
    screens.press("b")
    screens.plug(LAPTOP)
    assert not screens.is_black, "the window that is left does not turn black with the other"
    assert screens.sees(LOST)
    screens.plug(LAPTOP, PROJECTOR)
    assert screens.room_picture.background == "#000000"


def test_a_frozen_picture_stays_through_a_loose_cable(screens: TwoScreens) -> None:
    frozen = screens.room_text()
    screens.press("f", "4")
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, PROJECTOR)
    assert screens.room_text() == frozen


def test_a_projector_that_comes_later_is_found(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True, displays=(LAPTOP,)) as screens:
        screens.look_around()
        assert not screens.has_room
        screens.plug(LAPTOP, PROJECTOR)
        assert screens.has_room
        assert screens.room_text() == "Permis de se reconstruire"


def test_another_definition_of_the_projector_is_filled(screens: TwoScreens) -> None:
    screens.plug(LAPTOP, OTHER)
    assert screens.room_window is not None
    assert screens.room_window.surface.get_size() == OTHER.size
    assert screens.room_painter.scale == pytest.approx(1024 / 1440)


def test_a_window_dragged_to_the_projector_sends_the_room_to_the_other_display(screens: TwoScreens) -> None:
    screens.window._window.position = (PROJECTOR.x + 10, PROJECTOR.y + 10)  # noqa: SLF001 - as a hand does
    screens.look_around()
    assert screens.room_window is not None
    assert LAPTOP.contains(screens.room_window.centre), "the two pages are never on one display"
    assert screens.sees("Les deux écrans sont échangés")


def test_the_rooms_window_moved_by_hand_goes_back(screens: TwoScreens) -> None:
    assert screens.room_window is not None
    screens.room_window._window.position = (LAPTOP.x + 10, LAPTOP.y + 10)  # noqa: SLF001 - as a hand does
    screens.look_around()
    assert PROJECTOR.contains(screens.room_window.centre)


def test_the_laptops_display_lost_leaves_its_window_on_the_one_that_is_left(screens: TwoScreens) -> None:
    screens.plug(PROJECTOR)
    assert not screens.has_room
    assert PROJECTOR.contains(screens.window.centre)
    assert not screens.stage.main.is_private


def test_the_rooms_window_closed_by_hand_ends_nothing_and_x_opens_it_again(screens: TwoScreens) -> None:
    screens.close_room_window()
    assert not screens.stage.is_over
    assert not screens.has_room
    assert screens.sees("La fenêtre de la salle est fermée. Touche X pour la rouvrir.")
    screens.look_around()
    assert not screens.has_room, "it stays closed"
    screens.press("x")
    assert screens.has_room


def test_the_facilitators_window_closed_ends_the_program(screens: TwoScreens) -> None:
    pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=screens.window._window))  # noqa: SLF001
    screens.step()
    assert screens.stage.is_over


def test_a_room_that_cannot_open_is_said_and_the_session_goes_on(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True, displays=(LAPTOP,)) as screens:
        screens.is_refused = True
        screens.plug(LAPTOP, PROJECTOR)
        assert screens.sees("L’écran de la salle ne s’ouvre pas.")
        screens.is_refused = False
        screens.press("x")
        assert screens.has_room


def test_two_windows_can_be_refused_in_the_settings(screens: TwoScreens) -> None:
    screens.desk.change_settings(replace(screens.desk.settings, one_window=True))
    screens.look_around()
    assert not screens.has_room
    assert not screens.sees("n’est plus branché")
    screens.press("x", then=1)
    assert screens.sees("la même image sur tous les écrans")
    screens.desk.change_settings(replace(screens.desk.settings, one_window=False))
    screens.look_around()
    assert screens.has_room


def test_the_displays_of_the_system_have_a_place_and_a_size() -> None:
    pygame.display.init()
    displays = DisplayList()
    try:
        assert displays() == (Display(0, 0, 1024, 768),)
    finally:
        displays.close()


def test_a_projector_that_begins_to_repeat_the_laptop_is_said(screens: TwoScreens) -> None:
    screens.plug(LAPTOP, LAPTOP)
    assert not screens.has_room
    assert screens.sees("Tous les écrans montrent la même image.")
    assert not screens.sees("n’est plus branché")


def test_mirrored_displays_count_once() -> None:
    smaller = Display(LAPTOP.x, LAPTOP.y, 800, 600)
    assert distinct([LAPTOP, smaller, PROJECTOR]) == [LAPTOP, PROJECTOR]
