"""Twins of one page have one canonical form; different pages keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.discovery.addresses import absolute, canonical

PAGE = "https://baothu.example/thoi-su/hop-mat-123.html"


@pytest.mark.parametrize(
    "twin",
    [
        "HTTPS://BaoThu.example:443/thoi-su/hop-mat-123.html#binh-luan",
        "https://baothu.example/thoi-su/hop-mat-123.html?utm_source=zalo&utm_medium=x&fbclid=abc",
        "https://baothu.example/thoi-su/hop-mat-123.html?gclid=1&zarsrc=30&_ga=2.1",
        "https://baothu.example/thoi-su/hop-mat-123.html;jsessionid=0123ABCDEF?PHPSESSID=0123456789abcdef",
        "https://baothu.example/thoi-su/hop-mat-123.html?sid=0a1b2c3d4e5f60718293a4b5",
        "https://m.baothu.example/thoi-su/hop-mat-123.html",
        "https://amp.m.baothu.example/thoi-su/hop-mat-123.html",
        "https://baothu.example/amp/thoi-su/hop-mat-123.html",
        "https://baothu.example/thoi-su/hop-mat-123.amp.html",
        "https://baothu.example/thoi-su/hop-mat-123.html?print=1",
        "https://baothu.example/thoi-su/hop-mat-123.html/print/",
        "https://baothu.example/print/thoi-su/hop-mat-123.html",
        "https://baothu.example/savefile/thoi-su/hop-mat-123.html",
        "https://baothu.example/thoi-su/./cu/..//hop%2dmat-123.html?",
        "https://baothu.example./thoi-su/hop-mat-123.html?&amp;utm_source=x",
        " https://baothu.example/thoi-su/\nhop-mat-123.html\t",
        "https://ai:mat@baothu.example/thoi-su/hop-mat-123.html",
        "https://baothu.example/thoi-su/hop-mat-123.html+++++++",
    ],
)
def test_a_twin_has_the_form_of_its_page(twin: str) -> None:
    assert canonical(twin) == PAGE


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("http://baothu.example", "http://baothu.example/"),
        ("http://baothu.example:80/index.html", "http://baothu.example/"),
        ("http://baothu.example:8080/index.php", "http://baothu.example:8080/"),
        ("http://baothu.example/index.php?id=7", "http://baothu.example/index.php?id=7"),
        ("https://baothu.example/tỉnh-an-thử", "https://baothu.example/t%E1%BB%89nh-an-th%E1%BB%AD"),
        ("https://baothu.example/t%e1%bb%89nh-an-th%E1%bb%ad", "https://baothu.example/t%E1%BB%89nh-an-th%E1%BB%AD"),
        ("https://baothu.example/a%2Fb%20c d", "https://baothu.example/a%2Fb%20c%20d"),
        ("https://baothu.example/100%-tot", "https://baothu.example/100%25-tot"),
        ("https://baothu.example/?b=2&a=1&b=1", "https://baothu.example/?a=1&b=2&b=1"),
        (
            "https://baothu.example/Pages/tin.aspx?ItemID=5++++&l=x",
            "https://baothu.example/Pages/tin.aspx?ItemID=5&l=x",
        ),
        (
            "https://baothu.example/index.php?language=vi&nv=news&op=savefile/tin/hop-12",
            "https://baothu.example/index.php?language=vi&nv=news&op=tin/hop-12",
        ),
        (
            "https://baothu.example/tin?p_p_id=x_1&p_p_lifecycle=0&p_p_state=normal&_x_1_urlTitle=hop&_x_1_redirect=%2F",
            "https://baothu.example/tin?_x_1_urlTitle=hop&p_p_id=x_1",
        ),
        ("https://[::1]:443/a", "https://[::1]/a"),
    ],
)
def test_the_form_of_an_address(url: str, form: str) -> None:
    assert canonical(url) == form


@pytest.mark.parametrize(
    "url",
    [
        "https://www.baothu.example/tin-1.html",
        "https://m.com.vn/tin-1.html",
        "https://baothu.example/modules.php?name=News&sid=123",
        "https://baothu.example/cong-nghe/mobile/may-moi-12.html",
        "https://baothu.example/print/123456.html",
        "https://baothu.example/tin/?page=2",
        "https://baothu.example/tin/",
        "https://baothu.example/tin",
        "https://baothu.example/tim?q=thi+dua",
    ],
)
def test_what_tells_pages_apart_stays(url: str) -> None:
    assert canonical(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "mailto:a@b.example", "javascript:void(0)", "http://[bad", "http://a:99999/", "ftp://a.example/", "/tin"],
)
def test_what_is_no_web_address_comes_back_and_leads_nowhere(url: str) -> None:
    assert canonical(url) == url
    assert absolute(url, url) is None


def test_a_link_is_read_from_its_page() -> None:
    assert (
        absolute("https://baothu.example/tin/", "../hop-1.html?utm_source=x#a") == "https://baothu.example/hop-1.html"
    )
    assert absolute("https://baothu.example/tin/", "//khac.example/a") == "https://khac.example/a"
    assert absolute("https://baothu.example/tin/", "javascript:x()") is None


PIECES = st.sampled_from(
    ["/", "//", ".", "..", "print", "savefile", "amp", "index.html", "default.aspx", "index.php", ";sid=1", "%20", "+",
     "%2e", "%2E%2e", "%", "%3", "%252e", "hop-mat-1", ".amp", ".html", "?", "&", "=", "a", "b=1", "print=1", "sid=",
     "utm%5Fsource=1", "amp;", "op=print/", "0123456789abcdef0123456789", "ệ", "ê\u0323", " ", "#", ":", "@", "[", "\\",
     "m.", "mobile.", "com.vn", "\u3000", "\u2028"]
)  # fmt: skip


@given(st.builds("https://baothu.example{}".format, st.lists(PIECES, max_size=12).map("".join)))
@example("https://baothu.example/a/..+")
@example("https://baothu.example/a/amp/index.php")
def test_the_form_of_a_form_is_itself(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@given(st.builds("http://{}".format, st.lists(PIECES, max_size=8).map("".join)) | st.text(max_size=40))
def test_no_address_breaks_it(url: str) -> None:
    form = canonical(url)
    assert canonical(form) == form


@given(st.integers(1, 7), st.sampled_from(["/print", "%25", "/..", "+", "&a=", ";sid=", "/a-", "m."]))
def test_a_huge_address_costs_little(thousands: int, piece: str) -> None:
    url = "https://baothu.example/" + piece * (thousands * 1000)
    assert canonical(canonical(url)) == canonical(url)
