"""Words of a link as a reader sees them."""

from __future__ import annotations

import re
from html import unescape

from extractors.text import clean

_TITLE_CHARS = 300
_LOOKED_AT = 2_000
_TAG = re.compile(r"<[^<>]{0,500}>")


def title_of(written: str) -> str:
    """A headline without markup, entities and superfluous space, cut at 300 characters.

    >>> title_of("<b>Khen thưởng</b> 12 tập&nbsp;thể\\n &amp; 5 cá nhân")
    'Khen thưởng 12 tập thể & 5 cá nhân'
    """
    bare = unescape(_TAG.sub(" ", written[:_LOOKED_AT]))
    return " ".join(clean(bare).text.split())[:_TITLE_CHARS]
