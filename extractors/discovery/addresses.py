"""Which addresses are the same page: one canonical form for all its twins.

Scheme and `www.` stay as they are: some sites answer on one of them only, and a duplicate costs less than a loss.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

_LONGEST = 8_000
_INVISIBLE = re.compile("[\x00-\x1f\x7f]")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TWIN_LABELS = frozenset(("m", "mobile", "amp"))
_REGISTRIES = frozenset(("com.vn", "gov.vn", "org.vn", "net.vn", "edu.vn", "info.vn", "dcs.vn"))

_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_UNSAFE = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]|%(?![0-9A-Fa-f]{2})")
_PADDING = re.compile(r"(?:\+|%20)+$")

_TWIN_PATHS = (
    re.compile("/(?=/)"),
    re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE),
    _PADDING,
    re.compile(r"(?<=/)index\.html?$", re.IGNORECASE),
    re.compile(r"\.amp(?=\.html?$)"),
    re.compile(r"(?<=[^/])(?:/(?:amp|print)/?|\.amp)$"),
    re.compile(r"^/amp(?=/.)"),
    re.compile(r"/(?:print|savefile)(?=/(?:[^/]{1,300}/){0,9}[^/-]{1,300}-)", re.IGNORECASE),
)
_INDEX_WITHOUT_QUERY = re.compile(r"(?<=/)(?:(?:index|default)\.(?:php|aspx?|jsp)|default\.html?)$", re.IGNORECASE)

_TRACKING = frozenset((
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "zclid", "zarsrc",
    "zanpid", "gidzl", "igshid", "igsh", "mibextid", "mc_cid", "mc_eid", "_ga", "_gl", "_gid", "spm", "ref_src",
    "share_source", "_hsenc", "_hsmi", "fb_comment_id", "fb_action_ids", "fb_action_types", "fb_source",
))  # fmt: skip
_SESSION = frozenset(("phpsessid", "jsessionid", "sessionid", "session_id", "cfid", "cftoken"))
_TWIN = frozenset(("print", "printable", "printview", "isprint", "amp", "mobile", "is_mobile", "savefile"))
_WAY_BACK = frozenset(("redirect", "inheritredirect", "nv_redirect", "p_p_auth", "p_p_col_id", "p_p_col_pos"))
_DROPPED = _TRACKING | _SESSION | _TWIN | _WAY_BACK | {"p_p_col_count"}
_DROPPED_BEGINNINGS = ("utm_", "aspsessionid", "pk_", "mtm_", "hsa_", "zalo_")
_DROPPED_ENDINGS = ("_redirect", "_backurl")
_DROPPED_VALUES = {
    "p_p_lifecycle": "0", "p_p_state": "normal", "p_p_mode": "view", "tmpl": "component",
    "output": "print", "outputtype": "amp", "format": "print", "view": "print", "type": "print", "mode": "print",
}  # fmt: skip
_MAYBE_SESSION = frozenset(("sid", "s", "session", "token"))
_SESSION_VALUE = re.compile(r"(?=[^0-9]{0,128}[0-9])[0-9A-Za-z]{20,128}")
_TWIN_OP = re.compile(r"(?<=^op=)(?:(?:print|savefile)(?:/|%2F))+", re.IGNORECASE)
_ESCAPED_AMPERSAND = re.compile("^(?:amp;)+")


def canonical(url: str) -> str:
    """The one form of an address that all its twins have; what is no web address comes back as it is.

    Lower-case host without a default port, one way of percent-encoding, no fragment, no tracking and session
    parameters, no print, mobile, AMP or NukeViet `savefile` twin, no `index.html`, parameters in order. Applying it
    twice changes nothing.

    >>> canonical("HTTPS://m.Bao.example:443/tin/index.html?utm_source=zalo&b=2&a=1#top")
    'https://bao.example/tin/?a=1&b=2'
    >>> canonical("https://bao.example/vi/news/savefile/tin-t%e1%bb%89nh/hop-mat-12.html")
    'https://bao.example/vi/news/tin-t%E1%BB%89nh/hop-mat-12.html'
    """
    written = _INVISIBLE.sub("", url).strip()
    parts = web_parts(written)
    if parts is None or len(written) > _LONGEST:
        return written
    query = _query(parts.query)
    path = _path(parts.path, _TWIN_PATHS if query else (*_TWIN_PATHS, _INDEX_WITHOUT_QUERY))
    return f"{parts.scheme}://{_place(parts)}{path}" + (f"?{query}" if query else "")


def absolute(base: str, written: str) -> str | None:
    """The canonical address that a link on the page `base` leads to; `None` where it leads to no web page."""
    try:
        joined = urljoin(base, _INVISIBLE.sub("", written).strip())
    except ValueError:
        return None
    return canonical(joined) if web_parts(joined) else None


def web_parts(url: str) -> SplitResult | None:
    """The parts of an address over http or https; `None` for any other, and for a malformed one."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _DEFAULT_PORTS and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _place(parts: SplitResult) -> str:
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else _desktop(host.rstrip(".") or host)
    return host if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{parts.port}"


def _desktop(host: str) -> str:
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _TWIN_LABELS and ".".join(labels[1:]) not in _REGISTRIES:
        labels.pop(0)
    return ".".join(labels)


def _path(path: str, twins: tuple[re.Pattern[str], ...]) -> str:
    before, path = "", _encoded(path)
    while path != before:
        before = path
        for twin in twins:
            path = twin.sub("", path)
        path = _without_dots(path)
    return path or "/"


def _without_dots(path: str) -> str:
    """The path with `.` and `..` carried out (RFC 3986, 5.2.4)."""
    segments = path.split("/")
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            del kept[max(1, len(kept) - 1) :]
        elif segment != ".":
            kept.append(segment)
    return "/".join([*kept, ""] if segments[-1] in (".", "..") else kept)


def _query(query: str) -> str:
    pairs = (_pair(written) for written in query.split("&"))
    kept = ((key, equals, value) for key, equals, value in pairs if key + value and not _is_dropped(key, value))
    return "&".join(map("".join, sorted(kept, key=lambda pair: pair[0])))


def _pair(written: str) -> tuple[str, str, str]:
    pair = _PADDING.sub("", _encoded(_ESCAPED_AMPERSAND.sub("", written)))
    return _TWIN_OP.sub("", pair).partition("=")


def _is_dropped(key: str, value: str) -> bool:
    name = key.lower()
    if name in _DROPPED or name.startswith(_DROPPED_BEGINNINGS) or name.endswith(_DROPPED_ENDINGS):
        return True
    if name in _MAYBE_SESSION:
        return bool(_SESSION_VALUE.fullmatch(value))
    return _DROPPED_VALUES.get(name) == value.lower()


def _encoded(text: str) -> str:
    """Percent-encoded the one way: upper-case hexadecimals, nothing encoded that need not be, UTF-8 for the rest."""
    return _ESCAPE.sub(_escape, _UNSAFE.sub(_octets, text))


def _escape(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if _UNRESERVED.fullmatch(character) else found[0].upper()


def _octets(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode("utf-8", "replace"))
