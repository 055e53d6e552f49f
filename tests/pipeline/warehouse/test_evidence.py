"""Evidence in bulk agrees with the query that says what evidence is."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.warehouse import evidence
from pipeline.warehouse.evidence import prove
from pipeline.warehouse.scripts import checks

_QUERY = next(check.query for check in checks() if check.name == "evidence")
_words = st.text("aăđ𝄞ệ \n", max_size=9)
_spans = st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 9), st.integers(0, 9), st.none() | _words), max_size=6)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def _fill(con: duckdb.DuckDBPyConnection, texts: list[str], spans: list[tuple[str, int, int, str]]) -> None:
    con.execute("CREATE OR REPLACE TABLE articles (article_id VARCHAR, text VARCHAR)")
    con.execute(
        """CREATE OR REPLACE TABLE spans (
            fact_id VARCHAR, what VARCHAR, article_id VARCHAR, start INTEGER, "end" INTEGER, quote VARCHAR)"""
    )
    for number, text in enumerate(texts):
        con.execute("INSERT INTO articles VALUES (?, ?)", [f"a{number}", text])
    for number, span in enumerate(spans):
        con.execute("INSERT INTO spans VALUES (?, 'fact', ?, ?, ?, ?)", [f"f{number}", *span])


@settings(max_examples=80)
@given(st.lists(_words, min_size=1, max_size=4), _spans)
def test_bulk_and_query_agree(
    con: duckdb.DuckDBPyConnection, texts: list[str], spans: list[tuple[int, int, int, str | None]]
) -> None:
    placed = []
    for number, start, end, said in spans:
        quote = texts[number % len(texts)][max(start, 0) : end] if said is None else said
        placed.append((f"a{number % len(texts)}", start, end, quote))
    _fill(con, texts, placed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(evidence, "_ARTICLES_AT_ONCE", 2)
        patched.setattr(evidence, "_ARTICLES_IN_CACHE", 1)
        proof = prove(con)
    assert proof.stands is (con.execute(_QUERY).fetchall() == [])
    assert proof.sizes.to_pylist() == [
        {"article_id": f"a{number}", "size": len(text)} for number, text in enumerate(texts)
    ]


_TEXTS = ["Đồng chí 𝄞 dự", "Hội nghị tổng kết"]


@pytest.mark.parametrize(
    ("spans", "stand"),
    [
        ([("a0", 0, 4, "Đồng"), ("a0", 9, 10, "𝄞"), ("a1", 9, 13, "tổng")], True),
        ([("a0", 0, 4, "Đồng"), ("a0", 9, 10, "d")], False),
        ([("a1", 0, 3, "Hộ "), ("a1", 0, 3, "iHội")], False),
        ([("a1", 0, 3, "Hội"), ("a1", 9, 13, "tông")], False),
        ([("a1", 14, 18, "kết")], False),
        ([("a2", 0, 3, "Hội")], False),
        ([("a0", 0, 0, "")], False),
    ],
)
def test_a_word_that_stands_elsewhere_is_found(
    con: duckdb.DuckDBPyConnection, spans: list[tuple[str, int, int, str]], stand: bool
) -> None:
    _fill(con, _TEXTS, spans)
    assert prove(con).stands is stand
