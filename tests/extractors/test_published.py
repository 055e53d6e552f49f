"""Publication dates: every shape a page prints, and telling a date from a clock."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.rules import Rule, load_rules
from extractors.html.dates import in_vietnam
from extractors.model import Article
from extractors.plain.stamps import stamps_of
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, page, read, read_markup

RULES = load_rules("published").rules


def article_of(text: str) -> Article:
    if text.startswith("<"):
        return read_markup(text)
    return read(text if "\n" in text else page(f"{TITLE}\n{text}", FIRST, LAST))


def rules_in(text: str) -> set[str]:
    article = article_of(text)
    shapes = {stamp.rule for line in text.split("\n") for stamp in stamps_of(line)}
    return {d.rule for d in article.dates} | ({"published.line.today"} & shapes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_its_example_and_not_its_counterexample(rule: Rule) -> None:
    assert rule.id in rules_in(rule.example)
    assert rule.id not in rules_in(rule.counterexample)


@pytest.mark.parametrize(
    "line",
    [
        "Thứ năm - 12/05/2022 08:53", "Thứ Năm, 12/05/2022, 09:26 [GMT+7]", "Thứ năm, 12/05/2022 - 11:21'",
        "12/05/2022 - 22:13", "02:24 12/05/2022", "15:37, 12/05/2022", "BHO 17:23, 12/05/2022",
        "PV - 19:44, 12/05/2022",
        "Ngày 12/05/2022 08:18:00", "Cập nhật lúc 10:24 12/05/2022 (GMT+7)",
        "Cập nhật: Thứ năm, 12/5/2022 | 3:19:44 PM",
        "Cập nhật | 12-05-2022", "Được đăng: Thứ năm, 12 Tháng 5 2022 15:44",
        "Lượt xem: 70 | Gửi lúc: 12/05/2022 15:42:27",
        "Đăng lúc: 12-05-2022 3:20 Chiều", "Ngày phát hành: 12/05/2022", "date 2022-05-12",
        "Xuất bản:Thứ năm, 12/05/2022",
        "12/05/2022 08:55:40", "Thời sự 12-05-2022", "Thứ Năm 22:52 12/05/2022", "10:59, ngày 12-05-2022", "12/05/2022",
        "12/05/2022 16:07 GMT +7", "12/05/2022 08:00:00 Xem cỡ chữ: A+ A-", "(12/05/2022 - 18:30)",
        "12/05/2022 | 10:05",
        "12/05/2022 10:11 SA", "(BHO) - 12/5/2022 | 14:37", "Thứ năm - 12/05/2022 09:47    612    0",
        "12 Tháng Năm 2022",
        "Ngày đăng: 12 tháng 5 năm 2022", "2022-05-12T08:15:00", "May 12, 2022", "12 May 2022", "12/05/22 08:15",
    ],
)  # fmt: skip
def test_shapes_of_provincial_pages(line: str) -> None:
    published = article_of(line).published
    assert published is not None
    role = "updated" if line.startswith("Cập nhật") else "published"
    assert (published.date, published.role, published.precision) == ("2022-05-12", role, "day")
    assert published.evidence


@pytest.mark.parametrize(
    "line",
    [
        "Tháng 5/2022",
        "Năm 2022",
        "31/02/2022",
        "32/01/2022",
        "Giai đoạn 2021-2022",
        "Số 12/05-2022/QĐ",
        "20h30 ngày 12/5",
    ],
)
def test_no_day_is_invented(line: str) -> None:
    article = article_of(line)
    assert article.published is None
    assert article.published_reason == "no date on the page"


def test_of_two_dates_the_one_above_the_menu_is_the_clock() -> None:
    menu = "Trang chủ  Thời sự  Kinh tế  Xã hội  Thể thao"
    article = read(
        page("Thứ Hai, 09/12/2024, 21:07:33 [GMT+7]", menu, "Thứ Năm, 12/05/2022, 08:15", TITLE, FIRST, LAST)
    )
    assert article.published is not None
    assert article.published.date == "2022-05-12"
    assert [(d.date, d.role) for d in article.dates][1:] == [("2024-12-09", "page_clock")]


def test_a_lone_date_above_the_title_is_a_clock_unless_the_text_bears_it_out() -> None:
    told = FIRST.replace("12/5", "12/5/2012")
    assert read(page("Thứ sáu,  02/06/2023", TITLE, told, LAST)).published_reason == "only a page clock"
    backed = read(page("Thứ sáu, 13/05/2022", TITLE, FIRST, LAST)).published
    assert backed is not None
    assert backed.date == "2022-05-13"


@pytest.mark.parametrize(
    "clock",
    [
        '<div id="current-date">{}</div>', '<div class="header-right today">{}</div>', '<span id="lblClock">{}</span>',
        '<div class="date-now"><b>{}</b></div>', '<div id="clock"><p><span>{}</span></p></div>',
    ],
)  # fmt: skip
def test_what_the_markup_calls_the_day_of_today_is_a_clock(clock: str) -> None:
    today = clock.format("Thứ sáu, 13/05/2022, 21:03")
    lone = read_markup(f"<html><body>{today}<h1>{TITLE}</h1><p>{FIRST}</p><p>{LAST}</p></body></html>")
    assert lone.published_reason == "only a page clock"
    shown = "<div class='date'><i class='fa fa-clock-o'></i> 12/05/2022 08:15</div>"
    for above, below in ((today + shown, ""), (today, shown), (shown + today, ""), ("", shown + today)):
        markup = f"<html><body>{above}<h1>{TITLE}</h1>{below}<p>{FIRST}</p><p>{LAST}</p></body></html>"
        published = read_markup(markup).published
        assert published is not None
        assert published.date == "2022-05-12"


def test_a_window_named_like_the_headline_is_not_where_the_article_begins() -> None:
    clock = "<div>Thứ sáu, 13/05/2022, 21:03 [GMT+7]</div>"
    head = f"<html><head><title>{TITLE}</title></head><body>{clock}<h1>{TITLE}</h1>"
    article = read_markup(f"{head}<div>Thứ năm, 12/05/2022, 08:15</div><p>{FIRST}</p><p>{LAST}</p></body></html>")
    assert [(d.date, d.role) for d in article.dates] == [("2022-05-12", "published"), ("2022-05-13", "page_clock")]


@pytest.mark.parametrize("month", ["/202205/", "/2022/05/", "/2022/05/12/"])
def test_the_month_in_the_address_decides_between_dates(month: str) -> None:
    url = f"https://bao.example/thoi-su{month}tuyen-duong-5e07b3d/"
    clock, shown = "Thứ tư, 14/09/2022", "12/05/2022 08:15"
    for lines in ([clock, TITLE, shown], [clock, shown, TITLE], [TITLE, clock, shown]):
        published = read(page(*lines, FIRST, LAST), url=url).published
        assert published is not None
        assert published.date == "2022-05-12"
    assert read(page(clock, TITLE, FIRST, LAST), url=url).published_reason == "only a page clock"
    late = read(page(TITLE, "02/06/2022", FIRST, LAST), url=url).published
    assert late is not None
    assert late.date == "2022-06-02"


def test_an_update_is_the_publication_only_where_nothing_else_is_said() -> None:
    both = article_of("Ngày đăng: 12/05/2022 08:15 | Cập nhật: 14/05/2022 09:00")
    assert [(d.date, d.role) for d in both.dates] == [("2022-05-12", "published"), ("2022-05-14", "updated")]
    alone = article_of("Cập nhật: 14:05, 14/05/2022").published
    assert alone is not None
    assert alone.date == "2022-05-14"


def test_the_date_of_a_document_is_a_decision_date() -> None:
    article = read(page(TITLE, "Bình Hòa, ngày 12 tháng 5 năm 2022", FIRST, LAST))
    assert article.published is None
    assert [(d.date, d.role) for d in article.dates] == [("2022-05-12", "decision")]


def test_dates_of_other_articles_and_of_tables_are_not_it() -> None:
    listed = page(TITLE, FIRST, SECOND, LAST, "Các tin khác", "Thôn Đồng làm đường hoa (12/05/2022)", "12/05/2022")
    assert read(listed).published is None
    table = page(TITLE, FIRST, *(f"{day}/05/2020" for day in range(10, 16)), LAST)
    assert read(table).published is None
    assert "12/05/2020" in read(table).text


def test_a_day_in_utc_is_moved_to_vietnam() -> None:
    assert in_vietnam("2020-02-02T18:30:00Z") == date(2020, 2, 3)
    assert in_vietnam("2020-02-02T18:30:00+07:00") == date(2020, 2, 2)
    assert in_vietnam("2020-02-02") == date(2020, 2, 2)
    assert in_vietnam("2020-02-30") is None
    assert in_vietnam("0001-01-01T00:00:00Z") is None


def test_a_sentence_with_a_date_is_not_a_date_line() -> None:
    assert stamps_of("Ngày 12/05/2022, xã tổ chức lễ tuyên dương") == ()
    assert stamps_of("Thứ bảy, ngày 12/05/2022:") == ()
