"""A fact, opened: its sentence, what was read, where it came from, who else told it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractors.model import Facts
from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from pipeline.query import answering
from pipeline.show import UnknownFactError, open_fact
from pipeline.warehouse.build import build
from tests.pipeline.papered import DOCUMENTS, papered
from tests.pipeline.stored import article, first_article, mention, reprint, row, sample_rows, store


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


def test_a_fact_of_an_earlier_version_names_the_one_that_stands(tmp_path: Path) -> None:
    read, facts = first_article()
    longer = f"{read.text} Bài viết đã được sửa."
    edited = replace(read, text=longer, blocks=(*read.blocks[:-1], replace(read.blocks[-1], end=len(longer))))
    build(store(tmp_path, [row(read, facts, captured_at=1), row(edited, facts, captured_at=2), row(*reprint())]))
    share = "SELECT share_id FROM award_shares JOIN articles USING (article_id) WHERE superseded_by IS {} NULL"
    earlier = _show(tmp_path, _id(tmp_path, share.format("NOT"))).stdout
    standing = _id(tmp_path, "SELECT superseded_by FROM articles WHERE superseded_by IS NOT NULL")
    told = f"an earlier version; the source has now {standing} · 2022-12-23 · Tổng kết phong trào thi đua năm 2022"
    assert [line[18:] for line in earlier.splitlines() if line.startswith("not counted")] == [told]
    assert earlier.count("2022-12-23 · Tổng kết") == 2, "the version that stands is among those that tell the story"
    later = _show(tmp_path, _id(tmp_path, share.format(""))).stdout
    assert "not counted" not in later
    assert "2 articles; also in" in later, "an earlier version is no reprint"


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


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papered(tmp_path_factory.mktemp("papered")).data_dir


def _award_in(documents: Path, name: str) -> str:
    asked = "SELECT award_id FROM awards JOIN articles USING (article_id) JOIN pages AS p USING (page_id)"
    return _id(documents, f"{asked} WHERE p.name = '{name}' ORDER BY award_id")


def _pictured(documents: Path, name: str, out: Path, *more: str) -> Result:
    asked = ["show", _award_in(documents, name), "--data-dir", str(documents), "--picture", str(out), *more]
    return CliRunner().invoke(app, asked)


def test_a_picture_of_the_page(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "tên lạ \x1b[2J.png"
    run = _pictured(documents, "bao-cao-tong-ket.pdf", out, "--originals", str(DOCUMENTS))
    assert run.exit_code == ExitStatus.WELL
    assert out.read_bytes().startswith(b"\x89PNG")
    assert "(trang " in run.stdout.splitlines()[-1]
    assert all(c.isprintable() or c == "\n" for c in run.stdout)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("quyet-dinh-danh-sach.docx", "not a PDF with places; open the file itself"),
        ("quét.pdf", "neither in the archive nor below --originals; give the folder it stands in"),
    ],
)
def test_no_picture_is_one_line_that_says_why(name: str, why: str, documents: Path, tmp_path: Path) -> None:
    run = _pictured(documents, name, tmp_path / "a.png", "--originals", str(DOCUMENTS))
    assert run.exit_code == ExitStatus.NOTHING_DONE
    assert run.stderr.count("\n") == 1
    assert why in run.stderr
    assert run.stdout.startswith("award ")
    assert not (tmp_path / "a.png").exists()


def test_an_article_of_the_web_has_no_picture(data: Path, tmp_path: Path) -> None:
    share = _id(data, "SELECT share_id FROM award_shares")
    run = CliRunner().invoke(app, ["show", share, "--data-dir", str(data), "--picture", str(tmp_path / "a.png")])
    assert (run.exit_code, run.stderr.count("\n")) == (ExitStatus.NOTHING_DONE, 1)
    assert "no document with pages" in run.stderr


def test_what_was_recognised_is_told(documents: Path) -> None:
    told = _show(documents, _award_in(documents, "quét.pdf")).stdout
    assert "trang 3" in told
    assert "nhận dạng từ ảnh (confidence 0.71)" in told
