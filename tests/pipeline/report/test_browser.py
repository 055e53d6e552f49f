"""The page in Debian's Chromium: it renders, opens, asks for nothing, and complains of nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.pipeline.report.conftest import Made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page with everything that it asked for and complained of."""

    def __init__(self, browser: Browser, file: Path, width: int = 1280) -> None:
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900})
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.add_init_script(
            "window.violations = [];"
            "document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective));"
        )
        self.page.goto(file.as_uri())

    @property
    def violations(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.violations")
        return found


@pytest.mark.parametrize("which", ["sample", "hostile", "many", "pictured", "judged", "stopped"])
def test_renders_quietly_and_alone(which: str, browser: Browser, request: pytest.FixtureRequest) -> None:
    made: Made = request.getfixturevalue(which)
    watched = Watched(browser, made.page)
    assert watched.page.locator("h1").inner_text() == "Kiểm kê phong trào thi đua"
    assert which == "pictured" or watched.page.locator("svg.drawing").first.bounding_box()["height"] > 40  # type: ignore[index]
    assert watched.complaints == []
    assert watched.violations == []
    assert [request for request in watched.requests if not request.startswith("data:")] == [made.page.as_uri()]
    ground = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(251, 250, 246)"


def test_a_number_opens_its_articles_and_an_article_its_sentences(sample: Made, browser: Browser) -> None:
    watched = Watched(browser, sample.page)
    page = watched.page
    number = page.locator("#c1 .cut-table").first.locator("a.opens").first
    sheet = page.locator(number.get_attribute("href") or "none")
    assert not sheet.is_visible()
    number.click()
    assert sheet.is_visible()
    link = sheet.locator("ol.articles a").first
    topic = page.locator(link.get_attribute("href") or "none")
    link.click()
    assert topic.locator("mark").first.is_visible()
    assert "nông thôn mới" in topic.locator("mark").first.inner_text()
    top = topic.bounding_box()["y"]  # type: ignore[index]
    assert 0 < top < 900
    page.go_back()
    assert sheet.is_visible()
    sheet.locator(".close").click()
    assert not sheet.is_visible()
    assert watched.complaints == []


def test_works_with_the_keyboard_alone(sample: Made, browser: Browser) -> None:
    page = Watched(browser, sample.page).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    number = page.locator("#overview table a.opens").first
    number.focus()
    page.keyboard.press("Enter")
    assert page.locator(number.get_attribute("href") or "none").is_visible()


def test_a_reviewed_number_opens_what_was_judged(judged: Made, browser: Browser) -> None:
    watched = Watched(browser, judged.page)
    number = watched.page.locator("#review table a.opens").first
    sheet = watched.page.locator(number.get_attribute("href") or "none")
    assert not sheet.is_visible()
    number.click()
    assert sheet.locator("mark").first.inner_text() == "2 bằng khen"
    assert "<script>alert(1)</script>" in sheet.locator(".verdicts").first.inner_text()
    sheet.locator(".evidence a").first.click()
    assert 0 < watched.page.locator("article.card:target").bounding_box()["y"] < 900  # type: ignore[index]
    assert (watched.complaints, watched.violations) == ([], [])


def test_hostile_addresses_are_no_links(hostile: Made, browser: Browser) -> None:
    page = Watched(browser, hostile.page).page
    schemes = page.evaluate("[...new Set([...document.links].map(a => a.protocol))].sort()")
    assert schemes == ["file:", "https:"]


def test_a_picture_opens_beside_its_sentence(pictured: Made, browser: Browser) -> None:
    watched = Watched(browser, pictured.page)
    shot = watched.page.locator("details.shot").first
    picture = shot.locator("img")
    assert not picture.is_visible()
    shot.locator("summary").click()
    assert picture.is_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    assert picture.bounding_box()["width"] > 300  # type: ignore[index]
    assert (watched.complaints, watched.violations) == ([], [])


@pytest.mark.parametrize("width", [390, 768, 1280, 1600])
def test_each_part_is_where_its_link_leads(lengthy: Made, browser: Browser, width: int) -> None:
    page = Watched(browser, lengthy.page, width).page
    bar = page.locator("header.bar").bounding_box()["height"]  # type: ignore[index]
    for link in page.locator("header.bar nav a").all():
        page.evaluate("scrollTo(0, 0)")
        link.click()
        page.wait_for_timeout(50)
        top = page.locator(link.get_attribute("href") or "none").bounding_box()["y"]  # type: ignore[index]
        assert bar <= top < bar + 40 or page.evaluate(
            "innerHeight + scrollY >= document.documentElement.scrollHeight - 1"
        )


def test_on_a_telephone_the_newest_end_of_a_chart_is_seen_first(many: Made, browser: Browser) -> None:
    page = Watched(browser, many.page, width=390).page
    chart = page.locator("#c1 .newest").first
    assert chart.evaluate("box => box.scrollWidth > box.clientWidth")
    right = chart.evaluate("box => box.querySelector('svg').getBoundingClientRect().right")
    assert right <= 390
    keys = page.locator("#c1 figcaption .key").all_inner_texts()
    assert keys[:4] == ["Tỷ lệ", "Bài", "Tin", "Lượt nhắc"]


def test_other_pictures_show_that_they_scroll(many: Made, browser: Browser) -> None:
    page = Watched(browser, many.page, width=390).page
    shade = page.locator("#coverage figure .scroll").evaluate("box => getComputedStyle(box).backgroundAttachment")
    assert shade == "local, local, scroll, scroll"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_keeps_swatches_and_hatching(many: Made, browser: Browser, scheme: Literal["light", "dark"]) -> None:
    page = Watched(browser, many.page).page
    page.emulate_media(media="print", color_scheme=scheme)
    for place in (".swatch.gap", ".swatch.zero", "tr.gap > td"):
        style = page.locator(place).first.evaluate(
            "mark => [getComputedStyle(mark).printColorAdjust, getComputedStyle(document.body).color]"
        )
        assert style == ["exact", "rgb(34, 39, 44)"]


@pytest.mark.parametrize("which", ["many", "judged", "counted"])
def test_fits_a_telephone(which: str, browser: Browser, request: pytest.FixtureRequest) -> None:
    made: Made = request.getfixturevalue(which)
    page = Watched(browser, made.page, width=390).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
