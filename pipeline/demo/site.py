"""The sample site as answers: its pages at their addresses, with robots.txt, feeds, sitemaps and listings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field

from corpus.files import HOME, RegisterRow, checked, read_toml
from corpus.sources import Source, load_sources, source_of
from extractors.discovery.addresses import canonical
from pipeline.inputs import MEDIA_TYPES

SAMPLES = HOME / "samples"
_HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_ROBOTS = "User-agent: *\nDisallow: /noi-bo/\nDisallow: /quan-tri/\n"


class SamplePage(RegisterRow):
    """Where a page of `samples/site` stands, and what guides say of it."""

    file: str
    path: str = Field(pattern="^/")
    title: str
    lead: str = ""

    @property
    def host(self) -> str:
        """The host that serves it."""
        return self.file.partition("__")[0]


class Attachment(RegisterRow):
    """Where a document of `samples/documents` stands on the site; no guide speaks of it, only the article's page."""

    file: str
    host: str
    path: str = Field(pattern="^/")


class Bait(RegisterRow):
    """A link to where nothing is served, and why the crawl does not follow it."""

    host: str
    path: str = Field(pattern="^/")
    title: str
    why: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers at one address."""

    body: bytes
    media_type: str

    @property
    def etag(self) -> str:
        """Changes with the body, and only with it."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


Link = SamplePage | Bait
Answers = dict[str, Answer]


def sample_sources() -> tuple[Source, ...]:
    """The sources that the sample site stands for."""
    hosts = {page.host for page in pages()}
    return tuple(source for source in load_sources() if hosts & set(source.domains))


@cache
def pages(home: Path = SAMPLES) -> tuple[SamplePage, ...]:
    """The pages of `site.toml`, in order."""
    path = home / "site.toml"
    return tuple(page for _, page in checked(path, read_toml(path, "page"), SamplePage))


@cache
def attachments(home: Path = SAMPLES) -> tuple[Attachment, ...]:
    """The documents of `site.toml`, in order."""
    path = home / "site.toml"
    return tuple(one for _, one in checked(path, read_toml(path, "attachment"), Attachment))


@cache
def baits(home: Path = SAMPLES) -> tuple[Bait, ...]:
    """The links of `site.toml` that lead nowhere, in order."""
    path = home / "site.toml"
    return tuple(bait for _, bait in checked(path, read_toml(path, "bait"), Bait))


def links() -> tuple[Link, ...]:
    """Everything that the guides of the site lead to."""
    return (*pages(), *baits())


def address_of(link: Link | Attachment) -> str:
    """The address of a link as it is asked for in the rehearsal."""
    return canonical(f"http://{link.host}{link.path}")


def answers() -> Answers:
    """Every address of the site with its answer: pages, documents, guides as the sources declare them, robots.txt."""
    found = {address_of(page): _page(page) for page in pages()}
    found |= {address_of(one): _document(one) for one in attachments()}
    for source in sample_sources():
        own = [link for link in links() if source_of(address_of(link)) == source]
        found |= {_over_http(url): answer for url, answer in _guides(source, own)}
    return found


def _guides(source: Source, links: Iterable[Link]) -> Iterator[tuple[str, Answer]]:
    links = tuple(links)
    for domain in source.domains:
        yield f"http://{domain}/robots.txt", Answer(_ROBOTS.encode(), "text/plain; charset=utf-8")
    for makers, urls in ((_feed, source.feeds), (_sitemap, source.sitemaps), (_listing, source.start_pages)):
        yield from ((url, makers(source, links)) for url in urls)


def _page(page: SamplePage) -> Answer:
    content = (SAMPLES / "site" / page.file).read_bytes()
    return Answer(_as_html(page, content.decode()) if page.file.endswith(".txt") else content, _HTML)


def _document(attachment: Attachment) -> Answer:
    path = SAMPLES / "documents" / attachment.file
    return Answer(path.read_bytes(), MEDIA_TYPES[path.suffix])


def _as_html(page: SamplePage, text: str) -> bytes:
    """A page that was saved as text, the way its site would send it."""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    head = f'<head><meta charset="utf-8"><title>{escape(page.title)}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="vi">{head}\n<body>\n{lines}\n</body></html>\n'.encode()


def _listing(source: Source, links: Iterable[Link]) -> Answer:
    items = "\n".join(f'<h3><a href="{escape(link.path)}">{escape(link.title)}</a></h3>' for link in links)
    head = f'<head><meta charset="utf-8"><title>{escape(source.name)}</title></head>'
    body = f'<!DOCTYPE html>\n<html lang="vi">{head}\n<body>\n<div class="list">\n{items}\n</div>\n</body></html>\n'
    return Answer(body.encode(), _HTML)


def _feed(source: Source, links: Iterable[Link]) -> Answer:
    items = "\n".join(
        f"<item><title>{escape(link.title)}</title><link>{escape(address_of(link))}</link>"
        f"<description>{escape(link.lead)}</description></item>"
        for link in links
    )
    head = f"<title>{escape(source.name)}</title><link>http://{source.domains[0]}/</link><description></description>"
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}\n{items}\n</channel></rss>\n'
    return Answer(body.encode(), _XML)


def _sitemap(_: Source, links: Iterable[Link]) -> Answer:
    items = "\n".join(f"<url><loc>{escape(address_of(link))}</loc></url>" for link in links)
    name = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{name}">\n{items}\n</urlset>\n'
    return Answer(body.encode(), _XML)


def _over_http(url: str) -> str:
    return canonical(urlsplit(url)._replace(scheme="http").geturl())
