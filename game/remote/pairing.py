"""Who may use the remote: a code that serves once, few tries, one phone at a time."""

import secrets
import threading
import time
from collections.abc import Callable

from game.remote.page import MOST_TRIES, State, Status

VANISHED_SECONDS = 20.0
"""A phone that sleeps is given this long before anybody is told."""
_DIGITS = 6
_BYTES = 24


class RefusedError(Exception):
    """A phone may not come in; the message is ``wrong``, ``locked`` or ``taken``."""


class Pairing:
    """Keeps the code that is shown and the phone that came with it. Safe to use from two threads."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Show a first code; ``now`` gives seconds."""
        self._now = now
        self._lock = threading.Lock()
        self._pass = ""
        self._is_open = False
        self._left_at = 0.0
        self._token = self._code = ""
        self._wrong = 0
        self._is_refused = False
        self.new_code()

    def new_code(self) -> None:
        """Show another code. The phone that is there stays until another one comes with it."""
        with self._lock:
            self._token = secrets.token_urlsafe(_BYTES)
            self._code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"
            self._wrong = 0
            self._is_refused = False

    def enter(self, given: str) -> str:
        """Let a phone in with the code or the token of the link, which then dies; return its pass.

        Raises:
            RefusedError: the code is wrong, was tried too often, or another phone is there.
        """
        with self._lock:
            if not self._code:
                is_taken = bool(self._pass) and self._wrong < MOST_TRIES
                self._is_refused = self._is_refused or is_taken
                raise RefusedError("taken" if is_taken else "locked")
            if not (_is_same(given, self._token) or _is_same("".join(given.split()), self._code)):
                self._wrong += 1
                if self._wrong >= MOST_TRIES:
                    self._token = self._code = ""
                    raise RefusedError("locked")
                raise RefusedError("wrong")
            self._token = self._code = ""
            self._pass = secrets.token_urlsafe(_BYTES)
            self._wrong = 0
            self._is_refused = False
            self._is_open, self._left_at = False, self._now()
            return self._pass

    def knows(self, given: str) -> bool:
        """Tell whether this is the pass of the phone that is let in."""
        with self._lock:
            return bool(self._pass) and _is_same(given, self._pass)

    def came(self) -> None:
        """Note that the phone is there."""
        with self._lock:
            self._is_open = True

    def left(self) -> None:
        """Note that the phone does not answer any more."""
        with self._lock:
            self._is_open, self._left_at = False, self._now()

    def status(self, address: str) -> Status:
        """Return how things stand, for a server at this address."""
        with self._lock:
            link = f"http://{address}/#{self._token}" if self._token else ""
            return Status(self._state(), address, link, self._code, self._wrong, self._is_refused)

    def _state(self) -> State:
        if self._is_open:
            return State.CONNECTED
        if self._wrong >= MOST_TRIES:
            return State.LOCKED
        if not self._pass:
            return State.WAITING
        return State.VANISHED if self._now() - self._left_at >= VANISHED_SECONDS else State.ASLEEP


def _is_same(given: str, kept: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), kept.encode())
