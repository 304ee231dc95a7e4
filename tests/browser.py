"""A real browser, Chromium without a window, driven through its debugging protocol (CDP)."""

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import ClientConnection, connect

PATIENCE = 20.0
_SEEN = "(document.body || document.documentElement).innerText.replace(/[\\u202f\\u00a0]/g, ' ')"
_POLL_SECONDS = 0.05


def chromium() -> str | None:
    """Return where Chromium is on this computer, if anywhere."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page of the browser: the screen of a phone."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._asked = 0
        self.complaints: list[str] = []
        """What the browser's console says is wrong."""
        for part in ("Page", "Runtime", "Log"):
            self.ask(f"{part}.enable")

    def ask(self, method: str, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - what CDP takes and gives
        """Give an order, and return its answer."""
        self._asked += 1
        self._line.send(json.dumps({"id": self._asked, "method": method, "params": given}))
        while True:
            message = json.loads(self._line.recv(PATIENCE))
            if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
                self.complaints.append(message["params"]["entry"]["text"])
            if message.get("method") == "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(message["params"]))
            if message.get("id") == self._asked:
                assert "error" not in message, message
                return message["result"]  # type: ignore[no-any-return]  # as CDP gives it

    def size(self, width: int, height: int, *, is_dark: bool = False) -> None:
        """Be a phone of this size (CSS px), in the light or in the dark."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])

    def go(self, address: str) -> None:
        """Open an address, and wait for its page."""
        if "loaderId" in self.ask("Page.navigate", url=address):
            self.until("document.readyState === 'complete' && location.protocol === 'http:'")

    def run(self, script: str) -> Any:  # noqa: ANN401 - any value of JavaScript
        """Return what an expression gives in the page."""
        given = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in given, given
        return given["result"].get("value")

    def text(self) -> str:
        """Return all that is seen on the page, with plain spaces."""
        return str(self.run(_SEEN))

    def sees(self, words: str) -> None:
        """Wait for words to be on the page."""
        self.until(f"{_SEEN}.includes({json.dumps(words)})")

    def until(self, condition: str) -> None:
        """Wait for a condition in JavaScript to be true."""
        is_true = self.run(
            f"new Promise((done) => {{ const end = Date.now() + {PATIENCE * 1000}; (function look() {{"
            f" if ({condition}) done(true); else if (Date.now() > end) done(false); else setTimeout(look, 10);"
            " })(); })"
        )
        assert is_true, f"{condition} is not true of {self.text()!r}"

    def tap(self, selector: str) -> None:
        """Put a finger in the middle of what a selector names, once it can be tapped."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.until(f"{found} && !{found}.disabled && !{found}.getAttribute('aria-busy')")
        rect = f"{found}.getBoundingClientRect()"
        x, y = self.run(f"[{rect}.x + {rect}.width / 2, {rect}.y + {rect}.height / 2]")
        on_top = f"{found}.contains(document.elementFromPoint({x}, {y}))"
        assert self.run(on_top), f"something lies over {selector}"
        self.ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, text: str) -> None:
        """Type in the field that has the focus."""
        self.ask("Input.insertText", text=text)

    def picture(self, path: Path) -> None:
        """Save what the screen shows."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))


@contextmanager
def phone(folder: Path) -> Iterator[Tab]:
    """Open a browser of its own, with a folder for all that it keeps: a phone that nobody has used."""
    command = [
        chromium() or "chromium",
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--remote-debugging-port=0", f"--user-data-dir={folder}", "--window-size=390,844", "about:blank"),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as browser:
        try:
            with connect(_page_of(folder, browser), max_size=None, proxy=None) as line:
                yield Tab(line)
        finally:
            browser.terminate()
            browser.wait(PATIENCE)


def _page_of(folder: Path, browser: "subprocess.Popen[bytes]") -> str:
    """Wait for the browser to say where it listens, and return the address of its page."""
    told, end = folder / "DevToolsActivePort", time.monotonic() + PATIENCE
    while not (told.exists() and told.read_text().strip()):
        assert browser.poll() is None, "the browser does not start"
        assert time.monotonic() < end, "the browser does not say where it listens"
        time.sleep(_POLL_SECONDS)
    port = told.read_text().splitlines()[0]
    with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE) as answer:
        pages = json.load(answer)
    return str(next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"))
