"""Pages to look into: one of the sample store, one of a store whose words mean harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from extractors.model import Discrepancy, Document, Facts, Signer
from pipeline.pictures.originals import Originals
from pipeline.report.language import Lang
from pipeline.report.limits import Limits
from pipeline.report.write import write_report
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.papered import DOCUMENTS, papered
from tests.pipeline.review.village import Filled, feast, reviewed, village
from tests.pipeline.stored import RULE, Row, article, award, mention, refused, row, sample_rows, span, store

HARM = "\"><script>alert(1)</script><svg onload=alert(2)>&quot;'‮đảo‬ =cmd|calc {{ 7*7 }}"
"""What hostile pages say in every field."""


@dataclass(frozen=True)
class Made:
    """A warehouse and the page made of it."""

    settings: Settings
    page: Path

    @property
    def text(self) -> str:
        return self.page.read_text("utf-8")

    @property
    def tree(self) -> Element:
        """The page, which is well-formed XML but for its first line."""
        tree: Element = fromstring(self.text.removeprefix("<!DOCTYPE html>\n"))
        return tree

    def by_id(self, name: str) -> Element:
        (found,) = [element for element in self.tree.iter() if element.get("id") == name]
        return found


def hostile_rows() -> list[Row]:
    """An article that is harmful in its title, body, address, source, campaign, and as an official document."""
    text = f"{HARM}\nPhong trào “{HARM}” lan rộng, 4 tập thể được tặng Bằng khen {HARM}."
    urls = (
        "javascript:alert(3)",
        "https://xau.example.vn/'\"><script>alert(4)</script>",
        "data:text/html,<script>1</script>",
    )
    harm = span(text, HARM, 1)
    facts = Facts(
        campaigns=(mention(text, HARM, 1, campaign=None),),
        awards=(award(text, "4 tập thể", "bang-khen", 4),),
        document=Document(harm, "decision", RULE, 0.9, issuer=harm, number=harm, signer=Signer(harm, HARM, HARM, HARM)),
        discrepancies=(Discrepancy(span(text, "4 tập thể"), HARM, 4, 3),),
    )
    told = {"source": HARM, "province": HARM, "published": "2024-03-05"}
    return [row(article(text + "." * n, name=f"{HARM}{n}.html", url=url, **told), facts) for n, url in enumerate(urls)]


def many_rows(articles: int) -> list[Row]:
    """Articles of one campaign over many months, from 2015 on, with a gap before the last."""
    found = []
    for n in range(articles):
        month = n if n < articles - 1 else n + 7
        day = f"{2015 + month // 12}-{month % 12 + 1:02}-09"
        text = f"Tin thứ {n}\nXã số {n} giữ phong trào xây dựng nông thôn mới bằng việc số {n * n + 11}."
        told = {"name": f"{n}.html", "url": f"https://nhieu.example.vn/{n}", "published": day, "province": "Hà Giang"}
        found.append(row(article(text, **told), Facts(campaigns=(mention(text, "xây dựng nông thôn mới"),))))
    return found


def stopped_rows() -> list[Row]:
    """Lạng Sơn reports a campaign twice and falls silent; Đồng Tháp goes on without it; two pages tell little."""
    first, second = (
        (f"Tin số {n}\nXã số {n} giữ phong trào xây dựng nông thôn mới bằng việc số {n + 7}.", f"2020-0{n}-11")
        for n in (1, 3)
    )
    told = [
        row(
            article(text, name=f"{day}.html", source="cong-lang-son", province="Lạng Sơn", published=day),
            Facts(campaigns=(mention(text, "xây dựng nông thôn mới"),)),
        )
        for text, day in (first, second)
    ]
    for n, month in enumerate(("2021-02", "2021-05"), 4):
        text = f"Chuyện số {n}\nMùa nước nổi năm ấy, bà con ở ấp số {n} bắt được {n * 13} ký cá linh."
        told.append(row(article(text, name=f"{n}.html", source="bao-dong-thap", province="Đồng Tháp", published=month)))
    lost = article("Tin không nguồn\nSáng nay trời mát, cả xóm ra đồng từ sớm.", name="lost.html")
    return [*told, row(lost), refused("liet-ke.html", "listing", "a list of other pages")]


def lengthy_rows() -> list[Row]:
    """Articles that name a campaign in several long sentences."""
    found = []
    for n in range(20):
        told = " ".join(
            f"Xóm {n}.{at} kể phong trào xây dựng nông thôn mới {'đến từng nhà một ' * 30}và {n * at + 7} hộ theo."
            for at in range(5)
        )
        text = f"Tin dài số {n}\n{told}"
        facts = Facts(campaigns=tuple(mention(text, "xây dựng nông thôn mới", at) for at in range(5)))
        found.append(row(article(text, name=f"{n}.html", source=f"nguon-{n}", published=f"20{n + 4:02}-05-09"), facts))
    return found


def statistic_rows() -> list[Row]:
    """What two provinces gave over periods; Lạng Sơn's total of five years is told twice, once as nearly so many."""

    def told(n: int, words: str, province: str, **fields: Any) -> Row:
        text = f"Tin số {n}\nTheo báo cáo số {n * n + 5}, {words}, trong đó xã số {n} được nhiều nhất."
        count = int(re.findall(r"\d+", words)[-1])
        fact = award(text, words, "bang-khen", count, level="province", status="statistic", **fields)
        day = f"2024-0{n}-15"
        return row(
            article(text, name=f"{n}.html", source=province, province=province, published=day), Facts(awards=(fact,))
        )

    return [
        told(1, "giai đoạn 2019-2023 có 512", "Lạng Sơn", period="2019-2023"),
        told(2, "năm 2023 có 142", "Lạng Sơn", period="2023"),
        told(3, "năm 2023 có 186", "Đồng Tháp", period="2023"),
        told(4, "năm năm ấy có gần 512", "Lạng Sơn", period="2019-2023", qualifier="under"),
        told(5, "lâu nay có 45", "Đồng Tháp"),
    ]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Made]:
    """Builds a warehouse of the rows and writes its page."""

    def make(rows: list[Row], lang: Lang = Lang.VI, limits: Limits | None = None, since: Path | None = None) -> Made:
        home = tmp_path_factory.mktemp("report")
        settings = store(home, rows)
        build(settings)
        write_report(settings.warehouse_path, home / "page.html", lang, limits or Limits(), since)
        return Made(settings, home / "page.html")

    return make


@pytest.fixture(scope="session")
def sample(made: Callable[..., Made]) -> Made:
    return made(sample_rows())


@pytest.fixture(scope="session")
def hostile(made: Callable[..., Made]) -> Made:
    return made([*sample_rows(), *hostile_rows()])


@pytest.fixture(scope="session")
def many(made: Callable[..., Made]) -> Made:
    return made(many_rows(40), limits=Limits(articles=3, months=12))


@pytest.fixture(scope="session")
def stopped(made: Callable[..., Made]) -> Made:
    return made(stopped_rows())


@pytest.fixture(scope="session")
def lengthy(made: Callable[..., Made]) -> Made:
    return made(lengthy_rows())


@pytest.fixture(scope="session")
def counted(made: Callable[..., Made]) -> Made:
    return made(statistic_rows())


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Made:
    home = tmp_path_factory.mktemp("papered")
    settings = papered(home)
    write_report(settings.warehouse_path, home / "page.html", Lang.VI, Limits(articles=30))
    return Made(settings, home / "page.html")


@pytest.fixture(scope="session")
def pictured(paper: Made) -> Made:
    page = paper.page.with_name("pictured.html")
    originals = Originals(paper.settings, [DOCUMENTS.parent])
    limits = Limits(articles=30, page_pictures=6)
    write_report(paper.settings.warehouse_path, page, Lang.VI, limits, originals=originals)
    return Made(paper.settings, page)


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Ten mentions, one of them wrong; ten counts of honours, two wrong and one disputed with a hostile reviewer."""

    def wrong(*numbers: int) -> Callable[[int, Filled], None]:
        return lambda n, each: each.update(verdict="wrong" if n in numbers else "right", note=HARM)

    settings = village(tmp_path_factory.mktemp("judged"), [feast(n) for n in range(10)])
    reviewed(settings, lambda n, each: each.update(verdict="right" if n else "should be vi-nguoi-ngheo"))
    reviewed(settings, wrong(0, 1), kind="award")
    reviewed(settings, wrong(0, 1, 2), HARM, kind="award")
    build(settings)
    page = settings.data_dir / "page.html"
    write_report(settings.warehouse_path, page, Lang.VI, Limits())
    return Made(settings, page)
