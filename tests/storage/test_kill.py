"""Killed at any moment, a program loses no commit that it told of, and leaves every file readable."""

import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from riec_desktop.files import digest
from riec_desktop.storage.content import changeset_of
from riec_desktop.storage.dossier_file import read_dossier, write_dossier
from riec_desktop.storage.store import Origin
from riec_desktop.storage.working_store import create, find_leftovers
from tests.helpers.worker import FILE_NAME, number_in, started, work

if sys.platform == "win32":
    # Windows has no process to fork from: a start takes five times as long.
    KILLS = 40
    CONTEXT = multiprocessing.get_context("spawn")
else:
    KILLS = 100
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(["tests.helpers.worker"])


@dataclass(slots=True)
class Told:
    """The last numbers that killed programs told of."""

    commit: int = 0
    save: int = 0

    def take(self, message: tuple[str, int]) -> None:
        setattr(self, *message)


def messages(connection: Connection) -> Iterator[tuple[str, int]]:
    """What a program sent, until it has ended."""
    while True:
        try:
            yield connection.recv()
        except (EOFError, OSError):
            return


def run_and_kill(folder: Path, told: Told, commits: int, delay: float) -> None:
    """Start the program, let it do so many commits, wait a moment more, kill it, take what it still had told."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    program = CONTEXT.Process(target=work, args=(str(folder), theirs))
    program.start()
    theirs.close()
    with closing(ours):
        last = told.commit + commits
        while told.commit < last:
            told.take(ours.recv())
        assert find_leftovers(folder) == (), "a store in use is not offered"
        time.sleep(delay)
        program.kill()
        program.join()
        for message in messages(ours):
            told.take(message)


def check(folder: Path, told: Told) -> None:
    """Everything told of is there, and at most the one step that was under way beyond it."""
    (found,) = find_leftovers(folder)
    assert found.work, found.problem
    content = found.work.content
    assert told.commit <= number_in(content) <= told.commit + 1
    assert [changeset_of(row).id for row in content.history] == [f"stap-{n + 1}" for n in range(number_in(content))]
    file = read_dossier(folder / FILE_NAME)
    assert told.save <= number_in(file) <= number_in(content)
    if not found.work.unsaved:
        assert (number_in(file), found.work.origin.digest) == (
            number_in(content),
            digest(folder / FILE_NAME, 10_000_000),
        )
    # The step that was under way may have been kept without being told of.
    told.commit, told.save = number_in(content), number_in(file)


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_nothing_told_is_lost(tmp_path: Path, seed: int) -> None:
    chance, told = random.Random(seed), Told()
    write_dossier(tmp_path / FILE_NAME, started())
    create(tmp_path, started(), Origin(path=tmp_path / FILE_NAME)).close()
    for _ in range(KILLS // 4):
        run_and_kill(tmp_path, told, commits=chance.randint(1, 4), delay=chance.random() * 0.012)
        check(tmp_path, told)
    assert told.save > 0
