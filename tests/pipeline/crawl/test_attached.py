"""Documents that an article links to, from a real server: fetched once, kept, tied to it, and each refusal named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.files import HOME
from extractors.documents.sniffing import DOCX, XLSX
from extractors.model import Page
from pipeline.archive.read import page_at, pages_of
from pipeline.crawl.report import CrawlReport
from pipeline.ledger.ledger import Ledger
from tests.mockserver import plays
from tests.mockserver.server import Hit, Play, Plays, Server, answer
from tests.pipeline.crawl.crawling import ARTICLE, articles, crawled, of, source
from tests.pipeline.kept import kept_versions

HOST = "bao.example"
PARENT = f"http://{HOST}{ARTICLE}"
SAMPLES = HOME / "samples" / "documents"
PDF = (SAMPLES / "quyet-dinh-bang-khen.pdf").read_bytes()
WORD = (SAMPLES / "quyet-dinh-danh-sach.docx").read_bytes()
SHEET = (SAMPLES / "danh-sach-khen-thuong.xlsx").read_bytes()
LINKS = (
    "/tep/quyet-dinh.pdf",
    "/tai-ve?id=7",
    "http://media.kho.example/bang.xlsx",
    "/tep/qua-lon.pdf",
    "http://xa-la.example/la.pdf",
    "/tep/gia-danh.pdf",
    "/tep/khong-con.pdf",
    "/kin/mat.pdf",
    "/tep/di-vong.docx",
)
WHY = {
    "failed: HTML in place of a document (application/pdf)",
    "failed: status 404",
    "refused_guard: attachment: xa-la.example is neither on a registered domain of bao nor one of its media hosts",
    "refused_guard: redirect: xa-la.example is neither on a registered domain of bao nor one of its media hosts",
    "refused_robots: robots.txt disallows it",
}


def page_with(*links: str) -> str:
    paragraphs = "".join(f"<p>Đoạn {n} kể về phong trào thi đua yêu nước của tỉnh.</p>" for n in range(20))
    items = "".join(f'<li><a href="{link}">Tải về</a></li>' for link in links)
    menu = '<nav><a href="/tep/noi-quy.pdf">Nội quy</a></nav>'
    footer = '<div id="footer"><a href="/tep/gioi-thieu.pdf">Giới thiệu</a></div>'
    body = f"<div>{paragraphs}</div><h4>Tài liệu kèm theo</h4><ul>{items}</ul>"
    return f"<html><head><title>Thi đua</title></head><body>{menu}{body}{footer}</body></html>"


def file(body: bytes, media_type: str) -> Play:
    """A file that knows its ETag."""
    etag = f'"{len(body)}"'

    def play(hit: Hit) -> bytes:
        if hit.headers.get("if-none-match") == etag:
            return answer("", 304, "", ETag=etag)
        return answer(body, media_type=media_type, ETag=etag)

    return play


def hosts() -> dict[str, Plays]:
    robots = plays.always(answer("User-agent: *\nDisallow: /kin/", media_type="text/plain"))
    html = plays.always(answer("<html><p>Xin đăng nhập</p></html>", media_type="application/pdf"))
    own = plays.site(ARTICLE) | {
        "/robots.txt": robots,
        ARTICLE: plays.conditional(page_with(*LINKS), '"bai"'),
        "/tep/quyet-dinh.pdf": file(PDF, "application/pdf"),
        "/tai-ve?id=7": file(WORD, "application/octet-stream"),
        "/tep/qua-lon.pdf": file(PDF + b" " * 2**20, "application/pdf"),
        "/tep/gia-danh.pdf": html,
        "/tep/di-vong.docx": plays.always(plays.redirect("http://xa-la.example/la.docx")),
    }
    return {HOST: own, "media.kho.example": {"/bang.xlsx": file(SHEET, XLSX)}, "xa-la.example": {}}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path, list[CrawlReport]]]:
    """Two nights, the second of which looks at everything again."""
    folder = tmp_path_factory.mktemp("attached")
    with Server(hosts()) as server:
        given = [source(HOST, media_hosts=("media.kho.example",))]
        limits = {"document_megabytes": 0.5, "revisit_days": (0.0, 0.0), "retries": 0}
        yield server, folder, [crawled(server, folder, given, **limits) for _ in range(2)]


def kept_pages(folder: Path) -> dict[str, Page]:
    with Ledger(folder / "ledger.sqlite") as ledger:
        return {kept.name: page_at(folder / "archive", kept.place) for kept in kept_versions(ledger)}


def test_every_document_is_in_the_books_once(nights: tuple[Server, Path, list[CrawlReport]]) -> None:
    _, _, (first, _) = nights
    books = articles(first, "bao")
    assert first.closes and first.stopped is None
    assert (books.discovered, books.fetched, books.attachments) == (1 + len(LINKS), 4, 3)
    assert (books.refused_guard, books.refused_robots, books.failed) == (2, 1, 3)


def test_what_was_not_had_is_named(nights: tuple[Server, Path, list[CrawlReport]]) -> None:
    _, _, (first, _) = nights
    told = {reason for reason, _ in of(first, "bao").reasons}
    (too_large,) = told - WHY
    assert told > WHY and too_large.startswith("failed: body too large")


def test_a_document_is_kept_as_what_it_is_and_tied_to_its_article(
    nights: tuple[Server, Path, list[CrawlReport]],
) -> None:
    _, folder, _ = nights
    pages = kept_pages(folder)
    pdf, word = pages[f"http://{HOST}/tep/quyet-dinh.pdf"], pages[f"http://{HOST}/tai-ve?id=7"]
    sheet = pages["http://media.kho.example/bang.xlsx"]
    assert [page.media_type for page in (pdf, word, sheet)] == ["application/pdf", DOCX, XLSX]
    assert [page.content for page in (pdf, word, sheet)] == [PDF, WORD, SHEET]
    assert {page.attached_to for page in (pdf, word, sheet)} == {PARENT}
    assert (pages[PARENT].media_type, pages[PARENT].attached_to) == ("text/html", None)
    (archive,) = (folder / "archive").glob("*.warc.gz")
    assert {page.name: page for page in pages_of(archive)} == pages  # type: ignore[union-attr]


def test_the_second_night_asks_with_conditions_and_fetches_nothing(
    nights: tuple[Server, Path, list[CrawlReport]],
) -> None:
    server, _, (_, second) = nights
    books = articles(second, "bao")
    assert second.closes
    assert (books.fetched, books.not_modified, books.attachments) == (0, 4, 0)
    asked = [hit.headers.get("if-none-match") for hit in server.hits("media.kho.example") if hit.path == "/bang.xlsx"]
    assert asked == [None, f'"{len(SHEET)}"']


def test_menus_footers_and_foreign_hosts_are_not_asked(nights: tuple[Server, Path, list[CrawlReport]]) -> None:
    server, _, _ = nights
    assert not {"/tep/noi-quy.pdf", "/tep/gioi-thieu.pdf", "/kin/mat.pdf"} & set(server.paths(HOST))
    assert server.hits("xa-la.example") == []


def test_limits_hold_for_an_article_and_for_a_night(tmp_path: Path) -> None:
    links = [f"/tep/so-{n}.pdf" for n in range(6)]
    own = {link: file(PDF + str(n).encode(), "application/pdf") for n, link in enumerate(links)}
    site = plays.site(ARTICLE) | {ARTICLE: plays.always(answer(page_with(*links)))} | own
    with Server({HOST: site}) as server:
        limits = {"attachments_per_article": 4, "attachments_per_source": 3}
        first = crawled(server, tmp_path, [source(HOST)], **limits)
        second = crawled(server, tmp_path, [source(HOST)], **limits)
    books = articles(first, "bao")
    assert (books.discovered, books.attachments, books.pending) == (5, 3, 1)
    assert articles(second, "bao").attachments == 1, "what was over the night's number comes the next night"
    assert [trap.name for trap in of(first, "bao").traps] == ["more attachments than are fetched"]
    assert first.closes and second.closes


def test_no_documents_are_fetched_where_none_are_wanted(tmp_path: Path) -> None:
    site = plays.site(ARTICLE) | {ARTICLE: plays.always(answer(page_with("/tep/mot.pdf")))}
    with Server({HOST: site}) as server:
        report = crawled(server, tmp_path, [source(HOST)], attachments_per_article=0)
    assert articles(report, "bao").discovered == 1


def test_a_private_machine_is_not_asked_for_a_document(tmp_path: Path) -> None:
    """The article's own host may be private here; another host of the same registered domain may not."""
    site = plays.site(ARTICLE) | {ARTICLE: plays.always(answer(page_with("http://kho.bao.example/mot.pdf")))}
    served = {"tin.bao.example": site, "kho.bao.example": {"/mot.pdf": file(PDF, "application/pdf")}}
    with Server(served) as server:
        report = crawled(server, tmp_path, [source("tin.bao.example")], retries=0)
        assert server.hits("kho.bao.example") == []
    books = articles(report, "tin")
    assert (books.discovered, books.fetched, books.attachments) == (2, 1, 0) and report.closes
    assert any("127.0.0.1, which is not public" in reason for reason, _ in of(report, "tin").reasons)
