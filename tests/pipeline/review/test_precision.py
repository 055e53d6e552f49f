"""Reviewed precision and corrected counts, worked out by hand."""

from __future__ import annotations

import math
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.model import Facts
from pipeline.audit.campaigns import audit_campaigns
from pipeline.audit.scope import By, Scope
from pipeline.review.intake import take_in
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from pipeline.warehouse.dictionary import empty_warehouse
from tests.pipeline.review.village import (
    Filled,
    filled,
    news,
    precision,
    reviewed,
    rows_of,
    verdict,
    village,
)  # fmt: skip
from tests.pipeline.stored import article, award, meeting, mention, official, row

_Z = 1.959963984540054


@pytest.mark.parametrize(("x", "n"), [(0, 1), (1, 1), (0, 50), (48, 50), (50, 50), (7, 400), (399, 400)])
def test_the_interval_is_wilson_s(x: int, n: int) -> None:
    """Its ends are the shares p at which the observed share is z standard errors of p away."""
    with empty_warehouse() as con:
        ((low, high),) = con.execute("SELECT wilson_low($x, $n), wilson_high($x, $n)", {"x": x, "n": n}).fetchall()
    assert 0 <= low <= x / n <= high <= 1
    for end in (low, high):
        assert math.isclose(abs(x / n - end), _Z * math.sqrt(end * (1 - end) / n), abs_tol=1e-9)


def test_the_interval_of_nothing_is_unknown() -> None:
    with empty_warehouse() as con:
        assert con.execute("SELECT wilson_low(0, 0), wilson_high(0, 0)").fetchall() == [(None, None)]


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Ten mentions in Lạng Sơn and ten in Đồng Tháp, all of one year."""
    return village(tmp_path_factory.mktemp("twenty"), [news(n, published="2022-03-02") for n in range(20)])


@pytest.fixture
def settings(twenty: Settings, tmp_path: Path) -> Settings:
    """A copy to review."""
    shutil.copytree(twenty.data_dir, tmp_path, dirs_exist_ok=True)
    return Settings(data_dir=tmp_path)


def _in(province: str, *, right: int, wrong: int) -> object:
    """The first so many rows of a province are right, the next so many wrong."""
    seen = 0

    def fill(_: int, row: Filled) -> None:
        nonlocal seen
        if row["province"] == province:
            row["verdict"] = "right" if seen < right else "wrong" if seen < right + wrong else ""
            seen += 1

    return fill


def test_no_review_no_claim(settings: Settings) -> None:
    assert rows_of(settings, "FROM campaign_precision") == []


def test_the_rest_is_estimated_stratum_by_stratum(settings: Settings) -> None:
    reviewed(settings, _in("Lạng Sơn", right=4, wrong=0))  # type: ignore[arg-type]
    reviewed(settings, _in("Đồng Tháp", right=1, wrong=3))  # type: ignore[arg-type]
    told = precision(settings)
    assert (told["mentions"], told["reviewed"], told["right"], told["precision"]) == (20, 8, 5, 0.625)
    assert (told["low"], told["high"]) == (0.3057, 0.8632)
    # 4 right + 6 × 4/4, and 1 right + 6 × 1/4
    assert told["corrected_mentions"] == 12.5
    assert told["strata_unseen"] == 0


def test_a_stratum_that_nobody_saw_goes_by_the_campaign_s_share(settings: Settings) -> None:
    reviewed(settings, _in("Lạng Sơn", right=3, wrong=1))  # type: ignore[arg-type]
    told = precision(settings)
    # 3 right + 6 × 3/4, and 10 × 3/4
    assert (told["corrected_mentions"], told["strata_unseen"]) == (15.0, 1)


def test_what_is_all_reviewed_is_corrected_exactly(settings: Settings) -> None:
    reviewed(settings, lambda n, row: row.update(verdict="right" if n < 17 else "wrong"))
    assert precision(settings)["corrected_mentions"] == 17.0


def test_what_belongs_to_another_campaign_and_what_was_missed_is_added(settings: Settings) -> None:
    def fill(n: int, row: Filled) -> None:
        row.update(verdict="should be vi-nguoi-ngheo" if n < 2 else "right")
        if n == 19:
            row.update(verdict="missed góp", should_be="vi-nguoi-ngheo")

    reviewed(settings, fill)
    told = precision(settings, "vi-nguoi-ngheo")
    assert (told["mentions"], told["gained"], told["missed"], told["corrected_mentions"]) == (0, 2, 1, 3.0)
    assert (told["precision"], told["reviewed"]) == (None, 0)
    # 17 right and one that nobody judged, 17/19 or a stratum's share of it
    mine = precision(settings)
    assert (mine["reviewed"], mine["right"]) == (19, 17)
    assert 17 < mine["corrected_mentions"] <= 18


def test_a_verdict_that_was_withdrawn_or_overruled_does_not_count(settings: Settings) -> None:
    reviewed(settings, verdict("wrong"))
    reviewed(settings, lambda n, row: row.update(verdict="right" if n < 5 else "withdrawn" if n < 15 else ""))
    told = precision(settings)
    assert (told["reviewed"], told["right"]) == (10, 5)
    assert rows_of(settings, "SELECT count(*) FROM verdicts") == [(35,)]


def test_where_reviewers_disagree_it_is_disputed_until_they_agree(settings: Settings) -> None:
    take_in(filled(settings, lambda n, row: row.update(verdict="sai" if n < 2 else "đúng")), settings, "Cô Mẫu")
    take_in(filled(settings, lambda n, row: row.update(verdict="sai" if n < 4 else "đúng")), settings, "Thầy Mẫu")
    told = precision(settings)
    assert (told["reviewed"], told["right"], told["disputed"]) == (18, 16, 2)
    # agreement 18/20; by chance .9 × .8 + .1 × .2 = .74
    query = "SELECT facts, round(agreement, 9), round(kappa, 9) FROM review_agreement"
    assert rows_of(settings, query) == [(20, 0.9, round(0.16 / 0.26, 9))]
    take_in(filled(settings, verdict("sai")), settings, "cô  mẫu")
    assert precision(settings)["disputed"] == 16


def test_other_kinds_are_corrected_each_as_a_whole(tmp_path: Path) -> None:
    rows = []
    for n in range(12):
        province, source = (("Lạng Sơn", "cong-lang-son"), ("Đồng Tháp", "bao-dong-thap"))[n % 2]
        read = article(
            f"Tin xóm {n}\nÔng Lý Văn Gấm dự buổi họp xóm {n}, xóm nhận 2 bằng khen.",
            name=f"{n}.html", source=source, province=province, published="2022-03-02", url=f"https://x.example.vn/{n}",
        )  # fmt: skip
        facts = Facts(
            officials=(official(read.text, "Lý Văn Gấm"),),
            meetings=(meeting(read.text, f"họp xóm {n}"),),
            awards=(award(read.text, "2 bằng khen", "bang-khen", 2),),
        )
        rows.append(row(read, facts))
    settings = village(tmp_path, rows)
    for kind in ("award", "official"):
        reviewed(settings, _in("Lạng Sơn", right=3, wrong=1), kind=kind)  # type: ignore[arg-type]
    query = 'SELECT kind, facts, reviewed, "right", precision, strata_unseen, corrected_facts FROM kind_precision'
    # 3 right + 2 × 3/4, and 6 × 3/4
    assert rows_of(settings, query) == [(kind, 12, 4, 3, 0.75, 1, 9.0) for kind in ("award", "official")]
    ((low, high),) = rows_of(settings, "SELECT low, high FROM kind_precision WHERE kind = 'award'")
    assert rows_of(settings, "SELECT round(wilson_low(3, 4), 4), round(wilson_high(3, 4), 4)") == [(low, high)]
    assert rows_of(settings, "FROM campaign_precision") == []


def test_repeats_that_do_not_count_are_in_neither_count(tmp_path: Path) -> None:
    read = article("Tin làng\nPhong trào xây dựng nông thôn mới, và xây dựng nông thôn mới.", name="a")
    first, second = (mention(read.text, "xây dựng nông thôn mới", nth) for nth in (0, 1))
    settings = village(tmp_path, [row(read, Facts(campaigns=(first, replace(second, counted=False))))])
    reviewed(settings, verdict("right"))
    told = precision(settings)
    assert (told["mentions"], told["reviewed"], told["corrected_mentions"]) == (1, 1, 1.0)
    assert rows_of(settings, "SELECT sum(mentions) FROM campaign_articles") == [(1,)]


def test_the_audit_says_it_beside_the_raw_count(settings: Settings) -> None:
    reviewed(settings, lambda n, row: row.update(verdict="right" if n < 17 else "wrong"))
    path = build(settings).path
    whole = audit_campaigns(path, Scope(campaign="nong-thon-moi")).answer
    (told,) = (dict(zip(whole.columns, row, strict=True)) for row in whole.rows)
    assert (told["mentions"], told["reviewed"], told["precision"], told["corrected_mentions"]) == (20, 20, 0.85, 17.0)
    cut = audit_campaigns(path, Scope(by=By.PROVINCE)).answer
    for cells in cut.rows:
        told = dict(zip(cut.columns, cells, strict=True))
        assert (told["mentions"], told["precision"], told["corrected_mentions"]) == (10, 0.85, None)
