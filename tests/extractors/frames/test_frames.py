"""Frames as offices lay them out: columns apart or side by side, lines joined or broken, heads left out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extractors.frames.framed import told

COLUMNS = """
ỦY BAN NHÂN DÂN
TỈNH BÌNH PHƯỚC
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
---------------
Số: 1034/QĐ-UBND
Bình Phước, ngày 5 tháng 6 năm 2018
QUYẾT ĐỊNH
VỀ VIỆC TẶNG BẰNG KHEN CHO CÁC TẬP THỂ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1. Tặng Bằng khen cho 12 tập thể.
Nơi nhận:
- Như Điều 2;
- Lưu: VT, (NV-15).
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Huỳnh Thị Quế
"""
BY_LINE = """
SỞ Y TẾ TỈNH AN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BỆNH VIỆN ĐA KHOA KHU VỰC Độc lập - Tự do - Hạnh phúc
Số: 77/BC-BVĐK An Giang, ngày 07 tháng 01 năm 2019
BÁO CÁO
Kết quả thi đua năm 2018 và kế hoạch
thi đua năm 2019
Kính gửi: Sở Y tế tỉnh An Giang
Năm 2018, bệnh viện phát động ba đợt thi đua.
Nơi nhận: GIÁM ĐỐC
- Như trên;
- Lưu: VT. (Đã ký)
BS. Trần Quang Nhàn
"""
JOINED = """
ỦY BAN NHÂN DÂN TỈNH YÊN BÁI SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 15/TTr-SVHTTDL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
Yên Bái, ngày 12 tháng 02 năm 2016
TỜ TRÌNH Về việc đề nghị tặng Bằng khen
Kính gửi: Ủy ban nhân dân tỉnh.
Căn cứ Luật Thi đua, khen thưởng, Sở kính trình.
Nơi nhận: - Như trên; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lò Thị Mến
"""
LETTER = """
BỘ NỘI VỤ
BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG
Số: 2345/BTĐKT-VP
V/v báo cáo kết quả phong trào thi đua,
gửi số liệu
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 01 tháng 11 năm 2017
Kính gửi:
- Các bộ, ban, ngành;
- UBND các tỉnh.
Thực hiện chỉ đạo của Bộ trưởng, Ban đề nghị gửi báo cáo.
Nơi nhận:
- Như trên;
- Lưu: VT, VP.
TL. TRƯỞNG BAN
CHÁNH VĂN PHÒNG
Vương Đức Toàn
"""
PARTY = """
TỈNH ỦY LẠNG SƠN
*
Số 45-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lạng Sơn, ngày 20 tháng 10 năm 2020
CHỈ THỊ
của Ban Thường vụ Tỉnh ủy về công tác thi đua
Thời gian qua, công tác thi đua có nhiều chuyển biến.
Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Lâm Thị Sáng
"""
HEADLESS = """
Số: 12/QĐ-UBND
QUYẾT ĐỊNH
Về việc tặng Bằng khen
Căn cứ Luật Thi đua, khen thưởng;
Điều 1. Tặng Bằng khen cho 3 tập thể.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CHỦ TỊCH
Lê Văn Bền
"""


def signed(name: str, office: str, mark: str | None = None, whom: str | None = None) -> dict[str, Any]:
    return {"name": name, "office": office, "on_behalf": mark, "on_behalf_of": whom}


CASES: list[tuple[str, dict[str, Any]]] = [
    (COLUMNS, {
        "kind": "decision", "issuer": "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", "parent": None, "number": "1034/QĐ-UBND",
        "symbol": "QĐ-UBND", "place": "Bình Phước", "issued": "2018-06-05",
        "abstract": "VỀ VIỆC TẶNG BẰNG KHEN CHO CÁC TẬP THỂ", "addressees": ["Như Điều 2", "Lưu: VT, (NV-15)"],
        "signer": signed("Huỳnh Thị Quế", "PHÓ CHỦ TỊCH", "KT.", "CHỦ TỊCH"),
    }),
    (BY_LINE, {
        "kind": "report", "issuer": "BỆNH VIỆN ĐA KHOA KHU VỰC", "parent": "SỞ Y TẾ TỈNH AN GIANG",
        "number": "77/BC-BVĐK", "symbol": "BC-BVĐK", "place": "An Giang", "issued": "2019-01-07",
        "abstract": "Kết quả thi đua năm 2018 và kế hoạch thi đua năm 2019",
        "addressees": ["Sở Y tế tỉnh An Giang", "Như trên", "Lưu: VT"],
        "signer": signed("Trần Quang Nhàn", "GIÁM ĐỐC"),
    }),
    (JOINED, {
        "kind": "submission", "issuer": "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "parent": "ỦY BAN NHÂN DÂN TỈNH YÊN BÁI",
        "number": "15/TTr-SVHTTDL", "symbol": "TTr-SVHTTDL", "place": "Yên Bái", "issued": "2016-02-12",
        "abstract": "Về việc đề nghị tặng Bằng khen",
        "addressees": ["Ủy ban nhân dân tỉnh", "Như trên", "Lưu: VT"],
        "signer": signed("Lò Thị Mến", "PHÓ GIÁM ĐỐC", "KT.", "GIÁM ĐỐC"),
    }),
    (LETTER, {
        "kind": "letter", "issuer": "BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG", "parent": "BỘ NỘI VỤ",
        "number": "2345/BTĐKT-VP", "symbol": "BTĐKT-VP", "place": "Hà Nội", "issued": "2017-11-01",
        "abstract": "V/v báo cáo kết quả phong trào thi đua, gửi số liệu",
        "addressees": ["Các bộ, ban, ngành", "UBND các tỉnh", "Như trên", "Lưu: VT, VP"],
        "signer": signed("Vương Đức Toàn", "CHÁNH VĂN PHÒNG", "TL.", "TRƯỞNG BAN"),
    }),
    (PARTY, {
        "kind": "other", "issuer": "TỈNH ỦY LẠNG SƠN", "parent": None, "number": "45-CT/TU", "symbol": "CT/TU",
        "place": "Lạng Sơn", "issued": "2020-10-20",
        "abstract": "của Ban Thường vụ Tỉnh ủy về công tác thi đua",
        "addressees": ["Các huyện ủy", "Lưu Văn phòng Tỉnh ủy"],
        "signer": signed("Lâm Thị Sáng", "BÍ THƯ", "T/M", "BAN THƯỜNG VỤ"),
    }),
    (HEADLESS, {
        "kind": "decision", "issuer": None, "parent": None, "number": "12/QĐ-UBND", "symbol": "QĐ-UBND",
        "place": None, "issued": None, "abstract": "Về việc tặng Bằng khen",
        "addressees": ["Như Điều 3", "Lưu: VT"], "signer": signed("Lê Văn Bền", "CHỦ TỊCH"),
    }),
]  # fmt: skip


@pytest.mark.parametrize(("text", "frame"), CASES, ids=["columns", "by-line", "joined", "letter", "party", "headless"])
def test_every_part_of_the_frame_is_read(text: str, frame: dict[str, Any]) -> None:
    assert told(text) == frame


@pytest.mark.parametrize(
    ("number", "symbol"),
    [("06/2022/NQ-HĐND", "NQ-HĐND"), ("59/TB-VPCP", "TB-VPCP"), ("12a/KH-BCĐ", "KH-BCĐ"), ("8/CT-TTg", "CT-TTg")],
)
def test_numbers_of_every_shape_are_taken_apart(number: str, symbol: str) -> None:
    frame = told(COLUMNS.replace("1034/QĐ-UBND", number))
    assert (frame["number"], frame["symbol"]) == (number, symbol)


def test_a_day_that_is_none_is_no_day_of_issue() -> None:
    assert told(COLUMNS.replace("ngày 5 tháng 6", "ngày 45 tháng 6"))["issued"] is None


def test_a_draft_without_number_keeps_its_kind_and_issuer() -> None:
    frame = told(COLUMNS.replace("Số: 1034/QĐ-UBND", "Số:      /QĐ-UBND"))
    assert (frame["number"], frame["kind"], frame["issuer"]) == (None, "decision", "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC")
