"""Which addresses a crawler may talk to: its sources' own, at public machines unless a source says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from corpus.hosts import host_of
from corpus.sources import Source

if TYPE_CHECKING:
    from tldextract import TLDExtract

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_LONGEST_URL = 4_000
_WEB = {"http": 80, "https": 443}


class RefusedError(Exception):
    """A request that must not be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The domains whose machines may be private, and those whose certificate need not be sound."""

    private_domains: frozenset[str] = frozenset()
    insecure_domains: frozenset[str] = frozenset()

    def check_address(self, host: str, address: str) -> None:
        """Raise `RefusedError` unless requests to the host may go to this address, which is what it resolved to."""
        if not is_public(address) and not _is_under(host, self.private_domains):
            raise RefusedError(f"{host} is at {address}, which is not public")

    def trusts_blindly(self, host: str) -> bool:
        """Whether the certificate of the host is not verified, for a reason that its source gives."""
        return _is_under(host, self.insecure_domains)


def guard_of(sources: Iterable[Source]) -> Guard:
    """What the sources allow."""
    sources = tuple(sources)
    return Guard(
        frozenset(
            host for source in sources if source.allow_private for host in (*source.domains, *source.media_hosts)
        ),
        frozenset(domain for source in sources if source.insecure_tls_reason for domain in source.domains),
    )


def is_public(address: str) -> bool:
    """Whether an IP address belongs to a machine on the public internet; what is no IP address does not.

    >>> is_public("203.162.0.181"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("2130706433")
    (True, False, False, False)
    """
    try:
        machine = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    machine = _embedded(machine) or machine
    return machine.is_global and not (machine.is_multicast or machine.is_reserved or machine.is_unspecified)


def check_url(url: str, source: Source) -> None:
    """Raise `RefusedError` unless the address is one of the source's pages on the web."""
    host = _host_of(url)
    if not source.covers(url):
        raise RefusedError(f"{host[:100]} is not on a domain of {source.id}")


def check_attachment(url: str, source: Source) -> None:
    """Raise `RefusedError` unless the source's articles may have a document there: on its own domain or media hosts."""
    host = _host_of(url)
    own = {registered_domain(domain) for domain in source.domains}
    is_own = registered_domain(host) in own or _is_under(host, frozenset(source.media_hosts))
    if not is_own and not source.covers(url):
        raise RefusedError(f"{host[:100]} is neither on a registered domain of {source.id} nor one of its media hosts")


def registered_domain(host: str) -> str:
    """The domain that was registered, with all that stands below it; of a machine without a name its address.

    >>> registered_domain("media.snv.caobang.gov.vn"), registered_domain("ban.blogspot.com"), registered_domain("[::1]")
    ('caobang.gov.vn', 'ban.blogspot.com', '::1')
    """
    name = host.lower().strip("[].")
    if _is_address(name):
        return name
    return _suffixes()(name).top_domain_under_public_suffix or ".".join(name.split(".")[-2:])


@cache
def _suffixes() -> TLDExtract:
    """The list of public suffixes that comes with tldextract; nothing is fetched or written."""
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _host_of(url: str) -> str:
    """The host of an address over http or https; raises `RefusedError` where it is no sound one."""
    if len(url) > _LONGEST_URL:
        raise RefusedError(f"the address is longer than {_LONGEST_URL} characters")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError("the address is malformed") from error
    if parts.scheme not in _WEB:
        raise RefusedError(f"scheme {parts.scheme[:20] or 'none'!r} is not http or https")
    if not host or parts.username is not None or parts.password is not None:
        raise RefusedError("the address names a user, or no host")
    if port == 0:
        raise RefusedError("port 0")
    return host


def joined(base: str, location: str) -> str:
    """Where a redirect leads; raises `RefusedError` where it is malformed."""
    try:
        return urljoin(base, location)
    except ValueError as error:
        raise RefusedError("the address is malformed") from error


def origin_of(url: str) -> str:
    """Scheme, host and port: what a robots.txt is for.

    >>> origin_of("HTTPS://Bao.example:443/tin?x=1")
    'https://bao.example'
    """
    scheme = urlsplit(url).scheme
    return f"{scheme}://{authority_of(url)}"


def authority_of(url: str) -> str:
    """Host, and port unless it is the scheme's own: what a delay is for."""
    parts, host = urlsplit(url), host_of(url)
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, _WEB.get(parts.scheme)) else f"{host}:{parts.port}"


def _embedded(machine: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, 6to4, Teredo or NAT64."""
    if isinstance(machine, IPv4Address):
        return None
    if any(machine in network for network in _NAT64):
        return IPv4Address(int(machine) & 0xFFFFFFFF)
    return machine.ipv4_mapped or machine.sixtofour or (machine.teredo[1] if machine.teredo else None)


def _is_under(host: str, domains: frozenset[str]) -> bool:
    """Whether the host is one of the domains or below one.

    >>> _is_under("snv.bao.example.", frozenset({"bao.example"})), _is_under("xbao.example", frozenset({"bao.example"}))
    (True, False)
    """
    labels = host.lower().rstrip(".").split(".")
    return any(".".join(labels[at:]) in domains for at in range(len(labels)))
