"""A run that did not end by itself is told at the next start, once, with what the helpdesk needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from riec_desktop.log import CRASH_NAME, LOG_NAME
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.last_run import FOLDER, running
from tests.helpers.surroundings import START, environment

KILLED = """
import os, pathlib, sys
from riec_desktop.workspace.last_run import running
from tests.helpers.surroundings import environment
with running(environment(pathlib.Path(sys.argv[1]))):
    sys.stdout.write("draait")
    sys.stdout.flush()
    os._exit(1)
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path)


def kill_one(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], cwd=ROOT, check=False, capture_output=True)
    assert done.stdout == b"draait"


def test_a_run_that_ends_well_leaves_nothing(env: Environment) -> None:
    for _ in range(2):
        with running(env) as ended:
            assert ended is None
    assert list((env.data_folder / FOLDER).iterdir()) == []


def test_a_run_that_disappeared_is_told_once(env: Environment) -> None:
    kill_one(env.data_folder)
    (env.data_folder / LOG_NAME).write_text("het laatste wat er gebeurde\n", encoding="utf-8")
    with running(env) as ended:
        assert ended is not None
        assert (ended.began, ended.crashed) == (START, False)
        assert "het laatste wat er gebeurde" in ended.details
    with running(env) as again:
        assert again is None


def test_a_crash_is_told_with_its_stack(env: Environment) -> None:
    kill_one(env.data_folder)
    (env.data_folder / CRASH_NAME).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    with running(env) as ended:
        assert ended is not None
        assert ended.crashed
        assert "Segmentation fault" in ended.details
    assert (env.data_folder / CRASH_NAME).read_text(encoding="utf-8") == ""


def test_another_window_that_runs_is_no_bad_end(env: Environment) -> None:
    with running(env), running(env) as second:
        assert second is None


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    with running(environment(tmp_path / "bestand")) as ended:
        assert ended is None


def test_a_mark_with_an_odd_name_is_passed_over(env: Environment) -> None:
    (env.data_folder / FOLDER).mkdir(parents=True)
    (env.data_folder / FOLDER / "iets-anders").write_bytes(b"")
    with running(env) as ended:
        assert ended is None
