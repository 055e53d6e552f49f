"""Articles, pages and documents that nobody wrote: each is read or refused, in its time, and its facts hold together.

They are the same ones each time. `python -m pipeline.bench.spliced` goes on with others for as long as it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from extractors.language import extract
from extractors.model import Block, Facts, Page, Span
from pipeline.bench import spliced
from pipeline.bench.breaches import breaches, spans_in
from pipeline.bench.spliced import bench_spliced, failures, trial
from pipeline.settings import Settings
from tests.articles import article_of

SEED = 2026
TRIALS = 60
PAGE = Page(b"", "trang.txt", "text/plain")
TOLD = """Ngày 10/3/2023, UBND tỉnh Hà Giang tổ chức Hội nghị tổng kết phong trào thi đua năm 2022.
Ông Lê Văn Bền, Chủ tịch UBND tỉnh, trao Bằng khen cho 12 tập thể; khen thưởng người lao động chiếm 61,5%."""


def test_what_nobody_wrote_is_read_or_refused_and_its_facts_hold_together() -> None:
    trials = (trial(SEED, number) for number in range(TRIALS))
    assert [(made.name, reason) for made, reason in failures(trials, Settings(workers=1))] == []


def test_the_same_number_makes_the_same_trial() -> None:
    assert [trial(SEED, number) for number in range(6)] == [trial(SEED, number) for number in range(6)]
    assert len({trial(SEED, number).content for number in range(12)}) == 12


def told_of(facts: Facts) -> list[str]:
    return list(breaches(PAGE, article_of(TOLD, published_reason="none"), facts))


def test_facts_that_hold_together_are_no_breach() -> None:
    facts = extract(article_of(TOLD))
    assert facts.meetings and facts.officials and facts.awards and facts.shares
    assert told_of(facts) == []


def test_every_breach_is_told() -> None:
    facts = extract(article_of(TOLD))
    [meeting], [award], [share] = facts.meetings, facts.awards, facts.shares
    moved = replace(award, span=Span(0, award.span.end, award.span.quote))
    for broken, word in (
        (replace(facts, awards=(moved,)), "not what stands there"),
        (replace(facts, awards=(replace(award, count=0),)), "0 honours"),
        (replace(facts, awards=(replace(award, part_of=0),)), "part of itself"),
        (replace(facts, shares=(replace(share, percent=250.0),)), "250.0 %"),
        (replace(facts, meetings=(replace(meeting, date_reason="none"),)), "a day or a reason"),
        (replace(facts, meetings=(replace(meeting, date="2023-02-30"),)), "on no day"),
        (replace(facts, meetings=(replace(meeting, end_date="2023-03-01"),)), "over before it began"),
        (replace(facts, awards=(award, replace(award, span=Span(0, 4, TOLD[:4])))), "not in the order"),
    ):
        assert any(word in told for told in told_of(broken)), word


def test_an_empty_block_is_told() -> None:
    article = article_of(TOLD, published_reason="none")
    broken = replace(article, blocks=(*article.blocks, Block(len(article.text), len(article.text), "body")))
    assert list(breaches(PAGE, broken, Facts())) == ["blocks are empty or overlap"]


def test_every_span_of_a_fact_is_looked_at() -> None:
    facts = extract(article_of(TOLD))
    [official] = facts.officials
    looked_at = list(spans_in(facts))
    assert {official.span, *official.mentions, *(title.span for title in official.titles)} <= set(looked_at)


def test_the_command_names_what_went_wrong_and_keeps_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wrong = Page(b"<p>", "page 1 0")

    def failing(trials: Iterator[Page], _: Settings) -> list[tuple[Page, str]]:
        return [(next(trials), "no such thing")]

    monkeypatch.setattr(spliced, "failures", failing)
    monkeypatch.setattr(spliced, "trial", lambda _seed, _number: wrong)
    app = Typer()
    app.command()(bench_spliced)
    result = CliRunner().invoke(app, ["--seconds", "60", "--keep", str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.splitlines() == ["page 1 0: no such thing", "1 tried, 1 went wrong"]
    assert (tmp_path / "page-1-0").read_bytes() == b"<p>"
