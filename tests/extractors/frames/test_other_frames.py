"""Frames as pages of the web and older papers bring them: broken lines, small letters, several who issue and sign."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.model import Official
from tests.extractors.frames.framed import document, facts, told

BROKEN = """
ỦY BAN NHÂN DÂN
TỈNH SƠN LA
-------
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:
68/KH-UBND
Sơn
La, ngày 11 tháng 3
năm 2020
KẾ HOẠCH
THỰC HIỆN PHONG TRÀO THI ĐUA LÀM ĐƯỜNG THÔN, TRỒNG CÂY
VÀ GIỮ SẠCH NƠI Ở
Thực hiện Kế hoạch số 5/KH-BCĐ của Ban Chỉ đạo, UBND tỉnh ban hành kế hoạch như sau:
I. MỤC ĐÍCH
Nơi nhận:
- Lưu: VT.
TM. Ủy ban nhân dân
Chủ tịch
(Đã ký)
Lò Văn Bền
"""
ISSUED_TOGETHER = """
SỞ GIÁO DỤC VÀ ĐÀO TẠO - HỘI KHUYẾN HỌC
Số: 07/CTr-SGDĐT-HKH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 15 tháng 4 năm 2019
CHƯƠNG TRÌNH
Phối hợp khen thưởng học sinh giỏi
Căn cứ Luật Thi đua, khen thưởng;
Hai bên thống nhất khen thưởng mỗi năm một lần.
Nơi nhận:
- Như trên;
- Lưu: VT.
{signatures}
"""
BELOW = """
TM. HỘI KHUYẾN HỌC
CHỦ TỊCH
Lò Văn Bền
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Vàng Thị Thử
"""
BESIDE = """
KT. GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO
KT. CHỦ TỊCH HỘI KHUYẾN HỌC
PHÓ GIÁM ĐỐC
PHÓ CHỦ TỊCH
Lò Văn Bền
Vàng Thị Thử
"""
LETTER = """
BAN TỔ CHỨC NGÀY HỘI
Số: 13 / BTC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
V/v lập danh sách khen thưởng
Hà Nội, ngày 08 tháng 9 năm 2009
Kính gửi:
Ban Chỉ đạo các xã;
Các thôn, bản
Căn cứ kết quả thi đua, Ban đề nghị các xã lập danh sách.
"""
FORM = """
ĐƠN VỊ ĐỀ NGHỊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ..../TTr
......, ngày   tháng   năm
TỜ TRÌNH
Về việc đề nghị tặng Giấy khen
Kính gửi: ......
Nơi nhận:
- Như trên;
THỦ TRƯỞNG
(Ký tên, đóng dấu)
"""


def test_parts_broken_over_lines_are_put_together() -> None:
    frame = told(BROKEN)
    assert (frame["issuer"], frame["number"]) == ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "68/KH-UBND")
    assert (frame["place"], frame["issued"]) == ("Sơn La", "2020-03-11")


def test_an_abstract_in_capitals_may_begin_as_the_text_under_it_does() -> None:
    assert told(BROKEN)["abstract"] == "THỰC HIỆN PHONG TRÀO THI ĐUA LÀM ĐƯỜNG THÔN, TRỒNG CÂY VÀ GIỮ SẠCH NƠI Ở"


@pytest.mark.parametrize(
    ("line", "abstract"),
    [
        ("Thực hiện phong trào thi đua làm đường thôn", "Thực hiện phong trào thi đua làm đường thôn"),
        ("Thực hiện Công văn số 9/UBND, Sở báo cáo như sau:", None),
    ],
)
def test_a_line_over_the_text_is_the_abstract_where_it_does_not_end(line: str, abstract: str | None) -> None:
    shouted = "THỰC HIỆN PHONG TRÀO THI ĐUA LÀM ĐƯỜNG THÔN, TRỒNG CÂY\nVÀ GIỮ SẠCH NƠI Ở"
    assert told(BROKEN.replace(shouted, line))["abstract"] == abstract


@pytest.mark.parametrize(
    ("office", "signer"),
    [
        ("TM. Ủy ban nhân dân\nChủ tịch\n(Đã ký)", ("Chủ tịch", "TM.", "Ủy ban nhân dân")),
        ("Chủ tịch\n(Đã ký)", ("Chủ tịch", None, None)),
        ("KT. CHỦ TỊCH\nPhó Chủ tịch\n(Đã ký)", ("Phó Chủ tịch", "KT.", "CHỦ TỊCH")),
    ],
)
def test_an_office_need_not_stand_in_capitals(office: str, signer: tuple[str | None, ...]) -> None:
    found = told(BROKEN.replace("TM. Ủy ban nhân dân\nChủ tịch\n(Đã ký)", office))["signer"]
    assert (found["office"], found["on_behalf"], found["on_behalf_of"]) == signer
    assert found["name"] == "Lò Văn Bền"


def signers(text: str) -> list[Official]:
    return [one for one in facts(text).officials if any(claim.role == "sign" for claim in one.roles)]


@pytest.mark.parametrize(
    ("signatures", "offices"),
    [(BELOW, ["CHỦ TỊCH", "PHÓ GIÁM ĐỐC"]), (BESIDE, ["PHÓ GIÁM ĐỐC", "PHÓ CHỦ TỊCH"])],
    ids=["below", "beside"],
)
def test_all_who_sign_are_officials(signatures: str, offices: list[str]) -> None:
    found = signers(ISSUED_TOGETHER.format(signatures=signatures.strip()))
    assert [one.name for one in found] == ["Lò Văn Bền", "Vàng Thị Thử"]
    assert [[title.text for title in one.titles] for one in found] == [[office] for office in offices]


def test_a_name_under_the_signature_is_no_second_signer() -> None:
    (one,) = signers(BROKEN.replace("Lò Văn Bền", "Lò Văn Bền\nHà Linh Chi"))
    assert one.name == "Lò Văn Bền"


def test_bodies_that_issue_together_stand_together() -> None:
    frame: dict[str, Any] = told(ISSUED_TOGETHER.format(signatures=BELOW.strip()))
    assert (frame["issuer"], frame["parent"]) == ("SỞ GIÁO DỤC VÀ ĐÀO TẠO - HỘI KHUYẾN HỌC", None)


def test_addressees_need_no_dashes_and_a_number_may_have_room() -> None:
    frame = told(LETTER)
    assert (frame["number"], frame["addressees"]) == ("13 / BTC", ["Ban Chỉ đạo các xã", "Các thôn, bản"])


def test_a_subject_ends_where_its_line_addresses_somebody() -> None:
    frame = told(LETTER.replace("khen thưởng\nHà Nội", "khen thưởng Kính gửi: Các xã\nHà Nội"))
    assert frame["abstract"] == "V/v lập danh sách khen thưởng"


def test_a_form_that_nobody_filled_in_is_no_document() -> None:
    assert document(FORM) is None
    assert document(FORM.replace("......, ngày   tháng   năm", "Sơn La, ngày 05 tháng 4 năm 2019")) is not None
