"""The columns of a shard: one row per page, the article and its facts nested in it.

`page_id` is the first 32 hex digits of the SHA-256 of the page's bytes. `captured_at` is in seconds since 1970 UTC,
null for a file that does not tell. Facts carry the fields of `extractors.model`, a span as `start`, `end`, `quote`;
references between facts (`meeting_id`, `part_of_id`) are fact ids. `published_*` is `Article.published` taken apart.
Positions count code points of `article.text`. `regions` tell where on paper a stretch of the text stands, in points
from the top left of its page; `documents` holds one at most.
"""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = "5"

_TEXT = pa.string()
_INT = pa.int32()


def _struct(**columns: pa.DataType) -> pa.StructType:
    return pa.struct(list(columns.items()))


_SPAN = {"start": _INT, "end": _INT, "quote": _TEXT}
_FACT = {"id": _TEXT, **_SPAN, "sentence_start": _INT, "sentence_end": _INT, "rule": _TEXT, "confidence": pa.float64()}

MEETING = _struct(
    **_FACT,
    name=_TEXT,
    kind=_TEXT,
    date=_TEXT,
    end_date=_TEXT,
    date_start=_INT,
    date_end=_INT,
    date_quote=_TEXT,
    date_reason=_TEXT,
    place=_TEXT,
    host=_TEXT,
    online=pa.bool_(),
    period=_TEXT,
    main=pa.bool_(),
)
TITLE = _struct(**_SPAN, text=_TEXT, canonical=_TEXT, body=_TEXT, level=_TEXT, province=_TEXT, status=_TEXT)
OFFICIAL = _struct(
    **_FACT,
    name=_TEXT,
    titles=pa.list_(TITLE),
    roles=pa.list_(_struct(role=_TEXT, **_SPAN, rule=_TEXT)),
    aliases=pa.list_(_TEXT),
    mentions=pa.list_(_struct(**_SPAN)),
    on_behalf_of=_TEXT,
    meeting_id=_TEXT,
)
CAMPAIGN = _struct(
    **_FACT,
    campaign=_TEXT,
    name=_TEXT,
    owner=_TEXT,
    status=_TEXT,
    local_name=_TEXT,
    phase=_TEXT,
    counted=pa.bool_(),
)
AWARD = _struct(
    **_FACT,
    award=_TEXT,
    count=pa.int64(),
    unit=_TEXT,
    rank=_TEXT,
    level=_TEXT,
    grantor=_TEXT,
    qualifier=_TEXT,
    status=_TEXT,
    recipients=pa.list_(_TEXT),
    posthumous=pa.bool_(),
    period=_TEXT,
    part_of_id=_TEXT,
)
SHARE = _struct(**_FACT, percent=pa.float64(), of=_TEXT)
DOCUMENT = _struct(
    **_FACT,
    kind=_TEXT,
    issuer=_TEXT,
    parent=_TEXT,
    number=_TEXT,
    symbol=_TEXT,
    place=_TEXT,
    issued=_TEXT,
    abstract=_TEXT,
    addressees=pa.list_(_TEXT),
    signer=_TEXT,
    signer_office=_TEXT,
    on_behalf=_TEXT,
    on_behalf_of=_TEXT,
    parts=pa.list_(_struct(part=_TEXT, **_SPAN)),
)
DISCREPANCY = _struct(**_SPAN, code=_TEXT, stated=_INT, found=_INT)
REGION = _struct(
    start=_INT,
    end=_INT,
    page=_INT,
    left=pa.float32(),
    top=pa.float32(),
    right=pa.float32(),
    bottom=pa.float32(),
    confidence=pa.float32(),
)
ARTICLE = _struct(
    article_id=_TEXT,
    url=_TEXT,
    source=_TEXT,
    host=_TEXT,
    province=_TEXT,
    title=_TEXT,
    title_key=_TEXT,
    text=_TEXT,
    author=_TEXT,
    published=_TEXT,
    published_precision=_TEXT,
    published_role=_TEXT,
    published_evidence=_TEXT,
    published_rule=_TEXT,
    published_reason=_TEXT,
    syllables=_INT,
    recognition=pa.float32(),
    recoded=pa.list_(_struct(start=_INT, end=_INT, encoding=_TEXT)),
    blocks=pa.list_(_struct(start=_INT, end=_INT, role=_TEXT)),
    dates=pa.list_(_struct(date=_TEXT, role=_TEXT, precision=_TEXT, evidence=_TEXT, rule=_TEXT, start=_INT, end=_INT)),
    removed=pa.list_(_struct(quote=_TEXT, rule=_TEXT)),
    attached_to=_TEXT,
)
SCHEMA = pa.schema(
    {
        "page_id": _TEXT,
        "name": _TEXT,
        "media_type": _TEXT,
        "byte_count": pa.int64(),
        "captured_at": pa.int64(),
        "outcome": _TEXT,
        "reason_code": _TEXT,
        "reason": _TEXT,
        "article": ARTICLE,
        "meetings": pa.list_(MEETING),
        "officials": pa.list_(OFFICIAL),
        "campaigns": pa.list_(CAMPAIGN),
        "awards": pa.list_(AWARD),
        "shares": pa.list_(SHARE),
        "documents": pa.list_(DOCUMENT),
        "discrepancies": pa.list_(DISCREPANCY),
        "regions": pa.list_(REGION),
        "signature": pa.list_(pa.uint32()),
    }
)
