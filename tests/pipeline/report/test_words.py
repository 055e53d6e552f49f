"""Codes and reasons stand on the page in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from extractors.errors import UnreadableCode
from extractors.model import Dated
from extractors.plain.stamps import Stamp
from extractors.published import publication
from pipeline.report.language import Lang, language
from tests.pipeline.report.conftest import Made, stopped_rows
from tests.pipeline.report.test_page import words
from tests.pipeline.stored import article, row

OF_THE_SANDBOX = {"timeout", "memory", "crashed", "error"}


@pytest.mark.parametrize("lang", Lang)
def test_every_code_of_a_page_that_cannot_be_read_has_words(lang: Lang) -> None:
    assert set(language(lang).texts["refusals"]) == {*get_args(UnreadableCode), *OF_THE_SANDBOX}


@pytest.mark.parametrize("lang", Lang)
def test_every_reason_for_no_date_has_words(lang: Lang) -> None:
    clock = Stamp(date(2024, 5, 5), "published.line.today", "Hôm nay: 05/05/2024")
    known = language(lang).texts["undated_reasons"]
    assert {publication([], "").reason, publication([clock], "").reason} < set(known)
    assert "a document is issued, not published" in known


def test_the_vietnamese_page_tells_them_in_vietnamese(stopped: Made) -> None:
    overview, articles = words(stopped.by_id("overview")), words(stopped.by_id("articles"))
    assert "theo lý do: trang liệt kê bài khác, không phải bài viết (1)." in overview
    assert "liet-ke.html trang liệt kê bài khác, không phải bài viết" in overview
    assert "Ngày đăng không rõ: trang không ghi ngày" in articles
    assert "không rõ nguồn" in articles
    for english in ("a list of other pages", "no date on the page", "unknown"):
        assert english not in overview + articles


def test_the_english_page_has_the_reason_itself(made: Callable[..., Made]) -> None:
    page = made(stopped_rows(), lang=Lang.EN)
    assert "liet-ke.html a list of other pages" in words(page.by_id("overview"))


def test_a_day_of_change_is_not_called_that_of_publication(made: Callable[..., Made]) -> None:
    changed = Dated("2024-05-05", "updated", "day", "Cập nhật: 05/05/2024", "published.line.updated")
    said = replace(changed, role="published", evidence="Đăng lúc: 05/05/2024", rule="published.line.labelled")
    for dated, label in ((changed, "Ngày cập nhật"), (said, "Ngày đăng")):
        page = made([row(replace(article("Tin\nHôm nay trời nắng."), published=dated, published_reason=None))])
        assert f"{label} 05/05/2024" in words(page.by_id("articles"))


def test_the_documents_reason_is_that_of_the_reader(paper: Made) -> None:
    assert "văn bản có ngày ban hành, không có ngày đăng" in words(paper.by_id("articles"))
