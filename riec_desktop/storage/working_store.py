"""The working store: an SQLite database in the local data folder, in which every ChangeSet is one transaction.

It lies on this computer and never on a network drive, so it may be a live database (WAL, every commit synced). After a
crash the next start finds it (`find_leftovers`), and offers the work that did not reach the dossier file.
"""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, RemoveRecord, SetField
from riec_desktop.dossier.codec import to_column
from riec_desktop.dossier.fields import specs
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, replace_file
from riec_desktop.storage.content import FileContent, HistoryRow, history_row
from riec_desktop.storage.dossier_file import check_pages, distrust, image_of, image_with
from riec_desktop.storage.formats import OLDEST, VERSION, schema_of_format, upgrade
from riec_desktop.storage.lock import FileLock, take
from riec_desktop.storage.store import Origin, SavedFile, StoredWork
from riec_desktop.storage.tables import (
    HISTORY_SQL,
    DamagedError,
    delete_sql,
    history_values,
    only_row,
    read_content,
    record_row,
    schema_of,
    update_sql,
    upsert_sql,
)

SUFFIX = ".werk"
_LOCK = ".lock"
APPLICATION_ID = 0x52494557
"""'RIEW' in ASCII: a working store is no dossier file and cannot be opened as one."""

STATE = 'CREATE TABLE "state" ("path" TEXT, "digest" TEXT, "commits" INTEGER NOT NULL, "saved" INTEGER NOT NULL) STRICT'
"""The table that a working store has beside those of a dossier."""


class SqliteStore:
    """A `WorkingStore` in one SQLite file, locked against other processes while it is open.

    `create` and `open_store` make one.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock

    def commit(self, changeset: ChangeSet, others: Sequence[HistoryRow] = ()) -> int:
        with self._transaction() as connection:
            for change in changeset.changes:
                _write_change(connection, change)
            connection.executemany(HISTORY_SQL, map(history_values, (*others, history_row(changeset))))
            counted = connection.execute('UPDATE "state" SET "commits" = "commits" + 1 RETURNING "commits"')
            return int(counted.fetchone()[0])

    def mark_saved(self, saved: SavedFile) -> None:
        with self._transaction() as connection:
            connection.execute(
                'UPDATE "state" SET "path" = ?, "digest" = ?, "saved" = ?',
                (str(saved.path), saved.digest, saved.commit),
            )
            connection.execute('UPDATE "file" SET "version" = ?', (saved.version,))

    def read(self) -> StoredWork:
        with _told(self.path):
            path, digest, commits, saved = only_row(self._connection, 'SELECT * FROM "state"')
            return StoredWork(
                content=read_content(self._connection),
                origin=Origin(path=None if path is None else Path(path), digest=digest),
                commit=commits,
                unsaved=commits != saved,
            )

    def close(self) -> None:
        self._connection.close()
        self._lock.release()

    @contextmanager
    def _transaction(self) -> Generator[sqlite3.Connection]:
        """Everything inside is kept when it ends well, and none of it otherwise."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after some errors, such as a full disk.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _write_change(connection: sqlite3.Connection, change: Change) -> None:
    match change:
        case SetField():
            column = to_column(specs(change.kind)[change.field], change.new)
            done = connection.execute(update_sql(change.kind, change.field), (column, change.record_id))
        case AddRecord():
            done = connection.execute(upsert_sql(type(change.record)), record_row(change.record))
        case RemoveRecord():
            done = connection.execute(delete_sql(type(change.record)), (change.record.id,))
    if done.rowcount != 1:
        raise RiecError("store.out_of_step")


# --- Making and opening ----------------------------------------------------------------------------------------------


def create(folder: Path, content: FileContent, origin: Origin, fs: FileSystem = REAL) -> SqliteStore:
    """A new working store in this folder with this content, complete or not there at all.

    Raises `RiecError`: `store.not_written`, or the codes of `files.replace_file`.
    """
    return create_from(folder, image_of(content), origin, fs)


def create_from(folder: Path, image: bytes, origin: Origin, fs: FileSystem = REAL) -> SqliteStore:
    """`create` with the content of a dossier file; `image` is the bytes of one that was read or made here."""
    path = folder / f"{uuid4()}{SUFFIX}"
    state = (None if origin.path is None else str(origin.path), origin.digest)
    statements = ((STATE, ()), ('INSERT INTO "state" VALUES (?, ?, 0, 0)', state))
    with _locked(path) as lock:
        replace_file(path, image_with(image, APPLICATION_ID, statements), fs)
        return SqliteStore(path, connect(path), lock)


def open_store(path: Path) -> SqliteStore:
    """The working store that was left here.

    Raises `RiecError`: `store.not_found`, `store.in_use`, `store.damaged`, `store.other_version`.
    """
    if not path.is_file():
        raise RiecError("store.not_found", file=path.name)
    with _locked(path) as lock:
        return SqliteStore(path, connect(path), lock)


def discard(path: Path) -> None:
    """Remove a working store that is not needed any more. Raises `RiecError` (`store.in_use`) when it is open.

    What cannot be removed now, because a virus scanner looks at it, is found again at the next start.
    """
    with _locked(path) as lock:
        lock.release()
    for end in ("", "-wal", "-shm", _LOCK):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


@contextmanager
def _locked(path: Path) -> Generator[FileLock]:
    """The lock on a store, let go again when what follows fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = take(path.with_name(path.name + _LOCK))
    except OSError as error:
        raise RiecError("store.not_written", file=path.name, detail=error) from error
    if lock is None:
        raise RiecError("store.in_use", file=path.name)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def connect(path: Path) -> sqlite3.Connection:
    """The database at this path, known to be a sound working store, in which a commit reaches the disk."""
    with _told(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _know(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection


def _know(connection: sqlite3.Connection, path: Path) -> None:
    """A leftover may be damaged, or written by another version of the program."""
    distrust(connection)
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    application, version = found
    ours = application == APPLICATION_ID and OLDEST <= version <= VERSION
    if not ours or schema_of(connection) != schema_of_format(version, (STATE,)):
        raise RiecError("store.other_version", file=path.name)
    check_pages(connection)
    upgrade(connection, version)


@contextmanager
def _told(path: Path) -> Generator[None]:
    """What SQLite says becomes an error that a user understands."""
    try:
        yield
    except DamagedError as error:
        raise RiecError("store.damaged", file=path.name, detail=error) from error
    except sqlite3.ProgrammingError:
        # A mistake of ours, no trouble of the disk.
        raise
    except sqlite3.Error as error:
        raise RiecError(_code(error), file=path.name, detail=error) from error


def _code(error: sqlite3.Error) -> str:
    """Extended codes keep the primary one in their last byte: https://www.sqlite.org/rescode.html."""
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return "store.disk_full"
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "store.damaged"
    return "store.not_written"


# --- Leftovers -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A working store that no running program has open: `work` is what it holds, None when it cannot be read.

    `problem` is then the error, a `RiecError` with code `store.damaged` or `store.other_version`.
    """

    path: Path
    work: StoredWork | None = None
    problem: RiecError | None = None


def find_leftovers(folder: Path) -> tuple[Leftover, ...]:
    """The working stores in this folder that a program left behind when it ended, in order of name."""
    stores = sorted(folder.glob(f"*{SUFFIX}"))
    return tuple(leftover for path in stores if (leftover := _leftover(path)) is not None)


def _leftover(path: Path) -> Leftover | None:
    try:
        store = open_store(path)
    except RiecError as error:
        return None if error.code == "store.in_use" else Leftover(path=path, problem=error)
    with closing(store):
        try:
            return Leftover(path=path, work=store.read())
        except RiecError as error:
            return Leftover(path=path, problem=error)
