"""Pages and facts as rows: identities that depend on content alone, references that hold."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import Article, Award, Block, CampaignMention, Dated, Facts, Meeting, Official, Page, Span, Title
from pipeline.rows import PageRow, article_id, page_head, parsed_row, quarantined_row
from pipeline.shards import SCHEMA

TEXT = "Tổng kết thi đua\nTỉnh tặng 7 Cờ. Trong đó 2 Cờ cho xã. Ông Vi Văn Sơn, Bí thư, dự lễ."
PAGE = Page(b"<p>bytes</p>", "a/b.html", url="https://www.mau.example.vn/tin?id=1")
DATED = Dated("2022-12-22", "published", "day", "22/12/2022", "published.line", Span(0, 4, "Tổng"))
ARTICLE = Article(
    "a/b.html",
    TEXT,
    (Block(0, 16, "title"), Block(17, len(TEXT), "body")),
    url=PAGE.url,
    province="Lạng Sơn",
    published=DATED,
    dates=(DATED,),
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words), words)


FACTS = Facts(
    meetings=(Meeting(span("Tổng kết"), "Tổng kết", "review", "m.r", 0.9),),
    officials=(
        Official(span("Vi Văn Sơn"), "Vi Văn Sơn", (Title(span("Bí thư"), "Bí thư", "Bí thư"),), "o.r", 0.9, meeting=0),
    ),
    campaigns=(
        CampaignMention(span("thi đua"), None, "thi đua", "c.r", 0.5),
        CampaignMention(span("thi đua"), None, "thi đua", "c.r", 0.5),
    ),
    awards=(
        Award(span("7 Cờ"), "co-thi-dua", 7, "collective", "a.r", 0.9),
        Award(span("2 Cờ"), "co-thi-dua", 2, "collective", "a.r", 0.9, part_of=0),
    ),
)


def row(article: Article = ARTICLE, facts: Facts = FACTS) -> PageRow:
    return parsed_row(PAGE, article, facts)


def test_a_row_has_the_columns_of_the_schema_and_no_other() -> None:
    assert set(row()) | {"reason_code", "reason"} == set(SCHEMA.names)
    assert set(row()["article"]) == {column.name for column in SCHEMA.field("article").type}
    for name in ("meetings", "officials", "campaigns", "awards"):
        columns = {column.name for column in SCHEMA.field(name).type.value_type}
        assert all(set(fact) <= columns for fact in row()[name]), name


def test_an_address_that_is_none_costs_only_the_host() -> None:
    assert row(replace(ARTICLE, url="http://[foo]/x", source=None))["article"]["host"] is None


def test_the_article_is_taken_apart_without_loss() -> None:
    told = row()["article"]
    assert told["title_key"] == "tong ket thi dua"
    assert (told["host"], told["title"], told["province"]) == ("mau.example.vn", "Tổng kết thi đua", "Lạng Sơn")
    assert (told["published"], told["published_evidence"], told["published_rule"]) == (
        "2022-12-22",
        "22/12/2022",
        "published.line",
    )
    assert told["dates"][0]["start"] == 0
    assert told["syllables"] == 22


def test_facts_carry_their_sentence_and_their_quote() -> None:
    award = row()["awards"][1]
    assert TEXT[award["start"] : award["end"]] == award["quote"] == "2 Cờ"
    assert TEXT[award["sentence_start"] : award["sentence_end"]] == "Trong đó 2 Cờ cho xã."


def test_references_between_facts_are_their_ids() -> None:
    made = row()
    assert made["officials"][0]["meeting_id"] == made["meetings"][0]["id"]
    assert made["awards"][1]["part_of_id"] == made["awards"][0]["id"]
    assert made["awards"][0]["part_of_id"] is None


def test_ids_tell_the_kind_and_are_unique_and_stable() -> None:
    made = row()
    ids = [fact["id"] for name in ("meetings", "officials", "campaigns", "awards") for fact in made[name]]
    assert [i[0] for i in ids] == list("moccaa")
    assert len(set(ids)) == len(ids)
    assert {len(i) for i in ids} == {17}
    assert row() == made


def test_furniture_changes_neither_article_nor_facts_but_another_source_does() -> None:
    made = row()
    moved = row(replace(ARTICLE, name="other.html", dates=(), author="Kim Chi"))
    assert moved["article"]["article_id"] == made["article"]["article_id"]
    assert moved["awards"] == made["awards"]
    elsewhere = row(replace(ARTICLE, source="bao-mau"))
    assert elsewhere["article"]["article_id"] != made["article"]["article_id"]
    assert elsewhere["awards"][0]["id"] != made["awards"][0]["id"]
    assert elsewhere["signature"] == made["signature"]
    assert made["article"]["article_id"] == article_id("mau.example.vn", TEXT)


def test_a_quarantined_page_has_its_identity_and_its_reason() -> None:
    assert quarantined_row(page_head(PAGE), "empty", "an empty file") == {
        "page_id": "ef0cb28195f83d29ba7cb894353de2ac",
        "name": "a/b.html",
        "media_type": "text/html",
        "byte_count": 12,
        "captured_at": None,
        "outcome": "quarantined",
        "reason_code": "empty",
        "reason": "an empty file",
    }
