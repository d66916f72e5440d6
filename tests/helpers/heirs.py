"""A child that leaves its pipes to a process of its own, which lives on when the child is ended."""

import os
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

_PATIENCE = 20.0
"""Seconds in which the heir must be there."""


def heir_code(told: Path) -> str:
    """What the child runs: it says 'true', and then no more. The number of its heir is written in the file `told`."""
    return (
        "import pathlib, subprocess, sys, time\n"
        "heir = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"draft = pathlib.Path({str(told.with_suffix('.klad'))!r})\n"
        "draft.write_text(str(heir.pid))\n"
        f"draft.replace({str(told)!r})\n"
        "print('true', flush=True)\n"
        "time.sleep(60)\n"
    )


@contextmanager
def heir_of(told: Path) -> Generator[None]:
    """Inside, the heir is there; afterwards it is ended. Raises `TimeoutError` when it does not come."""
    end = time.monotonic() + _PATIENCE
    while not told.exists():
        if time.monotonic() > end:
            raise TimeoutError(told)
        time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(OSError):
            os.kill(int(told.read_text(encoding="ascii")), signal.SIGTERM)
