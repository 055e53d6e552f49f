"""The stamp notices every change in code and registers."""

from __future__ import annotations

from pathlib import Path

from pipeline.stamp import _digest, current_stamp


def test_the_stamp_is_the_same_each_time() -> None:
    first = current_stamp()
    current_stamp.cache_clear()
    assert current_stamp() == first
    assert first.code_version.startswith("0.1.0+")


def test_a_changed_a_moved_and_a_new_file_change_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    (tmp_path / "b.toml").write_text("")
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    first = _digest(paths, tmp_path)
    assert _digest(paths, tmp_path) == first
    assert _digest(paths[:1], tmp_path) != first
    (tmp_path / "a.toml").write_text("x = 2")
    assert _digest(paths, tmp_path) != first
    (tmp_path / "a.toml").rename(tmp_path / "c.toml")
    assert _digest([tmp_path / "b.toml", tmp_path / "c.toml"], tmp_path) != first
