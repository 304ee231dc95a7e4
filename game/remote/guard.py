"""What stands before every request: who it is for, where it comes from, how large and how often.

A page of the web that guesses our address must get nothing: the Host header must be ours (a name that is made to
point at us, DNS rebinding, has another one), and so must be the Origin of whatever does something.
"""

import time
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 256
"""Of the body of a request, and of what it asks for."""
_REQUESTS_PER_SECOND, _REQUESTS_AT_ONCE = 10.0, 40.0
_MOST_CLIENTS = 64
_READS = frozenset({"GET", "HEAD"})


class Allowance:
    """So many things at once, then so many a second."""

    def __init__(self, per_second: float, at_once: float, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with all of them; ``now`` gives seconds."""
        self._rate, self._most, self._now = per_second, at_once, now
        self._left, self._at = at_once, now()

    def spend(self) -> bool:
        """Take one, and tell whether there was one to take."""
        now = self._now()
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Guard:
    """Refuses what is not for us, and puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp, address: str) -> None:
        """Guard an application that is served at an address: ``192.168.1.20:41234``."""
        self._app = app
        host, _, port = address.partition(":")
        self._hosts = {address, f"localhost:{port}"} if host.startswith("127.") else {address}
        self._clients: dict[str, Allowance] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        status = self._refusal(scope, headers)
        if scope["type"] == "websocket":
            if status:
                await send({"type": "websocket.close", "code": 1008})
            else:
                await self._app(scope, receive, send)
            return
        sending = _with_headers(send, headers.get("host", ""))
        if status:
            await PlainTextResponse("", status)(scope, receive, sending)
        else:
            await self._app(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> int:
        """Return the status that refuses a request; 0 for one that may pass."""
        if headers.get("host", "") not in self._hosts:
            return 421
        if not self._allowance(scope).spend():
            return 429
        if len(scope["path"]) + len(scope["query_string"]) > MOST_BYTES:
            return 414
        origin = headers.get("origin")
        is_reading = scope["type"] == "http" and scope["method"] in _READS
        if origin != f"http://{headers['host']}" and not (origin is None and is_reading):
            return 403
        if not is_reading and scope["type"] == "http":
            return _refusal_of_body(headers)
        return 0

    def _allowance(self, scope: Scope) -> Allowance:
        client = (scope.get("client") or ("", 0))[0]
        if client not in self._clients and len(self._clients) >= _MOST_CLIENTS:
            client = ""  # a crowd shares what is left
        return self._clients.setdefault(client, Allowance(_REQUESTS_PER_SECOND, _REQUESTS_AT_ONCE))


def _refusal_of_body(headers: Headers) -> int:
    length = headers.get("content-length", "")
    if not length.isdigit():
        return 411
    return 413 if int(length) > MOST_BYTES else 0


def _with_headers(send: Send, host: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _SAFETY.items():
                headers[name] = value.format(host=host)
        await send(message)

    return sending


_SAFETY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws://{host}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
