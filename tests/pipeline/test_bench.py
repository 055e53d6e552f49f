"""The bench: what it counts and how it tells it. How long anything takes is no test's business."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from extractors.language import extract
from extractors.model import Article
from pipeline.bench.__main__ import SAMPLES, bench, pages_in
from pipeline.bench.long import long_articles
from pipeline.bench.others import Comparison, Unmeasured, beside_trafilatura, beside_underthesea, beside_word_tokenize
from pipeline.bench.report import lines, rows
from pipeline.bench.stages import Run, run_stages
from pipeline.bench.timing import Stage, raced, timed
from pipeline.errors import InputError
from tests.articles import article_of

PAGES = (
    "sonoivu-yenbai.example__2020-01-tap-rong.html",
    "thidua-caobang.example__2013-quyet-dinh-812.html",
    "baocaonguyen.example__2019-06-quyet-thang.txt",
)


def run_of(*stages: Stage, articles: tuple[Article, ...] = ()) -> Run:
    return Run(stages, articles, pages=3, unreadable=1, peak_mib=100.4, peak_with_build_mib=200.6)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in PAGES:
        (tmp_path / name).write_bytes((SAMPLES / name).read_bytes())
    (tmp_path / "style.css").write_text("p {}")
    return tmp_path


def test_the_work_is_done_as_often_as_asked_and_its_result_kept() -> None:
    done: list[int] = []
    seconds, result = timed(lambda: done.append(1) or len(done), rounds=4)
    assert (len(done), result) == (4, 4)
    assert seconds >= 0


def test_a_race_is_run_in_turns() -> None:
    laps: list[str] = []
    raced(lambda: laps.append("ours"), lambda: laps.append("theirs"), rounds=3)
    assert laps == ["ours", "theirs"] * 3


def test_every_stage_is_run_on_every_page(folder: Path) -> None:
    run = run_stages(pages_in(folder))
    assert [stage.name for stage in run.stages] == ["read", "extract", "write", "build"]
    assert (run.pages, len(run.articles), run.unreadable) == (3, 2, 1)
    assert (len(run["read"].seconds), len(run["extract"].seconds), run["write"].pages) == (3, 2, 2)
    assert run["extract"].syllables > 300
    assert 0 < run.peak_mib <= run.peak_with_build_mib


def test_pages_without_an_article_still_give_a_report(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("")
    run = run_stages(pages_in(tmp_path))
    assert [stage.name for stage in run.stages] == ["read", "extract"]
    missing = Unmeasured("other", "no page")
    told = list(lines(run, missing, missing, missing))
    assert told[0].startswith("1 pages, 0 articles, 1 not readable")
    assert [row[0] for row in rows(run)] == ["read", "extract"]


def test_a_row_tells_mean_median_and_speed() -> None:
    read = Stage("read", (0.010, 0.010, 0.040), pages=3, syllables=600)
    name, mean, median, _, pages, syllables = next(rows(run_of(read)))
    assert (name, mean, median, pages, syllables) == ("read", "20.00", "10.00", "50", "10,000")


def test_the_way_from_bytes_to_shard_leaves_the_build_out() -> None:
    stages = [Stage(name, (0.006,), pages=3, syllables=300) for name in ("read", "extract", "write", "build")]
    way = list(rows(run_of(*stages, articles=(article_of("một"),) * 3)))[-1]
    assert way == ("bytes to shard", "6.00", "", "", "167", "16,667")


def test_ratios_are_told_with_both_figures() -> None:
    ours = Stage("read", (0.002, 0.002), pages=2, syllables=800)
    slow = Stage("other", (0.008, 0.008), pages=2, syllables=800)
    told = list(lines(run_of(ours), *[Comparison(ours, slow, characters=7800)] * 3))
    assert told[1] == "peak memory: 100 MiB after reading and extracting, 201 MiB with the build"
    assert told[2] == "read takes 0.25 x other (2.00 and 8.00 ms a page; 2 pages of HTML)"
    assert told[3].startswith("read is 4.0 x as fast as other sentence by sentence (200,000 and 50,000 syllables/s;")
    assert told[4].startswith("all facts of a long article take 1/4.0 of other on the same text (2.00 and 8.00 ms;")
    assert told[4].endswith("2 articles of some 7,800 characters)")


def test_a_tool_that_did_not_run_is_said() -> None:
    missing = Unmeasured("underthesea ner", "no sentence here")
    told = list(lines(run_of(Stage("read", (0.002,), pages=1, syllables=1)), missing, missing, missing))
    assert told[3] == told[4] == "underthesea ner: not measured, no sentence here"


def test_trafilatura_reads_the_pages_of_html_only(folder: Path) -> None:
    measured = beside_trafilatura(pages_in(folder))
    assert isinstance(measured, Comparison)
    assert (measured.ours.pages, len(measured.other.seconds)) == (2, 2)
    assert isinstance(beside_trafilatura([]), Unmeasured)


def test_entities_are_looked_for_in_as_many_articles_as_have_enough_sentences() -> None:
    articles = [article_of("Ông Lê Văn Thử dự họp. Bà Mai Thị Mẫu phát biểu."), article_of("Hội nghị kết thúc.")]
    measured = beside_underthesea(articles, at_most=2)
    assert isinstance(measured, Comparison)
    assert (measured.ours.pages, measured.other.pages, measured.other.syllables) == (1, 2, 12)
    assert isinstance(beside_underthesea([]), Unmeasured)


def test_words_are_told_apart_in_the_same_articles() -> None:
    articles = [article_of("Ông Lê Văn Thử dự họp."), article_of("Hội nghị kết thúc.")]
    measured = beside_word_tokenize(articles)
    assert isinstance(measured, Comparison)
    assert (measured.ours.pages, measured.other.pages, measured.characters) == (2, 2, 20)
    assert isinstance(beside_word_tokenize([]), Unmeasured)


def test_long_articles_are_those_of_the_folder_or_else_our_own() -> None:
    short, long = article_of("Hội nghị kết thúc."), article_of("Hội nghị kết thúc. " * 400)
    assert long_articles([short, long]) == [long]
    [own] = long_articles([short])
    assert 7500 <= len(own.text) <= 8100
    facts = extract(own)
    assert all((facts.meetings, facts.campaigns, facts.awards)) and len(facts.officials) > 5


def test_a_folder_without_pages_is_told_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no saved page in it; name a folder"):
        pages_in(tmp_path)
    with pytest.raises(InputError, match=r"nowhere"):
        pages_in(tmp_path / "nowhere")


def test_the_command_prints_plain_lines_where_there_is_no_terminal(folder: Path) -> None:
    app = Typer()
    app.command()(bench)
    result = CliRunner().invoke(app, [str(folder)])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("stage ")
    assert "3 pages, 2 articles, 1 not readable" in result.output
    assert "trafilatura bare_extraction" in result.output and "underthesea ner" in result.output
    assert "underthesea word_tokenize" in result.output


def test_the_command_says_in_one_line_what_is_wrong(tmp_path: Path) -> None:
    app = Typer()
    app.command()(bench)
    result = CliRunner().invoke(app, [str(tmp_path)])
    assert result.exit_code == 3
    assert result.output.count("\n") == 1 and result.output.startswith("thidua: ")
