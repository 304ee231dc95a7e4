"""The facilitator's window and the room's: what each shows, and keys and clicks in either."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from screens import LAPTOP, PROJECTOR, TwoScreens, two_screens, written

from game.drawing.drawlist import Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.theme import TextStyle
from game.screens.inputs import Click, Input, Press
from game.screens.mirror import mirror_place
from game.screens.scene import Black, Look, Pop, Step
from game.screens.scenes.choose import ChoiceScene

SECRET, SHARED = "#AA0000", "#00AA00"
"""The grounds of the facilitator's page, and of the room's."""


class MarkedScene:
    """A page for each window, told apart by any pixel; clicks and keys are kept."""

    is_typing = False

    def __init__(self) -> None:
        self.given: list[Input] = []
        self.step = 0

    def picture(self, look: Look, now: float) -> Picture:
        if not look.is_private:
            return self.room_picture(look, now)
        spots = (Spot(Rect(0, 0, 100, 100), "press:x", "Échanger"), Spot(Rect(100, 0, 100, 100), "press:f", "Figer"))
        text = Text(300, 300, f"Relance {self.step}", TextStyle("bold", 60), "#FFFFFF")
        return Picture(SECRET, (text,), spots=spots, mirror=Rect(1000, 600, 480, 270))

    def room_picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - plain
        return Picture(SHARED, (Text(300, 300, f"Carte {self.step}", TextStyle("bold", 60), "#FFFFFF"),))

    def bindings(self) -> tuple[()]:
        return ()

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - plain
        self.given.append(given)
        if given == Press("b"):
            return Black()
        if given == Press("escape"):
            return Pop()
        self.step += isinstance(given, Press) and given.key == "pagedown"
        return None

    def wakes_in(self, now: float) -> None:  # noqa: ARG002 - plain
        return None


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path, paints=True) as opened:
        yield opened


@pytest.fixture
def marked(screens: TwoScreens) -> TwoScreens:
    screens.stage.push(MarkedScene())
    screens.step()
    return screens


def ground(pixels: bytes) -> str:
    """Return the colour of the first pixel, as a picture writes it."""
    return f"#{pixels[:3].hex().upper()}"


def test_with_a_projector_the_room_has_its_own_window_and_the_first_window_is_the_facilitators(
    marked: TwoScreens,
) -> None:
    assert marked.has_room
    assert marked.sees("Relance 0")
    assert "Carte 0" in marked.room_text()
    assert "Relance" not in marked.room_text()


def test_with_one_display_everybody_sees_the_page_of_the_room(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True, displays=(LAPTOP,)) as screens:
        screens.stage.push(MarkedScene())
        screens.step()
        assert not screens.has_room
        assert screens.sees("Carte 0")


def test_displays_that_mirror_each_other_are_one(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True, displays=(LAPTOP, LAPTOP)) as screens:
        screens.look_around()
        assert not screens.has_room, "the window of the room would hide the facilitator's, on the same picture"


def test_the_rooms_window_fills_the_projector(screens: TwoScreens) -> None:
    assert screens.room_window is not None
    assert screens.room_window.surface.get_size() == PROJECTOR.size
    assert screens.room_window._window.position == PROJECTOR.corner  # noqa: SLF001
    assert screens.room_window._window.borderless  # noqa: SLF001


def test_the_room_sees_nothing_of_a_list_that_the_facilitator_opens(screens: TwoScreens) -> None:
    screens.begin()
    before = screens.room_text()
    screens.press("m")
    assert isinstance(screens.scene, ChoiceScene)
    assert screens.sees("Pause"), "the menu is on the facilitator's window"
    assert screens.room_text() == before, "the room still sees its page"


def test_outside_a_session_the_room_sees_the_name_of_the_game_alone(screens: TwoScreens) -> None:
    assert screens.room_text() == "Permis de se reconstruire"
    assert screens.sees("Nouvelle séance")


def test_keys_do_the_same_whichever_window_has_the_focus(marked: TwoScreens) -> None:
    marked.press("pagedown")
    marked.press_in_room("pagedown")
    assert marked.sees("Relance 2")
    assert "Carte 2" in marked.room_text()


def test_a_click_says_in_which_window_it_was_made(marked: TwoScreens) -> None:
    scene = marked.scene
    assert isinstance(scene, MarkedScene)
    marked.click_at(640, 360)
    marked.wait(1)
    marked.click_in_room(640, 360)
    assert [given.in_room for given in scene.given if isinstance(given, Click)] == [False, True]


def test_a_click_in_the_room_does_not_answer_a_list_of_the_facilitator(screens: TwoScreens) -> None:
    screens.begin()
    screens.press("m")
    scene = screens.scene
    screens.click_in_room(640, 300)
    assert screens.scene is scene
    assert not screens.state.is_paused


def test_the_black_screen_is_the_rooms_and_the_facilitator_is_told(marked: TwoScreens) -> None:
    marked.press("b")
    assert marked.room_picture.background == "#000000"
    assert marked.room_text() == ""
    assert marked.sees("Relance 0")
    assert marked.sees("Écran noir dans la salle")
    marked.press("b")
    assert "Carte 0" in marked.room_text()
    assert not marked.sees("Écran noir")


def test_a_click_on_the_notice_brings_the_picture_back(marked: TwoScreens) -> None:
    marked.press("b")
    marked.click("rallumer")
    assert "Carte 0" in marked.room_text()


def test_the_room_keeps_a_frozen_picture_while_the_facilitator_goes_on(marked: TwoScreens) -> None:
    marked.press("f", "pagedown")
    assert marked.sees("Relance 1")
    assert marked.sees("Image figée dans la salle")
    assert "Carte 0" in marked.room_text()
    marked.press("f")
    assert "Carte 1" in marked.room_text()
    assert not marked.sees("Image figée")


def test_a_frozen_picture_turns_black_and_comes_back_frozen(marked: TwoScreens) -> None:
    marked.press("f", "pagedown", "b")
    assert marked.room_picture.background == "#000000", "black counts at once, frozen or not"
    marked.press("b")
    assert "Carte 0" in marked.room_text()


def test_what_freezes_and_swaps_can_be_clicked_on_any_page(marked: TwoScreens) -> None:
    marked.click("Figer")
    assert marked.stage.is_frozen
    marked.click("libérer")
    assert not marked.stage.is_frozen
    marked.click("Échanger")
    assert marked.room_window is not None
    assert LAPTOP.contains(marked.room_window.centre)


def test_swapping_exchanges_the_displays_and_is_remembered(marked: TwoScreens) -> None:
    marked.press("x")
    assert marked.room_window is not None
    assert LAPTOP.contains(marked.room_window.centre), "the room's window went to the other display"
    assert marked.room_window.surface.get_size() == LAPTOP.size
    assert PROJECTOR.contains(marked.window.centre)
    assert marked.desk.settings.swapped_screens
    marked.press("x")
    assert PROJECTOR.contains(marked.room_window.centre)
    assert not marked.desk.settings.swapped_screens


def test_screens_swapped_once_open_swapped_the_next_time(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True) as screens:
        screens.press("x")
    with two_screens(tmp_path, paints=True) as screens:
        screens.look_around()
        assert PROJECTOR.contains(screens.window.centre)
        assert screens.room_window is not None
        assert LAPTOP.contains(screens.room_window.centre)


def test_no_frame_of_one_view_ever_shows_in_the_other(marked: TwoScreens) -> None:
    marked.press("pagedown", "x", "pagedown", "f", "pagedown", "x", "b", "x", "f", "b")
    marked.plug(LAPTOP)
    marked.press("pagedown")
    marked.plug(LAPTOP, PROJECTOR)
    marked.close_room_window()
    marked.press("x", "pagedown")
    room = [frame for frame in marked.shown["room"] if written(frame.picture) != "Permis de se reconstruire"]
    assert len(room) >= 10
    for frame in room:
        assert frame.picture.background in (SHARED, "#000000")
        assert ground(frame.pixels) == frame.picture.background, "the pixels are those of the page"
        assert bytes.fromhex(SECRET[1:]) not in set_of_pixels(frame.pixels), "nothing of the facilitator's"
        assert "Relance" not in written(frame.picture)
    for frame in marked.shown["main"]:
        if frame.picture.background == SECRET:
            assert ground(frame.pixels) == SECRET
            assert "Carte" not in written(frame.picture), "the room's page is there only as a small picture"


def set_of_pixels(pixels: bytes) -> set[bytes]:
    """Return the colours of an image."""
    return {pixels[at : at + 3] for at in range(0, len(pixels), 3)}


def test_the_facilitator_sees_the_room_small_and_as_it_is(marked: TwoScreens) -> None:
    def small() -> pygame.Color:
        place = mirror_place(marked.stage.main)
        assert place is not None
        return marked.window.surface.get_at(place.center)

    assert small().g > 150
    assert small().r < 10
    marked.press("b")
    assert small().g < 10
    marked.press("b", "x")
    assert small().g > 150


def test_one_cannot_freeze_or_swap_what_is_not_there_and_it_is_said(tmp_path: Path) -> None:
    with two_screens(tmp_path, paints=True, displays=(LAPTOP,)) as screens:
        screens.look_around()
        screens.press("x", then=1)
        assert screens.sees("Un seul écran est branché")
        screens.press("f", then=1)
        assert screens.sees("il n’y a pas d’autre image à figer")
        screens.wait(10)
        assert not screens.sees("figer"), "the sentence goes away by itself"


def test_the_small_picture_is_never_left_behind(marked: TwoScreens) -> None:
    """A change of the room's window that comes just after another one shows as well, a moment later."""
    marked.press("pagedown", then=0.01)
    place = mirror_place(marked.stage.main)
    assert place is not None
    marked.stage.is_black = True
    marked.wait(0.01)
    marked.wait(0.1)
    assert marked.window.surface.get_at(place.center).g < 10, "the small picture is black as the room is"
