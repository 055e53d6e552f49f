"""Official documents on the page: their frame, their pages, the pictures of these, and what does not agree in them."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from xml.etree.ElementTree import Element

from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from pipeline.pictures.originals import Originals
from pipeline.report.language import Lang
from pipeline.report.limits import Limits
from pipeline.report.write import write_report
from tests.conftest import ROOT
from tests.pipeline.papered import DOCUMENTS
from tests.pipeline.report.conftest import Made
from tests.pipeline.report.test_hostile import ALLOWED
from tests.pipeline.report.test_page import answer, classed, words


def card_of(made: Made, title: str) -> Element:
    (found,) = [card for card in classed(made.tree, "card") if words(next(card.iter("h3"))).startswith(title)]
    return found


def policy_of(made: Made) -> str:
    (policy,) = [meta.get("content", "") for meta in made.tree.iter("meta") if meta.get("http-equiv")]
    return policy


def test_a_card_of_a_document_shows_its_frame(paper: Made) -> None:
    (frame,) = classed(card_of(paper, "BÁO CÁO"), "frame")
    told = {words(line[0]): words(line[1]) for line in frame}
    assert told["Số, ký hiệu"] == "312/BC-UBND"
    assert told["Ngày ban hành"] == "18/12/2023"
    assert told["Loại văn bản"].startswith("Báo cáo d")
    assert "HÀ GIANG" in told["Cơ quan ban hành"]
    assert told["Người ký"] == "KT. PHÓ CHỦ TỊCH Vàng Thị Mai Ly"
    assert not classed(card_of(paper, "Thông báo"), "frame")


def test_sentences_tell_their_pages(paper: Made) -> None:
    assert {words(one) for one in classed(card_of(paper, "BÁO CÁO"), "paper")} <= {"trang 1", "trang 2"}
    assert {words(one) for one in classed(card_of(paper, "DANH SÁCH"), "paper")} <= {"trang tính 1", "trang tính 2"}
    recognised = {words(one) for one in classed(card_of(paper, "Thông báo"), "paper")}
    assert recognised == {"trang 3 · nhận dạng từ ảnh, tin cậy 71,0%"}


def test_what_does_not_agree_stands_at_its_honours(paper: Made) -> None:
    section = paper.by_id("awards")
    told = [words(heading) for heading in section.iter("h4")]
    assert "≠ Văn bản nêu 6, danh sách có 5" in told
    assert "≠ <b>lạ</b>: nêu 4, tìm thấy 3" in told
    places = [link.get("href", "") for link in classed(section, "differs") if link.tag == "a"]
    assert {"#x1", "#x2"} == set(places)
    marked = [words(line) for line in section.iter("li") if classed(line, "differs")]
    assert any(line.startswith("6 cá nhân ≠") for line in marked)
    assert not any(line.startswith("3 tập thể") for line in marked)
    marks = [words(mark) for place in ("x1", "x2") for mark in paper.by_id(place).iter("mark")]
    assert sorted(marks) == ["4 tập thể", "tặng Giấy khen cho 03 tập thể và 06 cá nhân"]


def test_a_scan_that_is_hardly_legible_counts_nowhere_and_is_opened(paper: Made) -> None:
    (listed,) = paper.by_id("l-uncounted").iter("li")
    assert "Thông cáo mờ" in words(listed)
    assert "tin cậy 31,0%; không tính vào các con số" in words(card_of(paper, "Thông cáo mờ"))
    assert "không tính" not in words(card_of(paper, "Thông báo"))
    assert not any(words(line).startswith("97 tập thể") for line in paper.by_id("awards").iter("li"))
    (keys,) = classed(paper.by_id("overview"), "keys")
    assert words(keys[0]) == "bài đã xem 4"


def test_without_pictures_the_page_lets_none_in(paper: Made) -> None:
    assert not list(paper.tree.iter("img"))
    assert "img-src" not in policy_of(paper)


def test_pictures_stand_in_the_page_and_the_rest_is_told(pictured: Made) -> None:
    images = list(pictured.tree.iter("img"))
    assert 3 <= len(images) <= 6
    assert policy_of(pictured).count("img-src data:;") == 1
    assert policy_of(pictured).startswith("default-src 'none'; script-src 'none'; ")
    for image in images:
        kind, _, content = (image.get("src") or "").partition(",")
        assert kind == "data:image/png;base64"
        assert base64.b64decode(content, validate=True).startswith(b"\x89PNG")
        assert "trang" in (image.get("alt") or "")
    told = words(pictured.by_id("articles"))
    assert re.search(r"chỉ 6 câu đầu trong các tệp PDF có ảnh; còn \d+ câu nữa", told)
    assert "Không có ảnh: tệp gốc không có trong kho lưu trữ" in words(pictured.tree)
    assert {element.tag for element in pictured.tree.iter()} <= ALLOWED | {"img"}


def test_the_same_originals_give_the_same_bytes(pictured: Made, tmp_path: Path) -> None:
    again = Originals(pictured.settings, [DOCUMENTS])
    limits = Limits(articles=30, page_pictures=6)
    write_report(pictured.settings.warehouse_path, tmp_path / "again.html", Lang.VI, limits, originals=again)
    assert (tmp_path / "again.html").read_bytes() == pictured.page.read_bytes()


def test_the_examples_of_the_manual_answer(paper: Made) -> None:
    manual = (ROOT / "docs" / "documents.md").read_text("utf-8")
    decisions, differences = (answer(paper, sql) for sql in re.findall(r"```sql\n(.*?)```", manual, re.DOTALL))
    assert ("2208/QĐ-UBND", "giay-khen", 3, 1) in {(row[0], row[4], row[6], row[7]) for row in decisions}
    assert [row[0] for row in differences] == ["quyet-dinh-danh-sach.docx", "quét.pdf"]


def test_command(paper: Made, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    asked = ["report", "--out", str(out), "--lang", "en", "--data-dir", str(paper.settings.data_dir)]
    done = CliRunner().invoke(app, [*asked, "--pictures", "--originals", str(DOCUMENTS)])
    assert done.exit_code == ExitStatus.WELL
    assert re.search(r"^\d+ pictures of pages, 0 left out$", done.stdout, re.MULTILINE)
    assert "Picture of page 1, the sentence framed" in out.read_text("utf-8")
    wrong = CliRunner().invoke(app, [*asked, "--originals", str(tmp_path / "none")])
    assert wrong.exit_code == ExitStatus.USAGE
