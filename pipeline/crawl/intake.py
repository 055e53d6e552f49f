"""Takes a sound answer in: an article goes to the archive, a guide gives the addresses it leads to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message

from scrapy.http import Response

from corpus.sources import Source
from extractors.discovery.feeds import feed_links
from extractors.discovery.listings import listing_links
from extractors.discovery.model import Link
from extractors.discovery.shapes import is_article
from extractors.discovery.sitemaps import sitemap_links
from extractors.discovery.topic import is_wanted
from pipeline.archive.decoding import DecodingError, TooLargeError, decoded, encodings_of
from pipeline.archive.exchange import Exchange
from pipeline.archive.kinds import HTML
from pipeline.crawl import again
from pipeline.crawl.attached import document_trouble, follow_attachments
from pipeline.crawl.guard import RefusedError, check_url
from pipeline.crawl.keeper import Keeper, Keepsake
from pipeline.crawl.requests import header_of, pairs_of
from pipeline.crawl.settings import CrawlSettings
from pipeline.crawl.traps import shape_of, trap_in
from pipeline.crawl.verdicts import Kind, Verdict
from pipeline.crawl.walls import false_page
from pipeline.ledger.rows import Answer, Found, Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import GuideKind, Outcome, Role


class NotTakenError(Exception):
    """The answer is no page that can be kept; `verdict` says what to make of it."""

    def __init__(self, kind: Kind, reason: str) -> None:
        super().__init__(reason)
        self.verdict = Verdict(kind, reason)


class Intake:
    """What one crawl does with sound answers."""

    def __init__(self, run: Run, keeper: Keeper, limits: CrawlSettings) -> None:
        self._run = run
        self._keeper = keeper
        self._limits = limits
        self._bodies: Counter[tuple[str, str]] = Counter()
        self._shapes: Counter[tuple[str, str]] = Counter()

    def flush(self) -> None:
        """Keep what still waits to be kept."""
        self._keeper.flush()

    def not_modified(self, visit: Visit) -> None:
        """The server says that nothing has changed; raises `NotTakenError` where it was not asked that."""
        if visit.digest is None:
            raise NotTakenError(Kind.LATER, "status 304 without a condition")
        self._run.not_modified(visit, self._next_look(visit))

    def take(self, response: Response, visit: Visit, source: Source) -> None:
        """Take the body in; raises `NotTakenError`, or `RefusedError` where it is a trap."""
        body = self._body(response, visit)
        answer = Answer(
            hashlib.sha256(body).hexdigest(), header_of(response, "ETag"), header_of(response, "Last-Modified")
        )
        if visit.role is Role.GUIDE:
            self._guide(response.url, body, answer, visit, source)
        elif visit.attachment_of:
            self._attachment(response, body, answer, visit)
        else:
            self._article(response, body, answer, visit, source)

    def _body(self, response: Response, visit: Visit) -> bytes:
        at_most = self._limits.body_bytes(is_document=visit.attachment_of is not None)
        try:
            encodings = encodings_of(header_of(response, "Content-Encoding"))
            body = decoded(response.body, encodings, at_most)
        except TooLargeError as error:
            raise NotTakenError(Kind.LATER, f"body too large: {error}") from error
        except DecodingError as error:
            raise NotTakenError(Kind.LATER, f"body: {error}") from error
        if not body.strip():
            raise NotTakenError(Kind.LATER, "the body is empty")
        return body

    def _article(self, response: Response, body: bytes, answer: Answer, visit: Visit, source: Source) -> None:
        media_type = _media_type(response)
        if media_type not in HTML:
            raise NotTakenError(Kind.GONE, f"not HTML but {media_type}")
        reason = false_page(body)
        if reason:
            raise NotTakenError(Kind.GONE if reason.startswith("soft 404") else Kind.LATER, reason)
        if self._is_new(visit, answer):
            # before it is kept: a run that dies in between fetches the article again, and knows its documents
            follow_attachments(self._run, response.url, body, visit, source, self._limits)
            self._keeper.keep(Keepsake(visit, _exchange(response), answer, self._next_look(visit)))

    def _attachment(self, response: Response, body: bytes, answer: Answer, visit: Visit) -> None:
        trouble = document_trouble(body, _media_type(response))
        if trouble:
            raise NotTakenError(Kind.GONE, trouble)
        if self._is_new(visit, answer):
            exchange = replace(_exchange(response), attached_to=visit.attachment_of)
            self._keeper.keep(Keepsake(visit, exchange, answer, self._next_look(visit)))

    def _is_new(self, visit: Visit, answer: Answer) -> bool:
        """Whether an answer is a version that is to be kept; one that is the last again is settled here."""
        if answer.digest == visit.digest:
            self._run.not_modified(visit, self._next_look(visit), answer)
            return False
        self._check_same_body(visit, answer.digest)
        return True

    def _check_same_body(self, visit: Visit, digest: str) -> None:
        """Raise `RefusedError` where too many addresses of the source have answered with this body."""
        self._bodies[visit.source, digest] += 1
        if self._bodies[visit.source, digest] > self._limits.same_body:
            self._run.trap(visit.source, "same body at many addresses", visit.url)
            raise RefusedError(f"same body as {self._limits.same_body} other addresses")

    def _guide(self, url: str, body: bytes, answer: Answer, visit: Visit, source: Source) -> None:
        if answer.digest == visit.digest:
            self._run.not_modified(visit, None, answer)
            return
        with self._run.ledger.transaction():
            self._follow(url, body, visit, source)
            self._run.fetched(visit, answer, None)

    def _follow(self, url: str, body: bytes, visit: Visit, source: Source) -> None:
        if visit.guide_kind is GuideKind.FEED:
            self._articles(feed_links(body, url), visit, source)
        elif visit.guide_kind is GuideKind.SITEMAP:
            sitemap = sitemap_links(body, url)
            self._articles(sitemap.pages, visit, source)
            self._guides([link.url for link in sitemap.sitemaps], visit, source)
        else:
            listing = listing_links(body, url, source)
            if self._articles(listing.articles, visit, source):
                self._guides(listing.next_pages, visit, source)

    def _articles(self, links: tuple[Link, ...], visit: Visit, source: Source) -> int:
        """Take articles in; returns how many were new, those off the topic not counted.

        A known one is looked at again where the guide gives a later day than it did before.
        """
        known = self._run.known(link.url for link in links)
        dated = ((link.url, link.published) for link in links if link.published and link.url in known)
        self._run.look_again(dated, self._limits.looks_again_per_guide)
        found = list(self._found([link for link in links if link.url not in known], visit, source))
        new = self._run.discover(one for one, wanted in found if wanted)
        for one, wanted in found:
            if not wanted:
                self._run.decline(one, Outcome.REFUSED_TOPIC, "title off the topic")
        return new

    def _found(self, links: list[Link], visit: Visit, source: Source) -> Iterator[tuple[Found, bool]]:
        for link in links:
            if is_article(link.url, source) and self._is_sound(link.url, source):
                found = Found(link.url, source.id, Role.ARTICLE, None, visit.depth + 1, link.published)
                yield found, is_wanted(link, source)

    def _guides(self, urls: list[str] | tuple[str, ...], visit: Visit, source: Source) -> None:
        """Follow further guides, within depth and number."""
        if visit.depth >= self._limits.depth:
            self._run.trap(source.id, "too deep", visit.url)
            return
        sound = [url for url in urls if self._is_sound(url, source) and self._has_room(url, source)]
        self._run.discover(Found(url, source.id, Role.GUIDE, visit.guide_kind, visit.depth + 1) for url in sound)

    def _has_room(self, url: str, source: Source) -> bool:
        shape = shape_of(url)
        self._shapes[source.id, shape] += 1
        if self._shapes[source.id, shape] <= self._limits.guides_per_shape:
            return True
        self._run.trap(source.id, "too many pages of one shape", url)
        return False

    def _is_sound(self, url: str, source: Source) -> bool:
        try:
            check_url(url, source)
        except RefusedError:
            return False
        trap = trap_in(url, datetime.now(UTC).year)
        if trap:
            self._run.trap(source.id, trap, url)
        return trap is None

    def _next_look(self, visit: Visit) -> float | None:
        return None if visit.role is Role.GUIDE else again.after_look(visit.looks + 1, self._limits)


def _media_type(response: Response) -> str:
    message = Message()
    message["Content-Type"] = header_of(response, "Content-Type") or "text/html"
    return message.get_content_type()


def _exchange(response: Response) -> Exchange:
    return Exchange(
        url=response.url,
        fetched_at=datetime.now(UTC),
        request_headers=pairs_of(response.request.headers if response.request else None),
        status=response.status,
        headers=pairs_of(response.headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
    )
