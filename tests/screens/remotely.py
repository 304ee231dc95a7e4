"""A phone beside the window: what the tests of the remote do to let it in, and what it shows."""

from collections.abc import Callable

import pytest
from pilot import Pilot, plain

from game.drawing.drawlist import Box
from game.remote.interfaces import LOOPBACK, Interface
from game.remote.page import Action, RemotePage
from game.remote.pairing import Pairing
from game.remote.server import Remote
from game.screens.remote_page import page_of

HERE = Interface(LOOPBACK, "")
ENTRIES = 30
"""More than any menu has."""
TURNS = 400
"""Of the loop of the program, a twentieth of a second each, before what should come is taken as missing."""


def until(pilot: Pilot, is_true: Callable[[], bool]) -> None:
    """Let the program run, as it does, until something is true."""
    for _ in range(TURNS):
        if is_true():
            return
        pilot.stage.step(0.05)
    pytest.fail(f"it does not come: {shown(pilot)}")


def serve(pilot: Pilot) -> Remote:
    """Start the remote on this machine, as its screen does."""
    pilot.desk.remote.start(HERE)
    return remote_of(pilot)


def remote_of(pilot: Pilot) -> Remote:
    """Return the server that runs."""
    remote = pilot.desk.remote._remote  # noqa: SLF001 - for what a phone, or a fault, does to it
    assert remote is not None
    return remote


def pairing_of(pilot: Pilot) -> Pairing:
    """Return the door of that server."""
    pairing = remote_of(pilot)._pairing  # noqa: SLF001 - to come in as a phone does
    assert pairing is not None
    return pairing


def come_in(pilot: Pilot) -> None:
    """Let a phone in, as if it held its line."""
    pairing_of(pilot).enter(pilot.desk.remote.status.code)
    pairing_of(pilot).came()
    pilot.step()


def open_remote(pilot: Pilot) -> None:
    """Open the screen of the remote by the menu."""
    pilot.press("m")
    for _ in range(ENTRIES):
        if not any(spot.label == "Télécommande" for spot in pilot.picture.spots):
            pilot.press("down")
    pilot.click("Télécommande")


def shown(pilot: Pilot) -> RemotePage:
    return page_of(pilot.stage)


def labels(pilot: Pilot) -> dict[Action, str]:
    return {button.action: plain(button.label) for button in shown(pilot).buttons}


def has_qr_code(pilot: Pilot) -> bool:
    return sum(isinstance(item, Box) for item in pilot.picture.base) > 100
