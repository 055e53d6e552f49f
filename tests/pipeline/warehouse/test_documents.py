"""Official documents in the warehouse: frame, parts with their words, what does not agree, places on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from extractors.language import extract
from extractors.model import Facts, Recoded, Region
from pipeline.audit.campaigns import audit_campaigns
from pipeline.audit.scope import Scope
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.show import open_fact
from pipeline.warehouse.build import build
from pipeline.warehouse.connect import reading
from tests.papers.contents import decision, merged
from tests.papers.reading import article_of
from tests.pipeline.stored import Row, article, award, meeting, mention, official, row, store


def paper_row(paper: object, **fields: object) -> Row:
    read = replace(article_of(paper), published_reason="a document is issued, not published", **fields)  # type: ignore[arg-type]
    return row(read, extract(read))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    first = article_of(decision.PAPER).blocks[0]
    places = (Region(first.start, first.end, 1, (80, 60, 300, 74)), Region(first.end + 1, first.end + 17, 2, None, 0.5))
    rows = [paper_row(decision.PAPER, regions=places), paper_row(merged.PAPER)]
    settings = store(tmp_path_factory.mktemp("documents"), rows)
    build(settings)
    return settings


@pytest.fixture(scope="module")
def con(built: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with reading(built.warehouse_path) as connection:
        yield connection


def test_a_document_is_a_row_with_its_frame(con: duckdb.DuckDBPyConnection) -> None:
    columns = "number, kind, issuer, issued, signer, signer_office, on_behalf, on_behalf_of, len(addressees)"
    assert con.execute(f"SELECT {columns} FROM documents ORDER BY issued").fetchall() == [
        ("2208/QĐ-UBND", "decision", "ỦY BAN NHÂN DÂN HUYỆN BẢO YÊN", date(2020, 12, 28), "Hà Đình Khâm", "CHỦ TỊCH",
         None, None, 3),
        ("1876/QĐ-UBND", "decision", "ỦY BAN NHÂN DÂN TỈNH TRÀ VINH", date(2021, 11, 9), "Sơn Thị Bích Huyền",
         "PHÓ CHỦ TỊCH", "KT.", "CHỦ TỊCH", 4),
    ]  # fmt: skip


def test_every_part_rests_on_words(con: duckdb.DuckDBPyConnection) -> None:
    parts = "SELECT part, p.quote FROM document_parts AS p JOIN documents USING (document_id) WHERE number LIKE '1876%'"
    told = con.execute(f"{parts} ORDER BY part_no").fetchall()
    assert ("issued", "ngày 09 tháng 11 năm 2021") in told and ("addressee", "Báo Trà Vinh") in told
    assert [part for part, _ in told].count("addressee") == 4
    wrong = """SELECT count(*) FROM spans JOIN articles USING (article_id)
               WHERE substring(text, start + 1, "end" - start) <> quote"""
    assert con.execute(wrong).fetchall() == [(0,)]


def test_the_day_of_issue_is_a_date_of_the_article_with_its_own_role(con: duckdb.DuckDBPyConnection) -> None:
    told = con.execute("SELECT date, role, evidence FROM article_dates ORDER BY date").fetchall()
    assert told == [
        (date(2020, 12, 28), "issued", "ngày 28 tháng 12 năm 2020"),
        (date(2021, 11, 9), "issued", "ngày 09 tháng 11 năm 2021"),
    ]


def test_what_does_not_agree_is_kept_beside_the_fact(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute("SELECT code, stated, found FROM discrepancies").fetchall() == [("list_count", 6, 5)]
    counts = "SELECT count, (SELECT count(*) FROM award_recipients AS r WHERE r.award_id = awards.award_id) FROM awards"
    assert sorted(con.execute(counts).fetchall()) == [(3, 3), (4, 4), (6, 5), (16, 16), (62, 62)]


def test_places_on_paper_are_kept(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute("SELECT page, x0, y1, confidence FROM regions ORDER BY region_no").fetchall() == [
        (1, 80.0, 74.0, None),
        (2, None, None, 0.5),
    ]


def test_what_was_converted_is_told_with_its_place(tmp_path: Path) -> None:
    read = article_of(merged.PAPER)
    stretches = (Recoded(0, 30, "tcvn3"), Recoded(60, 75, "tcvn3"))
    report = build(store(tmp_path, [paper_row(merged.PAPER, recoded=stretches), paper_row(decision.PAPER)]))
    with reading(report.path) as con:
        told = con.execute("""SELECT substring(text, part.start + 1, part."end" - part.start), part.encoding
                              FROM (SELECT text, unnest(recoded) AS part FROM articles)""").fetchall()
    assert told == [(read.text[:30], "tcvn3"), (read.text[60:75], "tcvn3")]


def scan(sure: float | None, number: int) -> Row:
    """A report of an award, a campaign and a person in office, recognised as surely as told."""
    text = _SCAN.format(number=number)
    read = article(text, name=f"{number}.pdf", source=f"so-{number}", province="Lạng Sơn", published="2022-05-10")
    regions = () if sure is None else (Region(0, len(text), 1, (50, 50, 500, 700), sure),)
    facts = Facts(
        meetings=(meeting(text, f"Hội nghị số {number}", date="2022-05-09"),),
        officials=(official(text, "Lý Thị Vân", ["Phó Chủ tịch UBND tỉnh"]),),
        campaigns=(mention(text, "phong trào nông thôn mới"),),
        awards=(award(text, "5 tập thể", "bang-khen", 5),),
    )
    return row(replace(read, regions=regions), facts)


_SCAN = """Báo cáo số {number}
Tại Hội nghị số {number}, bà Lý Thị Vân, Phó Chủ tịch UBND tỉnh trao Bằng khen cho 5 tập thể.
Đây là những nơi làm tốt phong trào nông thôn mới."""
_COUNTED = {
    "campaign_reports": "SELECT sum(articles)::BIGINT FROM campaign_reports WHERE campaign_id = 'nong-thon-moi'",
    "campaign_timeline": "SELECT sum(looked_at)::BIGINT FROM campaign_timeline WHERE campaign_id = 'nong-thon-moi'",
    "award_totals": "SELECT sum(reports)::BIGINT FROM award_totals",
    "official_appearances": "SELECT sum(articles)::BIGINT FROM official_appearances",
    "meeting_calendar": "SELECT count(*) FROM meeting_calendar",
    "source_coverage": "SELECT sum(articles)::BIGINT FROM source_coverage",
}


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A page with text, a scan read well, one read just well enough and one read badly; grown on a second night."""
    settings = store(tmp_path_factory.mktemp("scans"), [scan(None, 7919), scan(0.95, 104729), scan(0.3, 1299709)])
    build(settings)
    write_shard([scan(0.8, 15485863), scan(0.79, 32452843)], settings.shards_dir)
    build(settings)
    return settings


@pytest.mark.parametrize("view", _COUNTED)
def test_counts_leave_out_what_was_recognised_badly(scans: Settings, view: str) -> None:
    with reading(scans.warehouse_path) as con:
        assert con.execute(_COUNTED[view]).fetchall() == [(3,)]


def test_what_is_left_out_is_kept_and_its_recognition_told(scans: Settings) -> None:
    with reading(scans.warehouse_path) as con:
        told = con.execute("SELECT recognition FROM articles ORDER BY recognition NULLS FIRST").fetchall()
        assert [sure and round(sure, 2) for (sure,) in told] == [None, 0.3, 0.79, 0.8, 0.95]
        assert con.execute("SELECT count(*) FROM awards").fetchall() == [(5,)]


def test_the_audit_says_how_many_scans_it_leaves_out(scans: Settings) -> None:
    audited = audit_campaigns(scans.warehouse_path, Scope(campaign="nong-thon-moi"))
    counts = dict(zip(audited.answer.columns, next(iter(audited.answer.rows)), strict=True))
    assert (counts["articles"], counts["looked_at"]) == (3, 3)
    assert "looked at: 3 articles" in audited.coverage
    assert "2 scans left out (recognised below 0.80)" in audited.coverage


def test_a_document_can_be_opened(built: Settings) -> None:
    with reading(built.warehouse_path) as connection:
        ((document,),) = connection.execute("SELECT document_id FROM documents WHERE number LIKE '1876%'").fetchall()
    opened = open_fact(Path(built.warehouse_path), document)
    assert (opened.kind, opened.quote) == ("document", "1876/QĐ-UBND")
    assert opened.fields[0]["signer"] == "Sơn Thị Bích Huyền"
    assert opened.on_paper == "trang 2"
