"""Makes the sample documents and their gold facts: the files of `corpus/samples/documents`, and seeded variants."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.papers.contents import PAPERS
from tests.papers.layout import Layout, variant
from tests.papers.paper import Frame, Paper
from tests.papers.pdf import as_pdf
from tests.papers.scan import scanned
from tests.papers.source import paragraphs, tables
from tests.papers.word import as_docx
from tests.papers.workbook import as_xlsx

LAYOUTS = {
    "ke-hoach-hai-cot.pdf": Layout(size=14, columns=2, page_number="bottom", running="Kế hoạch thi đua ngành Giáo dục"),
    "quyet-dinh-bang-khen.pdf": Layout(family="DejaVuSerif", size=13),
    "bao-cao-tong-ket.pdf": Layout(family="DejaVuSans", size=11),
    "to-trinh-tcvn3.pdf": Layout(page_number="bottom"),
}
_KINDS = {
    "BÁO CÁO": "report", "QUYẾT ĐỊNH": "decision", "KẾ HOẠCH": "plan", "THÔNG BÁO": "notice",
    "TỜ TRÌNH": "submission", "NGHỊ QUYẾT": "resolution", None: "letter",
}  # fmt: skip


def made(paper: Paper, layout: Layout | None = None) -> bytes:
    """The file of a paper, in its own layout or another."""
    if paper.name.endswith(".docx"):
        return as_docx(paper)
    if paper.name.endswith(".xlsx"):
        return as_xlsx(paper)
    layout = layout or LAYOUTS.get(paper.name, Layout())
    if "ban-quet" in paper.name:
        return scanned(as_pdf(paper, layout))
    return as_pdf(paper, layout, code="tcvn3" if "tcvn3" in paper.name else "unicode")


def gold(paper: Paper) -> dict[str, Any]:
    """The gold facts in the shape of the guide, the fields of the document, its cells, its paragraphs."""
    facts = {"id": Path(paper.name).stem, "file": paper.name, "published": None, **paper.facts}
    document = _document(paper.frame) if paper.frame else None
    return {**facts, "document": document, "tables": tables(paper), "paragraphs": paragraphs(paper)}


def _document(frame: Frame) -> dict[str, Any]:
    day, month, year = frame.day
    mark, _, whom = frame.behalf[-1].partition(" ") if frame.behalf else (None, "", None)
    return {
        "kind": _KINDS[frame.kind],
        "issuer": frame.issuer,
        "parent": frame.parent,
        "number": frame.number,
        "symbol": frame.number.partition("/")[2],
        "place": frame.place,
        "issued": f"{year}-{month:02d}-{day:02d}",
        "abstract": frame.abstract,
        "addressees": [*frame.to, *frame.copies],
        "signer": {"name": frame.signer, "office": frame.office, "on_behalf": mark, "on_behalf_of": whom},
    }


def write_samples(folder: Path) -> None:
    """Write every paper with its gold facts."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        (folder / paper.name).write_bytes(made(paper))
        written = json.dumps(gold(paper), ensure_ascii=False, indent=1)
        (folder / paper.name).with_suffix(".json").write_text(f"{written}\n", "utf-8")


def write_variants(folder: Path, seeds: range) -> list[tuple[Path, Paper]]:
    """Write the PDFs with a text layer in the layouts that the seeds draw; the files and what they hold."""
    written = []
    for paper in PAPERS:
        if not paper.name.endswith(".pdf") or "ban-quet" in paper.name:
            continue
        for seed in seeds:
            path = folder / f"{seed}-{paper.name}"
            path.write_bytes(made(paper, variant(seed, LAYOUTS.get(paper.name, Layout()))))
            written.append((path, paper))
    return written
