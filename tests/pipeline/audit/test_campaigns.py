"""The audit of campaigns: three counts, what was looked at, undated articles apart, and no second definition."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractors.model import Facts
from pipeline.audit.campaigns import UnknownNameError, audit_campaigns
from pipeline.audit.scope import By, Scope
from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from pipeline.query import answering
from pipeline.warehouse.build import build
from tests.pipeline.stored import article, mention, row, sample_rows, store

_TEXT = """Chuyện ở xóm {n}
Xóm {n} có nếp hay: sáng thứ bảy cả xóm ra quét đường, gọi vui là phong trào nông thôn mới thu nhỏ của người già.
Ai vắng thì góp hoa giấy trồng bên rào, con trẻ theo ông bà nhặt lá và nghe kể chuyện ngày xóm chưa có điện."""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = sample_rows()
    for n, published in enumerate(("2022-11", "2023", None), 1):
        read = article(
            _TEXT.format(n=n) + f"\nSố {n * 7919} đường làng.", name=f"{n}", source=f"xom-{n}", published=published
        )
        rows.append(row(read, Facts(campaigns=(mention(read.text, "phong trào nông thôn mới"),))))
    return build(store(tmp_path_factory.mktemp("store"), rows)).path


def _table(path: Path, **scope: Any) -> list[dict[str, Any]]:
    answer = audit_campaigns(path, Scope(**scope)).answer
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _counts(told: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in told]


def test_three_counts_and_what_was_looked_at(warehouse: Path) -> None:
    told = _table(warehouse, campaign="nong-thon-moi")
    assert _counts(told, "mentions", "articles", "stories", "looked_at", "undated") == [(6, 5, 2, 6, 0)]


def test_by_month_with_silence_and_the_undated_apart(warehouse: Path) -> None:
    told = _table(warehouse, campaign="nong-thon-moi", by=By.MONTH)
    assert _counts(told, "month", "mentions", "articles", "looked_at", "undated") == [
        ("2022-11", 1, 1, 1, 0), ("2022-12", 3, 2, 2, 0), ("2023-05", 0, 0, 1, 0), (None, 0, 0, 0, 2),
    ]  # fmt: skip


def test_by_year_places_what_is_known_to_the_year(warehouse: Path) -> None:
    told = _table(warehouse, campaign="nong-thon-moi", by=By.YEAR)
    assert _counts(told, "year", "articles", "looked_at", "undated") == [
        ("2022", 3, 3, 0),
        ("2023", 1, 2, 0),
        (None, 0, 0, 1),
    ]


def test_articles_and_undated_add_up_in_every_cut(warehouse: Path) -> None:
    for by in (None, *By):
        told = _table(warehouse, campaign="nong-thon-moi", by=by)
        assert sum(row["articles"] + row["undated"] for row in told) == 5


def test_since_leaves_out_the_earlier_and_sets_the_undecided_apart(warehouse: Path) -> None:
    told = _table(warehouse, campaign="nong-thon-moi", since=date(2022, 12, 24))
    assert _counts(told, "articles", "looked_at", "undated") == [(2, 3, 1)]
    told = _table(warehouse, campaign="nong-thon-moi", since=date(2022, 11, 15))
    assert _counts(told, "articles", "looked_at", "undated") == [(3, 4, 2)]


def test_one_province_typed_without_diacritics(warehouse: Path) -> None:
    for typed in ("Lạng Sơn", "lang son", "tỉnh Lạng Sơn"):
        told = _table(warehouse, province=typed)
        assert _counts(told, "campaign_id", "articles", "looked_at") == [("nong-thon-moi", 1, 1)]


def test_a_campaign_by_id_name_or_alias(warehouse: Path) -> None:
    for typed in (
        "nong-thon-moi",
        "Cả nước chung sức xây dựng nông thôn mới",
        "ca nuoc chung suc xay dung nong thon moi",
    ):
        assert _counts(_table(warehouse, campaign=typed), "campaign_id") == [("nong-thon-moi",)]


def test_a_campaign_that_nobody_reported_has_a_zero(warehouse: Path) -> None:
    told = _table(warehouse, campaign="vi-nguoi-ngheo")
    assert _counts(told, "mentions", "articles", "stories", "looked_at") == [(0, 0, 0, 6)]


@pytest.mark.parametrize(("what", "typed"), [("campaign", "nong-thong-moi"), ("province", "Lạng Sơm")])
def test_an_unknown_name_gets_suggestions(warehouse: Path, what: str, typed: str) -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean one of: .*(nong-thon-moi|Lạng Sơn)"):
        _table(warehouse, **{what: typed})


def test_the_audit_and_the_view_are_one_definition(warehouse: Path) -> None:
    with answering(
        warehouse, "SELECT campaign_id, sum(mentions), sum(articles) FROM campaign_reports GROUP BY 1"
    ) as answer:
        by_view = set(answer.rows)
    assert {(row["campaign_id"], row["mentions"], row["articles"]) for row in _table(warehouse)} == by_view


def test_what_the_counts_rest_on(warehouse: Path) -> None:
    audited = audit_campaigns(warehouse, Scope())
    assert "6 articles of 6 sources, 2022-12-23 to 2022-12-25 (1 undated); 1 pages in quarantine" in audited.coverage


def _run(warehouse: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["audit", "campaigns", *arguments, "--data-dir", str(warehouse.parents[1])])


def test_the_command_prints_a_table_and_what_it_rests_on(warehouse: Path) -> None:
    run = _run(warehouse, "--by", "month", "--campaign", "nong-thon-moi")
    assert run.exit_code == 0
    header = " ".join(run.stdout.splitlines()[0].split())
    # nothing was reviewed: the columns of review are in the csv and json only
    assert header == "campaign_id name month mentions articles stories looked_at percent undated"
    assert "looked at: 6 articles" in run.stdout.splitlines()[-1]


def test_the_command_prints_csv_and_json(warehouse: Path) -> None:
    scope = ("--campaign", "nong-thon-moi", "--since", "2022-12-24")
    told = list(csv.DictReader(io.StringIO(_run(warehouse, *scope, "--format", "csv").stdout)))
    assert [(row["mentions"], row["undated"]) for row in told] == [("2", "1")]
    assert [row["mentions"] for row in json.loads(_run(warehouse, *scope, "--format", "json").stdout)] == [2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--campaign", "khong-co-phong-trao"),
        ("--province", "Atlantis"),
        ("--since", "2022-13-01"),
        ("--by", "week"),
        ("--format", "xml"),
        ("--campaign", "' OR 1=1 --"),
    ],
)
def test_a_mistake_is_wrong_usage_and_prints_no_counts(warehouse: Path, arguments: tuple[str, str]) -> None:
    run = _run(warehouse, *arguments)
    assert (run.exit_code, run.stdout) == (ExitStatus.USAGE, "")


def test_nothing_published_is_one_line(tmp_path: Path) -> None:
    run = _run(tmp_path / "published" / "thidua.duckdb")
    assert (run.exit_code, run.stdout) == (ExitStatus.NOTHING_DONE, "")
    assert run.stderr.count("\n") == 1
