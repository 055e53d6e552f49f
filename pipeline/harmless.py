"""The text of a page made harmless for what shows it: a terminal obeys control characters, a spreadsheet formulas."""

from __future__ import annotations

OBEYED = "=+-@\t\r\n"
"""What a spreadsheet takes for the beginning of a formula, or for the end of a cell before one."""
GUARDED = f"'{OBEYED}"
"""What a cell may begin with only behind an apostrophe; the apostrophe too, so that the text can be had back."""


def guarded(text: str) -> str:
    """The text of a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("'ngoặc'"), guarded("Cờ thi đua")
    ("'=1+1", "''ngoặc'", 'Cờ thi đua')
    """
    return f"'{text}" if _is_guarded(text) else text


def restored(cell: str) -> str:
    """The text that was guarded.

    >>> restored(guarded("-5 hộ")), restored("nông thôn")
    ('-5 hộ', 'nông thôn')
    """
    return cell[1:] if cell.startswith("'") and _is_guarded(cell[1:]) else cell


def _is_guarded(text: str) -> bool:
    return text.startswith(tuple(GUARDED))


def unmoving(text: str) -> str:
    r"""The text with a space for everything that a terminal would obey; its lines stay.

    >>> unmoving("Cờ\x1b[31m thi đua\nlá cờ")
    'Cờ [31m thi đua\nlá cờ'
    """
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)
