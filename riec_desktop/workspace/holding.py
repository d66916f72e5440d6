"""Holding a dossier file while it is open: so that no second window works in it, and colleagues see who has it.

A lock on this computer keeps one person's windows apart and dies with the program. A note beside the file
(`storage.beside`) tells everybody else; it stops nobody, because a merge puts right what two people do at once.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from riec_desktop import __version__
from riec_desktop.storage.beside import Holder, is_alive, read_note, remove_note, write_note
from riec_desktop.storage.lock import FileLock
from riec_desktop.workspace import safekeeping
from riec_desktop.workspace.environment import Environment

PROGRAM = f"RIEC Jaarverslag {__version__}"


class Hold:
    """A dossier file that is open here, until `release`. `other` is who else had it open when it was last looked at."""

    def __init__(self, env: Environment, path: Path, lock: FileLock) -> None:
        self._env = env
        self._path = path
        self._lock = lock
        self._mine = _holder(env)
        self.other: Holder | None = None
        self._is_released = False
        self.beat()

    def beat(self) -> None:
        """Write the note anew, unless somebody else stands behind one. May take as long as a dead network takes.

        So it may run on another thread, and end after the file was let go.
        """
        found = holder_of(self._env, self._path)
        is_other = found is not None and found.token != self._mine.token
        self.other = found if is_other else None
        if not is_other:
            write_note(self._path, self._mine, self._env.files)
        if self._is_released:
            remove_note(self._path, self._mine, self._env.files)

    def release(self) -> None:
        """Let go of the file."""
        self._is_released = True
        remove_note(self._path, self._mine, self._env.files)
        self._lock.release()


def _holder(env: Environment) -> Holder:
    return Holder(
        program=PROGRAM,
        person=env.author,
        machine=env.machine,
        process=os.getpid(),
        since=env.now(),
        token=env.new_id(),
    )


def holder_of(env: Environment, path: Path) -> Holder | None:
    """Who has a dossier file open, as far as the note beside it tells; None for nobody that is still there."""
    found = read_note(path, env.files)
    return found if found is not None and is_alive(path, found, env.machine, env.files) else None


def held_by_other(env: Environment, path: Path) -> Holder | None:
    """Who else has a file open before it is opened here; a window of this person on this computer is no other."""
    found = holder_of(env, path)
    is_self = found is not None and (found.machine, found.person) == (env.machine, env.author)
    return None if is_self else found


@contextmanager
def holding(env: Environment, path: Path | None) -> Generator[Hold | None]:
    """Hold a dossier file until what follows fails, or somebody releases it. No file, nothing to hold.

    Raises `RiecError` (`dossier.open_elsewhere`) when another window of this person holds it.
    """
    with safekeeping.claimed(env, path) as lock:
        hold = None if path is None or lock is None else Hold(env, path, lock)
        try:
            yield hold
        except BaseException:
            if hold is not None:
                hold.release()
            raise
