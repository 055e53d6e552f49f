"""What a robots.txt allows us, as RFC 9309 says."""

from __future__ import annotations

import codecs
import math
from dataclasses import dataclass

from protego import Protego

from pipeline.crawl.guard import RefusedError
from pipeline.ledger.sites import RobotsAnswer

PRODUCT = "thidua"
"""The product token that a robots.txt can address us by."""
DISALLOWED = "robots.txt disallows it"
"""What the ledger says of an address that a robots.txt forbids; one that cannot be had is another matter."""
REDIRECTS = 5
PARSED_BYTES = 500 * 1024
CACHE_SECONDS = 24 * 3600.0
UNREACHABLE_CACHE_SECONDS = 3600.0
_LONGEST_LINE = 4_096
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class RobotsRefusedError(RefusedError):
    """The site does not want this page fetched by us."""


class RobotsUnreachableError(RefusedError):
    """The robots.txt did not answer; until it does, nothing is allowed."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says; without a parsed file everything is allowed, or nothing."""

    parsed: Protego | None
    trouble: str | None = None
    """Why the file could not be had; nothing is allowed then."""

    def check(self, url: str) -> None:
        """Raise `RobotsRefusedError` or `RobotsUnreachableError` unless the page may be fetched."""
        if self.trouble:
            raise RobotsUnreachableError(f"robots.txt cannot be had: {self.trouble}")
        if self.parsed is not None and not self.parsed.can_fetch(url, PRODUCT):
            raise RobotsRefusedError(DISALLOWED)

    @property
    def delay_seconds(self) -> float:
        """The pause between two requests that it asks for; 0 where it asks for none."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(PRODUCT)
        asked = (self.parsed.crawl_delay(PRODUCT), rate.seconds / rate.requests if rate and rate.requests else None)
        return max((delay for delay in asked if delay is not None and math.isfinite(delay)), default=0.0)


def unreachable(why: str) -> RobotsAnswer:
    """What stands for an answer where there is none; its body says why."""
    return RobotsAnswer(0, why.encode())


def rules_of(answer: RobotsAnswer) -> Rules:
    """The rules in an answer: 2xx is parsed, other 4xx than 429 and endless redirects allow, the rest disallows.

    429 asks us to slow down, so it counts as unreachable, as with a server's own errors.
    """
    if 200 <= answer.status < 300:
        return Rules(Protego.parse(_text(answer.body)))
    is_absent = 300 <= answer.status < 500 and answer.status != 429
    trouble = answer.body.decode("utf-8", "replace") if answer.status == 0 else f"status {answer.status}"
    return Rules(None, None if is_absent else trouble or "no answer")


def _text(body: bytes) -> str:
    """The first 500 KiB as text, without the line that the cut goes through and without absurdly long lines."""
    cut = body[:PARSED_BYTES]
    if len(body) > PARSED_BYTES:
        cut = cut[: max(cut.rfind(b"\n"), 0)]
    encoding = "utf-16" if cut.startswith(_MARKS) else "utf-8-sig"
    lines = cut.decode(encoding, "replace").replace("\0", "").splitlines()
    return "\n".join(line for line in lines if len(line) <= _LONGEST_LINE)
