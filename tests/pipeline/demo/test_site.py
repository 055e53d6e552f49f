"""The sample site as it is served: every page at its own address, guides that lead to it, conditional requests."""

from __future__ import annotations

import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from corpus.sources import source_of
from extractors.discovery.addresses import canonical
from extractors.discovery.attachments import attachment_links
from extractors.discovery.feeds import feed_links
from extractors.discovery.listings import listing_links
from extractors.discovery.model import Link
from extractors.discovery.shapes import is_article
from extractors.discovery.sitemaps import sitemap_links
from extractors.discovery.topic import is_wanted
from pipeline.crawl.robots import RobotsRefusedError, rules_of
from pipeline.demo.server import Serving, serving
from pipeline.demo.site import SAMPLES, address_of, answers, attachments, baits, links, pages, sample_sources
from pipeline.ledger.sites import RobotsAnswer

FORBIDDEN = "robots.txt disallows it"
OFF_TOPIC = "title off the topic"


def led_to() -> dict[str, Link]:
    """What the guides of the site lead to, read as the crawl reads them."""
    served, found = answers(), []
    for source in sample_sources():
        for url in (url.replace("https://", "http://") for url in source.addresses):
            body = served[canonical(url)].body
            found += (
                feed_links(body, url) or sitemap_links(body, url).pages or listing_links(body, url, source).articles
            )
    return {link.url: link for link in found}


def test_every_page_of_the_site_has_one_address() -> None:
    assert sorted(page.file for page in pages()) == sorted(path.name for path in (SAMPLES / "site").iterdir())
    assert len({address_of(page) for page in pages()}) == len(pages())


def test_the_documents_are_linked_by_a_page_of_the_same_host_and_by_no_guide() -> None:
    linked = {
        link.url for page in pages() for link in attachment_links(answers()[address_of(page)].body, address_of(page))
    }
    assert linked == set(map(address_of, attachments())) and len(linked) == 2
    assert not linked & set(led_to())


def test_a_page_stands_where_it_says_that_it_stands() -> None:
    told: dict[str, str] = {}
    for page in pages():
        text = (SAMPLES / "site" / page.file).read_text("utf-8")
        for address in re.findall(r'rel="canonical" href="([^"]+)"', text):
            told[page.file] = urlsplit(canonical(address.replace("&amp;", "&"))).path
    served = {page.file: urlsplit(address_of(page)).path for page in pages()}
    elsewhere = [file for file, path in told.items() if path != served[file]]
    assert elsewhere == ["cttdt-binhdinh.example__2018-08-chuyen-muc-thi-dua.html"]  # a listing at an article's address
    assert len(told) == 24


def test_the_guides_lead_to_every_page_and_to_the_baits() -> None:
    assert set(led_to()) == set(map(address_of, links()))
    for kind in ("feeds", "sitemaps", "start_pages"):
        assert any(getattr(source, kind) for source in sample_sources())


def test_pages_are_wanted_and_baits_are_not() -> None:
    found = led_to()
    for page in pages():
        url = address_of(page)
        source = source_of(url)
        assert source and is_article(url, source) and is_wanted(found[url], source), url
    for bait in baits():
        url = address_of(bait)
        source = source_of(url)
        assert source and is_wanted(found[url], source) == (bait.why != OFF_TOPIC)
        body = answers()[f"http://{bait.host}/robots.txt"].body
        if bait.why == FORBIDDEN:
            with pytest.raises(RobotsRefusedError, match=FORBIDDEN):
                rules_of(RobotsAnswer(200, body)).check(url)
    assert {bait.why for bait in baits()} == {FORBIDDEN, OFF_TOPIC}


def asked(serving: Serving, url: str, **headers: str) -> HTTPResponse:
    connection = HTTPConnection(serving.machine, timeout=5)
    connection.request("GET", urlsplit(url).path, headers={"Host": urlsplit(url).netloc, **headers})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def test_it_answers_by_host_and_knows_what_has_not_changed() -> None:
    url = address_of(next(page for page in pages() if page.file.startswith("thudo24")))
    with serving(answers()) as site:
        whole = asked(site, url)
        again = asked(site, url, **{"If-None-Match": whole.headers["ETag"]})
        elsewhere = asked(site, url.replace("thudo24", "baotrungdu"))
    assert (whole.status, again.status, elsewhere.status) == (200, 304, 404)
    assert whole.body and not again.body  # type: ignore[attr-defined]
    assert site.asked == [url, url, url.replace("thudo24", "baotrungdu")]
