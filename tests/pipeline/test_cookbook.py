"""The cookbook: every question is answered on the demo as it says, and the demo's facts rest on their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.query import answering
from pipeline.warehouse.cookbook import COOKBOOK, Recipe, ask, demo_warehouse, recipes

QUICKSTART = COOKBOOK.with_name("quickstart.md")
_RECIPES = list(recipes(COOKBOOK.read_text("utf-8")))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("THIDUA_DATA", "unused")
        yield demo_warehouse(tmp_path_factory.mktemp("demo") / "data")


def test_there_are_enough_questions() -> None:
    assert len(_RECIPES) == COOKBOOK.read_text("utf-8").count("```sql") >= 20
    assert len({recipe.question for recipe in _RECIPES}) == len(_RECIPES)


@pytest.mark.parametrize("recipe", _RECIPES, ids=lambda recipe: recipe.question)
def test_the_answer_is_the_one_that_is_written(demo: Path, recipe: Recipe) -> None:
    assert ask(demo, recipe.sql).strip() == recipe.answer.strip(), "run: python -m pipeline.warehouse.cookbook"


def test_every_fact_of_the_demo_rests_on_its_words(demo: Path) -> None:
    unlike = """SELECT s.fact_id FROM spans AS s JOIN articles AS a USING (article_id)
                WHERE substring(a.text, s.start + 1, s."end" - s.start) <> s.quote"""
    with answering(demo, unlike) as answer:
        assert list(answer.rows) == []
    with answering(demo, "SELECT count(*) FROM spans") as answer:
        assert next(iter(answer.rows))[0] > 300


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", QUICKSTART.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("sql", _blocks("sql"))
def test_the_quick_start_in_sql_gives_rows(demo: Path, sql: str) -> None:
    with answering(demo, sql) as answer:
        assert list(answer.rows)


def test_the_quick_start_in_python_runs(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = _blocks("python")
    exec(code.replace("data/published/thidua.duckdb", str(demo)))
    assert len(capsys.readouterr().out.splitlines()) >= 10


def test_the_quick_start_in_r_asks_the_same(demo: Path) -> None:
    (code,) = _blocks("r")
    asked = re.search(r'dbGetQuery\(con, "(.*?)"\)', code, re.DOTALL)
    assert asked is not None
    with answering(demo, asked[1]) as answer:
        assert len(list(answer.rows)) >= 10


def test_a_newer_snapshot_is_there_once_every_connection_is_closed(tmp_path: Path) -> None:
    published, newer = tmp_path / "thidua.duckdb", tmp_path / "next"
    for path, content in ((published, "old"), (newer, "new")):
        with duckdb.connect(str(path)) as con:
            con.execute("CREATE TABLE snapshot AS SELECT ? AS content_hash", [content])

    def seen() -> str:
        connections.append(duckdb.connect(str(published), read_only=True))
        return str(connections[-1].sql("SELECT content_hash FROM snapshot").fetchall()[0][0])

    connections: list[duckdb.DuckDBPyConnection] = []
    assert seen() == "old"
    newer.replace(published)
    assert seen() == "old", "the quick start says so"
    for connection in connections:
        connection.close()
    assert seen() == "new"
    connections[-1].close()
    assert "close\nevery connection" in QUICKSTART.read_text("utf-8")


def test_words_are_found_as_the_quick_start_says(demo: Path) -> None:
    def found(words: str) -> int:
        with answering(demo, f"SELECT count(*) FROM articles_matching('{words}')") as answer:
            return int(next(iter(answer.rows))[0])

    assert 0 < found("nông thôn mới") == found("NÔNG  THÔN MỚI") <= found("nong thon moi")
    assert 0 < found("hòa bình") == found("hoà bình") <= found("hoa binh")
    assert found("hóa bình") == 0
