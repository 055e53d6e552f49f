"""Old encodings: every letter there and back, recognised for certain or not converted at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encodings import ENCODINGS, Encoding, letters_of
from extractors.article import read_page
from extractors.encodings.convert import as_bytes, converted
from extractors.encodings.fonts import Spelling, spellings_of
from extractors.encodings.recognise import recognised
from extractors.encodings.syllables import is_syllable
from extractors.errors import Unreadable
from extractors.model import Page
from tests.encoded import encoded
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, page

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
CAPITAL = SMALL.upper()
PLAIN_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXYĂÂÊÔƠƯ"
TEXT = page(TITLE, FIRST, SECOND, LAST)
REACH: dict[Encoding, str] = {"tcvn3": SMALL + PLAIN_CAPITALS, "vni": SMALL + CAPITAL, "viscii": SMALL + CAPITAL}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_whole_alphabet_goes_there_and_back(encoding: Encoding) -> None:
    for letter in REACH[encoding]:
        assert converted(encoded(letter, encoding), encoding) == letter
    missing = [letter for letter in REACH[encoding] if not letter.isascii() and encoded(letter, encoding) == letter]
    known = letters_of(encoding)
    assert [letter for letter in missing if known.get(letter) != letter] == []


def test_capital_fonts_of_tcvn3_show_every_capital() -> None:
    assert [converted(encoded(small, "tcvn3"), "tcvn3", capitals=True) for small in SMALL] == list(CAPITAL)


@given(st.sampled_from(ENCODINGS), st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=40))
def test_running_text_goes_there_and_back(encoding: Encoding, words: list[str]) -> None:
    text = " ".join(words).lower()
    assert converted(encoded(text, encoding), encoding) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("program", ["latin-1", "cp1252", "private"])
def test_text_is_recognised_whatever_took_its_bytes_for_letters(encoding: Encoding, program: str) -> None:
    written = encoded(TEXT, encoding)
    if program == "private":
        written = "".join(chr(0xF000 + ord(c)) if 0x80 <= ord(c) < 0x100 else c for c in written)
    elif program == "cp1252":
        written = "".join(_as_cp1252(c) for c in written)
    assert recognised(written).encoding == encoding
    assert converted(written, encoding) == TEXT


def _as_cp1252(character: str) -> str:
    try:
        return character.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return character


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_page_of_bytes_reads_like_one_in_unicode(encoding: Encoding, media_type: str) -> None:
    shape = "<html><body><article>{}</article></body></html>" if media_type == "text/html" else "{}"
    lines = TEXT.split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in lines) if media_type == "text/html" else TEXT
    new = read_page(Page(shape.format(body).encode(), "moi", media_type=media_type))  # type: ignore[arg-type]
    old_bytes = shape.format(encoded(body, encoding)).encode("latin-1")
    old = read_page(Page(old_bytes, "cu", media_type=media_type))  # type: ignore[arg-type]
    assert (old.text, old.blocks) == (new.text, new.blocks)
    assert [(r.start, r.end, r.encoding) for r in old.recoded] == [(0, len(old.text), encoding)]
    assert new.recoded == ()


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        "La réunion a été présidée par le maire; les élèves décorés étaient très émus à la cérémonie.",
        "A reunião do município não começou; a população está à espera da decisão sobre a educação.",
        "Die Bürgermeisterin überreichte zwölf Ehrenabzeichen für Verdienste um die örtliche Schule.",
        "Số 12 – “Thi đua” © 2023 ® 25 °C ± 2 µm",
    ],
)
def test_text_in_unicode_is_left_alone(text: str) -> None:
    assert recognised(text).encoding is None


def test_text_in_cp1258_is_left_alone() -> None:
    written = TEXT.encode("cp1258", "ignore").decode("latin-1")
    assert recognised(written).encoding is None


def test_each_font_is_judged_by_itself() -> None:
    texts = {".VnTime": encoded(TEXT, "tcvn3"), ".VnTimeH": encoded(TITLE.lower(), "tcvn3"), "Arial": TEXT}
    assert spellings_of(texts) == {".VnTime": Spelling("tcvn3"), ".VnTimeH": Spelling("tcvn3", capitals=True)}


def test_an_old_font_with_text_in_unicode_is_left_alone() -> None:
    assert spellings_of({".VnTime": TEXT, "VNI-Times": TEXT}) == {}


def test_an_old_font_without_a_name_is_known_by_its_letters() -> None:
    assert spellings_of({"F1": encoded(TEXT, "vni"), "F2": TEXT}) == {"F1": Spelling("vni")}


def test_doubtful_text_is_refused_whole() -> None:
    mixed = " ".join(
        encoded(word, encoding)
        for word, encoding in zip(TEXT.split() * 3, ["tcvn3", "vni", "viscii"] * 300, strict=False)
    )
    with pytest.raises(Unreadable) as refused:
        spellings_of({".VnTime": mixed})
    assert refused.value.code == "doubtful_encoding"


@given(st.text(max_size=200))
def test_any_text_has_a_verdict(text: str) -> None:
    assert recognised(text).encoding in (None, *ENCODINGS)
    assert len(as_bytes(text)) == len(text)


@pytest.mark.parametrize("word", ["quyết", "khuỷu", "nghiêng", "giữa", "oanh", "yêu", "thuở", "xoong", "quốc"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert not is_syllable(word + "x")
