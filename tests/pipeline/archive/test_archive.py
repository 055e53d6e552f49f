"""The archive: what is appended comes back, torn tails are cut, and foreign WARC files are read as far as they go."""

from __future__ import annotations

import gzip
import random
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from extractors.model import Page
from pipeline.archive.decoding import DecodingError, TooLargeError, decoded
from pipeline.archive.exchange import Exchange, Place
from pipeline.archive.mend import whole_length
from pipeline.archive.read import ArchiveError, page_at, pages_of
from pipeline.archive.records import Damaged
from pipeline.archive.write import Archive

NOON = datetime(2025, 11, 20, 12, tzinfo=UTC)


def exchange(number: int, body: bytes | None = None, status: int = 200, **headers: str) -> Exchange:
    given = {"Content-Type": "text/html; charset=utf-8"} | {n.replace("_", "-"): v for n, v in headers.items()}
    content = f"<p>Thi đua số {number}</p>".encode() if body is None else body
    return Exchange(
        f"http://bao.example/tin-{number}", NOON, (("User-Agent", "thidua"),), status, tuple(given.items()), content,
        "203.0.113.7",
    )  # fmt: skip


def filled(folder: Path, count: int = 3) -> tuple[Path, list[Place]]:
    with Archive(folder) as archive:
        places = [archive.append(exchange(number)) for number in range(count)]
        archive.sync()
    return folder / "20251120-0.warc.gz", places


def names(path: Path) -> list[str]:
    return [item.name if isinstance(item, Page) else "damage" for item in pages_of(path)]


def test_what_was_appended_comes_back_with_what_the_capture_knew(tmp_path: Path) -> None:
    path, places = filled(tmp_path)
    pages = list(pages_of(path))
    assert pages[1] == page_at(tmp_path, places[1])
    assert pages[1] == Page(
        "<p>Thi đua số 1</p>".encode(), "http://bao.example/tin-1", "text/html", "utf-8", "http://bao.example/tin-1",
        captured_at=int(NOON.timestamp()),
    )  # fmt: skip


def test_request_and_answer_stand_in_the_file_as_other_tools_read_them(tmp_path: Path) -> None:
    path, _ = filled(tmp_path, 1)
    with path.open("rb") as file:
        records = [(r.rec_type, r.rec_headers.get_header("WARC-Date"), r.http_headers) for r in ArchiveIterator(file)]
    assert [kind for kind, *_ in records] == ["request", "response"]
    assert records[0][2].statusline == "/tin-0 HTTP/1.1" or records[0][2].protocol == "GET"
    assert records[1][1] == "2025-11-20T12:00:00.000000Z"
    assert records[1][2].get_header("Content-Type") == "text/html; charset=utf-8"


def test_a_header_cannot_smuggle_another(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append(exchange(1, X_Evil="a\r\nContent-Encoding: br"))
    assert names(tmp_path / "20251120-0.warc.gz") == ["http://bao.example/tin-1"]


def test_only_html_that_was_answered_with_200_is_a_page(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append(exchange(1, status=404))
        archive.append(exchange(2, Content_Type="image/png"))
        archive.append(exchange(3, Content_Type="application/xhtml+xml"))
    assert names(tmp_path / "20251120-0.warc.gz") == ["http://bao.example/tin-3"]


def test_encoded_bodies_are_kept_as_sent_and_read_under_a_cap(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.append(exchange(1, gzip.compress(b"<p>nho</p>"), Content_Encoding="gzip"))
        archive.append(exchange(2, gzip.compress(b" " * 2**20), Content_Encoding="gzip"))
        archive.append(exchange(3, b"<p>da giai nen</p>", Content_Encoding="gzip"))
    small, bomb, was_decoded = pages_of(tmp_path / "20251120-0.warc.gz", at_most=10_000)
    assert isinstance(small, Page)
    assert small.content == b"<p>nho</p>"
    assert isinstance(bomb, Damaged)
    assert "more than 10000 bytes" in str(bomb)
    assert isinstance(was_decoded, Page), "many archives keep the header of a body that they have decoded"


def test_a_torn_tail_is_cut_and_told_wherever_it_tore(tmp_path: Path) -> None:
    path, places = filled(tmp_path)
    whole = path.read_bytes()
    last = places[1].end
    for length in (*range(last, len(whole), 11), *range(len(whole) - 10, len(whole))):
        path.write_bytes(whole[:length])
        with Archive(tmp_path) as archive:
            kept = path.stat().st_size
            assert last <= kept <= length
            assert [cut.removed for cut in archive.cuts] == ([length - kept] if length > kept else [])
        assert names(path) == ["http://bao.example/tin-0", "http://bao.example/tin-1"]
    assert whole_length(path) == path.stat().st_size


def test_what_the_ledger_never_acknowledged_is_moved_aside_whole(tmp_path: Path) -> None:
    path, places = filled(tmp_path)
    whole = path.read_bytes()
    with Archive(tmp_path, promised={path.name: places[0].end}) as archive:
        (cut,) = archive.cuts
        assert cut.removed == len(whole) - places[0].end
        assert str(cut).endswith(f"never acknowledged, now in aside/{path.name}.from-{places[0].end}")
    assert names(path) == ["http://bao.example/tin-0"]
    (aside,) = (tmp_path / "aside").iterdir()
    assert path.read_bytes() + aside.read_bytes() == whole
    with Archive(tmp_path, promised={path.name: places[0].end}) as archive:
        assert archive.cuts == ()


def test_after_a_cut_the_archive_goes_on(tmp_path: Path) -> None:
    path, _ = filled(tmp_path)
    path.write_bytes(path.read_bytes()[:-7])
    _, places = filled(tmp_path, 1)
    assert names(path) == [f"http://bao.example/tin-{n}" for n in (0, 1, 0)]
    assert page_at(tmp_path, places[0]).name == "http://bao.example/tin-0"


def test_each_writer_has_a_file_of_its_own(tmp_path: Path) -> None:
    for writer in ("0", "1"):
        with Archive(tmp_path, writer=writer) as archive:
            archive.append(exchange(1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["20251120-0.warc.gz", "20251120-1.warc.gz"]


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    path, places = filled(tmp_path)
    content = bytearray(path.read_bytes())
    content[places[1].offset + 60] ^= 0xFF
    path.write_bytes(content)
    assert names(path) == ["http://bao.example/tin-0", "damage", "http://bao.example/tin-2"]
    with pytest.raises(ArchiveError, match="restore the file"):
        page_at(tmp_path, places[1])


@pytest.mark.parametrize("form", ["plain", "one gzip", "one gzip, cut", "plain, cut"])
def test_other_forms_of_warc_are_read_and_their_cuts_told(tmp_path: Path, form: str) -> None:
    path, _ = filled(tmp_path)
    plain = gzip.decompress(path.read_bytes())
    content = gzip.compress(plain) if "gzip" in form else plain
    path.write_bytes(content[:-25] if "cut" in form else content)
    found = names(path)
    assert found[:2] == ["http://bao.example/tin-0", "http://bao.example/tin-1"]
    assert found[2:] == (["damage"] if "cut" in form else ["http://bao.example/tin-2"])


def test_chunked_answers_of_other_crawlers_are_put_together(tmp_path: Path) -> None:
    chunked = b"5\r\n<p>Th\r\n8\r\ni dua</p\r\n1\r\n>\r\n0\r\n\r\n"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked
    lines = ("WARC/1.0", "WARC-Type: response", "WARC-Target-URI: <http://x.example/>", f"Content-Length: {len(block)}")
    head = "\r\n".join(lines) + "\r\n\r\n"
    path = tmp_path / "other.warc"
    path.write_bytes(head.encode() + block + b"\r\n\r\n")
    (page,) = pages_of(path)
    assert isinstance(page, Page)
    assert (page.content, page.url) == (b"<p>Thi dua</p>", "http://x.example/")


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"thi dua\n" * 100, b"\x1f\x8b\x08" * 5000])
def test_what_is_no_warc_is_told_without_an_exception(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.warc.gz"
    path.write_bytes(content)
    assert all(isinstance(item, Damaged) for item in pages_of(path))
    assert content == b"" or names(path)


def test_random_damage_never_stops_the_reading(tmp_path: Path) -> None:
    path, _ = filled(tmp_path)
    whole = path.read_bytes()
    chance = random.Random(7)
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.randrange(1, len(content))])
        assert set(names(path)) <= {f"http://bao.example/tin-{n}" for n in range(3)} | {"damage"}


@pytest.mark.parametrize(
    ("body", "encodings", "error"),
    [
        (zlib.compress(b" " * 10_000), ["deflate"], TooLargeError),
        (gzip.compress(gzip.compress(b" " * 10_000, mtime=0), mtime=0), ["gzip", "gzip"], TooLargeError),
        (gzip.compress(b"", mtime=0) * 100, ["gzip"], DecodingError),
        (gzip.compress(b"thi dua", mtime=0)[:-9], ["gzip"], DecodingError),
        (b"x", ["gzip"] * 4, DecodingError),
        (b"x", ["compress"], DecodingError),
        (b"\x28\xb5\x2f\xfd\x00\xff\xff\xff\xff", ["zstd"], DecodingError),
    ],
)
def test_bodies_that_are_not_decoded_say_why(body: bytes, encodings: list[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        decoded(body, encodings, 1_000)


def test_raw_deflate_of_old_servers_is_decoded() -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert decoded(packer.compress(b"thi dua") + packer.flush(), ["deflate"], 100) == b"thi dua"
