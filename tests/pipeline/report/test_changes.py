"""What has changed since an earlier page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.report.figures import ELEMENT, EarlierReportError, read_earlier
from tests.pipeline.report.conftest import Made, hostile_rows
from tests.pipeline.report.test_page import words
from tests.pipeline.stored import first_article, other_article, row, sample_rows


def test_the_page_keeps_its_figures(hostile: Made) -> None:
    kept = read_earlier(hostile.page)
    assert kept.looked_at["articles"] == 6
    assert kept.campaigns["nong-thon-moi"].model_dump() == {
        "name": "Cả nước chung sức xây dựng nông thôn mới", "mentions": 3, "articles": 2, "stories": 1,
    }  # fmt: skip
    assert any("<script>alert(1)</script>" in campaign.name for campaign in kept.campaigns.values())
    assert kept.complete


def test_same_snapshot(made: Callable[..., Made], sample: Made) -> None:
    again = made(sample_rows(), since=sample.page)
    assert "không con số nào thay đổi" in words(again.by_id("changes"))


def test_new_gone_and_changed_campaigns(made: Callable[..., Made], sample: Made) -> None:
    now = made([row(*first_article()), *hostile_rows()], since=sample.page)
    told = [words(line) for line in now.by_id("changes").iter("tr")]
    assert "Bài 3 4 +1" in told
    assert "Cả nước chung sức xây dựng nông thôn mới 3 → 2 −1 2 → 1 −1 1 → 1 ±0" in told
    assert any(line.startswith("Mỗi khóm một việc làm hay không còn 1 → 0 −1") for line in told)
    assert any("mới 0 → 3 +3" in line for line in told)
    assert "Bằng khen · không rõ cấp · Tập thể · Đã trao 0 4 +4" in told


def test_a_page_that_was_cut_is_refused(sample: Made, tmp_path: Path) -> None:
    cut = tmp_path / "cut.html"
    cut.write_text(sample.text[: sample.text.index(ELEMENT) + 300])
    with pytest.raises(EarlierReportError, match="holds no figures"):
        read_earlier(cut)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", f'<pre id="{ELEMENT}">[]</pre>'.encode(), b"<" * 100_000])
def test_files_that_are_no_reports(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(content)
    with pytest.raises(EarlierReportError):
        read_earlier(tmp_path / "old.html")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EarlierReportError, match="cannot be read"):
        read_earlier(tmp_path / "none.html")


def test_a_campaign_that_the_earlier_page_left_out_is_not_new(made: Callable[..., Made]) -> None:
    from pipeline.report.limits import Limits

    before = made([row(*first_article()), row(*other_article())], limits=Limits(figures=1))
    now = made(sample_rows(), since=before.page)
    told = words(now.by_id("changes"))
    assert "chỉ so các phong trào có ở cả hai" in told
    assert "mới" not in [words(tag) for tag in now.by_id("changes").iter("span")]
