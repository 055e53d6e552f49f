"""The guard: which machines and addresses a crawler may talk to."""

from __future__ import annotations

import asyncio
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twisted.internet.error import DNSLookupError

from pipeline.crawl.connect import GuardedEndpoints
from pipeline.crawl.guard import Guard, RefusedError, check_url, guard_of, is_public
from tests.pipeline.crawl.crawling import source

PRIVATE = [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
    "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1",
    "2002:a9fe:a9fe::", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "",
]  # fmt: skip
PUBLIC = ["203.162.0.181", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@given(
    st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="127.0.0.0/8") | st.ip_addresses(network="fc00::/7")
)
def test_whole_private_networks_are_private_also_inside_ipv6(address: object) -> None:
    assert not is_public(str(address))
    if "." in str(address):
        assert not is_public(f"::ffff:{address}")


def test_private_machines_are_for_the_domains_of_sources_that_say_so_only() -> None:
    guard = guard_of([source("bao.example"), source("khac.example", allow_private=False)])
    guard.check_address("snv.bao.example.", "127.0.0.1")
    for host in ("khac.example", "xbao.example", "bao.example.khac.example"):
        with pytest.raises(RefusedError, match="not public"):
            guard.check_address(host, "127.0.0.1")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://bao.example/", "file:///etc/passwd", "javascript:alert(1)", "//bao.example/", "http://", "http:///tin",
        "http://bao.example@10.0.0.1/", "http://user:secret@bao.example/", "http://bao.example:0/",
        "http://bao.example:99999/", "http://[::1/", "http://127.0.0.1/", "http://2130706433/", "http://[::1]/",
        "http://evilbao.example/", "http://bao.example.evil.example/", "http://bao.example/" + "a" * 5000,
        "http://bao.example\\@10.0.0.1/",
    ],
)  # fmt: skip
def test_addresses_that_are_none_of_the_source_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        check_url(url, source("bao.example"))


@pytest.mark.parametrize("url", ["http://bao.example/", "https://snv.bao.example:8443/tin?x=1", "HTTP://BAO.example./"])
def test_addresses_of_the_source_are_allowed(url: str) -> None:
    check_url(url, source("bao.example"))


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "017700000001", "127.1", "localhost"])
def test_spellings_of_loopback_are_refused_once_they_are_resolved(host: str) -> None:
    with pytest.raises((RefusedError, DNSLookupError)):
        asyncio.run(_dialled(host))


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to both could be dialled at either, so neither is."""

    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("203.162.0.181", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        asyncio.run(_dialled("doi.example"))


async def _dialled(host: str) -> object:
    return await GuardedEndpoints(None, Guard(), {}, 1.0).dial(host, 80, None)
