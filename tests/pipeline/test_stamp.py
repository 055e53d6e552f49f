"""The stamp notices every change in code and registers, and covers all that the reading of a page runs through."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from pipeline import stamp
from pipeline.stamp import _digest, current_stamp
from tests.conftest import ROOT

HOUSE = ("corpus", "extractors", "pipeline")
ENTRY = "pipeline.tasks"
CHECKING = {"pydantic"}
"""Libraries that check the registers and change nothing in them."""


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


def _source(module: str) -> Path | None:
    """The file of a module of ours."""
    place = ROOT.joinpath(*module.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()), None)


def _imported(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, in functions too, but not what is there for types alone."""
    pending: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            pending += node.orelse
        else:
            pending += ast.iter_child_nodes(node)


def _reached() -> tuple[set[Path], set[str]]:
    """The files of ours that reading a page runs through, and the libraries of others that they import."""
    files: set[Path] = set()
    libraries: set[str] = set()
    pending = [ENTRY]
    while pending:
        module = pending.pop()
        top, path = module.partition(".")[0], _source(module)
        if top not in HOUSE:
            libraries.add(top)
        elif path and path not in files:
            files.add(path)
            pending += _imported(path)
    return files, libraries - sys.stdlib_module_names


def test_every_module_that_reading_a_page_runs_through_is_covered() -> None:
    files, _ = _reached()
    assert len(files) > 100
    assert all((ROOT / name).exists() for name in (*stamp._CODE, *stamp._REGISTERS))
    assert files - set(stamp._files(stamp._CODE, "*.py")) == set()


def test_the_libraries_that_pages_are_read_with_are_covered_and_no_other() -> None:
    _, libraries = _reached()
    distributions = packages_distributions()
    named = {distributions[library][0] for library in libraries - CHECKING}
    assert named == set(stamp._READERS)
