"""Refuses what would leave this machine, from the start of every Python process that has this folder on its path.

An audit hook sees every connection, look-up and datagram of the interpreter, whichever library makes it, and cannot be
taken off again. Programs that are no Python are beyond it.
"""

from __future__ import annotations

import errno
import sys
from ipaddress import ip_address
from typing import Any

_ASKED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
"""The events, and which of their arguments tells where to."""


def _hook(event: str, told: tuple[Any, ...]) -> None:
    if event in _ASKED and not _is_here(told[_ASKED[event]]):
        raise PermissionError(errno.EPERM, f"tests have no network: {told[_ASKED[event]]!r}")


def _is_here(target: object) -> bool:
    """Whether an address or a name is this machine's, or that of a socket in its file system."""
    host = target[0] if isinstance(target, tuple) else target if isinstance(target, str) and "/" not in target else None
    if not isinstance(host, str) or host in ("", "localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_hook)
