"""The declarations of sources: what stands there, whom an address belongs to, and how a mistake is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import HOME, RegisterError
from corpus.places import load_provinces
from corpus.sources import load_sources, source_of

GOOD = """
[[source]]
id = "bao-thu"
name = "Báo Thử"
kind = "newspaper"
province = "Cao Bằng"
domains = ["baothu.example"]
evidence = ["P"]
"""


def declared(tmp_path: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.toml").write_text(text, "utf-8")
    return tmp_path


def test_every_province_of_today_and_of_before_has_a_source() -> None:
    named = {source.province for source in load_sources(HOME / "sources")}
    ended_long_ago = {p.name for p in load_provinces() if p.valid_to and p.valid_to < date(2010, 1, 1)}
    assert {province.name for province in load_provinces()} - ended_long_ago - named == set()


def test_every_province_of_today_has_a_paper_and_a_portal() -> None:
    today = {province.name for province in load_provinces() if not province.successor}
    for kind in ("newspaper", "portal"):
        assert today <= {s.province for s in load_sources() if s.kind == kind and s.valid_to is None}


def test_there_is_one_file_for_each_province() -> None:
    files = {path.stem for path in (HOME / "sources").glob("*.toml")}
    assert len(files - {"central", "aggregators", "samples"}) == 34


def test_domains_and_ids_stand_once() -> None:
    domains = [domain for source in load_sources() for domain in source.domains]
    assert len(domains) == len(set(domains))
    assert len({source.id for source in load_sources()}) == len(load_sources())


def test_what_nobody_has_seen_is_not_verified() -> None:
    seen = {source.id: source.verified for source in load_sources()}
    assert seen["bao-lang-son"] and not seen["cong-son-la"]


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://baosongxanh.example/kinh-te/", "mau-bao-song-xanh"),
        ("https://vinhlong.baosongxanh.example/thoi-su/", "mau-bao-song-xanh-vinh-long"),
        ("https://www.baosongxanh.example/", "mau-bao-song-xanh"),
        ("HTTPS://BAOSONGXANH.EXAMPLE:8443/a?b=c", "mau-bao-song-xanh"),
        ("http://baosongxanh.example./", "mau-bao-song-xanh"),
        ("baosongxanh.example/kinh-te/", "mau-bao-song-xanh"),
        ("https://snv.hanam.gov.vn/Pages/x.aspx?ItemID=1", "cong-ha-nam"),
        ("https://thiduakhenthuong.langson.gov.vn/vi/node/7", "thi-dua-khen-thuong-lang-son"),
        ("https://tranvanthoi.camau.dcs.vn/tin", "dang-bo-ca-mau"),
        ("https://bacninh.dangcongsan.vn/tin", "dang-bo-bac-ninh"),
        ("https://dangcongsan.vn/tin", "dang-cong-san"),
    ],
)
def test_an_address_belongs_to_the_longest_domain(url: str, source: str) -> None:
    found = source_of(url)
    assert found is not None and found.id == source


@pytest.mark.parametrize("url", ["", "https://", "http://[bad", "https://kbaosongxanh.example/", "https://gov.vn/"])
def test_an_unknown_address_has_no_source(url: str) -> None:
    assert source_of(url) is None


@given(st.text(max_size=60))
def test_no_address_breaks_the_search(url: str) -> None:
    found = source_of(url)
    assert found is None or found in load_sources()


def test_a_domain_that_stands_twice_is_told_with_both_places(tmp_path: Path) -> None:
    home = declared(tmp_path, GOOD, GOOD.replace('"bao-thu"', '"bao-khac"'))
    with pytest.raises(RegisterError, match=r"1\.toml:2: domain 'baothu\.example' stands already at 0\.toml:2"):
        load_sources(home)


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    home = declared(tmp_path, GOOD, GOOD.replace("baothu.example", "khac.example"))
    with pytest.raises(RegisterError, match=r"1\.toml:2: id 'bao-thu' stands already"):
        load_sources(home)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ('"newspaper"', '"paper"', r"0\.toml:2: kind: "),
        ('"Cao Bằng"', '"Cao Bang"', r"0\.toml:2: province: .*no province"),
        ('"baothu.example"', '"https://baothu.example/"', r"0\.toml:2: domains: .*no bare domain"),
        ('"baothu.example"', '"www.baothu.example"', r"0\.toml:2: domains: .*no bare domain"),
        ('["baothu.example"]', "[]", r"0\.toml:2: domains: "),
        ('evidence = ["P"]', "", r"0\.toml:2: evidence: "),
        ('evidence = ["P"]', 'evidence = ["X"]', r"0\.toml:2: evidence"),
        ('evidence = ["P"]', 'evidence = ["P"]\ndelay_seconds = 0.1', r"0\.toml:2: delay_seconds: "),
        ('evidence = ["P"]', 'evidence = ["P"]\nrss = "x"', r"0\.toml:2: rss: "),
        (
            'evidence = ["P"]',
            'evidence = ["P"]\nstart_pages = ["https://khac.example/"]',
            r"0\.toml:2: row: .*start page",
        ),
        (
            'evidence = ["P"]',
            'evidence = ["P"]\nvalid_from = 2025-07-01\nvalid_to = 2025-06-30',
            r"0\.toml:2: row: .*before",
        ),
        ("[[source]]", "[[sources]]", r"0\.toml: no \[\[source\]\] in it"),
        ("id =", "id ==", r"0\.toml: not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, written: str, instead: str, told: str) -> None:
    with pytest.raises(RegisterError, match=told):
        load_sources(declared(tmp_path, GOOD.replace(written, instead, 1)))
