"""The books of a night: they close, or they say which equation does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.exchange import Place
from pipeline.crawl.report import CrawlReport, SourceReport
from pipeline.ledger.rows import Books, Kept
from pipeline.nightly.books import SourceBooks, UnbalancedError, balanced, books_of
from pipeline.nightly.stored import StoredPage

RUN = 7


def version(number: int, source: str = "bao", run_id: int = RUN, page: str | None = None) -> Kept:
    digest = (page or f"p{number}").ljust(64, "0")
    url = f"http://bao.example/{number}"
    return Kept(number, url, url, source, digest, Place("f", 0, 0), 0.0, run_id)


def stored(**pages: str | None) -> dict[str, StoredPage]:
    return {name.ljust(32, "0"): StoredPage(article, name) for name, article in pages.items()}


def report(**fetched: int) -> CrawlReport:
    def one(source: str, count: int) -> SourceReport:
        return SourceReport(source, Books(discovered=count + 3, fetched=count, failed=2, pending=1), Books(), (), ())

    return CrawlReport(RUN, tuple(one(source, count) for source, count in fetched.items()))


def test_every_version_is_in_the_books_once() -> None:
    versions = [version(1), version(2), version(3, page="p2"), version(4), version(5, run_id=6)]
    after = stored(p1="a1", p2="a2", p4=None, p5="a1", p9="a9")
    books = books_of(report(bao=4), versions, (), stored(p9="a9"), after)
    assert books == {
        "bao": SourceBooks(
            discovered=7, fetched=4, failed=2, pending=1, caught_up=1, parsed=4, quarantined=1, loaded=2, duplicates=2
        )
    }
    balanced(books, new_articles=2)


def test_a_new_capture_of_a_known_article_is_a_duplicate() -> None:
    books = books_of(report(bao=1), [version(1)], (), stored(p0="a"), stored(p0="a", p1="a"))
    assert (books["bao"].loaded, books["bao"].duplicates) == (0, 1)
    balanced(books, new_articles=0)


def test_what_the_archive_lost_is_named_and_closes_the_books() -> None:
    lost = version(1)
    books = books_of(report(bao=1), [lost], [lost], {}, {})
    assert books["bao"].lost == 1
    balanced(books, new_articles=0)


def test_a_version_that_was_not_read_leaves_the_books_open() -> None:
    books = books_of(report(bao=2), [version(1), version(2)], (), {}, stored(p1="a1"))
    with pytest.raises(UnbalancedError, match="2 pages were fetched, 0 were left over, and 1 were read; nothing is"):
        balanced(books, new_articles=1)


def test_an_article_that_the_store_does_not_have_leaves_them_open() -> None:
    books = books_of(report(bao=1), [version(1)], (), {}, stored(p1="a1"))
    with pytest.raises(UnbalancedError, match="1 articles are new by the books and 0 by the store"):
        balanced(books, new_articles=0)


@given(st.lists(st.integers(0, 50), min_size=11, max_size=11), st.integers(0, 10), st.integers(1, 5))
def test_books_that_are_off_by_anything_do_not_close(given: list[int], which: int, off: int) -> None:
    fetched, not_modified, refused, failed, pending, caught_up, lost, quarantined, loaded, _, _ = given
    parsed = fetched + caught_up - quarantined - lost
    right = [
        fetched + not_modified + refused + failed + pending, fetched, not_modified, refused, failed, pending,
        caught_up, parsed, quarantined, lost, loaded, parsed - loaded,
    ]  # fmt: skip
    assert SourceBooks(*right).trouble is None
    wrong = [*right[:which], right[which] + off, *right[which + 1 :]]
    assert SourceBooks(*wrong).trouble is not None


def test_sources_add_up() -> None:
    assert SourceBooks(1, 2, 3) + SourceBooks(1, 1, 1, pending=4) == SourceBooks(2, 3, 4, pending=4)
