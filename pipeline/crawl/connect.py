"""Connects to an address that the guard has seen: the name is looked up once, and that answer is what is dialled."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from typing import Any

from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from scrapy.utils.defer import deferred_from_coro, maybe_deferred_to_future
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint, wrapClientTLS
from twisted.internet.error import ConnectError, DNSLookupError
from twisted.internet.interfaces import IStreamClientEndpoint
from twisted.web.client import URI
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer  # type: ignore[import-untyped]

from pipeline.crawl.guard import Guard

Machine = tuple[str, int]


@implementer(IAgentEndpointFactory)
class GuardedEndpoints:
    """Where requests go to; `resolve` names machines that DNS is not asked for, which the guard sees all the same."""

    def __init__(self, reactor: Any, guard: Guard, resolve: Mapping[str, str], seconds: float) -> None:
        self._reactor = reactor
        self._guard = guard
        self._resolve = resolve
        self._seconds = seconds
        self._strict = _ScrapyClientContextFactory(verify_certificates=True)
        self._blind = _ScrapyClientContextFactory(verify_certificates=False)

    def endpointForURI(self, uri: URI) -> Any:  # noqa: N802 - Twisted's name
        """The endpoint for a request's scheme, host and port."""
        host = uri.host.decode("ascii")
        endpoint: Any = _GuardedEndpoint(self, host, uri.port)
        if uri.scheme == b"https":
            contexts = self._blind if self._guard.trusts_blindly(host) else self._strict
            creator: Any = contexts.creatorForNetloc(uri.host, uri.port)
            return wrapClientTLS(creator, endpoint)
        return endpoint

    async def dial(self, host: str, port: int, factory: Any) -> Any:
        """Connect to the first machine of the host that answers; raises `RefusedError` if one is not allowed."""
        machines = await self._machines(host, port)
        for address, _ in machines:
            self._guard.check_address(host, address)
        for machine in machines[:-1]:
            try:
                return await self._connect(machine, factory)
            except ConnectError:
                continue
        return await self._connect(machines[-1], factory)

    async def _machines(self, host: str, port: int) -> list[Machine]:
        given = self._resolve.get(f"{host}:{port}") or self._resolve.get(host)
        if given:
            address, _, given_port = given.rpartition(":")
            return [(address, int(given_port))]
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise DNSLookupError(f"no address for {host}") from error
        return [(str(where[0]), port) for *_, where in found]

    async def _connect(self, machine: Machine, factory: Any) -> Any:
        kind = TCP6ClientEndpoint if ":" in machine[0] else TCP4ClientEndpoint
        endpoint = kind(self._reactor, *machine, timeout=self._seconds)
        return await maybe_deferred_to_future(endpoint.connect(factory))


@implementer(IStreamClientEndpoint)
class _GuardedEndpoint:
    """One host and port, dialled when the connection is asked for."""

    def __init__(self, endpoints: GuardedEndpoints, host: str, port: int) -> None:
        self._endpoints = endpoints
        self._host = host
        self._port = port

    def connect(self, protocol_factory: Any) -> Any:
        """A deferred connection."""
        return deferred_from_coro(self._endpoints.dial(self._host, self._port, protocol_factory))
