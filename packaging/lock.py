"""Write the lock files anew: `python packaging/lock.py` with uv installed, after a change of the dependencies.

The locks hold exact versions with their hashes for every platform and Python that the project supports, and name no
server. The test lock comes first and holds everything; that to run the program is a part of it, and the one to freeze
it has the same versions and what makes the frozen program.
"""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

COMPILE = (
    "uv pip compile pyproject.toml --universal --generate-hashes --quiet --no-config "
    "--no-emit-index-url --no-emit-find-links --custom-compile-command"
)


def main() -> int:
    """Write the locks with the newest versions that fit `pyproject.toml`. Gives the exit code."""
    everything = ("--group", "dev", "--upgrade", "--output-file", "packaging/requirements-test.txt")
    to_freeze = ("--group", "build", "--group", "freeze", "--constraint", "packaging/requirements-test.txt")
    to_run = ("--group", "build", "--constraint", "packaging/requirements-test.txt")
    return (
        compile_lock(*everything)
        or compile_lock(*to_run, "--output-file", "packaging/requirements.txt")
        or compile_lock(*to_freeze, "--upgrade", "--output-file", "packaging/requirements-freeze.txt")
    )


def compile_lock(*arguments: str) -> int:
    """Let uv write one lock. Gives its exit code."""
    command = [*COMPILE.split(), "python packaging/lock.py", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "UV_FIND_LINKS"}
    return subprocess.run(command, cwd=FOLDER.parent, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
