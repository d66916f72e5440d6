"""A program that types, saves and merges is killed at random moments: nothing that it was sure of is lost.

A thousand times of this by hand: `python -m tests.benchmarks.kills`; what came of it stands in docs/betrouwbaarheid.md.
"""

import random
from pathlib import Path

from tests.helpers.busy import KillTest


def test_killed_at_work_nothing_is_lost_and_every_file_can_be_read(tmp_path: Path) -> None:
    test = KillTest(folder=tmp_path, chance=random.Random(1))
    test.begin()
    for _ in range(20):
        test.run_and_kill()
    assert min(test.told.values()) > 0
