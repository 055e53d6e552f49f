"""The declarations of sources: what stands there, whom an address belongs to, and how a mistake is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import HOME, RegisterError
from corpus.places import load_provinces
from corpus.sources import Source, load_sources, relocated, source_of

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
        ('evidence = ["P"]', 'evidence = ["P"]\ndelay_seconds = -1', r"0\.toml:2: delay_seconds: "),
        ('evidence = ["P"]', 'evidence = ["P"]\nmax_pages = 0', r"0\.toml:2: max_pages: "),
        ('evidence = ["P"]', 'evidence = ["P"]\ntopic_filter = "maybe"', r"0\.toml:2: topic_filter: "),
        ('evidence = ["P"]', 'evidence = ["P"]\narticle_pattern = "(-post"', r"0\.toml:2: article_pattern: .*regular"),
        ('evidence = ["P"]', 'evidence = ["P"]\nlisting_next = "*"', r"0\.toml:2: listing_next: .*regular"),
        ('evidence = ["P"]', 'evidence = ["P"]\nfeeds = ["/rss"]', r"0\.toml:2: feeds: .*no whole address"),
        ('evidence = ["P"]', 'evidence = ["P"]\nsitemaps = ["file:///x"]', r"0\.toml:2: sitemaps: .*no whole address"),
        ('evidence = ["P"]', 'evidence = ["P"]\ninsecure_tls_reason = "x"', r"0\.toml:2: insecure_tls_reason: "),
        ('evidence = ["P"]', 'evidence = ["P"]\nverified = false', r"0\.toml:2: row: .*verified"),
        ('evidence = ["P"]', 'evidence = ["G"]', r"0\.toml:2: row: .*verified"),
        ('evidence = ["P"]', 'evidence = ["P"]\nunverified = ["name"]', r"0\.toml:2: unverified"),
        ('evidence = ["P"]', 'evidence = ["P"]\nsuccessor = "bao-thu"', r"0\.toml:2: row: .*successor needs"),
        (
            'evidence = ["P"]',
            'evidence = ["P"]\nvalid_to = 2025-06-30\nsuccessor = "khong-co"',
            r"0\.toml:2: successor 'khong-co' is no source",
        ),
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


def test_whole_papers_are_filtered_by_topic_and_sections_are_not() -> None:
    by_id = {source.id: source for source in load_sources()}
    assert by_id["bao-ha-tinh"].topic_filter == "on"
    for specialised in ("ban-thi-dua-khen-thuong-trung-uong", "tap-chi-thi-dua-khen-thuong"):
        assert by_id[specialised].topic_filter == "off" and by_id[specialised].start_pages


def test_a_source_belongs_to_a_province_then_and_now() -> None:
    by_id = {source.id: source for source in load_sources()}
    then = by_id["bao-yen-bai"]
    assert (then.province, then.province_now, then.valid_to) == ("Yên Bái", "Lào Cai", date(2025, 6, 30))
    assert then.successor == "bao-lao-cai" and by_id["bao-lao-cai"].valid_to is None
    assert by_id["bo-noi-vu"].province_now is None
    today = {province.name for province in load_provinces() if not province.successor}
    assert {source.province_now for source in load_sources()} - {None} == today


def test_every_title_of_a_merged_province_names_who_took_over() -> None:
    ended = [s for s in load_sources() if s.valid_to and not s.domains[0].endswith(".example")]
    assert ended and all(source.successor for source in ended)


def test_what_nobody_has_seen_answer_says_so() -> None:
    for source in load_sources():
        if source.feeds and not source.domains[0].endswith(".example"):
            assert "feeds" in source.unverified, source.id


def test_a_site_that_forbids_crawlers_has_a_note_and_no_start_page() -> None:
    source = next(source for source in load_sources() if source.id == "bao-lang-son")
    assert source.robots_note and not source.start_pages


def test_a_weak_server_is_asked_more_slowly() -> None:
    delays = {source.id: source.delay_seconds for source in load_sources()}
    assert delays["bao-hai-phong"] > delays["bao-ha-tinh"] == 1.0


@pytest.mark.parametrize(
    ("url", "covered"),
    [
        ("https://baosongxanh.example/tin", True),
        ("https://www.baosongxanh.example:8443/tin", True),
        ("https://angia.baosongxanh.example/tin", True),
        ("https://vinhlong.baosongxanh.example/tin", False),
        ("https://xbaosongxanh.example/tin", False),
        ("https://example/", False),
        ("http://[bad", False),
    ],
)
def test_a_source_covers_its_domains_and_what_is_below(url: str, covered: bool) -> None:
    source = next(source for source in load_sources() if source.id == "mau-bao-song-xanh")
    assert source.covers(url) == covered


def test_a_source_that_is_not_registered_covers_its_own() -> None:
    source = Source.model_validate(
        {"id": "x", "name": "Báo X", "kind": "newspaper", "domains": ["xa.example"], "evidence": ["P"]}
    )
    assert source.covers("https://tin.xa.example/") and not source.covers("https://baosongxanh.example/")


def test_a_relocated_source_begins_on_loopback() -> None:
    source = Source.model_validate(
        {
            "id": "x", "name": "Báo X", "kind": "newspaper", "domains": ["xa.example"], "evidence": ["P"],
            "start_pages": ["https://xa.example/", "https://xa.example/thi-dua/?page=1"],
            "feeds": ["https://tin.xa.example/rss/home.rss"], "sitemaps": ["http://xa.example/sitemap.xml"],
        }
    )  # fmt: skip
    moved = relocated(source, "http://127.0.0.1:8000/xa/")
    assert moved.start_pages == ("http://127.0.0.1:8000/xa/", "http://127.0.0.1:8000/xa/thi-dua/?page=1")
    assert moved.feeds == ("http://127.0.0.1:8000/xa/rss/home.rss",)
    assert moved.sitemaps == ("http://127.0.0.1:8000/xa/sitemap.xml",)
    assert moved.allow_private and moved.covers("http://127.0.0.1:8000/xa/thi-dua/")
    assert not moved.covers("https://xa.example/") and not source.allow_private
    assert (moved.id, moved.name, moved.kind) == (source.id, source.name, source.kind)
