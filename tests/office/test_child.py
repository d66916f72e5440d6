"""A child process ends when it is done, when it takes too long and when the person stops: with all that it started."""

from collections.abc import Callable
from pathlib import Path

import pytest

from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.office.child import run
from riec_desktop.workspace.progress import never
from tests.helpers.offices import HANGS, NEEDS_SHEBANG, alive, script

pytestmark = NEEDS_SHEBANG


def said(folder: Path) -> str:
    return (folder / "output.txt").read_text(encoding="utf-8")


def test_it_runs_in_the_folder_with_what_is_added_to_the_environment(tmp_path: Path) -> None:
    program = script(tmp_path / "zeg", "import os, sys\nprint(os.getcwd(), os.environ['WAAR'])\nsys.exit(3)")
    assert run([str(program)], tmp_path, {"WAAR": "hier"}, never, 60) == 3
    assert said(tmp_path) == f"{tmp_path.resolve()} hier\n"


def test_what_goes_wrong_in_it_is_kept_beside_what_it_says(tmp_path: Path) -> None:
    program = script(tmp_path / "zeg", "raise SystemExit('oeps')")
    assert run([str(program)], tmp_path, {}, never, 60) == 1
    assert said(tmp_path) == "oeps\n"


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        run([str(tmp_path / "weg")], tmp_path, {}, never, 60)
    assert caught.value.code == "office.not_started"


def started(folder: Path) -> Callable[[], bool]:
    """A person who stops as soon as the program and its child run."""
    return lambda: bool(said(folder))


def test_stopping_ends_a_program_that_does_not_listen_and_its_child(tmp_path: Path) -> None:
    program = script(tmp_path / "hang", HANGS)
    with pytest.raises(Cancelled):
        run([str(program)], tmp_path, {}, started(tmp_path), 60)
    numbers = [int(one) for one in said(tmp_path).split()]
    assert len(numbers) == 2
    assert not any(map(alive, numbers))


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    program = script(tmp_path / "traag", "import time\ntime.sleep(600)")
    with pytest.raises(RiecError) as caught:
        run([str(program)], tmp_path, {}, never, 0.2)
    assert (caught.value.code, caught.value.values) == ("office.slow", {"seconds": 0})
