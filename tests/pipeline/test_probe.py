"""A probe of a real server on loopback: what it asks, what it tells, what it will not do."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from corpus.sources import Source, relocated
from pipeline.cli.app import app
from pipeline.crawl.guard import RefusedError
from pipeline.probe import Probe, probe
from pipeline.visitor import NoAnswerError, Visitor

Reply = tuple[int, dict[str, str], bytes]
ARTICLE = "/thi-dua/trao-co-cho-ba-xa-12345.html"
PAGE = """<html><head><meta charset="utf-8"><title>Trao cờ thi đua cho ba xã</title>
<meta property="article:published_time" content="2025-06-01T08:00:00+07:00"></head><body><article>
<h1>Trao cờ thi đua cho ba xã</h1>
<p>Sáng 1/6, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết phong trào thi đua yêu nước và trao cờ cho ba xã.</p>
<p>Các xã An Thử, An Mẫu và An Ví đã hoàn thành vượt mức kế hoạch năm trong phong trào xây dựng nông thôn mới.</p>
</article></body></html>""".encode()


@dataclass
class Site:
    """A site on loopback: what it answers by path, and what it was asked."""

    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, float, str]] = field(default_factory=list)
    url: str = ""
    dawdle: threading.Event = field(default_factory=threading.Event)

    def serve(self, path: str, body: str | bytes, media: str = "text/html", status: int = 200, **headers: str) -> None:
        content = body if isinstance(body, bytes) else body.encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (status, {"Content-Type": media, **named}, content)

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, time.monotonic(), self.headers["User-Agent"]))
            if self.path == "/cham":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
                served.dawdle.wait(10)
                return
            status, headers, body = served.replies.get(self.path, (404, {}, b"khong co"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the tests quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_port}"
    yield served
    served.dawdle.set()
    server.shutdown()
    server.server_close()
    thread.join()


def declared(site: Site, **more: object) -> Source:
    row = {
        "id": "bao-thu", "name": "Báo Thử", "kind": "newspaper", "province": "Cao Bằng", "domains": ["baothu.example"],
        "evidence": ["P"], "delay_seconds": 0, **more,
    }  # fmt: skip
    return relocated(Source.model_validate(row), site.url)


def look(site: Site, **more: object) -> Probe:
    source = declared(site, **more)
    return probe(source, Visitor(source, "mailto:ban@vidu.example", seconds=5.0, sleep=lambda _: None))


def told(found: Probe, what: str) -> list[str]:
    return [step.told for step in found.steps if step.what == what]


def test_a_site_is_looked_over(site: Site) -> None:
    listed = f"<url><loc>{site.url}{ARTICLE}</loc></url><url><loc>{site.url}/thi-dua/</loc></url>"
    items = f"<item><title>Trao cờ thi đua</title><link>{ARTICLE}</link><pubDate>2025-06-01</pubDate></item>"
    weather = "<item><title>Mưa lớn ở miền núi</title><link>/thoi-tiet/mua-lon-o-mien-nui-12346.html</link></item>"
    site.serve("/robots.txt", f"User-agent: *\nDisallow: /rieng/\nSitemap: {site.url}/sitemap.xml.gz\n", "text/plain")
    site.serve("/rss/home.rss", f"<rss><channel>{items}{weather}</channel></rss>", "application/rss+xml")
    site.serve("/sitemap.xml.gz", gzip.compress(f"<urlset>{listed}</urlset>".encode()), "application/gzip")
    site.serve("/", f'<a href="{ARTICLE}">Trao cờ thi đua</a><a href="?page=2">2</a>')
    site.serve(ARTICLE, PAGE)
    home = "https://baothu.example"
    found = look(site, feeds=[f"{home}/rss/home.rss"], start_pages=[f"{home}/"])
    assert found.is_well
    assert told(found, "robots") == ["status 200, 1 sitemaps named"]
    assert told(found, "feed") == ["2 items, 2 articles, newest of 2025-06-01"]
    assert told(found, "sitemap") == ["2 pages, 1 articles, 0 further sitemaps"]
    assert told(found, "listing") == ["1 articles, 1 next pages"]
    assert told(found, "article")[0].startswith("“Trao cờ thi đua cho ba xã”, 2025-06-01, ")
    assert [link.url for link in found.would_crawl] == [site.url + ARTICLE]
    assert found.off_topic == 1
    assert site.paths == ["/robots.txt", "/rss/home.rss", "/sitemap.xml.gz", "/", ARTICLE]
    assert all(agent.startswith("thidua/") and "ban@vidu.example" in agent for *_, agent in site.asked)


def test_the_newest_of_an_index_is_opened(site: Site) -> None:
    entries = "".join(f"<sitemap><loc>/s{n}.xml</loc><lastmod>2025-0{n}-01</lastmod></sitemap>" for n in (1, 3, 2))
    site.serve("/sitemap.xml", f"<sitemapindex>{entries}</sitemapindex>", "text/xml")
    site.serve("/s3.xml", f"<urlset><url><loc>{ARTICLE}</loc></url></urlset>", "text/xml")
    look(site, sitemaps=["https://baothu.example/sitemap.xml"])
    assert site.paths == ["/robots.txt", "/sitemap.xml", "/s3.xml", ARTICLE]


def test_a_site_that_answers_nothing_useful_is_told_step_by_step(site: Site) -> None:
    site.serve("/rss", "<html><body>Không tìm thấy</body></html>")
    site.serve("/", "<p>Chào</p>")
    home = "https://baothu.example"
    found = look(site, feeds=[f"{home}/rss", f"{home}/mat"], sitemaps=[f"{home}/rss"], start_pages=[f"{home}/"])
    assert not found.is_well and found.would_crawl == ()
    assert told(found, "robots") == ["status 404: everything is allowed"]
    assert told(found, "feed") == ["no feed", "status 404"]
    assert told(found, "sitemap") == ["no sitemap"]
    assert told(found, "listing") == ["no link looks like an article"]


def test_an_article_that_cannot_be_read_is_told(site: Site) -> None:
    site.serve("/", f'<a href="{ARTICLE}">Trao cờ thi đua</a>')
    site.serve(ARTICLE, "<html><body></body></html>")
    found = look(site, start_pages=["https://baothu.example/"])
    assert not found.is_well and told(found, "article")[0].startswith(("no_text: ", "empty: "))


@pytest.mark.parametrize(
    ("robots", "status", "reason"),
    [
        ("User-agent: *\nDisallow: /\n", 200, "robots.txt disallows it"),
        ("", 503, "robots.txt cannot be had: status 503"),
    ],
)
def test_robots_is_obeyed(site: Site, robots: str, status: int, reason: str) -> None:
    site.serve("/robots.txt", robots, "text/plain", status)
    found = look(site, start_pages=["https://baothu.example/"])
    assert told(found, "listing") == [reason]
    assert site.paths == ["/robots.txt"]


def test_requests_are_as_far_apart_as_asked_for(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    source = declared(site, start_pages=["https://baothu.example/"], delay_seconds=3)
    pauses: list[float] = []
    found = probe(source, Visitor(source, "x", sleep=pauses.append))
    assert pauses == [7.0] and found.delay_seconds == 7.0 and found.requests == 2


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.2:1/", "http://10.0.0.1/", "file:///etc/passwd", "http://khac.example/", "//ai@127.0.0.1/"],
)
def test_a_redirect_elsewhere_is_not_followed(site: Site, location: str) -> None:
    site.serve("/", b"", status=302, Location=location)
    source = declared(site)
    with pytest.raises(RefusedError):
        Visitor(source, "x").visit(f"{site.url}/")


def test_a_private_machine_is_refused_unless_the_source_allows_it(site: Site) -> None:
    source = declared(site).model_copy(update={"allow_private": False})
    with pytest.raises(RefusedError):
        Visitor(source, "x").visit(f"{site.url}/")
    assert site.asked == []


def test_redirects_are_followed_and_bounded(site: Site) -> None:
    site.serve("/vong", b"", status=302, Location="/vong")
    site.serve("/cu", b"", status=301, Location="/tỉnh".encode().decode("latin-1"))
    site.serve("/t%E1%BB%89nh", "xong")
    visitor = Visitor(declared(site), "x")
    answer = visitor.visit(f"{site.url}/cu")
    assert (answer.status, answer.body, answer.url) == (200, b"xong", f"{site.url}/t%E1%BB%89nh")
    with pytest.raises(NoAnswerError, match="more than 5 redirects"):
        visitor.visit(f"{site.url}/vong")


def test_a_bomb_and_a_slow_answer_are_given_up(site: Site) -> None:
    site.serve("/bom", gzip.compress(b" " * 2**24), Content_Encoding="gzip")
    site.serve("/la", b"x", Content_Encoding="la")
    visitor = Visitor(declared(site), "x", seconds=0.4)
    with pytest.raises(NoAnswerError, match="more than"):
        visitor.visit(f"{site.url}/bom")
    with pytest.raises(NoAnswerError, match="unknown"):
        visitor.visit(f"{site.url}/la")
    with pytest.raises(NoAnswerError, match="no whole answer within"):
        visitor.visit(f"{site.url}/cham")


def test_nobody_listening_is_told() -> None:
    source = Source.model_validate(
        {"id": "x", "name": "xx", "kind": "portal", "domains": ["a.example"], "evidence": ["P"], "delay_seconds": 0}
    )
    moved = relocated(source, "http://127.0.0.1:9")
    visitor = Visitor(moved, "x")
    assert "refused" in (visitor.rules_for("http://127.0.0.1:9/").trouble or "")


def test_the_command_tells_what_would_be_crawled(site: Site) -> None:
    site.serve("/", f'<a href="{ARTICLE}">Trao cờ thi đua</a>')
    site.serve(ARTICLE, PAGE)
    run = CliRunner()
    asked = ["sources", "probe", "mau-bao-song-xanh", "--contact", "mailto:ban@vidu.example", "--at", site.url]
    result = run.invoke(app, asked)
    assert result.exit_code == 0, result.output
    assert f"{site.url}{ARTICLE}  Trao cờ thi đua" in result.output
    assert "1 articles, 0 left out" in result.output


def test_the_command_fails_where_no_article_can_be_read(site: Site) -> None:
    asked = ["sources", "probe", "mau-bao-song-xanh", "--contact", "x@vidu.example", "--at", site.url]
    result = CliRunner().invoke(app, asked)
    assert result.exit_code == 3 and "status 404" in result.output
