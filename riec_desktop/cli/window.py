"""Opening the window from the command line: only where there is a screen, and never with a stack trace."""

import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.memory import without_collector
from riec_desktop.workspace.environment import Environment

LOG = logging.getLogger(__name__)


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether windows can be shown: always on Windows and macOS, elsewhere with an X or Wayland display."""
    return platform in ("win32", "darwin") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def open_window(files: Sequence[str], env: Environment) -> int:
    """Run the window with these dossiers until it is closed; gives its exit code.

    Raises `RiecError`: `window.no_screen`, `window.no_qt`. Qt may be told to draw elsewhere (`QT_QPA_PLATFORM`).
    """
    if not (has_screen(sys.platform, os.environ) or os.environ.get("QT_QPA_PLATFORM")):
        raise RiecError("window.no_screen")
    try:
        with without_collector():
            from riec_desktop.ui.app import run
    except ImportError as error:
        raise RiecError("window.no_qt", detail=error) from error
    return run(["riec-desktop", *files], env)


def window_aside(file: Path) -> bool:
    """Run the window in a process of its own, because Qt ends the process when it cannot reach the screen.

    Gives whether it ran and ended well; what it complained about is in the log.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "riec_desktop"]
    done = subprocess.run([*program, str(file)], stderr=subprocess.PIPE, check=False)
    if done.returncode:
        LOG.error("the window ended with %s: %s", done.returncode, done.stderr.decode(errors="replace"))
    return done.returncode == 0
