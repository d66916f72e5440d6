"""Sessions for tests, all of them closed when the test ends, and the computer as it is after a crash."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.workspace import session as real
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import Merge, merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.opened import Session

_OPEN: list[Session] = []


def _noted(session: Session) -> Session:
    _OPEN.append(session)
    return session


def new_session(env: Environment, dossier: Dossier, path: Path | None = None) -> Session:
    return _noted(real.new_session(env, dossier, path))


def open_session(env: Environment, path: Path, access: real.Access = real.Access.WORK) -> Session:
    return _noted(real.open_session(env, path, access))


def recover(env: Environment, recovery: real.Recovery) -> Session:
    return _noted(real.recover(env, recovery))


def merge_from_file(session: Session) -> Merge:
    """Take in what is sure of what somebody else wrote to the dossier file."""
    assert session.path is not None
    merge = read_merge(merge_order(session, session.path))
    take_what_is_sure(session, merge)
    return merge


@contextmanager
def closing_sessions() -> Generator[None]:
    """Close what a test left open: an open database is noise in the next one."""
    yield
    while _OPEN:
        _OPEN.pop().close()


def after_crash(env: Environment) -> Environment:
    """The same computer when the power comes back: the data folder as it was, and nobody who holds anything."""
    folder = env.data_folder.with_name(f"{env.data_folder.name} na")
    # Locks and shared memory die with the process; Windows does not even let them be read.
    shutil.copytree(env.data_folder, folder, ignore=shutil.ignore_patterns("*.lock", "*.open", "*-shm"))
    return replace(env, data_folder=folder)
