"""What holds for every test of the command line: no screen, so that no window opens."""

from pathlib import Path

import pytest

from tests.helpers.terminal import Terminal


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def riec(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The command `riec-desktop`."""
    return Terminal(capsys)


@pytest.fixture
def example(riec: Terminal, tmp_path: Path) -> Path:
    """The example as a dossier file."""
    path = tmp_path / "voorbeeld.riec"
    riec("example", path)
    return path
