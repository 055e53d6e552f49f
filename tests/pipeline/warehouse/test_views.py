"""The views against counts made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Facts
from pipeline.warehouse.build import build
from tests.pipeline.stored import article, award, meeting, mention, official, row, sample_rows, store

_STATISTIC = """Đồng Tháp điểm lại công tác khen thưởng
Trong năm 2023, toàn tỉnh Đồng Tháp có 420 tập thể được tặng Bằng khen, nhiều nhất là khối trường học.
Ban tổ chức cảm ơn các đơn vị đã gửi số liệu đúng hẹn, đồng thời nhắc nơi còn thiếu bổ sung trước ngày rằm."""
_RETOLD = """Khen thưởng ở Đồng Tháp qua những con số
Số liệu do Sở Nội vụ công bố cho thấy năm 2023, tỉnh đã tặng Bằng khen cho 420 tập thể, trải khắp các huyện.
Người làm công tác thi đua ở cơ sở cho rằng nên khen đúng người trực tiếp làm, ít khen theo thứ tự chức vụ."""
_LATER = """Bà Vân thăm xã vùng cao
Bà Lý Thị Vân, Bí thư Huyện ủy thăm tổ may của phụ nữ thôn, trò chuyện về nếp nhà mới và chuyện học của trẻ em.
Bà mong bà con giữ rừng, giữ tiếng hát then và làm đường về bản cho xe hàng đến được quanh năm."""


def _rows() -> list[dict[str, Any]]:
    told = article(_STATISTIC, name="s1", source="bao-dong-thap", province="Đồng Tháp", published="2023-12-20")
    retold = article(_RETOLD, name="s2", url="https://khac.example/1", province="Đồng Tháp", published="2023-12-28")
    later = article(_LATER, name="l", source="cong-lang-son", province="Lạng Sơn", published="2024-03-01")
    undated = article(_LATER.replace("Bà Vân", "Cô giáo"), name="u", source="bao-lang-son", province="Lạng Sơn")
    total = {"level": "province", "status": "statistic", "period": "2023"}
    return [
        *sample_rows(),
        row(told, Facts(awards=(award(told.text, "420 tập thể", "bang-khen", 420, **total),))),
        row(retold, Facts(awards=(award(retold.text, "420 tập thể", "bang-khen", 420, **total),))),
        row(later, Facts(officials=(official(later.text, "Lý Thị Vân", ["Bí thư Huyện ủy"]),))),
        row(
            undated,
            Facts(campaigns=(mention(undated.text, "nếp nhà mới"),), meetings=(meeting(undated.text, "giữ rừng"),)),
        ),
    ]


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    report = build(store(tmp_path_factory.mktemp("store"), _rows()))
    with duckdb.connect(str(report.path), read_only=True) as opened:
        yield opened


def _all(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


def test_mentions_articles_and_stories_side_by_side(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT sum(mentions), count(*), count(DISTINCT story_id) FROM campaign_articles
              WHERE campaign_id = 'nong-thon-moi'"""
    assert _all(con, told) == [(4, 3, 2)]


def test_a_day_of_a_campaign(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT published_text, source_id, province, mentions, articles, stories FROM campaign_reports
              WHERE campaign_id = 'nong-thon-moi' ORDER BY published_text NULLS LAST"""
    assert _all(con, told) == [
        ("2022-12-23", "cong-lang-son", "Lạng Sơn", 2, 1, 1),
        ("2022-12-25", "baomau.example.vn", None, 1, 1, 1),
        (None, "bao-lang-son", "Lạng Sơn", 1, 1, 1),
    ]


def test_the_timeline_has_zeros_where_something_was_looked_at_and_nothing_elsewhere(
    con: duckdb.DuckDBPyConnection,
) -> None:
    told = """SELECT month, mentions, articles, stories, looked_at FROM campaign_timeline
              WHERE campaign_id = 'nong-thon-moi' ORDER BY month"""
    assert _all(con, told) == [
        ("2022-12", 3, 2, 1, 2), ("2023-05", 0, 0, 0, 1), ("2023-12", 0, 0, 0, 2), ("2024-03", 0, 0, 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cong tac khen thuong", 1),
        ("Công tác  khen thưởng", 1),
        ("công tac khen thuong", 0),
        ("nếp nhà mới và chuyện HỌC", 2),
        ("nep nha moi", 2),
        ("", 0),
        ("   ", 0),
    ],
)
def test_articles_are_found_by_title_and_text(con: duckdb.DuckDBPyConnection, words: str, found: int) -> None:
    assert con.execute("SELECT count(*) FROM articles_matching(?)", [words]).fetchone() == (found,)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hòa bình", 1),
        ("hoà  bình", 1),
        ("HOA BINH", 2),
        ("hỏa bính", 1),
        ("kỷ niệm", 1),
        ("kỉ niệm", 1),
        ("đội “xung kích”", 1),
        ('doi "xung kich"', 1),
        ("dội", 0),
    ],
)
def test_words_agree_as_far_as_they_are_typed(tmp_path: Path, words: str, found: int) -> None:
    texts = (
        "Tin thứ nhất\nGìn giữ hoà bình, kỉ niệm ngày lập đội “xung kích”.",
        "Tin thứ hai\nHỏa bính là gì, hội “xung kích” hỏi.",
    )
    rows = [row(article(text, name=str(number)), Facts()) for number, text in enumerate(texts)]
    report = build(store(tmp_path, rows))
    with duckdb.connect(str(report.path), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM articles_matching(?)", [words]).fetchone() == (found,)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("\"by\" := 'week'", "string 'week' to ENUM"),
        ("campaign := 'nong-thon-cu'", "no campaign has the id nong-thon-cu"),
        ("province := 'Atlantis'", "no province is called Atlantis"),
    ],
)
def test_a_slip_of_the_pen_does_not_look_like_silence(con: duckdb.DuckDBPyConnection, asked: str, told: str) -> None:
    with pytest.raises(duckdb.Error, match=told):
        con.execute(f"FROM campaign_audit({asked})")


def test_repeats_in_lead_and_caption_do_not_count(tmp_path: Path) -> None:
    read = article(
        "Tin nông thôn\nPhong trào xây dựng nông thôn mới đến mọi nhà.\nẢnh: xây dựng nông thôn mới.", name="a"
    )
    first = mention(read.text, "xây dựng nông thôn mới")
    caption = mention(read.text, "xây dựng nông thôn mới", 1, counted=False)
    report = build(store(tmp_path, [row(read, Facts(campaigns=(first, caption)))]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        assert _all(con, "SELECT mentions FROM campaign_articles") == [(1,)]


def test_a_total_and_its_parts_and_a_reprint_count_once(con: duckdb.DuckDBPyConnection) -> None:
    told = "SELECT total, reports, stories FROM award_totals WHERE award = 'co-thi-dua' AND status = 'conferred'"
    assert _all(con, told) == [(12, 2, 1)]
    assert _all(con, "SELECT sum(count) FROM awards WHERE award = 'co-thi-dua'") == [(36,)]


def test_proposals_and_statistics_stand_apart(con: duckdb.DuckDBPyConnection) -> None:
    told = "SELECT status, total FROM award_totals WHERE award = 'bang-khen' ORDER BY status::VARCHAR"
    assert _all(con, told) == [("proposed", 38), ("statistic", 420)]


def test_a_total_whose_parts_do_not_account_for_it_stays_whole(tmp_path: Path) -> None:
    read = article("Tin khen thưởng\nTặng 10 Huân chương, trong đó 2 hạng Nhất và 3 hạng Nhì cho các đơn vị.", name="a")
    text = read.text
    whole = award(text, "10 Huân chương", "huan-chuong", 10)
    parts = (
        award(text, "2 hạng Nhất", "huan-chuong", 2, part_of=0),
        award(text, "3 hạng Nhì", "huan-chuong", 3, part_of=0),
    )
    report = build(store(tmp_path, [row(read, Facts(awards=(whole, *parts)))]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        assert _all(con, "SELECT total, reports FROM award_totals") == [(10, 1)]


@pytest.mark.parametrize(
    ("both", "totals"),
    [
        (12, [("collective", 5), ("individual", 7)]),
        (13, [("both", 13), ("collective", 5), ("individual", 7)]),
    ],
)
def test_a_sum_that_nothing_calls_one_is_not_added_to_what_it_is_of(
    tmp_path: Path, both: int, totals: list[tuple[str, int]]
) -> None:
    read = article(f"Bảng tổng hợp\nGiấy khen: 5 tập thể, 7 cá nhân, tổng số {both}.", name="a")
    told = (("5 tập thể", 5, "collective"), ("7 cá nhân", 7, "individual"), (f"tổng số {both}", both, "both"))
    awards = tuple(award(read.text, words, "giay-khen", count, unit=unit) for words, count, unit in told)
    report = build(store(tmp_path, [row(read, Facts(awards=awards))]))
    with duckdb.connect(str(report.path), read_only=True) as con:
        assert _all(con, "SELECT unit, total FROM award_totals ORDER BY unit::VARCHAR") == totals


def test_appearances_of_an_official(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT office, first_seen::VARCHAR, articles, chaired FROM official_appearances
              WHERE person_id = 'lý thị vân' ORDER BY first_seen, office"""
    assert _all(con, told) == [
        ("Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh", "2022-12-23", 1, 1),
        ("Phó Chủ tịch UBND tỉnh", "2022-12-23", 1, 1),
        ("Bí thư Huyện ủy", "2024-03-01", 1, 0),
    ]


def test_an_official_has_a_row_for_each_office_with_role_and_meeting(con: duckdb.DuckDBPyConnection) -> None:
    told = """SELECT o.office_no, o.roles, m.kind, p.name FROM officials AS o JOIN people AS p USING (person_id)
              JOIN meetings AS m USING (meeting_id) WHERE p.search_key = vn_key('Lý Thị Vân') ORDER BY office_no"""
    assert _all(con, told) == [(1, ["chair"], "review", "Lý Thị Vân"), (2, ["chair"], "review", "Lý Thị Vân")]


def test_the_calendar(con: duckdb.DuckDBPyConnection) -> None:
    told = "SELECT date_text, kind, host, articles FROM meeting_calendar ORDER BY date_text NULLS LAST"
    assert _all(con, told) == [
        ("2022-12-22", "review", "UBND tỉnh Lạng Sơn", 1),
        ("2023-05-03", "launch", None, 1),
        (None, "review", None, 1),
    ]


def test_coverage_by_source_and_month(con: duckdb.DuckDBPyConnection) -> None:
    told = "SELECT source_id, month, articles, days FROM source_coverage WHERE source_id LIKE '%lang-son' ORDER BY ALL"
    assert _all(con, told) == [
        ("bao-lang-son", None, 1, 0), ("cong-lang-son", "2022-12", 1, 1), ("cong-lang-son", "2024-03", 1, 1),
    ]  # fmt: skip


def test_provinces_then_and_now(con: duckdb.DuckDBPyConnection) -> None:
    assert _all(con, "SELECT count(*) FROM provinces WHERE valid_to IS NULL") == [(34,)]
    assert _all(con, "SELECT DISTINCT name_now FROM provinces WHERE name IN ('Bến Tre', 'Vĩnh Long')") == [
        ("Vĩnh Long",)
    ]
    assert _all(con, "SELECT count(*) FROM places_then_and_now") == _all(con, "SELECT count(*) FROM articles")
