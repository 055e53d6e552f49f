"""The demo: what a newcomer sees first must crawl from an empty folder, twice, and open a number to its sentence."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import duckdb
import pytest

from pipeline.demo.site import SAMPLES, attachments
from pipeline.demo.story import CAMPAIGN, DemoError, _clear, demo, first_fact
from pipeline.nightly.books import SourceBooks
from tests.conftest import ROOT

COMMANDS = (
    "nightly", "nightly", "coverage", "audit campaigns", f"audit campaigns --by province --campaign {CAMPAIGN}",
    "query", "show", "ingest", "query",
)  # fmt: skip
TIED = """
    SELECT p.name, a.source_id, a.province, parent.title, a.story_id <> parent.story_id
    FROM articles AS a
    JOIN pages AS p USING (page_id)
    JOIN pages AS linking ON linking.name = a.attached_to
    JOIN articles AS parent ON parent.article_id = linking.article_id
    ORDER BY p.name
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("THIDUA_DATA", "unused")
        patched.setenv("COLUMNS", "160")
        yield tmp_path_factory.mktemp("demo") / "build" / "demo"


@pytest.fixture(scope="module")
def shown(data_dir: Path) -> str:
    with redirect_stdout(io.StringIO()) as out:
        demo(data_dir)
    return out.getvalue()


def typed(shown: str) -> list[str]:
    return [line.removeprefix("$ thidua ") for line in shown.splitlines() if line.startswith("$ thidua ")]


def test_it_echoes_each_command_before_it_runs(shown: str) -> None:
    assert [line[: len(command)] for line, command in zip(typed(shown), COMMANDS, strict=True)] == list(COMMANDS)


def books(shown: str) -> list[SourceBooks]:
    """The last line of the books of each night."""
    totals = [line.split()[1:] for line in shown.splitlines() if line.startswith("all ")]
    return [SourceBooks(*map(int, cells)) for cells in totals]


def test_the_books_of_the_first_night_close(shown: str) -> None:
    first, _ = books(shown)
    articles = len(list((SAMPLES / "gold").glob("*.json"))) + len(attachments())
    assert first.trouble is None
    assert (first.discovered, first.fetched, first.refused, first.failed) == (32, 28, 2, 2)
    assert (first.parsed, first.quarantined, first.loaded, first.attachments) == (articles, 2, articles, 2)


def test_documents_are_tied_to_their_article(shown: str, data_dir: Path) -> None:
    assert "28 pages and 2 documents are served" in shown
    with duckdb.connect(str(data_dir / "published" / "thidua.duckdb"), read_only=True) as con:
        tied = con.execute(TIED).fetchall()
        facts = con.execute(
            "SELECT count(*) FROM awards JOIN articles USING (article_id) WHERE attached_to IS NOT NULL"
        )
        assert facts.fetchone() not in (None, (0,))
    host = "http://vinhlong.baosongxanh.example/dataimages/202509/tep"
    assert tied == [
        (f"{host}/ke-hoach-hai-cot.pdf", "mau-bao-song-xanh-vinh-long", "Vĩnh Long", "Ba miền đất, một mái nhà", True),
        (
            f"{host}/quyet-dinh-bang-khen.pdf",
            "mau-bao-song-xanh-vinh-long",
            "Vĩnh Long",
            "Ba miền đất, một mái nhà",
            True,
        ),
    ]


def test_the_second_night_fetches_nothing_new_and_says_so(shown: str, data_dir: Path) -> None:
    assert books(shown)[1] == SourceBooks()
    assert "66 times on the first night, 18 on the second" in shown
    first, second = (json.loads(path.read_text()) for path in sorted((data_dir / "nights").glob("*.json")))
    assert (first["published"], second["published"]) == (True, False)
    assert first["content_hash"] == second["content_hash"]
    assert {books["not_modified"] for books in second["guides"].values()} == {1}


def test_what_was_looked_at_is_shown_and_written(shown: str, data_dir: Path) -> None:
    table = shown.split("$ thidua coverage")[1].split("\n# ")[0]
    assert table.count("1/1") == 18 and ": 0 alarms" in table
    assert "Báo Sông Xanh" in (data_dir / "coverage" / "index.html").read_text("utf-8")


def test_campaigns_are_counted_by_name_and_by_province(shown: str) -> None:
    whole, by_province = re.findall(r"\$ thidua audit[^#]+", shown)
    assert "Cả nước chung sức xây dựng nông thôn mới" in whole and "looked at: " in whole
    assert [name for name in ("Bến Tre", "Vĩnh Long", "Cao Bằng", "Yên Bái") if name not in by_province] == []


def test_a_number_is_opened_to_its_sentence_and_its_reprint(shown: str) -> None:
    opened = shown.split("$ thidua show ")[1]
    assert re.search(r"\[[^\]]*22 tập thể[^\]]*\]|\[[^\]]*Cờ thi đua[^\]]*\]", opened)
    assert "thidua-caobang.example" in opened and "tintonghop.example" in opened


def test_it_ends_with_the_file_and_the_next_step(shown: str, data_dir: Path) -> None:
    *_, warehouse, page, pages, nights = shown.splitlines()
    for line, path in ((warehouse, "published/thidua.duckdb"), (page, "coverage/index.html")):
        assert line.endswith(str(data_dir / path)) and (data_dir / path).is_file()
    assert "thidua ingest PATH" in pages and "thidua sources list" in nights


def test_it_says_what_it_did_not_find(shown: str, data_dir: Path) -> None:
    assert shown
    with pytest.raises(DemoError, match="none of the demo's facts"):
        first_fact(data_dir, "SELECT award_id FROM awards WHERE count < 0")


def test_it_starts_afresh_each_time(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    _clear(home)
    (home / "shards").mkdir()
    (home / "shards" / "left-over.txt").write_text("from a demo that was stopped")
    _clear(home)
    assert [path.name for path in home.iterdir()] == [".demo"]


def test_it_removes_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("three years of work")
    with pytest.raises(DemoError, match="move it away"):
        demo(tmp_path)
    assert (tmp_path / "thesis.docx").exists()


def test_the_question_in_the_docs_has_an_answer(shown: str, data_dir: Path) -> None:
    assert shown
    code = (ROOT / "docs" / "nightly.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    question = code.split('"""')[1].replace("data/", f"{data_dir}/")
    with duckdb.connect(str(data_dir / "published" / "thidua.duckdb"), read_only=True) as con:
        answer = con.execute(question).fetchall()
    assert len(answer) == 18 and {row[2:] for row in answer} == {(0, 0)}
