"""The dossier file: what goes in comes out, a failing save harms nothing, a stranger is refused with a sentence."""

import errno
import gc
import random
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Organisation
from riec_desktop.errors import RiecError
from riec_desktop.files import digest
from riec_desktop.messages import sentence
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import APPLICATION_ID, Limits, open_dossier, read_dossier, write_dossier
from riec_desktop.storage.formats import VERSION
from tests.helpers.faults import WRITING_STEPS, Crash, crashing, failing
from tests.helpers.stored import file_contents, sample

LIMIT = 10_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "Jaarverslag é 2022.riec"
    write_dossier(found, sample())
    return found


def refusal(path: Path, limits: Limits | None = None) -> RiecError:
    """The error that reading gives; the file has to stay as it was, to the byte and the minute."""
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    beside = sorted(path.parent.iterdir())
    with pytest.raises(RiecError) as caught:
        read_dossier(path, limits=limits or Limits())
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == stamp
    assert sorted(path.parent.iterdir()) == beside
    assert path.name in sentence(caught.value)
    return caught.value


# --- What goes in comes out ------------------------------------------------------------------------------------------


@given(content=file_contents())
def test_every_dossier_survives_its_file(tmp_path_factory: pytest.TempPathFactory, content: FileContent) -> None:
    path = tmp_path_factory.getbasetemp() / "willekeurig.riec"
    write_dossier(path, content)
    assert read_dossier(path) == content


def test_the_digest_is_that_of_the_file(path: Path) -> None:
    written = write_dossier(path, sample(version=2))
    opened = open_dossier(path)
    assert written == opened.digest == digest(path, LIMIT)
    assert opened.content == sample(version=2)


def test_reading_holds_nobody_up_with_a_search_for_cycles(path: Path) -> None:
    searches: list[bool] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            searches.append(any("_content_of" in line.name for line in traceback.extract_stack()))

    before = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(10, 1, 1)
    try:
        read_dossier(path)
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)
    assert not any(searches)


def test_saving_leaves_nothing_beside_the_file(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_dossier_is_a_plain_sqlite_database_in_strict_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("SELECT name FROM Organisation").fetchall() == [("RIEC Limburg",)]
        kinds = connection.execute("SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sq%'")
        assert set(kinds.fetchall()) == {(1,)}


# --- Saving that fails -----------------------------------------------------------------------------------------------

ERRORS = {
    "disk full": OSError(errno.ENOSPC, "No space left on device"),
    "no permission": PermissionError(errno.EACCES, "Permission denied"),
    "broken disk": OSError(errno.EIO, "Input/output error"),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS.keys())
@pytest.mark.parametrize("step", WRITING_STEPS)
def test_a_save_that_fails_leaves_the_old_dossier(path: Path, step: str, error: OSError) -> None:
    with pytest.raises(RiecError) as caught:
        write_dossier(path, sample(version=2), fs=failing(step, error))
    assert sentence(caught.value)
    assert read_dossier(path) == sample()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("step", WRITING_STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_a_crash_while_saving_leaves_the_old_or_the_new_dossier(path: Path, step: str, *, after: bool) -> None:
    with pytest.raises(Crash):
        write_dossier(path, sample(version=2), fs=crashing(step, after=after))
    assert read_dossier(path) == sample(version=2 if (step, after) == ("replace", True) else 1)
    write_dossier(path, sample(version=3))
    assert read_dossier(path) == sample(version=3)


def test_what_cannot_be_read_back_is_not_written(path: Path) -> None:
    wrong = replace(sample(), dossier=dossier_of([Organisation(id="Geen Id")]))
    with pytest.raises(RiecError) as caught:
        write_dossier(path, wrong)
    assert "Organisation, id: verwacht is een id" in sentence(caught.value)
    assert read_dossier(path) == sample()


def test_a_step_that_stands_twice_in_history_is_not_lost_in_silence(path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        write_dossier(path, replace(sample(), history=sample().history * 2))
    assert "niet alle gegevens" in sentence(caught.value)


def test_a_dossier_larger_than_can_be_read_is_not_written(path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        write_dossier(path, sample(), limits=Limits(file_bytes=1000))
    assert caught.value.code == "dossier.not_kept"


# --- Strangers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "dossier.empty"),
        (b"Dit is geen database." * 500, "dossier.other_file"),
        (b"PK\x03\x04" + bytes(2000), "dossier.other_file"),
        (b"SQLite format 3\x00", "dossier.other_file"),
        (b"SQLite format 3\x00" + bytes(84), "dossier.other_file"),
    ],
)
def test_another_file_is_refused(path: Path, data: bytes, code: str) -> None:
    path.write_bytes(data)
    assert refusal(path).code == code


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        read_dossier(tmp_path / "weg.riec")
    assert caught.value.code == "file.not_found"


def test_a_file_that_is_too_large_is_not_even_read_whole(path: Path) -> None:
    assert refusal(path, Limits(file_bytes=1000)).code == "file.too_large"


def altered(path: Path, *statements: str) -> None:
    """Change a dossier as another program might."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        for statement in statements:
            connection.execute(statement)


ENDLESS_VIEW = (
    "CREATE VIEW Answer AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS id, NULL AS report_id, NULL AS question_id, hex(randomblob(100)) AS text FROM n"
)

ALTERED = {
    "another application": (["PRAGMA application_id = 1196444487"], "dossier.other_file"),
    "newer": (["PRAGMA user_version = 9999"], "dossier.newer"),
    "unknown version": (["PRAGMA user_version = 0"], "dossier.unknown_version"),
    "trigger": (
        ["CREATE TRIGGER t AFTER INSERT ON Answer BEGIN DELETE FROM Organisation; END"],
        "dossier.foreign",
    ),
    "endless view": (
        [
            "ALTER TABLE Answer RENAME TO oud",
            ENDLESS_VIEW,
        ],
        "dossier.foreign",
    ),
    "generated column": (
        ["CREATE TABLE g (a TEXT, b TEXT GENERATED ALWAYS AS (replace(a, 'a', a || a)) VIRTUAL)"],
        "dossier.foreign",
    ),
    "virtual table": (["CREATE VIRTUAL TABLE v USING fts5(a)"], "dossier.foreign"),
    "index": (["CREATE INDEX i ON Answer (abs(text))"], "dossier.foreign"),
    "more columns": (['ALTER TABLE Answer ADD COLUMN "nieuw" TEXT'], "dossier.foreign"),
    "table missing": (["DROP TABLE Answer"], "dossier.foreign"),
    "odd names": (['CREATE TABLE "x; drop table Answer; --" ("a""b" INT)'], "dossier.foreign"),
    "expressions": (
        ["CREATE TABLE k (a INT DEFAULT (abs(random())), b TEXT CHECK (length(b) < 1000000000))"],
        "dossier.foreign",
    ),
    "a name of SQLite": (
        [
            'CREATE TABLE "sqliet" (a)',
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET name = 'sqlite_x', tbl_name = 'sqlite_x' WHERE name = 'sqliet'",
        ],
        "dossier.damaged",
    ),
    "code in the schema": (
        ["PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = sql || ' -- x' WHERE name = 'Answer'"],
        "dossier.foreign",
    ),
    "binary in a text": (["UPDATE Organisation SET name = CAST(x'00ff00fe' AS TEXT)"], "dossier.damaged"),
    "statistics": (["ANALYZE"], "dossier.foreign"),
    "bad UTF-8": (["UPDATE Organisation SET name = CAST(x'c328ff' AS TEXT)"], "dossier.damaged"),
    "wrong choice": (["UPDATE Organisation SET kind = 'bedrijf'"], "dossier.damaged"),
    "wrong number": (["UPDATE IndicatorValue SET actual = 'veel'"], "dossier.damaged"),
    "wrong id": (["UPDATE Organisation SET id = '../../etc'"], "dossier.damaged"),
    "wrong flag": (["UPDATE Settings SET trailing_dot = 5"], "dossier.damaged"),
    "wrong source": (["UPDATE history SET source = 'ergens'"], "dossier.damaged"),
    "wrong time": (["UPDATE history SET time = 'gisteren'"], "dossier.damaged"),
    "no file row": (["DELETE FROM file"], "dossier.damaged"),
    "two file rows": (["INSERT INTO file VALUES ('a', 1)"], "dossier.damaged"),
    "wrong file id": (["UPDATE file SET id = 'A B'"], "dossier.damaged"),
    "live database": (["PRAGMA journal_mode = WAL", "UPDATE Answer SET text = 'x'"], "dossier.damaged"),
}


@pytest.mark.parametrize(("statements", "code"), ALTERED.values(), ids=ALTERED.keys())
def test_what_another_program_put_in_is_refused(path: Path, statements: list[str], code: str) -> None:
    altered(path, *statements)
    assert refusal(path).code == code


def test_the_sentence_for_a_damaged_dossier_names_the_place(path: Path) -> None:
    altered(path, "UPDATE Organisation SET kind = 'bedrijf'")
    assert "Organisation 0a1b2c3d-0000-4000-8000-000000000001, kind: verwacht is een van" in sentence(refusal(path))


def test_a_row_that_is_too_large_is_refused(path: Path) -> None:
    altered(path, "UPDATE asset SET data = zeroblob(2000000)")
    assert read_dossier(path).assets["verstuurd/formulier.xlsx"] == bytes(2_000_000)
    assert refusal(path, Limits(row_bytes=1_000_000)).code == "dossier.damaged"


def test_reading_stops_when_it_takes_too_long(tmp_path: Path) -> None:
    path = tmp_path / "groot.riec"
    many = dossier_of([Organisation(id=f"o{number}") for number in range(20_000)])
    write_dossier(path, replace(sample(), dossier=many))
    assert refusal(path, Limits(steps=100_000)).code == "dossier.damaged"


def test_another_encoding_is_read_as_the_same_text(tmp_path: Path, path: Path) -> None:
    utf16 = tmp_path / "utf16.riec"
    with closing(sqlite3.connect(path)) as good, closing(sqlite3.connect(utf16, isolation_level=None)) as other:
        other.execute("PRAGMA encoding = 'UTF-16le'")
        for line in good.iterdump():
            other.execute(line)
    altered(utf16, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {VERSION}")
    assert read_dossier(utf16) == sample()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "second half missing": lambda data: data[: len(data) // 2],
    "only the header": lambda data: data[:100],
    "a page of noise": lambda data: data[:8192] + random.Random(7).randbytes(4096) + data[12288:],
    "zeros at the end": lambda data: data[:-4096] + bytes(4096),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_dossier_is_refused(path: Path, damage: Callable[[bytes], bytes]) -> None:
    path.write_bytes(damage(path.read_bytes()))
    assert refusal(path).code in {"dossier.damaged", "dossier.foreign"}


def outcome(path: Path) -> str:
    """The sentence that reading ends in, '' when there is content; anything else fails the test."""
    try:
        read_dossier(path)
    except RiecError as error:
        return sentence(error)
    return ""


def test_any_byte_may_be_wrong_and_reading_ends_in_content_or_a_sentence(path: Path) -> None:
    good, chance = path.read_bytes(), random.Random(20)
    outcomes: set[bool] = set()
    for _ in range(300):
        bad = bytearray(good)
        for _ in range(chance.choice((1, 1, 4, 64))):
            bad[chance.randrange(len(bad))] ^= chance.randrange(1, 256)
        path.write_bytes(bad)
        outcomes.add(path.name in outcome(path))
    assert outcomes == {True, False}


def test_what_lies_beside_a_dossier_is_not_looked_at(path: Path) -> None:
    for end in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(600))
    assert read_dossier(path) == sample()
    assert path.with_name(f"{path.name}-journal").stat().st_size == 608


def test_text_that_was_tampered_with_comes_in_clean(path: Path) -> None:
    altered(path, "UPDATE Organisation SET name = 'RIEC' || char(7) || char(10) || 'Limburg'")
    assert read_dossier(path).dossier.all(Organisation)[0].name == "RIEC Limburg"
