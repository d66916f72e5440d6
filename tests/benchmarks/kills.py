"""Kill a program at work so many times, and tell what was lost: `python -m tests.benchmarks.kills [TIMES]`."""

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.helpers.busy import KillTest

TIMES = 1000
EVERY = 50
"""Kills on one dossier; then a new one begins, so that it stays as small as dossiers are."""


def main(times: int) -> int:
    """Kill; an error ends it with what was lost."""
    began, changes = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, times, EVERY):
            changes += _killed(Path(folder) / str(first), first, min(EVERY, times - first))
            seconds = time.monotonic() - began
            sys.stdout.write(f"{min(first + EVERY, times)} killed, {changes} changes, 0 lost, {seconds:.0f} s\n")
            sys.stdout.flush()
    return 0


def _killed(folder: Path, seed: int, times: int) -> int:
    """Kill on one dossier; how many changes were safe in the end."""
    folder.mkdir()
    test = KillTest(folder=folder, chance=random.Random(seed))
    test.begin()
    for _ in range(times):
        test.run_and_kill()
    return sum(test.told[what] for what in ("step", "typed", "merged"))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
