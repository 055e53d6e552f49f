"""Looks a source over without keeping anything: what it answers, what would be crawled, how one article reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from corpus.sources import Source
from extractors.article import read_page
from extractors.discovery.feeds import feed_links
from extractors.discovery.listings import listing_links
from extractors.discovery.model import Link
from extractors.discovery.shapes import is_article
from extractors.discovery.sitemaps import sitemap_links
from extractors.discovery.topic import is_wanted
from extractors.errors import Unreadable
from extractors.model import Article, Page
from pipeline.crawl.guard import RefusedError, origin_of
from pipeline.visitor import Answer, NoAnswerError, Visitor

_EACH = 2
"""Feeds, sitemaps and start pages that are looked at, of each."""
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was asked for: what it is, where it stands, whether it served, and what came of it."""

    what: str
    url: str
    is_well: bool
    told: str


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found out about a source; `would_crawl` are the articles that a night would fetch, in order."""

    source: Source
    steps: tuple[Step, ...]
    would_crawl: tuple[Link, ...]
    off_topic: int
    delay_seconds: float
    requests: int

    @property
    def is_well(self) -> bool:
        """Whether an article could be read."""
        return any(step.what == "article" and step.is_well for step in self.steps)


@dataclass(slots=True)
class _Looking:
    """What has been seen so far."""

    visitor: Visitor
    steps: list[Step] = field(default_factory=list)
    links: dict[str, Link] = field(default_factory=dict)

    def note(self, what: str, url: str, told: str, *, is_well: bool = True) -> None:
        self.steps.append(Step(what, url, is_well, told))

    def found(self, links: Iterable[Link]) -> int:
        """Keep the links that are articles of the source and say how many they are."""
        articles = {link.url: link for link in links if is_article(link.url, self.visitor.source)}
        for url, link in articles.items():
            known = self.links.get(url)
            if known is None or (link.title and not known.title):
                self.links[url] = link
        return len(articles)

    def page(self, what: str, url: str) -> Answer | None:
        """The page, or nothing and a step that says why."""
        try:
            answer = self.visitor.visit(url)
        except (RefusedError, NoAnswerError) as error:
            self.note(what, url, str(error), is_well=False)
            return None
        if answer.status != 200:
            self.note(what, url, f"status {answer.status}", is_well=False)
            return None
        return answer


def probe(source: Source, visitor: Visitor) -> Probe:
    """Look a source over with a handful of requests: robots.txt, feeds, sitemaps, a listing, one article."""
    looking = _Looking(visitor)
    for url in _one_per_origin(source):
        visitor.rules_for(url)
    _look_at_feeds(looking)
    _look_at_sitemaps(looking)
    _look_at_listings(looking)
    links = tuple(looking.links.values())
    wanted = [link for link in links if is_wanted(link, source)]
    _read_one(looking, wanted or links)
    would_crawl = tuple(islice(wanted, source.max_pages))
    robots = tuple(_robots_steps(visitor))
    delay, requests = visitor.delay_seconds, visitor.requests
    return Probe(source, (*robots, *looking.steps), would_crawl, len(links) - len(wanted), delay, requests)


def _one_per_origin(source: Source) -> Iterator[str]:
    return iter({origin_of(url): url for url in source.addresses}.values())


def _robots_steps(visitor: Visitor) -> Iterator[Step]:
    for origin, (answer, rules) in visitor.robots.items():
        if rules.trouble:
            told = f"{rules.trouble}: nothing may be fetched until it answers"
        elif rules.parsed is None:
            told = f"status {answer.status}: everything is allowed"
        else:
            told = f"status {answer.status}, {len(list(rules.parsed.sitemaps))} sitemaps named"
        if rules.delay_seconds:
            told += f", asks for {rules.delay_seconds:g} s between requests"
        yield Step("robots", f"{origin}/robots.txt", not rules.trouble, told)


def _look_at_feeds(looking: _Looking) -> None:
    for url in looking.visitor.source.feeds[:_EACH]:
        answer = looking.page("feed", url)
        if answer:
            links = feed_links(answer.body, answer.url)
            count = looking.found(links)
            newest = max((link.published for link in links if link.published), default=None)
            told = f"{len(links)} items, {count} articles" + (f", newest of {newest}" if newest else "")
            looking.note("feed", url, told if links else "no feed", is_well=bool(links))


def _look_at_sitemaps(looking: _Looking) -> None:
    declared = looking.visitor.source.sitemaps
    named = (url for _, rules in looking.visitor.robots.values() if rules.parsed for url in rules.parsed.sitemaps)
    for url in list(dict.fromkeys((*declared, *named)))[:_EACH]:
        newest = _look_at_sitemap(looking, url)
        if newest:
            _look_at_sitemap(looking, newest)


def _look_at_sitemap(looking: _Looking, url: str) -> str | None:
    """Note what a sitemap names; the address of the newest sitemap where it names others."""
    answer = looking.page("sitemap", url)
    if answer is None:
        return None
    sitemap = sitemap_links(answer.body, answer.url)
    count = looking.found(sitemap.pages)
    told = f"{len(sitemap.pages)} pages, {count} articles, {len(sitemap.sitemaps)} further sitemaps"
    is_well = bool(sitemap.pages or sitemap.sitemaps)
    looking.note("sitemap", url, told if is_well else "no sitemap", is_well=is_well)
    newest = max(sitemap.sitemaps, key=lambda link: link.published or date.min, default=None)
    return newest.url if newest else None


def _look_at_listings(looking: _Looking) -> None:
    source = looking.visitor.source
    for url in source.start_pages[:_EACH]:
        answer = looking.page("listing", url)
        if answer:
            listing = listing_links(answer.body, answer.url, source)
            count = looking.found(listing.articles)
            told = f"{count} articles, {len(listing.next_pages)} next pages"
            looking.note("listing", url, told if count else "no link looks like an article", is_well=bool(count))


def _read_one(looking: _Looking, links: Iterable[Link]) -> None:
    """Read the first of the links that robots.txt allows."""
    for link in islice(links, _LISTED):
        answer = looking.page("article", link.url)
        if answer:
            _note_article(looking, answer)
            return


def _note_article(looking: _Looking, answer: Answer) -> None:
    source = looking.visitor.source
    page = Page(answer.body, answer.url, "text/html", answer.charset, answer.url, source.id, source.province)
    try:
        article = read_page(page)
    except Unreadable as error:
        looking.note("article", answer.url, f"{error.code}: {error.reason}", is_well=False)
    else:
        looking.note("article", answer.url, _summary(article))


def _summary(article: Article) -> str:
    title = next((article.text[block.start : block.end] for block in article.blocks if block.role == "title"), None)
    day = article.published.date if article.published else f"no date ({article.published_reason})"
    named = f"“{title}”" if title else "no title"
    return f"{named}, {day}, {len(article.text)} characters in {len(article.blocks)} blocks"
