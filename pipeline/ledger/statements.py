"""The SQL of the ledger, one statement a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of one statement, such as `add_url`."""
    return files("pipeline.ledger").joinpath("sql", f"{name}.sql").read_text("utf-8")


@cache
def schema() -> str:
    """The statements that make the tables."""
    return files("pipeline.ledger").joinpath("schema.sql").read_text("utf-8")
