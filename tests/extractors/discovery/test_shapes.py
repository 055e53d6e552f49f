"""Every shape of address knows its example and leaves its counterexample; sources have their own."""

from __future__ import annotations

import re

import pytest

from corpus.rules import Rule, load_rules
from corpus.sources import load_sources, source_of
from extractors.discovery.shapes import is_article

RULES = [pytest.param(rule, id=rule.id) for rule in load_rules("addresses").rules]


@pytest.mark.parametrize("rule", RULES)
def test_a_shape_has_its_example_and_not_its_counterexample(rule: Rule) -> None:
    shape = re.compile(load_rules("addresses").compiled(rule.id).pattern, re.IGNORECASE)
    assert shape.search(rule.example) and not shape.search(rule.counterexample)


@pytest.mark.parametrize("rule", RULES)
def test_a_shape_decides_whether_its_example_is_an_article(rule: Rule) -> None:
    assert is_article("https://baothu.example" + rule.example) == rule.id.startswith("address.article.")


@pytest.mark.parametrize(
    "url", ["", "https://baothu.example/", "mailto:a@b.example", "https://a.example/" + "a-" * 2000]
)
def test_what_is_no_page_is_no_article(url: str) -> None:
    assert not is_article(url)


def test_another_source_has_no_article_here() -> None:
    source = next(s for s in load_sources() if s.id == "mau-bao-song-xanh")
    assert is_article("https://baosongxanh.example/tin/trao-co-cho-ba-xa-12345.html", source)
    assert not is_article("https://vinhlong.baosongxanh.example/tin/trao-co-cho-ba-xa-12345.html", source)
    assert not is_article("https://khac.example/tin/trao-co-cho-ba-xa-12345.html", source)


SLUG = "trao-co-cho-ba-xa"


@pytest.mark.parametrize(
    "address",
    [
        "baosonla.vn/thoi-su/{}-51YnYvXDR.html",
        "baotuyenquang.com.vn/xa-hoi/202601/{}-85124aa/",
        "baoangiang.com.vn/{}-a464618.html",
        "baoninhbinh.org.vn/{}/d2023032215063906.htm",
        "baolamdong.vn/{}-450060.html",
        "baovinhlong.com.vn/xa-hoi/202502/{}-1ca37b2/",
        "baolaichau.vn/the-thao/{}-219345.html",
        "baolaichau.vn/chinh-tri/{}-34567",
        "baodanang.vn/channel/5433/202304/{}-3942094/",
        "baodanang.vn/{}-3345131.html",
        "baoquangtri.vn/{}-102865.htm",
        "baoquangtri.vn/kinh-te/202508/{}-9344c18/",
        "baophutho.vn/van-de/{}/157147.html",
        "baohungyen.vn/{}-3171182.html",
        "baothanhhoa.vn/thi-truong/{}/148739.htm",
        "baodongnai.com.vn/xa-hoi/202504/{}-ea65435",
        "baodaklak.vn/van-hoa/202603/{}-a1e16da/",
        "baobacninhtv.vn/{}-postid294056.bbg",
        "baobacninhtv.vn/{}-post409722.bbg",
        "www.sggp.org.vn/{}-post812345.html",
        "baobariavungtau.com.vn/chinh-tri/202406/{}-1012345/",
        "baoyenbai.com.vn/12/312345/{}.aspx",
        "baoninhthuan.com.vn/news/141234p24c32n5/{}.htm",
        "moha.gov.vn/tin-tuc/{}---id1234",
        "dongnai.gov.vn/vi/news/thoi-su/{}-54321.html",
        "tuyenquang.gov.vn/noidung/tintuc/Pages/chi-tiet-tin-tuc.aspx?ItemID=12345&l=TinTuc",
        "quangnam.gov.vn/webcenter/portal/ubnd/pages_tin-tuc/chi-tiet?dDocName=PORTAL512345",
        "phudong.hanoi.gov.vn/tin-tuc/{}-1234567890123.htm",
    ],
)
def test_the_shapes_of_real_sites_are_known_with_and_without_their_declaration(address: str) -> None:
    url = f"https://{address.format(SLUG)}"
    source = source_of(url)
    assert source is not None and source.article_pattern is not None
    assert is_article(url, source) and is_article(url)


@pytest.mark.parametrize(
    "path", ["/", "/thoi-su", "/thoi-su/", "/chinh-tri.html", "/tin-tuc?page=2", "/thi-dua-khen-thuong"]
)
def test_no_source_takes_a_section_for_an_article(path: str) -> None:
    taken = [s.id for s in load_sources() if is_article(f"https://{s.domains[0]}{path}", s)]
    assert taken == []
