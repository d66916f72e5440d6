"""Fetch the other tools that the chapter is measured against, into a folder that the benchmarks look in.

Run `python tests/benchmarks/setup_peers.py`. Needs npm for `docx` and `carbone`, and pip for pandoc (from the wheel of
pypandoc-binary). docxtpl and python-docx come with the dependency groups. What cannot be fetched is skipped by the
benchmarks, with the reason.
"""

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".benchmarks" / "tools"
NODE_PACKAGES = ("docx@9", "carbone@3")


def pandoc() -> Path:
    """Where the wheel puts the program."""
    return FOLDER / "python" / "pypandoc" / "files" / "pandoc"


def fetch(*command: str) -> None:
    """Run a package manager in the folder; what it says when it fails stands on the terminal."""
    subprocess.run(command, cwd=FOLDER, check=False)


def main() -> None:
    """Fetch what is not there yet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    if npm:
        (FOLDER / "package.json").write_text("{}")
        fetch(npm, "install", "--no-audit", "--no-fund", *NODE_PACKAGES)
    fetch(sys.executable, "-m", "pip", "install", "--no-deps", "--target", "python", "pypandoc-binary")


if __name__ == "__main__":
    main()
