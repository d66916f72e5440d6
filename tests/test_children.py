"""A child that reads files: ending it waits for nobody but the child."""

import sys
from pathlib import Path
from threading import Thread

from riec_desktop.children import ENDED, Child, Lines
from tests.helpers.heirs import heir_code, heir_of


def test_ending_waits_for_nobody_who_has_the_pipe_longer_than_the_child(tmp_path: Path) -> None:
    told = tmp_path / "erfgenaam"
    child = Child((sys.executable, "-c", heir_code(told)))
    assert child.alive
    with heir_of(told):
        ending = Thread(target=child.__exit__, args=(None, None, None), daemon=True)
        ending.start()
        ending.join(10)
        assert not ending.is_alive()


def test_after_the_last_line_there_are_no_more() -> None:
    nothing = Lines(None)
    assert [nothing.next(5), nothing.next(5)] == [ENDED, ENDED]
