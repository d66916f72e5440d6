"""How the program starts itself once more, as a child process that does one thing: read workbooks, check spelling."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def own_command(word: str) -> Sequence[str]:
    """The command that starts the program with this hidden word alone: this Python, or the frozen program itself."""
    if getattr(sys, "frozen", False):
        return (str(console_program(Path(sys.executable))), word)
    # -P: nothing is imported from the folder in which the person happens to work.
    return (sys.executable, "-P", "-m", "riec_desktop", word)


def console_program(running: Path) -> Path:
    """The console program beside the frozen one that runs: on Windows the other has no standard input or output."""
    beside = running.with_name(f"riec-desktop{running.suffix if running.suffix == '.exe' else ''}")
    return beside if beside.is_file() else running


def own_surroundings() -> Mapping[str, str]:
    """The environment of that child, in which our package is found."""
    root = str(Path(__file__).parents[1])
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{before}" if before else root}
