"""Copies the published tables into a folder of Parquet or CSV files, by year of publication.

A table whose rows belong to articles is a folder of years (`articles/year=2023/`, `year=undated`), every other one a
file. `manifest.json` says which snapshot it is, `schema.md` what the columns mean. An export that fails leaves the
earlier one.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from pipeline.atomic import TEMPORARY, write_atomically
from pipeline.errors import ThiduaError
from pipeline.manifest import Manifest, read_from
from pipeline.warehouse.connect import first_line, quoted, reading, taking_out
from pipeline.warehouse.dictionary import dictionary
from pipeline.warehouse.hash import tables

_MARK = ".thidua-export"
_OBEYED = r"^[=+\-@\t\r\n]"
"""What a spreadsheet takes for the beginning of a formula."""


class ExportError(ThiduaError):
    """A folder that holds something else, or cannot be written."""


class ExportFormat(StrEnum):
    """The kind of files."""

    PARQUET = "parquet"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the files are, and how many rows each table has."""

    directory: Path
    rows: dict[str, int]


def export(published: Path, directory: Path, form: ExportFormat) -> Exported:
    """Write every table; replaces an earlier export, and raises `ExportError` for a folder that holds anything else."""
    _refuse_foreign(directory)
    unfinished = directory.with_name(f".{directory.name}{TEMPORARY}")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        (unfinished / _MARK).touch()
        manifest = _write(published, unfinished, form)
        shutil.rmtree(directory, ignore_errors=True)
        unfinished.rename(directory)
    except (duckdb.Error, OSError) as error:
        raise ExportError(directory, f"cannot be written ({first_line(error)})", "free some space there") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Exported(directory, manifest.rows)


def _refuse_foreign(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise ExportError(directory, "is a file", "name a folder")
    if any(directory.iterdir()) and not (directory / _MARK).is_file():
        raise ExportError(directory, "holds something that is no export", "name an empty folder or a new one")


def _write(published: Path, directory: Path, form: ExportFormat) -> Manifest:
    with reading(published) as con:
        manifest = read_from(con)
    with taking_out(published) as con:
        for table in tables(con):
            _copy(con, table, directory, form)
    write_atomically(directory / "manifest.json", (json.dumps(asdict(manifest), indent=1) + "\n").encode())
    write_atomically(directory / "schema.md", dictionary().encode())
    return manifest


def _copy(con: duckdb.DuckDBPyConnection, table: str, directory: Path, form: ExportFormat) -> None:
    columns = con.execute(_COLUMNS, [table]).fetchall()
    names = [str(name) for name, _ in columns]
    written = ", ".join(_cell(name, kind) if form is ExportFormat.CSV else f'"{name}"' for name, kind in columns)
    layout = "FORMAT parquet, COMPRESSION zstd" if form is ExportFormat.PARQUET else "FORMAT csv, HEADER"
    if "article_id" in names:
        target, layout = directory / table, f"{layout}, PARTITION_BY (year)"
        source = f"SELECT {written}, {_year(names)} AS year FROM {table} AS t {_DATED} ORDER BY year, t.rowid"
    else:
        target, source = directory / f"{table}.{form.value}", f"SELECT {written} FROM {table} AS t"
    con.execute(f"COPY ({source}) TO {quoted(str(target))} ({layout})")


_COLUMNS = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
_DATED = "LEFT JOIN (SELECT article_id AS dated, published_text AS day FROM articles) ON dated = t.article_id"


def _year(names: list[str]) -> str:
    day = "published_text" if "published_text" in names else "day"
    return f"coalesce(left({day}, 4), 'undated')"


def _cell(name: str, kind: str) -> str:
    """A column for CSV: lists as JSON, and text that a spreadsheet would obey behind an apostrophe."""
    if kind.endswith("[]") or kind.startswith("MAP"):
        return f'to_json("{name}")::VARCHAR AS "{name}"'
    if kind != "VARCHAR":
        return f'"{name}"'
    return (
        f"""CASE WHEN regexp_matches("{name}", '{_OBEYED}') THEN chr(39) || "{name}" ELSE "{name}" END AS "{name}\""""
    )
