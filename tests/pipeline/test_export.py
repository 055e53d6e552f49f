"""Export: the same rows in files, harmless in a spreadsheet, and never over something else."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Facts
from pipeline import export as exporting
from pipeline.errors import WarehouseError
from pipeline.export import ExportError, ExportFormat, export
from pipeline.warehouse.build import BuildReport, build
from pipeline.warehouse.dictionary import dictionary
from tests.pipeline.stored import article, mention, row, sample_rows, store

FORMULAS = ("=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    rows = sample_rows()
    for number, formula in enumerate(FORMULAS):
        read = article(f"{formula}\nPhong trào xây dựng nông thôn mới của xóm {number}.", name=f"{number}.html")
        rows.append(row(read, Facts(campaigns=(mention(read.text, "xây dựng nông thôn mới"),))))
    return build(store(tmp_path_factory.mktemp("store"), rows))


def _files(directory: Path, form: ExportFormat, table: str) -> str:
    """The function call that reads a table's files again."""
    many = directory / table
    place = f"{many}/**/*.{form.value}" if many.is_dir() else f"{directory}/{table}.{form.value}"
    return f"read_{form.value}('{place}')" if form is ExportFormat.PARQUET else f"read_csv('{place}', all_varchar=true)"


def _count(query: str) -> int:
    return int(duckdb.sql(f"SELECT count(*) FROM {query}").fetchall()[0][0])


@pytest.mark.parametrize("form", ExportFormat)
def test_every_row_of_every_table_is_there(built: BuildReport, tmp_path: Path, form: ExportFormat) -> None:
    exported = export(built.path, tmp_path / "out", form)
    for table, rows in exported.rows.items():
        assert _count(_files(tmp_path / "out", form, table)) == rows, table
    assert (tmp_path / "out" / "schema.md").read_text() == dictionary()
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["content_hash"] == built.content_hash


def test_articles_and_their_facts_stand_by_year(built: BuildReport, tmp_path: Path) -> None:
    export(built.path, tmp_path / "out", ExportFormat.PARQUET)
    for table in ("articles", "campaign_mentions"):
        years = {folder.name for folder in (tmp_path / "out" / table).iterdir()}
        assert years == {"year=2022", "year=2023", "year=undated"}
    (same,) = duckdb.sql(
        f"""SELECT count(*) FROM '{tmp_path}/out/articles/year=2022/*.parquet' AS e
            WHERE e.published_text NOT LIKE '2022%'"""
    ).fetchall()
    assert same == (0,)


def _cells(folder: Path) -> list[str]:
    found: list[str] = []
    for file in folder.rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found += [cell for line in csv.reader(lines) for cell in line]
    return found


def test_no_cell_is_a_formula(built: BuildReport, tmp_path: Path) -> None:
    export(built.path, tmp_path / "out", ExportFormat.CSV)
    cells = _cells(tmp_path / "out")
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")] == []
    assert {f"'{formula}" for formula in FORMULAS} <= set(cells)


def test_an_earlier_export_is_replaced(built: BuildReport, tmp_path: Path) -> None:
    export(built.path, tmp_path / "out", ExportFormat.CSV)
    export(built.path, tmp_path / "out", ExportFormat.PARQUET)
    assert not list((tmp_path / "out").rglob("*.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_something_else_in_it_is_left_alone(built: BuildReport, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("three years of work")
    with pytest.raises(ExportError, match=r"holds thesis\.docx, which no export wrote"):
        export(built.path, tmp_path, ExportFormat.CSV)
    with pytest.raises(ExportError, match="is a file"):
        export(built.path, tmp_path / "thesis.docx", ExportFormat.CSV)
    assert (tmp_path / "thesis.docx").read_text() == "three years of work"


def test_what_somebody_put_into_an_export_is_not_removed(built: BuildReport, tmp_path: Path) -> None:
    export(built.path, tmp_path, ExportFormat.PARQUET)
    (tmp_path / "articles" / "mine.R").write_text("three days of work")
    with pytest.raises(ExportError, match=r"holds articles/mine\.R, which no export wrote"):
        export(built.path, tmp_path, ExportFormat.PARQUET)
    assert (tmp_path / "articles" / "mine.R").read_text() == "three days of work"


@pytest.mark.parametrize("form", ExportFormat)
def test_the_views_that_count_are_there(built: BuildReport, tmp_path: Path, form: ExportFormat) -> None:
    export(built.path, tmp_path / "out", form)
    with duckdb.connect(str(built.path), read_only=True) as con:
        for view in ("award_totals", "campaign_reports", "campaign_timeline", "meeting_calendar"):
            (there,) = con.execute(f"SELECT count(*) FROM {view}").fetchall()
            assert (_count(_files(tmp_path / "out", form, view)),) == there


def test_a_spreadsheet_knows_the_letters(built: BuildReport, tmp_path: Path) -> None:
    export(built.path, tmp_path / "out", ExportFormat.CSV)
    files = [*(tmp_path / "out").rglob("*.csv")]
    assert files
    assert all(file.read_bytes().startswith("\ufeff".encode()) for file in files)
    assert next(iter(duckdb.read_csv(str(tmp_path / "out" / "provinces.csv")).columns)) == "name"


def test_a_full_disk_leaves_the_earlier_export(
    built: BuildReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(built.path, tmp_path / "out", ExportFormat.PARQUET)
    before = sorted((tmp_path / "out").rglob("*"))

    def full(*_: Any) -> None:
        raise duckdb.IOException("Could not write file: No space left on device")

    monkeypatch.setattr(exporting, "_copy", full)
    with pytest.raises(ExportError, match=r"No space left on device.*; mend that"):
        export(built.path, tmp_path / "out", ExportFormat.CSV)
    assert sorted((tmp_path / "out").rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_earlier_export(
    built: BuildReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export(built.path, out, ExportFormat.PARQUET)
    before = sorted(out.rglob("*"))
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if target == out and self.name == ".out.tmp":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(ExportError, match=r"Permission denied.*; mend that, or name another folder"):
        export(built.path, out, ExportFormat.CSV)
    assert sorted(out.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_working_directory_can_be_exported_into(
    built: BuildReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert export(built.path, Path(), ExportFormat.PARQUET).directory == tmp_path / "here"
    assert (tmp_path / "here" / "manifest.json").is_file()


def test_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="thidua ingest"):
        export(tmp_path / "none.duckdb", tmp_path / "out", ExportFormat.CSV)
    assert not (tmp_path / "out").exists()
