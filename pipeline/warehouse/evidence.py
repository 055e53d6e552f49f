"""Proves in bulk that every fact's words stand at its place.

SQL counts code points from the beginning of a text for every span. Here those of many texts are counted once: the texts
lie end to end as UTF-8, `at` says at which byte each code point begins, and so which bytes each span names; these must
be the bytes of its quote. DuckDB fetches the next texts meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]

_ARTICLES_AT_ONCE = 20_000
"""Articles that are fetched together."""
_ARTICLES_IN_CACHE = 500
"""Articles whose code points are counted together."""
_FIRST_BYTE = -64
"""Bytes that go on with a code point are 10xxxxxx, as signed numbers those below."""
_TO_PROVE = "SELECT count(*) FROM spans ANTI JOIN (SELECT article_id FROM articles WHERE rowid < ?) USING (article_id)"
_TEXTS = "SELECT text FROM articles WHERE rowid >= $first AND rowid < $first + $many ORDER BY rowid"
_ENDS = """
SELECT min(article_id), max(article_id) FROM articles WHERE rowid >= $first AND rowid < $first + $many
"""
_SPANS = """
SELECT a.place, s.start::BIGINT AS start, s."end"::BIGINT AS "end", s.quote
FROM spans AS s
JOIN (
    SELECT article_id, row_number() OVER (ORDER BY rowid) - 1 AS place
    FROM articles
    WHERE rowid >= $first AND rowid < $first + $many
) AS a USING (article_id)
WHERE s.article_id BETWEEN $least AND $greatest AND s.start >= 0 AND s.start < s."end" AND s.quote IS NOT NULL
ORDER BY a.place
"""


@dataclass(frozen=True, slots=True)
class Strings:
    """A column of strings as one stretch of UTF-8; string `n` is `data[bounds[n]:bounds[n + 1]]`."""

    data: Bytes
    bounds: Numbers

    def __len__(self) -> int:
        """The number of strings."""
        return self.bounds.size - 1

    def __getitem__(self, part: slice) -> Strings:
        """Neighbouring strings as one stretch, not copied."""
        bounds = self.bounds[part.start : part.stop + 1]
        return Strings(self.data[bounds[0] : bounds[-1]], bounds - bounds[0])


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts and the spans in them, in the order of the texts; `place` is the number of the span's text."""

    texts: Strings
    place: Numbers
    start: Numbers
    end: Numbers
    quotes: Strings


def all_words_stand(con: duckdb.DuckDBPyConnection, first_new: int = 0) -> bool:
    """Whether the quote of every row of `spans` is the slice of its article's text, for articles from that row on."""
    ((spans,),) = con.execute(_TO_PROVE, [first_new]).fetchall()
    found = 0
    with ThreadPoolExecutor(1) as prover:
        pending: Future[int] | None = None
        for batch in _batches(con, first_new):
            found += pending.result() if pending else 0
            pending = prover.submit(_standing, batch)
        found += pending.result() if pending else 0
    return bool(found == spans)


def _batches(con: duckdb.DuckDBPyConnection, first_new: int) -> Iterator[Batch]:
    ((beyond,),) = con.execute("SELECT coalesce(max(rowid) + 1, 0) FROM articles").fetchall()
    for first in range(first_new, beyond, _ARTICLES_AT_ONCE):
        rows = {"first": first, "many": _ARTICLES_AT_ONCE}
        texts = con.sql(_TEXTS, params=rows).to_arrow_table().column("text")
        ((least, greatest),) = con.execute(_ENDS, rows).fetchall()
        spans = con.sql(_SPANS, params={**rows, "least": least, "greatest": greatest}).to_arrow_table()
        place, start, end = (spans.column(name).to_numpy() for name in ("place", "start", "end"))
        yield Batch(_strings(texts), place, start, end, _strings(spans.column("quote")))


def _standing(batch: Batch) -> int:
    """How many spans the batch has, if all of them are their quotes, else none."""
    pieces = range(0, len(batch.texts), _ARTICLES_IN_CACHE)
    return len(batch.quotes) if all(_piece_stands(batch, first) for first in pieces) else 0


def _piece_stands(batch: Batch, first: int) -> bool:
    """Whether the spans in the texts from that one on are their quotes."""
    beyond = min(first + _ARTICLES_IN_CACHE, len(batch.texts))
    spans = slice(*np.searchsorted(batch.place, (first, beyond)).tolist())
    texts, quotes, place = batch.texts[first:beyond], batch.quotes[spans], batch.place[spans] - first
    at = np.flatnonzero(texts.data.view(np.int8) >= _FIRST_BYTE)
    begins = np.searchsorted(at, texts.bounds)
    start, end = begins[place] + batch.start[spans], begins[place] + batch.end[spans]
    if np.any(end > begins[place + 1]):
        return False
    start, end = at[start], np.where(end < at.size, at.take(end, mode="clip"), texts.data.size)
    if np.any(end - start != np.diff(quotes.bounds)):
        return False
    content = texts.data.tobytes()
    slices = [content[one:other] for one, other in zip(start.tolist(), end.tolist(), strict=True)]
    return b"".join(slices) == quotes.data.tobytes()


def _strings(column: pa.ChunkedArray) -> Strings:
    """A column without nulls as one stretch."""
    whole = pa.concat_arrays([pa.array([], pa.large_string()), *column.cast(pa.large_string()).chunks])
    _, offsets, data = whole.buffers()
    bounds = np.frombuffer(offsets, np.int64)[whole.offset : whole.offset + len(whole) + 1]
    stretch = np.frombuffer(data, np.uint8) if data else np.empty(0, np.uint8)
    return Strings(stretch[bounds[0] : bounds[-1]], bounds - bounds[0])
