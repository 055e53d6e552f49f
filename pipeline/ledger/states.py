"""The enumerations of the ledger; the schema checks the same words."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an address is for: a guide leads to articles, an article is kept."""

    GUIDE = "guide"
    ARTICLE = "article"


class GuideKind(StrEnum):
    """How a guide is read."""

    LISTING = "listing"
    FEED = "feed"
    SITEMAP = "sitemap"


class State(StrEnum):
    """How an address stands, over all runs."""

    PENDING = "pending"
    """To be fetched: never was, or only failed in a way that may pass."""
    KEPT = "kept"
    """The archive holds at least one version; a guide was read."""
    REFUSED = "refused"
    """It is not to be fetched: robots.txt, a guard or the topic filter."""
    FAILED = "failed"
    """It is gone, or failed too often."""


class Outcome(StrEnum):
    """What became of an address in one run; every visit has exactly one, so the books close."""

    PENDING = "pending"
    FETCHED = "fetched"
    NOT_MODIFIED = "not_modified"
    REFUSED_ROBOTS = "refused_robots"
    REFUSED_GUARD = "refused_guard"
    REFUSED_TOPIC = "refused_topic"
    FAILED = "failed"
