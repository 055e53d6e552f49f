"""The data dictionary: what every table, column, view and macro means, from the comments in the schema.

`thidua schema` prints it; `docs/schema.md` keeps it and a test compares the two (`make docs` writes it anew).
"""

from __future__ import annotations

import duckdb

from pipeline.warehouse.scripts import SCHEMA, VIEWS, script

_HEAD = """# The warehouse

Made from the comments in `pipeline/warehouse` by `thidua schema`; [quickstart.md](quickstart.md) says how to open the
file. Positions (`start`, `"end"`) count code points of `articles.text` from 0: for every fact
`substring(a.text, f.start + 1, f."end" - f.start) = f.quote`.
"""


def empty_warehouse() -> duckdb.DuckDBPyConnection:
    """A warehouse in memory with all tables, macros and views, and no rows."""
    con = duckdb.connect()
    for name in (*(f"schema/{name}" for name in SCHEMA), "macros", *(f"views/{name}" for name in VIEWS)):
        con.execute(script(name))
    return con


def dictionary() -> str:
    """The dictionary as Markdown."""
    con = empty_warehouse()
    parts = [_HEAD, "## Tables\n", *_sections(con, _TABLES), "## Views\n", *_sections(con, _VIEWS)]
    parts.append("## Macros\n")
    parts += [f"- `{name}({', '.join(names)})`: {comment}" for name, names, comment in con.execute(_MACROS).fetchall()]
    return "\n".join(parts) + "\n"


_TABLES = "SELECT table_name, comment FROM duckdb_tables() ORDER BY table_name"
_VIEWS = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_name"
_COLUMNS = """
SELECT column_name, data_type, comment
FROM duckdb_columns()
WHERE table_name = ?
ORDER BY column_index
"""
_MACROS = """
SELECT function_name, parameters, comment
FROM duckdb_functions()
WHERE NOT internal AND NOT starts_with(function_name, '_')
ORDER BY function_name
"""


def _sections(con: duckdb.DuckDBPyConnection, listed: str) -> list[str]:
    return [_section(con, str(name), str(comment)) for name, comment in con.execute(listed).fetchall()]


def _section(con: duckdb.DuckDBPyConnection, name: str, comment: str) -> str:
    lines = [f"### {name}\n", f"{comment}\n", "| column | type | meaning |", "|---|---|---|"]
    for column, kind, meaning in con.execute(_COLUMNS, [name]).fetchall():
        lines.append(f"| {column} | {_type(str(kind))} | {meaning} |")
    return "\n".join([*lines, ""])


def _type(kind: str) -> str:
    """The type for a table cell: the values of an enumeration, or the name.

    >>> _type("ENUM('1', '2')[]")
    "list of '1', '2'"
    """
    listed = "list of " if kind.endswith("[]") else ""
    bare = kind.removesuffix("[]")
    return listed + (bare.removeprefix("ENUM(").removesuffix(")") if bare.startswith("ENUM") else bare.lower())
