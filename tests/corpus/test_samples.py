"""The sample site and its gold facts: every fact stands on its page, and the site shows what it is there to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from corpus.campaigns import load_campaigns
from corpus.files import HOME
from corpus.places import load_provinces
from corpus.sources import source_of
from extractors import model
from extractors.text import clean, phrase_key

SITE = HOME / "samples" / "site"
GOLD = HOME / "samples" / "gold"
PAGES = sorted(SITE.iterdir())
GOLD_FILES = sorted(GOLD.glob("*.json"))
NO_ARTICLE = {
    "baonuiandai.example__2023-05-english.html": "another language",
    "cttdt-binhdinh.example__2018-08-chuyen-muc-thi-dua.html": "a listing",
    "cttdt-hoabinh.example__2021-06-tu-choi-truy-cap.html": "a refusal sent as a page",
    "sonoivu-yenbai.example__2020-01-tap-rong.html": "an empty file",
}
FINGERPRINTS = {
    "NukeViet": 'content="NukeViet v4',
    "Drupal": 'content="Drupal ',
    "SharePoint": "ms-rtestate-field",
    "Liferay": "journal-content-article",
    "WordPress": 'content="WordPress ',
    "YYYYMM": "/dataimages/20",
    "ePi": "cms-body",
    "ASP.NET": "lblNgayDang",
    "1cdn": "sc-longform-header-sapo",
}
FURNITURE = (
    "Tổng số điểm của bài viết là",
    "Bạn đã không sử dụng Site",
    "Skip Ribbon Commands",
    "Nhảy đến nội dung",
    "View Count",
    "You may also like",
    "{title} {publish} {head}",
    'id="current-date"',
    "Ý kiến bạn đọc",
    "Từ khóa",
)
OFFICIAL_KEYS = {"name", "titles", "roles", "aliases", "optional", "optional_titles", "optional_roles"}
WORDS = dict(enumerate(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], 1))
SHINGLE = 12


@cache
def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return gold


@cache
def text_of(page: Path) -> str:
    """The words of a page as a reader sees them, furniture included."""
    raw = page.read_text("utf-8")
    seen = raw if page.suffix == ".txt" else BeautifulSoup(raw, "lxml").get_text("\n")
    return clean(seen).text


def bare(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", phrase_key(text)), ""])


def quoted(gold: dict[str, Any]) -> Iterator[str]:
    """Everything in gold that is said to be in the page's words."""
    for meeting in gold["meetings"]:
        yield from (meeting[key] for key in ("name", "place", "host") if meeting[key])
    for official in gold["officials"]:
        yield from (official["name"], *official["titles"])
    for campaign in gold["campaigns"]:
        yield from (text for text in (campaign["name"], campaign["owner"]) if text)
    for award in gold["awards"]:
        yield from (text for text in (award["grantor"], *award["recipients"]) if text)
    yield from (share["of"] for share in gold["shares"])


def years(gold: dict[str, Any]) -> Iterator[int]:
    for day in (gold["published"], *(meeting["date"] for meeting in gold["meetings"])):
        if day:
            yield int(day[:4])


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    return gold_of(request.param)


def test_a_gold_file_is_named_after_its_page(gold: dict[str, Any]) -> None:
    assert (GOLD / f"{gold['id']}.json").is_file()
    assert Path(gold["file"]).stem == gold["id"]
    assert gold["story"] and gold["province"] in {province.name for province in load_provinces()}


def test_gold_speaks_the_words_of_the_page(gold: dict[str, Any]) -> None:
    page = bare(text_of(SITE / gold["file"]))
    assert [text for text in quoted(gold) if bare(text) not in page] == []


def test_gold_counts_stand_in_the_page(gold: dict[str, Any]) -> None:
    page = text_of(SITE / gold["file"]).lower()
    for award in gold["awards"]:
        count = award["count"]
        forms = {str(count), f"{count:02d}", f"{count:,}".replace(",", "."), WORDS.get(count, str(count))}
        found = any(re.search(rf"(?<![\d.,\w]){re.escape(form)}(?!\w)", page) for form in forms)
        assert found or (count == 1 and (award["recipients"] or award["rank"])), award
    for share in gold["shares"]:
        assert f"{share['percent']:g}".replace(".", ",") + "%" in page


def test_gold_uses_the_guides_enumerations(gold: dict[str, Any]) -> None:
    for meeting in gold["meetings"]:
        assert {meeting["kind"], *meeting.get("kinds", ())} <= set(get_args(model.MeetingKind))
        assert isinstance(meeting["online"], bool) and isinstance(meeting["main"], bool)
    for official in gold["officials"]:
        assert set(official) <= OFFICIAL_KEYS
        assert {*official["roles"], *official.get("optional_roles", ())} <= set(get_args(model.OfficialRole))
    for award in gold["awards"]:
        assert award["rank"] in (None, "1", "2", "3")
        assert award["level"] in (None, *get_args(model.AwardLevel))
        assert award["unit"] in get_args(model.AwardUnit)
        assert award["qualifier"] in get_args(model.Qualifier)
        assert award["status"] in get_args(model.AwardStatus)


def test_gold_campaigns_are_registered_or_said_to_be_new(gold: dict[str, Any]) -> None:
    registered = {campaign.id for campaign in load_campaigns().campaigns}
    for campaign in gold["campaigns"]:
        assert campaign["campaign"] is None or campaign["campaign"] in registered
        assert campaign["mentions"] is None or campaign["mentions"] >= 1


def test_every_page_has_gold_or_is_no_article() -> None:
    assert {page.name for page in PAGES} == {gold_of(path)["file"] for path in GOLD_FILES} | set(NO_ARTICLE)
    assert not {gold_of(path)["file"] for path in GOLD_FILES} & set(NO_ARTICLE)
    assert len(GOLD_FILES) >= 16


def test_the_site_is_of_our_own_making() -> None:
    for page in PAGES:
        host = page.name.split("__")[0]
        assert host.endswith(".example")
        assert source_of(f"https://{host}/") is not None, host
        for address in re.findall(r'rel="canonical" href="([^"]+)"', page.read_text("utf-8")):
            assert urlsplit(address).hostname == host


def test_the_site_spans_the_years_and_both_maps() -> None:
    golds = [gold_of(path) for path in GOLD_FILES]
    spanned = {year for gold in golds for year in years(gold)}
    assert {2012, 2026} <= spanned and len(spanned) >= 10
    named = {gold["province"] for gold in golds}
    assert len(named) >= 6
    ended = {province.name: province.successor for province in load_provinces() if province.successor}
    assert {(old, ended[old]) for old in named & set(ended) if ended[old] in named} >= {
        ("Bến Tre", "Vĩnh Long"),
        ("Hòa Bình", "Phú Thọ"),
        ("Kiên Giang", "An Giang"),
    }


def test_the_site_has_the_layouts_and_their_furniture() -> None:
    pages = [page.read_text("utf-8") for page in PAGES]
    assert [name for name, print_ in FINGERPRINTS.items() if not any(print_ in page for page in pages)] == []
    assert [mark for mark in FURNITURE if not any(mark in page for page in pages)] == []
    assert sum(page.suffix == ".txt" for page in PAGES) == 2


def test_the_site_has_reprints() -> None:
    stories = [gold_of(path)["story"] for path in GOLD_FILES]
    assert sorted(stories.count(story) for story in set(stories))[-2:] == [2, 2]


def test_the_facts_are_varied() -> None:
    golds = [gold_of(path) for path in GOLD_FILES]
    awards = [award for gold in golds for award in gold["awards"]]
    campaigns = [campaign for gold in golds for campaign in gold["campaigns"]]
    meetings = [meeting for gold in golds for meeting in gold["meetings"]]
    assert {award["status"] for award in awards} == set(get_args(model.AwardStatus))
    assert {award["unit"] for award in awards} == set(get_args(model.AwardUnit))
    assert {award["rank"] for award in awards} == {None, "1", "2", "3"}
    assert {"state", "ministry", "province", "district", "commune"} <= {award["level"] for award in awards}
    assert len({award["award"] for award in awards}) >= 14
    assert len({campaign["campaign"] for campaign in campaigns}) >= 25
    assert sum(campaign["campaign"] is None for campaign in campaigns) >= 6
    assert len({meeting["kind"] for meeting in meetings}) >= 8
    assert any(meeting["online"] for meeting in meetings)
    assert any(sum(meeting["main"] for meeting in gold["meetings"]) > 1 for gold in golds)
    assert any(not gold["meetings"] for gold in golds)


def test_orthography_varies() -> None:
    seen = "".join(page.read_text("utf-8") for page in PAGES)
    for form in (
        "uỷ",
        "ủy",
        "văn hoá",
        "văn hóa",
        "Ð",
        "T.Ư",
        " TW",
        "&nbsp;–",
        "&quot;",
        "xanh,”",
        "Chiến sỹ",
        "Chiến sĩ",
    ):
        assert form in seen, form


def own_sentences(page: Path) -> Iterator[str]:
    """What we wrote, without names in quotation marks: those are facts."""
    for line in text_of(page).split("\n"):
        yield from re.split(r"[“\"][^”\"]{0,200}[”\"]", line)


def shingles(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def test_no_sentence_is_copied_from_the_shared_texts(shared: Path) -> None:
    ours = {shingle: page.name for page in PAGES for text in own_sentences(page) for shingle in shingles(text)}
    theirs = [path.read_text("utf-8") for path in sorted((shared / "gold" / "dev").glob("*.txt"))]
    for path in sorted((shared / "texts").glob("*.jsonl")):
        theirs += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    assert len(ours) > 3000 and len(theirs) > 500
    copied = {shingle: ours[shingle] for text in theirs for shingle in shingles(clean(text).text) if shingle in ours}
    assert copied == {}
