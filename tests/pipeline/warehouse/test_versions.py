"""Of an article that its source has changed the latest version counts, whichever came first; all are kept."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import duckdb
import pytest

from extractors.model import Dated, Facts
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.warehouse.build import build
from pipeline.warehouse.scripts import script
from tests.pipeline.stored import RULE, Row, article, award, mention, other_article, row, store
from tests.pipeline.warehouse.growing import grown_and_anew, grown_only

_SYLLABLES = "bản làng suối đèo nương ruộng chợ trường trạm cầu đường lúa ngô chè quế hồi trâu thuyền lưới muối"


@dataclass(frozen=True, slots=True)
class Look:
    """A capture of an article: `honours` tells the version, `name` the file or the last part of the address.

    `canonical` is the address that the page gives itself, `told` its last change, `body` which text it is a version of.
    """

    honours: int
    at: int | None
    name: str = "1.html"
    canonical: str | None = None
    told: str | None = None
    body: str = ""
    page: str = ""
    source: str = "bao"


FAMILIES: dict[str, tuple[list[Look], set[int]]] = {
    "edited once": ([Look(12, 1), Look(15, 2)], {15}),
    "edited twice": ([Look(12, 1), Look(15, 2), Look(14, 3)], {14}),
    "the latest came first": ([Look(14, 3), Look(12, 1), Look(15, 2)], {14}),
    "reverted": ([Look(12, 1), Look(15, 2), Look(12, 3, page="other furniture")], {12}),
    "reverted to the byte": ([Look(12, 1), Look(15, 2), Look(12, 3)], {12}),
    "reverted, the latest came first": ([Look(12, 3), Look(15, 2), Look(12, 1)], {12}),
    "saved without a time": ([Look(12, 1), Look(15, None)], {12}),
    "nothing but the page tells": ([Look(12, None, told="2023-05-12"), Look(15, None, told="2023-05-11")], {12}),
    "a fragment, another scheme": ([Look(12, 1), Look(15, 2, "1.html#binh-luan")], {15}),
    "two addresses": ([Look(12, 1, "a"), Look(15, 2, "a"), Look(15, 2, "b", page="b"), Look(14, 3, "b")], {14}),
    "a document": ([Look(12, 1, "qd.pdf"), Look(15, 2, "qd.pdf")], {15}),
    "saved, with its address": ([Look(12, None, "x.html", "1.html"), Look(15, 2, "1.html")], {15}),
    "saved, all call themselves home": ([Look(12, None, "x.html", ""), Look(15, None, "y.html", "")], {12, 15}),
    "all call themselves the same": ([Look(12, 1, "1.html", "tin"), Look(15, 2, "2.html", "tin")], {12, 15}),
    "unlike texts at one address": ([Look(12, 1), Look(15, 2, body="another")], {12, 15}),
    "other addresses": ([Look(12, 1, "1.html?id=1"), Look(15, 2, "1.html?id=2")], {12, 15}),
    "another source": ([Look(12, 1), Look(15, 2, source="cong")], {12, 15}),
}


def _row(family: str, look: Look) -> Row:
    """The page of a family, which is its province too."""
    site = f"https://{family.replace(' ', '-')}.example"
    words = random.Random(family + look.body).choices(_SYLLABLES.split(), k=120)
    honours = f"{look.honours} tập thể được tặng Bằng khen"
    text = f"{family}\n{' '.join(words)}.\nPhong trào xây dựng nông thôn mới: {honours}."
    is_saved = look.canonical is not None and look.name[0] in "xy"
    name = look.name if is_saved else f"{site.replace('https', 'http') if '#' in look.name else site}/{look.name}"
    url = name if look.canonical is None else f"{site}/{look.canonical}"
    read = article(text, name=name, url=url, source=f"{look.source}-{family}", province=family, published="2023-05-10")
    if look.told:
        read = replace(read, dates=(Dated(look.told, "updated", "day", look.told, RULE),))
    facts = Facts(
        awards=(award(text, honours, "bang-khen", look.honours),), campaigns=(mention(text, "xây dựng nông thôn mới"),)
    )
    return row(read, facts, page=f"{family} {look.honours} {look.page}", captured_at=look.at)


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file that grew by one look of each family a night; at last it is as made anew."""
    first, *nights, last = _nights()
    settings = store(tmp_path_factory.mktemp("store"), first)
    build(settings)
    with pytest.MonkeyPatch.context() as patched:
        for night in nights:
            write_shard(night, settings.shards_dir)
            grown_only(settings, patched)
        _as_made_anew(settings, last, patched)
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as opened:
        yield opened


def _nights() -> list[list[Row]]:
    looks = zip_longest(*([_row(family, look) for look in looks] for family, (looks, _) in FAMILIES.items()))
    first, *later = ([made for made in night if made] for night in looks)
    return [[row(*other_article()), *first], *later]


def _as_made_anew(settings: Settings, night: list[Row], patched: pytest.MonkeyPatch) -> None:
    write_shard(night, settings.shards_dir)
    grown, anew = grown_and_anew(settings, patched)
    assert (grown.content_hash, grown.rows) == (anew.content_hash, anew.rows)


@pytest.mark.slow
def test_each_night_is_as_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *later = _nights()
    settings = store(tmp_path, first)
    build(settings)
    for night in later:
        _as_made_anew(settings, night, monkeypatch)


def _asked(con: duckdb.DuckDBPyConnection, query: str, family: str) -> list[tuple[object, ...]]:
    return con.execute(query, [family]).fetchall()


@pytest.mark.parametrize("family", FAMILIES)
def test_what_stands_is_counted_and_all_is_kept(con: duckdb.DuckDBPyConnection, family: str) -> None:
    looks, standing = FAMILIES[family]
    kept = "SELECT count FROM awards JOIN articles USING (article_id) WHERE province = ? ORDER BY 1"
    assert _asked(con, kept, family) == [(honours,) for honours in sorted({look.honours for look in looks})]
    counted = "SELECT count FROM awards JOIN counted_articles USING (article_id) WHERE province = ? ORDER BY 1"
    assert _asked(con, counted, family) == [(honours,) for honours in sorted(standing)]
    heirs = """SELECT DISTINCT w.count FROM articles AS a JOIN awards AS w ON w.article_id = a.superseded_by
               WHERE province = ?"""
    assert _asked(con, heirs, family) == [(honours,) for honours in standing if len(standing) == 1]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_count_leaves_earlier_versions_out(con: duckdb.DuckDBPyConnection, family: str) -> None:
    _, standing = FAMILIES[family]
    reports = "SELECT sum(articles), sum(mentions) FROM campaign_reports WHERE province = ?"
    assert _asked(con, reports, family) == [(len(standing), len(standing))]
    looked_at = "SELECT looked_at FROM article_cells WHERE cut = 'province' AND cell = ?"
    assert _asked(con, looked_at, family) == [(len(standing),)]
    covered = "SELECT sum(articles) FROM source_coverage WHERE source_id LIKE '%-' || ?"
    assert _asked(con, covered, family) == [(len(standing),)]
    stories = """SELECT sum(articles) FROM stories
                 WHERE story_id IN (SELECT story_id FROM articles WHERE province = ?)"""
    assert _asked(con, stories, family) == [(len(standing),)]
    honours = "SELECT sum(total) FROM award_totals WHERE province = ?"
    assert _asked(con, honours, family)[0][0] in ({sum(standing)} if len(standing) == 1 else {*standing, sum(standing)})


def test_an_earlier_version_is_no_scan_that_was_left_out(con: duckdb.DuckDBPyConnection) -> None:
    audited = con.sql(script("queries/coverage", "pipeline.audit"), params={"province": None})
    looked_at = con.sql(script("queries/looked_at", "pipeline.report"))
    listed = con.sql(script("queries/uncounted_articles", "pipeline.report"), params={"most": 9})
    assert (audited.select("unsure").fetchall(), looked_at.select("uncounted").fetchall()) == ([(0,)], [(0,)])
    assert listed.fetchall() == []


def test_a_page_tells_when_it_was_last_captured(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT w.count, epoch(captured_at)::BIGINT
              FROM awards AS w JOIN articles USING (article_id) JOIN page_stamps USING (page_id)
              WHERE province = ? ORDER BY 1"""
    assert _asked(con, told, "reverted to the byte") == [(12, 3), (15, 2)]
    assert _asked(con, told, "saved without a time") == [(12, 1), (15, None)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_does_not_matter(con: duckdb.DuckDBPyConnection, tmp_path: Path, seed: int) -> None:
    rows = [made for night in _nights() for made in night]
    random.Random(seed).shuffle(rows)
    anew = build(store(tmp_path, rows[:20], rows[20:]))
    assert con.execute("SELECT content_hash FROM snapshot").fetchall() == [(anew.content_hash,)]
