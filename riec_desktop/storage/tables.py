"""Records as rows: tables and statements derived once from the field specifications, and that is all the SQL there is.

Tables are STRICT: a column holds the type that its field has, or nothing at all.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from functools import cache
from typing import Any, cast

from riec_desktop.dossier.codec import Column, WrongValueError, column_reader, read_id, to_column
from riec_desktop.dossier.dossier import Dossier, Table
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.storage.content import FileContent, HistoryRow, read_source

_INTEGER_KINDS = (Kind.INTEGER, Kind.FLAG)
_HISTORY = ("id", "label", "source", "author", "time", "changes")


class DamagedError(Exception):
    """Rows that are not what this program writes. The message says where; the caller knows which file it is."""


# --- Statements ------------------------------------------------------------------------------------------------------


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _column(spec: FieldSpec) -> str:
    kind = "INTEGER" if spec.kind in _INTEGER_KINDS else "TEXT"
    return f'"{spec.name}" {kind}' if spec.default is None else f'"{spec.name}" {kind} NOT NULL'


def record_table(kind: type[Record]) -> str:
    """The statement that makes the table of a record type."""
    columns = ('"id" TEXT PRIMARY KEY NOT NULL', *map(_column, specs(kind).values()))
    return f'CREATE TABLE "{kind.__name__}" ({", ".join(columns)}) STRICT'


_HISTORY_TABLE = (
    'CREATE TABLE "history" ("number" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "label" TEXT NOT NULL, '
    '"source" TEXT NOT NULL, "author" TEXT NOT NULL, "time" TEXT NOT NULL, "changes" TEXT NOT NULL) STRICT'
)

CREATE: tuple[str, ...] = (
    'CREATE TABLE "file" ("id" TEXT NOT NULL, "version" INTEGER NOT NULL) STRICT',
    _HISTORY_TABLE,
    'CREATE TABLE "asset" ("name" TEXT PRIMARY KEY NOT NULL, "data" BLOB NOT NULL) STRICT',
    *map(record_table, RECORD_TYPES),
)
"""The statements that make the tables of a dossier."""


@cache
def upsert_sql(kind: type[Record]) -> str:
    """Write a record, also when there is one with its id."""
    marks = ", ".join("?" * (len(specs(kind)) + 1))
    return f'INSERT OR REPLACE INTO "{kind.__name__}" ({_quoted(("id", *specs(kind)))}) VALUES ({marks})'


def update_sql(kind: type[Record], field: str) -> str:
    """Write one field of the record with an id."""
    return f'UPDATE "{kind.__name__}" SET "{field}" = ? WHERE "id" = ?'


def delete_sql(kind: type[Record]) -> str:
    """Remove the record with an id."""
    return f'DELETE FROM "{kind.__name__}" WHERE "id" = ?'


HISTORY_SQL = (
    f'INSERT INTO "history" ({_quoted(_HISTORY)}) VALUES (?, ?, ?, ?, ?, ?) '
    'ON CONFLICT ("id") DO UPDATE SET "label" = excluded."label", "time" = excluded."time", '
    '"changes" = excluded."changes"'
)
"""Write a row of history; one with the same id is a step that went on, as while typing, and is written over."""


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Everything that is defined in a database, as SQLite spells it."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@cache
def expected_schema(create: tuple[str, ...] = CREATE) -> frozenset[tuple[object, ...]]:
    """What `schema_of` gives for a database made with these statements."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in create:
            connection.execute(statement)
        return schema_of(connection)


# --- Writing ---------------------------------------------------------------------------------------------------------


def record_row(record: Record) -> tuple[Column, ...]:
    """A record as the values of `upsert_sql`."""
    found = specs(type(record)).values()
    return (record.id, *(to_column(spec, cast("Value", getattr(record, spec.name))) for spec in found))


def history_values(row: HistoryRow) -> tuple[str, ...]:
    """A row of history as the values of `HISTORY_SQL`."""
    return (row.id, row.label, str(row.source), row.author, row.time.isoformat(), row.changes)


def write_content(connection: sqlite3.Connection, content: FileContent) -> None:
    """Make the tables and fill them; the caller has begun a transaction."""
    for statement in CREATE:
        connection.execute(statement)
    connection.execute('INSERT INTO "file" VALUES (?, ?)', (content.id, content.version))
    connection.executemany(HISTORY_SQL, map(history_values, content.history))
    connection.executemany('INSERT INTO "asset" VALUES (?, ?)', content.assets.items())
    for kind in RECORD_TYPES:
        connection.executemany(upsert_sql(kind), map(record_row, content.dossier.rows(kind).values()))


# --- Reading ---------------------------------------------------------------------------------------------------------


def read_content(connection: sqlite3.Connection) -> FileContent:
    """All rows as records, strictly. Raises `DamagedError`, or what SQLite raises on a damaged page."""
    file_id, version = only_row(connection, 'SELECT "id", "version" FROM "file"')
    return FileContent(
        id=_checked("file", "id", read_id, file_id),
        version=version,
        dossier=Dossier({kind: Table(_records(connection, kind)) for kind in RECORD_TYPES}),
        history=tuple(_history(connection)),
        assets=dict(connection.execute('SELECT "name", "data" FROM "asset" ORDER BY "name"')),
    )


def only_row(connection: sqlite3.Connection, query: str) -> tuple[Any, ...]:
    """The row of a table that has one. Raises `DamagedError` when it has not."""
    rows = connection.execute(query).fetchall()
    if len(rows) != 1:
        raise DamagedError(f"{len(rows)} rijen waar er 1 hoort te zijn")
    return rows[0]


def _records(connection: sqlite3.Connection, kind: type[Record]) -> Mapping[str, Record]:
    query = f'SELECT {_quoted(("id", *specs(kind)))} FROM "{kind.__name__}"'
    rows = connection.execute(query).fetchall()
    if not rows:
        return {}
    ids, *columns = zip(*rows, strict=True)
    read = [_column_values(kind, spec, ids, cells) for spec, cells in zip(specs(kind).values(), columns, strict=True)]
    return _built(kind, [_checked(kind.__name__, "id", read_id, one) for one in ids], read)


def _column_values(kind: type[Record], spec: FieldSpec, ids: Sequence[str], cells: Sequence[object]) -> list[Value]:
    """One column at a time, each different value once: most columns repeat a few dates, choices and references."""
    read = column_reader(spec)
    known: dict[object, Value] = {}
    for cell in dict.fromkeys(cells):
        try:
            known[cell] = read(cell)
        except WrongValueError as error:
            raise _damage(f"{kind.__name__} {ids[cells.index(cell)]}", spec.name, error) from error
    return [known[cell] for cell in cells]


def _built(kind: type[Record], ids: Sequence[str], columns: Sequence[Sequence[Value]]) -> Mapping[str, Record]:
    build = cast("Callable[..., Record]", kind)
    names = tuple(specs(kind))
    rows = zip(*columns, strict=True)
    return {
        record_id: build(id=record_id, **dict(zip(names, row, strict=True)))
        for record_id, row in zip(ids, rows, strict=True)
    }


def _checked(place: str, field: str, read: Callable[[object], Any], cell: object) -> Any:
    try:
        return read(cell)
    except WrongValueError as error:
        raise _damage(place, field, error) from error


def _damage(place: str, field: str, error: WrongValueError) -> DamagedError:
    return DamagedError(f"{place}, {field}: verwacht is {error.expected}")


def _history(connection: sqlite3.Connection) -> Iterator[HistoryRow]:
    query = f'SELECT {_quoted(_HISTORY)} FROM "history" ORDER BY "number"'
    for row_id, label, source, author, time, changes in connection.execute(query):
        yield HistoryRow(
            id=row_id,
            label=label,
            source=_checked(f"history {row_id}", "source", read_source, source),
            author=author,
            time=_checked(f"history {row_id}", "time", _read_time, time),
            changes=changes,
        )


def _read_time(text: object) -> datetime:
    try:
        return datetime.fromisoformat(cast("str", text))
    except ValueError:
        raise WrongValueError("een tijd", text) from None
