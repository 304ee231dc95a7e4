"""The page of the phone, the door where it gives its code, and the line that stays open."""

import json
from collections.abc import Callable
from importlib.resources import files

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request, cookie_parser
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from game.remote.guard import Guard
from game.remote.live import REPLACED, Line
from game.remote.pairing import Pairing, RefusedError

COOKIE = "telecommande"
_COOKIE_SECONDS = 12 * 3600
"""Longer than any session: a browser that the phone put to sleep comes back with it."""
_STATIC = {
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}


def application(address: str, pairing: Pairing, line: Line, on_change: Callable[[], None]) -> Starlette:
    """Return what is served at an address; ``on_change`` is told that somebody tried to come in."""

    async def enter(request: Request) -> Response:
        try:
            known_as = pairing.enter(_code_in(await request.body()))
        except RefusedError as refused:
            on_change()
            return JSONResponse({"why": str(refused)}, 403)
        except ClientDisconnect:
            return Response(status_code=400)
        await line.hang_up(REPLACED)
        on_change()
        answer = JSONResponse({})
        answer.set_cookie(COOKIE, known_as, max_age=_COOKIE_SECONDS, httponly=True, samesite="strict")
        return answer

    async def live(socket: WebSocket) -> None:
        await line.serve(socket, cookie_parser(Headers(scope=socket.scope).get("cookie", "")).get(COOKIE, ""))

    routes = [
        Route("/", _home(line)),
        *(Route(path, _static(name, kind)) for path, (name, kind) in _STATIC.items()),
        Route("/code", enter, methods=["POST"]),
        WebSocketRoute("/live", live),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, address=address)])


def _home(line: Line) -> Callable[[Request], Response]:
    """Return what serves the page, told in which language it speaks: its script has the words of each."""
    content = _read("page.html").decode()

    def answer(_: Request) -> Response:
        return Response(content.replace('lang="fr"', f'lang="{line.language}"', 1), media_type="text/html")

    return answer


def _static(name: str, kind: str) -> Callable[[Request], Response]:
    content = _read(name)

    def answer(_: Request) -> Response:
        return Response(content, media_type=kind)

    return answer


def _read(name: str) -> bytes:
    return (files("game.remote") / "static" / name).read_bytes()


def _code_in(body: bytes) -> str:
    """Return the code in the body of a request; empty when there is none."""
    try:
        given = json.loads(body)
    except ValueError:
        return ""
    code = given.get("code") if isinstance(given, dict) else None
    return code if isinstance(code, str) else ""
