"""File systems that fail: each operation in turn, in each way, or as a crash that allows nothing afterwards."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from riec_desktop.files import REAL, FileSystem

WRITING_STEPS = ("create", "write", "sync", "close", "read", "replace")
"""The operations of one save in their order; a failing `sync_folder` comes too late to matter."""


class Crash(BaseException):
    """The process ends here: nothing that follows happens, not even tidying up."""


def failing(step: str, error: BaseException) -> FileSystem:
    """The real file system in which one operation fails every time; nobody waits in a test."""
    operation = _closing_fails(error) if step == "close" else _fails(error)
    return replace(REAL, wait=_no_wait, **{step: operation})


def _no_wait(_: float) -> None:
    pass


def _fails(error: BaseException) -> Callable[..., Any]:
    def operation(*_: object) -> Any:
        raise error

    return operation


def _closing_fails(error: BaseException) -> Callable[[int], None]:
    """A file that cannot be written out on closing is closed all the same, as with `close(2)`."""

    def operation(number: int) -> None:
        os.close(number)
        raise error

    return operation


def crashing(step: str, *, after: bool = False) -> FileSystem:
    """The real file system in which the process ends before (or right after) one operation."""

    def operation(*arguments: object) -> Any:
        if after:
            getattr(REAL, step)(*arguments)
        raise Crash

    def nothing(_: Path) -> None:
        """A process that has ended removes nothing."""

    return replace(REAL, remove=nothing, **{step: operation})


def short_writing(most: int) -> FileSystem:
    """The real file system that takes at most so many bytes per write, as a full buffer does."""

    def write(number: int, data: memoryview) -> int:
        return os.write(number, data[:most])

    return replace(REAL, write=write)


def losing_end() -> FileSystem:
    """A file system that says it wrote everything and keeps half, as a bad network share does."""

    def write(number: int, data: memoryview) -> int:
        os.write(number, data[: len(data) // 2])
        return len(data)

    return replace(REAL, write=write)
