"""A screen with a window manager, and the program on it; without these tools the tests say so and are left out."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.xvfb.screen import Screen, shown

TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
"""`import` is of ImageMagick: it takes the picture of the screen."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a tool that is not here."""
    missing = [one for one in TOOLS if shutil.which(one) is None]
    for item in items if missing else ():
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(missing)}"))


def _tool(name: str) -> str:
    return shutil.which(name) or name


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen of its own, with a window manager that gives windows the keys."""
    server = subprocess.Popen(
        (_tool("Xvfb"), "-displayfd", "1", "-screen", "0", "1366x768x24"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    name = f":{server.stdout.readline().decode().strip()}"
    manager = subprocess.Popen(
        (_tool("openbox"),),
        env={"DISPLAY": name, "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield name
    for process in (manager, server):
        process.kill()
        process.wait()
    server.stdout.close()


@pytest.fixture
def screen(display: str, tmp_path: Path) -> Iterator[Screen]:
    """The program as it starts for the first time on a new computer."""
    with shown(display, tmp_path) as found:
        yield found
