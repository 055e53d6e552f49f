"""No test reaches the network: not by a socket, not by a look-up, not from a process that it starts."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

AWAY = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737)."""


@pytest.mark.parametrize("call", ["connect", "connect_ex"])
def test_a_socket_connects_to_this_machine_only(call: str) -> None:
    with socket.socket() as away, pytest.raises(PermissionError, match="no network"):
        getattr(away, call)((AWAY, 80))
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as here:
        assert not getattr(here, call)(server.getsockname())


def test_no_name_is_looked_up_and_no_datagram_sent() -> None:
    with pytest.raises(PermissionError, match="no network"):
        socket.getaddrinfo("baomau.example.vn", 80)
    with socket.socket(type=socket.SOCK_DGRAM) as away, pytest.raises(PermissionError, match="no network"):
        away.sendto(b"?", (AWAY, 53))
    assert socket.getaddrinfo("localhost", 80)


def test_a_child_has_no_network_either() -> None:
    command = [sys.executable, "-c", f"import socket; socket.create_connection(({AWAY!r}, 80), 1)"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode and "tests have no network" in run.stderr
