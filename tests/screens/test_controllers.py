"""Game controllers and big buttons: every screen, a whole session, unplugged and plugged back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pads
import pygame
import pytest
from pads import CONTROLLER, PLAIN, Pad
from pilot import Pilot
from screens import two_screens

from game.rules import Phase
from game.screens.play import PlayScene
from game.session.agenda import ActKind

pytestmark = pytest.mark.skipif(pads.sdl() is None, reason="the SDL of pygame is not found on this system")
CROWD = 250
GAME_SECONDS = 45 * 60
GONE = "La manette est débranchée."


@pytest.fixture
def plug() -> Iterator[Callable[..., Pad]]:
    """Plug controllers in; those that are left are pulled out at the end."""
    plugged: list[Pad] = []

    def plug_in(kind: int = CONTROLLER) -> Pad:
        plugged.append(Pad(kind))
        return plugged[-1]

    yield plug_in
    for pad in plugged:
        if pad.is_in:
            pad.unplug()


@pytest.fixture
def pad(pilot: Pilot, plug: Callable[..., Pad]) -> Pad:
    """Plug a controller into the program that is open."""
    found = plug()
    pilot.step()
    return found


def push(pilot: Pilot, pad: Pad, *buttons: int, then: float = 30) -> None:
    for button in buttons:
        pilot.wait(0.4)
        pad.push(button)
        pilot.step()
        pilot.wait(then)


def begin(pilot: Pilot, pad: Pad) -> None:
    """Go from home into a session with the first button alone."""
    while not isinstance(pilot.scene, PlayScene):
        push(pilot, pad, 0)


def test_a_controller_alone_runs_a_session_from_home_to_its_record(pilot: Pilot, pad: Pad) -> None:
    begin(pilot, pad)
    session, phases = pilot.opened, set()
    for _ in range(CROWD):
        if pilot.state.is_closed:
            break
        phases.add(pilot.state.game.phase)
        if pilot.state.game.turns > 3 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(GAME_SECONDS)
        push(pilot, pad, pads.A)
    assert pilot.opened is session
    assert phases >= {Phase.READY, Phase.LANDED, Phase.CARD, Phase.WORD}
    assert pilot.sees("Séance clôturée")
    assert (session.path / "bilan.json").is_file()
    push(pilot, pad, pads.A)
    assert pilot.sees("Nouvelle séance")


def test_two_big_buttons_without_names_run_a_session_and_go_back(pilot: Pilot, plug: Callable[..., Pad]) -> None:
    buttons = plug(PLAIN)
    pilot.step()
    begin(pilot, buttons)
    page = pilot.state.page
    push(pilot, buttons, 0)
    assert pilot.state.page == page + 1
    push(pilot, buttons, 1)
    assert pilot.state.page == page
    for _ in range(CROWD):
        if pilot.state.is_closed:
            break
        if pilot.state.game.turns > 1 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(GAME_SECONDS)
        push(pilot, buttons, 0)
    assert pilot.sees("Séance clôturée")


def test_each_button_of_a_controller_does_what_its_key_does(on_board: Pilot, pad: Pad) -> None:
    push(on_board, pad, pads.START)
    assert on_board.sees("Menu")
    assert on_board.sees("Respiration")
    push(on_board, pad, pads.B)
    assert on_board.scene is on_board.play
    push(on_board, pad, pads.SELECT)
    assert on_board.is_black
    push(on_board, pad, pads.A)
    assert not on_board.is_black
    push(on_board, pad, pads.RIGHT_STICK)
    assert on_board.sees("Le dé lancé")
    push(on_board, pad, pads.DOWN, pads.DOWN, pads.A)
    assert on_board.state.game.dice == (3,)
    while on_board.state.game.phase is not Phase.CARD:
        push(on_board, pad, pads.A)
    first = on_board.state.game.card
    push(on_board, pad, pads.Y)
    assert on_board.state.game.phase is Phase.CARD
    assert on_board.state.game.card != first
    push(on_board, pad, pads.X)
    assert on_board.state.game.phase is Phase.READY
    pad.tilt(pads.LEFT_TRIGGER, 1)
    on_board.step()
    assert on_board.state.is_breathing


def test_shoulders_move_the_ring_from_place_to_place_and_the_right_trigger_does_it(on_board: Pilot, pad: Pad) -> None:
    labels = set()
    for _ in range(12):
        push(on_board, pad, pads.RIGHT_SHOULDER, then=1)
        spot = on_board.stage.main.focus.spot
        assert spot is not None
        labels.add(spot.label)
        if spot.label == "menu":
            break
    assert "menu" in labels
    pad.tilt(pads.RIGHT_TRIGGER, 1)
    on_board.step()
    assert on_board.sees("Respiration")
    push(on_board, pad, pads.LEFT_STICK)
    assert on_board.scene is on_board.play


def test_a_stick_moves_once_however_long_it_is_pushed_and_a_trembling_one_does_not(pilot: Pilot, pad: Pad) -> None:
    begin(pilot, pad)
    page = pilot.state.page
    for part, pages in ((0.5, 0), (1.0, 1), (0.9, 1), (0.6, 1), (0.9, 1), (0.1, 1), (0.9, 2)):
        pilot.wait(0.4)
        pad.tilt(pads.STICK_ACROSS, part)
        pilot.step()
        assert pilot.state.page == page + pages, part


def test_a_button_that_is_held_counts_once(pilot: Pilot, pad: Pad) -> None:
    begin(pilot, pad)
    page = pilot.state.page
    pad.hold(pads.A)
    for _ in range(5):
        pilot.step()
        pilot.wait(1)
    assert pilot.state.page == page + 1


@pytest.mark.parametrize("screen", ["c", "b", "g", "n"])
def test_a_controller_moves_in_every_screen_around_a_session_and_comes_home(
    pilot: Pilot, pad: Pad, screen: str
) -> None:
    pilot.press(screen)
    before = pilot.text_on_screen()
    push(pilot, pad, pads.DOWN, pads.UP)
    push(pilot, pad, pads.LEFT_STICK)
    assert pilot.text_on_screen() != before
    assert pilot.sees("Nouvelle séance")


def test_letters_of_a_controller_write_nothing_in_a_word(on_board: Pilot, pad: Pad) -> None:
    on_board.to_phase(Phase.WORD)
    push(on_board, pad, pads.X, pads.Y, pads.START)
    assert on_board.state.game.phase is Phase.WORD
    assert not on_board.play.drafted_words
    push(on_board, pad, pads.A)
    assert on_board.state.game.phase is Phase.READY


@pytest.mark.parametrize("kind", [CONTROLLER, PLAIN])
def test_an_unplugged_controller_is_said_to_the_facilitator_alone_and_works_again_once_plugged_back(
    tmp_path: Path, plug: Callable[..., Pad], kind: int
) -> None:
    with two_screens(tmp_path) as pilot:
        pad = plug(kind)
        pilot.step()
        pilot.press("n", *["enter"] * 4)
        page = pilot.state.page
        pad.unplug()
        pilot.step()
        assert pilot.sees(GONE)
        assert "manette" not in pilot.room_text()
        pilot.wait(600)
        assert pilot.sees(GONE)
        pilot.press("space")
        assert pilot.state.page == page + 1
        back = plug(kind)
        pilot.step()
        assert pilot.sees("La manette est de nouveau là.")
        assert not pilot.sees(GONE)
        push(pilot, back, 0)
        assert pilot.state.page == page + 2
        pilot.wait(10)
        assert not pilot.sees("manette")
        assert not any("manette" in str(frame.picture) for frame in pilot.shown["room"])


def test_a_controller_that_is_there_from_the_start_is_not_announced(plug: Callable[..., Pad], tmp_path: Path) -> None:
    pygame.joystick.init()
    pad = plug()
    with two_screens(tmp_path) as pilot:
        pilot.step()
        assert not pilot.sees("manette")
        push(pilot, pad, pads.A)
        assert not pilot.sees("Bilans")


def test_a_device_that_is_gone_before_it_is_opened_breaks_nothing(pilot: Pilot) -> None:
    for kind in (pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED):
        pygame.event.post(pygame.Event(kind, device_index=77, guid=""))
    for kind in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
        pygame.event.post(pygame.Event(kind, instance_id=77))
    pilot.step()
    assert not pilot.sees("manette")
    pilot.press("space")
    assert not pilot.sees("Bilans")


def test_a_button_told_by_sdl_alone_counts_as_its_key(pilot: Pilot) -> None:
    pilot.wait(1)
    pygame.event.post(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=pads.A, instance_id=3))
    pilot.step()
    assert not pilot.sees("Bilans")
