"""The server as a stranger on the network meets it: real sockets on this machine."""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from served import PAGE, PATIENCE, Laptop
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from game.remote import interfaces as network
from game.remote.guard import Allowance
from game.remote.interfaces import LOOPBACK, Interface, interfaces
from game.remote.live import REPLACED, STOPPED, UNKNOWN
from game.remote.page import Action, RemoteError, State, Trouble
from game.remote.server import Remote


def ask(
    laptop: Laptop, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Send one request; headers given with a low line have a dash, and ``None`` takes one away."""
    link = http.client.HTTPConnection(laptop.address, timeout=PATIENCE)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    link.request(method, path, body, given)
    answer = link.getresponse()
    content = answer.read()
    link.close()
    return answer.status, answer.headers, content


def give_code(laptop: Laptop, code: object) -> tuple[int, http.client.HTTPMessage, bytes]:
    return ask(laptop, "POST", "/code", json.dumps({"code": code}), Origin=f"http://{laptop.address}")


def let_in(laptop: Laptop) -> str:
    """Pair a phone, and return its cookie."""
    status, headers, _ = give_code(laptop, laptop.remote.status.code)
    assert status == 200
    return headers["set-cookie"].partition(";")[0]


@contextmanager
def phone(laptop: Laptop, cookie: str, origin: str | None = None) -> Iterator[ClientConnection]:
    """Open the line that a phone holds."""
    with connect(
        f"ws://{laptop.address}/live",
        additional_headers={"Cookie": cookie},
        origin=origin or f"http://{laptop.address}",
        open_timeout=PATIENCE,
        close_timeout=1,
        proxy=None,
    ) as line:
        yield line


def shown(line: ClientConnection) -> dict[str, object]:
    """Return the next page that the phone is sent."""
    told = (json.loads(line.recv(PATIENCE)) for _ in range(3))
    return next(given for given in told if "moment" in given)


def tap(line: ClientConnection, action: str, at: str = PAGE.moment) -> None:
    line.send(json.dumps({"do": action, "at": at}))


def code_of_closing(line: ClientConnection) -> int:
    with suppress(ConnectionClosed):
        for _ in range(5):
            line.recv(PATIENCE)
    assert line.close_code is not None, "the line is still open"
    return line.close_code


def is_served(host: str, port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(PATIENCE)
        return asking.connect_ex((host, port)) == 0


@pytest.mark.parametrize("path", ["/", "/page.css", "/page.js"])
def test_what_is_served_carries_the_headers_of_safety_and_is_not_kept(laptop: Laptop, path: str) -> None:
    status, headers, content = ask(laptop, "GET", path)
    assert status == 200
    assert content
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["server"] is None, "nobody needs to know what serves"
    assert not [name for name in headers if name.lower().startswith("access-control")]


def test_the_page_asks_nothing_of_any_other_place(laptop: Laptop) -> None:
    for path in ("/", "/page.css", "/page.js"):
        content = ask(laptop, "GET", path)[2].decode()
        assert "https:" not in content
        assert "http:" not in content
        assert "innerHTML" not in content


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.1", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_host_is_refused(laptop: Laptop, host: str) -> None:
    assert ask(laptop, "GET", "/", Host=host)[0] == 421
    status, headers, _ = ask(laptop, "POST", "/code", "{}", Host=host, Origin=f"http://{host}")
    assert (status, headers["set-cookie"]) == (421, None)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", ""])
def test_another_origin_is_refused(laptop: Laptop, origin: str) -> None:
    body = json.dumps({"code": laptop.remote.status.code})
    assert ask(laptop, "POST", "/code", body, Origin=origin)[0] == 403
    assert ask(laptop, "GET", "/", Origin=origin)[0] == 403
    cookie = let_in(laptop)
    with pytest.raises(InvalidStatus), phone(laptop, cookie, origin or "null"):
        pass


def test_a_code_without_an_origin_is_refused(laptop: Laptop) -> None:
    assert ask(laptop, "POST", "/code", json.dumps({"code": laptop.remote.status.code}))[0] == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_do_nothing(laptop: Laptop, method: str) -> None:
    assert ask(laptop, method, "/code", "{}", Origin=f"http://{laptop.address}")[0] == 405


def test_a_request_that_is_too_large_is_refused(laptop: Laptop) -> None:
    assert give_code(laptop, "1" * 300)[0] == 413
    assert ask(laptop, "GET", "/?" + "a" * 9000)[0] == 414
    assert laptop.remote.status.wrong == 0


def test_a_request_of_unknown_length_is_refused(laptop: Laptop) -> None:
    link = http.client.HTTPConnection(laptop.address, timeout=PATIENCE)
    link.request("POST", "/code", iter([b"{}"]), {"Origin": f"http://{laptop.address}"}, encode_chunked=True)
    assert link.getresponse().status == 411
    link.close()


@pytest.mark.parametrize("body", ["", "[]", "{", '{"code": 123456}', '{"code": null}', '{"code": "\\ud800"}', "\0"])
def test_an_odd_code_is_a_wrong_code(laptop: Laptop, body: str) -> None:
    status, _, content = ask(laptop, "POST", "/code", body, Origin=f"http://{laptop.address}")
    assert (status, json.loads(content)) == (403, {"why": "wrong"})


def test_requests_that_come_too_often_are_refused(laptop: Laptop) -> None:
    assert 429 in [ask(laptop, "GET", "/page.css")[0] for _ in range(200)]


def test_an_allowance_comes_back_with_time() -> None:
    now = 0.0
    allowance = Allowance(2, 3, lambda: now)
    assert [allowance.spend() for _ in range(4)] == [True, True, True, False]
    now = 0.5
    assert [allowance.spend() for _ in range(2)] == [True, False]


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(laptop: Laptop) -> None:
    _, headers, _ = give_code(laptop, laptop.token)
    cookie = headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie


def test_a_wrong_code_then_too_many_are_said_to_the_laptop(laptop: Laptop) -> None:
    told = [json.loads(give_code(laptop, "x")[2])["why"] for _ in range(6)]
    assert told == ["wrong"] * 4 + ["locked"] * 2
    assert laptop.remote.status.state is State.LOCKED
    laptop.remote.new_code()
    assert let_in(laptop)


def test_the_phone_sees_the_page_and_each_new_one(laptop: Laptop) -> None:
    with phone(laptop, let_in(laptop)) as line:
        assert shown(line)["prompts"] == list(PAGE.prompts)
        assert laptop.becomes(State.CONNECTED)
        laptop.remote.show(replace(PAGE, title="Ensuite"))
        assert shown(line)["title"] == "Ensuite"


@pytest.mark.parametrize("action", ["next", "pass", "pause", "undo"])
def test_a_tap_is_heard(laptop: Laptop, action: str) -> None:
    with phone(laptop, let_in(laptop)) as line:
        tap(line, action)
        assert laptop.hears(1)
    assert laptop.taps == [Action(action)]


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "{",
        "[]",
        "null",
        '{"do": "close", "at": "12"}',
        '{"do": "quit", "at": "12"}',
        '{"do": ["next"], "at": "12"}',
        '{"do": "next", "at": "11"}',
        '{"do": "next"}',
        '{"do": "next", "at": "12", "more": "' + "a" * 300 + '"}',
        b"\x00\x01",
    ],
)
def test_whatever_is_no_button_of_the_page_does_nothing(laptop: Laptop, odd: str | bytes) -> None:
    with phone(laptop, let_in(laptop)) as line:
        line.send(odd)
        tap(line, "next")
        assert laptop.hears(1)
    assert laptop.taps == [Action.NEXT], "only the good tap was heard"


def test_taps_that_rain_are_thinned(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.live.TAPS_PER_SECOND", 0.0)
    laptop.address = laptop.remote.start(LOOPBACK)
    with phone(laptop, let_in(laptop)) as line:
        assert laptop.becomes(State.CONNECTED)
        for _ in range(100):
            tap(line, "next")
        assert laptop.hears(10)
    assert laptop.becomes(State.ASLEEP), "all that was sent has been read"
    assert laptop.taps == [Action.NEXT] * 10, "the rest of the rain did nothing"


def test_a_message_that_is_huge_ends_the_line_and_not_the_server(laptop: Laptop) -> None:
    cookie = let_in(laptop)
    with phone(laptop, cookie) as line:
        shown(line)
        line.send("a" * 5000)
        assert code_of_closing(line) == 1009
    with phone(laptop, cookie) as line:
        assert shown(line)["title"] == PAGE.title


def test_nobody_sees_anything_without_a_cookie(laptop: Laptop) -> None:
    let_in(laptop)
    for cookie in ("", "telecommande=", "telecommande=abc"):
        with phone(laptop, cookie) as line:
            assert code_of_closing(line) == UNKNOWN


def test_a_second_phone_is_refused_until_the_facilitator_shows_a_new_code(laptop: Laptop) -> None:
    used = laptop.remote.status.code
    with phone(laptop, let_in(laptop)) as first:
        shown(first)
        status, _, content = give_code(laptop, used)
        assert (status, json.loads(content)) == (403, {"why": "taken"})
        assert laptop.remote.status.is_refused
        laptop.remote.new_code()
        cookie = let_in(laptop)
        assert code_of_closing(first) == REPLACED
        with phone(laptop, cookie) as second:
            assert shown(second)["title"] == PAGE.title


def test_the_same_phone_in_two_pages_has_one_line(laptop: Laptop) -> None:
    cookie = let_in(laptop)
    with phone(laptop, cookie) as first:
        shown(first)
        with phone(laptop, cookie) as second:
            shown(second)
            assert code_of_closing(first) == REPLACED
            assert laptop.becomes(State.CONNECTED)
            tap(second, "next")
            assert laptop.hears(1)


def test_a_phone_that_leaves_and_comes_back_goes_on(laptop: Laptop) -> None:
    cookie = let_in(laptop)
    with phone(laptop, cookie) as line:
        shown(line)
        assert laptop.becomes(State.CONNECTED)
    assert laptop.becomes(State.ASLEEP)
    laptop.remote.show(replace(PAGE, moment="14", title="Pendant ce temps"))
    with phone(laptop, cookie) as line:
        assert shown(line)["title"] == "Pendant ce temps"
        assert laptop.becomes(State.CONNECTED)


def test_a_phone_that_leaves_without_a_word_is_missed(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.server._PING_SECONDS", 0.05)
    laptop.address = laptop.remote.start(LOOPBACK)
    cookie = let_in(laptop)
    asking = (
        f"GET /live HTTP/1.1\r\nHost: {laptop.address}\r\nOrigin: http://{laptop.address}\r\nCookie: {cookie}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    host, _, port = laptop.address.partition(":")
    with socket.create_connection((host, int(port)), PATIENCE) as pocket:
        pocket.sendall(asking.encode())
        assert laptop.becomes(State.CONNECTED)
        assert laptop.becomes(State.ASLEEP), "it answers no ping, and its line is still open"


def test_a_silent_line_gives_a_sign_of_life(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.live.BEAT_SECONDS", 0.01)
    with phone(laptop, let_in(laptop)) as line:
        shown(line)
        assert json.loads(line.recv(PATIENCE)) == {}


def test_stopping_tells_the_phone_and_frees_the_port(laptop: Laptop) -> None:
    with phone(laptop, let_in(laptop)) as line:
        shown(line)
        laptop.remote.stop()
        assert code_of_closing(line) == STOPPED
    assert laptop.remote.status.state is State.OFF
    host, _, port = laptop.address.partition(":")
    assert not is_served(host, int(port))


def test_it_can_be_started_again_with_another_code(laptop: Laptop) -> None:
    cookie, token = let_in(laptop), laptop.token
    laptop.address = laptop.remote.start(LOOPBACK)
    assert laptop.token not in ("", token)
    with phone(laptop, cookie) as line:
        assert code_of_closing(line) == UNKNOWN, "a pass is good for one start of the server"


def test_a_library_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.server._NEEDED", ("uvicorn", "no_such_library"))
    with pytest.raises(RemoteError) as refused:
        Remote(lambda _: None).start(LOOPBACK)
    assert refused.value.trouble is Trouble.NOT_INSTALLED


def test_an_address_that_is_not_ours_is_said() -> None:
    with pytest.raises(RemoteError) as refused:
        Remote(lambda _: None).start("192.0.2.7")
    assert refused.value.trouble is Trouble.ADDRESS_GONE


def test_a_port_that_the_system_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(RemoteError) as refused:
        Remote(lambda _: None).start(LOOPBACK)
    assert refused.value.trouble is Trouble.PORT_REFUSED


def test_a_server_that_ends_by_itself_is_noticed(laptop: Laptop) -> None:
    loop = laptop.remote._loop  # noqa: SLF001 - as a fault of the system would
    assert loop is not None
    assert laptop.remote._server is not None  # noqa: SLF001 - as above
    laptop.remote._server.should_exit = True  # noqa: SLF001 - as above
    assert laptop.becomes(State.OFF)
    assert laptop.remote.has_ended


def test_only_the_chosen_address_is_served(laptop: Laptop) -> None:
    assert laptop.address.startswith(f"{LOOPBACK}:")
    port = int(laptop.address.partition(":")[2])
    for other in interfaces():
        assert is_served(other.address, port) == other.is_loopback


class _Ip:
    is_IPv4 = True  # noqa: N815 - the name of the library

    def __init__(self, ip: str) -> None:
        self.ip = ip


class _Adapter:
    def __init__(self, nice_name: str, *ips: str) -> None:
        self.nice_name, self.ips = nice_name, [_Ip(ip) for ip in ips]


def test_the_network_in_use_comes_first_and_the_laptop_itself_last(monkeypatch: pytest.MonkeyPatch) -> None:
    adapters = [
        _Adapter("lo", "127.0.0.1"),
        _Adapter("direct", "169.254.3.4"),
        _Adapter("bridge", "172.17.0.1"),
        _Adapter("internet", "8.8.8.8"),
        _Adapter("Wi-Fi", "192.168.1.20"),
    ]
    monkeypatch.setattr("ifaddr.get_adapters", lambda: adapters)
    monkeypatch.setattr(network, "_address_in_use", lambda: "192.168.1.20")
    assert interfaces() == (
        Interface("192.168.1.20", "Wi-Fi"),
        Interface("172.17.0.1", "bridge"),
        Interface("169.254.3.4", "direct"),
        Interface(LOOPBACK, ""),
    ), "an address of the open internet is left out"
