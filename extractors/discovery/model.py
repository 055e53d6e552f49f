"""What discovery finds: links, and where more of them stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LINK_LIMIT = 2_000
"""Links taken from one feed or listing page; a sitemap may hold `SITEMAP_LIMIT`."""
SITEMAP_LIMIT = 50_000
ADDRESS_LIMIT = 2_000
"""Characters of the longest address that is followed; longer ones are traps or tokens."""


@dataclass(frozen=True, slots=True)
class Link:
    """A canonical address that is worth a look, with what its finder says of it.

    `title` and `lead` are empty where none was given. `published` is the day in Vietnam on which it says the page
    appeared or last changed; it is a hint, since the page itself tells better, and absent where unsaid or impossible.
    """

    url: str
    title: str = ""
    published: date | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as it stands on a page: where it leads, what it says, and whether it is marked as the next page."""

    url: str
    label: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap names: pages, and further sitemaps with the day each last changed."""

    pages: tuple[Link, ...] = ()
    sitemaps: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing page leads to: articles, in its order, and the next pages of the same listing, nearest first."""

    articles: tuple[Link, ...] = ()
    next_pages: tuple[str, ...] = ()
