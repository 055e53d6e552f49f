"""What an article and the documents that it links to both tell counts once, whichever of them came first."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Award, Document, Facts
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.warehouse.build import BuildReport, build
from tests.pipeline.stored import RULE, Row, article, award, other_article, row, span, store
from tests.pipeline.warehouse.growing import grown_and_anew, grown_only

_WORDS = """Hội trường huyện Ea Súp sáng nay đông hơn mọi năm, vì mưa lớn đã rút và đường liên xã vừa thông trở lại.
Nhiều gia đình mang theo cả trẻ nhỏ, ngồi kín hai dãy ghế cuối, nghe đọc tên từng buôn đã giữ được mùa rẫy qua lũ."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often an honour was given."""

    count: int
    award: str = "bang-khen"
    fields: dict[str, Any] = field(default_factory=dict)

    def found(self, text: str, words: str) -> Award:
        return award(text, words, self.award, self.count, **self.fields)


@dataclass(frozen=True, slots=True)
class Told:
    """A page: its counts, and of a document the article that it is attached to and its number.

    Pages of a family that have the same body are one story.
    """

    counts: tuple[Count, ...]
    to: str | None = None
    number: str | None = None
    body: str = ""


def of(count: int, kind: str = "bang-khen", **fields: Any) -> Count:
    return Count(count, kind, fields)


def news(*counts: Count, body: str = "") -> Told:
    return Told(counts, body=body)


def paper(*counts: Count, to: str = "news", number: str | None = None, body: str = "") -> Told:
    return Told(counts, to=to, number=number, body=body)


def _row(family: str, name: str, told: Told) -> Row:
    """The page of a family, which is its province too."""
    lines = [f"Khoản {n}: {count.count}" for n, count in enumerate(told.counts, 1)]
    text = "\n".join([f"{family} {name}", f"Số: {told.number}", *lines, *_body(family, told)])
    day = None if told.to else "2023-05-10"
    read = article(text, name=_address(family, name), source=f"nguon-{family}-{name}", province=family, published=day)
    found = tuple(count.found(text, line) for count, line in zip(told.counts, lines, strict=True))
    number = span(text, told.number) if told.number else None
    frame = Document(number, "decision", RULE, 0.9, number=number) if number else None
    made = row(read, Facts(awards=found, document=frame))
    made["article"]["attached_to"] = _address(family, told.to) if told.to else None
    return made


def _body(family: str, told: Told) -> list[str]:
    if not told.body:
        return []
    words = _WORDS.split()
    random.Random(f"{family} {told.body}").shuffle(words)
    return [" ".join(words)]


def _address(family: str, name: str) -> str:
    return f"https://{family}.example/{name}"


FAMILIES: dict[str, tuple[dict[str, Told], dict[str, int]]] = {
    "two-decisions": (
        {"news": news(of(30)), "one": paper(of(15), number="12/QĐ"), "two": paper(of(15), number="13/QĐ")},
        {"bang-khen": 30},
    ),
    "the-list-has-more": ({"news": news(of(10)), "list": paper(of(14))}, {"bang-khen": 14}),
    "more-than-over": ({"news": news(of(30, qualifier="over")), "list": paper(of(32))}, {"bang-khen": 32}),
    "the-rest-is-added": (
        {"news": news(of(10)), "list": paper(of(10), of(3, "giay-khen"))},
        {"bang-khen": 10, "giay-khen": 3},
    ),
    "level-unsaid": (
        {"news": news(of(30)), "list": paper(of(10, level="state"), of(20, level="province"))},
        {"bang-khen": 30},
    ),
    "levels-said": (
        {"news": news(of(10, level="state"), of(20, level="province")), "list": paper(of(21, level="province"))},
        {"bang-khen": 31},
    ),
    "kind-unsaid": (
        {"news": news(of(35, "khen-thuong", unit="both")), "list": paper(of(15), of(20, unit="individual"))},
        {"khen-thuong": 35},
    ),
    "kind-said-of-more": (
        {"news": news(of(30, "khen-thuong", unit="both")), "list": paper(of(15), of(20, unit="individual"))},
        {"bang-khen": 35},
    ),
    "order-unsaid": (
        {
            "news": news(of(3, "huan-chuong")),
            "list": paper(of(1, "huan-chuong-lao-dong", rank="1"), of(2, "huan-chuong-lao-dong", rank="3")),
        },
        {"huan-chuong": 3},
    ),
    "total-and-parts": (
        {
            "news": news(of(35, unit="both"), of(15, part_of=0), of(20, unit="individual", part_of=0)),
            "list": paper(of(15), of(20, unit="individual")),
        },
        {"bang-khen": 35},
    ),
    "other-units": ({"news": news(of(20, unit="individual")), "list": paper(of(15))}, {"bang-khen": 35}),
    "decisions-are-no-honours": (
        {"news": news(of(2, unit="decision")), "list": paper(of(15, unit="item"))},
        {"bang-khen": 17},
    ),
    "proposals": (
        {"news": news(of(9)), "list": paper(of(12, status="proposed"))},
        {"bang-khen": 9, "bang-khen proposed": 12},
    ),
    "periods": (
        {
            "news": news(of(100, status="statistic", period="2022"), of(90, status="statistic", period="2021")),
            "list": paper(of(95, status="statistic", period="2021")),
        },
        {"bang-khen statistic": 195},
    ),
    "article-unknown": ({"list": paper(of(7), to="elsewhere")}, {"bang-khen": 7}),
    "two-articles": (
        {
            "news": news(of(30), of(5, "giay-khen")),
            "other": news(of(30), of(6, "giay-khen")),
            "list": paper(of(30), body="list"),
            "copy": paper(of(30), to="other", body="list"),
        },
        {"bang-khen": 30, "giay-khen": 11},
    ),
    "linked-by-the-reprint": (
        {
            "news": news(of(30), of(4, "giay-khen"), body="one"),
            "reprint": news(of(30), body="one"),
            "list": paper(of(30), to="reprint"),
        },
        {"bang-khen": 30, "giay-khen": 4},
    ),
    "copies": (
        {"news": news(of(20)), "pdf": paper(of(15), body="one"), "docx": paper(of(15), body="one")},
        {"bang-khen": 20},
    ),
    "decision-and-list": (
        {"news": news(), "decision": paper(of(5), of(5), number="12/QĐ"), "list": paper(of(5), of(5))},
        {"bang-khen": 10},
    ),
    "decision-and-list-told": (
        {"news": news(of(12)), "decision": paper(of(15), number="12/QĐ"), "list": paper(of(15))},
        {"bang-khen": 15},
    ),
    "list-by-district": (
        {"news": news(), "decision": paper(of(15), number="12/QĐ"), "list": paper(of(8), of(7))},
        {"bang-khen": 15},
    ),
    "lists-of-parts": ({"news": news(of(12)), "one": paper(of(8)), "two": paper(of(7))}, {"bang-khen": 15}),
    "decisions-with-numbers": (
        {"news": news(), "one": paper(of(15), number="12/QĐ"), "two": paper(of(15), number="13/QĐ")},
        {"bang-khen": 30},
    ),
}


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    rows = [_row(family, name, told) for family, (pages, _) in FAMILIES.items() for name, told in pages.items()]
    report = build(store(tmp_path_factory.mktemp("store"), rows))
    with duckdb.connect(str(report.path), read_only=True) as opened:
        yield opened


def _totals(con: duckdb.DuckDBPyConnection, family: str) -> dict[str, int]:
    query = """SELECT concat_ws(' ', award, nullif(status::VARCHAR, 'conferred')), sum(total)::BIGINT
               FROM award_totals WHERE province = ? GROUP BY ALL"""
    return dict(con.execute(query, [family]).fetchall())


@pytest.mark.parametrize("family", FAMILIES)
def test_what_both_tell_counts_once(con: duckdb.DuckDBPyConnection, family: str) -> None:
    _, expected = FAMILIES[family]
    assert _totals(con, family) == expected


def test_of_equals_the_article_stands(con: duckdb.DuckDBPyConnection) -> None:
    told = "SELECT province, year FROM award_totals WHERE province IN ('two-decisions', 'the-list-has-more') ORDER BY 1"
    assert con.execute(told).fetchall() == [("the-list-has-more", None), ("two-decisions", "2023")]


def test_what_is_not_counted_says_what_is(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT retold.count, counted.count FROM award_retellings AS r
              JOIN award_tellings AS retold USING (award_id)
              JOIN award_reports AS counted ON counted.award_id = r.counted_id
              WHERE retold.province = 'the-list-has-more'"""
    assert con.execute(told).fetchall() == [(10, 14)]
    unknown = "SELECT count(*) FROM award_retellings WHERE counted_id NOT IN (SELECT award_id FROM award_reports)"
    assert con.execute(unknown).fetchall() == [(0,)]


_NIGHTS = {
    "news": news(of(10)),
    "news changed": news(of(20), of(2, "giay-khen")),
    "decision": paper(of(14), of(3, "giay-khen"), number="7/QĐ"),
    "list": paper(of(14)),
}


def test_whatever_came_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, shards = _begun(tmp_path, "+decision")
    _happens("+news", settings, shards)
    _happens("+list", settings, shards)
    assert _bang_khen(grown_only(settings, monkeypatch)) == 14
    _happens("news changed", settings, shards)
    grown, anew = grown_and_anew(settings, monkeypatch)
    assert (_bang_khen(grown), grown.rows) == (20, anew.rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    "nights",
    [
        {"+decision": 14, "+news": 14, "+list": 14, "news changed": 20, "-decision": 20, "-news": 14},
        {"+news": 10, "+list": 14, "+decision": 14, "-list": 14, "news changed": 20},
        {"+list": 14, "+decision": 14, "+news changed": 20},
    ],
)
def test_each_night_is_as_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nights: dict[str, int]) -> None:
    first, *later = nights
    settings, shards = _begun(tmp_path, first)
    for deed in later:
        _happens(deed, settings, shards)
        grown, anew = grown_and_anew(settings, monkeypatch)
        assert (grown.content_hash, grown.rows) == (anew.content_hash, anew.rows)
        assert _bang_khen(grown) == nights[deed]


def _begun(data_dir: Path, deed: str) -> tuple[Settings, dict[str, Path]]:
    settings = store(data_dir, [row(*other_article())])
    shards: dict[str, Path] = {}
    _happens(deed, settings, shards)
    build(settings)
    return settings, shards


def _bang_khen(report: BuildReport) -> int:
    with duckdb.connect(str(report.path), read_only=True) as con:
        return _totals(con, "nights")["bang-khen"]


def _happens(deed: str, settings: Settings, shards: dict[str, Path]) -> None:
    """A page comes (+), goes (-) or changes under its address."""
    name = deed.lstrip("+-").split()[0]
    if not deed.startswith("+"):
        shards.pop(name).unlink()
    if not deed.startswith("-"):
        shards[name] = write_shard([_row("nights", name, _NIGHTS[deed.lstrip("+")])], settings.shards_dir)
