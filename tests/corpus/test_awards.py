"""The registers of honours and of those who grant them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.awards import load_awards, load_grantors
from corpus.files import RegisterError

GUIDE_FAMILIES = {
    "huan-chuong-sao-vang", "huan-chuong-ho-chi-minh", "huan-chuong-doc-lap", "huan-chuong-quan-cong",
    "huan-chuong-lao-dong", "huan-chuong-bao-ve-to-quoc", "huan-chuong-chien-cong", "huan-chuong-dai-doan-ket",
    "huan-chuong-dung-cam", "huan-chuong-huu-nghi", "huan-chuong-khang-chien", "huan-chuong", "huy-chuong",
    "anh-hung-lao-dong", "anh-hung-llvtnd", "ba-me-vnah", "danh-hieu-nghe-nghiep", "giai-thuong", "co-thi-dua",
    "bang-khen", "giay-khen", "ky-niem-chuong", "huy-hieu", "chien-si-thi-dua", "lao-dong-tien-tien",
    "tap-the-lao-dong-xuat-sac", "tap-the-lao-dong-tien-tien", "van-hoa", "bieu-trung", "khen-thuong", "khac",
}  # fmt: skip

FAMILY = """
[[family]]
id = "bang-khen"
name = "Bằng khen"
english = "certificate of merit"
unit = "item"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "awards.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_families_are_those_of_the_guide() -> None:
    assert set(load_awards().families) == GUIDE_FAMILIES


def test_every_family_has_an_honour_or_is_the_unnamed_one() -> None:
    named = {honour.family for honour in load_awards().honours}
    assert named == GUIDE_FAMILIES


def test_orders_and_medals_are_the_presidents() -> None:
    for honour in load_awards().honours:
        if honour.family.startswith(("huan-chuong", "huy-chuong", "anh-hung", "ba-me")):
            assert (honour.level, honour.grantor) == ("state", "Chủ tịch nước"), honour.names


def test_only_orders_and_medals_have_ranks() -> None:
    ranked = {family.id for family in load_awards().families.values() if family.ranked}
    assert ranked
    assert all(family.startswith(("huan-chuong", "huy-chuong")) for family in ranked)


def test_a_name_that_stands_twice_is_told_with_file_and_line(tmp_path: Path) -> None:
    row = '[[award]]\nfamily = "bang-khen"\nnames = ["Bằng khen"]\n'
    path = written(tmp_path, FAMILY + row + "\n" + row)
    with pytest.raises(RegisterError, match=r"awards\.toml:11: name of an award 'bằng khen' stands already at line 7"):
        load_awards(path)


def test_an_unknown_key_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, FAMILY + '[[award]]\nfamily = "bang-khen"\nnames = ["BK"]\ncolour = "red"\n')
    with pytest.raises(RegisterError, match=r"awards\.toml:7: colour: "):
        load_awards(path)


def test_an_unknown_family_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, FAMILY + '[[award]]\nfamily = "sao-xanh"\nnames = ["Sao xanh"]\n')
    with pytest.raises(RegisterError, match=r"awards\.toml:7: no family 'sao-xanh'; add it"):
        load_awards(path)


def test_a_level_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "grantors.toml"
    path.write_text('[[grantor]]\nlevel = "galaxy"\nheads = ["Liên minh"]\n', "utf-8")
    with pytest.raises(RegisterError, match=r"grantors\.toml:1: level: "):
        load_grantors(path)


def test_a_head_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "grantors.toml"
    path.write_text('[[grantor]]\nheads = ["Sở", "sở"]\n', "utf-8")
    with pytest.raises(RegisterError, match="head of an authority 'sở'"):
        load_grantors(path)


def test_every_level_has_its_authorities() -> None:
    levels = {grantor.level for grantor in load_grantors().grantors}
    assert {"state", "ministry", "province", "district", "commune", "unit"} <= levels
