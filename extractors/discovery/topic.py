"""Whether a link sounds of emulation and commendation, before its page is fetched."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote, urlsplit

from corpus.rules import load_rules
from corpus.sources import Source
from extractors.discovery.model import Link
from extractors.text import phrase_key, search_key

_LOOKED_AT = 1_000
_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+){3,}")
_PLAIN = re.compile(r"[\x00-\x7f]*")


def is_wanted(link: Link, source: Source) -> bool:
    """Whether a link of the source is worth a request: always, unless its `topic_filter` is on.

    Where the finder gave no title, the words of the address serve.
    """
    return source.topic_filter == "off" or on_topic(link.title or words_of_address(link.url), link.lead)


def on_topic(title: str, lead: str = "") -> bool:
    """Whether a page is worth fetching for emulation and commendation, by the words of its headline and lead.

    Leans to yes: a wrong yes costs one request, a wrong no an article. Where neither says anything it is yes. Words
    without any diacritics, as in an address, are compared without them.

    >>> on_topic("Trao tặng Huân chương Lao động cho 2 tập thể"), on_topic("Giá vàng hôm nay tăng mạnh")
    (True, False)
    >>> on_topic("trao tang huan chuong lao dong"), on_topic("gia vang hom nay tang manh")
    (True, False)
    """
    key = phrase_key(f"{title[:_LOOKED_AT]} . {lead[:_LOOKED_AT]}")
    if not key.strip(" ."):
        return True
    bare = _PLAIN.fullmatch(key) is not None
    about, other = _family("topic.about", bare=bare), _family("topic.other", bare=bare)
    return about.search(other.sub(" ", key)) is not None


def words_of_address(url: str) -> str:
    """The headline in an address, without diacritics; empty where there is none.

    >>> words_of_address("https://bao.example/thoi-su/trao-co-thi-dua-cho-ba-xa-post123.html")
    'trao co thi dua cho ba xa post123'
    """
    slugs = _SLUG.findall(unquote(urlsplit(url).path[:_LOOKED_AT]))
    return max(slugs, key=len, default="").replace("-", " ")


@cache
def _family(name: str, *, bare: bool) -> re.Pattern[str]:
    table = load_rules("topic")
    patterns = [table.compiled(rule.id).pattern for rule in table.family(name)]
    return re.compile("|".join(f"(?:{search_key(pattern) if bare else pattern})" for pattern in patterns))
