"""What is known beforehand, as tables for the load scripts: provinces, source declarations, campaigns, honours."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from corpus.awards import load_awards
from corpus.campaigns import load_campaigns
from corpus.places import load_provinces, province_now
from corpus.sources import load_sources

_TEXT = pa.string()
_CAMPAIGN = {"campaign_id": _TEXT, "name": _TEXT, "kind": _TEXT, "owner": _TEXT, "first_year": pa.int32()}
_MORE = {"decision": _TEXT, "english": _TEXT, "verified": pa.bool_()}


def register_tables() -> dict[str, pa.Table]:
    """Each register as a table, by the name that the load scripts use."""
    campaigns = load_campaigns().campaigns
    return {
        "known_provinces": _table(
            {"name": _TEXT, "type": _TEXT, "name_now": _TEXT, "valid_from": pa.date32(), "valid_to": pa.date32()},
            ((p.name, p.type, province_now(p.name), p.valid_from, p.valid_to) for p in load_provinces()),
        ),
        "declared_sources": _table(
            {"source_id": _TEXT, "name": _TEXT, "kind": _TEXT, "province": _TEXT, "verified": pa.bool_()},
            ((s.id, s.name, s.kind, s.province, s.verified) for s in load_sources()),
        ),
        "registered_campaigns": _table(
            {**_CAMPAIGN, **_MORE},
            ((c.id, c.name, c.kind, c.owner, c.first_year, c.decision, c.english, c.verified) for c in campaigns),
        ),
        "registered_aliases": _table(
            {"campaign_id": _TEXT, "alias": _TEXT},
            ((c.id, alias) for c in campaigns for alias in dict.fromkeys((*c.aliases, *c.short, *c.local))),
        ),
        "registered_phases": _table(
            {"campaign_id": _TEXT, "period": _TEXT, "decision": _TEXT},
            ((c.id, phase.period, phase.decision) for c in campaigns for phase in c.phases),
        ),
        "known_families": _table(
            {"award": _TEXT, "name": _TEXT, "english": _TEXT},
            ((f.id, f.name, f.english) for f in load_awards().families.values()),
        ),
    }


def lend(con: duckdb.DuckDBPyConnection, tables: dict[str, pa.Table]) -> None:
    """Make tables readable for the scripts of one connection."""
    for name, table in tables.items():
        con.register(name, table)


def _table(columns: dict[str, pa.DataType], rows: Iterable[tuple[object, ...]]) -> pa.Table:
    schema = pa.schema(list(columns.items()))
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], schema=schema)
