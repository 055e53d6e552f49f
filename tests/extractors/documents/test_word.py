"""DOCX: paragraphs, tables with merged cells, notes, boxes, tracked changes, old fonts."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractors.documents.sniffing import DOCX
from extractors.language import extract
from extractors.model import Article
from tests.encoded import encoded
from tests.extractors.documents.makers import SENTENCES, blocks, cells, read, word_file

FIRST, SECOND, THIRD = SENTENCES


def read_word(fill: object) -> Article:
    return read(word_file(fill), DOCX)  # type: ignore[arg-type]


def put(document: Document, markup: str) -> None:
    """Put a paragraph written in XML at the end."""
    spaces = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert_element_before(parse_xml(f"<w:p {spaces}>{markup}</w:p>"), "w:sectPr")


def run(text: str, name: str = "t") -> str:
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def test_paragraphs_and_roles() -> None:
    def fill(document: Document) -> None:
        for text in ("BÁO CÁO", "Kết quả thi đua năm 2023"):
            line = document.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.add_run(text).bold = True
        document.add_heading("Kết quả", 1)
        document.add_paragraph(FIRST)

    article = read_word(fill)
    assert article.title == "BÁO CÁO Kết quả thi đua năm 2023"
    assert blocks(article, "heading") == ["Kết quả"]
    assert blocks(article, "body") == [FIRST]


def test_insertions_stand_and_deletions_are_set_aside() -> None:
    def fill(document: Document) -> None:
        inserted = f'<w:ins w:id="1" w:author="a">{run(" thêm")}</w:ins>'
        deleted = f'<w:del w:id="2" w:author="a">{run(" bớt", "delText")}</w:del>'
        put(document, run("Chữ") + deleted + inserted + run(f" và {FIRST}"))

    article = read_word(fill)
    assert blocks(article) == [f"Chữ thêm và {FIRST}"]
    assert [(r.quote.strip(), r.rule) for r in article.removed] == [("bớt", "document.deleted")]


def test_hidden_text_is_set_aside() -> None:
    def fill(document: Document) -> None:
        line = document.add_paragraph(FIRST)
        line.add_run(" ẩn").font.hidden = True

    article = read_word(fill)
    assert blocks(article) == [FIRST]
    assert [r.rule for r in article.removed] == ["document.hidden"]


def test_a_text_box_is_read_once() -> None:
    def fill(document: Document) -> None:
        box = f"<w:pict><w:txbxContent><w:p>{run(SECOND)}</w:p></w:txbxContent></w:pict>"
        put(
            document,
            run(FIRST)
            + '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            + box
            + "</mc:Choice><mc:Fallback>"
            + box
            + "</mc:Fallback></mc:AlternateContent></w:r>",
        )
        document.add_paragraph(THIRD)

    assert blocks(read_word(fill)) == [FIRST, SECOND, THIRD]


def test_merged_cells_and_tables_within() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(4, 3, style="Table Grid")
        for n, text in enumerate(("TT", "Họ và tên", "Hình thức")):
            table.cell(0, n).text = text
        table.cell(1, 0).merge(table.cell(1, 2)).text = "Tập thể"
        table.cell(2, 0).text, table.cell(3, 0).text = "1", "2"
        table.cell(2, 1).text = "Thôn Một"
        table.cell(3, 1).add_table(1, 2).cell(0, 1).text = "Thôn Hai"
        table.cell(2, 2).merge(table.cell(3, 2)).text = "Giấy khen"
        document.add_paragraph(FIRST)

    article = read_word(fill)
    told = {(c.row, c.column, c.rows, c.columns): article.text[c.start : c.end] for c in article.tables[0].cells}
    assert told == {
        (0, 0, 1, 1): "TT", (0, 1, 1, 1): "Họ và tên", (0, 2, 1, 1): "Hình thức", (1, 0, 1, 3): "Tập thể",
        (2, 0, 1, 1): "1", (2, 1, 1, 1): "Thôn Một", (2, 2, 2, 1): "Giấy khen",
        (3, 0, 1, 1): "2", (3, 1, 1, 1): "Thôn Hai",
    }  # fmt: skip
    assert blocks(article, "row")[2] == "1 | Thôn Một | Giấy khen"


def test_texts_side_by_side_without_lines_are_no_table() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(2, 2)
        for row, texts in enumerate((("UBND XÃ BẢN MẪU", "Độc lập - Tự do - Hạnh phúc"), ("Số: 5/BC", "Ngày 05/01"))):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        document.add_paragraph(FIRST)

    article = read_word(fill)
    assert article.tables == ()
    assert blocks(article)[:4] == ["UBND XÃ BẢN MẪU", "Số: 5/BC", "Độc lập - Tự do - Hạnh phúc", "Ngày 05/01"]


def test_pages_are_counted_by_the_marks_in_the_file() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph(FIRST).add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph(SECOND)

    article = read_word(fill)
    assert {article.text[r.start : r.end]: r.page for r in article.regions}[SECOND] == 2


def test_runs_in_an_old_font_are_converted_and_others_left() -> None:
    def fill(document: Document) -> None:
        for text in SENTENCES:
            line = document.add_paragraph(f"{text} ")
            line.add_run(encoded(text, "vni")).font.name = "VNI-Times"
        document.add_paragraph().add_run(encoded("hội đồng", "tcvn3")).font.name = ".VnTimeH"
        document.add_paragraph(FIRST)

    article = read_word(fill)
    assert blocks(article)[:3] == [f"{text} {text}" for text in SENTENCES]
    assert blocks(article)[3:] == ["HỘI ĐỒNG", FIRST]
    assert {article.text[r.start : r.end]: r.encoding for r in article.recoded}["HỘI ĐỒNG"] == "tcvn3"
    assert [r.encoding for r in article.recoded] == ["vni", "tcvn3"]


def test_a_long_table_keeps_every_cell() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(1, 2, style="Table Grid")
        table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Thôn"
        row = table.rows[0]._tr
        for number in range(1, 400):
            text = "".join(f"<w:tc><w:p>{run(t)}</w:p></w:tc>" for t in (str(number), f"Thôn số {number}"))
            row.getparent().append(parse_xml(f"<w:tr {nsdecls('w')}>{text}</w:tr>"))

    told = cells(read_word(fill))
    assert [told[n, 1] for n in range(1, 400)] == [f"Thôn số {n}" for n in range(1, 400)]


def test_a_list_cut_into_several_tables_is_one() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Danh sách tặng Giấy khen của Giám đốc Sở Y tế")
        for rows in (("TT", "Họ và tên"), ("1", "Lò Văn Mẫu")), (("2", "Vàng Thị Thử"),), (("3", "Lê Văn Bền"),):
            table = document.add_table(len(rows), 2, style="Table Grid")
            for row, texts in enumerate(rows):
                table.cell(row, 0).text, table.cell(row, 1).text = texts
            document.add_paragraph()

    article = read_word(fill)
    assert len(article.tables) == 3
    (award,) = extract(article).awards
    assert (award.award, award.recipients) == ("giay-khen", ("Lò Văn Mẫu", "Vàng Thị Thử", "Lê Văn Bền"))


def test_a_cell_over_no_number_of_columns_is_a_cell_of_one() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=3, style="Table Grid")
        for row in table.rows:
            for cell in row.cells:
                cell.text = "Lò Văn Mẫu"
                cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="mấy"/>'))

    assert set(cells(read_word(fill))) == {(row, column) for row in range(3) for column in range(3)}


def test_a_size_that_is_no_number_is_left_out() -> None:
    mark = '<w:rPr><w:sz w:val="²"/></w:rPr>'
    article = read_word(lambda document: put(document, f"<w:r>{mark}<w:t>{FIRST}</w:t></w:r>"))
    assert blocks(article) == [FIRST]
