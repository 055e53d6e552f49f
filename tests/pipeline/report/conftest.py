"""Pages to look into: one of the sample store, one of a store whose words mean harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
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
from tests.pipeline.stored import RULE, Row, article, award, mention, row, sample_rows, span, store

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
