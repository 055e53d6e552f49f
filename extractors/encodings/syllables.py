"""Whether a word is built as a Vietnamese syllable: at most one tone, and sounds that go together."""

from __future__ import annotations

import re
import unicodedata

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSET = "(?:ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnpqrstvx])?"
_RIME = (
    "(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyu|ươi|ươu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|uê|ui|uơ|ưa|ưi|ưu|"
    "(?:uyê|iê|yê|oă|oa|oe|oo|uâ|uô|uy|ươ|uê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|nh|ng|c|m|n|p|t)?)"
)
_SYLLABLE = re.compile(_ONSET + _RIME)
_LONGEST = 7


def is_syllable(word: str) -> bool:
    """Whether a word, in any case, can be a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("Nghiệp", "ĐƯỜNG", "xuống", "tÞch", "nh©n", "été")]
    [True, True, True, False, False, False]
    """
    if len(word) > _LONGEST:
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    plain = apart.translate(_TONES)
    return len(apart) - len(plain) <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))
