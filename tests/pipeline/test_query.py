"""Queries: any SELECT is answered, and nothing reaches beyond the warehouse."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import ExitStatus, WarehouseError
from pipeline.query import QueryError, answering
from pipeline.warehouse import connect
from pipeline.warehouse.build import build
from tests.pipeline.stored import sample_rows, store


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("store")
    build(store(home, sample_rows()))
    return home


def _ask(data: Path, sql: str, seconds: float = 20) -> list[tuple[object, ...]]:
    with answering(data / "published" / "thidua.duckdb", sql, seconds) as answer:
        return list(answer.rows)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT count(*) FROM articles", [(3,)]),
        ("FROM stories SELECT max(articles)", [(2,)]),
        ("WITH a AS (SELECT 1 AS n) SELECT n FROM a;", [(1,)]),
        ("SELECT count(*) FROM campaign_audit()", [(2,)]),
        ("PIVOT (SELECT outcome::VARCHAR AS o FROM pages) ON o USING count(*)", [(1, 3, 1)]),
    ],
)
def test_what_reads_is_answered(data: Path, sql: str, told: list[tuple[object, ...]]) -> None:
    assert _ask(data, sql) == told


@pytest.mark.parametrize(
    "sql",
    [
        "COPY articles TO 'stolen.csv'",
        "COPY (SELECT 1) TO 'stolen.parquet'",
        "EXPORT DATABASE 'stolen'",
        "ATTACH 'stolen.duckdb' AS other",
        "ATTACH ':memory:' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "CHECKPOINT",
        "CREATE TEMP TABLE t AS SELECT 1",
        "INSERT INTO people VALUES ('a', 'b', 'c')",
        "UPDATE articles SET title = 'x'",
        "DROP TABLE articles",
        "BEGIN",
        "USE memory",
        "SELECT 1; DROP TABLE articles",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_parquet('https://example.com/a.parquet')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM query('COPY articles TO ''stolen.csv''')",
        "SELECT * FROM duckdb_secrets()",
        "EXPLAIN ANALYZE COPY articles TO 'stolen.csv'",
        "SELECT getenv('HOME')",
        "SELECT * FROM data",
        "not sql at all",
        "",
    ],
)
def test_what_does_more_than_read_is_refused_in_one_line(
    data: Path, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = (data / "published" / "thidua.duckdb").read_bytes()
    with pytest.raises(QueryError) as caught:
        _ask(data, sql)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())
    assert (data / "published" / "thidua.duckdb").read_bytes() == before


def test_a_query_that_takes_too_long_is_stopped(data: Path) -> None:
    endless = "SELECT count(*) FROM range(10000000000) AS a, range(1000000) AS b WHERE a.range + b.range = -5"
    with pytest.raises(QueryError, match=r"stopped after 0\.2 s"):
        _ask(data, endless, seconds=0.2)


def test_a_query_that_takes_too_much_memory_is_stopped(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connect._LOCKED, "memory_limit", "100MB")
    with pytest.raises(QueryError, match="needs more than"):
        _ask(data, "SELECT list(repeat('x', 1000000)) FROM range(1000000)")


def test_no_warehouse_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="thidua ingest"):
        _ask(tmp_path, "SELECT 1")


@pytest.mark.parametrize("content", [b"", b"not a database", b"x" * 100_000])
def test_a_damaged_warehouse_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "thidua.duckdb").write_bytes(content)
    with pytest.raises(WarehouseError, match="thidua build"):
        _ask(tmp_path, "SELECT 1")


def test_a_warehouse_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    with duckdb.connect(str(tmp_path / "published" / "thidua.duckdb")) as con:
        con.execute("CREATE TABLE snapshot AS SELECT '0' AS warehouse_version")
    with pytest.raises(WarehouseError, match=r"made as version 0.*thidua build"):
        _ask(tmp_path, "SELECT 1")


def test_the_command_answers_in_each_format(data: Path) -> None:
    sql = "SELECT person_id, name FROM people ORDER BY person_id LIMIT 1"
    told = {
        form: CliRunner().invoke(app, ["query", sql, "--format", form, "--data-dir", str(data)])
        for form in ("table", "csv", "json")
    }
    assert {run.exit_code for run in told.values()} == {0}
    assert told["csv"].stdout == "person_id,name\nlý thị vân,Lý Thị Vân\n"
    assert json.loads(told["json"].stdout) == [{"person_id": "lý thị vân", "name": "Lý Thị Vân"}]
    assert "Lý Thị Vân" in told["table"].stdout


def test_the_command_tells_a_mistake_in_one_line(data: Path) -> None:
    run = CliRunner().invoke(app, ["query", "DROP TABLE articles", "--data-dir", str(data)])
    assert (run.exit_code, run.stdout) == (ExitStatus.USAGE, "")
    assert run.stderr == "thidua: query: DROP is refused, the warehouse is only read here; give one SELECT\n"
