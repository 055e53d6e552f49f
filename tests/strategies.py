"""Texts that Vietnamese pages are made of, for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = [
    "Hội nghị", "tổng kết", "phong trào thi đua", "“Cả nước chung sức xây dựng nông thôn mới”", "đồng chí",
    "Lê Văn Bền", "Chủ tịch UBND tỉnh", "Uỷ viên BCH T.Ư Ðảng", "2.091 tập thể", "13,56%", "Bằng khen", "năm 2022",
    "Huân chương Lao động hạng Ba", "ngày 3.10", "19/7/2017", "hoà", "quý", "sỹ", "\u00a0", "\u200b", "\n", ". ", ", ",
    "; ", " – ", "“", "”", "\"", "(", ")", "Đ\nồng chí", "trao", "cho", "được", "tại", "và", "dự", "chủ trì",
]  # fmt: skip

pieces = st.sampled_from(_PIECES)
news = st.lists(st.one_of(pieces, pieces, pieces, st.text(max_size=6)), max_size=40).map(" ".join)
"""Running text like that of a page, with stray characters in it."""
