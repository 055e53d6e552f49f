"""Proves in bulk that every fact's words stand at its place.

SQL counts code points from the beginning of a text for every span; a Python string finds them at once. So the texts of
many articles are laid end to end, the slices that all their spans name are joined, and the joined quotes must be the
same. As each quote is as long as its slice, each is then equal to its slice.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

_ARTICLES_AT_ONCE = 20_000
_LAY_OUT = """
CREATE OR REPLACE TEMP TABLE laid_out AS
SELECT article_id, sum(size) OVER (ORDER BY place) - size AS base
FROM (
    SELECT rowid AS place, article_id, length(text) AS size
    FROM articles
    WHERE rowid >= $first AND rowid < $first + $many
)
"""
_TEXTS = "SELECT text FROM articles WHERE rowid >= {first} AND rowid < {beyond} ORDER BY rowid"
_SPANS = """
SELECT (l.base + s.start)::BIGINT AS start, (l.base + s."end")::BIGINT AS "end", s.quote
FROM spans AS s
JOIN laid_out AS l USING (article_id)
WHERE s.article_id BETWEEN $least AND $greatest
"""
_UNFIT = """
SELECT count(*)
FROM spans AS s
LEFT JOIN (SELECT article_id, length(text) AS size FROM articles) AS a USING (article_id)
WHERE NOT coalesce(s.start >= 0 AND s.start < s."end" AND s."end" <= a.size, false)
   OR length(s.quote) IS DISTINCT FROM s."end" - s.start
"""


def all_words_stand(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the quote of every row of `spans` is the slice of its article's text."""
    ((unfit,),) = con.execute(_UNFIT).fetchall()
    ((articles, spans),) = con.execute("SELECT count(*), (SELECT count(*) FROM spans) FROM articles").fetchall()
    return not unfit and sum(_standing(con, first) for first in range(0, articles, _ARTICLES_AT_ONCE)) == spans


def _standing(con: duckdb.DuckDBPyConnection, first: int) -> int:
    """How many spans of the articles from that row on stand; none where any does not."""
    con.execute(_LAY_OUT, {"first": first, "many": _ARTICLES_AT_ONCE})
    texts = con.sql(_TEXTS.format(first=first, beyond=first + _ARTICLES_AT_ONCE)).to_arrow_table()
    text = _joined(texts.column("text"))
    least, greatest = con.execute("SELECT min(article_id), max(article_id) FROM laid_out").fetchall()[0]
    con.execute(f"CREATE OR REPLACE TEMP TABLE placed AS {_SPANS}", {"least": least, "greatest": greatest})
    spans = con.table("placed").to_arrow_table()
    starts, ends = (spans.column(name).to_numpy().tolist() for name in ("start", "end"))
    slices = "".join([text[start:end] for start, end in zip(starts, ends, strict=True)])
    con.execute("DROP TABLE placed; DROP TABLE laid_out")
    return spans.num_rows if slices == _joined(spans.column("quote")) else 0


def _joined(strings: pa.ChunkedArray) -> str:
    """All strings of a column end to end."""
    return "".join(_text(chunk) for chunk in strings.cast(pa.large_string()).chunks if len(chunk))


def _text(chunk: pa.LargeStringArray) -> str:
    _, offsets, data = chunk.buffers()
    bounds = pa.Array.from_buffers(pa.int64(), len(chunk) + 1, [None, offsets], offset=chunk.offset)
    first, last = bounds[0].as_py(), bounds[-1].as_py()
    return data[first:last].to_pybytes().decode() if data else ""
