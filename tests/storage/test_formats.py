"""Files and working stores of every format that was ever released open for ever, with all they hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riec_desktop.dossier.records import RECORD_TYPES, DefinitionChange, Indicator, Promise
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier, write_dossier
from riec_desktop.storage.formats import OLDEST, VERSION, schema_of_format, statements_of
from riec_desktop.storage.tables import schema_of
from riec_desktop.storage.working_store import APPLICATION_ID, STATE, open_store
from riec_desktop.workspace.content import example_dossier

RELEASED = sorted((Path(__file__).parents[1] / "formats").glob("*.riec"))


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_there_is_a_real_file_of_every_format() -> None:
    assert {version_of(path) for path in RELEASED} == set(range(OLDEST, VERSION + 1))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_file_of_this_format_holds_what_was_put_in(path: Path) -> None:
    before = path.read_bytes()
    content = read_dossier(path)
    assert len(content.dossier.all(Indicator)) > 10
    assert path.read_bytes() == before


def test_the_example_of_format_1_has_the_records_that_it_had() -> None:
    content = read_dossier(next(path for path in RELEASED if version_of(path) == 1))
    assert sum(len(content.dossier.rows(kind)) for kind in RECORD_TYPES) == 592
    assert content.dossier.all(Promise) == () == content.dossier.all(DefinitionChange)


def test_what_an_older_format_lacked_gets_its_default_and_is_kept_in_the_new_one(tmp_path: Path) -> None:
    content = read_dossier(RELEASED[0])
    write_dossier(tmp_path / "nieuw.riec", content)
    assert version_of(tmp_path / "nieuw.riec") == VERSION
    assert read_dossier(tmp_path / "nieuw.riec") == content


def left_store(path: Path, version: int, content: FileContent) -> Path:
    """A working store as the program of that format left it."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in (*statements_of(version), STATE):
            connection.execute(statement)
        connection.execute('INSERT INTO "state" VALUES (NULL, NULL, 3, 2)')
        connection.execute('INSERT INTO "file" VALUES (?, ?)', (content.id, content.version))
        for portfolio in example_dossier().all(Indicator)[:1]:
            connection.execute('INSERT INTO "Portfolio" VALUES (?, ?, NULL)', (portfolio.portfolio_id, "Mensenhandel"))
        connection.commit()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    return path


def test_work_that_an_older_program_left_behind_is_not_lost(tmp_path: Path) -> None:
    path = left_store(tmp_path / "oud.werk", 1, read_dossier(RELEASED[0]))
    with closing(open_store(path)) as store:
        found = store.read()
    (portfolio,) = [record for kind in RECORD_TYPES for record in found.content.dossier.rows(kind).values()]
    assert getattr(portfolio, "name", "") == "Mensenhandel"
    assert found.unsaved
    with closing(sqlite3.connect(path)) as connection:
        assert schema_of(connection) == schema_of_format(VERSION, (STATE,))
