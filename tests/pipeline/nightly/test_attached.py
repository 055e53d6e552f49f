"""An article with two documents: read together, tied in the warehouse, read again from the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.intake import take_in
from pipeline.nightly.books import SourceBooks
from pipeline.nightly.pages import crawl_pages
from pipeline.nightly.settings import night_settings
from pipeline.nightly.steps import Steps
from pipeline.settings import Settings
from pipeline.show import open_fact
from pipeline.warehouse.build import build
from tests.mockserver.samples import sample_hosts
from tests.mockserver.server import Server
from tests.pipeline.conftest import Notes
from tests.pipeline.nightly.conftest import Heard
from tests.pipeline.nightly.farm import Farm

HOST = "vinhlong.baosongxanh.example"
SOURCE = "thu-vinhlong-baosongxanh-example"
FOLDER = f"http://{HOST}/dataimages/202509/tep"
ARTICLES = """
    SELECT p.name, p.media_type, a.source_id, a.attached_to
    FROM articles AS a JOIN pages AS p USING (page_id) ORDER BY a.attached_to NULLS FIRST, p.name
"""


@pytest.fixture
def farm(tmp_path: Path) -> Iterator[Farm]:
    with Server(sample_hosts([HOST])) as server:
        yield Farm.laid_out(tmp_path / "data", server)


def article_url(farm: Farm) -> str:
    return f"http://{HOST}" + next(path for path in farm.server.hosts[HOST] if path.startswith("/thi-dua/"))


def crawled(farm: Farm) -> Steps:
    night = night_settings(farm.data / "nightly.toml", {}, {})
    return crawl_pages([article_url(farm)], farm.settings, night, Heard())


def asked(settings: Settings, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(settings.warehouse_path), read_only=True) as con:
        return con.execute(query).fetchall()


@pytest.mark.usefixtures("in_this_process")
def test_documents_are_read_with_their_article_and_tied_to_it(farm: Farm, tmp_path: Path) -> None:
    done = crawled(farm)
    parent = article_url(farm)
    assert done.read.books == {SOURCE: SourceBooks(3, 3, parsed=3, loaded=3, attachments=2)}
    tied = [
        (f"{FOLDER}/{name}.pdf", "application/pdf", SOURCE, parent)
        for name in ("ke-hoach-hai-cot", "quyet-dinh-bang-khen")
    ]
    assert asked(farm.settings, ARTICLES) == [(parent, "text/html", SOURCE, None), *tied]
    assert asked(farm.settings, "SELECT count(DISTINCT story_id) FROM articles") == [(3,)]

    ((award_id,),) = asked(
        farm.settings,
        "SELECT award_id FROM awards JOIN articles USING (article_id) WHERE attached_to IS NOT NULL ORDER BY 1 LIMIT 1",
    )
    assert open_fact(farm.settings.warehouse_path, str(award_id)).attached_to == parent

    elsewhere = Settings(data_dir=tmp_path / "elsewhere", workers=1)
    run = take_in([str(farm.settings.archive_dir / "*.warc.gz")], elsewhere, Notes())
    build(elsewhere)
    assert run.books is not None and (run.books.given, run.books.parsed, run.books.skipped) == (3, 3, {})
    own, others = asked(farm.settings, ARTICLES), asked(elsewhere, ARTICLES)
    assert [(name, kind, to) for name, kind, _, to in others] == [(name, kind, to) for name, kind, _, to in own]
    assert {source for _, _, source, _ in others} == {"mau-bao-song-xanh-vinh-long"}
