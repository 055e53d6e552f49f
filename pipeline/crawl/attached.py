"""Documents that articles link to: which of them are fetched, and what an answer has to be to be kept as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from corpus.sources import Source
from extractors.discovery.attachments import attachment_links
from pipeline.archive.kinds import document_in
from pipeline.crawl.guard import RefusedError, check_attachment
from pipeline.crawl.settings import CrawlSettings
from pipeline.crawl.traps import trap_in
from pipeline.ledger.rows import Found, Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import Outcome, Role


def follow_attachments(
    run: Run, article: str, body: bytes, visit: Visit, source: Source, limits: CrawlSettings
) -> None:
    """Have the documents visited that an article links to; `article` is the address that answered.

    Those on foreign hosts are declined, which the books show; those over the number for one article are told as a trap.
    """
    links = [link.url for link in attachment_links(body, article)] if limits.attachments_per_article else []
    if len(links) > limits.attachments_per_article:
        run.trap(source.id, "more attachments than are fetched", article)
    few = links[: limits.attachments_per_article]
    found = [Found(url, source.id, Role.ARTICLE, depth=visit.depth + 1, attachment_of=article) for url in few]
    run.discover(one for one in found if _refusal(one.url, source) is None)
    for one, why in _refused(found, source):
        run.decline(one, Outcome.REFUSED_GUARD, why)


def document_trouble(body: bytes, media_type: str) -> str | None:
    """Why an answer cannot be kept as a document; `None` where it can."""
    if document_in(body) is not None:
        return None
    return f"HTML in place of a document ({media_type})" if body.lstrip()[:1] == b"<" else f"no document: {media_type}"


def _refused(found: list[Found], source: Source) -> Iterator[tuple[Found, str]]:
    for one in found:
        why = _refusal(one.url, source)
        if why is not None:
            yield one, f"attachment: {why}"


def _refusal(url: str, source: Source) -> str | None:
    try:
        check_attachment(url, source)
    except RefusedError as error:
        return str(error)
    return trap_in(url, datetime.now(UTC).year)
