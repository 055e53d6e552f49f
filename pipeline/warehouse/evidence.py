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
import pyarrow.compute as pc
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]

_ARTICLES_AT_ONCE = 20_000
"""Articles that are fetched together."""
_ARTICLES_IN_CACHE = 100
"""Articles whose code points are counted together."""
_FIRST_BYTE = -64
"""Bytes that go on with a code point are 10xxxxxx, as signed numbers those below."""
_TO_PROVE = "SELECT count(*) FROM spans ANTI JOIN (SELECT article_id FROM articles WHERE rowid < ?) USING (article_id)"
_TEXTS = "SELECT rowid, article_id, text FROM articles WHERE rowid >= $first AND rowid < $beyond"
_SPANS = """
SELECT a.rowid, s.start::BIGINT AS start, s."end"::BIGINT AS "end", s.quote
FROM spans AS s
JOIN (SELECT rowid, article_id FROM articles WHERE rowid >= $first AND rowid < $beyond) AS a USING (article_id)
WHERE s.article_id BETWEEN $least AND $greatest AND s.start >= 0 AND s.start < s."end" AND s.quote <> ''
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a look at all texts tells: whether every span is its quote, and how long each text is.

    `sizes` has the columns article_id and size, in code points.
    """

    stands: bool
    sizes: pa.Table


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
class Points:
    """Texts end to end, and where their code points are.

    Code point `n` begins at byte `at[n]`; those of text `m` are the code points from `begins[m]` to before
    `begins[m + 1]`.
    """

    content: bytes
    at: Numbers
    begins: Numbers


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans in the order of their texts; `place` is the number of a span's text."""

    place: Numbers
    start: Numbers
    end: Numbers
    quotes: Strings

    def within(self, first: int, beyond: int) -> Spans:
        """Those in the texts from one number to before another, not copied."""
        part = slice(*np.searchsorted(self.place, (first, beyond)).tolist())
        return Spans(self.place[part] - first, self.start[part], self.end[part], self.quotes[part])


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts with the ids of their articles, and all spans in them."""

    ids: pa.Array
    texts: Strings
    spans: Spans


@dataclass(frozen=True, slots=True)
class Proven:
    """How many code points each text of a batch has, and how many of its spans were found to be their quotes."""

    ids: pa.Array
    sizes: Numbers
    standing: int


def prove(con: duckdb.DuckDBPyConnection, first_new: int = 0) -> Proof:
    """Compare every row of `spans` with the slice of its article's text, for articles from that row on."""
    ((spans,),) = con.execute(_TO_PROVE, [first_new]).fetchall()
    proven: list[Proven] = []
    with ThreadPoolExecutor(1) as prover:
        pending: Future[Proven] | None = None
        for batch in _batches(con, first_new):
            proven += [pending.result()] if pending else []
            pending = prover.submit(_proven, batch)
        proven += [pending.result()] if pending else []
    ids = pa.chunked_array([batch.ids for batch in proven], pa.string())
    sizes = pa.chunked_array([batch.sizes for batch in proven], pa.int64())
    standing = sum(batch.standing for batch in proven)
    return Proof(standing == spans, pa.table({"article_id": ids, "size": sizes}))


def _batches(con: duckdb.DuckDBPyConnection, first_new: int) -> Iterator[Batch]:
    ((beyond,),) = con.execute("SELECT coalesce(max(rowid) + 1, 0) FROM articles").fetchall()
    for first in range(first_new, beyond, _ARTICLES_AT_ONCE):
        rows = {"first": first, "beyond": first + _ARTICLES_AT_ONCE}
        for texts in con.sql(_TEXTS, params=rows).to_arrow_table().to_batches():
            yield _batch(con, texts)


def _batch(con: duckdb.DuckDBPyConnection, texts: pa.RecordBatch) -> Batch:
    """The texts of neighbouring articles, and their spans; ids are copied, or they would keep the texts in memory."""
    ids, rows = texts.column("article_id").cast(pa.string()), texts.column("rowid").to_numpy()
    ends = pc.min_max(ids).as_py()
    limits = {"first": int(rows[0]), "beyond": int(rows[-1]) + 1, "least": ends["min"], "greatest": ends["max"]}
    found = con.sql(_SPANS, params=limits).to_arrow_table()
    place = np.searchsorted(rows, found.column("rowid").to_numpy())
    order = np.argsort(place, kind="stable")
    start, end, quotes = found.drop(["rowid"]).take(pa.array(order)).columns
    spans = Spans(place[order], start.to_numpy(), end.to_numpy(), _strings(quotes.combine_chunks()))
    return Batch(pa.concat_arrays([ids, ids[:0]]), _strings(texts.column("text")), spans)


def _proven(batch: Batch) -> Proven:
    sizes = []
    standing = 0
    for first in range(0, len(batch.texts), _ARTICLES_IN_CACHE):
        beyond = min(first + _ARTICLES_IN_CACHE, len(batch.texts))
        texts = _points(batch.texts[first:beyond])
        sizes.append(np.diff(texts.begins))
        standing += _standing(texts, batch.spans.within(first, beyond))
    return Proven(batch.ids, np.concatenate(sizes), standing)


def _points(texts: Strings) -> Points:
    at = np.flatnonzero(texts.data.view(np.int8) >= _FIRST_BYTE)
    return Points(texts.data.tobytes(), at, np.searchsorted(at, texts.bounds))


def _standing(texts: Points, spans: Spans) -> int:
    """How many spans there are, if all of them are their quotes, else none."""
    start, end = texts.begins[spans.place] + spans.start, texts.begins[spans.place] + spans.end
    if np.any(end > texts.begins[spans.place + 1]):
        return 0
    first = texts.at[start]
    beyond = np.where(end < texts.at.size, texts.at.take(end, mode="clip"), len(texts.content))
    if np.any(beyond - first != np.diff(spans.quotes.bounds)):
        return 0
    slices = [texts.content[one:other] for one, other in zip(first.tolist(), beyond.tolist(), strict=True)]
    return len(slices) if b"".join(slices) == spans.quotes.data.tobytes() else 0


def _strings(column: pa.Array) -> Strings:
    """A column without nulls as one stretch."""
    whole = column.cast(pa.large_string())
    _, offsets, data = whole.buffers()
    bounds = np.frombuffer(offsets, np.int64)[whole.offset : whole.offset + len(whole) + 1]
    stretch = np.frombuffer(data, np.uint8) if data else np.empty(0, np.uint8)
    return Strings(stretch[bounds[0] : bounds[-1]], bounds - bounds[0])
