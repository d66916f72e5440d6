"""The dossier file (`*.riec`): an SQLite database that is read and written as one piece.

No live database ever lies on a network drive: a file is made in memory and put in place in one step, and read into
memory before SQLite sees it, so that the file and what lies beside it are never touched. A file is a stranger until it
is known: first bytes, application, version, exact schema, check of the pages, and only then rows, each value strictly.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.dossier.records import RECORD_TYPES
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, digest_of, read_file, replace_file
from riec_desktop.memory import without_collector
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.formats import OLDEST, VERSION, schema_of_format, upgrade
from riec_desktop.storage.tables import DamagedError, read_content, schema_of, write_content

SUFFIX = ".riec"
APPLICATION_ID = 0x52494543
"""'RIEC' in ASCII, at offset 68 of the file: https://www.sqlite.org/fileformat2.html#application_id."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_STEPS_PER_CALL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a file may ask of this computer: its bytes, the bytes of one row, and steps of SQLite's machine."""

    file_bytes: int = 256_000_000
    row_bytes: int = 64_000_000
    steps: int = 2_000_000_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A dossier file as read, the digest of exactly those bytes, and the format that they are in."""

    content: FileContent
    digest: str
    format: int = VERSION


# --- Reading ---------------------------------------------------------------------------------------------------------


def read_dossier(path: Path, *, limits: Limits = LIMITS, fs: FileSystem = REAL) -> FileContent:
    """What is in a dossier file; see `open_dossier`."""
    return open_dossier(path, limits=limits, fs=fs).content


def open_dossier(path: Path, *, limits: Limits = LIMITS, fs: FileSystem = REAL) -> OpenedFile:
    """What is in a dossier file, with its digest. The file is never changed.

    Raises `RiecError`: the codes of `files.read_file`, and `dossier.empty`, `dossier.other_file`, `dossier.newer`,
    `dossier.unknown_version`, `dossier.damaged`, `dossier.foreign`.
    """
    data = read_file(path, limits.file_bytes, fs)
    _check_first_bytes(data, path.name)
    content = _content_of(data, path.name, limits)
    return OpenedFile(content=content, digest=digest_of(data), format=_number(data, 60))


def _check_first_bytes(data: bytes, file: str) -> None:
    """The database header, read without SQLite: https://www.sqlite.org/fileformat2.html#the_database_header."""
    if not data:
        raise RiecError("dossier.empty", file=file)
    if not data.startswith(_MAGIC) or _number(data, 68) != APPLICATION_ID:
        raise RiecError("dossier.other_file", file=file)
    version = _number(data, 60)
    if version > VERSION:
        raise RiecError("dossier.newer", file=file)
    if version < OLDEST:
        raise RiecError("dossier.unknown_version", file=file)


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")


# Files are read on other threads too: a search for cycles among all these records would hold up whoever types on.
@without_collector()
def _content_of(data: bytes, file: str, limits: Limits) -> FileContent:
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.deserialize(data)
            _restrain(connection, limits)
            version = _number(data, 60)
            if schema_of(connection) != schema_of_format(version):
                raise RiecError("dossier.foreign", file=file)
            check_pages(connection)
            upgrade(connection, version)
            connection.execute("PRAGMA query_only = ON")
            return read_content(connection)
    except (sqlite3.Error, UnicodeDecodeError, DamagedError) as error:
        # SQLite quotes what it finds in a damaged schema; when that is no text, Python cannot read its message.
        raise RiecError("dossier.damaged", file=file, detail=error) from error


def _restrain(connection: sqlite3.Connection, limits: Limits) -> None:
    """Nothing in the file is run or trusted, and nothing in it can take for ever."""
    calls = iter(range(limits.steps // _STEPS_PER_CALL))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.row_bytes)
    connection.set_progress_handler(lambda: next(calls, None) is None, _STEPS_PER_CALL)
    distrust(connection)


def distrust(connection: sqlite3.Connection) -> None:
    """Functions in a schema are not run, and pages are checked as they are read."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def check_pages(connection: sqlite3.Connection) -> None:
    """Raise `DamagedError` when SQLite finds a page that is not right."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(" ".join(found.split()))


# --- Writing ---------------------------------------------------------------------------------------------------------


def write_dossier(path: Path, content: FileContent, *, limits: Limits = LIMITS, fs: FileSystem = REAL) -> str:
    """Put this content at `path`, whole or not at all, and give the digest of the file.

    Raises `RiecError`: the codes of `files.replace_file`, and `dossier.not_kept` when what was made does not read
    back, so that a file that cannot be opened is never written.
    """
    image = sound_image(content, path.name, limits=limits)
    replace_file(path, image, fs)
    return digest_of(image)


def sound_image(content: FileContent, file: str, *, limits: Limits = LIMITS) -> bytes:
    """`image_of`, known to read back as this content. `file` is the name in the error `dossier.not_kept`."""
    image = image_of(content)
    _check_image(image, content, file, limits)
    return image


def image_of(content: FileContent) -> bytes:
    """The bytes of a dossier file with this content."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        write_content(connection, content)
        connection.execute("COMMIT")
        return connection.serialize()


def image_with(image: bytes, application_id: int, statements: Sequence[tuple[str, tuple[object, ...]]]) -> bytes:
    """The bytes of a dossier file that was read or made here, turned into another database by these statements.

    Its rows are taken over as they are, which takes a hundredth of the time of writing them again.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(image)
        distrust(connection)
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA application_id = {application_id}")
        for statement, values in statements:
            connection.execute(statement, values)
        connection.execute("COMMIT")
        return connection.serialize()


def _check_image(image: bytes, content: FileContent, file: str, limits: Limits) -> None:
    if len(image) > limits.file_bytes:
        raise RiecError("dossier.not_kept", file=file, detail=f"groter dan {limits.file_bytes // 1_000_000} MB")
    try:
        found = _content_of(image, file, limits)
    except RiecError as error:
        raise RiecError("dossier.not_kept", file=file, detail=error.values.get("detail", error.code)) from error
    if _counts(found) != _counts(content):
        raise RiecError("dossier.not_kept", file=file, detail="niet alle gegevens kwamen terug")


def _counts(content: FileContent) -> tuple[int, ...]:
    records = (len(content.dossier.rows(kind)) for kind in RECORD_TYPES)
    return (*records, len(content.history), len(content.assets))
