"""Answers any SELECT over the published warehouse, and refuses whatever reaches beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import duckdb

from pipeline.errors import ThiduaError
from pipeline.tabular import Answer
from pipeline.warehouse.connect import READER_MEMORY, first_line, reading

SECONDS = 30.0
"""Wall-clock time that one query may take."""
_ROWS_AT_ONCE = 2048
_READING = frozenset({"SELECT", "EXPLAIN", "MULTI"})
"""Statement types that only read; MULTI is what PIVOT comes to."""
_TOO_MUCH = "ask for less, or open the file with DuckDB itself"


class QueryError(ThiduaError):
    """A query that is not SQL, does more than read, or takes more than it may."""


@contextmanager
def answering(path: Path, sql: str, seconds: float = SECONDS) -> Iterator[Answer]:
    """The answer to one query; its rows are read while the block lasts.

    Raises `QueryError`, in one line, and `WarehouseError` where there is no file to ask.
    """
    with reading(path) as con:
        _refuse_writing(sql)
        clock = Timer(seconds, con.interrupt)
        clock.daemon = True
        clock.start()
        try:
            con.execute(sql)
            yield Answer(tuple(str(column[0]) for column in con.description or ()), _rows(con))
        except duckdb.Error as error:
            raise _told(error, seconds) from error
        finally:
            clock.cancel()


def _rows(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := con.fetchmany(_ROWS_AT_ONCE):
        yield from rows


def _refuse_writing(sql: str) -> None:
    try:
        kinds = [statement.type.name for statement in duckdb.extract_statements(sql)]
    except duckdb.Error as error:
        raise QueryError("query", first_line(error), "mend the SQL") from error
    if len(kinds) != 1:
        raise QueryError("query", f"{len(kinds)} statements were given", "give one SELECT")
    if kinds[0] not in _READING:
        raise QueryError("query", f"{kinds[0]} is refused, the warehouse is only read here", "give one SELECT")


def _told(error: duckdb.Error, seconds: float) -> QueryError:
    match error:
        case duckdb.InterruptException():
            return QueryError("query", f"stopped after {seconds:g} s", _TOO_MUCH)
        case duckdb.OutOfMemoryException():
            return QueryError("query", f"needs more than {READER_MEMORY}", _TOO_MUCH)
        case duckdb.PermissionException():
            return QueryError("query", "reaches for files or the network, which is refused", "use the tables only")
        case _:
            return QueryError("query", first_line(error), "see docs/schema.md for tables and columns")
