"""A fact, opened: its sentence, what was read, where it came from, who else told it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractors.model import Facts
from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from pipeline.query import answering
from pipeline.show import UnknownFactError, open_fact
from pipeline.warehouse.build import build
from tests.pipeline.stored import article, mention, row, sample_rows, store


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("store")
    hostile = article("Tin [bold]\x9b31m\nPhong trào xây dựng nông thôn mới\u202e của xóm.", name="\x1b[2J.html")
    facts = Facts(campaigns=(mention(hostile.text, "xây dựng nông thôn mới"),))
    build(store(home, [*sample_rows(), row(hostile, facts)]))
    return home


def _id(data: Path, sql: str) -> str:
    with answering(data / "published" / "thidua.duckdb", sql) as answer:
        return str(next(iter(answer.rows))[0])


def _show(data: Path, fact_id: str) -> Result:
    return CliRunner().invoke(app, ["show", fact_id, "--data-dir", str(data)])


def test_the_sentence_the_fields_and_the_source(data: Path) -> None:
    award = _id(
        data, "SELECT award_id FROM awards JOIN articles USING (article_id) WHERE count = 12 AND url LIKE '%langson%'"
    )
    opened = open_fact(data / "published" / "thidua.duckdb", award)
    sentence = opened.before + opened.quote + opened.after
    assert opened.quote == "12 tập thể được tặng Cờ thi đua"
    assert sentence.startswith("Toàn tỉnh có 12 tập thể")
    assert sentence.endswith("7 tập thể khối sở.")
    assert opened.fields[0]["count"] == 12
    assert (opened.article.title, opened.article.published) == ("Tổng kết phong trào thi đua năm 2022", "2022-12-23")
    assert [copy.source for copy in opened.copies] == ["baomau.example.vn"]


def test_the_command_prints_all_of_it(data: Path) -> None:
    mention_id = _id(
        data, "SELECT mention_id FROM campaign_mentions JOIN articles USING (article_id) WHERE url LIKE '%baomau%'"
    )
    told = _show(data, mention_id).stdout
    for line in (
        f"campaign {mention_id}",
        "[Cả nước chung sức xây dựng nông thôn mới]” lan tới mọi xã",
        "nong-thon-moi",
        "test.rule (confidence 0.90)",
        "Lạng Sơn nhìn lại một năm thi đua",
        "https://www.baomau.example.vn/9.html",
        "2022-12-25 (day, from “ngày 2022-12-25”, test.rule)",
        "bao/9.html",
        "Cổng thông tin điện tử tỉnh Lạng Sơn (Lạng Sơn) · 2022-12-23",
    ):
        assert line in told


def test_every_fact_can_be_opened(data: Path) -> None:
    with answering(data / "published" / "thidua.duckdb", "SELECT fact_id, kind FROM facts") as answer:
        facts = list(answer.rows)
    assert {kind for _, kind in facts} == {"meeting", "official", "campaign", "award", "share"}
    for fact_id, kind in facts:
        opened = open_fact(data / "published" / "thidua.duckdb", fact_id)
        assert (opened.fact_id, opened.kind) == (fact_id, kind)
        assert opened.fields


def test_an_official_shows_each_office(data: Path) -> None:
    official = _id(data, "SELECT official_id FROM officials WHERE person_id = 'lý thị vân'")
    offices = [fields["office"] for fields in open_fact(data / "published" / "thidua.duckdb", official).fields]
    assert offices == ["Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"]


def test_the_beginning_of_an_id_is_enough_where_only_one_begins_so(data: Path) -> None:
    share = _id(data, "SELECT share_id FROM award_shares")
    assert open_fact(data / "published" / "thidua.duckdb", share[:4]).fact_id == share
    with pytest.raises(UnknownFactError, match="several ids begin so"):
        open_fact(data / "published" / "thidua.duckdb", "c")


@pytest.mark.parametrize("wanted", ["zzz", "", "' OR 1=1 --", "%", "c%", "\x1b[31m"])
def test_an_unknown_id_is_one_line_and_wrong_usage(data: Path, wanted: str) -> None:
    run = _show(data, wanted)
    assert (run.exit_code, run.stdout) == (ExitStatus.USAGE, "")
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith("thidua: fact ")


def test_nothing_on_a_page_is_obeyed_by_the_terminal(data: Path) -> None:
    hostile = _id(
        data, "SELECT mention_id FROM campaign_mentions JOIN articles USING (article_id) WHERE title LIKE 'Tin [%'"
    )
    told = _show(data, hostile).stdout
    assert "Tin [bold]" in told
    assert all(c.isprintable() or c == "\n" for c in told)
