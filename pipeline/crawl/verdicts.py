"""What an answer or a failure means: a page, try again tonight, another night, or never."""

from __future__ import annotations

import email.utils
import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from OpenSSL import SSL
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError, DownloadTimeoutError
from service_identity import CertificateError, VerificationError
from twisted.web.client import ResponseFailed

from pipeline.crawl.handler import HeadersTooLargeError


class Kind(StrEnum):
    """The classes of answers."""

    PAGE = "page"
    NOT_MODIFIED = "not modified"
    REDIRECT = "redirect"
    PASSING = "passing"
    """A failure that may pass in minutes."""
    LATER = "later"
    """A failure that may be gone another night."""
    GONE = "gone"
    """A failure for good."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to make of an answer, why, and how long the server asks us to wait."""

    kind: Kind
    reason: str = ""
    wait_seconds: float | None = None


_PAGES = frozenset({200, 203})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_LATER = frozenset({401, 402, 403, 407, 451})


def of_status(status: int, location: str | None, retry_after: str | None, now: float) -> Verdict:
    """The verdict on an answer by its status and headers; `now` in seconds since 1970.

    >>> of_status(503, None, "120", 0.0)
    Verdict(kind=<Kind.PASSING: 'passing'>, reason='status 503', wait_seconds=120.0)
    """
    if status in _PAGES:
        return Verdict(Kind.PAGE)
    if status == 304:
        return Verdict(Kind.NOT_MODIFIED)
    if status in _REDIRECTS and location:
        return Verdict(Kind.REDIRECT)
    reason = f"status {status}"
    if status in _PASSING:
        return Verdict(Kind.PASSING, reason, wait_asked(retry_after, now))
    is_hard = 400 <= status < 500 and status not in _LATER
    return Verdict(Kind.GONE if is_hard else Kind.LATER, reason)


def wait_asked(retry_after: str | None, now: float) -> float | None:
    """The seconds that a `Retry-After` asks for, given as a number or a date; None where it asks for nothing.

    >>> wait_asked("Thu, 01 Jan 1970 00:02:00 GMT", 60.0), wait_asked("soon", 0.0), wait_asked("-5", 0.0)
    (60.0, None, 0.0)
    """
    written = (retry_after or "").strip()[:100]
    try:
        seconds = float(written) if written[:1] in "+-.0123456789" else _until(written, now)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def of_failure(error: BaseException) -> Verdict:
    """The verdict on a request that got no answer."""
    causes = tuple(_causes(error))
    for cause in causes:
        name = _LATER_CAUSES.get(type(cause))
        if name:
            return Verdict(Kind.LATER, f"{name}: {_told(cause)}")
    if isinstance(error, DownloadTimeoutError):
        return Verdict(Kind.PASSING, "no whole answer before the deadline")
    if isinstance(error, CannotResolveHostError):
        return Verdict(Kind.PASSING, "the name is not known")
    return Verdict(Kind.PASSING, f"connection: {_told(causes[-1])}")


_LATER_CAUSES: dict[type[BaseException], str] = {
    HeadersTooLargeError: "headers too large",
    DownloadCancelledError: "body too large",
    SSL.Error: "TLS",
    VerificationError: "TLS",
    CertificateError: "TLS",
}


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what lies behind it, the deepest last."""
    yield error
    inner = error.__cause__
    if isinstance(error, ResponseFailed):
        for reason in error.reasons:
            yield from _causes(reason.value)
    elif inner is not None:
        yield from _causes(inner)


def _told(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 160 else f"{text[:160]}…"


def _until(date: str, now: float) -> float:
    return email.utils.parsedate_to_datetime(date).timestamp() - now
