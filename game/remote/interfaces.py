"""Where the remote can be reached: the addresses of this laptop on local networks."""

import ipaddress
import socket
from dataclasses import dataclass

from game.remote.page import RemoteError, Trouble

LOOPBACK = "127.0.0.1"
_ELSEWHERE = ("192.0.2.1", 9)
"""An address of documentation (RFC 5737): asking the way to it tells our own address, and sends nothing."""


@dataclass(frozen=True)
class Interface:
    """One address of this laptop, and the name that the system gives to what holds it."""

    address: str
    name: str

    @property
    def is_loopback(self) -> bool:
        """Whether only this laptop reaches it, and what is plugged into it and says so."""
        return self.address == LOOPBACK


def interfaces() -> tuple[Interface, ...]:
    """Return where a phone could reach this laptop: the network in use first, the laptop itself last.

    Addresses of the open internet are left out: the remote is for one room.

    Raises:
        RemoteError: the library that lists them is not installed.
    """
    try:
        import ifaddr  # noqa: PLC0415 - only where the remote is installed
    except ImportError as error:
        raise RemoteError(Trouble.NOT_INSTALLED) from error
    found = {ip.ip: adapter.nice_name for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4}
    local = [Interface(str(address), name) for address, name in found.items() if _is_local(str(address))]
    used = _address_in_use()
    return (*sorted(local, key=lambda each: _rank(each.address, used)), Interface(LOOPBACK, ""))


def _is_local(address: str) -> bool:
    ip = ipaddress.IPv4Address(address)
    return not ip.is_global and not ip.is_loopback and not ip.is_multicast and not ip.is_unspecified


def _rank(address: str, used: str) -> tuple[bool, bool, str]:
    return address != used, ipaddress.IPv4Address(address).is_link_local, address


def _address_in_use() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
        except OSError:
            return ""
        return str(asking.getsockname()[0])
