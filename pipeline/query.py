"""Answers any SELECT over the published warehouse, and refuses whatever reaches beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import duckdb

from pipeline.memory import held
from pipeline.reads_only import QueryError, refuse_writing
from pipeline.tabular import Answer
from pipeline.warehouse.connect import READER_MEMORY, first_line, sealed

SECONDS = 30.0
"""Wall-clock time that one query may take."""
_ROWS_AT_ONCE = 2048
_MEMORY = 3 * 10**9
"""Bytes that the process may take more: `READER_MEMORY` is DuckDB's own count, which leaves out a long text."""
_TOO_MUCH = "ask for less, or open the file with DuckDB itself"


@contextmanager
def answering(path: Path, sql: str, seconds: float = SECONDS) -> Iterator[Answer]:
    """The answer to one query; its rows are read while the block lasts.

    Raises `QueryError`, in one line, and `WarehouseError` where there is no file to ask.
    """
    refuse_writing(sql)
    with sealed(path) as con, held(_MEMORY):
        clock = Timer(seconds, con.interrupt)
        clock.daemon = True
        clock.start()
        try:
            con.execute(sql)
            yield Answer(tuple(str(column[0]) for column in con.description or ()), _rows(con))
        except (duckdb.Error, MemoryError) as error:
            raise _told(error, seconds) from error
        finally:
            clock.cancel()


def _rows(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := con.fetchmany(_ROWS_AT_ONCE):
        yield from rows


def _told(error: duckdb.Error | MemoryError, seconds: float) -> QueryError:
    match error:
        case duckdb.InterruptException():
            return QueryError("query", f"stopped after {seconds:g} s", _TOO_MUCH)
        case duckdb.OutOfMemoryException() | MemoryError():
            return QueryError("query", f"needs more than {READER_MEMORY}", _TOO_MUCH)
        case duckdb.PermissionException():
            return QueryError("query", "reaches for files or the network, which is refused", "use the tables only")
        case _:
            return QueryError("query", first_line(error), "see docs/schema.md for tables and columns")
