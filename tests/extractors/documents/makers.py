"""Small documents of our own words: PDFs drawn by hand, DOCX and XLSX packages."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.article import read_page
from extractors.documents.compound import SIGNATURE
from extractors.model import Article, MediaType, Page

PDF: MediaType = "application/pdf"
A4 = (595.28, 841.89)
FOLDER = "/usr/share/fonts/truetype/dejavu/"
SENTENCES = (
    "Năm qua, các thôn trong xã thi đua làm đường, trồng cây và giữ gìn vệ sinh nơi ở.",
    "Mỗi gia đình góp công, góp của; cán bộ thôn làm trước để bà con làm theo.",
    "Cuối năm, xã chọn những gia đình tiêu biểu để biểu dương trong ngày hội đại đoàn kết.",
)


def read(content: bytes, media_type: MediaType = PDF) -> Article:
    """Read a document."""
    return read_page(Page(content, "mau", media_type=media_type))


def blocks(article: Article, *roles: str) -> list[str]:
    """The text of each block, of these roles where some are named."""
    return [article.text[b.start : b.end] for b in article.blocks if not roles or b.role in roles]


def cells(article: Article, table: int = 0) -> dict[tuple[int, int], str]:
    """The text of each cell of a table by row and column."""
    return {(c.row, c.column): article.text[c.start : c.end] for c in article.tables[table].cells}


@cache
def font(style: str = "") -> str:
    """The name of a font with Vietnamese letters: `""` or `"-Bold"`."""
    name = f"DejaVuSerif{style}"
    pdfmetrics.registerFont(TTFont(name, f"{FOLDER}{name}.ttf"))
    return name


class Sheet:
    """Draws on pages; places are in points from the top left."""

    def __init__(self, size: tuple[float, float] = A4, **options: object) -> None:
        self._out = BytesIO()
        self.size = size
        self.canvas = Canvas(self._out, pagesize=size, invariant=1, **options)

    def write(self, left: float, base: float, text: str, size: float = 12, style: str = "") -> None:
        """Write one line."""
        self.canvas.setFont(font(style), size)
        self.canvas.drawString(left, self.size[1] - base, text)

    def centre(self, base: float, text: str, size: float = 12, style: str = "") -> None:
        """Write one line in the middle of the page."""
        self.canvas.setFont(font(style), size)
        self.canvas.drawCentredString(self.size[0] / 2, self.size[1] - base, text)

    def column(self, left: float, top: float, lines: Iterable[str], *, pitch: float = 16, size: float = 12) -> float:
        """Write lines under each other; the base of the line that would follow."""
        for line in lines:
            self.write(left, top, line, size)
            top += pitch
        return top

    def grid(self, across: list[float], down: list[float]) -> None:
        """Draw every line of a table."""
        height = self.size[1]
        self.canvas.grid(across, [height - at for at in down])

    def turn(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._out.getvalue()


def wrapped(text: str, width: float, size: float = 12) -> list[str]:
    """The lines that a text takes in a column of a width."""
    lines = [""]
    for word in text.split():
        tried = f"{lines[-1]} {word}".strip()
        if lines[-1] and pdfmetrics.stringWidth(tried, font(), size) > width:
            lines.append(word)
        else:
            lines[-1] = tried
    return lines


def word_file(fill: Callable[[Document], object]) -> bytes:
    """A DOCX filled by a function."""
    made = docx.Document()
    fill(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def work_book(fill: Callable[[Worksheet], object]) -> bytes:
    """An XLSX whose one sheet is filled by a function."""
    made = openpyxl.Workbook()
    fill(made.worksheets[0])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def a_pdf(**options: object) -> bytes:
    """A good PDF; options go to its canvas."""
    sheet = Sheet(**options)  # type: ignore[arg-type]
    sheet.column(80, 100, SENTENCES)
    return sheet.done()


def a_docx() -> bytes:
    """A good DOCX."""
    return word_file(lambda made: [made.add_paragraph(text) for text in SENTENCES])


def an_xlsx() -> bytes:
    """A good XLSX."""
    return work_book(lambda sheet: [sheet.append([1, text]) for text in SENTENCES])


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """A package with one part put in place or added."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def part(package: bytes, name: str) -> bytes:
    """One part of a package."""
    with ZipFile(BytesIO(package)) as opened:
        return opened.read(name)


def bare_pdf(kids: int, count: int | None = None) -> bytes:
    """A PDF written by hand whose page tree names one empty page so many times."""
    pages = " ".join(["3 0 R"] * kids)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {kids if count is None else count} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + head.encode() + tail.encode()


def compound(*streams: str, within: str = "ObjectPool") -> bytes:
    """A compound file of old Office: empty streams at its top, and a storage that holds one named "Workbook"."""
    free, last = 0xFFFFFFFF, 0xFFFFFFFE
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<10I", 0, 1, 1, 0, 4096, last, 0, last, 0, 0) + struct.pack("<I", free) * 108
    table = struct.pack("<III", 0xFFFFFFFD, 2, last) + struct.pack("<I", free) * 125
    names = ("Root Entry", *streams, within, "Workbook")
    below = {0: 1, len(names) - 2: len(names) - 1}
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3I", 2 * len(name) + 2, 2, 1, free, _beside(n, len(names)), below.get(n, free)).ljust(
            64, b"\0"
        )
        for n, name in enumerate(names)
    )
    return header + table + entries.ljust(1024, b"\0")


def _beside(number: int, count: int) -> int:
    """The entry to the right of one, those at the top in a row."""
    return number + 1 if 0 < number < count - 2 else 0xFFFFFFFF
