"""What paths on the command line come to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.inputs import Inputs, PageFile, find_inputs, load


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("a.html", "b/c.HTM", "b/d.txt", "b/style.css", "b/e/f.html", "photo.jpg", "README"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(inputs: Inputs) -> list[str]:
    return [found.name for found in inputs.files]


def test_a_folder_gives_its_pages_below_it_and_counts_the_rest(site: Path) -> None:
    inputs = find_inputs([str(site)])
    assert sorted(names(inputs)) == ["a.html", "b/c.HTM", "b/d.txt", "b/e/f.html"]
    assert inputs.skipped == {".css": 1, ".jpg": 1, "no suffix": 1}
    assert inputs.refused == ()


def test_a_file_is_named_by_itself_and_files_keep_their_order(site: Path) -> None:
    inputs = find_inputs([str(site / "b/d.txt"), str(site / "a.html")])
    assert names(inputs) == ["d.txt", "a.html"]
    assert [found.media_type for found in inputs.files] == ["text/plain", "text/html"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.html", ["a.html"]),
        ("b/*.[Ht]*", ["c.HTM", "d.txt"]),
        ("**/*.html", ["a.html", "b/e/f.html"]),
        ("?", ["b/c.HTM", "b/d.txt", "b/e/f.html"]),
    ],
)
def test_a_glob_names_files_below_its_fixed_part(site: Path, pattern: str, expected: list[str]) -> None:
    assert names(find_inputs([str(site / pattern)])) == expected


def test_a_file_with_glob_characters_in_its_name_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "[1].html").write_text("x")
    assert names(find_inputs([str(tmp_path / "[1].html")])) == ["[1].html"]


def test_a_file_given_twice_counts_once(site: Path) -> None:
    (site / "again.html").symlink_to(site / "a.html")
    inputs = find_inputs([str(site / "a.html"), str(site / "again.html"), str(site / "*.html")])
    assert names(inputs) == ["a.html"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("none.html", "none.html: no such file or directory; check the path"),
        ("none-*.html", "none-*.html: no file fits the pattern; check the pattern"),
        ("a.html/b.html", "a.html/b.html: not a directory; check the file and the disk"),
        ("x" * 5000, "x: file name too long; check the file and the disk"),
        ("pipe.html", "pipe.html: not a regular file; give files, folders or globs of saved pages"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line_and_the_rest_goes_on(site: Path, path: str, line: str) -> None:
    os.mkfifo(site / "pipe.html")
    inputs = find_inputs([str(site / path), str(site / "a.html")])
    assert names(inputs) == ["a.html"]
    assert [str(error) for error in inputs.refused] == [line.replace(line.split(":")[0], str(site / path), 1)]


def test_an_empty_path_is_not_the_current_folder() -> None:
    inputs = find_inputs([""])
    assert inputs.files == ()
    assert [str(error) for error in inputs.refused] == ["'': an empty path; give a file, a folder or a glob"]


def test_names_that_are_not_unicode_or_not_printable_are_escaped(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/tin\xff\x1b.html"
    Path(os.fsdecode(raw)).write_text("x")
    inputs = find_inputs([str(tmp_path)])
    assert names(inputs) == ["tin\\xff\x1b.html"]
    assert "\x1b" not in str(find_inputs([str(tmp_path / "none\x1b[2J.html")]).refused[0])


def test_a_page_is_its_bytes(site: Path) -> None:
    loaded = load(PageFile(site / "a.html", "a.html", "text/html"), at_most=100)
    assert loaded.page is not None
    assert loaded.page.content == b"a.html"
    assert loaded.head == {
        "page_id": "7aa267cfbf8eb1a78126330fc578814a",
        "name": "a.html",
        "media_type": "text/html",
        "byte_count": 6,
        "captured_at": None,
    }


def test_a_file_over_the_limit_is_identified_and_not_read(site: Path) -> None:
    loaded = load(PageFile(site / "a.html", "a.html", "text/html"), at_most=5)
    assert (loaded.page, loaded.byte_count) == (None, 6)
    assert loaded.page_id == load(PageFile(site / "a.html", "a.html", "text/html"), at_most=6).page_id


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mem.html").symlink_to("/proc/self/mem")
    with pytest.raises(InputError, match=r"mem.html: input/output error; check the file and the disk"):
        load(PageFile(tmp_path / "mem.html", "mem.html", "text/html"), at_most=100)


def test_a_link_to_nothing_is_refused_when_read(tmp_path: Path) -> None:
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    (found,) = find_inputs([str(tmp_path)]).files
    with pytest.raises(InputError, match="no such file"):
        load(found, at_most=100)
