"""From a tap on the phone to the first changed frame on the laptop, through the real server and the real loop.

The phone is a WebSocket client in a thread of its own, on loopback. A tap pauses the session, the next one goes on:
both are written in the journal, fsync included, and both change the screen.
"""

import http.client
import json
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.displays import displays, told_by  # noqa: E402 - the checkout is run in place
from game.app import TITLE, load_content, make_stage  # noqa: E402 - as above
from game.desk.laptop import LaptopDesk  # noqa: E402 - as above
from game.remote.interfaces import LOOPBACK, Interface  # noqa: E402 - as above
from game.remote.page import Status  # noqa: E402 - as above
from game.screens.inputs import Press  # noqa: E402 - as above
from game.screens.play import PlayScene  # noqa: E402 - as above
from game.screens.stage import Stage  # noqa: E402 - as above
from game.screens.window import MainWindow  # noqa: E402 - as above
from game.session.clock import SystemClock  # noqa: E402 - as above

SIZE = (1920, 1080)
TAPS, REST_SECONDS, PATIENCE = 40, 0.3, 10.0
GOAL_MS = 100.0


class TimedWindow(MainWindow):
    """A window that knows when it was shown."""

    def __init__(self, title: str, size: tuple[int, int]) -> None:
        super().__init__(title, size)
        self.shown = threading.Event()
        self.at = 0.0

    def show(self) -> None:
        """Show, and note when."""
        super().show()
        if not self.shown.is_set():
            self.at = time.perf_counter()
            self.shown.set()


class Phone(threading.Thread):
    """Taps, and measures."""

    def __init__(self, status: Status, window: TimedWindow) -> None:
        super().__init__(daemon=True)
        self._status, self._window = status, window
        self.frames: list[float] = []
        """Milliseconds from a tap to the first frame shown after it."""
        self.pages: list[float] = []
        """Milliseconds from a tap to the new page on the phone."""

    def run(self) -> None:
        """Come in with the code, then tap."""
        address = self._status.address
        headers = {"Cookie": _let_in(address, self._status.code), "Origin": f"http://{address}"}
        with connect(f"ws://{address}/live", additional_headers=headers, proxy=None) as line:
            page = _page_after(line, "")
            for _ in range(TAPS):
                time.sleep(REST_SECONDS)
                page = self._tap(line, page)

    def _tap(self, line: ClientConnection, page: dict[str, Any]) -> dict[str, Any]:
        actions = {button["action"] for button in page["buttons"]}
        tap = json.dumps({"do": "pause" if "pause" in actions else "next", "at": page["moment"]})
        self._window.shown.clear()
        start = time.perf_counter()
        line.send(tap)
        following = _page_after(line, page["moment"])
        self.pages.append((time.perf_counter() - start) * 1e3)
        if not self._window.shown.wait(PATIENCE):
            raise TimeoutError("no frame came of a tap")
        self.frames.append((self._window.at - start) * 1e3)
        return following


def _let_in(address: str, code: str) -> str:
    link = http.client.HTTPConnection(address, timeout=PATIENCE)
    link.request("POST", "/code", json.dumps({"code": code}), {"Origin": f"http://{address}"})
    cookie = link.getresponse().headers["set-cookie"]
    link.close()
    return cookie.partition(";")[0]


def _page_after(line: ClientConnection, moment: str) -> dict[str, Any]:
    """Return the first page of another moment."""
    while True:
        page: dict[str, Any] = json.loads(line.recv(PATIENCE))
        if page.get("moment", moment) != moment:
            return page


def _begin(stage: Stage) -> None:
    """Go from home to a session with its game on the board, with the usual choices."""
    _press(stage, "n")
    while not isinstance(stage.scene, PlayScene):
        _press(stage, "enter")
    while not stage.scene.state.is_on_board:
        _press(stage, "space")


def _press(stage: Stage, key: str) -> None:
    time.sleep(REST_SECONDS)  # what is pressed faster is taken for a trembling thumb
    stage.give(Press(key))
    stage.draw()


def measured() -> dict[str, float]:
    """Open a window, let a phone in, and return milliseconds from its taps to frames and pages."""
    with tempfile.TemporaryDirectory() as data:
        clock = SystemClock()
        desk = LaptopDesk(load_content(), Path(data), clock, seed=7)
        window = TimedWindow(TITLE, SIZE)
        stage = make_stage(window, desk, clock)
        stage.draw()
        _begin(stage)
        desk.remote.start(Interface(LOOPBACK, ""))
        phone = Phone(desk.remote.status, window)
        phone.start()
        while phone.is_alive():
            stage.step(1.0)
        desk.close()
        window.close()
    frames, pages = sorted(phone.frames), sorted(phone.pages)
    return {
        "p50": statistics.median(frames),
        "p90": statistics.quantiles(frames, n=10)[8],
        "most": frames[-1],
        "page": statistics.median(pages),
        "taps": len(frames),
    }


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    rows = []
    for display in displays():
        told = told_by(Path(__file__), display)
        frame = f"p50 {told['p50']:.1f} ms, p90 {told['p90']:.1f} ms, most {told['most']:.1f} ms"
        rows += [
            (f"tap on the phone to changed frame, loopback, {display}", frame, f"under {GOAL_MS:.0f} ms"),
            (f"tap on the phone to its new page, loopback, {display}", f"p50 {told['page']:.1f} ms", ""),
        ]
    return rows


if __name__ == "__main__":
    if "alone" in sys.argv:
        print(json.dumps(measured()))
    else:
        for row in run():
            print(*row, sep=" | ")
