"""What guides lead to: what is wanted is taken, the rest is counted, and what they date anew is looked at again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.archive.write import Archive
from pipeline.crawl.intake import Intake
from pipeline.crawl.keeper import Keeper
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Books, Found, Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import GuideKind, Role
from tests.pipeline.crawl.crawling import source

SITEMAP = "http://bao.example/sitemap.xml"


def sitemap(**days: str) -> bytes:
    entries = "".join(
        f"<url><loc>http://bao.example/tin/{name.replace('_', '-')}.html</loc><lastmod>{day}</lastmod></url>"
        for name, day in days.items()
    )
    return f"<urlset>{entries}</urlset>".encode()


class Taken:
    """One night that reads a sitemap."""

    def __init__(self, folder: Path, body: bytes, **fields: Any) -> None:
        self.ledger = Ledger(folder / "ledger")
        self.run = Run.begin(self.ledger)
        self.run.demand(Found(SITEMAP, "bao", Role.GUIDE, GuideKind.SITEMAP))
        (guide,) = self.run.open_visits("bao", 10)
        with Archive(folder / "archive") as archive:
            intake = Intake(self.run, Keeper(archive, self.run, lambda _: None), CrawlSettings())
            intake._guide(SITEMAP, body, Answer(str(hash(body)), None, None), guide, source("bao.example", **fields))

    @property
    def to_visit(self) -> list[Visit]:
        return self.run.open_visits("bao", 10)

    def keep_all(self) -> None:
        for visit in self.to_visit:
            self.run.fetched(visit, Answer("d", None, None), None)


def test_a_later_lastmod_has_a_page_looked_at_again(tmp_path: Path) -> None:
    first = Taken(tmp_path, sitemap(thi_dua_post10001="2025-01-05", khen_thuong_post10002="2025-01-05"))
    assert len(first.to_visit) == 2
    first.keep_all()
    same = Taken(tmp_path, sitemap(thi_dua_post10001="2025-01-05", khen_thuong_post10002="2025-01-04"))
    assert same.to_visit == []
    later = Taken(tmp_path, sitemap(thi_dua_post10001="2025-01-06", khen_thuong_post10002="2025-01-05"))
    assert [visit.url for visit in later.to_visit] == ["http://bao.example/tin/thi-dua-post10001.html"]
    assert later.to_visit[0].digest == "d", "it is asked whether it has changed"


def test_the_words_of_an_address_tell_where_a_guide_gives_no_title(tmp_path: Path) -> None:
    body = sitemap(
        trao_tang_huan_chuong_lao_dong_post10001="2025-01-05", gia_vang_hom_nay_tang_manh_post10002="2025-01-05"
    )
    whole_paper = Taken(tmp_path, body, topic_filter="on")
    assert [visit.url.rpartition("-")[2] for visit in whole_paper.to_visit] == ["post10001.html"]
    assert whole_paper.run.books()["bao", Role.ARTICLE] == Books(discovered=2, refused_topic=1, pending=1)
