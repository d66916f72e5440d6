"""How earlier runs of the window ended: a run that is not ended by its own hand leaves its mark behind.

The mark is an empty file with a lock that dies with the process, named after when the run began. So a crash, a power
cut and a computer that was switched off are told at the next start, with what the administrator needs.
"""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.log import CRASH_NAME, LOG_NAME
from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.storage.lock import FileLock

FOLDER = "draait"
_STAMP = "%Y%m%dT%H%M%SZ"
_MOST_TEXT = 20_000
"""Characters of the end of the log that are handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadEnd:
    """A run that ended without closing. `crashed`: the program itself broke off, and did not just disappear."""

    began: datetime
    crashed: bool
    details: str


@contextmanager
def running(env: Environment) -> Generator[BadEnd | None]:
    """Mark that the window runs until the block ends; gives how the newest earlier run ended when that was badly.

    A folder that cannot be written never keeps the window from starting.
    """
    folder = env.data_folder / FOLDER
    ended = _ended_badly(env, folder)
    path = folder / f"{env.now().astimezone(UTC):{_STAMP}}-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _take(path)
    except OSError:
        lock = None
    try:
        yield ended
    finally:
        if lock is not None:
            lock.release()
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _take(path: Path) -> "FileLock | None":
    """`storage.lock.take`, loaded when the window starts and not with this module."""
    from riec_desktop.storage.lock import take

    return take(path)


def _ended_badly(env: Environment, folder: Path) -> BadEnd | None:
    began = max(_left_marks(folder), default=None)
    if began is None:
        return None
    crash = _end_of(env.data_folder / CRASH_NAME)
    _empty(env.data_folder / CRASH_NAME)
    parts = (f"Begonnen: {began:%Y-%m-%d %H:%M:%S} UTC", crash, _end_of(env.data_folder / LOG_NAME))
    return BadEnd(began=began, crashed=bool(crash.strip()), details="\n\n".join(filter(None, parts)))


def _left_marks(folder: Path) -> Iterator[datetime]:
    """When the runs began whose marks were left; the marks go."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            lock = _take(path)
            if lock is not None:
                lock.release()
                path.unlink()
                with suppress(ValueError):
                    yield datetime.strptime(path.name.split("-")[0], _STAMP).replace(tzinfo=UTC)


def _end_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[-_MOST_TEXT:]
    except OSError:
        return ""


def _empty(path: Path) -> None:
    """What was handed over is not told again; a run of now appends to the same file."""
    with suppress(OSError):
        if path.exists():
            path.write_text("", encoding="utf-8")
