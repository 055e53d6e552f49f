"""Crawls of the mock server, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.sources import Source
from pipeline.crawl.report import CrawlReport, SourceReport
from pipeline.crawl.run import crawl
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.rows import Books
from tests.mockserver.server import Server

CONTACT = "mailto:thidua@example.org"
ARTICLE = "/tin/phong-trao-post10001.html"


def source(host: str, **fields: Any) -> Source:
    """A source that is one host of the mock server, asked without a pause."""
    given = {
        "id": host.partition(".")[0],
        "name": host,
        "kind": "portal",
        "domains": [host],
        "start_pages": [f"http://{host}/"],
        "allow_private": True,
        "delay_seconds": 0,
        "evidence": ["P"],
    }
    return Source.model_validate(given | fields)


def crawled(server: Server, folder: Path, sources: Iterable[Source], **limits: Any) -> CrawlReport:
    """Crawl the sources into `folder/archive` and `folder/ledger.sqlite`."""
    settings = CrawlSettings.model_validate({"resolve": server.resolve, "request_seconds": 5.0} | limits)
    return crawl(tuple(sources), settings, folder / "archive", folder / "ledger.sqlite", contact=CONTACT)


def articles(report: CrawlReport, name: str) -> Books:
    """The books of one source's articles."""
    return of(report, name).articles


def of(report: CrawlReport, name: str) -> SourceReport:
    """One source of the report."""
    return next(one for one in report.sources if one.source == name)
