"""Tells whether a statement of somebody else only reads, by the types that DuckDB's own parser gives."""

from __future__ import annotations

import re

import duckdb

from pipeline.errors import ThiduaError
from pipeline.warehouse.connect import first_line

_EXPLAIN = re.compile(r"EXPLAIN\b\s*(?:ANALYZE\b|\((?:\s*(?:ANALYZE|FORMAT\s+\w+)\s*,?)+\))?", re.IGNORECASE)
_ASKING = re.compile(r"\s*(?:PIVOT|FROM|SELECT|WITH|\()", re.IGNORECASE)
"""How a query begins whose type does not tell: MULTI is what any statement around a PIVOT comes to."""


class QueryError(ThiduaError):
    """A query that is not SQL, does more than read, or takes more than it may."""


def refuse_writing(sql: str) -> None:
    """Raise `QueryError` unless it is one SELECT, or EXPLAIN over one."""
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError("query", first_line(error), "mend the SQL") from error
    if len(statements) != 1:
        raise QueryError("query", f"{len(statements)} statements were given", "give one SELECT")
    [statement] = statements
    explained = _EXPLAIN.match(statement.query)
    match statement.type.name:
        case "SELECT":
            return
        case "EXPLAIN" | "MULTI" if explained:
            refuse_writing(statement.query[explained.end() :])
        case "MULTI" if _ASKING.match(statement.query):
            return
        case kind:
            told = (_written(statement.query) if kind == "MULTI" else kind).replace("_", " ")
            raise QueryError("query", f"{told} is refused, the warehouse is only read here", "give one SELECT")


def _written(query: str) -> str:
    return query.split(maxsplit=1)[0].upper()
