"""The schema: every name has a comment, enumerations are those of the model, the dictionary is up to date."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from corpus import campaigns, sources
from extractors import model
from pipeline.warehouse.dictionary import dictionary, empty_warehouse
from pipeline.warehouse.scripts import checks
from tests.conftest import ROOT

_ISSUE = {
    "sources", "articles", "meetings", "people", "officials", "campaigns", "campaign_mentions", "awards",
    "award_shares", "stories", "runs", "quarantine",
}  # fmt: skip


def _rows(query: str) -> list[tuple[Any, ...]]:
    with empty_warehouse() as con:
        return con.execute(query).fetchall()


def test_the_tables_of_the_design_exist() -> None:
    assert {name for (name,) in _rows("SELECT table_name FROM duckdb_tables()")} >= _ISSUE


def test_every_table_view_and_column_has_a_comment() -> None:
    assert _rows("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert _rows("SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL") == []
    assert _rows("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL") == []


def test_every_macro_that_is_not_an_aid_has_a_comment() -> None:
    aids = "SELECT function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL"
    assert all(name.startswith("_") for (name,) in _rows(aids))


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("source_kind", sources.Kind),
        ("block_role", model.BlockRole),
        ("date_role", model.DateRole),
        ("date_precision", model.DatePrecision),
        ("meeting_kind", model.MeetingKind),
        ("official_role", model.OfficialRole),
        ("office_level", model.OfficeLevel),
        ("office_status", model.OfficeStatus),
        ("campaign_kind", campaigns.CampaignKind),
        ("campaign_status", model.CampaignStatus),
        ("award_level", model.AwardLevel),
        ("award_unit", model.AwardUnit),
        ("award_qualifier", model.Qualifier),
        ("award_status", model.AwardStatus),
    ],
)
def test_enumerations_are_those_of_the_model(kind: str, values: object) -> None:
    (told,) = _rows(f"SELECT enum_range(NULL::{kind})")
    assert set(told[0]) == set(get_args(values))


def test_the_dictionary_is_kept_up_to_date() -> None:
    kept = (ROOT / "docs" / "schema.md").read_text("utf-8")
    assert kept == dictionary(), "run: make docs"


def test_every_check_has_a_name_and_a_meaning() -> None:
    names = [check.name for check in checks()]
    text = (ROOT / "pipeline" / "warehouse" / "checks.sql").read_text("utf-8")
    assert len(names) == len(set(names)) == text.count("-- check:")
    assert all(check.meaning and check.query.strip().endswith(";") for check in checks())
