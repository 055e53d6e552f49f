"""The public door of reading: a page as captured to an article."""

from __future__ import annotations

from dataclasses import replace

from corpus.hosts import host_of
from corpus.sources import source_of
from extractors.decoding import decoded
from extractors.documents.compose import composed as document_composed
from extractors.documents.read import read_document
from extractors.documents.sniffing import is_document
from extractors.encodings.whole import in_unicode
from extractors.errors import Unreadable
from extractors.html.placing import with_tables
from extractors.html.read import Markup, read_html
from extractors.letters import letters_in, vietnamese_in
from extractors.model import Article, Page, Recoded
from extractors.plain.layout import Layout
from extractors.plain.read import composed, read_plain
from extractors.purpose import must_tell_something

_LEAST_VIETNAMESE_SHARE = 0.04
_LEAST_LETTERS = 12
_JUDGED_CHARS = 20_000


def read_page(page: Page) -> Article:
    """Read a page or a document; raises `Unreadable` with a code and one line of reason, and nothing else."""
    article = _document(page) if is_document(page.media_type) else _page(page)
    _must_be_vietnamese(article.text)
    return article


def _document(page: Page) -> Article:
    made = document_composed(read_document(page))
    if not letters_in(made.text):
        raise Unreadable("no_text", "no text in the document: an empty form or pictures alone; check the file")
    source, province = _source(page, page.url)
    return Article(
        name=page.name,
        text=made.text,
        blocks=made.blocks,
        url=page.url,
        source=source,
        province=province,
        published_reason="a document is issued, not published",
        removed=made.removed,
        regions=made.regions,
        tables=made.tables,
        recoded=made.recoded,
    )


def _page(page: Page) -> Article:
    raw, encoding = in_unicode(decoded(page.content, page.charset))
    markup = read_html(raw, page.url) if page.media_type == "text/html" else Markup(read_plain(raw, page.url))
    article = _article(page, markup)
    return replace(article, recoded=(Recoded(0, len(article.text), encoding),)) if encoding else article


def _article(page: Page, markup: Markup) -> Article:
    layout = markup.layout
    must_tell_something(layout, markup.around)
    text, blocks = composed(layout)
    if not letters_in(text.text):
        raise _without_text(layout)
    blocks, tables = with_tables(markup.tables, [line for line, _ in layout.kept], text.text, blocks)
    url = _address(page.url, markup.url)
    source, province = _source(page, url)
    return Article(
        name=page.name,
        text=text.text,
        blocks=blocks,
        origin=() if page.media_type == "text/html" else text.origin,
        url=url,
        source=source,
        province=province,
        author=markup.author or layout.author,
        published=layout.publication.published,
        published_reason=layout.publication.reason,
        dates=layout.publication.dates,
        removed=layout.removed,
        tables=tables,
    )


def _without_text(layout: Layout) -> Unreadable:
    if any(removed.rule == "furniture.line.template" for removed in layout.removed):
        return Unreadable("template_only", "a template that was never filled; fetch the page again or report the site")
    return Unreadable("no_text", "no running text on the page: menus or an empty shell; check the address")


def _must_be_vietnamese(text: str) -> None:
    text = text[:_JUDGED_CHARS]
    letters = letters_in(text)
    if letters >= _LEAST_LETTERS and vietnamese_in(text) < _LEAST_VIETNAMESE_SHARE * letters:
        raise Unreadable(
            "not_vietnamese",
            "hardly a Vietnamese letter: another language, or letters lost; take the page out",
        )


def _source(page: Page, url: str | None) -> tuple[str | None, str | None]:
    """The source and province of a page: as captured, else as declared for its address, else the host alone."""
    if url is None or (page.source and page.province):
        return page.source, page.province
    declared = source_of(url)
    if declared is None:
        return page.source or host_of(url) or None, page.province
    return page.source or declared.id, page.province or declared.province


def _address(captured: str | None, canonical: str | None) -> str | None:
    """The canonical address where it is one of the same host: another one names the original of a copy."""
    same_host = captured is None or (canonical is not None and host_of(captured) == host_of(canonical))
    return canonical if canonical and same_host else captured
