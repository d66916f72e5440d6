"""The note beside a dossier file: who has it open, also after crashes, on slow clocks and for strangers."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from riec_desktop.files import REAL, FileSystem
from riec_desktop.storage.beside import OLD, Holder, is_alive, note_path, read_note, remove_note, runs, write_note

TOKEN, OTHER = "een", "ander"
HOLDER = Holder(
    program="RIEC Jaarverslag 0.1.0",
    person="anja",
    machine="PC-ANJA",
    process=os.getpid(),
    since=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    token=TOKEN,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.riec"
    path.write_bytes(b"dossier")
    return path


def aged(seconds: float) -> FileSystem:
    """A file system whose files are this old."""

    def age(_: Path) -> float:
        return seconds

    return replace(REAL, age=age)


def test_a_note_comes_back_as_it_was_written_and_is_hidden(file: Path) -> None:
    assert write_note(file, HOLDER, REAL)
    assert read_note(file, REAL) == HOLDER
    assert note_path(file).name.startswith(".")


def test_only_its_own_holder_takes_a_note_away(file: Path) -> None:
    write_note(file, HOLDER, REAL)
    remove_note(file, replace(HOLDER, token=OTHER), REAL)
    assert read_note(file, REAL) == HOLDER
    remove_note(file, HOLDER, REAL)
    assert read_note(file, REAL) is None


def test_where_no_note_can_be_written_nothing_happens(tmp_path: Path) -> None:
    assert not write_note(tmp_path / "weg" / "dossier.riec", HOLDER, REAL)
    assert read_note(tmp_path / "weg" / "dossier.riec", REAL) is None
    remove_note(tmp_path / "weg" / "dossier.riec", HOLDER, REAL)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"program": 1}', '"x"', "\x00", '{"a":' * 5000, json.dumps({"since": "gisteren"})],
)
def test_a_note_that_somebody_spoiled_is_no_note(file: Path, text: str) -> None:
    note_path(file).write_text(text, encoding="utf-8")
    assert read_note(file, REAL) is None


def test_what_a_note_says_is_one_short_line_each(file: Path) -> None:
    write_note(file, replace(HOLDER, person="Anja\n<b>de Vries</b>\u202e " + "x" * 500), REAL)
    found = read_note(file, REAL)
    assert found is not None
    assert "\n" not in found.person
    assert len(found.person) == 100


def test_a_young_note_counts_and_an_old_one_does_not(file: Path) -> None:
    write_note(file, HOLDER, REAL)
    assert is_alive(file, HOLDER, "PC-BERT", REAL)
    assert not is_alive(file, HOLDER, "PC-BERT", aged(OLD + 1))


def test_a_note_from_the_future_is_young(file: Path) -> None:
    write_note(file, HOLDER, REAL)
    os.utime(note_path(file), (2**31, 2**31))
    assert is_alive(file, HOLDER, "PC-BERT", REAL)


def test_the_age_is_taken_on_the_clock_of_the_folder(file: Path) -> None:
    write_note(file, HOLDER, REAL)
    assert -1 < REAL.age(note_path(file)) < 60
    os.utime(note_path(file), (0, 0))
    assert REAL.age(note_path(file)) > OLD
    assert sorted(path.name for path in file.parent.iterdir()) == [".dossier.riec.open", "dossier.riec"]


def test_a_program_that_ended_on_this_computer_holds_nothing(file: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    write_note(file, replace(HOLDER, process=ended.pid), REAL)
    assert not is_alive(file, replace(HOLDER, process=ended.pid), "PC-ANJA", REAL)
    assert is_alive(file, replace(HOLDER, process=ended.pid), "PC-BERT", REAL)


def test_a_note_that_went_meanwhile_counts_for_nothing(file: Path) -> None:
    assert not is_alive(file, HOLDER, "PC-BERT", REAL)


def test_processes_are_known_by_their_number() -> None:
    assert runs(os.getpid())
    assert not any(map(runs, (0, -1, 2**40)))
