"""The log: messages and crashes end up in files, and a bad folder stops nothing."""

import faulthandler
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from riec_desktop.log import CRASH_NAME, LOG_NAME, log_to

LOG = logging.getLogger("riec_desktop.iets")


def test_messages_go_to_a_file_until_the_end(tmp_path: Path) -> None:
    with log_to(tmp_path / "nieuw") as path:
        LOG.info("Het woord is één")
    LOG.info("Dit niet meer")
    text = path.read_text(encoding="utf-8")
    assert text.endswith("INFO riec_desktop.iets: Het woord is één\n")


def test_the_file_begins_anew_when_it_is_large(tmp_path: Path) -> None:
    with log_to(tmp_path):
        for _ in range(5):
            LOG.info("x" * 400_000)
    sizes = [path.stat().st_size for path in tmp_path.glob(f"{LOG_NAME}*")]
    assert len(sizes) == 3
    assert max(sizes) < 1_000_000


@pytest.mark.expects_log("No crash file")
def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    with log_to(tmp_path / "bestand" / "map"):
        LOG.info("Dit gaat verloren")
    assert "Dit gaat verloren" in capsys.readouterr().err


def test_a_crash_of_the_process_leaves_its_stack(tmp_path: Path) -> None:
    crash(tmp_path)
    assert "File " in (tmp_path / CRASH_NAME).read_text(encoding="utf-8")


def test_who_asked_for_stacks_elsewhere_gets_them_there(tmp_path: Path) -> None:
    assert "File " in crash(tmp_path, "-X", "faulthandler")
    assert (tmp_path / CRASH_NAME).read_text(encoding="utf-8") == ""


def test_the_crash_reports_of_these_tests_stay_on(tmp_path: Path) -> None:
    with log_to(tmp_path):
        pass
    assert faulthandler.is_enabled()


def crash(folder: Path, *options: str) -> str:
    """What a process says that logs to this folder and crashes."""
    program = (
        "import ctypes, pathlib, sys; from riec_desktop.log import log_to\n"
        "with log_to(pathlib.Path(sys.argv[1])): ctypes.string_at(0)"
    )
    command = [sys.executable, *options, "-c", program, str(folder)]
    ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert ended.returncode != 0
    return ended.stderr
