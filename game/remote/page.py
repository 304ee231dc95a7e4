"""What a phone shows and what it may tap, what the laptop knows of it, and what can go wrong: plain values."""

from dataclasses import dataclass
from enum import StrEnum

MOST_TRIES = 5
"""Wrong codes, before nobody comes in any more with the one that is shown."""


class Action(StrEnum):
    """All that a phone can ask for. Each is something that a key of the keyboard does too."""

    NEXT = "next"
    PASS = "pass"  # noqa: S105 - to pass, as in a game
    PAUSE = "pause"
    UNDO = "undo"
    CLOSE = "close"
    """Put away the list that is open on the laptop."""


@dataclass(frozen=True)
class Button:
    """Something that can be tapped now."""

    action: Action
    label: str


@dataclass(frozen=True)
class RemotePage:
    """What the phone shows."""

    moment: str
    """Which moment of the session this is: a tap made for another one does nothing."""
    where: str = ""
    title: str = ""
    text: str = ""
    prompts: tuple[str, ...] = ()
    warning: str = ""
    buttons: tuple[Button, ...] = ()
    """What goes on (`Action.NEXT` or `Action.CLOSE`) is the big one."""
    idle: str = ""
    """What the big button says while nothing goes on from the phone."""
    is_paused: bool = False
    is_typing: bool = False
    """Whether something is being written on the laptop."""
    language: str = "fr"
    """The one that the laptop speaks, and so the page's own words: ``fr`` or ``en``."""


class State(StrEnum):
    """How things stand between the laptop and a phone."""

    OFF = "off"
    WAITING = "waiting"
    """The code is shown, nobody has come yet."""
    CONNECTED = "connected"
    ASLEEP = "asleep"
    """The phone does not answer, for a short while yet."""
    VANISHED = "vanished"
    """It has not answered for a while; it can still come back."""
    LOCKED = "locked"
    """Too many wrong codes: nobody comes in before another code is shown."""


@dataclass(frozen=True)
class Status:
    """What the laptop says of its remote."""

    state: State = State.OFF
    address: str = ""
    """What one types in the phone: ``192.168.1.20:41234``."""
    link: str = ""
    """What the QR code says; empty while no code is alive. It opens the remote: only the facilitator may see it."""
    code: str = ""
    """The six digits, for a phone without a camera."""
    wrong: int = 0
    """Wrong codes since this one is shown."""
    is_refused: bool = False
    """Whether another phone wanted to come in while one was there."""


class Trouble(StrEnum):
    """Why there is no remote."""

    NOT_INSTALLED = "not_installed"
    NO_NETWORK = "no_network"
    ADDRESS_GONE = "address_gone"
    PORT_REFUSED = "port_refused"
    STOPPED = "stopped"
    """The server ended by itself."""


class RemoteError(Exception):
    """The remote cannot be started; ``trouble`` says why."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep why."""
        super().__init__(trouble.value)
        self.trouble = trouble
