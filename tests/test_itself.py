"""The program can start itself, from the source tree and frozen."""

import subprocess
import sys
from pathlib import Path

import pytest

from riec_desktop.itself import console_program, own_command, own_surroundings


def test_the_child_is_our_own_package_wherever_a_person_works(tmp_path: Path) -> None:
    done = subprocess.run(
        own_command("--help"), cwd=tmp_path, env=own_surroundings(), capture_output=True, text=True, check=True
    )
    assert "riec" in done.stdout.lower()


def test_a_frozen_program_is_its_own_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = str(tmp_path / "RIEC Jaarverslag")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", program)
    assert own_command("_woord") == (program, "_woord")


def test_the_frozen_window_asks_the_console_program_beside_it(tmp_path: Path) -> None:
    window, console = tmp_path / "RIEC Jaarverslag.exe", tmp_path / "riec-desktop.exe"
    assert console_program(window) == window
    console.write_bytes(b"")
    assert console_program(window) == console


def test_what_was_on_the_path_stays_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elders")
    assert own_surroundings()["PYTHONPATH"].endswith("elders")
