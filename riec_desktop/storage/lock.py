"""A lock that dies with its process: how a running program tells the next one that a working store is in use.

The operating system keeps it on a side file, so no lock outlives a crash and none has to be broken by hand.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from `take` to `release`, or until the process ends."""

    def __init__(self, number: int) -> None:
        self._number: int | None = number

    def release(self) -> None:
        """Let go; once is enough."""
        if self._number is not None:
            os.close(self._number)
            self._number = None


def take(path: Path) -> FileLock | None:
    """The lock on this side file, which is made when it is not there; None when another holds it."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(number)
    except OSError:
        os.close(number)
        return None
    return FileLock(number)
