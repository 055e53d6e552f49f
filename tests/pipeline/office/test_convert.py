"""Old Office files go through LibreOffice where it is installed; a program of that name stands in for it here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.article import read_page
from extractors.documents.sniffing import DOC, DOCX, XLS, XLSX
from extractors.errors import Unreadable
from extractors.model import MediaType, Page
from pipeline.office import program as office
from pipeline.office.convert import as_docx, as_xlsx
from tests.extractors.documents.makers import SENTENCES, a_docx, an_xlsx, blocks, cells, compound

OLD: dict[MediaType, bytes] = {DOC: compound("WordDocument"), XLS: compound("Workbook")}
MADE: dict[MediaType, tuple[str, bytes]] = {DOC: ("docx", a_docx()), XLS: ("xlsx", an_xlsx())}
RENEW: dict[MediaType, Callable[[Page], Page]] = {DOC: as_docx, XLS: as_xlsx}
EACH = pytest.mark.parametrize("media_type", [DOC, XLS])
IN_FOLDER = 'folder="$(dirname "$(eval echo \\${$#})")"'


def old(media_type: MediaType) -> Page:
    return Page(OLD[media_type], "cu", media_type=media_type)


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch, name: str = "soffice") -> None:
    """Put a program on the path."""
    made = folder / name
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@EACH
def test_it_is_converted_and_read(media_type: MediaType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    suffix, content = MADE[media_type]
    (tmp_path / "made").write_bytes(content)
    stand_in(tmp_path, f'{IN_FOLDER}; cp {tmp_path / "made"} "$folder/given.{suffix}"', monkeypatch)
    made = RENEW[media_type](old(media_type))
    article = read_page(made)
    assert made.media_type == {DOC: DOCX, XLS: XLSX}[media_type]
    assert (blocks(article) if media_type == DOC else [cells(article)[n, 1] for n in range(3)]) == list(SENTENCES)


def test_a_new_profile_that_asks_to_be_started_again_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made").write_bytes(a_docx())
    script = f'{IN_FOLDER}; if [ -e "$folder/seen" ]; then cp {tmp_path / "made"} "$folder/given.docx"; exit 0; fi'
    stand_in(tmp_path, f'{script}; touch "$folder/seen"; exit 81', monkeypatch)
    assert blocks(read_page(as_docx(old(DOC)))) == list(SENTENCES)


def test_the_program_itself_is_run_and_not_what_starts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exit 0", monkeypatch, name="soffice.bin")
    stand_in(tmp_path, "exit 0", monkeypatch)
    assert office.office_program() == tmp_path / "soffice.bin"


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "exit 81"])
def test_what_cannot_be_converted_is_refused(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, script, monkeypatch)
    with pytest.raises(Unreadable) as refused:
        as_docx(old(DOC))
    assert refused.value.code == "damaged"


@EACH
def test_what_takes_too_long_is_ended(media_type: MediaType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exec sleep 60", monkeypatch)
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(Unreadable) as refused:
        RENEW[media_type](old(media_type))
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("media_type", "package"), [(DOC, "libreoffice-writer-nogui"), (XLS, "libreoffice-calc-nogui")]
)
def test_without_libreoffice_the_refusal_says_what_to_install(
    media_type: MediaType, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Unreadable) as refused:
        RENEW[media_type](old(media_type))
    assert refused.value.code == "needs_office"
    assert package in refused.value.reason
