"""Every mistake in the declarations is told at once, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.source_checks import check_sources

ROW = """
[[source]]
id = "{id}"
name = "{name}"
kind = "newspaper"
province = "{province}"
domains = ["{id}.vn"]
evidence = ["P"]
{more}
"""


def row(id: str = "bao-thu", name: str = "Báo Thử", province: str = "Cao Bằng", more: str = "") -> str:  # noqa: A002
    return ROW.format(id=id, name=name, province=province, more=more)


def mistakes(home: Path, *texts: str) -> list[str]:
    for number, text in enumerate(texts):
        (home / f"{number}.toml").write_text(text, "utf-8")
    return list(check_sources(home).mistakes)


def test_our_own_declarations_have_no_mistake() -> None:
    findings = check_sources()
    assert findings.mistakes == ()
    assert findings.sources > 100


def test_good_declarations_have_none(tmp_path: Path) -> None:
    assert mistakes(tmp_path, row(), row("bao-khac", "Báo Khác")) == []


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    broken = row("bao-hai", more="delay_seconds = -1") + row("bao-ba", province="Cao Bang")
    told = mistakes(tmp_path, broken, row(), "[[source]]\nid = ", "")
    assert [line.partition(": ")[0] for line in told] == ["0.toml:2", "0.toml:11", "2.toml", "3.toml"]
    assert "delay_seconds" in told[0] and "no province" in told[1] and "TOML" in told[2] and "[[source]]" in told[3]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((row(), row(name="Khác")), "1.toml:2: id 'bao-thu' stands already at 0.toml:2; keep one"),
        ((row(), row(name="Khác")), "1.toml:2: domain 'bao-thu.vn' stands already at 0.toml:2; keep one"),
        ((row(), row("bao-hai")), "1.toml:2: 'Báo Thử' overlaps with 'bao-thu' (0.toml:2); part their periods"),
        (
            (row(more="valid_to = 2025-06-30"), row("bao-hai", more="valid_from = 2025-06-30")),
            "1.toml:2: 'Báo Thử' overlaps with 'bao-thu'",
        ),
        ((row(province="Yên Bái"),), "0.toml:2: Yên Bái ended on 2025-06-30, its source has to end by then"),
        ((row(province="Yên Bái", more="valid_to = 2025-07-01"),), "0.toml:2: Yên Bái ended on 2025-06-30"),
        ((row(more='valid_to = 2025-06-30\nsuccessor = "khong-co"'),), "0.toml:2: successor 'khong-co' is no source"),
        (
            (
                row(more='valid_to = 2025-06-30\nsuccessor = "bao-hai"'),
                row("bao-hai", "Hai", more="valid_to = 2024-01-01"),
            ),
            "0.toml:2: successor 'bao-hai' ended on 2024-01-01",
        ),
    ],
)
def test_what_contradicts_itself_is_told(tmp_path: Path, texts: tuple[str, ...], told: str) -> None:
    assert any(line.startswith(told) for line in mistakes(tmp_path, *texts))


def test_one_name_in_two_periods_is_no_overlap(tmp_path: Path) -> None:
    before, after = row(more="valid_to = 2025-06-30"), row("bao-hai", more="valid_from = 2025-07-01")
    assert mistakes(tmp_path, after, before) == []


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    assert len(mistakes(tmp_path)) == 1


def test_what_is_missing_is_remarked(tmp_path: Path) -> None:
    insecure = 'insecure_tls_reason = "khóa DH yếu của máy chủ"\nstart_pages = ["https://bao-hai.vn/"]'
    mistakes(tmp_path, row() + row("bao-hai", "Hai", more=insecure))
    remarks = check_sources(tmp_path).remarks
    for told in ("bao-thu: nothing to begin from", "bao-hai: no article_pattern", "bao-hai: TLS is not verified"):
        assert any(told in remark for remark in remarks)
    assert "Hà Nội: no current newspaper" in remarks and "Cao Bằng: no current newspaper" not in remarks
