"""A Node process that makes one document for every line it gets, so that its start is not in the time."""

import shutil
import subprocess
from pathlib import Path

from tests.benchmarks.setup_peers import FOLDER

SCRIPT = Path(__file__).with_name("peer.js")


def missing(package: str) -> str:
    """Why a package of npm cannot be measured here, '' when it can."""
    if shutil.which("node") is None:
        return "node is not installed"
    return "" if (FOLDER / "node_modules" / package).is_dir() else f"{package}: run tests/benchmarks/setup_peers.py"


class NodeTool:
    """A running tool; `make` asks for one document and gives its size in bytes."""

    def __init__(self, tool: str, content: Path, template: Path) -> None:
        command = ["node", str(SCRIPT), tool, str(content), str(template)]
        self.process = subprocess.Popen(
            command, cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def make(self, keep: str = "") -> int:
        """Make the document; `keep` is where to write it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{keep}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        """End the process by closing what it reads."""
        self.process.communicate()
