"""A program that types, saves and merges as fast as it can until it is killed, and tells of everything that is safe.

Runs in a process of its own; `KillTest` starts one after another on the same files, kills each at a random moment and
looks at what is left.
"""

import multiprocessing
import random
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Answer, Organisation, Record, Settings
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.session import Session, new_session, open_session
from tests.helpers.surroundings import environment

FIELDS: dict[str, tuple[type[Record], str, str]] = {
    "step": (Answer, "antwoord", "text"),
    "typed": (Settings, "settings", "name"),
    "merged": (Organisation, "riec", "name"),
}
"""What counts up: steps of their own, typing that goes on in one step, and the work of a colleague."""

if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(["tests.helpers.busy"])


def number_of(dossier: Dossier, what: str) -> int:
    """How far something has counted in a dossier."""
    kind, record_id, name = FIELDS[what]
    found = dossier.get(kind, record_id)
    return int(getattr(found, name) or 0)


def _count(session: Session, what: str) -> int:
    kind, record_id, name = FIELDS[what]
    found = session.dossier.get(kind, record_id)
    assert found is not None
    number = number_of(session.dossier, what) + 1
    session.edit(f"{what} {number}", set_field(found, name, str(number)), join=what == "typed")
    return number


def _surroundings(folder: str, person: str) -> Environment:
    return environment(Path(folder) / person, author=person)


def work(folder: str, seed: int, told: Connection) -> None:
    """Work until killed; sends what is safe now as (what, number), where 'saved' is about steps."""
    chance, file = random.Random(seed), Path(folder) / "dossier.riec"
    session = open_session(_surroundings(folder, "anja"), file)
    while True:
        match chance.randrange(8):
            case 0:
                _merge_in(folder, session, file)
                told.send(("merged", number_of(session.dossier, "merged")))
            case 1 | 2:
                _save(session, file)
                told.send(("saved", number_of(session.dossier, "step")))
            case 3 | 4:
                told.send(("typed", _count(session, "typed")))
            case _:
                told.send(("step", _count(session, "step")))


def _save(session: Session, file: Path) -> None:
    """A killed colleague may have been quick: then the file is merged first, as the window does."""
    take_what_is_sure(session, read_merge(merge_order(session, file)))
    session.save()


def _merge_in(folder: str, session: Session, file: Path) -> None:
    """A colleague opens the file, counts on and saves; that comes into our dossier."""
    theirs = open_session(_surroundings(folder, "bert"), file)
    _count(theirs, "merged")
    _save(theirs, file)
    theirs.close()
    take_what_is_sure(session, read_merge(merge_order(session, file)))


@dataclass(slots=True)
class KillTest:
    """Kills one program after another on the files in a folder. `told` is what they said was safe."""

    folder: Path
    chance: random.Random
    told: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("step", "typed", "merged", "saved"), 0))

    @property
    def file(self) -> Path:
        return self.folder / "dossier.riec"

    def begin(self) -> None:
        """The dossier that the work begins with."""
        records = (
            Settings(id="settings", name="0"),
            Answer(id="antwoord", text="0"),
            Organisation(id="riec", name="0"),
        )
        session = new_session(_surroundings(str(self.folder), "anja"), dossier_of(records), self.file)
        session.save()
        session.close()

    def run_and_kill(self, most_seconds: float = 0.08) -> None:
        """Let a program work for a random moment after its first sign of life, kill it, and look."""
        ours, theirs = CONTEXT.Pipe(duplex=False)
        program = CONTEXT.Process(target=work, args=(str(self.folder), self.chance.randrange(2**30), theirs))
        program.start()
        theirs.close()
        with closing(ours):
            self._take(*ours.recv())
            time.sleep(self.chance.random() * most_seconds)
            program.kill()
            program.join()
            for message in _messages(ours):
                self._take(*message)
        self._check()

    def _take(self, what: str, number: int) -> None:
        self.told[what] = number

    def _check(self) -> None:
        """What was told is there after a new start, and the file can be read."""
        in_file = read_dossier(self.file).dossier
        assert number_of(in_file, "step") >= self.told["saved"]
        session = open_session(_surroundings(str(self.folder), "anja"), self.file)
        found = {what: number_of(session.dossier, what) for what in FIELDS}
        assert all(found[what] >= self.told[what] for what in FIELDS), (found, self.told)
        labels = {step.label for step in session.history}
        assert all(f"step {number}" in labels for number in range(1, found["step"] + 1))
        session.close(keep=True)
        self.told.update(found)


def _messages(connection: Connection) -> Iterator[tuple[str, int]]:
    """What a program sent, until it has ended."""
    while True:
        try:
            yield connection.recv()
        except (EOFError, OSError):
            return
