"""The SQLite working store: what is left after a crash, who may open it, and what a bad disk does to it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.records import Answer, Organisation
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.storage import lock
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.storage.store import Origin
from riec_desktop.storage.working_store import SUFFIX, SqliteStore, connect, create, discard, find_leftovers, open_store
from tests.helpers.faults import WRITING_STEPS, failing
from tests.helpers.stored import ANSWER, changeset, new_text, sample


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with closing(create(tmp_path, sample(), Origin())) as found:
        yield found


def left_behind(folder: Path) -> Path:
    """A store with one commit that no program has open."""
    with closing(create(folder, sample(), Origin())) as store:
        store.commit(new_text(1, ANSWER.text, "Bewaard."))
    return store.path


def refusal(path: Path) -> RiecError:
    with pytest.raises(RiecError) as caught:
        open_store(path)
    assert sentence(caught.value)
    return caught.value


# --- Opening ---------------------------------------------------------------------------------------------------------


def test_a_closed_store_is_opened_as_it_was(tmp_path: Path) -> None:
    path = left_behind(tmp_path / "nieuwe map")
    with closing(open_store(path)) as store:
        work = store.read()
        assert work.content.dossier.rows(Answer)[ANSWER.id].text == "Bewaard."
        assert (work.commit, work.unsaved) == (1, True)
        assert store.commit(new_text(2, "Bewaard.", "Verder.")) == 2


def test_a_commit_reaches_the_disk_before_it_returns(tmp_path: Path) -> None:
    with closing(connect(left_behind(tmp_path))) as connection:
        settings = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_a_store_is_open_once(store: SqliteStore) -> None:
    assert refusal(store.path).code == "store.in_use"
    store.close()
    open_store(store.path).close()


def test_a_store_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / f"weg{SUFFIX}").code == "store.not_found"


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("PRAGMA user_version = 3", "store.other_version"),
        ("PRAGMA application_id = 5", "store.other_version"),
        ("CREATE TRIGGER t AFTER INSERT ON Answer BEGIN DELETE FROM Organisation; END", "store.other_version"),
    ],
)
def test_a_store_of_another_program_is_not_used(tmp_path: Path, statement: str, code: str) -> None:
    path = left_behind(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    assert refusal(path).code == code


def test_a_store_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = left_behind(tmp_path)
    path.write_bytes(b"Dit is geen database." * 500)
    assert refusal(path).code == "store.damaged"


def test_a_store_with_a_damaged_page_is_told(tmp_path: Path) -> None:
    path = left_behind(tmp_path)
    data = bytearray(path.read_bytes())
    data[12288:16384] = b"\xff" * 4096
    path.write_bytes(data)
    assert refusal(path).code == "store.damaged"


def test_a_working_store_is_no_dossier_file(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        read_dossier(left_behind(tmp_path))
    assert caught.value.code == "dossier.other_file"


# --- Making and removing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", WRITING_STEPS)
def test_a_store_that_cannot_be_made_leaves_nothing_to_find(tmp_path: Path, step: str) -> None:
    with pytest.raises(RiecError):
        create(tmp_path, sample(), Origin(), failing(step, OSError(errno.ENOSPC, "No space left on device")))
    assert find_leftovers(tmp_path) == ()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    with pytest.raises(RiecError) as caught:
        create(tmp_path / "bestand" / "map", sample(), Origin())
    assert caught.value.code == "store.not_written"
    assert sentence(caught.value)


def test_a_discarded_store_leaves_nothing(tmp_path: Path) -> None:
    discard(left_behind(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_use_is_not_discarded(store: SqliteStore) -> None:
    with pytest.raises(RiecError) as caught:
        discard(store.path)
    assert caught.value.code == "store.in_use"
    assert store.read().content == sample()


# --- A bad disk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def limited(tmp_path: Path) -> Iterator[tuple[SqliteStore, sqlite3.Connection]]:
    """A store and its own connection, on which a test can put limits."""
    path = left_behind(tmp_path)
    held, connection = lock.take(tmp_path / "slot"), connect(path)
    assert held
    with closing(SqliteStore(path, connection, held)) as store:
        yield store, connection


def test_a_full_disk_loses_only_the_change_that_did_not_fit(limited: tuple[SqliteStore, sqlite3.Connection]) -> None:
    store, connection = limited
    before = store.read()
    connection.execute("PRAGMA max_page_count = 1")
    large = Organisation(id="0a1b2c3d-0000-4000-8000-0000000000aa", name="x" * 500_000)
    with pytest.raises(RiecError) as caught:
        store.commit(changeset(2, AddRecord(large)))
    assert caught.value.code == "store.disk_full"
    assert "vol" in sentence(caught.value)
    assert store.read() == before
    assert store.commit(new_text(1, ANSWER.text, "Klein.")) == 2


def test_a_disk_that_may_not_be_written_loses_only_the_change(
    limited: tuple[SqliteStore, sqlite3.Connection],
) -> None:
    store, connection = limited
    before = store.read()
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(RiecError) as caught:
        store.commit(new_text(2, "Bewaard.", "Nieuw."))
    assert caught.value.code == "store.not_written"
    assert sentence(caught.value)
    assert store.read() == before


def test_one_change_writes_one_record_one_step_and_the_count(limited: tuple[SqliteStore, sqlite3.Connection]) -> None:
    store, connection = limited
    before = connection.total_changes
    store.commit(new_text(2, "Bewaard.", "Nieuw."))
    assert connection.total_changes - before == 3


def test_a_value_that_no_column_takes_loses_only_the_change(store: SqliteStore) -> None:
    with pytest.raises(OverflowError):
        store.commit(changeset(1, AddRecord(replace(sample().dossier.all(Organisation)[0], first_year=2**80))))
    assert store.read().content == sample()


def test_using_a_closed_store_is_a_mistake_of_ours(store: SqliteStore) -> None:
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.read()


# --- Leftovers -------------------------------------------------------------------------------------------------------


def test_a_store_left_behind_is_found_with_its_work(tmp_path: Path) -> None:
    path = left_behind(tmp_path)
    (found,) = find_leftovers(tmp_path)
    assert (found.path, found.problem) == (path, None)
    assert found.work
    assert found.work.unsaved
    assert found.work.content.history[-1].time == new_text(1, "", "").time


def test_a_store_in_use_is_not_offered(store: SqliteStore) -> None:
    assert find_leftovers(store.path.parent) == ()


def test_a_damaged_store_is_offered_with_its_problem(tmp_path: Path) -> None:
    good, bad, wrong = left_behind(tmp_path), tmp_path / f"bad{SUFFIX}", left_behind(tmp_path)
    bad.write_bytes(b"kapot")
    with closing(sqlite3.connect(wrong, isolation_level=None)) as connection:
        connection.execute("UPDATE Organisation SET kind = 'bedrijf'")
    problems = {one.path: one.problem and one.problem.code for one in find_leftovers(tmp_path)}
    assert problems == {good: None, bad: "store.damaged", wrong: "store.damaged"}


def test_there_may_be_no_folder_yet(tmp_path: Path) -> None:
    assert find_leftovers(tmp_path / "weg") == ()


def test_a_lock_is_let_go_once(tmp_path: Path) -> None:
    held = lock.take(tmp_path / "slot")
    assert held
    assert lock.take(tmp_path / "slot") is None
    held.release()
    held.release()
    again = lock.take(tmp_path / "slot")
    assert again
    again.release()
