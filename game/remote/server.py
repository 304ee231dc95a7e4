"""The server of the remote: a thread of its own, one address, a free port, ended when it is told to."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from game.remote.page import Action, RemoteError, RemotePage, Status, Trouble
from game.remote.pairing import Pairing

if TYPE_CHECKING:
    import uvicorn

    from game.remote.live import Line

_NEEDED = ("segno", "starlette", "uvicorn", "websockets")
_START_SECONDS = 10.0
_STOP_SECONDS = 3.0
_MOST_CONNECTIONS = 32
_MOST_HEADER_BYTES = 8192
_PING_SECONDS = 5.0
"""A phone that leaves without a word is missed after twice that."""


class Remote:
    """Serves one phone on one address. ``on_tap`` and ``on_change`` are called from the thread of the server."""

    def __init__(self, on_tap: Callable[[Action], None], on_change: Callable[[], None] = lambda: None) -> None:
        """Tell ``on_tap`` what the phone asks for, and ``on_change`` that `status` is another one."""
        self._on_tap, self._on_change = on_tap, on_change
        self._pairing: Pairing | None = None
        self._address = ""
        self._page = RemotePage("")
        self._line: Line | None = None
        self._server: uvicorn.Server | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._is_up = threading.Event()
        self._is_running = False

    @property
    def status(self) -> Status:
        """How things stand; ``off`` when the server is not there."""
        return self._pairing.status(self._address) if self._pairing and self.is_on else Status()

    @property
    def is_on(self) -> bool:
        """Whether the server runs."""
        return self._is_running

    @property
    def has_ended(self) -> bool:
        """Whether the server ended without being told to."""
        return self._thread is not None and not self._is_running

    def start(self, interface: str) -> str:
        """Serve on an address of this laptop (IPv4), on a port that is free, and return both: ``10.0.0.5:41234``.

        Raises:
            RemoteError: it is not installed, the address is gone, or the system refuses a port.
        """
        self.stop()
        if not all(find_spec(library) for library in _NEEDED):
            raise RemoteError(Trouble.NOT_INSTALLED)
        from game.remote.live import Line  # noqa: PLC0415 - the server is an extra, loaded where it is asked for
        from game.remote.web import application  # noqa: PLC0415 - as above

        listening = _listen(interface)
        self._address = f"{interface}:{listening.getsockname()[1]}"
        self._pairing = Pairing()
        self._line = Line(self._pairing, self._on_tap, self._on_change)
        self._line.show(self._page)
        app = application(self._address, self._pairing, self._line, self._on_change)
        self._server = _server(app)
        self._is_up.clear()
        self._is_running = True
        self._thread = threading.Thread(target=self._run, args=(listening,), name="remote", daemon=True)
        self._thread.start()
        if not self._is_up.wait(_START_SECONDS) or not self.is_on:
            self.stop()
            raise RemoteError(Trouble.PORT_REFUSED)
        return self._address

    def show(self, page: RemotePage) -> None:
        """Show a page on the phone, now and when it comes back."""
        if page == self._page:
            return
        self._page = page
        if self._line is not None:
            self._soon(self._line.show, page)

    def new_code(self) -> None:
        """Show another code, that lets another phone in."""
        if self._pairing is not None:
            self._pairing.new_code()
            self._on_change()

    def stop(self) -> None:
        """End the server; the phone is told so."""
        if self._thread is None:
            return
        if self._server is not None and self.is_on:
            from game.remote.live import STOPPED  # noqa: PLC0415 - as above

            self._hang_up(STOPPED)
            self._server.should_exit = True
        self._thread.join(_STOP_SECONDS)
        self._thread = self._line = self._server = self._loop = self._pairing = None

    def _run(self, listening: socket.socket) -> None:
        """Serve until told to stop. Whatever happens here, the game goes on: the status says that it is over."""
        try:
            asyncio.run(self._serve(listening))
        finally:
            listening.close()
            self._is_running = False
            self._is_up.set()
            self._on_change()

    async def _serve(self, listening: socket.socket) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.call_soon(self._is_up.set)
        if self._server is not None:
            await self._server.serve(sockets=[listening])

    def _hang_up(self, why: int) -> None:
        line = self._line
        if line is not None and self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended since
                asyncio.run_coroutine_threadsafe(line.hang_up(why), self._loop)

    def _soon(self, show: Callable[[RemotePage], None], page: RemotePage) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # as above
                self._loop.call_soon_threadsafe(show, page)


def _listen(interface: str) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((interface, 0))
        listening.listen(_MOST_CONNECTIONS)
    except PermissionError as error:
        listening.close()
        raise RemoteError(Trouble.PORT_REFUSED) from error
    except OSError as error:
        listening.close()
        raise RemoteError(Trouble.ADDRESS_GONE) from error
    return listening


def _server(app: Callable[..., Any]) -> "uvicorn.Server":
    import uvicorn  # noqa: PLC0415 - as above

    return uvicorn.Server(
        uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="websockets-sansio",
            ws_max_size=1024,
            ws_ping_interval=_PING_SECONDS,
            ws_ping_timeout=_PING_SECONDS,
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            log_level="critical",  # a stranger's odd request is no news for the terminal
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=_MOST_HEADER_BYTES,
        )
    )
