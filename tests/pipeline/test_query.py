"""Queries: any SELECT is answered, and nothing reaches beyond the warehouse."""

from __future__ import annotations

import json
import resource
import shutil
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from pipeline import query
from pipeline.cli.app import app
from pipeline.errors import ExitStatus, WarehouseError
from pipeline.query import answering
from pipeline.reads_only import QueryError
from pipeline.warehouse import connect
from pipeline.warehouse.build import build
from pipeline.warehouse.connect import quoted
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
        ("FROM (PIVOT (SELECT outcome::VARCHAR AS o FROM pages) ON o USING count(*))", [(1, 3, 1)]),
        ("SELECT * FROM duckdb_secrets()", []),
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


@pytest.mark.parametrize("how", ["EXPLAIN", "EXPLAIN ANALYZE", "explain(analyze)", "EXPLAIN (FORMAT json, ANALYZE)"])
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM articles",
        "(SELECT 1) UNION (SELECT 2)",
        "FROM stories",
        "PIVOT (SELECT outcome::VARCHAR AS o FROM pages) ON o USING count(*)",
    ],
)
def test_what_reads_is_explained(data: Path, how: str, sql: str) -> None:
    assert _ask(data, f"-- how?\n{how} {sql}")


_PIVOTED = "PIVOT (SELECT outcome::VARCHAR AS o FROM pages) ON o USING count(*)"
WRITING = {
    "COPY": "COPY (SELECT 1) TO {target} (USE_TMP_FILE false)",
    "COPY of a PIVOT": f"COPY ({_PIVOTED}) TO {{target}} (USE_TMP_FILE false)",
    "COPY in a SELECT": "WITH x AS (COPY (SELECT 1) TO {target} (USE_TMP_FILE false)) SELECT 1",
    "COPY_DATABASE": "COPY FROM DATABASE memory TO thidua",
    "EXPORT": "EXPORT DATABASE {target}",
    "ATTACH": "ATTACH {target} AS other",
    "DETACH": "DETACH thidua",
    "CREATE": "CREATE TEMP TABLE t AS SELECT 1",
    "CREATE of a PIVOT": f"CREATE TEMP TABLE t AS {_PIVOTED}",
    "CREATE_FUNC": "CREATE TEMP MACRO one() AS 1",
    "INSERT": "INSERT INTO people VALUES ('a', 'b', 'c')",
    "INSERT of a PIVOT": f"INSERT INTO people {_PIVOTED}",
    "INSERT in a SELECT": "WITH x AS (INSERT INTO people VALUES ('a', 'b', 'c') RETURNING *) SELECT * FROM x",
    "UPDATE": "UPDATE articles SET title = 'x'",
    "DELETE": "DELETE FROM articles",
    "MERGE_INTO": "MERGE INTO people USING campaigns ON name = person_id WHEN MATCHED THEN DELETE",
    "ALTER": "ALTER TABLE articles RENAME TO them",
    "DROP": "DROP TABLE articles",
    "PREPARE": "PREPARE one AS SELECT 1",
    "EXECUTE": "EXECUTE one",
    "CALL": "CALL pragma_version()",
    "PRAGMA": "PRAGMA database_list",
    "SET": "SET enable_external_access = true",
    "VARIABLE_SET": "SET VARIABLE x = 1",
    "LOAD": "LOAD httpfs",
    "VACUUM": "VACUUM",
    "ANALYZE": "ANALYZE",
    "TRANSACTION": "BEGIN",
    "CHECKPOINT": "CHECKPOINT",
    "USE": "USE memory",
}


HOW = ("", "EXPLAIN ANALYZE", "EXPLAIN (ANALYZE)", "EXPLAIN /* so */ ANALYZE")


@pytest.mark.parametrize("kind", WRITING)
def test_no_statement_writes_to_the_warehouse_or_beside_it(data: Path, tmp_path: Path, kind: str) -> None:
    warehouse = tmp_path / "published" / "thidua.duckdb"
    (tmp_path / "published" / "thidua.duckdb.tmp").mkdir(parents=True)
    shutil.copy(data / "published" / "thidua.duckdb", warehouse)
    before = {path: path.stat().st_size for path in tmp_path.rglob("*")}
    for how, beside in product(HOW, ("", ".wal", ".tmp/stolen")):
        with pytest.raises(QueryError) as caught:
            _ask(tmp_path, f"{how} {WRITING[kind].format(target=quoted(f'{warehouse}{beside}'))}")
        assert "\n" not in str(caught.value)
    assert {path: path.stat().st_size for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    "sql",
    [
        "FROM read_duckdb({path}, table_name := 'articles')",
        "FROM {path}",
        "SELECT content FROM read_blob({path})",
        "SELECT content FROM read_text({path})",
        "FROM glob({path})",
        "FROM sniff_csv({path})",
        "FROM query('FROM read_blob({path})')",
        "FROM query_table({path})",
        "FROM json_execute_serialized_sql(json_serialize_sql('FROM read_blob({path})'))",
    ],
)
@pytest.mark.parametrize("beside", ["", ".wal"])
def test_no_function_opens_a_file_not_even_the_one_that_is_open(data: Path, sql: str, beside: str) -> None:
    path = quoted(f"{data / 'published' / 'thidua.duckdb'}{beside}")
    with pytest.raises(QueryError):
        _ask(data, sql.replace("'FROM read_blob({path})'", quoted(f"FROM read_blob({path})")).format(path=path))


def test_a_query_that_takes_too_long_is_stopped(data: Path) -> None:
    endless = "SELECT count(*) FROM range(10000000000) AS a, range(1000000) AS b WHERE a.range + b.range = -5"
    with pytest.raises(QueryError, match=r"stopped after 0\.2 s"):
        _ask(data, endless, seconds=0.2)


def test_a_query_that_takes_too_much_memory_is_stopped(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connect._LOCKED, "memory_limit", "100MB")
    with pytest.raises(QueryError, match="needs more than"):
        _ask(data, "SELECT list(repeat('x', 1000000)) FROM range(1000000)")


def test_one_text_that_takes_too_much_memory_is_stopped(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    monkeypatch.setattr(query, "_MEMORY", 200 * 10**6)
    with pytest.raises(QueryError, match="needs more than"):
        _ask(data, "SELECT length(repeat('x', 300000000))")
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


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


@pytest.mark.parametrize(("form", "rows"), [("table", 500), ("csv", 100_000), ("json", 3)])
def test_a_reader_that_leaves_ends_the_command_as_it_ends_others(data: Path, form: str, rows: int) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "query", f"FROM range({rows})"]
    options = ["--format", form, "--data-dir", str(data)]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == -signal.SIGPIPE
