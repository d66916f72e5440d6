"""Older formats of a database: what they looked like, and how their rows become those of the format of today.

A format only ever gained tables and columns so far, so that upgrading is copying rows into the new tables; a field
that the old format did not have gets its default. The schema of each older format is shipped (`resources/formats`),
because a file is only read when its schema is exactly one that this program once wrote.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache

from riec_desktop.dossier.codec import to_column
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.paths import data_file
from riec_desktop.storage.tables import CREATE, expected_schema, record_table

VERSION = 2
"""The format of today. A new one needs the schema of the one before in `resources/formats`, and a file in the tests."""

OLDEST = 1
_OLD = "old_"


@cache
def statements_of(version: int) -> tuple[str, ...]:
    """The statements that made the tables of a format, `OLDEST` to `VERSION`."""
    if version == VERSION:
        return CREATE
    text = data_file("resources", "formats", f"{version}.sql").read_text(encoding="utf-8")
    return tuple(line.removesuffix(";") for line in text.splitlines())


def schema_of_format(version: int, more: Iterable[str] = ()) -> frozenset[tuple[object, ...]]:
    """What `tables.schema_of` gives for a database of this format; `more` are further statements it was made with."""
    return expected_schema((*statements_of(version), *more))


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Turn a database with the schema of an older format into one of today, in one transaction."""
    if version == VERSION:
        return
    before = expected_schema(statements_of(version))
    known = {str(name) for kind, name, _table, _sql in before if kind == "table"}
    connection.execute("BEGIN")
    for kind in RECORD_TYPES:
        if kind.__name__ in known:
            _copy(connection, kind)
        else:
            connection.execute(record_table(kind))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _copy(connection: sqlite3.Connection, kind: type[Record]) -> None:
    """Make the table anew with the rows that it had."""
    name = kind.__name__
    had = {str(row[1]) for row in connection.execute(f'PRAGMA table_info("{name}")')}
    connection.execute(f'ALTER TABLE "{name}" RENAME TO "{_OLD}{name}"')
    connection.execute(record_table(kind))
    wanted = specs(kind)
    added = [spec for spec in wanted.values() if spec.name not in had]
    kept = [f'"{one}"' for one in ("id", *wanted) if one in had]
    columns = ", ".join([*kept, *(f'"{spec.name}"' for spec in added)])
    values = ", ".join([*kept, *("?" for _ in added)])
    connection.execute(
        f'INSERT INTO "{name}" ({columns}) SELECT {values} FROM "{_OLD}{name}"',
        [to_column(spec, spec.default) for spec in added],
    )
    connection.execute(f'DROP TABLE "{_OLD}{name}"')
