"""What holds for every test: no screen, no luck, no noise, and never the user's own data.

Qt draws offscreen, hypothesis tries the same examples every time, a warning in our log that the test did not announce
fails it, and the local data folder is a temporary one. Here too stands what cannot run under Wine, and why.
"""

import ctypes
import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# What is shown in the time of this computer is the same on every computer; Windows reads it in its own way.
os.environ["TZ"] = "UTC"
if sys.platform == "win32":
    # Drawn in memory, Qt does not look there by itself.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"]) / "Fonts"))
else:
    time.tzset()

settings.register_profile(
    "deterministic",
    derandomize=True,
    deadline=None,
    # How fast examples are made depends on the machine, so it may not decide about a test.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("deterministic")

OUR_LOG = "riec_desktop"

_NUMPY = "numpy ends the process under Wine 8"
_MEMORY = "Wine accepts a limit on memory and does not keep it"
_DRIVE = "drive C: of Wine lies in the project folder, and hatchling walks from Z: into it"
NOT_UNDER_WINE = {
    "tests/excel/test_matrix_sheet.py": _NUMPY,
    "tests/excel/test_trend_sheet.py": _NUMPY,
    "tests/excel/reading/test_reader.py::test_the_child_has_little_memory": _MEMORY,
    "tests/excel/reading/test_reader.py::test_a_file_that_needs_more_memory_than_there_is_is_too_large": _MEMORY,
    "tests/packaging/test_wheel.py": _DRIVE,
}
"""Why a test (its id or the beginning of it) cannot run under Wine. On Windows itself it can.

A whole module that stands here is not even loaded.
"""


def is_wine() -> bool:
    """Whether this Windows is Wine: only there that function exists, see https://wiki.winehq.org/Developer_FAQ."""
    return sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


def pytest_report_header() -> list[str]:
    """What is left out, so that a report never seems to be of more than it is."""
    return [f"not under Wine: {one} ({reason})" for one, reason in NOT_UNDER_WINE.items()] if is_wine() else []


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the modules that end the process when they are loaded. None leaves it to others."""
    path = collection_path.relative_to(config.rootpath).as_posix() if is_wine() else ""
    return True if path in NOT_UNDER_WINE else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with its reason, each test that cannot run under Wine."""
    for item in items if is_wine() else ():
        for beginning, reason in NOT_UNDER_WINE.items():
            if item.nodeid.startswith(beginning):
                item.add_marker(pytest.mark.skip(reason=reason))


class Collected(logging.Handler):
    """The messages of WARNING and above that our loggers wrote."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The local data folder of this test, so that no test touches the user's."""
    folder = tmp_path / "lokale gegevens"
    monkeypatch.setenv("RIEC_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_office_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents come out the same whether or not this computer has LibreOffice; a test that needs it asks for it."""
    monkeypatch.setenv("RIEC_OFFICE", "geen")


@pytest.fixture(autouse=True)
def log_as_announced(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test when a warning or error is logged that no `expects_log` marker names, or that one is not logged."""
    collected = Collected()
    logging.getLogger(OUR_LOG).addHandler(collected)
    yield
    logging.getLogger(OUR_LOG).removeHandler(collected)
    announced = [str(marker.args[0]) for marker in request.node.iter_markers("expects_log")]
    surprises = [message for message in collected.messages if not any(text in message for text in announced)]
    silent = [text for text in announced if not any(text in message for message in collected.messages)]
    assert not surprises, f"logged without being announced: {surprises}"
    assert not silent, f"announced but not logged: {silent}"
