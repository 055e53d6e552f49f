"""How names are compared: word by word, with places in slots, and with a few slips forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.campaigns.matching import distance, whole
from extractors.campaigns.names import name_book
from extractors.campaigns.taken import Taken
from extractors.campaigns.words import name_words, words
from extractors.text import match_key

short_text = st.text("abcđ ", max_size=8)


def manner_of(name: str) -> tuple[str, str] | None:
    key = match_key(name)
    match = whole(name_book(), list(words(key, 0, len(key))), name)
    return (match.form.campaign.id, match.manner) if match else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tuổi trẻ sáng tạo", ("tuoi-tre-sang-tao", "exact")),
        ("Bến Nghé chung tay xóa nhà tạm, nhà dột nát", ("xoa-nha-tam", "local")),
        ("bà con chung tay xóa nhà tạm, nhà dột nát", ("xoa-nha-tam", "reworded")),
        ("bà con chung tay dọn kênh, khơi mương", None),
        ("Xóa nhà tạm, nhà dột nát trên địa bàn huyện Sông Trà", ("xoa-nha-tam", "exact")),
        ("Bình dân học vụ số cho bà con vùng sâu", ("binh-dan-hoc-vu-so", "extended")),
        ("Dân vận khéo trong dồn điền đổi thửa", ("dan-van-kheo", "extended")),
        ("Phụ nữ tích cực học tập, lao động sáng tạo", ("phu-nu-tich-cuc", "shortened")),
        ("Bình dân học vu số", ("binh-dan-hoc-vu-so", "typo")),
        ("Công an nhân dân học tập, làm theo lời Bác, thực hiện Sáu điều Bác Hồ dạy", None),
        ("Mỗi thầy giáo, cô giáo là tấm gương sáng đạo đức, tự học, sáng tạo", ("moi-thay-co-giao", "reworded")),
        ("Ba nhất: Kỷ luật nhất, trung thành nhất, gần dân nhất", ("ba-nhat", "extended")),
        ("Xã Bến Nghé chung sức xây dựng nông thôn mới kiểu mẫu", ("nong-thon-moi", "local")),
        ("Kế hoạch nhỏ đợt hai", ("ke-hoach-nho", "extended")),
        ("Kế hoạch nhỏ lẻ", None),
        ("Ba cùng", None),
        ("7 xung kích, 4 đồng hành", None),
    ],
)
def test_manners_of_naming(name: str, expected: tuple[str, str] | None) -> None:
    assert manner_of(name) == expected


def test_a_slip_in_a_number_is_another_name() -> None:
    assert manner_of("450 ngày đêm hoàn thành xóa nhà tạm, nhà dột nát") is not None
    assert manner_of("460 ngày đêm hoàn thành xóa nhà tạm, nhà dột nát") is None


@given(short_text, short_text)
def test_distance_is_symmetric_and_zero_only_for_equals(one: str, other: str) -> None:
    there = distance(one, other, 20)
    assert there == distance(other, one, 20)
    assert (there == 0) == (one == other)
    assert abs(len(one) - len(other)) <= there <= max(len(one), len(other))


@given(short_text, short_text, st.integers(0, 5))
def test_a_limit_cuts_the_distance_off(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(distance(one, other, 20), limit + 1)


@given(st.sampled_from(["; ", " - ", ", ", " và ", "  ", ",\u00a0"]))
def test_what_stands_between_words_does_not_matter(mark: str) -> None:
    assert name_words(mark.join(["Sạch nhà", "sạch ngõ", "3.000 km"])) == name_words("sạch nhà sạch ngõ 3000km")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=6), st.integers(0, 40), st.integers(1, 5))
def test_taken_says_what_a_scan_would_say(stretches: list[tuple[int, int]], start: int, size: int) -> None:
    ranges = [(at, at + length) for at, length in stretches]
    scanned = any(at < start + size and start < end for at, end in ranges)
    assert Taken(ranges).overlaps(start, start + size) == scanned
