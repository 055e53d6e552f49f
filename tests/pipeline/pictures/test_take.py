"""Pictures by way of worker processes, each want answered in its place."""

from __future__ import annotations

from pathlib import Path

from pipeline.pictures.originals import Originals
from pipeline.pictures.paper import PDF, Line, Original, Paper, Stretch
from pipeline.pictures.take import Missing, Picture, Wanted, Why, take_pictures
from pipeline.rows import page_id
from pipeline.settings import Settings

BROKEN = b"%PDF-1.4 hong"


def wanted(name: str, content: bytes, page: int = 2, media_type: str = PDF) -> Wanted:
    file = Original(page_id(content), name, media_type, len(content))
    lines = (Line(page, (60, 110, 130, 123), 0, "Câu thứ hai", None),)
    return Wanted(Paper(Stretch("a", 0, 11), file, lines), ((4, 7),))


def test_each_want_is_answered_in_its_place(tmp_path: Path, known: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(known)
    (tmp_path / "hong.pdf").write_bytes(BROKEN)
    asked = [
        wanted("mat.pdf", b"nowhere"),
        wanted("a.pdf", known),
        wanted("a.docx", b"x", media_type="application/msword"),
        wanted("hong.pdf", BROKEN),
        wanted("a.pdf", known, page=1),
    ]
    taken = take_pictures(asked, Originals(Settings(data_dir=tmp_path / "data", workers=2), [tmp_path]))
    assert [one.why if isinstance(one, Missing) else one.page for one in taken] == [
        Why.NO_ORIGINAL, 2, Why.NO_LAYOUT, Why.NOT_DRAWN, 1,
    ]  # fmt: skip
    assert all(one.png.startswith(b"\x89PNG") for one in taken if isinstance(one, Picture))
    assert all("\n" not in one.told and ";" in one.told for one in taken if isinstance(one, Missing))


def test_nothing_wanted_starts_nothing(tmp_path: Path) -> None:
    assert take_pictures([], Originals(Settings(data_dir=tmp_path))) == []
