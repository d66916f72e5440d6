"""A file system in which the nth operation goes wrong, and everything after it goes on as that trouble would let it.

Run a task once with `Trouble()` to count its operations, then once for each of them with `Trouble(at=n, …)`.
"""

import errno
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from riec_desktop.files import REAL, FileSystem
from tests.helpers.faults import Crash

_OPERATIONS = ("read", "writable", "create", "write", "sync", "close", "replace", "remove", "sync_folder")
_SYNCS = ("sync", "sync_folder")


@dataclass(slots=True)
class Trouble:
    """Counts operations in `count`; at number `at` it does what `kind` says (a key of `KINDS`).

    `folder` is what vanishes, under another name, when a stick is pulled out. `stuck` is an operation that fails from
    then on, `dead` says that nothing happens any more.
    """

    at: int = 0
    kind: str = "disk full"
    folder: Path | None = None
    count: int = 0
    stuck: str = ""
    dead: bool = False
    _unsynced: dict[int, Path] = field(default_factory=dict[int, Path])
    _before: dict[Path, bytes | None] = field(default_factory=dict[Path, bytes | None])

    def files(self) -> FileSystem:
        """The file system that has this trouble; nobody waits in a test."""
        operations: dict[str, Any] = {name: self._counted(name) for name in _OPERATIONS}
        return FileSystem(**operations, wait=_no_wait, opens_alone=self.kind == "sharing violation")

    def begin(self, at: int) -> None:
        """Count from here, and go wrong at this number; 0 is never."""
        self.at, self.count = at, 0

    def _counted(self, name: str) -> Callable[..., Any]:
        def operation(*arguments: Any) -> Any:
            self.count += 1
            if self.dead:
                raise Crash
            if name == self.stuck:
                return _error(errno.EACCES)(self, name, arguments)
            if self.count == self.at:
                return KINDS[self.kind](self, name, arguments)
            return self.real(name, arguments)

        return operation

    def real(self, name: str, arguments: tuple[Any, ...]) -> Any:
        """Do it, and remember what a power cut would take back."""
        if name == "replace":
            target = Path(arguments[1])
            self._before[target] = target.read_bytes() if target.exists() else None
        # No test waits for a real disk; what is synced is kept here.
        done: Any = None if name in _SYNCS else getattr(REAL, name)(*arguments)
        if name == "create":
            self._unsynced[done] = Path(arguments[0])
        elif name == "sync":
            self._unsynced.pop(arguments[0], None)
        elif name == "sync_folder":
            self._before.clear()
        return done

    def end(self) -> None:
        """The trouble is over: what the power cut took is gone, the folder is there again, and all works."""
        if self.dead:
            self._lose_power()
        self.at, self.stuck, self.dead = 0, "", False
        self._come_back()

    def _lose_power(self) -> None:
        """What did not reach the disk is gone: the second half of files, and new names in folders."""
        for target, data in self._before.items():
            target.unlink() if data is None else target.write_bytes(data)
        for number, path in self._unsynced.items():
            _cut(path)
            with suppress(OSError):
                os.close(number)

    def vanish(self) -> None:
        """The folder is not there any more."""
        assert self.folder is not None
        if self.folder.exists():
            self.folder.rename(self.folder.with_name(f"{self.folder.name} weg"))

    def _come_back(self) -> None:
        """The folder is there again."""
        if self.folder is None:
            return
        gone = self.folder.with_name(f"{self.folder.name} weg")
        if gone.exists():
            gone.rename(self.folder)


def _no_wait(_: float) -> None:
    pass


def _cut(path: Path) -> None:
    if path.exists():
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])


# --- What can go wrong -----------------------------------------------------------------------------------------------


def _error(number: int) -> Callable[[Trouble, str, tuple[Any, ...]], Any]:
    """An error of the operating system. A file is closed also when that fails, as with `close(2)`."""

    def happen(_trouble: Trouble, name: str, arguments: tuple[Any, ...]) -> Any:
        if name == "close":
            os.close(arguments[0])
        raise OSError(number, os.strerror(number))

    return happen


def _held_once(trouble: Trouble, name: str, arguments: tuple[Any, ...]) -> Any:
    """A virus scanner looks at the file for a moment; what is tried again works."""
    return _error(errno.EACCES)(trouble, name, arguments)


def _short(trouble: Trouble, name: str, arguments: tuple[Any, ...]) -> Any:
    """Half is written and said to be all, as a bad share does; other operations are well."""
    if name != "write":
        return trouble.real(name, arguments)
    number, data = arguments
    os.write(number, data[: len(data) // 2])
    return len(data)


def _vanishes(trouble: Trouble, name: str, arguments: tuple[Any, ...]) -> Any:
    trouble.vanish()
    return trouble.real(name, arguments)


def _forbidden(trouble: Trouble, name: str, arguments: tuple[Any, ...]) -> Any:
    trouble.stuck = name
    return _error(errno.EACCES)(trouble, name, arguments)


def _power_cut(trouble: Trouble, _name: str, _arguments: tuple[Any, ...]) -> Any:
    trouble.dead = True
    raise Crash


KINDS: Mapping[str, Callable[[Trouble, str, tuple[Any, ...]], Any]] = {
    "disk full": _error(errno.ENOSPC),
    "no permission": _forbidden,
    "broken disk": _error(errno.EIO),
    "sharing violation": _held_once,
    "short write": _short,
    "folder vanished": _vanishes,
    "power cut": _power_cut,
}
