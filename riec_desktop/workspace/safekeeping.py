"""Where the work of a session lies until it is in the dossier file: a working store, and the file as it was last known.

The copy of the file is the base of a three-way merge and tells what is unsaved, also after a crash. A claim on the
place of the dossier file lets a second program know that it is open.
"""

import logging
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, digest_of, read_file, replace_file
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.storage.dossier_file import LIMITS, SUFFIX, OpenedFile, image_of, open_dossier, write_dossier
from riec_desktop.storage.lock import FileLock, take
from riec_desktop.storage.store import StoredWork
from riec_desktop.storage.working_store import discard, find_leftovers
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.waiting import STORES

LOG = logging.getLogger(__name__)

_BASE = ".basis"


def stores_folder(env: Environment) -> Path:
    """The folder of all working stores. Raises `RiecError` (`store.no_folder`) when it cannot be made."""
    return own_folder(env, STORES)


def own_folder(env: Environment, name: str) -> Path:
    """A folder in the data folder, made when it is not there. Raises `RiecError` (`store.no_folder`)."""
    folder = env.data_folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RiecError("store.no_folder", folder=folder) from error
    return folder


# --- One session per dossier file ------------------------------------------------------------------------------------


@contextmanager
def claimed(env: Environment, path: Path | None) -> Generator[FileLock | None]:
    """Say that a dossier file is open here, until the claim is released or what follows fails. No file, no claim.

    Raises `RiecError` (`dossier.open_elsewhere`) when it is open already.
    """
    lock = None if path is None else _claim(env, path)
    try:
        yield lock
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _claim(env: Environment, path: Path) -> FileLock:
    lock = take(stores_folder(env) / f"{_key(path)}.open")
    if lock is None:
        raise RiecError("dossier.open_elsewhere", file=path.name)
    return lock


def _key(path: Path) -> str:
    """One name for all spellings of a path."""
    return sha256(os.fsencode(os.path.normcase(path.resolve()))).hexdigest()[:32]


def is_same_file(one: Path | None, other: Path | None) -> bool:
    """Whether two paths name the same place; the files need not exist."""
    return one is not None and other is not None and _key(one) == _key(other)


# --- The dossier file as last known ----------------------------------------------------------------------------------


def known_image(path: Path, opened: OpenedFile, fs: FileSystem = REAL) -> bytes:
    """The bytes of a dossier file as it was read or written; when another program was quick, they are made again."""
    data = read_file(path, LIMITS.file_bytes, fs)
    return data if digest_of(data) == opened.digest else image_of(opened.content)


def keep_base(place: Path, image: bytes, fs: FileSystem = REAL) -> None:
    """Put a copy of the dossier file beside the working store at `place`."""
    replace_file(base_path(place), image, fs)


def read_base(place: Path) -> OpenedFile | None:
    """The copy beside a working store; None when there is none, as for a dossier that was never saved."""
    if not base_path(place).exists():
        return None
    try:
        return open_dossier(base_path(place))
    except RiecError as error:
        LOG.warning("%s cannot be read: %s", base_path(place).name, error)
        return None


def copy_of(env: Environment, path: Path, theirs: FileContent) -> Path:
    """Keep what another put in the dossier file at `path`, and tell where. Raises as `write_dossier`."""
    name = f"{path.stem} van een ander {env.now():%Y-%m-%d %H.%M.%S}{SUFFIX}"
    copy = own_folder(env, "Kopieën") / name
    write_dossier(copy, theirs, fs=env.files)
    return copy


def base_path(place: Path) -> Path:
    """Where the copy of the dossier file lies that belongs to the working store at `place`."""
    return place.with_suffix(_BASE)


# --- What was left behind --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftWork:
    """Unsaved work that a session left at `place`; `base` is the dossier file as it was then known."""

    place: Path
    work: StoredWork
    base: OpenedFile | None

    @property
    def unsaved(self) -> tuple[HistoryRow, ...]:
        """The history that is not in the dossier file, oldest first."""
        known = {row.id for row in self.base.content.history} if self.base else frozenset[str]()
        return tuple(row for row in self.work.content.history if row.id not in known)


def left_work(env: Environment) -> Iterator[LeftWork]:
    """The unsaved work that sessions left behind. Stores that hold nothing new are thrown away on the way."""
    for leftover in find_leftovers(stores_folder(env)):
        if leftover.work is None:
            LOG.warning("%s cannot be read: %s", leftover.path.name, leftover.problem)
            continue
        base = read_base(leftover.path)
        if _is_saved(leftover.work, base):
            throw_away(leftover.path)
        else:
            yield LeftWork(place=leftover.path, work=leftover.work, base=base)


def _is_saved(work: StoredWork, base: OpenedFile | None) -> bool:
    same = base is not None and base.content.dossier == work.content.dossier
    return same or not work.unsaved


def throw_away(place: Path) -> None:
    """Remove a working store that nobody has open, and the copy beside it; one that is held for a moment may stay."""
    discard(place)
    with suppress(OSError):
        base_path(place).unlink(missing_ok=True)
