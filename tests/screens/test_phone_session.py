"""A session run by the phone, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
from browser import Tab
from pilot import Pilot
from remotely import serve, shown, until

from game.remote.page import State
from game.rules import Phase
from game.session.agenda import ActKind

needs_browser = pytest.mark.skipif(browser.chromium() is None, reason="Chromium is not installed on this computer")
CROWD = 250


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with browser.phone(tmp_path / "browser") as opened:
        opened.size(390, 844)
        yield opened


@pytest.fixture
def quick_thumb(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test tap faster than a thumb does."""
    monkeypatch.setattr("game.remote.live.TAPS_PER_SECOND", 1000.0)


def pair(pilot: Pilot, tab: Tab) -> None:
    """Open the link of the QR code in the phone."""
    serve(pilot)
    tab.go(pilot.desk.remote.status.link)
    until(pilot, lambda: pilot.desk.remote.status.state is State.CONNECTED)


def tap(pilot: Pilot, tab: Tab, selector: str) -> None:
    """Tap, and let the program answer: the phone shows another page then."""
    pilot.wait(30)
    pilot.step()
    before = shown(pilot).moment
    tab.until(f"page && page.moment === '{before}'")
    tab.tap(selector)
    until(pilot, lambda: shown(pilot).moment != before)
    pilot.wait(5)
    pilot.step()


@needs_browser
@pytest.mark.usefixtures("quick_thumb")
def test_next_pass_pause_and_undo_change_the_session(on_board: Pilot, tab: Tab) -> None:
    pair(on_board, tab)
    team = on_board.state.game.turn
    tap(on_board, tab, "#big")
    assert on_board.state.game.dice, "next throws the die"
    while on_board.state.game.phase is not Phase.CARD:
        tap(on_board, tab, "#big")
    tap(on_board, tab, "[data-action=pause]")
    assert on_board.state.is_paused
    tab.sees("La salle voit un écran neutre.")
    tap(on_board, tab, "#big")
    assert not on_board.state.is_paused
    tap(on_board, tab, "[data-action=pass]")
    assert on_board.state.game.turn != team
    tap(on_board, tab, "[data-action=undo]")
    assert on_board.state.game.turn == team
    assert on_board.state.game.phase is Phase.CARD


@needs_browser
@pytest.mark.usefixtures("quick_thumb")
def test_a_whole_session_is_run_by_the_phone(pilot: Pilot, tab: Tab) -> None:
    pilot.begin()
    pair(pilot, tab)
    for _ in range(CROWD):
        if pilot.state.is_closed:
            break
        if pilot.state.game.turns > 3 and pilot.state.current_act.kind is ActKind.GAME:
            pilot.wait(45 * 60)
        tap(pilot, tab, "#big")
    assert pilot.state.is_closed
    assert pilot.state.exchanges, "cards were talked through"
    assert tab.complaints == []
    tab.sees("Revenir à l’accueil")
    tab.tap("#big")
    until(pilot, lambda: pilot.sees("Nouvelle séance"))
    tab.sees("La télécommande est arrêtée")
