"""A warehouse of our sample documents, read in this process, and of words that were recognised on a picture."""

from __future__ import annotations

from pathlib import Path

from extractors.model import Discrepancy, Facts, Page, Region
from pipeline.extract import outcome_of
from pipeline.inputs import MEDIA_TYPES
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.stored import Row, article, award, mention, row, span, store

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "samples" / "documents"
READ = ("bao-cao-tong-ket.pdf", "quyet-dinh-danh-sach.docx", "danh-sach-khen-thuong.xlsx")


def document_rows() -> list[Row]:
    """A report as PDF, a decision as DOCX whose list is one name short, a workbook."""
    return [_row(DOCUMENTS / name) for name in READ]


def recognised_row() -> Row:
    """A scan whose lines were recognised, one less surely; its file is nowhere."""
    text = "Thông báo\nPhong trào xây dựng nông thôn mới lan tới mọi bản, 4 tập thể được tặng Bằng khen."
    at = text.index("\n") + 1
    half = text.index("mọi bản")
    box = (80.0, 100.0, 500.0, 112.0)
    regions = (Region(at, half - 1, 3, box, 0.93), Region(half, len(text), 3, (80.0, 116.0, 300.0, 128.0), 0.71))
    facts = Facts(
        campaigns=(mention(text, "xây dựng nông thôn mới"),),
        awards=(award(text, "4 tập thể", "bang-khen", 4),),
        discrepancies=(Discrepancy(span(text, "4 tập thể"), "<b>lạ</b>", 4, 3),),
    )
    made = row(article(text, name="quét.pdf", regions=regions), facts)
    return {**made, "media_type": "application/pdf"}


def illegible_row() -> Row:
    """A scan that was recognised so badly that nothing in it counts."""
    text = "Thông cáo mờ\nPhong trào xây dựng nông thôn mới ở xã khác, 97 tập thể được tặng Bằng khen."
    regions = (Region(0, len(text), 1, (80.0, 100.0, 500.0, 112.0), 0.31),)
    facts = Facts(awards=(award(text, "97 tập thể", "bang-khen", 97),))
    made = row(article(text, name="mờ.pdf", regions=regions), facts)
    return {**made, "media_type": "application/pdf"}


def papered(home: Path) -> Settings:
    """The warehouse of all of them."""
    settings = store(home, [*document_rows(), recognised_row(), illegible_row()])
    build(settings)
    return settings.model_copy(update={"workers": 1})


def _row(path: Path) -> Row:
    return outcome_of(Page(path.read_bytes(), path.name, MEDIA_TYPES[path.suffix]))
