"""A child process that can be stopped with everything that it started itself.

An office program is a launcher that starts the real one: ending the launcher alone would leave the other running.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from riec_desktop.errors import Cancelled, RiecError

_LOOK_EVERY = 0.1
"""Seconds between two looks at whether the person wants to stop."""
_GRACE = 2.0
"""Seconds that a process gets to end when it is asked to, and at most when it is made to."""
_LOOK_AGAIN = 0.02
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows no console window flashes up."""


def run(
    command: Sequence[str], folder: Path, extra: Mapping[str, str], cancel: Callable[[], bool], timeout: float
) -> int:
    """Run a command in a folder, with `extra` in its environment, and give its exit code.

    What it prints goes to the file 'output.txt' in the folder. It runs without a window. Raises `Cancelled` when
    `cancel` says so, `RiecError` `office.slow` after `timeout` seconds, `office.not_started` when it cannot run; in
    each case nothing of it runs on.
    """
    with (folder / "output.txt").open("wb") as output:
        process = _started(command, folder, extra, output)
        try:
            return _watched(process, cancel, timeout)
        finally:
            if process.poll() is None:
                end(process)


def _started(
    command: Sequence[str], folder: Path, extra: Mapping[str, str], output: IO[bytes]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **extra},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            creationflags=_NO_WINDOW,
            # A group of its own, so that all of it can be ended.
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise RiecError("office.not_started", detail=error.strerror or type(error).__name__) from error


def _watched(process: subprocess.Popen[bytes], cancel: Callable[[], bool], timeout: float) -> int:
    until = time.monotonic() + timeout
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_LOOK_EVERY)
        if cancel():
            raise Cancelled
        if time.monotonic() > until:
            raise RiecError("office.slow", seconds=round(timeout))


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if sys.platform == "win32":
        end_tree(process.pid)
        # Where taskkill may not run, at least the process itself ends.
        process.kill()
    else:
        _end_group(process)
    process.wait()


def end_tree(number: int) -> None:
    """End a process and its children on Windows (https://learn.microsoft.com/windows-server/administration/taskkill)."""
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
    with suppress(OSError):
        subprocess.run(
            [program, "/PID", str(number), "/T", "/F"], check=False, capture_output=True, creationflags=_NO_WINDOW
        )


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Ask first, so that it can tidy up; then end what is left of the group, also when its first process is gone."""
    os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    until = time.monotonic() + _GRACE
    with suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < until:
            # Until nobody of the group is left: a process that is being ended can still write into the folder.
            os.killpg(process.pid, signal.SIGKILL)
            process.poll()
            time.sleep(_LOOK_AGAIN)
