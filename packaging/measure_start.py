"""How long the frozen program takes until its window is on screen: `python packaging/measure_start.py FOLDER [WINE]`.

FOLDER is a frozen folder in `dist/`; for that of Windows, WINE is the folder with the Windows that built it. Cold means
that none of its files is in memory. Needs Xvfb and xdotool. The numbers stand in docs/packaging.md.
"""

import os
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from build_results import files_in
from setup_trial import screen
from wine import Wine

NAME = "RIEC Jaarverslag"
ROUNDS = 5
PATIENCE = 120.0
"""Seconds that a window may take."""


def main(words: Sequence[str]) -> int:
    """Print the seconds of a cold start and of warm ones. Gives the exit code."""
    folder = Path(words[0]).resolve()
    wine = Wine(folder=Path(words[1]).resolve()) if len(words) > 1 else None
    with screen() as display, TemporaryDirectory() as data:
        forget(folder)
        cold = seconds_to_window(folder, wine, display, Path(data))
        warm = sorted(seconds_to_window(folder, wine, display, Path(data)) for _ in range(ROUNDS))
    print(f"cold {cold:.1f} s, warm {warm[len(warm) // 2]:.1f} s ({warm[0]:.1f} to {warm[-1]:.1f})")
    return 0


def forget(folder: Path) -> None:
    """Take the files of a folder out of memory, so that they come from the disk again."""
    for path in files_in(folder):
        with open_number(path) as number:
            os.fsync(number)
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)


@contextmanager
def open_number(path: Path) -> Generator[int]:
    """The number of an open file."""
    number = os.open(path, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)


def seconds_to_window(folder: Path, wine: Wine | None, display: str, data: Path) -> float:
    """Start the program, wait for its window, end it. Raises `TimeoutError` when none comes."""
    begun = time.monotonic()
    program = start(folder, wine, display, data)
    try:
        while not is_shown(display):
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError
            time.sleep(0.02)
        return time.monotonic() - begun
    finally:
        if wine:
            wine.run("taskkill", "/F", "/IM", f"{NAME}.exe")
        program.kill()
        program.wait()


def start(folder: Path, wine: Wine | None, display: str, data: Path) -> "subprocess.Popen[bytes]":
    """Start the program on the screen of the trial; under Linux its own data goes to `data`."""
    if wine:
        return wine.start(folder / f"{NAME}.exe", display=display)
    surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "RIEC_DATA": str(data)}
    return subprocess.Popen((folder / NAME,), env=surroundings, stderr=subprocess.DEVNULL)


def is_shown(display: str) -> bool:
    """Whether the window of the program is visible on this screen."""
    command = ("/usr/bin/xdotool", "search", "--onlyvisible", "--name", NAME)
    surroundings = {**os.environ, "DISPLAY": display}
    return bool(subprocess.run(command, env=surroundings, capture_output=True, check=False).stdout.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
