"""The limits of a crawl, each named with its unit."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from extractors.decoding import PAGE_LIMIT_BYTES
from pipeline.settings import LARGEST_PAGE_MEGABYTES

HOUR = 3600.0
DAY = 24 * HOUR
LONGEST_WAIT_SECONDS = DAY
"""What a server may ask for at most; one that asks for more is asked again after this."""


class CrawlSettings(BaseModel):
    """The settings of one crawl; immutable, an unknown one is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requests_at_once: int = Field(default=16, ge=1, le=256)
    requests_at_once_per_host: int = Field(default=1, ge=1, le=16)
    """Only where the source's delay is 0; a host with a delay gets one request at a time."""
    request_seconds: float = Field(default=60.0, gt=0)
    """From the look-up of the name to the last byte of the body."""
    page_megabytes: float = Field(default=PAGE_LIMIT_BYTES / 2**20, gt=0, le=LARGEST_PAGE_MEGABYTES)
    """Of one body, before and after decompression, in MiB."""
    document_megabytes: float = Field(default=LARGEST_PAGE_MEGABYTES, gt=0, le=LARGEST_PAGE_MEGABYTES)
    """Of one document that an article links to, before and after decompression, in MiB."""
    attachments_per_article: int = Field(default=20, ge=0)
    """Documents that are fetched of those which one version of an article links to; 0 fetches none."""
    attachments_per_source: int = Field(default=100, ge=0)
    """Documents that are fetched from one source in one run; the rest stays pending."""
    header_kilobytes: int = Field(default=64, ge=1)
    """Of all response headers together, in KiB."""
    redirects: int = Field(default=5, ge=0)
    retries: int = Field(default=2, ge=0)
    """How often a failure that may pass is tried again in the same run."""
    nights: int = Field(default=5, ge=1)
    """After so many runs with failures in a row an address is given up."""
    failures_in_a_row: int = Field(default=8, ge=1)
    """After so many a host is left alone for the rest of the run."""
    wait_seconds: float = Field(default=120.0, ge=0)
    """The longest `Retry-After` that is waited for; a longer one puts the host's pages off to a later run."""
    slowest_delay_seconds: float = Field(default=60.0, gt=0)
    """How far AutoThrottle may slow down; a declared delay or `Crawl-delay` may be longer."""
    depth: int = Field(default=20, ge=0)
    """Pages of one listing, or levels of a sitemap index."""
    guides_per_source: int = Field(default=300, ge=1)
    guides_per_shape: int = Field(default=40, ge=1)
    """Guides of a source whose addresses differ in digits only, such as those of a calendar."""
    looks_again_per_guide: int = Field(default=100, ge=0)
    """How many known articles a guide that dates them anew has visited in one run; some date all of them daily."""
    same_body: int = Field(default=3, ge=1)
    """How many addresses of a source may answer with the same body in one run."""
    revisit_days: tuple[float, ...] = (1.0, 7.0)
    """When an article is looked at again, in days after the last look."""
    run_hours: float = Field(default=6.0, gt=0)
    """After this no request begins; what is left stays pending."""
    resolve: Mapping[str, str] = Field(default_factory=dict)
    """Names that DNS is not asked for: `host` or `host:port` to `address:port`, as in `curl --resolve`."""

    @property
    def page_bytes(self) -> int:
        """The cap on one body in bytes."""
        return int(self.page_megabytes * 2**20)

    def body_bytes(self, *, is_document: bool) -> int:
        """The cap on a body in bytes: of a document that an article links to, or of any other."""
        return int(self.document_megabytes * 2**20) if is_document else self.page_bytes

    @property
    def header_bytes(self) -> int:
        """The cap on the headers in bytes."""
        return self.header_kilobytes * 1024
