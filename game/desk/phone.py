"""The phone that serves as remote, on this laptop: it shows the session, and presses keys of the keyboard."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.remote.page import Action, RemoteError, RemotePage, Status, Trouble
from game.screens.remote_control import KEYS, news, told_trouble

if TYPE_CHECKING:
    from game.remote.interfaces import Interface
    from game.remote.server import Remote


class Phone:
    """The remote of the session that is open, off until it is asked for: nothing of it is loaded before."""

    def __init__(self) -> None:
        self._remote: Remote | None = None
        self._page: Callable[[], RemotePage] = lambda: RemotePage("")
        self._tell: Callable[[str], None] = lambda _: None
        self._press: Callable[[str], None] = lambda _: None
        self._trouble: Trouble | None = None
        self._before = Status()
        self._drawn: tuple[str, tuple[tuple[bool, ...], ...]] = ("", ())

    @property
    def status(self) -> Status:
        """How things stand between the laptop and the phone."""
        return self._remote.status if self._remote is not None else Status()

    @property
    def trouble(self) -> Trouble | None:
        """Why there is no remote, when somebody asked for one."""
        return self._trouble

    def attach(self, page: Callable[[], RemotePage], tell: Callable[[str], None], press: Callable[[str], None]) -> None:
        """Say what the phone shows, where the facilitator is told of it, and what presses keys.

        ``press`` is called from another thread; an empty key only wakes the program.
        """
        self._page, self._tell, self._press = page, tell, press

    def networks(self) -> "Sequence[Interface]":
        """Return where a phone could reach this laptop; nothing, with a `trouble`, when that cannot be told."""
        from game.remote.interfaces import interfaces  # noqa: PLC0415 - only once somebody asks for a remote

        try:
            found = interfaces()
        except RemoteError as error:
            self._trouble = error.trouble
            return ()
        self._trouble = Trouble.NO_NETWORK if all(each.is_loopback for each in found) else None
        return found

    def start(self, interface: "Interface") -> None:
        """Serve there; what goes wrong is the `trouble`."""
        from game.remote.server import Remote  # noqa: PLC0415 - as above

        self.stop()
        self._trouble = None
        self._remote = Remote(self._tapped, self._changed)
        try:
            self._remote.start(interface.address)
        except RemoteError as error:
            self._remote, self._trouble = None, error.trouble
        self.follow()

    def new_code(self) -> None:
        """Show another code: a second phone may take over."""
        if self._remote is not None:
            self._remote.new_code()

    def stop(self) -> None:
        """End the remote; the phone is told."""
        remote, self._remote = self._remote, None
        self._before = Status()
        if remote is not None:
            remote.stop()

    def modules(self) -> tuple[tuple[bool, ...], ...]:
        """Return the QR code of the link, ``True`` where it is dark; nothing while no code is alive."""
        link = self.status.link
        if link != self._drawn[0]:
            from game.remote.qr import qr_modules  # noqa: PLC0415 - a library of the extra, there once it serves

            self._drawn = link, qr_modules(link) if link else ()
        return self._drawn[1]

    def follow(self) -> None:
        """Give the phone what is shown now, and say in the facilitator's window what has happened to it."""
        if self._remote is None:
            return
        if self._remote.has_ended:
            self.stop()
            self._trouble = Trouble.STOPPED
            self._tell(told_trouble(Trouble.STOPPED))
            return
        self._remote.show(self._page())
        before, self._before = self._before, self.status
        sentence = news(before, self._before)
        if sentence:
            self._tell(sentence)

    def _tapped(self, action: Action) -> None:
        self._press(KEYS[action])

    def _changed(self) -> None:
        self._press("")
