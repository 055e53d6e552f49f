"""`thidua query`: SQL over the published warehouse, read-only."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipeline.cli.formats import AnswerFormat, mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.tabular import Format


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; docs/schema.md has the tables.")],
    output: AnswerFormat = Format.TABLE,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Answer one SELECT over the warehouse; nothing is written, no other file and no network is reached.

    Example: thidua query "SELECT name, articles FROM official_appearances ORDER BY articles DESC LIMIT 10"
    """
    from pipeline.query import answering
    from pipeline.reads_only import QueryError
    from pipeline.tabular import write

    with mistakes(QueryError), answering(settings_of(data_dir).warehouse_path, sql) as answer:
        write(answer, output, sys.stdout)
