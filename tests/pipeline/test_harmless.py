"""Nothing that a page says is obeyed by what shows it, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.harmless import OBEYED, guarded, restored, unmoving

ODD = st.one_of(st.text(), st.text(alphabet=[*OBEYED, "'", "a"], max_size=6))


@given(ODD)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(tuple(OBEYED))
    assert restored(guarded(text)) == text


@given(ODD)
def test_a_terminal_is_told_nothing_but_lines(text: str) -> None:
    shown = unmoving(text)
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert len(shown) == len(text) and shown.count("\n") == text.count("\n")
