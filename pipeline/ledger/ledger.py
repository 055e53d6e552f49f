"""The ledger of one data directory: every change of state is one transaction, on the disk when it returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from pipeline.errors import ThiduaError
from pipeline.ledger.statements import schema, statement

VERSION = 3
_STEPS = {
    1: "ALTER TABLE versions ADD COLUMN target TEXT",
    2: "ALTER TABLE urls ADD COLUMN attachment_of TEXT",
}
"""What brings a ledger of an older version to the next."""


class LedgerError(ThiduaError):
    """The ledger is damaged, of another version, or cannot be written."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, also while a run writes.

    Raises `LedgerError` where the file is no ledger, or one of another version: only a run may bring it up.
    """
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=10)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version in _STEPS:
                raise LedgerError(path, f"a ledger of version {version}, older than {VERSION}", "run `thidua nightly`")
            if version != VERSION:
                raise _of_another(path, version)
            yield connection
    except sqlite3.DatabaseError as error:
        raise _failed(path, error) from error


def _of_another(path: Path, version: int) -> LedgerError:
    why = f"a ledger of version {version}, and this program knows version {VERSION}"
    return LedgerError(path, why, "use the program that wrote it")


def _failed(path: Path, error: sqlite3.DatabaseError) -> LedgerError:
    if isinstance(error, sqlite3.OperationalError):
        return LedgerError(path, f"cannot be used now ({error})", "mend that and run again; what it acknowledged stays")
    return LedgerError(path, f"not a sound ledger ({error})", "restore it from a copy")


class Ledger:
    """A connection to the ledger.

    Raises `LedgerError` where the file is no ledger of this version, and at any later time where SQLite cannot go on.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=10)
        except sqlite3.DatabaseError as error:
            raise _failed(path, error) from error
        try:
            self._prepare()
        except LedgerError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside happens together, durably, or not at all; inside another it is part of that one."""
        if self._connection.in_transaction:
            yield
            return
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def rows(self, name: str, **values: Any) -> list[sqlite3.Row]:
        """Run one named statement and return its rows."""
        return self._run(statement(name), **values)

    def _run(self, sql: str, /, **values: Any) -> list[sqlite3.Row]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise _failed(self.path, error) from error

    def _prepare(self) -> None:
        self._connection.row_factory = sqlite3.Row
        self._run("PRAGMA journal_mode = WAL")
        self._run("PRAGMA synchronous = FULL")
        self._run("PRAGMA foreign_keys = ON")
        with self.transaction():
            self._check_version()

    def _check_version(self) -> None:
        ((version,),) = self._run("PRAGMA user_version")
        if version not in (0, *_STEPS, VERSION):
            raise _of_another(self.path, version)
        for step in range(version, VERSION) if version else ():
            self._run(_STEPS[step])
        for command in filter(str.strip, schema().split(";")):
            self._run(command)
        self._run(f"PRAGMA user_version = {VERSION}")
