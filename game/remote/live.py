"""The line that stays open with the phone: pages go out, taps come in."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from game.remote.guard import Allowance
from game.remote.page import Action, RemotePage
from game.remote.pairing import Pairing

UNKNOWN, REPLACED, STOPPED = 4401, 4409, 4410
"""Why a line is closed, for the page: who are you; another one took over; the laptop ended it."""
BEAT_SECONDS = 5.0
"""The page takes a line that is silent for much longer as cut."""
TAPS_PER_SECOND, TAPS_AT_ONCE = 5.0, 10.0
_LONGEST = 200
"""Letters of a tap."""


class Line:
    """The latest page, and the one phone that sees it. All of it happens in the server's own loop."""

    def __init__(self, pairing: Pairing, on_tap: Callable[[Action], None], on_change: Callable[[], None]) -> None:
        """Tell ``on_tap`` what is asked for, and ``on_change`` that a phone came or left."""
        self._pairing, self._on_tap, self._on_change = pairing, on_tap, on_change
        self._page = RemotePage("")
        self._shown = "{}"
        self._socket: WebSocket | None = None
        self._changed = asyncio.Event()
        self._taps = Allowance(TAPS_PER_SECOND, TAPS_AT_ONCE)

    @property
    def language(self) -> str:
        """The language of the latest page."""
        return self._page.language

    def show(self, page: RemotePage) -> None:
        """Send a page to the phone, now or as it comes back."""
        self._page, self._shown = page, json.dumps(asdict(page), ensure_ascii=False)
        self._changed.set()

    async def serve(self, socket: WebSocket, known_as: str) -> None:
        """Keep a line open for as long as the phone holds it; ``known_as`` is the pass that it shows."""
        await socket.accept()
        if not self._pairing.knows(known_as):
            await socket.close(UNKNOWN)
            return
        await self.hang_up(REPLACED)
        self._socket, self._changed = socket, asyncio.Event()  # of its own: the last line may still be sending
        self._changed.set()
        self._pairing.came()
        self._on_change()
        sender = asyncio.create_task(self._send(socket, self._changed))
        try:
            await self._listen(socket, known_as)
        finally:
            sender.cancel()
            with suppress(asyncio.CancelledError):
                await sender
            if self._socket is socket:
                self._gone()

    async def hang_up(self, why: int) -> None:
        """Close the line that is open, if any."""
        socket = self._socket
        if socket is None:
            return
        self._gone()
        if socket.application_state is WebSocketState.CONNECTED:
            with suppress(RuntimeError, WebSocketDisconnect):
                await socket.close(why)

    def _gone(self) -> None:
        self._socket = None
        self._pairing.left()
        self._on_change()

    async def _send(self, socket: WebSocket, changed: asyncio.Event) -> None:
        """Send each page once, the latest only, and a sign of life while there is none."""
        with suppress(RuntimeError, WebSocketDisconnect):
            while True:
                try:
                    await asyncio.wait_for(changed.wait(), BEAT_SECONDS)
                    changed.clear()
                    await socket.send_text(self._shown)
                except TimeoutError:
                    await socket.send_text("{}")

    async def _listen(self, socket: WebSocket, known_as: str) -> None:
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect" or self._socket is not socket:
                return
            if not self._pairing.knows(known_as):
                await socket.close(REPLACED)
                return
            action = self._asked(message.get("text") or "")
            if action is not None and self._taps.spend():
                self._on_tap(action)
            else:
                self._changed.set()  # the phone shows something else: give it the page again

    def _asked(self, text: str) -> Action | None:
        """Return what a tap asks for: one of the buttons of the page that is shown, and nothing else."""
        if len(text) > _LONGEST:
            return None
        try:
            given = json.loads(text)
        except ValueError:
            return None
        if not isinstance(given, dict) or given.get("at") != self._page.moment:
            return None
        asked = given.get("do")
        return next((button.action for button in self._page.buttons if button.action == asked), None)
