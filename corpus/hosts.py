"""The host of an address."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str | None) -> str:
    """The host in small letters, without a last full stop; empty where there is none, or the address is malformed.

    >>> host_of("https://www.Example.gov.vn./tin?id=1"), host_of("http://[::1]:80/")
    ('www.example.gov.vn', '::1')
    >>> [host_of(url) for url in ("http://[foo]/x", "http://[broken", "tin.html", None)]
    ['', '', '', '']
    """
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""
