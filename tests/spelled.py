"""Whole numbers in Vietnamese words, for tests that read them back."""

from __future__ import annotations

_NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spelled(value: int) -> str:
    """A whole number from 1 to below 10¹² in words.

    >>> spelled(2091), spelled(105), spelled(15), spelled(1_000_021)
    ('hai nghìn không trăm chín mươi mốt', 'một trăm linh năm', 'mười lăm', 'một triệu không trăm hai mươi mốt')
    """
    if not 1 <= value < 10**12:
        raise ValueError(f"{value} has no name here; give a number from 1 to below 10^12")
    words: list[str] = []
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, value = divmod(value, scale)
        if group:
            words += [*_spelled_group(group, led=bool(words)), name] if name else _spelled_group(group, led=bool(words))
    return " ".join(words)


def _spelled_group(group: int, *, led: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_NAMES[hundreds], "trăm"] if hundreds or led else []
    if not rest:
        return words
    if tens == 0:
        return [*words, "linh", _NAMES[ones]] if words else [_NAMES[ones]]
    words += ["mười"] if tens == 1 else [_NAMES[tens], "mươi"]
    if ones == 0:
        return words
    last = "mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 else _NAMES[ones]
    return [*words, last]
