"""Invented people and bodies for long lists, drawn by a seed."""

from __future__ import annotations

from random import Random

_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Thạch",
    "Kim",
)
_MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Thu", "Đức", "Kim", "Hồng", "Xuân")
_GIVEN = (
    "Ánh", "Bền", "Cảnh", "Diễm", "Đạt", "Giang", "Hạ", "Huệ", "Khải", "Lam", "Lộc", "Mến", "Nghĩa", "Nhàn", "Oanh",
    "Phụng", "Quế", "Sáng", "Sơn", "Thảo", "Thủy", "Toàn", "Trúc", "Uyên", "Vinh", "Xuyến", "Yên",
)  # fmt: skip


def people(seed: int, count: int) -> tuple[str, ...]:
    """Different full names, the same for the same seed."""
    draw = Random(seed)
    names: dict[str, None] = {}
    while len(names) < count:
        names[" ".join((draw.choice(_FAMILY), draw.choice(_MIDDLE), draw.choice(_GIVEN)))] = None
    return tuple(names)


def drawn(seed: int, choices: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Choices in an order that the seed tells."""
    draw = Random(seed)
    return tuple(draw.choice(choices) for _ in range(count))
