"""The nouns of the ledger: what is to be visited, what is kept, and the books of a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.archive.exchange import Place
from pipeline.captures import Rank, rank_of
from pipeline.ledger.states import GuideKind, Role, State


@dataclass(frozen=True, slots=True)
class Found:
    """An address that a source leads to; `depth` counts the guides between it and a start page.

    A document that an article links to has the role of an article, and `attachment_of` is that article's address.
    """

    url: str
    source: str
    role: Role
    guide_kind: GuideKind | None = None
    depth: int = 0
    published: date | None = None
    attachment_of: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """An address that this run has still to deal with, and what earlier answers said of it."""

    url_id: int
    url: str
    source: str
    role: Role
    guide_kind: GuideKind | None
    depth: int
    state: State
    etag: str | None
    last_modified: str | None
    digest: str | None
    attempts: int
    looks: int
    attachment_of: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is remembered of an answer with a body, so that the next request can be conditional."""

    digest: str
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of an article in the archive; `name` is the address that answered, after redirects."""

    version_id: int
    url: str
    name: str
    source: str
    digest: str
    place: Place
    fetched_at: float
    run_id: int

    @property
    def page_id(self) -> str:
        """The identity that its page has in the store (`pipeline.rows.page_id`): both hash the same bytes."""
        return self.digest[:32]

    @property
    def rank(self) -> Rank:
        """Its place among the captures of the same bytes."""
        return rank_of(self.fetched_at, self.name)


@dataclass(frozen=True, slots=True)
class Books:
    """What became of what one run had to deal with: `discovered` is the sum of the outcomes, always."""

    discovered: int = 0
    fetched: int = 0
    not_modified: int = 0
    refused_robots: int = 0
    refused_guard: int = 0
    refused_topic: int = 0
    failed: int = 0
    pending: int = 0
    kept_bytes: int = 0
    attachments: int = 0
    """Of those that were fetched the documents that articles link to."""

    @property
    def refused(self) -> int:
        """All that were refused, whatever the reason."""
        return self.refused_robots + self.refused_guard + self.refused_topic

    @property
    def closes(self) -> bool:
        """Whether every discovered address is accounted for once."""
        return self.discovered == self.fetched + self.not_modified + self.refused + self.failed + self.pending


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap that was met: its name, how often, and an address that shows it."""

    name: str
    times: int
    example: str
