"""The rules that tests/conftest.py sets for every test bite: shown by running a few tests that break them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOG_INFO = "import logging, pytest\ndef test_it():\n    logging.getLogger('riec_desktop.x').info('schijf is vol')\n"
LOG_WARNING = LOG_INFO.replace("info", "warning")
ANNOUNCING = "@pytest.mark.expects_log('is vol')\ndef"

TESTS = {
    "quiet": LOG_INFO,
    "log_surprise": LOG_WARNING,
    "log_announced": LOG_WARNING.replace("def", ANNOUNCING),
    "log_announced_in_vain": LOG_INFO.replace("def", ANNOUNCING),
    "log_of_others": LOG_WARNING.replace("riec_desktop.x", "other"),
    "deprecated": "import warnings\ndef test_it():\n    warnings.warn('old', DeprecationWarning)\n",
    "qt_message": "from PySide6.QtCore import qWarning\ndef test_it():\n    qWarning('QPainter: not active')\n",
    "misspelt_marker": LOG_INFO.replace("def", ANNOUNCING).replace("expects", "expect"),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """(outcome, test) for every test of `TESTS`, run with our conftest and settings. A test can have two outcomes."""
    folder = tmp_path_factory.mktemp("noise")
    (folder / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    for name, text in TESTS.items():
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    settings = ("-c", ROOT / "pyproject.toml", "--rootdir", folder, "-rA", "--continue-on-collection-errors")
    command = [sys.executable, "-m", "pytest", *settings, folder]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^(PASSED|FAILED|ERROR) test_(\w+)\.py", said, re.MULTILINE))


@pytest.mark.parametrize("test", ["quiet", "log_announced", "log_of_others"])
def test_a_quiet_test_passes(test: str, outcomes: set[tuple[str, str]]) -> None:
    assert {outcome for outcome, name in outcomes if name == test} == {"PASSED"}


@pytest.mark.parametrize("test", ["log_surprise", "log_announced_in_vain", "misspelt_marker"])
def test_a_test_with_an_unexpected_log_is_an_error(test: str, outcomes: set[tuple[str, str]]) -> None:
    assert ("ERROR", test) in outcomes


@pytest.mark.parametrize("test", ["deprecated", "qt_message"])
def test_a_test_with_a_warning_fails(test: str, outcomes: set[tuple[str, str]]) -> None:
    assert ("FAILED", test) in outcomes
