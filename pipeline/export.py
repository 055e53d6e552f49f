"""Copies the published tables, and the views that count, into a folder of Parquet or CSV files, by year of publication.

A table whose rows belong to articles is a folder of years (`articles/year=2023/`, `year=undated`), every other one a
file. `manifest.json` says which snapshot it is, `schema.md` what the columns mean. An export that fails leaves the
earlier one, and one into a folder with files of somebody else's is refused.
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
from pipeline.harmless import GUARDED
from pipeline.manifest import Manifest, read_from
from pipeline.warehouse.connect import first_line, quoted, reading, taking_out
from pipeline.warehouse.dictionary import dictionary
from pipeline.warehouse.hash import tables

_MARK = ".thidua-export"
"""The file that lists what an export wrote."""
_VIEWS = ("award_totals", "campaign_reports", "campaign_timeline", "meeting_calendar")
_BYTE_ORDER = "\ufeff"
"""Without it before the first column's name, a spreadsheet takes the letters for those of another encoding."""


class ExportError(ThiduaError):
    """A folder that holds something else, or cannot be written."""


class ExportFormat(StrEnum):
    """The kind of files."""

    PARQUET = "parquet"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the files are, and how many rows each table has (the views beside them are not counted)."""

    directory: Path
    rows: dict[str, int]


def export(published: Path, directory: Path, form: ExportFormat) -> Exported:
    """Write every table; replaces an earlier export, and raises `ExportError` for a folder that holds anything else."""
    directory = directory.resolve()
    _refuse_foreign(directory)
    unfinished = directory.with_name(f".{directory.name}{TEMPORARY}")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        manifest = _write(published, unfinished, form)
        (unfinished / _MARK).write_text("".join(f"{path}\n" for path in _files(unfinished)), "utf-8")
        _put_in_place(unfinished, directory)
    except (duckdb.Error, OSError) as error:
        why = f"cannot be written ({first_line(error)})"
        raise ExportError(directory, why, "mend that, or name another folder") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Exported(directory, manifest.rows)


def _refuse_foreign(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise ExportError(directory, "is a file", "name a folder")
    mark = directory / _MARK
    ours = {_MARK, *mark.read_text("utf-8").splitlines()} if mark.is_file() else set()
    foreign = next((path for path in _files(directory) if path not in ours), None)
    if foreign is not None:
        raise ExportError(directory, f"holds {foreign}, which no export wrote", "move it away, or name a new folder")


def _files(directory: Path) -> list[str]:
    """What is in the folder, by its path there."""
    return sorted(path.relative_to(directory).as_posix() for path in directory.rglob("*") if not path.is_dir())


def _put_in_place(finished: Path, directory: Path) -> None:
    """Rename the folder; the earlier one stands aside meanwhile, and comes back where that fails."""
    earlier = directory.with_name(f".{directory.name}.earlier")
    if directory.exists():
        shutil.rmtree(earlier, ignore_errors=True)
        directory.rename(earlier)
    try:
        finished.rename(directory)
    except OSError:
        if earlier.exists():
            earlier.rename(directory)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _write(published: Path, directory: Path, form: ExportFormat) -> Manifest:
    with reading(published) as con:
        manifest = read_from(con)
    with taking_out(published) as con:
        for table in tables(con):
            _copy(con, table, directory, form)
        for view in _VIEWS:
            _copy(con, view, directory, form)
    write_atomically(directory / "manifest.json", (json.dumps(asdict(manifest), indent=1) + "\n").encode())
    write_atomically(directory / "schema.md", dictionary().encode())
    return manifest


def _copy(con: duckdb.DuckDBPyConnection, table: str, directory: Path, form: ExportFormat) -> None:
    columns = con.execute(_COLUMNS, [table]).fetchall()
    names = [str(name) for name, _ in columns]
    written = _cells(columns) if form is ExportFormat.CSV else ", ".join(f't."{name}"' for name in names)
    layout = "FORMAT parquet, COMPRESSION zstd" if form is ExportFormat.PARQUET else "FORMAT csv, HEADER"
    whole = f"SELECT {written} FROM {table} AS t"
    if "article_id" not in names:
        con.execute(f"COPY ({whole}) TO {quoted(str(directory / f'{table}.{form.value}'))} ({layout})")
        return
    years = directory / table
    dated = f"SELECT {written}, {_year(names)} AS year FROM {table} AS t {_DATED} ORDER BY year, t.rowid"
    con.execute(f"COPY ({dated}) TO {quoted(str(years))} ({layout}, PARTITION_BY (year))")
    if not any(years.rglob("*.*")):
        (years / "year=undated").mkdir(parents=True, exist_ok=True)
        con.execute(f"COPY ({whole}) TO {quoted(str(years / 'year=undated' / f'data_0.{form.value}'))} ({layout})")


_COLUMNS = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
_DATED = "LEFT JOIN (SELECT article_id AS dated, published_text AS day FROM articles) ON dated = t.article_id"


def _year(names: list[str]) -> str:
    day = "published_text" if "published_text" in names else "day"
    return f"coalesce(left({day}, 4), 'undated')"


def _cells(columns: list[tuple[str, str]]) -> str:
    """The columns for CSV, the first with the byte order mark before its name."""
    (first, its_kind), *others = columns
    named = (f'{_cell(name, kind)} AS "{name}"' for name, kind in others)
    return ", ".join((f'{_cell(first, its_kind)} AS "{_BYTE_ORDER}{first}"', *named))


def _cell(name: str, kind: str) -> str:
    """Lists as JSON, and text that a spreadsheet would obey behind an apostrophe."""
    if kind.endswith("[]") or kind.startswith("MAP"):
        return f'to_json(t."{name}")::VARCHAR'
    if kind != "VARCHAR":
        return f't."{name}"'
    is_guarded = f"""t."{name}" <> '' AND contains({quoted(GUARDED)}, left(t."{name}", 1))"""
    return f"""CASE WHEN {is_guarded} THEN chr(39) || t."{name}" ELSE t."{name}" END"""
