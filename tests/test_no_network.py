"""The program opens no connection, ever: whole journeys run while every call for a network socket is looked at.

Where strace is, the kernel's calls of the program and all its children are read, which covers Qt and every library.
Everywhere, an audit hook of Python stops whatever asks Python for a socket (https://peps.python.org/pep-0578/).
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NETWORK = re.compile(r"socket\((AF_INET6?|AF_PACKET|AF_NETLINK)\b|sin6?_port=")
STRACE = shutil.which("strace")


def journey(folder: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    """Run the journey of `tests.helpers.journey` on a computer in a folder."""
    return subprocess.run(
        [*before, sys.executable, "-m", "tests.helpers.journey", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "RIEC_DATA": str(folder / "gegevens")},
        check=False,
        capture_output=True,
        text=True,
    )


def can_trace() -> bool:
    """Some containers have strace and forbid it."""
    return STRACE is not None and subprocess.run([STRACE, "true"], check=False, capture_output=True).returncode == 0


def test_a_year_of_work_opens_no_connection(tmp_path: Path) -> None:
    log = tmp_path / "strace.txt"
    traced = (str(STRACE), "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)) if can_trace() else ()
    done = journey(tmp_path, *traced)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("klaar\n")
    calls = log.read_text(encoding="utf-8").splitlines() if traced else []
    assert [line for line in calls if NETWORK.search(line)] == []


def test_the_hook_sees_a_socket_that_is_opened() -> None:
    program = "import tests.helpers.journey as one; one.forbid_sockets(); import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "NetworkError" in done.stderr
