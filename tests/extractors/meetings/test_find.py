"""Meetings of whole articles: found once, with name, kind, day, place, host and period, and nothing besides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.meetings.find import find_meetings
from extractors.model import Dated, Meeting
from tests.articles import reading_of
from tests.strategies import news


def found(text: str, published: str | None = None) -> tuple[Meeting, ...]:
    page = Dated(published, "published", "day", published, "test") if published else None
    return find_meetings(reading_of(text, published=page))


def only(text: str, published: str | None = None) -> Meeting:
    [meeting] = found(text, published)
    return meeting


def test_one_meeting_told_in_title_lead_body_and_caption_is_one() -> None:
    meeting = only(
        "Hội nghị tổng kết công tác thi đua năm 2019\n"
        "Sáng 9/1, tại Hội trường Sông Chảy, UBND huyện Bảo Yên tổ chức Hội nghị tổng kết phong trào thi đua, công tác "
        "khen thưởng năm 2019 và triển khai nhiệm vụ năm 2020. Dự hội nghị có đại diện các xã.\n"
        "Quang cảnh Hội nghị tổng kết phong trào thi đua\n"
        "Phát biểu tại hội nghị, lãnh đạo huyện biểu dương các xã. Hội nghị được truyền trực tuyến đến 17 điểm cầu.",
        published="2020-01-10",
    )
    expected = "Hội nghị tổng kết phong trào thi đua, công tác khen thưởng năm 2019 và triển khai nhiệm vụ năm 2020"
    assert (meeting.name, meeting.span.quote) == (expected, expected)
    assert (meeting.kind, meeting.date, meeting.period, meeting.main) == ("review", "2020-01-09", "2019", True)
    assert (meeting.place, meeting.host, meeting.online) == ("Hội trường Sông Chảy", "UBND huyện Bảo Yên", True)
    assert meeting.date_span is not None
    assert meeting.date_span.quote == "9/1"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hội nghị tổng kết phong trào thi đua và phát động thi đua năm 2024", "review"),
        ("Hội nghị sơ kết 1 năm phong trào xây dựng nông thôn mới", "interim_review"),
        ("Hội nghị giao ban công tác thi đua quý III", "briefing"),
        ("Phiên họp lần thứ ba Hội đồng Thi đua - Khen thưởng", "session"),
        ("Đại hội Thi đua yêu nước lần thứ IV", "congress"),
        ("Lễ trao Huân chương Lao động hạng Ba", "award_ceremony"),
        ("Lễ đón nhận Bằng công nhận xã nông thôn mới", "award_ceremony"),
        ("Lễ phát động đợt thi đua nước rút", "launch"),
        ("Lễ ra quân làm đường giao thông nông thôn", "launch"),
        ("Lễ ký kết giao ước thi đua khối doanh nghiệp", "signing"),
        ("Hội nghị biểu dương người có uy tín tiêu biểu", "honouring"),
        ("Hội nghị điển hình tiên tiến lần thứ II", "honouring"),
        ("Lớp tập huấn nghiệp vụ thi đua, khen thưởng", "training"),
        ("Hội thảo đổi mới công tác khen thưởng", "seminar"),
        ("Tọa đàm kỷ niệm ngày truyền thống của ngành", "seminar"),
        ("buổi làm việc với lãnh đạo cụm thi đua", "working_visit"),
        ("Lễ kỷ niệm 30 năm thành lập và đón nhận Huân chương", "anniversary"),
        ("Hội nghị triển khai nhiệm vụ công tác năm", "other"),
    ],
)
def test_the_first_activity_of_the_name_tells_the_kind(name: str, kind: str) -> None:
    assert only(f"Chiều 4/6/2021, Sở Nội vụ tỉnh Hòa An tổ chức {name}. Buổi họp kết thúc cùng chiều.").kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Qua các hội nghị tổng kết hằng năm, nhiều mô hình hay được nhân rộng trong toàn tỉnh và các huyện vùng cao.",
        "Ngày 3/4/2020, Chủ tịch UBND tỉnh ký Quyết định tặng Bằng khen cho 12 tập thể có thành tích xuất sắc.",
        "Thực hiện Nghị quyết Đại hội Đảng bộ các cấp, xã đã hoàn thành 19 tiêu chí nông thôn mới trước hạn hai năm.",
        "Thôn Bản Lầu có nhiều lễ hội xuân; bà con vẫn giữ nếp đan lát và dệt vải như ông bà ngày trước đã làm.",
        "",
    ],
)
def test_generic_mentions_and_documents_are_no_meetings(text: str) -> None:
    assert not found(text)


def test_a_planned_meeting_does_not_stand_beside_the_one_reported() -> None:
    meeting = only(
        "Ngày 7/5/2020, Liên đoàn Lao động huyện Mai Lĩnh tổ chức Hội nghị sơ kết phong trào thi đua quý I/2020.\n"
        "Đồng chí chủ tịch yêu cầu chuẩn bị tổ chức Đại hội Thi đua yêu nước ngành vào ngày 20/9/2020."
    )
    assert (meeting.kind, meeting.period) == ("interim_review", "2020-Q1")


def test_items_of_a_round_up_are_meetings_of_their_own() -> None:
    first, second = found(
        "Các xã tổng kết phong trào thi đua\n"
        "* Sáng 12/12, xã Tân Lập tổ chức Hội nghị tổng kết phong trào thi đua năm 2022. Xã có 12 tập thể được khen.\n"
        "* Cùng ngày, phường Hòa Thuận tổ chức Hội nghị tổng kết phong trào thi đua năm 2022 và ký giao ước thi đua.",
        published="2022-12-13",
    )
    assert [(m.host, m.date, m.main) for m in (first, second)] == [
        ("xã Tân Lập", "2022-12-12", True),
        ("phường Hòa Thuận", "2022-12-12", True),
    ]


def test_the_lead_at_the_end_of_a_page_is_still_its_lead() -> None:
    meeting = only(
        "Nhiều cách làm hay của phụ nữ vùng biên\n"
        "Chị em các bản đã góp hơn 2.000 ngày công làm đường, sửa cầu và dựng nhà cho những gia đình khó khăn nhất.\n"
        "(BTX) – Tin được nêu tại Hội nghị biểu dương phụ nữ tiêu biểu do Hội LHPN tỉnh Sơn Hải tổ chức sáng 5/3/2021."
    )
    assert (meeting.kind, meeting.date, meeting.host) == ("honouring", "2021-03-05", "Hội LHPN tỉnh Sơn Hải")


def test_a_meeting_that_is_only_referred_to_takes_kind_and_day_from_the_opening() -> None:
    meeting = only(
        "Hai đơn vị ký kết phối hợp tuyên truyền\n"
        "Ngày 13/7/2020, tại thị trấn Phố Ràng, Sở Nội vụ và Báo Sông Chảy đã ký kết chương trình phối hợp.\n"
        "Phát biểu tại buổi lễ, lãnh đạo Sở đề nghị phóng viên bám sát cơ sở. Cũng tại buổi lễ, hai bên trao đổi."
    )
    assert (meeting.name, meeting.rule) == ("buổi lễ", "meeting.implied")
    assert (meeting.kind, meeting.date) == ("signing", "2020-07-13")
    assert (meeting.place, meeting.host) == ("thị trấn Phố Ràng", "Sở Nội vụ và Báo Sông Chảy")


def test_a_meeting_told_by_its_verb_alone() -> None:
    meeting = only("Ngày 26/12/2019, Công an huyện Lâm Bình tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2019.")
    assert (meeting.kind, meeting.date, meeting.host) == ("review", "2019-12-26", "Công an huyện Lâm Bình")
    assert meeting.name == "tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2019"


@pytest.mark.parametrize(
    ("text", "kind", "name", "host"),
    [
        (
            "Theo báo Sông Chảy, ngày 22/1/2019, UBND huyện tổ chức khen thưởng đột xuất 12 y sĩ.",
            "award_ceremony", "khen thưởng đột xuất 12 y sĩ", "UBND huyện",
        ),
        (
            "Chiều 2/11/2016, Thường trực Tỉnh ủy Sơn Hải họp xem xét việc khen thưởng ba xã vùng cao.",
            "session", "họp xem xét việc khen thưởng ba xã vùng cao", "Thường trực Tỉnh ủy Sơn Hải",
        ),
        (
            "Ngày 14/6/2019, Hội Nông dân (HND) huyện Lâm Bình tổ chức tổng kết phong trào trồng chè ba năm qua.",
            "review", "tổng kết phong trào trồng chè ba năm qua", "Hội Nông dân (HND) huyện Lâm Bình",
        ),
        (
            "Hướng tới ngày hội làng chè, sáng 7/8/2019, UBND xã Cao Sơn phát động đợt thi đua hái chè sạch.",
            "launch", "phát động đợt thi đua hái chè sạch", "UBND xã Cao Sơn",
        ),
        (
            "Chiều 16/11/2017, đoàn công tác do Phó Chủ tịch huyện Lê An dẫn đầu đã đến thăm các nhà giáo lão thành.",
            "working_visit", "thăm các nhà giáo lão thành", None,
        ),
    ],
)  # fmt: skip
def test_what_the_opening_tells_by_its_verb_is_a_meeting(text: str, kind: str, name: str, host: str | None) -> None:
    meeting = only(text)
    assert (meeting.kind, meeting.name, meeting.host) == (kind, name, host)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 13/12/2018, công an huyện đã làm việc với các bên để xác minh vụ việc.",
        "Sáng 13/12/2018, ông Lê An, Phó Chủ tịch huyện, cho biết đã thăm hỏi các gia đình.",
        "Chiều 3/1/2019, Phó Chủ tịch tỉnh tiếp đoàn khách đang thăm và làm việc tại Việt Nam.",
        "Ngày 20/5/2019, công an tỉnh cho biết, ban chuyên án vừa họp khẩn triển khai truy xét.",
    ],
)
def test_other_deeds_of_an_opening_are_no_meetings(text: str) -> None:
    assert found(text) == ()


def test_a_visit_goes_before_the_meeting_that_lies_behind_it() -> None:
    visit, ceremony = found(
        "Chiều 16/11/2017, đoàn công tác do Phó Chủ tịch huyện Lê An dẫn đầu đã đến thăm các nhà giáo lão thành.\n"
        "Trước đó cùng ngày, Phòng Giáo dục huyện đã tổ chức lễ kỷ niệm Ngày Nhà giáo Việt Nam và trao 12 bằng khen. "
        "Trong buổi lễ, ba trường được khen. Phát biểu tại lễ kỷ niệm Ngày Nhà giáo, lãnh đạo huyện chúc mừng thầy cô."
    )
    assert (visit.rule, visit.main, visit.date) == ("meeting.visit", True, "2017-11-16")
    assert (ceremony.kind, ceremony.main, ceremony.host) == ("anniversary", False, "Phòng Giáo dục huyện")


def test_what_was_said_at_a_meeting_on_a_visit_is_no_other_meeting() -> None:
    visit = only(
        "Sáng 5/3/2022, ông Lê An, Phó Chủ tịch UBND tỉnh làm việc với huyện Sông Trà về giống lúa.\n"
        "Tại cuộc họp với lãnh đạo huyện, ông Lê An nêu ba việc. Tại cuộc họp, huyện xin thêm giống lúa mới."
    )
    assert (visit.kind, visit.rule, visit.date) == ("working_visit", "meeting.visit", "2022-03-05")


def test_a_press_conference_is_no_session_and_the_press_not_of_its_name() -> None:
    meeting = only("Ngày 22/7/2020, tại cuộc họp báo quý II của Sở Y tế, báo giới nêu nhiều câu hỏi về thuốc.")
    assert (meeting.kind, meeting.name) == ("other", "cuộc họp báo quý II của Sở Y tế")


def test_honours_given_at_a_ceremony_said_once() -> None:
    meeting = only(
        "Hợp tác xã Cao Sơn đón Huân chương\n"
        "Thay mặt Nhà nước, lãnh đạo tỉnh đã trao tặng Huân chương Lao động hạng Ba cho Hợp tác xã Cao Sơn.\n"
        "Hợp tác xã có 120 hộ, trồng 90 ha chè và lập hai xưởng sao. Mỗi hộ thu chừng 90 triệu đồng một năm.\n"
        "Nhiều hộ đã dựng được nhà mới. Con em trong xã được đi học xa, có em đã về làm kỹ sư cho xưởng.\n"
        "Xưởng thứ ba sắp dựng. Đường vào xã được mở rộng. Chè được bán sang tỉnh bạn và ra nước ngoài.\n"
        "Phát biểu tại buổi lễ, đại diện hợp tác xã hứa giữ nghề."
    )
    assert (meeting.name, meeting.kind, meeting.rule) == ("buổi lễ", "award_ceremony", "meeting.implied")


def test_a_meeting_of_years_ago_is_history() -> None:
    history = (
        "Người giữ rừng ở bản Cao\n"
        + "Ông Lê An đã giữ rừng hơn bốn mươi năm nay, và mỗi sáng vẫn đi một vòng quanh bản cùng con chó nhỏ. " * 7
        + "\nNgày 5/3/2011, tại Hội nghị biểu dương người giữ rừng do huyện Tam Sơn tổ chức, ông được khen."
    )
    assert found(history)
    assert found(history + " Ngày 7/8/2018, ông lại được mời ra tỉnh.") == ()


def test_a_meeting_without_a_day_says_why() -> None:
    text = "Sáng 14/4, huyện Tam Sơn tổ chức Lễ trao Huân chương cho ba gia đình có công với cách mạng."
    meeting = only(text)
    assert meeting.date is None
    assert meeting.date_reason
    assert only(text, published="2021-04-15").date == "2021-04-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 28/12, Cục Thuế tỉnh tổ chức Hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021.",
            "2020-12-28",
        ),
        (
            "Sáng 12/1, Cục Thuế tỉnh tổ chức Hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021.",
            "2021-01-12",
        ),
        (
            "Sáng 12/1/2020, Cục Thuế tổ chức Hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021.",
            "2021-01-12",
        ),
        (
            "Tối 10/6, huyện tổ chức Lễ kỷ niệm 70 năm Ngày ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2018).",
            "2018-06-10",
        ),
        (
            "Chiều 18/11, trường tổ chức lễ kỷ niệm 40 năm Ngày Nhà giáo Việt Nam và trao thưởng cho 12 thầy cô.",
            "2022-11-18",
        ),
        (
            "Chiều 27/11, huyện tổ chức Hội nghị tổng kết 10 năm thực hiện Nghị quyết Trung ương 7 khóa X.",
            "2018-11-27",
        ),
        ("Sáng 12/2, huyện tổ chức buổi gặp mặt mừng Xuân Kỷ Hợi với 90 cụ.", "2019-02-12"),
        ("Sáng 20/11, huyện tổ chức Lễ phát động thi đua kỷ niệm 95 năm Ngày thành lập Đảng.", "2024-11-20"),
        ("Sáng thứ Bảy, ngày 12/10, huyện tổ chức Lễ ra quân làm đường. Năm 2019, huyện có 9 xã điểm.", "2019-10-12"),
    ],
)
def test_the_year_comes_from_firm_evidence(text: str, expected: str) -> None:
    assert only(text).date == expected


def test_a_day_kept_near_goes_before_the_span_looked_back_on() -> None:
    meeting = only(
        "Sáng 26/3, nhân kỷ niệm 88 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh, huyện đoàn Mường Ảng tổ chức Hội nghị "
        "tổng kết 10 năm phong trào tình nguyện (2008 - 2018)."
    )
    assert (meeting.date, meeting.period) == ("2019-03-26", "2008-2018")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Trong 2 ngày 11 và 12/7/2020, Tỉnh đoàn tổ chức Lớp tập huấn kỹ năng công tác Đoàn.",
            "2020-07-11",
            "2020-07-12",
        ),
        ("Hội thảo đổi mới khen thưởng diễn ra từ ngày 29 đến 1/10/2017 tại Cửa Lò.", "2017-09-29", "2017-10-01"),
    ],
)
def test_a_meeting_over_several_days_has_an_end(text: str, first: str, last: str) -> None:
    meeting = only(text)
    assert (meeting.date, meeting.end_date) == (first, last)


def test_legal_dates_and_anniversaries_are_not_the_day_of_the_meeting() -> None:
    meeting = only(
        "Thực hiện Kế hoạch số 12/KH - MTTQ - BTT ngày 3/2/2021, chiều 5/6/2021, huyện đoàn Mường Ảng tổ chức Lễ ra "
        "quân Ngày thứ Bảy tình nguyện chào mừng 5/6."
    )
    assert meeting.date == "2021-06-05"


@given(st.one_of(news, st.text()))
def test_any_text_gives_exact_spans_and_a_reason_for_every_missing_day(text: str) -> None:
    reading = reading_of(text)
    meetings = find_meetings(reading)
    for meeting in meetings:
        assert reading.text[meeting.span.start : meeting.span.end] == meeting.span.quote == meeting.name
        assert (meeting.date is None) == (meeting.date_span is None)
        assert (meeting.date is None) == bool(meeting.date_reason)
    assert [m.span.start for m in meetings] == sorted(m.span.start for m in meetings)
    assert not meetings or any(m.main for m in meetings)


def test_one_endless_sentence_is_read() -> None:
    text = "Ngày 1/1/2020, UBND tỉnh tổ chức Hội nghị tổng kết phong trào thi đua " * 3000
    assert found(text)
