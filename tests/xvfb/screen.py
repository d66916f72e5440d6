"""The program on a real X screen, with keys as a keyboard sends them; what came of it is read from the files."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.storage.dossier_file import read_dossier

TITLE = "RIEC Jaarverslag"
PATIENCE = 60.0
"""Seconds: a busy computer may take them."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A display with the program on it, and the home of its user."""

    display: str
    home: Path

    def _tool(self, *words: str, given: bytes = b"") -> str:
        surroundings = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(
            words, env=surroundings, input=given, stdout=subprocess.PIPE, check=True, timeout=PATIENCE
        )
        return done.stdout.decode().strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as 'ctrl+n'; the program takes them in that order."""
        self._tool("xdotool", "key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tool("xdotool", "type", "--delay", "20", text)

    def copy(self, text: str, kind: str) -> None:
        """Put something of a kind such as 'text/html' on the clipboard, as another program does."""
        surroundings = {**os.environ, "DISPLAY": self.display}
        words = ("xclip", "-selection", "clipboard", "-target", kind)
        # It stays behind to hand the text out, so its output is not waited for.
        subprocess.run(words, env=surroundings, input=text.encode(), stdout=subprocess.DEVNULL, check=True)

    def window(self) -> str:
        """The title of the window with the keys."""
        return self._tool("xdotool", "getwindowfocus", "getwindowname")

    def wait_for(self, title: str) -> None:
        """Until a window whose title holds this has the keys."""
        assert wait(lambda: title in self.window()), f"‘{self.window()}’ instead of ‘{title}’"

    def press_for(self, keys: str, title: str) -> None:
        """Press keys until they open a window with this in its title: the button may not be there yet."""
        for _ in range(10):
            self.press(keys)
            if wait(lambda: title in self.window(), 3):
                return
        pytest.fail(f"{keys} did not open ‘{title}’ but left ‘{self.window()}’")

    def dossier(self) -> Dossier:
        """The dossier as it is in its file."""
        return read_dossier(next(self.home.rglob("*.riec"))).dossier

    def picture(self, path: Path) -> None:
        """What is on the screen, for a person to look at when a test failed."""
        self._tool("import", "-window", "root", str(path))


def wait(until: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Wait until it is so; False when it is not after that time."""
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@contextmanager
def shown(display: str, home: Path) -> Generator[Screen]:
    """Start the program for a user with an empty home, and end it."""
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "instellingen"),
        "RIEC_DATA": str(home / "gegevens"),
        "RIEC_OFFICE": "geen",
        "QT_QPA_PLATFORM": "xcb",
    }
    with (home / "uitvoer.txt").open("wb") as said:
        program = subprocess.Popen((sys.executable, "-m", "riec_desktop"), env=surroundings, stdout=said, stderr=said)
        screen = Screen(display, home)
        try:
            assert wait(lambda: _is_named(screen)), "the window did not come"
            yield screen
        finally:
            screen.picture(home / "scherm.png")
            program.kill()
            program.wait()


def _is_named(screen: Screen) -> bool:
    """Whether the window has the keys; before there is one, nothing has."""
    try:
        return TITLE in screen.window()
    except subprocess.CalledProcessError:
        return False
