"""What scenes ask of the phone that serves as remote, and the sentences that say how it goes."""

from typing import TYPE_CHECKING, Protocol

from game.french import unbroken
from game.language import mark, tr
from game.remote.page import MOST_TRIES, Action, State, Status, Trouble
from game.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.remote.interfaces import Interface

KEYS = {
    Action.NEXT: "pagedown",
    Action.PASS: "p",
    Action.PAUSE: "pause",
    Action.UNDO: "undo",
    Action.CLOSE: "escape",
}
"""The phone presses keys of the keyboard, and only these."""
INSTALL = 'pip install ".[telecommande]"'


class RemoteControl(Protocol):
    """A server for one phone, off until it is asked for. It ends with the session."""

    @property
    def status(self) -> Status:
        """How things stand between the laptop and the phone."""
        ...

    @property
    def trouble(self) -> Trouble | None:
        """Why there is no remote, when somebody asked for one."""
        ...

    def networks(self) -> "Sequence[Interface]":
        """Return where a phone could reach this laptop; nothing, with a `trouble`, when that cannot be told."""
        ...

    def start(self, interface: "Interface") -> None:
        """Serve there; what goes wrong is the `trouble`."""
        ...

    def new_code(self) -> None:
        """Show another code: a second phone may take over."""
        ...

    def stop(self) -> None:
        """End the remote; the phone is told."""
        ...

    def modules(self) -> tuple[tuple[bool, ...], ...]:
        """Return the QR code of the link, ``True`` where it is dark; nothing while no code is alive."""
        ...


_TROUBLES = {
    Trouble.NOT_INSTALLED: mark("La télécommande n’est pas installée : {install}"),
    Trouble.NO_NETWORK: mark("Aucun réseau : branchez le wifi ou un câble, ou partagez la connexion du téléphone."),
    Trouble.ADDRESS_GONE: mark("Ce réseau n’est plus là. Choisissez-en un autre."),
    Trouble.PORT_REFUSED: mark("L’ordinateur refuse d’ouvrir la télécommande. La séance continue au clavier."),
    Trouble.STOPPED: mark("La télécommande s’est arrêtée. La séance continue au clavier."),
}
_STATES = {
    State.OFF: mark("La télécommande est arrêtée."),
    State.WAITING: mark("En attente du téléphone."),
    State.CONNECTED: mark("Le téléphone est connecté."),
    State.ASLEEP: mark("Le téléphone s’est endormi. Il peut revenir."),
    State.VANISHED: mark("Le téléphone ne répond plus. La séance continue au clavier ; il peut revenir."),
    State.LOCKED: mark("Trop de codes faux : personne n’entre avant un nouveau code."),
}
_REFUSED = mark("Un autre téléphone a voulu entrer. Un nouveau code le laisserait prendre la place.")
_WRONG = mark("Un code faux a été tapé : encore {left}.")
_BACK = mark("Le téléphone est revenu.")


def told_trouble(trouble: Trouble) -> str:
    """Return why there is no remote, in a sentence."""
    return unbroken(tr(_TROUBLES[trouble]).format(install=INSTALL))


def told(status: Status) -> str:
    """Return how things stand, in a sentence or two."""
    sentence = unbroken(tr(_STATES[status.state]))
    if status.is_refused:
        return f"{sentence} {unbroken(tr(_REFUSED))}"
    if status.wrong and status.code:
        left = counted(MOST_TRIES - status.wrong, "essai", "essais")
        return f"{sentence} {unbroken(tr(_WRONG).format(left=left))}"
    return sentence


def news(before: Status, after: Status) -> str:
    """Return what has just happened that the facilitator should hear of; empty for the rest."""
    if after.state is State.LOCKED and before.state is not State.LOCKED:
        return unbroken(tr(_STATES[State.LOCKED]))
    if after.is_refused and not before.is_refused:
        return unbroken(tr(_REFUSED))
    if after.state is State.VANISHED and before.state is not State.VANISHED:
        return unbroken(tr(_STATES[State.VANISHED]))
    if before.state is State.VANISHED and after.state is State.CONNECTED:
        return tr(_BACK)
    if after.wrong > before.wrong:
        return told(after)
    if after.state is State.CONNECTED and before.state in (State.WAITING, State.LOCKED):
        return tr(_STATES[State.CONNECTED])
    return ""
